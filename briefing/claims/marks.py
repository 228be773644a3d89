"""What two sentences must agree on to be one claim: figures, negation, modality, parties."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType

from briefing import vectors
from briefing.claims.wordlists import (
    CONTRACTED,
    DAYS,
    NUMBERS,
    OPPOSITES,
    PARTIES,
    SPEECH,
    TURNS,
)
from briefing.model import Sentence

OVERLAP = 0.7
"""Part of the content words of both that both have, if they are one claim."""
CONTAINED = 0.9
"""Part of the shorter one's content words that the longer one has, if it is cut from it."""
SHORTEST, SHORTER = 5, 0.4
"""Content words that one cut from another needs, and what part of that one's they are."""

_NO_WORDS: Mapping[str, str] = MappingProxyType({})
_FIGURE = re.compile(r"[$€£¥]?\d[\w.,:/]*(?:-\d[\w.,:/]*)*")
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)$")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_AROUND = "\"'“”‘’«»„()[]{}.,;:!?…–—-"


@dataclass(frozen=True, slots=True)
class Marks:
    """A sentence, reduced to what is compared."""

    language: str
    tokens: tuple[str, ...]
    """All words: in a language that is not known, these must be equal."""
    stems: tuple[str, ...]
    """Content words, each once, in order; numbers and days of the week are out."""
    bag: frozenset[str]
    """The same, without order."""
    parties: frozenset[str]
    """Those that may be a party: words with a capital, and "rebels" or "police"."""
    figures: tuple[str, ...]
    """Numbers in digits or words, in order: "12", "million"."""
    turns: tuple[str, ...]
    """What turns or qualifies the statement, in order: "not", "may", "deny"."""
    opposites: frozenset[str]
    """Words that have an opposite: "up", "before"."""
    days: frozenset[str]

    @property
    def shingles(self) -> frozenset[tuple[str, ...]]:
        """Neighbouring content words; a lone one stands for itself."""
        return frozenset(pairwise(self.stems)) or frozenset((self.stems,))


def of(sentence: Sentence) -> Marks:
    """Read the marks of `sentence`; what turns it is known for the languages in `TURNS`."""
    language = sentence.document.language or "en"
    text = sentence.text.replace("’", "'")
    tokens = tuple(vectors.tokens(text, language))
    days = DAYS.intersection(tokens)
    is_english = language == "en"
    numbers = NUMBERS if is_english else _NO_WORDS
    content = (t for t in tokens if not (t in days or t in numbers or t[0].isdigit()))
    stems = tuple(dict.fromkeys(_stems(content, language)))
    pieces = [piece.strip(_AROUND) for piece in text.split()]
    # A word with a capital inside a sentence is a name: Will, May.
    plain = [p.casefold() for n, p in enumerate(pieces) if n == 0 or not p[:1].isupper()]
    parties = [p for p in pieces if p[:1].isupper()]
    if is_english:
        parties += PARTIES.intersection(plain)
    return Marks(
        language=language,
        tokens=tokens,
        stems=stems,
        bag=frozenset(stems),
        parties=frozenset(_stems(parties, language)).intersection(stems),
        figures=tuple(_figures(pieces, numbers)),
        turns=tuple(
            _turns(tokens if language == "zh" else plain, TURNS.get(language, _NO_WORDS))
        ),
        opposites=frozenset(
            OPPOSITES[word] for word in (plain if is_english else ()) if word in OPPOSITES
        ),
        days=days,
    )


def _stems(words: Iterable[str], language: str) -> list[str]:
    return vectors.stems(" ".join(words), language)


def _figures(pieces: Iterable[str], known: Mapping[str, str]) -> Iterator[str]:
    for piece in pieces:
        word = piece.casefold()
        if any(map(str.isdigit, word)):
            for figure in _FIGURE.findall(word):
                yield _ORDINAL.sub("", _THOUSANDS.sub("", figure.rstrip(".,:/")))
        elif word in known:
            yield known[word]
        elif "-" in word:
            parts = [known.get(part, "") for part in word.split("-")]
            if all(part.isdigit() for part in parts):  # twenty-five
                yield str(sum(map(int, parts)))
            else:
                yield from filter(None, parts)


def _turns(words: Iterable[str], known: Mapping[str, str]) -> Iterator[str]:
    for word in words:
        if "not" in known and word.endswith(("n't", "nnot")):
            verb = known.get(CONTRACTED.get(word, word.removesuffix("n't")))
            yield from filter(None, (verb, "not"))
        elif word in known:
            yield known[word]


def same(a: Marks, b: Marks) -> bool:
    """Whether two sentences make one claim. Symmetric, and not transitive."""
    if a.figures != b.figures or a.turns != b.turns or a.language != b.language:
        return False
    if a.tokens == b.tokens:
        return True
    if a.language not in TURNS or not a.bag or not b.bag:
        return False
    if _differ(a.days, b.days) or _differ(a.opposites, b.opposites):
        return False
    return _are_near(a, b) and _name_the_same(a, b) and _in_order(a, b)


def _differ(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether each has what the other lacks; what only one has may have been cut."""
    return bool(a - b and b - a)


def _are_near(a: Marks, b: Marks) -> bool:
    shared = len(a.bag & b.bag)
    if shared >= OVERLAP * len(a.bag | b.bag):
        return True
    shorter, longer = sorted((len(a.bag), len(b.bag)))
    is_part = shorter >= SHORTEST and shorter >= SHORTER * longer
    return is_part and shared >= CONTAINED * shorter


def _name_the_same(a: Marks, b: Marks) -> bool:
    """Whether neither names a party that the other one does not, each another one.

    What only one has may have been cut. Only English is known well enough to let other
    words differ on both sides.
    """
    only_a, only_b = a.bag - b.bag, b.bag - a.bag
    if not only_a or not only_b:
        return True
    return a.language == "en" and not (only_a & a.parties and only_b & b.parties)


def _in_order(a: Marks, b: Marks) -> bool:
    """Whether shared words come in one order: "Russia accused Ukraine" is not the reverse.

    One word may stand elsewhere, if it is no party; and what begins one may end the other,
    as "on the way to Paris" or "Mr Holm said" does.
    """
    shared = a.bag & b.bag
    one = [stem for stem in a.stems if stem in shared]
    other = [stem for stem in b.stems if stem in shared]
    if one == other:
        return True
    parties = a.parties | b.parties
    start = other.index(one[0])
    begins, ends = other[:start], other[start:]
    if ends + begins == one:
        return any(parties.isdisjoint(p) or not SPEECH.isdisjoint(p) for p in (begins, ends))
    return any(
        moved not in parties and _without(one, moved) == _without(other, moved) for moved in one
    )


def _without(stems: Sequence[str], word: str) -> Sequence[str]:
    return [stem for stem in stems if stem != word]
