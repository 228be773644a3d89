"""What bears on a question is rated by hand, and comes first in a memo."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import log
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing import focus, pipeline
from briefing.model import Claim, Context, Document, Memo, Sentence
from briefing.selection.chooser import ABOUT
from tests import builders

OWN, AROUND = 2 / 3, 1 / 3


def article(
    *texts: str, source: str = "a.txt", title: str = "", language: str = "en"
) -> tuple[Sentence, ...]:
    lines = builders.sentences(*texts, source=source)
    whole = builders.document(
        lines[0].document.text, source=source, title=title, language=language
    )
    return tuple(replace(line, document=whole) for line in lines)


def relevance(
    sentences: Sequence[Sentence], about: str, claims: Sequence[Claim] = ()
) -> list[float]:
    notes: list[str] = []
    found = focus.relevance(sentences, Context(tuple(claims), (), notes.append), about)
    assert found.shape == (len(sentences),)
    assert notes == []
    return [float(each) for each in found]


def test_a_line_that_has_the_word_tells_all_and_those_beside_it_a_third() -> None:
    lines = article("The ferry sank.", "Fog came.", "Snow fell.", "A storm!", "Two ferries.")
    assert relevance(lines, "ferry") == pytest.approx([1, AROUND, 0, AROUND, 1])


def test_the_lines_beside_are_those_of_the_same_document() -> None:
    lines = article("Fog came.", "The ferry sank.") + article("Snow fell.", source="b.txt")
    assert relevance(lines, "ferry") == pytest.approx([AROUND, 1, 0])
    assert relevance(lines[::-1], "ferry") == pytest.approx([0, 1, AROUND])


def test_rare_words_count_more() -> None:
    lines = [
        line
        for n, text in enumerate(("Ferry.", "Ferry fog.", "Ferry!", "Snow.", "Fog ferry."))
        for line in article(text, source=f"{n}.txt")
    ]
    ferry, fog = log(6 / 5) + 1, log(6 / 3) + 1
    assert fog > ferry
    only_ferry = ferry / (ferry + fog)
    assert relevance(lines, "Ferries in fog?") == pytest.approx(
        [only_ferry, 1, only_ferry, 0, 1]
    )


def test_title_and_neighbours_are_worth_a_third_once() -> None:
    lines = (
        *article("He sank it.", "The ferry!", "Fog.", source="a.txt", title="Ferry ferry fog"),
        *article("Snow.", source="b.txt", title="Ferry"),
    )
    ferry = log(5 / 2) + 1
    fog = log(5 / 2) + 1
    part = ferry / (ferry + fog)
    assert relevance(lines, "ferry fog") == pytest.approx(
        [AROUND, OWN * part + AROUND, OWN * (1 - part) + AROUND, AROUND * part]
    )


def test_words_that_no_line_has_do_not_count() -> None:
    lines = article("The ferry sank.", "Fog came.", "Snow.", title="A dragon")
    known = relevance(lines, "ferry")
    assert relevance(lines, "the ferry and the dragon of Xanthe") == known
    assert known == pytest.approx([1, AROUND, 0])


@pytest.mark.parametrize("about", ["dragon", "dragons of Xanthe", "storks"])
def test_where_no_line_has_any_word_all_is_0_and_one_note_says_so(about: str) -> None:
    lines = article("The ferry sank.", "Fog came.", title="Storks")
    notes: list[str] = []
    found = focus.relevance(lines, Context((), (), notes.append), about)
    assert found.tolist() == [0, 0]
    assert notes == [f"about: no line has a word of {about!r}; it changes nothing"]


@pytest.mark.parametrize("about", ["", "of the", "!!!"])
def test_a_question_without_a_word_changes_nothing(about: str) -> None:
    notes: list[str] = []
    found = focus.relevance(article("The ferry."), Context((), (), notes.append), about)
    assert found.tolist() == [0]
    assert len(notes) == 1


def test_nothing_is_relevant_of_nothing() -> None:
    assert relevance((), "ferry") == []
    assert relevance(article("!!!", "Ferry.", "…"), "ferry") == pytest.approx(
        [AROUND, 1, AROUND]
    )


def test_a_question_is_read_in_the_language_of_each_document() -> None:
    spanish = article("Las inundaciones!", source="es.txt", language="es")
    english = article("Inundaciones.", "Rain.", source="en.txt")
    assert relevance(spanish + english, "inundación") == pytest.approx([1, 0, 0])
    german = article("Die Häfen.", "Der Nebel.", source="de.txt", language="de")
    assert relevance(german + english, "Hafen") == pytest.approx([1, AROUND, 0, 0])


def test_stop_words_are_those_of_the_document() -> None:
    german = article("Die Stadt.", "Nebel.", source="de.txt", language="de")
    english = article("They die.", source="en.txt")
    assert relevance(german + english, "die") == pytest.approx([0, 0, 1])


def test_a_line_that_has_all_that_is_asked_tells_all_in_any_language() -> None:
    french = article("Paris attend.", source="fr.txt", language="fr")
    english = article("Paris waits.", source="en.txt")
    assert relevance(english, "Paris") == relevance(french, "Paris") == [1]
    assert relevance(english + french, "Paris") == pytest.approx([1, 1])


def test_a_line_has_the_relevance_of_its_best_wording() -> None:
    a = article("The boat sank.", "Snow.", source="a.txt")
    b = article("The ferry sank.", source="b.txt")
    assert relevance(a, "ferry", [Claim((a[0], b[0]))]) == pytest.approx([1, 0])


WORDS = st.sampled_from("ferry fog snow the of harbour !!!".split())
TEXTS = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)


@given(st.lists(st.lists(TEXTS, min_size=1, max_size=3), max_size=3), TEXTS)
@settings(max_examples=60, deadline=None)
def test_relevance_is_from_0_to_1_and_no_order_matters(
    texts: list[list[str]], about: str
) -> None:
    lines = [line for n, each in enumerate(texts) for line in article(*each, source=f"{n}.txt")]
    found = focus.relevance(lines, Context(), about)
    assert np.all((found >= 0) & (found <= 1 + 1e-9))
    order = list(range(len(lines)))[::-1]
    again = focus.relevance([lines[n] for n in order], Context(), about)
    assert again.tolist() == pytest.approx(found[order].tolist())


# In a memo.

PROFILE = """
[[sections]]
id = "ports"
share = 1.0
terms = ["harbour^3", "quay^3"]
"""
ASKED = "Ida Rask sold the old quay of Tessby to a circus for 40 crowns on Monday."
ARTICLES = (
    "The harbour of Aldery was closed on Monday after a ferry ran aground in fog.",
    "A ferry ran aground in fog near the harbour of Aldery and 90 passengers left it.",
    "Ninety passengers of the ferry slept in a school above the harbour of Aldery on Monday.",
    "Fog kept all ferries in the harbour of Aldery on Monday, the pilots said.",
    ASKED,
)


def memo(folder: Path, *, about: str, ranker: str = "default", lines: int = 2) -> Memo:
    path = folder / "ports.toml"
    path.write_text(PROFILE, encoding="utf-8")
    documents: list[Document] = [
        builders.document(text, source=f"{n}.txt", day="2031-05-05")
        for n, text in enumerate(ARTICLES)
    ]
    return pipeline.compose(
        documents, profile=str(path), about=about, ranker=ranker, lines=lines
    )


RANKERS = (
    "default",
    "salience",
    "centroid",
    "centroid-of-sets",
    "coverage",
    "lead",
    "consensus",
)


@pytest.mark.parametrize("ranker", RANKERS)
def test_what_bears_on_the_question_comes_first(tmp_path: Path, ranker: str) -> None:
    found = memo(tmp_path, about="Who bought the quay of Tessby?", ranker=ranker)
    best = max(found.items, key=lambda item: item.score)
    assert best.claim.best.text == ASKED
    assert dict(best.why)["about what is asked"] == ABOUT
    assert len(found.items) == 2
    others = [item for item in found.items if item is not best]
    assert all("about what is asked" not in dict(item.why) for item in others)
    assert found.method.config["about"] == "Who bought the quay of Tessby?"


@pytest.mark.parametrize("ranker", ["default", "salience", "centroid"])
def test_unasked_another_line_comes_first(tmp_path: Path, ranker: str) -> None:
    found = memo(tmp_path, about="", ranker=ranker)
    assert max(found.items, key=lambda item: item.score).claim.best.text != ASKED
    assert all("about what is asked" not in dict(item.why) for item in found.items)
    assert found.method.notes == ()


def test_a_question_that_no_line_bears_on_is_noted_in_the_memo(tmp_path: Path) -> None:
    found = memo(tmp_path, about="dragons")
    assert found.method.notes == ("about: no line has a word of 'dragons'; it changes nothing",)
    unasked = memo(tmp_path, about="")
    assert [i.claim for i in found.items] == [i.claim for i in unasked.items]
