"""A line is news by what happened or was said, by whom and when; odds add up its points."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import newsvalue
from briefing.model import Placement, Sentence
from briefing.newsvalue import features
from briefing.newsvalue.signs import ANOTHER_DAY
from briefing.newsvalue.signs import signs as signs_of
from briefing.sections import loading, weights
from briefing.sections.weights import NONE
from briefing.selection import likeness
from tests.builders import document, sentences

ACT, DAY, OFFICE, GUESS, FIGURE = (
    "reports an act or a statement",
    "says when",
    "names an office",
    "comment or guesswork",
    "has a figure",
)
WORDS = """# language en
feature\tmemo
start\t-1.5
salience\t2
says when\t1
length: 1\t0.25
word tariff\t3
"""


def signs(text: str, language: str = "en") -> list[str]:
    return list(signs_of(Sentence(document(text, language=language), 0, len(text), 0)))


def lines(*texts: str, language: str = "en", section: str = "trade") -> list[newsvalue.Line]:
    placement = Placement(section, (("trade", 1.0),), 1.0)
    article = document("\n".join(texts), language=language, title="Arn and its tariffs")
    start, found = 0, []
    for n, text in enumerate(texts):
        sentence = Sentence(article, start, start + len(text), n)
        found.append(
            newsvalue.Line(sentence, placement, leans=False, salience=0.5, fitness=0.0)
        )
        start += len(text) + 1
    return found


def parts(path: Path, given: list[newsvalue.Line]) -> list[dict[str, float]]:
    path.write_text(WORDS, encoding="utf-8")
    odds = newsvalue.Odds(weights.load(path))
    assert odds.salience == 2
    return [dict(each) for each in odds.parts(given, stems(given))]


def stems(given: list[newsvalue.Line]) -> list[list[str]]:
    return likeness.stems([line.sentence for line in given])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("President Holm told the senate of Arn on Monday to act.", [ACT, DAY, OFFICE]),
        ("Faro met Diaz in Geneva yesterday.", [ACT, DAY]),
        ("Sen. Park of Arn voted with the others.", [OFFICE]),
        ("Gen. Kone leads the navy of Arn.", [OFFICE]),
        ("A spokeswoman for the ministry called for calm.", [ACT, OFFICE]),
        ("Analysts expect a vote in the senate of Arn.", [GUESS]),
        ("The strike may end today, experts said.", [ACT, DAY, GUESS]),
        ("In May the harbour of Arn was quiet.", []),
        ("The General Assembly sits in New York.", [OFFICE]),
        ("Mondays are quiet in the harbour of Arn.", []),
        ("Arn has 12 harbours.", [FIGURE]),
        ("Many lawmakers are against it.", ["speakers without a name"]),
        ("The Kingdom of Arn has two harbours.", []),
    ],
)
def test_signs_stand_in_one_order(text: str, expected: list[str]) -> None:
    assert signs(text) == expected


@pytest.mark.parametrize(
    ("text", "another"),
    [
        ("It rained on Tuesday.", False),
        ("It rained on Monday and on Friday.", False),
        ("It rained on Friday.", True),
        ("It rained.", False),
    ],
)
def test_a_weekday_is_of_the_article_or_the_day_before_or_another(
    text: str, another: bool
) -> None:
    article = document(text, day="2031-05-06")
    found = list(signs_of(Sentence(article, 0, len(text), 0)))
    assert (ANOTHER_DAY in found) is another
    undated = document(text)
    if undated.published is None:
        assert ANOTHER_DAY not in signs_of(Sentence(undated, 0, len(text), 0))


def test_english_alone_is_read() -> None:
    text = "President Holm told the senate of Arn on Monday to act."
    assert signs(text, "") == signs(text)
    assert signs(text, "de") == []


@given(st.text())
def test_any_text_has_each_sign_once(text: str) -> None:
    found = signs(text)
    assert len(set(found)) == len(found)


def test_points_are_added_up_by_what_they_tell(tmp_path: Path) -> None:
    given = lines("Arn put a tariff on all of the steel on Monday.", "It rained.")
    first, second = parts(tmp_path / "a.tsv", given)
    assert first["says when"] == 1
    assert first["form"] == 0.25
    assert first["its words"] == 3
    assert first["news for the desk"] == -1.5
    assert "says when" not in second
    assert "its words" not in second
    topic = features.TOPIC * 3 / (2 + features.FEW)
    assert first["words around it"] == pytest.approx(topic, abs=1e-4)
    assert second["words around it"] == pytest.approx(topic + features.NEIGHBOUR * 3, abs=1e-4)


def test_learnt_words_count_in_their_language_alone(tmp_path: Path) -> None:
    text = "Arn put a tariff on steel."
    assert parts(tmp_path / "a.tsv", lines(text, language=""))[0]["its words"] == 3
    assert "its words" not in parts(tmp_path / "a.tsv", lines(text, language="fr"))[0]


def test_no_lines_have_no_odds() -> None:
    assert newsvalue.Odds(NONE).parts([], []) == []
    assert features.read([], []).shape == (0, len(features.NAMES))


@given(st.lists(st.text(alphabet="abc .“”1T\n", min_size=1, max_size=40), max_size=6))
def test_any_lines_have_finite_odds(texts: list[str]) -> None:
    given = lines(*texts)
    odds = newsvalue.Odds(loading.load("foreign-affairs").news)
    for each in odds.parts(given, stems(given)):
        assert all(math.isfinite(points) for _name, points in each)
    values = features.read(given, stems(given))
    assert values.shape == (len(texts), len(features.NAMES))
    bands = [n for n, name in enumerate(features.NAMES) if name.startswith("length: ")]
    assert np.all(values[:, bands].sum(axis=1) == 1)


def test_each_profile_has_odds_and_what_was_learnt_for_one_is_inherited(
    tmp_path: Path,
) -> None:
    cyber = newsvalue.Odds(loading.load("cyber-security").news)
    general = newsvalue.Odds(NONE)
    assert cyber.salience == general.salience > 0
    path = tmp_path / "my.toml"
    path.write_text('inherits = "foreign-affairs"\n', encoding="utf-8")
    assert loading.load(str(path)).news is loading.load("foreign-affairs").news


@pytest.mark.parametrize("learnt", ["general", "foreign-affairs"])
def test_what_was_learnt_prefers_reports_to_guesses_and_background(learnt: str) -> None:
    found = weights.load(newsvalue.GENERAL) if learnt == "general" else None
    rows = (found or loading.load("foreign-affairs").news).rows
    for name in (ACT, DAY, OFFICE, "chance of a section", "salience"):
        assert rows[name][0] > 0, name
    for name in (GUESS, "background", "length: 8"):
        assert rows[name][0] < 0, name
    assert set(features.NAMES) <= set(rows)


def test_news_for_the_desk_is_likelier_printed_than_colour() -> None:
    given = sentences(
        "President Ana Holm of Arn said on Monday that Arn would sign the treaty with Faro.",
        "The curtains in the hall were of a very pale and rather pretty yellow.",
    )
    desk = Placement("bilateral-relations", (("bilateral-relations", 4.0),), 4.0)
    other = Placement("other", (("bilateral-relations", -3.0),), 3.0)
    both = [
        newsvalue.Line(sentence, placement, leans=False, salience=0.5, fitness=0.0)
        for sentence, placement in zip(given, (desk, other), strict=True)
    ]
    for profile in ("foreign-affairs", "cyber-security"):
        odds = newsvalue.Odds(loading.load(profile).news)
        act, colour = odds.parts(both, stems(both))
        assert sum(p for _, p in act) > sum(p for _, p in colour) + 2
