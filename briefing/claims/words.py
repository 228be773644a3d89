"""The words of a sentence, and what is known of each by itself."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from briefing import languages, vectors
from briefing.claims.wordlists.figures import DATES, MONTHS, NUMERALS, WHICH
from briefing.claims.wordlists.meanings import COMMON, OPPOSITES, SPEECH, SYNONYMS
from briefing.claims.wordlists.names import INITIALS, PARTIES, TITLES
from briefing.claims.wordlists.turns import BEFORE_TO, CONTRACTED, FRAMES, PHRASES, TURNS

_NO_WORDS: Mapping[str, str] = MappingProxyType({})
# "$5m" and "30km" are a number and its unit.
_GLUED = re.compile(r"(?<=\d)(m|mn|bn|tn|km|kg)\b", re.IGNORECASE)
_QUESTION_MARKS = "?？؟"
_SIGNS: Mapping[str, str] = MappingProxyType(
    {"%": " percent ", "$": " dollar ", "€": " euro ", "£": " pound ", "¥": " yen "}
)
_ANY_SIGN = re.compile("[%$€£¥]")
# "$US5" and "A$5" are dollars like "$5".
_SIGN = re.compile(r"(?:\b(?:US|NZ|HK|[ACRS]))?(?P<sign>[$])(?:US(?=\d))?|(?P<other>[%€£¥])")
_PREFIXED = re.compile(r"\b(non|co|pre|anti|multi|semi|sub|counter)-(?=\w)", re.IGNORECASE)
_PAUSE = re.compile(r"[,;:]\s|\s[-–—]+\s")
_INITIALED = re.compile("|".join(INITIALS))
_INITIAL = re.compile(r"[A-HJ-Z]\Z")
"""Of a name; "I" is more often a word."""
_FIRST_OF_PHRASES = frozenset(first for first, _ in PHRASES)


@dataclass(frozen=True, slots=True)
class Word:
    """A word, and all that does not depend on its neighbours."""

    lower: str
    stem: str
    unit: str
    """The stem, or that of its synonym."""
    is_capital: bool
    is_digits: bool
    is_stop: bool
    is_initial: bool
    """Whether it is one letter of a name, if it does not begin a sentence."""
    says: bool
    """Whether it says something: no stop word, and no verb of speech."""
    is_party: bool
    is_title: bool
    is_common: bool
    """Whether it is no name where it begins a sentence."""
    is_past: bool
    is_frame: bool
    """Whether it says what part the words behind it have: from, against, after."""
    may_date: bool
    may_count: bool
    may_turn: bool
    turn: str
    sides: tuple[tuple[int, str], ...]
    is_telling: bool
    """Whether it may date, count, turn, frame or take a side."""


@lru_cache(maxsize=1 << 17)
def read(word: str, language: str) -> Word:
    """What is known of a word as the text has it."""
    lower = word.lower()
    (stem,) = vectors.stemmed([lower], language)
    (unit,) = units([stem], language)
    turn = TURNS.get(language, _NO_WORDS).get(lower, "")
    is_english = language == "en"
    is_digits = lower[0].isdigit()
    is_stop = lower in languages.stop_words(language)
    may_date = lower in DATES or (
        is_english and (is_digits or lower in MONTHS or lower in WHICH)
    )
    may_count = is_digits or (is_english and lower in NUMERALS)
    may_turn = bool(turn) or (is_english and (lower in BEFORE_TO or lower in _FIRST_OF_PHRASES))
    is_frame = is_english and lower in FRAMES
    sides = OPPOSITES.get(stem, ()) if is_english else ()
    return Word(
        lower=lower,
        stem=stem,
        unit=unit,
        is_capital=word[0].isupper(),
        is_digits=is_digits,
        is_stop=is_stop,
        is_initial=bool(_INITIAL.match(word)),
        says=not is_stop and not (is_english and stem in SPEECH),
        is_party=is_english and lower in PARTIES,
        is_title=lower in TITLES,
        is_common=stem in COMMON,
        is_past=is_english and lower.endswith("ed"),
        is_frame=is_frame,
        may_date=may_date,
        may_count=may_count,
        may_turn=may_turn,
        turn=turn,
        sides=sides,
        is_telling=may_date or may_count or may_turn or bool(sides) or is_frame,
    )


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence, word by word, spelt in one way."""

    text: str
    language: str
    words: tuple[Word, ...]
    lower: tuple[str, ...]
    telling: tuple[int, ...]
    """Places of the words that are telling."""
    pauses: frozenset[int]
    """Places of the words behind a comma."""

    @property
    def is_english(self) -> bool:
        return self.language == "en"

    def at(self, place: int) -> str:
        """The word there in lower case; "" beyond the ends."""
        return self.lower[place] if 0 <= place < len(self.lower) else ""


def of(text: str, language: str) -> Words:
    """The words of `text`."""
    plain = _spelt_out(text)
    if language == "en":
        plain = _GLUED.sub(r" \1", plain)
        plain = _PREFIXED.sub(r"\1", plain)
        plain = _without_accents(plain).replace("per cent", "percent")
        plain = _INITIALED.sub(lambda match: INITIALS[match[0]], plain)
    found: list[Word] = []
    pauses = set()
    for part in _PAUSE.split(plain):
        pauses.add(len(found))
        words: Iterable[str] = vectors.cased_tokens(part, language)
        if language == "en":
            words = _expanded(words)
        found += [read(word, language) for word in words]
    return Words(
        text=text,
        language=language,
        words=tuple(found),
        lower=tuple([word.lower for word in found]),
        telling=tuple([place for place, word in enumerate(found) if word.is_telling]),
        pauses=frozenset(pauses),
    )


def tokens(text: str, language: str) -> tuple[str, ...]:
    """Lower-case tokens with "%" and "$" as words; a question ends with a mark of its own."""
    found = vectors.tokens(_spelt_out(text), language)
    return (*found, "?") if _asks(text) else tuple(found)


def units(stems: Iterable[str], language: str) -> list[str]:
    """What stands for each stem: of English synonyms and spellings one."""
    return [*map(_unit, stems)] if language == "en" else list(stems)


def _unit(stem: str) -> str:
    if len(stem) > 5:
        if stem.endswith("our"):  # harbour
            stem = f"{stem[:-3]}or"
        elif stem.endswith("iz"):  # modernize
            stem = f"{stem[:-2]}is"
    return SYNONYMS.get(stem, stem)


def _asks(text: str) -> bool:
    """Whether a question mark stands behind the last word."""
    for char in reversed(text):
        if char in _QUESTION_MARKS or char.isalnum():
            return char in _QUESTION_MARKS
    return False


def _spelt_out(text: str) -> str:
    if not _ANY_SIGN.search(text):  # far quicker than to try the other at each letter
        return text
    return _SIGN.sub(lambda match: _SIGNS[match["sign"] or match["other"]], text)


def _without_accents(text: str) -> str:
    if text.isascii():
        return text
    return "".join(
        c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)
    )


def _expanded(found: Iterable[str]) -> Iterator[str]:
    """The words with English contractions taken apart."""
    for word in found:
        lower = word.lower()
        if lower in CONTRACTED or lower.endswith("n't"):
            yield CONTRACTED.get(lower, lower.removesuffix("n't"))
            yield "not"
        elif lower.endswith("'ll"):
            yield word[:-3]
            yield "will"
        else:
            yield word
