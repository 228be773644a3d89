"""Floors of sentence splitting; they are raised, never quietly lowered."""

from __future__ import annotations

from pathlib import Path

from tests.quality import benchmark_sentences as benchmark


def test_boundaries_in_all_genres(shared_data: Path) -> None:
    # sentencex alone .977, Punkt trained on the text .969.
    assert benchmark.f1(benchmark.ours, benchmark.gum(shared_data)) >= 0.986


def test_boundaries_in_the_half_that_was_held_out(shared_data: Path) -> None:
    # Rules were made on the others, but for the one on quotations; sentencex alone .974.
    assert benchmark.f1(benchmark.ours, benchmark.gum(shared_data)[1::2]) >= 0.986


def test_boundaries_in_news(shared_data: Path) -> None:
    # Two documents, 64 sentences; sentencex alone .968.
    news = [gold for gold in benchmark.gum(shared_data) if gold.genre == "news"]
    assert benchmark.f1(benchmark.ours, news) >= 0.99


def test_golden_rules_of_pysbd(shared_data: Path) -> None:
    # sentencex alone 43.
    assert benchmark.n_rules_passed(benchmark.ours, shared_data) >= (47, 48)


def test_lines_filled_to_a_width_give_the_sentences_of_the_paragraphs(
    shared_data: Path,
) -> None:
    texts = benchmark.articles(shared_data, 5)
    for width in (46, 72, 100):
        assert benchmark.filled_f1(texts, width, "\n\n") >= 0.999
    # Here a short line is all that shows where a paragraph ends.
    assert benchmark.filled_f1(texts, 72, "\n") >= 0.99


def test_cases_of_our_own() -> None:
    # The cases that name a limit are in it.
    assert len(benchmark.cases()) >= 61
    assert benchmark.cases_f1() >= 0.994
