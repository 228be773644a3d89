"""Find many phrases in many texts at once."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from briefing.sections.lexicon import pattern

Ints = NDArray[np.int64]

MOST_TYPES = 1 << 18
"""Distinct words that are remembered; with more, all are met anew."""
LAST = chr(0x10FFFF)
"""Sorts behind every other character."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words to look for, each of which may end in "*" for any ending."""

    text: str
    cased: bool = False


@dataclass(frozen=True, slots=True)
class Flat:
    """Words of many texts one after the other, each as the number of its type."""

    types: Ints
    """Shape (n_words,)."""
    owners: Ints
    """Number of the text that each word stands in, shape (n_words,)."""
    n_texts: int


class Vocabulary:
    """Distinct words, numbered as they are met."""

    def __init__(self) -> None:
        """No word is known."""
        self.words: list[str] = []
        self.folded: list[str] = []
        """The same without case."""
        self._numbers: dict[str, int] = {}

    def flat(self, texts: Sequence[Sequence[str]]) -> Flat:
        """The texts as numbers of their words."""
        known = self._numbers
        for word in chain.from_iterable(texts):
            if word not in known:
                known[word] = len(self.words)
                self.words.append(word)
                self.folded.append(word.casefold())
        lengths = np.fromiter(map(len, texts), np.int64, len(texts))
        found = map(known.__getitem__, chain.from_iterable(texts))
        types = np.fromiter(found, np.int64, int(lengths.sum()))
        return Flat(types, np.repeat(np.arange(len(texts)), lengths), len(texts))

    def forget(self) -> None:
        """Forget all words; whoever keeps what belongs to a number must forget it too."""
        self.words.clear()
        self.folded.clear()
        self._numbers.clear()


class Matcher:
    """Phrases, compiled; the longest at a place wins, and what it takes is taken.

    Phrases of one length at one place are all found.
    """

    def __init__(self, phrases: Sequence[Phrase], vocabulary: Vocabulary) -> None:
        """Compile `phrases`; one without a word is never found."""
        self._vocabulary = vocabulary
        self._exact: dict[bool, dict[str, list[int]]] = {True: {}, False: {}}
        self._families: dict[bool, dict[str, list[int]]] = {True: {}, False: {}}
        self._patterns: list[tuple[str, ...]] = []
        self._cased: list[bool] = []
        for n, phrase in enumerate(phrases):
            self._add(n, phrase)
        self.forget()

    def _add(self, n: int, phrase: Phrase) -> None:
        parts = pattern(phrase.text, cased=phrase.cased)
        self._patterns.append(parts)
        self._cased.append(phrase.cased)
        if not parts:
            return
        head = parts[0]
        table = self._families if head.endswith("*") else self._exact
        table[phrase.cased].setdefault(head.rstrip("*"), []).append(n)

    def forget(self) -> None:
        """Forget what is known of each type."""
        self._single: list[tuple[int, ...]] = []
        self._longer: list[tuple[int, ...]] = []
        self._heads = np.zeros(0, dtype=np.bool_)
        self._n_single = np.zeros(0, dtype=np.int64)
        self._pairs: dict[tuple[int, int], tuple[int, ...]] = {}

    def find(self, flat: Flat) -> tuple[Ints, Ints]:
        """(owners, phrases): a text and a phrase that it has, once for each place."""
        self._learn()
        n_words = len(flat.types)
        taken = np.zeros(n_words, dtype=np.bool_)
        owners: list[int] = []
        phrases: list[int] = []
        end = 0
        types = flat.types.tolist() if n_words else []
        for place in self._candidates(flat):
            if place < end:
                continue
            length, found = self._longest(flat, types, place)
            if length:
                end = place + length
                taken[place:end] = True
                owners += [int(flat.owners[place])] * len(found)
                phrases += found
        free = np.flatnonzero(~taken & (self._n_single[flat.types] > 0))
        counts = self._n_single[flat.types[free]]
        singles = chain.from_iterable(self._single[n] for n in flat.types[free].tolist())
        return (
            np.concatenate(
                [np.asarray(owners, np.int64), np.repeat(flat.owners[free], counts)]
            ),
            np.concatenate(
                [
                    np.asarray(phrases, np.int64),
                    np.fromiter(singles, np.int64, int(counts.sum())),
                ]
            ),
        )

    def _candidates(self, flat: Flat) -> list[int]:
        """Places where a phrase of several words may begin."""
        if len(flat.types) < 2:
            return []
        may = self._heads[flat.types[:-1]] & (flat.owners[:-1] == flat.owners[1:])
        return np.flatnonzero(may).tolist()

    def _longest(self, flat: Flat, types: list[int], place: int) -> tuple[int, list[int]]:
        pair = (types[place], types[place + 1])
        candidates = self._pairs.get(pair)
        if candidates is None:
            second = pair[1]
            candidates = self._pairs[pair] = tuple(
                n for n in self._longer[pair[0]] if self._fits(n, 1, second)
            )
        best = 0
        found: list[int] = []
        for n in candidates:
            length = len(self._patterns[n])
            last = place + length - 1
            if length < best or last >= len(types) or flat.owners[last] != flat.owners[place]:
                continue
            if all(self._fits(n, k, types[place + k]) for k in range(2, length)):
                if length > best:
                    best, found = length, []
                found.append(n)
        return best, found

    def _fits(self, n: int, k: int, number: int) -> bool:
        """Whether the word `number` can be word `k` of phrase `n`."""
        word = self._forms(cased=self._cased[n])[number]
        part = self._patterns[n][k]
        return word.startswith(part[:-1]) if part.endswith("*") else word == part

    def _learn(self) -> None:
        """Find out which phrases each new type begins."""
        start, n_words = len(self._single), len(self._vocabulary.words)
        if start == n_words:
            return
        self._single += [()] * (n_words - start)
        self._longer += [()] * (n_words - start)
        for n, begun in enumerate(self._begun_by(start), start):
            if begun:
                begun.sort()
                self._single[n] = tuple(m for m in begun if len(self._patterns[m]) == 1)
                self._longer[n] = tuple(m for m in begun if len(self._patterns[m]) > 1)
        fresh = self._longer[len(self._heads) :]
        self._heads = np.concatenate([self._heads, np.fromiter(map(bool, fresh), np.bool_)])
        fresh = self._single[len(self._n_single) :]
        self._n_single = np.concatenate(
            [self._n_single, np.fromiter(map(len, fresh), np.int64)]
        )

    def _forms(self, *, cased: bool) -> list[str]:
        return self._vocabulary.words if cased else self._vocabulary.folded

    def _begun_by(self, start: int) -> list[list[int]]:
        """The phrases that each type from `start` on begins."""
        begun: list[list[int]] = [[] for _ in self._vocabulary.words[start:]]
        for cased in (True, False):
            forms = self._forms(cased=cased)[start:]
            exact = self._exact[cased]
            for found, form in zip(begun, forms, strict=True):
                found += exact.get(form, ())
            order = sorted(range(len(forms)), key=forms.__getitem__)
            ordered = [forms[n] for n in order]
            for head, family in self._families[cased].items():
                first, end = bisect_left(ordered, head), bisect_left(ordered, head + LAST)
                for n in order[first:end]:
                    begun[n] += family
        return begun
