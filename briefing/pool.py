"""What rankers read: the sentences, their copies and other wordings, where each stands.

A statement that several documents make is rated by the best of its wordings, so that it
matters neither which of them was kept nor how often it was copied.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from briefing.model import Claim, Context, Document, Sentence

if TYPE_CHECKING:
    from briefing.model import Scores

N_DIGITS = 12
"""Digits of a score that are kept: the rest differs between machines and would break ties."""

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Pool:
    """Sentences to rate, and where they stand; arrays have shape (n_sentences,)."""

    sentences: tuple[Sentence, ...]
    """Those that were given, in that order, then their other wordings."""
    n_given: int
    documents: tuple[Document, ...]
    """In the order of first appearance."""
    owners: Numbers
    """Index of the document of each sentence."""
    positions: Numbers
    """How many of the sentences stand before it in its document."""
    statements: Numbers
    """Equal numbers for copies and for wordings of one claim."""

    @property
    def languages(self) -> tuple[str, ...]:
        """Language of each document; where it is unknown, that of most others, else "en"."""
        known = [document.language for document in self.documents if document.language]
        counts = Counter(known)
        usual = max(counts, key=counts.__getitem__) if known else "en"
        return tuple(document.language or usual for document in self.documents)

    def shared(self, scores: Scores) -> Scores:
        """Score of each given sentence: the best of all its wordings, rounded."""
        best = np.full(len(self.sentences), -np.inf)
        np.maximum.at(best, self.statements, scores)
        return np.round(best[self.statements[: self.n_given]], N_DIGITS)

    def order_of_reading(self) -> Numbers:
        """Numbers of the sentences: the first of every document, then the second, and so on."""
        return np.lexsort((self.owners, self.positions))


def gather(sentences: Sequence[Sentence], context: Context) -> Pool:
    """Pool `sentences`, with the other wordings that `context.claims` knows of."""
    given = tuple(sentences)
    others, joined = _other_wordings(given, context.claims)
    wordings = (*given, *others)
    documents, owners = _owners(wordings)
    return Pool(
        wordings,
        len(given),
        documents,
        owners,
        _positions(wordings, owners),
        _statements(wordings, joined),
    )


def first_copies(sentences: Sequence[Sentence]) -> Numbers:
    """For each sentence, the number of the first with the same words, shape (n_sentences,)."""
    seen: dict[str, int] = {}
    return np.asarray(
        [seen.setdefault(" ".join(s.text.split()), n) for n, s in enumerate(sentences)],
        dtype=np.int64,
    )


def _other_wordings(
    given: Sequence[Sentence], claims: Sequence[Claim]
) -> tuple[list[Sentence], list[tuple[int, int]]]:
    """Wordings that are not among `given`, and numbers of two that say the same."""
    several = [claim for claim in claims if len(claim.sentences) > 1]
    numbers = {_place(sentence): n for n, sentence in enumerate(given)} if several else {}
    others: list[Sentence] = []
    joined: list[tuple[int, int]] = []
    for claim in several:
        places = [_place(sentence) for sentence in claim.sentences]
        found = [numbers[place] for place in places if place in numbers]
        if not found:
            continue
        for place, sentence in zip(places, claim.sentences, strict=True):
            if place not in numbers:
                numbers[place] = len(given) + len(others)
                others.append(sentence)
            joined.append((numbers[place], found[0]))
    return others, joined


def _place(sentence: Sentence) -> tuple[str, int, int]:
    return sentence.document.source, sentence.start, sentence.end


def _owners(sentences: Sequence[Sentence]) -> tuple[tuple[Document, ...], Numbers]:
    """Documents in the order of first appearance, and the number of each sentence's."""
    # Equal documents are one, but comparing them is slow: once for each object is enough.
    objects = {id(sentence.document): sentence.document for sentence in sentences}
    documents: dict[Document, int] = {}
    numbers = {key: documents.setdefault(d, len(documents)) for key, d in objects.items()}
    owners = [numbers[id(sentence.document)] for sentence in sentences]
    return tuple(documents), np.asarray(owners, dtype=np.int64)


def _positions(sentences: Sequence[Sentence], owners: Numbers) -> Numbers:
    starts = np.asarray([sentence.start for sentence in sentences], dtype=np.int64)
    order = np.lexsort((starts, owners))
    sizes = np.bincount(owners)
    positions = np.empty(len(sentences), dtype=np.int64)
    positions[order] = np.arange(len(sentences)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    return positions


def _statements(sentences: Sequence[Sentence], joined: Sequence[tuple[int, int]]) -> Numbers:
    """Join copies and the wordings of claims, also in chains, shape (n_sentences,)."""
    parents = first_copies(sentences).tolist()

    def root(n: int) -> int:
        while parents[n] != n:
            n = parents[n]
        return n

    for n, first in joined:
        a, b = sorted((root(n), root(first)))
        parents[b] = a
    # A parent stands before its children, so that it has its root when they ask.
    for n, parent in enumerate(parents):
        parents[n] = parents[parent]
    return np.asarray(parents, dtype=np.int64)
