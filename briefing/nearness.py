"""Shingles, MinHash and bands: find texts that are alike without comparing all pairs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from hashlib import blake2b
from itertools import combinations
from typing import TypeAlias

import numpy as np
import rensa
from numpy.typing import NDArray

Shingles: TypeAlias = NDArray[np.uint64]
"""Hashes of the shingles of one text, each once, ascending."""

N_HASHES = 128
"""Of a signature; the estimate of a Jaccard similarity errs by some 1 / sqrt(128) = .09."""
_SEED = 1
_CHUNK = 10_000
_FACTOR = np.uint64(0x9E3779B97F4A7C15)
"""2**64 / golden ratio, odd: spreads sums over all bits (Knuth, TAOCP 3, section 6.4)."""


def hashes(tokens: Iterable[str]) -> NDArray[np.uint64]:
    """64 bits for each token, the same in every run."""
    return np.asarray([_hashed(token) for token in tokens], dtype=np.uint64)


def word_shingles(tokens: Sequence[str], n: int = 3) -> Shingles:
    """Every `n` neighbouring tokens; all of them as one where there are fewer than `n`."""
    return _shingles([_hashed(token) for token in tokens], n)


def char_shingles(text: str, n: int = 5) -> Shingles:
    """Every `n` neighbouring characters, blanks made one and at both ends, lower case.

    None where there is nothing but blanks.
    """
    folded = " ".join(text.lower().split())
    return _shingles([ord(char) for char in f" {folded} "] if folded else [], n)


def jaccard(a: Shingles, b: Shingles) -> float:
    """Part of the shingles of both that both have, from 0 to 1; 0 for two empty ones."""
    shared = len(np.intersect1d(a, b, assume_unique=True))
    return shared / (len(a) + len(b) - shared) if shared else 0.0


def containment(a: Shingles, b: Shingles) -> float:
    """Part of the smaller set that the larger one has, from 0 to 1 (Broder 1997)."""
    shared = len(np.intersect1d(a, b, assume_unique=True))
    return shared / min(len(a), len(b)) if shared else 0.0


def signatures(sets: Sequence[Shingles], n_hashes: int = N_HASHES) -> NDArray[np.uint32]:
    """MinHash of each set, shape (n_sets, n_hashes).

    The part of the columns in which two rows agree estimates the Jaccard similarity
    (Broder 1997). All empty sets have one signature.
    """
    flat = np.concatenate([np.empty(0, dtype=np.uint64), *sets])
    return flat_signatures(flat, np.cumsum([0, *map(len, sets)]), n_hashes)


def flat_signatures(
    flat: NDArray[np.uint64], ends: NDArray[np.int64], n_hashes: int = N_HASHES
) -> NDArray[np.uint32]:
    """The same of the sets `flat[ends[n]:ends[n + 1]]`, which stand one behind the other."""
    n_sets = len(ends) - 1
    found = np.empty((n_sets, n_hashes), dtype=np.uint32)
    for start in range(0, n_sets, _CHUNK):  # the library gives lists of Python's integers
        bounds = ends[start : start + _CHUNK + 1]
        matrix = rensa.RMinHash.digest_matrix_from_flat_token_hashes(
            flat[bounds[0] : bounds[-1]],
            (bounds - bounds[0]).astype(np.uint64),
            n_hashes,
            _SEED,
        )
        found[start : start + _CHUNK] = matrix.to_rows()
    return found


def buckets(signatures: NDArray[np.uint32], n_rows: int) -> NDArray[np.uint64]:
    """A key for every `n_rows` columns of a signature, shape (n_sets, n_hashes // n_rows).

    Two sets of Jaccard similarity s have a key in common, in the same column, with
    probability 1 - (1 - s**n_rows) ** (n_hashes // n_rows); see Leskovec, Rajaraman and
    Ullman (2014), section 3.4. Raises ValueError unless `n_rows` divides `n_hashes`.
    """
    n_sets, n_hashes = signatures.shape
    if n_hashes % n_rows:
        raise ValueError(f"n_rows: {n_rows} does not divide {n_hashes}")
    bands = signatures.reshape(n_sets, n_hashes // n_rows, n_rows)
    keys = np.zeros(bands.shape[:2], dtype=np.uint64)
    for row in range(n_rows):
        keys = _mixed(keys, bands[:, :, row])
    return keys


def candidates(keys: NDArray[np.uint64]) -> Iterator[tuple[int, int]]:
    """Pairs (lower, higher) of rows of `keys` that agree in a column, each once, ascending."""
    found: set[tuple[int, int]] = set()
    for column in keys.T:
        _, kinds, counts = np.unique(column, return_inverse=True, return_counts=True)
        shared = np.flatnonzero(counts[kinds] > 1)
        order = shared[np.argsort(kinds[shared], kind="stable")]
        for same in np.split(order, np.flatnonzero(np.diff(kinds[order])) + 1):
            found.update(combinations(same.tolist(), 2))
    return iter(sorted(found))


def pairs(sets: Sequence[Shingles], least: float) -> Iterator[tuple[int, int, float]]:
    """(lower, higher, Jaccard) of the pairs whose Jaccard similarity is `least` or more.

    Every similarity is counted, none estimated; a pair that is barely alike enough may be
    missed, with a probability under .02. `least` is from 0.25 to 1. Empty sets are in no
    pair. Cost grows with the pairs that are alike. Raises ValueError.
    """
    if not 0.25 <= least <= 1:
        raise ValueError(f"least: {least} is not from 0.25 to 1")
    full = [n for n, shingles in enumerate(sets) if len(shingles)]
    found = signatures([sets[n] for n in full])
    for lower, higher in candidates(buckets(found, _rows_for(least))):
        a, b = full[lower], full[higher]
        similarity = jaccard(sets[a], sets[b])
        if similarity >= least:
            yield a, b, similarity


def _rows_for(least: float) -> int:
    """The longest bands that miss less than one pair in fifty that is alike by `least`."""
    return next(
        n_rows
        for n_rows in (32, 16, 8, 4, 2)
        if (1 - least**n_rows) ** (N_HASHES // n_rows) < 0.02
    )


def _shingles(units: Sequence[int], n: int) -> Shingles:
    if not units:
        return np.empty(0, dtype=np.uint64)
    n = min(n, len(units))
    hashes = np.asarray(units, dtype=np.uint64)
    keys = np.zeros(len(hashes) - n + 1, dtype=np.uint64)
    for offset in range(n):
        keys = _mixed(keys, hashes[offset : offset + len(keys)])
    return np.unique(keys)


def _mixed(keys: NDArray[np.uint64], more: NDArray[np.unsignedinteger]) -> NDArray[np.uint64]:
    """Hash of (key, one more), so that order counts."""
    with np.errstate(over="ignore"):
        sums = (keys ^ (keys >> np.uint64(29))) * _FACTOR + more.astype(np.uint64)
        return (sums ^ (sums >> np.uint64(32))) * _FACTOR


@lru_cache(maxsize=1 << 18)
def _hashed(token: str) -> int:
    """64 bits that do not change with the process, as hash() does."""
    digest = blake2b(token.encode("utf-8", "surrogatepass"), digest_size=8)
    return int.from_bytes(digest.digest(), "little")
