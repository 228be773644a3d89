"""Tokens, stems and TF-IDF rows are what a reader of news would expect."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import vectors

TERMS = st.lists(st.lists(st.sampled_from(["talks", "treaty", "port", "grain"])), max_size=6)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The U.S. envoy’s talks", ["the", "u.s.", "envoy", "talks"]),
        ("US and UK troops", ["u.s.", "and", "u.k.", "troops"]),
        ("Tell us more", ["tell", "us", "more"]),
        ("COVID-19 hit 1,500 firms", ["covid-19", "hit", "1,500", "firms"]),
        ("at 3:45 p.m. on 2017-05-29", ["at", "3:45", "p.m.", "on", "2017-05-29"]),
        ("a 10-year-old, state-run mill", ["a", "10", "year", "old", "state", "run", "mill"]),
        ("the leaders' plan didn't", ["the", "leaders", "plan", "didn't"]),
        ("“O'Brien’s” plan, 3.5% up!", ["o'brien", "plan", "3.5", "up"]),
        ("snake_case", ["snake", "case"]),
        ("e\u0301lan", ["élan"]),
        ("北京 ok", ["北", "京", "ok"]),
        ("—!?…", []),
        ("", []),
    ],
)
def test_tokens_keep_what_belongs_together(text: str, expected: list[str]) -> None:
    assert vectors.tokens(text) == expected


def test_elided_articles_leave_the_word_in_french_and_italian() -> None:
    assert vectors.tokens("L’accord qu'elle a signé", "fr") == ["accord", "elle", "a", "signé"]
    assert vectors.tokens("dell'accordo", "it") == ["accordo"]
    assert vectors.tokens("l'accord", "en") == ["l'accord"]


def test_arabic_vowel_marks_do_not_part_a_word() -> None:
    assert vectors.tokens("مُحَمَّد", "ar") == ["محمد"]


def test_a_dotted_and_a_plain_abbreviation_are_one_term() -> None:
    assert vectors.stems("The US") == vectors.stems("The U.S.") == ["u.s."]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "They were negotiating the agreements", ["negoti", "agreement"]),
        ("fr", "Les négociations ont été annulées", ["négoci", "annul"]),
        ("de", "Die Verhandlungen wurden verschoben", ["verhandl", "verschob"]),
        ("ru", "Переговоры были отложены", ["переговор", "отлож"]),
        ("xx", "Les agreements", ["les", "agreements"]),
        ("en", "and of the to", []),
    ],
)
def test_stems_are_of_content_words_in_their_language(
    language: str, text: str, expected: list[str]
) -> None:
    assert vectors.stems(text, language) == expected


def test_columns_stand_in_the_order_of_first_appearance() -> None:
    rows = vectors.tfidf([["b", "a"], ["c", "a"]]).toarray()
    assert (rows > 0).tolist() == [[True, True, False], [False, True, True]]


def test_weights_are_counts_times_smooth_idf() -> None:
    rows = vectors.tfidf([["a", "a", "b"], ["b"]]).toarray()
    idf_a, idf_b = math.log(3 / 2) + 1, math.log(3 / 3) + 1
    assert rows[0, 0] / rows[0, 1] == pytest.approx(2 * idf_a / idf_b)
    assert rows[1].tolist() == [0, 1]


@pytest.mark.parametrize("texts", [[], [[]], [[], []]])
def test_texts_without_tokens_have_rows_without_columns(texts: list[list[str]]) -> None:
    assert vectors.tfidf(texts).shape == (len(texts), 0)


@given(TERMS)
def test_rows_have_length_one_or_no_token(texts: list[list[str]]) -> None:
    rows = vectors.tfidf(texts)
    lengths = np.sqrt((rows.toarray() ** 2).sum(axis=1))
    assert lengths == pytest.approx([float(bool(text)) for text in texts])


@given(TERMS)
def test_cosines_are_symmetric_and_from_zero_to_one(texts: list[list[str]]) -> None:
    rows = vectors.tfidf(texts)
    similarities = vectors.cosine(rows, rows).toarray()
    assert similarities == pytest.approx(similarities.T)
    assert np.all((similarities >= 0) & (similarities <= 1 + 1e-9))
    assert np.diag(similarities) == pytest.approx([float(bool(text)) for text in texts])


def test_cosine_compares_each_row_with_each() -> None:
    rows = vectors.tfidf([["port", "grain"], ["grain", "port"], ["talks"]])
    similarities = vectors.cosine(rows[:1], rows)
    assert similarities.shape == (1, 3)
    assert similarities.toarray()[0] == pytest.approx([1, 1, 0])
