"""Bounds of cleaning on days of real news; they are tightened, never quietly loosened."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from pathlib import Path

import pytest

from briefing import claims, cleaning, sentences
from briefing.cleaning import datelines
from briefing.model import Document, Sentence

DAYS = slice(0, 60, 3)
"""20 days, from 2012 to 2020."""


@pytest.fixture(scope="module")
def split(shared_data: Path) -> tuple[Sentence, ...]:
    """The sentences of all articles of some days."""
    with gzip.open(shared_data / "daily_allsides_dev.jsonl.gz", "rt", encoding="utf-8") as rows:
        days = [json.loads(row) for row in rows][DAYS]
    return tuple(
        sentence
        for day in days
        for n, row in enumerate(day["documents"])
        for sentence in sentences.split(
            Document(row["text"], f"{day['id']}#{n}", row["title"], language="en")
        )
    )


@pytest.fixture(scope="module")
def cleaned(split: tuple[Sentence, ...]) -> cleaning.Cleaned:
    return cleaning.clean(split)


def test_two_thirds_are_lines_and_a_third_of_these_leans(
    split: tuple[Sentence, ...], cleaned: cleaning.Cleaned
) -> None:
    assert 0.6 <= len(cleaned.lines) / len(split) <= 0.72
    leaning = sum(line.leans_on is not None for line in cleaned.lines)
    assert 0.3 <= leaning / len(cleaned.lines) <= 0.4


def test_no_reason_takes_more_than_a_few_in_a_hundred(
    split: tuple[Sentence, ...], cleaned: cleaning.Cleaned
) -> None:
    shares = Counter(dropped.reason for dropped in cleaned.dropped)
    assert set(shares) >= set(cleaning.REASONS) - {"dateline", "too long"}
    # A slip in a pattern shows here first.
    assert max(shares.values()) <= 0.06 * len(split)
    assert shares["text run together"] <= 0.005 * len(split)


def test_lines_look_like_sentences(cleaned: cleaning.Cleaned) -> None:
    texts = [line.sentence.text for line in cleaned.lines]
    assert all(text.rstrip("\"'”’»“‘)] ").endswith((".", "!", "?", "…")) for text in texts)
    assert not [text for text in texts if datelines.length(text)]
    assert not [text for text in texts if text.startswith(("(", "- ", "• ", "By signing up"))]
    assert not [text for text in texts if "Getty Images" in text or "©" in text]
    assert not [text for text in texts if len(text.split()) < cleaning.form.FEWEST_WORDS]
    assert max(len(text.split()) for text in texts) <= cleaning.form.MOST_WORDS


def test_copies_are_few_and_agree(cleaned: cleaning.Cleaned) -> None:
    folded = claims.fold(cleaned.lines)
    assert 0.002 <= 1 - len(folded) / len(cleaned.lines) <= 0.03
    for claim in folded:
        figures = {
            tuple(sorted(value for value, _ in claims.marks.of(sentence).figures))
            for sentence in claim.sentences
        }
        assert len(figures) == 1
