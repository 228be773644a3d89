"""What kind of set documents are is told from their dates, their names and their openings."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing import features, pool
from briefing.model import Context, Document, Sentence
from briefing.pool import Pool
from briefing.rankers import kinds
from briefing.rankers.kinds import Kind
from tests import builders

QUAKE = (
    "A quake shook the island of Mirvale.",
    "Rescuers reached Mirvale after the quake.",
    "The quake damaged Mirvale and its harbour.",
    "Mirvale counts the damage of the quake.",
    "The harbour of Mirvale opens after the quake.",
    "Donors meet over the quake of Mirvale.",
)
APART = (
    "A quake shook the island of Mirvale.",
    "Parliament passed the budget of Orlend.",
    "Striking drivers blocked trams around Tessby.",
)
REMARKS = ("the room was small and the bed hard", "breakfast was cold", "a fair price, though")


def articles(*texts: str, days: Sequence[str] = (), title: str = "") -> list[Sentence]:
    """One document a text, a line each paragraph; those without a day are undated."""
    return [
        sentence
        for n, text in enumerate(texts)
        for sentence in paragraphs(
            builders.document(
                text, source=f"{n}.txt", title=title, day=days[n] if n < len(days) else ""
            )
        )
    ]


def paragraphs(document: Document) -> list[Sentence]:
    found, start = [], 0
    for n, line in enumerate(document.text.split("\n")):
        found.append(Sentence(document, start, start + len(line), n))
        start += len(line) + 1
    return found


def days(*numbers: int) -> list[str]:
    return [f"2031-05-{n:02}" for n in numbers]


def read(sentences: Sequence[Sentence]) -> Pool:
    return pool.gather(sentences, Context())


def tell(sentences: Sequence[Sentence], n_stories: int = 1) -> Kind:
    texts = read(sentences)
    return kinds.tell(texts, features.words(texts), n_stories)


def cohesion(sentences: Sequence[Sentence]) -> float:
    texts = read(sentences)
    return kinds.cohesion(texts, features.words(texts))


def test_each_kind_is_told() -> None:
    assert tell(articles(*QUAKE[:3], days=days(1, 1, 1))) is Kind.EVENT
    assert tell(articles(*APART, days=days(1, 1, 1)), n_stories=3) is Kind.STORIES
    assert tell(articles(*QUAKE[:3], days=days(1, 2, 3))) is Kind.UPDATES
    assert tell(articles(*REMARKS)) is Kind.REMARKS


@pytest.mark.parametrize(("n_stories", "kind"), [(0, Kind.EVENT), (2, Kind.STORIES)])
def test_nothing_is_of_some_kind(n_stories: int, kind: Kind) -> None:
    assert tell([], n_stories) is kind
    assert tell(articles(""), n_stories) is kind
    assert tell(articles("!!!", "…", "123"), n_stories) is kind


# Remarks.


@pytest.mark.parametrize(("n_names", "kind"), [(1, Kind.REMARKS), (2, Kind.EVENT)])
def test_news_has_so_many_names(n_names: int, kind: Kind) -> None:
    words = ["Mirvale"] * n_names + ["rain"] * (25 - n_names)
    assert kinds.NAMES * len(words) == 2
    assert tell(articles("Today " + " ".join(words))) is kind


def test_undated_news_that_names_people_and_places_is_of_an_event() -> None:
    assert (
        tell(articles("Mayor Ida Rask of Tessby met pilots in Aldery\nThey talked"))
        is Kind.EVENT
    )


def test_the_first_word_of_a_line_is_no_name() -> None:
    assert tell(articles("Rooms are small\nBeds are hard\nBreakfast is cold")) is Kind.REMARKS


def test_what_has_a_date_is_news() -> None:
    assert tell(articles(*REMARKS, days=days(1))) is Kind.EVENT


def test_many_stories_are_no_remarks_and_remarks_are_no_stories() -> None:
    assert tell(articles(*APART), n_stories=3) is Kind.STORIES
    assert tell(articles(*REMARKS), n_stories=3) is Kind.REMARKS


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("قالت الشرطة إن العاصفة أغلقت الميناء أمس", id="Arabic"),
        pytest.param("昨日の嵐で港が閉鎖された", id="Japanese"),
        pytest.param("暴风雨昨天关闭了港口。", id="Chinese"),
        pytest.param("तूफान ने कल बंदरगाह बंद कर दिया", id="Hindi"),
        pytest.param("STORM CLOSES PORT OF MIRVALE", id="capitals only"),
    ],
)
def test_without_small_letters_it_is_news(text: str) -> None:
    assert tell(articles(text)) is Kind.EVENT


# Updates.


@pytest.mark.parametrize(
    ("when", "kind"),
    [
        pytest.param((1, 2), Kind.EVENT, id="two are no series"),
        pytest.param((1, 1, 2, 2), Kind.EVENT, id="nor are two days"),
        pytest.param((1, 2, 30), Kind.UPDATES, id="days may lie apart"),
        pytest.param((1, 1, 2, 3), Kind.UPDATES, id="four on three days"),
        pytest.param((1, 1, 2, 2, 3), Kind.EVENT, id="five on three days"),
    ],
)
def test_updates_come_day_after_day(when: Sequence[int], kind: Kind) -> None:
    assert tell(articles(*QUAKE[: len(when)], days=days(*when))) is kind


@pytest.mark.parametrize(("n_undated", "kind"), [(2, Kind.UPDATES), (3, Kind.EVENT)])
def test_most_of_a_series_is_dated(n_undated: int, kind: Kind) -> None:
    assert tell(articles(*QUAKE[: 3 + n_undated], days=days(1, 2, 3))) is kind


def test_unrelated_articles_of_several_days_are_no_series() -> None:
    lines = articles(*APART, days=days(1, 2, 3))
    assert cohesion(lines) < kinds.COHESION
    assert tell(lines) is Kind.EVENT
    assert tell(lines, n_stories=3) is Kind.STORIES


def test_a_series_may_have_several_stories() -> None:
    assert tell(articles(*QUAKE[:3], days=days(1, 2, 3)), n_stories=3) is Kind.UPDATES


def test_the_order_of_documents_does_not_matter() -> None:
    lines = articles(*QUAKE[:4], days=days(4, 1, 3))
    assert tell(lines[::-1]) is tell(lines) is Kind.UPDATES
    assert cohesion(lines[::-1]) == pytest.approx(cohesion(lines))


def test_age_is_the_number_of_later_days_and_undated_ones_are_the_oldest() -> None:
    lines = articles(*QUAKE[:5], days=days(7, 2, 7, 30))
    assert kinds.ages(read(lines)).tolist() == [1, 2, 1, 0, 3]
    assert kinds.ages(read([])).tolist() == []


def test_hours_do_not_make_a_day() -> None:
    early = builders.document(QUAKE[0], source="a.txt", day="2031-05-01")
    assert early.published
    late = Document(QUAKE[1], "b.txt", published=early.published + timedelta(hours=23))
    assert kinds.ages(read([*paragraphs(early), *paragraphs(late)])).tolist() == [0, 0]


# Cohesion.


def test_cohesion_is_how_much_documents_share() -> None:
    assert cohesion(articles(QUAKE[0], QUAKE[0])) == pytest.approx(1)
    assert 0 < cohesion(articles(*APART[:2], QUAKE[0])) < 1
    assert cohesion(articles(*APART)) == pytest.approx(0, abs=1e-6)


@pytest.mark.parametrize(("n_before", "shared"), [(2, True), (3, False)])
def test_what_is_below_the_opening_does_not_count(n_before: int, shared: bool) -> None:
    tops = ("Rain.", "Grain.", "Trams."), ("Courts.", "Taxes.", "Ports.")
    lines = articles(*("\n".join([*top[:n_before], "Fog."]) for top in tops))
    assert (cohesion(lines) > 0.1) is shared


def test_a_title_is_part_of_an_opening() -> None:
    assert cohesion(articles(*APART, title="Rain")) > cohesion(articles(*APART))


def test_the_cohesion_of_one_document_is_0() -> None:
    assert cohesion(articles("\n".join(APART))) == pytest.approx(0, abs=1e-6)
    assert cohesion(articles(QUAKE[0], "!!!")) == pytest.approx(0, abs=1e-6)
    assert cohesion(articles("!!!")) == 0


WORDS = st.sampled_from("quake harbour Mirvale budget fog the of !!!".split())
TEXTS = st.lists(WORDS, max_size=12).map(lambda words: " ".join(words).replace("fog ", "fog\n"))


@given(texts=st.lists(TEXTS, min_size=1, max_size=5))
@settings(max_examples=100, deadline=None)
def test_cohesion_is_a_number_from_0_to_1(texts: list[str]) -> None:
    found = cohesion(articles(*texts))
    assert np.isfinite(found)
    assert -1e-6 <= found <= 1 + 1e-6
