"""Find many phrases in many texts at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from briefing.sections.lexicon import pattern

Ints = NDArray[np.int64]

MOST_TYPES = 1 << 18
"""Distinct words that are remembered; with more, all are met anew."""


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
        self._numbers: dict[str, int] = {}

    def flat(self, texts: Sequence[Sequence[str]]) -> Flat:
        """The texts as numbers of their words."""
        known = self._numbers
        for word in chain.from_iterable(texts):
            if word not in known:
                known[word] = len(self.words)
                self.words.append(word)
        lengths = np.fromiter(map(len, texts), np.int64, len(texts))
        found = map(known.__getitem__, chain.from_iterable(texts))
        types = np.fromiter(found, np.int64, int(lengths.sum()))
        return Flat(types, np.repeat(np.arange(len(texts)), lengths), len(texts))

    def forget(self) -> None:
        """Forget all words; whoever keeps what belongs to a number must forget it too."""
        self.words.clear()
        self._numbers.clear()


class Matcher:
    """Phrases, compiled; the longest at a place wins, and what it takes is taken.

    Phrases of one length at one place are all found.
    """

    def __init__(self, phrases: Sequence[Phrase], vocabulary: Vocabulary) -> None:
        """Compile `phrases`; one without a word is never found."""
        self._vocabulary = vocabulary
        self._exact: dict[tuple[str, bool], list[int]] = {}
        self._families: dict[tuple[str, bool], list[int]] = {}
        self._patterns: list[tuple[str, ...]] = []
        self._cased: list[bool] = []
        self._lengths: tuple[int, ...] = ()
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
        table.setdefault((head.rstrip("*"), phrase.cased), []).append(n)
        if head.endswith("*"):
            self._lengths = tuple(sorted({*self._lengths, len(head) - 1}))

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
        word = self._vocabulary.words[number]
        if not self._cased[n]:
            word = word.casefold()
        part = self._patterns[n][k]
        return word.startswith(part[:-1]) if part.endswith("*") else word == part

    def _learn(self) -> None:
        """Find out which phrases each new type begins."""
        new = self._vocabulary.words[len(self._single) :]
        if not new:
            return
        for word in new:
            begun = sorted(self._begun_by(word))
            self._single.append(tuple(n for n in begun if len(self._patterns[n]) == 1))
            self._longer.append(tuple(n for n in begun if len(self._patterns[n]) > 1))
        fresh = self._longer[len(self._heads) :]
        self._heads = np.concatenate([self._heads, np.fromiter(map(bool, fresh), np.bool_)])
        fresh = self._single[len(self._n_single) :]
        self._n_single = np.concatenate(
            [self._n_single, np.fromiter(map(len, fresh), np.int64)]
        )

    def _begun_by(self, word: str) -> Iterable[int]:
        folded = word.casefold()
        for form, cased in ((word, True), (folded, False)):
            yield from self._exact.get((form, cased), ())
            for length in self._lengths:
                if length <= len(form):
                    yield from self._families.get((form[:length], cased), ())
