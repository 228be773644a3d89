"""Gather the documents that report one event: each document is in exactly one story.

Two documents are one story if their `profiles` are near. Stories grow by average link, the
nearest two first: all documents of both count, so that no chain of neighbours, each like the
next one, becomes a story.
"""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from briefing.model import Document, Story
from briefing.stories import profiles
from briefing.stories.profiles import Profile

if TYPE_CHECKING:
    from briefing.model import Scores

SAME = 0.28
"""Similarity from which two documents, or two stories on the mean, are one story.

Of 1,033 pairs of articles F1 is .942, precision .955; at .25 .948 and .942, at .31 .927 and
.962 (pairs_samestory_dev). A memo suffers more from a wrong story than from a split one.
"""
KEYS = 12
"""Heaviest words of a document: two documents that share two of these are compared."""
NEIGHBOURS = 10
"""Documents looked at, of all that have the same two words: the last before it."""
COMPARED = 20
"""Documents that one is compared with: those that share most. 15 and 30 find the same."""


def group(documents: Sequence[Document]) -> tuple[Story, ...]:
    """Stories by their earliest document, those without a date last; none for no documents.

    The order of `documents` does not matter. Documents of different languages, or that came
    out more than `profiles.WINDOW` days apart, are never one story.
    """
    ordered = sorted(documents, key=_place)
    found = [profiles.of(document) for document in ordered]
    return tuple(Story(tuple(ordered[n] for n in numbers)) for numbers in _grown(found))


def same(a: Document, b: Document) -> bool:
    """Whether two documents, alone, report one event. Symmetric, and not transitive."""
    return profiles.similarity(profiles.of(a), profiles.of(b)) >= SAME


def scores(pairs: Sequence[tuple[Document, Document]]) -> Scores:
    """Similarity of the documents of each pair, shape (n_pairs,), from -1 to 1.

    From `SAME` on they are one story. A score does not change with the other pairs.
    """
    found = {d: profiles.of(d) for pair in pairs for d in pair}
    return np.array([profiles.similarity(found[a], found[b]) for a, b in pairs], dtype=float)


def candidates(found: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    """Places (a, b), a < b, of profiles that are worth comparing, each pair once.

    All pairs of a few; of many, at most `COMPARED` for each, so that cost stays linear.
    """
    if len(found) <= COMPARED:
        yield from combinations(range(len(found)), 2)
        return
    latest: dict[tuple[str, str], tuple[int, ...]] = {}
    for number, profile in enumerate(found):
        shared: Counter[int] = Counter()
        heaviest = heapq.nsmallest(KEYS, profile.words, key=lambda w: (-profile.words[w], w))
        for words in combinations(sorted(heaviest), 2):
            others = latest.get(words, ())
            shared.update(others)
            latest[words] = (*others, number)[-NEIGHBOURS:]
        best = sorted((-n_shared, -other) for other, n_shared in shared.items())
        yield from ((-other, number) for _, other in best[:COMPARED])


def _place(document: Document) -> tuple[bool, str, str, str, str]:
    published = document.published
    return (
        published is None,
        published.isoformat() if published else "",
        document.title,
        document.text,
        document.source,
    )


def _grown(found: Sequence[Profile]) -> list[list[int]]:
    """Places of the documents of each story, both in order."""
    grown = dict(enumerate(found))
    members = {number: [number] for number in grown}
    near: dict[int, set[int]] = defaultdict(set)
    queue: list[tuple[float, int, int]] = []
    for a, b in candidates(found):
        value = profiles.similarity(found[a], found[b])
        if value >= SAME:
            near[a].add(b)
            near[b].add(a)
            queue.append((-value, a, b))
    heapq.heapify(queue)
    for new in range(len(found), 2 * len(found)):
        pair = _nearest(queue, members)
        if pair is None:
            break
        a, b = pair
        grown[new] = profiles.joined(grown.pop(a), grown.pop(b))
        members[new] = members.pop(a) + members.pop(b)
        near[new] = (near.pop(a) | near.pop(b)) - {a, b}
        for other in near[new]:
            near[other] = near[other] - {a, b} | {new}
            value = profiles.similarity(grown[other], grown[new])
            if value >= SAME:
                heapq.heappush(queue, (-value, other, new))
    return sorted(sorted(numbers) for numbers in members.values())


def _nearest(
    queue: list[tuple[float, int, int]], alive: dict[int, list[int]]
) -> tuple[int, int] | None:
    """The two nearest of those that are still there; they leave the queue."""
    while queue:
        _, a, b = heapq.heappop(queue)
        if a in alive and b in alive:
            return a, b
    return None
