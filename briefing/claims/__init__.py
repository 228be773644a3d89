"""Fold sentences that say the same: near-copies become one claim, best wording first.

`marks` reads a sentence, `conflicts` knows what sets two apart whatever else they share, and
`likeness` estimates whether they say the same. Sketches (`nearness`) propose the pairs that
are worth a look, so that cost grows with what is alike.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np

from briefing import languages, nearness, vectors
from briefing.claims import conflicts, likeness, marks
from briefing.claims.wordlists import TURNS
from briefing.cleaning import Line
from briefing.model import Claim, Sentence

LIKELY = 0.872
"""Probability from which two lines make one claim: on the training half of MSRP, of the
pairs above it that nothing sets apart .974 are paraphrases, and they are .306 of all
paraphrases; in cross-validation .974 and .306 too. At .85 they are .965 and .329."""
ALIKE = 0.4
FEW, FEW_ALIKE = 5, 0.6
"""Jaccard similarity of their units below which two lines are not looked at, and what it is
where one has fewer units than `FEW`: of the pairs that fold on the training half of MSRP
.02 have less."""
CROWDED = 60
"""A bucket of more claims proposes none of them, so that set phrases cost nothing."""
READABLE = 30
"""Words; a wording up to this length is preferred."""
_N_HASHES, _N_ROWS = 63, 3
"""Of the pairs that fold on the training half of MSRP .985 share a bucket."""


def fold(lines: Sequence[Line]) -> tuple[Claim, ...]:
    """Claims in the order of their first line; each line is in one of them.

    Lines are taken from the best wording to the worst, and each joins the first claim whose
    best wording it repeats: every copy was compared with the words that a memo prints. The
    order of `lines` changes the order of the claims, and nothing else.
    """
    order = sorted(range(len(lines)), key=lambda place: _wording(lines[place]))
    copies = _copies(lines, order)
    units = _units(copies)
    homes = _homes([lines[places[0]].sentence for places in copies.values()], units)
    claims: dict[int, list[int]] = defaultdict(list)
    for home, places in zip(homes, copies.values(), strict=True):
        claims[home] += places
    rank = {place: n for n, place in enumerate(order)}
    return tuple(
        Claim(tuple(lines[place].sentence for place in sorted(places, key=rank.__getitem__)))
        for places in sorted(claims.values(), key=min)
    )


def same(a: Sentence, b: Sentence) -> bool:
    """Whether two sentences make one claim. Symmetric, and not transitive."""
    return _say_the_same(marks.of(a), marks.of(b))


def _say_the_same(a: marks.Marks, b: marks.Marks) -> bool:
    if a.language == b.language and a.tokens == b.tokens:
        return True
    if a.language not in TURNS or conflicts.find(a, b):
        return False
    return likeness.estimate(a, b) >= LIKELY


def _copies(lines: Sequence[Line], order: Iterable[int]) -> dict[tuple[str, str], list[int]]:
    """Language and words → places of the lines that are word for word the same."""
    equal: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place in order:
        sentence = lines[place].sentence
        language = sentence.document.language or "en"
        equal[language, " ".join(marks.words(sentence.text, language))].append(place)
    return equal


def _homes(sentences: Sequence[Sentence], units: Sequence[frozenset[str]]) -> list[int]:
    """For each sentence the first one that it repeats, if that repeats none; else itself."""
    heads: dict[int, list[int]] = defaultdict(list)
    read: dict[int, marks.Marks] = {}

    def mark(n: int) -> marks.Marks:
        if n not in read:
            read[n] = marks.of(sentences[n])
        return read[n]

    homes: list[int] = []
    for n, buckets in enumerate(_shared_buckets(units)):
        found = [heads[bucket] for bucket in buckets]
        near = sorted({head for some in found if len(some) <= CROWDED for head in some})
        alike = (head for head in near if _are_alike(units[head], units[n]))
        home = next((head for head in alike if _say_the_same(mark(head), mark(n))), n)
        homes.append(home)
        if home == n:
            for some in found:
                some.append(n)
    return homes


def _units(texts: Iterable[tuple[str, str]]) -> list[frozenset[str]]:
    """Units of the content words of each text; its words where it has none."""
    known: dict[str, dict[str, str]] = defaultdict(dict)
    found = []
    for language, text in texts:
        words = text.split()
        unit = known[language]
        new = [word for word in words if word not in unit]
        unit.update(
            zip(new, marks.units(vectors.stemmed(new, language), language), strict=True)
        )
        stop = languages.stop_words(language)
        found.append(frozenset([unit[word] for word in words if word not in stop] or words))
    return found


def _shared_buckets(units: Sequence[frozenset[str]]) -> list[list[int]]:
    """Numbers of the buckets of each set that another one is in, too."""
    sets = [nearness.hashed(some) for some in units]
    keys = nearness.buckets(nearness.signatures(sets, _N_HASHES), _N_ROWS)
    buckets: list[list[int]] = [[] for _ in units]
    offset = 0
    for column in keys.T:
        values, kinds, counts = np.unique(column, return_inverse=True, return_counts=True)
        for n in np.flatnonzero(counts[kinds] > 1).tolist():
            buckets[n].append(offset + int(kinds[n]))
        offset += len(values)
    return buckets


def _are_alike(a: frozenset[str], b: frozenset[str]) -> bool:
    n_a, n_b = len(a), len(b)
    least = ALIKE if n_a >= FEW <= n_b else FEW_ALIKE
    if n_a < least * n_b or n_b < least * n_a:
        return False
    shared = len(a & b)
    return shared >= least * (n_a + n_b - shared)


def _wording(line: Line) -> tuple[bool, bool, str, str, int, str]:
    """Sorts the best wording first: stands alone, readable in length, earliest."""
    sentence = line.sentence
    published = sentence.document.published
    return (
        line.leans_on is not None,
        sentence.n_words > READABLE,
        published.isoformat() if published else "~",
        sentence.document.source,
        sentence.index,
        sentence.text,
    )
