"""A sentence, reduced to what decides whether another one says the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from briefing import languages, vectors
from briefing.claims.wordlists import (
    AMOUNTS,
    BE,
    BEFORE_TO,
    BEHIND_BE,
    BOUNDS,
    BRIDGES,
    CLOCK,
    COMMON,
    CONTRACTED,
    DATES,
    DETERMINERS,
    INITIALS,
    MONTHS,
    NUMERALS,
    OPPOSITES,
    PARTIES,
    PERIODS,
    PHRASES,
    SCALES,
    SPEECH,
    STRESSING,
    SYNONYMS,
    TENS,
    TITLES,
    TURNS,
    UNITS,
    VAGUE,
    WHICH,
)
from briefing.model import Sentence

_NO_WORDS: Mapping[str, str] = MappingProxyType({})
_NUMBER = re.compile(r"(\d[\d.,:]*)(?:st|nd|rd|th|s)?")
# Scores, hours, places in a row.
_AS_IT_IS = re.compile(r"\d+(?:[-:/]\d+)+|\d+(?:st|nd|rd|th)")
_THOUSANDS = re.compile(r",(?=\d{3}(?!\d))")
_YEAR = re.compile(r"(?:19|20)\d\ds?\Z")
_BEFORE_YEAR = frozenset(
    "in since by until till from of during after before through early late mid the".split()
)
# "$5m" and "30km" are a number and its unit.
_GLUED = re.compile(r"(?<=\d)(m|mn|bn|tn|km|kg)\b", re.IGNORECASE)
_QUESTION = re.compile(r"[?？؟]\W*\Z")
_SIGNS: Mapping[str, str] = MappingProxyType(
    {"%": " percent ", "$": " dollar ", "€": " euro ", "£": " pound ", "¥": " yen "}
)
_ANY_SIGN = re.compile("[%$€£¥]")
# "$US5" and "A$5" are dollars like "$5".
_SIGN = re.compile(r"(?:\b(?:US|NZ|HK|[ACRS]))?(?P<sign>[$])(?:US(?=\d))?|(?P<other>[%€£¥])")
_INITIAL = re.compile(r"[A-HJ-Z]\Z")
"""Of a name, inside a sentence; "I" is more often a word."""
_INITIALED = re.compile("|".join(INITIALS))


@dataclass(frozen=True, slots=True)
class Marks:
    """What is compared of a sentence; a unit is the stem of a word, or that of its synonym."""

    language: str
    tokens: tuple[str, ...]
    """As `words` gives them: in a language that is not known, these must be equal."""
    units: tuple[str, ...]
    """All words but dates, in order."""
    content: frozenset[str]
    """Units that say something: no stop words, numbers and verbs of speech."""
    names: tuple[str, ...]
    """Units that may be a party, each once, in order: "Malta", "rebels", "police"."""
    past: frozenset[str]
    """Units of English words in -ed."""
    agents: frozenset[str]
    """Names behind "by"."""
    initials: frozenset[str]
    """First letters of names of several words: "imf"."""
    runs: tuple[tuple[str, ...], ...]
    """Units of neighbouring words with a capital: ("ines", "faro")."""
    figures: tuple[tuple[str, str], ...]
    """Numbers in digits or words, and the unit of the word behind: ("12", "peopl")."""
    turns: tuple[tuple[str, str], ...]
    """What turns or qualifies, and the unit that it stands before: ("not", "sign")."""
    sides: frozenset[tuple[int, str]]
    """Sides of `OPPOSITES` that it takes."""
    dates: frozenset[tuple[str, str]]
    """(kind, which one): ("weekday", "monday")."""


def of(sentence: Sentence) -> Marks:
    """Read the marks of `sentence`; what turns it is known for the languages in `TURNS`."""
    language = sentence.document.language or "en"
    return _Reading(sentence.text, language).marks()


def words(text: str, language: str) -> tuple[str, ...]:
    """Lower-case tokens with "%" and "$" as words; a question ends with a mark of its own."""
    found = vectors.tokens(_spelt_out(text), language)
    return (*found, "?") if _QUESTION.search(text) else tuple(found)


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


class _Reading:
    """One pass over the words of a sentence."""

    def __init__(self, text: str, language: str) -> None:
        self._language = language
        self._is_english = language == "en"
        self._text = text
        self._tokens = words(text, language)
        text = _spelt_out(text)
        if self._is_english:
            text = _GLUED.sub(r" \1", text)
            text = _without_accents(text).replace("per cent", "percent")
            text = _INITIALED.sub(lambda match: INITIALS[match[0]], text)
        self._words = [*_expanded(vectors.cased_tokens(text, language), language)]
        self._lower = [word.lower() for word in self._words]
        self._stems = vectors.stemmed(self._lower, language)
        self._units = units(self._stems, language)
        self._stop = languages.stop_words(language)

    def marks(self) -> Marks:
        dates = dict(self._dates())
        figures = dict(self._figures(dates))
        turns = dict(self._turns())
        content = {
            place: unit
            for place, unit in enumerate(self._units)
            if place not in dates and place not in figures and self._says_something(place)
        }
        plain = {place: unit for place, unit in content.items() if place not in turns}
        names = [place for place in content if self._is_name(place)]
        capitals = [place for place in names if self._words[place][0].isupper()]
        return Marks(
            language=self._language,
            tokens=self._tokens,
            units=tuple(u for place, u in enumerate(self._units) if place not in dates),
            content=frozenset(content.values()),
            names=tuple(dict.fromkeys(content[place] for place in names)),
            past=frozenset(
                unit
                for place, unit in content.items()
                if self._is_english and self._lower[place].endswith("ed")
            ),
            agents=frozenset(
                content[place]
                for place in names
                if self._is_english and "by" in self._lower[max(place - 3, 0) : place]
            ),
            initials=frozenset(
                "".join(self._lower[place][0] for place in run)
                for run in self._runs(capitals, BRIDGES)
                if len(run) > 1
            ),
            runs=tuple(
                tuple(self._units[place] for place in run)
                for run in self._runs(capitals, frozenset())
            ),
            figures=tuple(
                (value, self._behind(place, content))
                for place, value in figures.items()
                if value
            ),
            turns=tuple((t, self._behind(place, plain)) for place, t in turns.items()),
            sides=frozenset(self._sides(figures)) if self._is_english else frozenset(),
            dates=frozenset(date for date in dates.values() if date[1]),
        )

    def _says_something(self, place: int) -> bool:
        if self._is_english and self._stems[place] in SPEECH:
            return False
        is_initial = place > 0 and _INITIAL.match(self._words[place])
        return bool(is_initial) or self._lower[place] not in self._stop

    def _behind(self, place: int, content: Mapping[int, str]) -> str:
        """The next unit that says something."""
        for after in range(place + 1, len(self._units)):
            if after in content:
                return content[after]
        return ""

    def _is_name(self, place: int) -> bool:
        lower = self._lower[place]
        if self._is_english and lower in PARTIES:
            return True
        if lower in TITLES or (place == 0 and self._stems[0] in COMMON):
            return False
        return self._words[place][0].isupper()

    def _runs(self, capitals: Sequence[int], bridges: frozenset[str]) -> Iterator[list[int]]:
        """Capitals that follow one another, with no word but `bridges` between them."""
        run: list[int] = []
        for place in capitals:
            if run and not bridges.issuperset(self._lower[run[-1] + 1 : place]):
                yield run
                run = []
            run.append(place)
        if run:
            yield run

    def _at(self, place: int) -> str:
        return self._lower[place] if 0 <= place < len(self._lower) else ""

    def _dates(self) -> Iterator[tuple[int, tuple[str, str]]]:
        for place, word in enumerate(self._lower):
            if word in DATES:
                yield place, DATES[word]
            elif not self._is_english:
                continue
            elif word[0].isdigit():
                kind = self._kind_of_date(place)
                digits = _NUMBER.match(word)
                if kind and digits:
                    yield place, (kind, digits[1])
            elif word in MONTHS and self._words[place][0].isupper():
                if word not in ("may", "march", "mar") or self._is_month(place):
                    yield place, ("month", MONTHS[word])
            elif word in WHICH and self._at(place + 1) in PERIODS:
                yield place, ("which", WHICH[word])

    def _kind_of_date(self, place: int) -> str:
        word, before, after = self._lower[place], self._at(place - 1), self._at(place + 1)
        if _is_day(word) and (before in MONTHS or after in MONTHS):
            return "day of the month"
        if after in CLOCK:
            return "clock"
        if self._is_age(place):
            return "age"
        return "year" if _YEAR.match(word) and self._is_year(place) else ""

    def _is_month(self, place: int) -> bool:
        return (
            self._at(place - 1) in _BEFORE_YEAR
            or self._at(place - 1)[:1].isdigit()
            or self._at(place + 1)[:1].isdigit()
        )

    def _is_age(self, place: int) -> bool:
        """Holm, 71, said; a 71-year-old."""
        word = self._lower[place]
        if not (word.isdecimal() and len(word) < 3):
            return False
        if self._lower[place + 1 : place + 3] == ["year", "old"]:
            return True
        name = self._words[place - 1] if place else ""
        return name[:1].isupper() and bool(
            re.search(rf"{re.escape(name)}, ?{word},", self._text)
        )

    def _is_year(self, place: int) -> bool:
        before, after = self._at(place - 1), self._at(place + 1)
        counts = after.endswith("s") and after not in self._stop  # 2000 soldiers
        if place + 1 < len(self._words) and self._words[place + 1][0].isupper():
            counts = False
        return not counts and (before in _BEFORE_YEAR or before in MONTHS or _is_day(before))

    def _figures(self, dates: Mapping[int, object]) -> Iterator[tuple[int, str]]:
        """Place and value; words that belong to a figure, or are vague, have no value."""
        place = 0
        while place < len(self._lower):
            value, length = self._figure(place) if place not in dates else (None, 1)
            if value is not None:
                yield place, value
                yield from ((place + more, "") for more in range(1, length))
            place += length

    def _figure(self, place: int) -> tuple[str | None, int]:
        """Value of the figure that begins here, or None, and how many words it takes."""
        word = self._lower[place]
        number: Decimal | None = None
        length = 1
        if word not in NUMERALS and not word[0].isdigit():
            return None, 1
        if _AS_IT_IS.fullmatch(word):
            return word, 1
        match = _NUMBER.fullmatch(word)
        if match:
            digits = _THOUSANDS.sub("", match[1].rstrip(".,:"))
            if not digits.replace(".", "", 1).isdecimal():
                return digits, 1  # 10:30
            number = Decimal(digits)
        elif not self._is_english:
            return None, 1
        elif word in TENS:
            unit = UNITS.get(self._at(place + 1), 0)
            number = Decimal(TENS[word] + (unit if 0 < unit < 10 else 0))
            length += 0 < unit < 10
        elif word in UNITS and (word not in VAGUE or self._at(place + 1) in SCALES):
            number = Decimal(UNITS[word])
        elif word in SCALES and self._at(place - 1) == "a":
            number = Decimal(1)
            length = 0
        elif word in VAGUE:
            return "", 1
        elif word in PERIODS and self._at(place + 1) != "of":
            return None, 1
        else:
            return AMOUNTS.get(word), 1
        while self._at(place + length) in SCALES:
            number *= SCALES[self._at(place + length)]
            length += 1
        if number == 1:
            return "", length
        return f"{number.normalize():f}", length

    def _sides(self, figures: Mapping[int, str]) -> Iterator[tuple[int, str]]:
        for place, stem in enumerate(self._stems):
            if place not in figures:
                yield from OPPOSITES.get(stem, ())
        for place in figures:
            before = (" ".join(self._lower[max(place - n, 0) : place]) for n in (3, 2, 1))
            bound = next((BOUNDS[words] for words in before if words in BOUNDS), "")
            if bound:
                yield -1, bound

    def _turns(self) -> Iterator[tuple[int, str]]:
        known = TURNS.get(self._language, _NO_WORDS)
        if self._tokens[-1:] == ("?",):
            yield -1, "?"
        for place, word in enumerate(self._lower):
            # A word with a capital inside a sentence is a name: Will, May.
            is_name = place > 0 and self._words[place][0].isupper()
            if word in known and not is_name:
                if not (known[word] == "not" and self._at(place + 1) in STRESSING):
                    yield place, known[word]
            elif not self._is_english:
                continue
            elif (word, self._at(place + 1)) in PHRASES:
                yield place, PHRASES[word, self._at(place + 1)]
            elif (
                word in BEFORE_TO
                and self._at(place + 1) == "to"
                and self._at(place - 1) not in DETERMINERS
                and (word not in BEHIND_BE or self._at(place - 1) in BE)
            ):
                yield place, BEFORE_TO[word]


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


def _expanded(words: Iterable[str], language: str) -> Iterator[str]:
    """The words with English contractions taken apart."""
    for word in words:
        lower = word.lower()
        if language == "en" and lower.endswith(("n't", "cannot")):
            yield CONTRACTED.get(lower, lower.removesuffix("n't"))
            yield "not"
        elif language == "en" and lower.endswith("'ll"):
            yield word[:-3]
            yield "will"
        else:
            yield word


def _is_day(word: str) -> bool:
    match = _NUMBER.fullmatch(word)
    return bool(match) and len(match[1]) < 3 and match[1].isdecimal()  # type: ignore[index]
