"""Floors of claims on labelled pairs of news sentences; raised, never quietly lowered."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing import claims
from briefing.cleaning import Line
from briefing.evaluation import claims as evaluation
from briefing.evaluation import pairs
from briefing.evaluation.pairs import Pair
from tests.quality import benchmark_claims as benchmark


@pytest.fixture(scope="module")
def rows(shared_data: Path) -> list[Pair]:
    found = pairs.read(shared_data / "pairs_msrp_dev.jsonl.gz")
    return [row for row in found if isinstance(row, Pair)]


def test_pairs_of_sentences(rows: list[Pair]) -> None:
    # All said to be the same: F1 .806, accuracy .675.
    (report,) = evaluation.evaluate(rows)
    assert report.as_in_memos.precision >= 0.97
    assert report.as_in_memos.recall >= 0.3
    assert report.similarity.measures.f1 >= 0.84
    assert report.similarity.measures.accuracy >= 0.77


def test_pairs_of_sentences_that_nothing_was_fitted_to(shared_data: Path) -> None:
    folded, alone = benchmark.held_out(benchmark.table(shared_data), draw=0)
    assert folded.precision >= 0.968
    assert folded.recall >= 0.3
    assert alone.f1 >= 0.835
    assert alone.accuracy >= 0.765


def test_what_is_the_same_is_proposed(rows: list[Pair]) -> None:
    same = [row.sentences for row in rows if claims.same(*row.sentences)]
    folded = [len(claims.fold([Line(a), Line(b)])) == 1 for a, b in same]
    assert sum(folded) >= 0.95 * len(folded)
