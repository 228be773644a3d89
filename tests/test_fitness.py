"""How fit a sentence is, how likely junk, and what its points are for."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import cleaning
from briefing.cleaning import fitness
from briefing.cleaning.fitness import KEPT, LEANS
from briefing.cleaning.look import Look

OUTCOMES = (KEPT, LEANS, *cleaning.REASONS)
TITLE = "Orland and Vessia sign a border treaty"
NEWS = "Orland’s President Ann Holm signed a border treaty with Vessia in Faro on Monday."

texts = st.one_of(
    st.text(),
    st.lists(st.sampled_from([*NEWS.split(), "“No,”", "he said.", "12", "—", "(AP)", "I"])).map(
        " ".join
    ),
)


def judged(text: str, outcome: str = KEPT) -> fitness.Fitness:
    return fitness.judge(Look(text, "en", TITLE), outcome)


def test_news_is_fit_and_no_junk() -> None:
    assert judged(NEWS).is_fit
    assert not judged(NEWS).is_junk


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("President Ann Holm waves in Faro, May 3, 2031.", "caption"),
        ("Sign up for our newsletter", "advert"),
        ("By Ines Faro", "byline"),
        ("Share this | Print | Mail", "navigation"),
        ("“They know it.”", "bare quote"),
    ],
)
def test_what_the_rules_drop_for_its_form_is_junk(text: str, outcome: str) -> None:
    assert judged(text, outcome).is_junk
    assert not judged(text, outcome).is_fit


def test_what_the_rules_miss_is_told_from_news() -> None:
    assert judged("It was all they had.").memo < judged(NEWS).memo
    assert judged("It was all they had.").junk > judged(NEWS).junk


def test_an_opinion_of_the_writer_is_neither_fit_nor_junk() -> None:
    found = judged("I think that the treaty with Vessia is a gift to Orland.", "first person")
    assert not found.is_fit
    assert not found.is_junk


def test_a_figure_of_a_named_speaker_is_worth_more_than_a_pronoun_and_none() -> None:
    named = judged("Holm told reporters in Faro that 40 of the 50 posts had closed by May.")
    assert named.memo > judged("He told them that most of the posts had closed by then.").memo


@pytest.mark.parametrize("outcome", OUTCOMES)
@given(text=texts, title=texts)
def test_points_add_up_to_the_fitness(outcome: str, text: str, title: str) -> None:
    look = Look(text, "en", title)
    found, parts = fitness.judge(look, outcome), fitness.explain(look, outcome)
    assert math.isclose(found.memo, sum(part.memo for part in parts), abs_tol=1e-9)
    assert math.isclose(found.junk, sum(part.junk for part in parts), abs_tol=1e-9)
    names = [part.feature for part in parts]
    assert len(set(names)) == len(names)


@given(text=texts, inside=st.booleans())
def test_a_sentence_is_judged_alike_twice(text: str, inside: bool) -> None:
    look = Look(text, "en", TITLE, inside)
    assert fitness.judge(look, KEPT) == fitness.judge(Look(text, "en", TITLE, inside), KEPT)


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_other_languages_are_judged_as_the_rules_say(outcome: str) -> None:
    look = Look("Der Minister reiste am Montag nach Faro.", "de")
    found = fitness.judge(look, outcome)
    assert found.is_fit == (outcome == KEPT)
    assert found.is_junk == (outcome in cleaning.JUNK)
    assert fitness.explain(look, outcome) == ()


def test_every_feature_of_the_file_is_one_that_a_sentence_may_have() -> None:
    points = fitness.load()
    assert all(math.isfinite(value) for row in points.values() for value in row)
    rules = {name.removeprefix("rule ") for name in points if name.startswith("rule ")}
    assert rules <= {*OUTCOMES, "lost"}


def test_the_most_telling_feature_is_named_first() -> None:
    parts = fitness.explain(Look(NEWS, "en", TITLE), KEPT)
    weights = [abs(part.memo) + abs(part.junk) for part in parts]
    assert weights == sorted(weights, reverse=True)
    assert "rule kept" in [part.feature for part in parts]
