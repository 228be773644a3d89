"""What a document tells, as words with weights: the nearer two are, the more alike they tell.

What a word weighs is how often the document says it, and more where an event is named: in the
title and in the first lines. A mention deep in a text weighs little, so that a round-up or a
piece of background is near to none of the events that it mentions. Nothing is learnt from
other documents: how near two are does not change with the pile that they lie in.
"""

from __future__ import annotations

import math
import re
import sys
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from briefing import languages, vectors
from briefing.model import Document
from briefing.stories.weekdays import WEEKDAYS

# Chosen by hand on pairs_samestory_dev and mds_allsides_dev, for both together. All is flat:
# a third more or less changes F1 by .01 at most; tests/quality/benchmark_stories.py prints it.
READ = 2500
"""Characters of a text that are read: what stands behind them is background."""
LEAD, LEAD_WEIGHT = 350, 2
"""Characters of the first lines, and how many times a word in them counts."""
TITLE_WEIGHT = 8
"""How many times a word of the title counts, if the text has it too."""
DAMPED = 0.75
"""Power of a count: the tenth time tells less than the first."""
DAY_READ = 600
"""Characters in which the day of an event is named."""
OTHER_DAY = 0.1
"""What two that name different days of the week lose."""
WINDOW = 2
"""Days that documents of one story may be apart.

Of 480 dated pairs of one story 95% are a day apart at most, and 97% two (pairs_samestory_dev);
the more days, the more of what follows an event is taken for it.
"""

_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_SIGN = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_SIGNS = re.compile("[\u30a0-\u30ff\u3400-\u9fff]+")
"""Hiragana is left out: most of it is grammar."""
SHORT = 3
"""Letters; where stop words are not known, words up to this length are taken for such."""


@dataclass(frozen=True, slots=True)
class Profile:
    """One document, or several as one: then sums over them."""

    language: str
    n_documents: int
    words: Mapping[str, float]
    """Weight of each stem; those of one document have length 1, or 0 without any word."""
    weekdays: Mapping[int, int]
    """Documents that name each day of the week, 0 for Monday."""
    first: int | None
    last: int | None
    """Ordinals of the days on which they came out; None where no date is known."""


def of(document: Document) -> Profile:
    """The profile of `document`; a language that is not known is read as English."""
    language = document.language or "en"
    text = document.text[:READ]
    counts = Counter(_terms(text, language))
    for term in _terms(text[:LEAD], language):
        counts[term] += LEAD_WEIGHT - 1
    # A title that the text does not repeat may be the outlet's name.
    title = _terms(document.title, language)
    for term in title:
        if not text or term in counts:
            counts[term] += TITLE_WEIGHT
    weights = {sys.intern(term): counts[term] ** DAMPED for term in sorted(counts)}
    length = math.hypot(*weights.values())
    day = document.published.toordinal() if document.published else None
    return Profile(
        language=language,
        n_documents=1,
        words={term: weight / length for term, weight in weights.items()},
        weekdays=_weekday(f"{document.title}\n{text[:DAY_READ]}", language),
        first=day,
        last=day,
    )


def similarity(a: Profile, b: Profile) -> float:
    """Mean over the pairs of a document of each, up to 1; -1 if they cannot be one story.

    The order does not matter. No word in common gives 0, or less if other days are named.
    """
    if a.language != b.language or _apart(a, b) > WINDOW:
        return -1.0
    n_naming = sum(a.weekdays.values()) * sum(b.weekdays.values())
    n_other = n_naming - sum(n * b.weekdays.get(day, 0) for day, n in a.weekdays.items())
    return (_dot(a.words, b.words) - OTHER_DAY * n_other) / (a.n_documents * b.n_documents)


def joined(a: Profile, b: Profile) -> Profile:
    """The documents of both as one."""
    small, large = sorted((a.words, b.words), key=len)
    words = dict(large)
    for term, weight in small.items():
        words[term] = words.get(term, 0.0) + weight
    days = [day for p in (a, b) for day in (p.first, p.last) if day is not None]
    return Profile(
        language=a.language,
        n_documents=a.n_documents + b.n_documents,
        words=words,
        weekdays=Counter(a.weekdays) + Counter(b.weekdays),
        first=min(days, default=None),
        last=max(days, default=None),
    )


def _dot(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    small, large = sorted((a, b), key=len)
    return sum(weight * large[term] for term, weight in small.items() if term in large)


def _apart(a: Profile, b: Profile) -> int:
    """Days from the first to the last of both; what has no date is near to all."""
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return 0
    return max(a.last, b.last) - min(a.first, b.first)


def _terms(text: str, language: str) -> list[str]:
    """Stems; of a script without blanks, two signs that stand together."""
    terms = [stem for stem in vectors.stems(text, language) if not _SIGN.match(stem)]
    if not languages.stop_words(language):
        terms = [term for term in terms if len(term) > SHORT]
    return terms + [a + b for run in _SIGNS.findall(text) for a, b in pairwise(run)]


def _weekday(text: str, language: str) -> Mapping[int, int]:
    """The first day of the week that is named."""
    names = WEEKDAYS.get(language, {})
    words = (match[0] for match in _WORD.finditer(text.replace("’", "'").lower()))
    return next(({names[word]: 1} for word in words if word in names), {})
