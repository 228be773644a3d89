"""Fitness of a sentence: whether it can stand in a memo by itself, and whether it is junk.

A logistic regression over what can be seen of a sentence: the outcome of the rules, how it
begins and ends, names, figures, speakers. No word is a feature of its own: on labelled news
those gained less than .01 of F1 and took more rows than all others. `fitness.tsv` has the
points of each feature, learnt by tests/quality/make_fitness.py.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType

from briefing import languages
from briefing.cleaning import opinion, quotations
from briefing.cleaning.look import SAYS, Look
from briefing.cleaning.patterns import UPPER

KEPT, LEANS = "kept", "leans"
"""Outcomes of the rules besides the reasons of `cleaning.REASONS`."""
FILE = Path(__file__).with_name("fitness.tsv")

MEMO_FROM, JUNK_FROM = -0.4, -0.6
"""Log-odds from which a sentence is called fit, and junk: chances of 40 and 35 %.

For F1, cross-validated on labelled news: chances of 30 to 50 % for a memo, and of 30 to 40 %
for junk, give within .01 of the best.
"""
BY_RULE = 2.0
"""Log-odds of what the rules say, where nothing was learnt."""


@dataclass(frozen=True, slots=True)
class Fitness:
    """Log-odds, on news nearly all from -7 to 5."""

    memo: float
    """That it is complete, understandable alone, and says something."""
    junk: float
    """That it is a caption, furniture of a page, cut off, or nothing without its context."""

    @property
    def is_fit(self) -> bool:
        """Whether it can stand in a memo by itself."""
        return self.memo >= MEMO_FROM

    @property
    def is_junk(self) -> bool:
        """Whether it says nothing by itself."""
        return self.junk >= JUNK_FROM


@dataclass(frozen=True, slots=True)
class Part:
    """A feature that a sentence has, and its points."""

    feature: str
    memo: float
    junk: float


def judge(look: Look, outcome: str) -> Fitness:
    """The fitness of a sentence of which the rules say `outcome`.

    `outcome` is `KEPT`, `LEANS` or a reason of `cleaning.REASONS`. Where the rules do not take
    a text for English, the fitness repeats what they say.
    """
    if not look.english:
        return _by_rule(outcome)
    points = load()
    memo, junk = points[START]
    for feature in features(look, outcome):
        more_memo, more_junk = points.get(feature, (0.0, 0.0))
        memo += more_memo
        junk += more_junk
    return Fitness(memo, junk)


def explain(look: Look, outcome: str) -> tuple[Part, ...]:
    """What `judge` adds up, the most telling first; empty if nothing was learnt of it."""
    if not look.english:
        return ()
    points = load()
    found = [START, *(name for name in features(look, outcome) if name in points)]
    parts = [Part(name, *points[name]) for name in found]
    return tuple(sorted(parts, key=lambda p: (-abs(p.memo) - abs(p.junk), p.feature)))


@cache
def load(path: Path = FILE) -> Mapping[str, tuple[float, float]]:
    """Points of each feature for a memo and for junk."""
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")][1:]
    return MappingProxyType({name: (float(memo), float(junk)) for name, memo, junk in rows})


def features(look: Look, outcome: str) -> Iterator[str]:
    """Names of what is seen of an English sentence, each once."""
    text = look.text
    words = _words(text)
    n_names = _n_names(text)
    kind = _beginning(text, words, n_names)
    yield f"rule {outcome}"
    yield f"starts {kind}"
    yield from _by_outcome(outcome, kind, n_names)
    if _BARE_NOUN.match(text):
        yield "starts bare noun"
    yield from _of_sizes(text, words, n_names)
    yield from _of_speech(look, words)
    yield from _of_signs(text)
    yield from _of_title(look.title, words)


START = "start"
"""Points that every sentence begins with."""

_AROUND = "\"'“”‘«»„()[].,;:!?…–—-"
_KINDS = {
    word: kind
    for kind, words in {
        "he": "he she him her his",
        "they": "they them their",
        "it": "it its it's",
        "this": "this that these those such",
        "we": "we our us",
        "I": "i my i'm i've i'd",
        "you": "you your",
        "there": "there here",
        "conjunction": "but and so or yet",
        "question word": "what who why how when where which",
        "clause": "if while although though because since after before as",
        "the": "the",
        "a": "a an",
    }.items()
    for word in words.split()
}
_BARE_NOUN = re.compile(r"The (?:[a-z-]+ ){1,3}(?=[a-z])")
""""The long meeting was": no name near the start says which."""
# As a set: looking words up takes a tenth of the time of a search.
_SPEECH = frozenset(SAYS.removeprefix("(?:").removesuffix(")").split("|"))
_PRONOUN_SPEAKS = re.compile(
    rf"\b(?:he|she|they|it|we|I) (?:\w+ )?{SAYS}\b|\b{SAYS} (?:he|she|they|it|we|I)\b",
    re.IGNORECASE,
)
_PRONOUNS = frozenset("he she they him her them his their".split())
_SIGNS = "?!:;/|@#()[]–—…$%"
_ENDS = frozenset(".?!:…,;")
_NAME = re.compile(rf"\s[{re.escape(_AROUND)}]*[{UPPER}]")
_DIGIT, _CAPITAL = re.compile(r"\d"), re.compile("[A-Z]")
_MARKS = re.compile('[“”„«»"]')


def _stop() -> frozenset[str]:
    return languages.stop_words("en")


def _by_rule(outcome: str) -> Fitness:
    is_news = outcome in (KEPT, LEANS, "too long", *opinion.MANNERS)
    return Fitness(BY_RULE if outcome == KEPT else -BY_RULE, -BY_RULE if is_news else BY_RULE)


def _words(text: str) -> list[str]:
    """Words in small letters, "" for signs that stand alone."""
    return [word.strip(_AROUND) for word in text.lower().replace("’", "'").split()]


def _n_names(text: str) -> int:
    """Capitalised words behind a blank."""
    return len(_NAME.findall(text))


def _beginning(text: str, words: Sequence[str], n_names: int) -> str:
    """What kind of word or sign a sentence begins with."""
    if quotations.starts_quote(text):
        return "quotation"
    if words and words[0] in _KINDS:
        return _KINDS[words[0]]
    first = text[:1]
    if first.isupper():
        second = text.split(None, 2)[1:2]
        return "names" if n_names and second and second[0][0].isupper() else "capital"
    if first.isdigit():
        return "digit"
    return "small letter" if first.islower() else "sign"


def _by_outcome(outcome: str, kind: str, n_names: int) -> Iterator[str]:
    """What the rules say, told apart further."""
    if outcome == KEPT:
        yield f"kept names {_band(n_names, (1, 2, 3, 5))}"
    elif outcome in (LEANS, "dangling"):
        yield f"leans starts {kind}"
        yield f"leans names {_band(n_names, (1, 2, 3))}"


def _of_sizes(text: str, words: Sequence[str], n_names: int) -> Iterator[str]:
    n_chars = max(1, len(text))
    n_capitals = len(_CAPITAL.findall(text))
    n_content = len(words) - sum(map(_stop().__contains__, words)) - words.count("")
    yield f"words {_band(len(words), (4, 7, 10, 15, 25, 40, 60))}"
    yield f"content words {_band(n_content, (3, 5, 8, 12, 20))}"
    yield f"capitals {_band(100 * n_capitals / n_chars, (2, 5, 10, 20, 40))} %"
    yield f"in capitals {_band(100 * n_names / max(1, len(words)), (10, 20, 35, 50, 70))} %"
    if _DIGIT.search(text):
        yield "figure"
    elif not n_names:
        yield "no name or figure"


def _of_speech(look: Look, words: Sequence[str]) -> Iterator[str]:
    """Who speaks, how much of it is quoted, and whom the rest points at."""
    text = look.text
    is_quoted = look.inside or bool(_MARKS.search(text))
    outside = look.outside if is_quoted else text
    spoken = _words(outside) if is_quoted else words
    speaks = not _SPEECH.isdisjoint(spoken) or "according to" in outside
    speaker = "none"
    if speaks:
        speaker = "without name"
        if _PRONOUN_SPEAKS.search(outside):
            speaker = "pronoun"
        elif _n_names(outside):
            speaker = "named"
    yield f"speaker {speaker}"
    if is_quoted:
        share = 100 * len(look.quoted) / max(1, len(text))
        yield f"quoted {_band(share, (20, 50, 80))} %, speaker {speaker}"
        if not speaks and text.endswith(('"', "”")):
            yield "ends quoted without speaker"
    if not _PRONOUNS.isdisjoint(spoken):
        yield "pronoun outside of quotation"


def _of_signs(text: str) -> Iterator[str]:
    end = text.rstrip("\"”’')] ")[-1:]
    yield f"ends {end if end in _ENDS else 'without sign'}"
    for sign in _SIGNS:
        if sign in text:
            yield f"has {sign}"
    if " - " in text:
        yield "has -"


def _of_title(title: str, words: Sequence[str]) -> Iterator[str]:
    """How many content words are those of the title."""
    if of_title := _title_words(title):
        yield f"title words {_band(len(of_title.intersection(words)), (1, 2, 3, 5))}"


@lru_cache(maxsize=256)
def _title_words(title: str) -> frozenset[str]:
    return frozenset(_words(title)) - _stop() - {""}


def _band(value: float, edges: tuple[int, ...]) -> str:
    """The interval of a value: "0-2", "3-4", "5+" for edges 3 and 5."""
    return _bands(edges)[bisect(edges, value)]


@cache
def _bands(edges: tuple[int, ...]) -> tuple[str, ...]:
    starts = (0, *edges)
    bounded = (
        f"{a}-{b - 1}" if b - a > 1 else f"{a}" for a, b in zip(starts, edges, strict=False)
    )
    return (*bounded, f"{edges[-1]}+")
