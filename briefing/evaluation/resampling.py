"""How far a mean may be trusted: bootstrap intervals and a paired test, without a model.

Efron (1979), "Bootstrap methods: another look at the jackknife"; Koehn (2004), "Statistical
significance tests for machine translation evaluation", on the paired bootstrap; Fisher (1935),
"The design of experiments", on sign flips. The draws are the same for every column and run.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

SEED = 1
N_RESAMPLES = 2_000
"""Of an interval."""
N_FLIPS = 9_999
"""Of a test: the least p is 1 / 10,000."""
LEVEL = 95
"""Percent of an interval."""

Values = NDArray[np.float64]
"""Shape (n_rows, n_columns)."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A mean, and the interval that holds it in 95 of 100 draws of the rows."""

    mean: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Gain(Estimate):
    """A mean difference of pairs, and how often chance alone gives one as large."""

    p: float
    """Two-sided, above 0: part of the flips of signs, the one that was seen among them."""


def estimates(values: Values) -> tuple[Estimate, ...]:
    """Mean of each column, and its percentile bootstrap interval; at least one row."""
    edges = (50 - LEVEL / 2, 50 + LEVEL / 2)
    low, high = np.percentile(list(_resampled(values)), edges, axis=0)
    return tuple(
        Estimate(*map(float, one)) for one in zip(values.mean(axis=0), low, high, strict=True)
    )


def gains(differences: Values) -> tuple[Gain, ...]:
    """Mean of each column, its paired bootstrap interval and its p; at least one row."""
    return tuple(
        Gain(one.mean, one.low, one.high, float(p))
        for one, p in zip(estimates(differences), _chances(differences), strict=True)
    )


def draws(n: int) -> Iterator[NDArray[np.int64]]:
    """Numbers of `n` rows, as many drawn with replacement, once for each resample."""
    draw = np.random.default_rng(SEED)
    for _ in range(N_RESAMPLES):
        yield draw.integers(n, size=n)


def _resampled(values: Values) -> Iterator[Values]:
    """Means of the columns, each time over as many rows, drawn with replacement."""
    n = len(values)
    for drawn in draws(n):
        yield np.bincount(drawn, minlength=n) @ values / n


def _chances(differences: Values) -> Values:
    seen = np.abs(differences.sum(axis=0)) - 1e-9  # sums differ in their last digits
    draw = np.random.default_rng(SEED)
    n_as_large = np.ones(differences.shape[1])
    for _ in range(N_FLIPS):
        signs = 2.0 * draw.integers(2, size=len(differences)) - 1
        n_as_large += np.abs(signs @ differences) >= seen
    return n_as_large / (N_FLIPS + 1)
