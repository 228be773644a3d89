"""A line is news by what happened or was said, by whom and when; guesses are less."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import newsvalue
from briefing.model import Sentence
from tests.builders import document

ACT, DAY, OFFICE, GUESS = (
    "reports an act or a statement",
    "says when",
    "names an office",
    "comment or guesswork",
)


def signs(text: str, language: str = "en") -> list[str]:
    article = document(text, language=language)
    known = (ACT, DAY, OFFICE, GUESS)
    return [
        name
        for name, _ in newsvalue.signals(Sentence(article, 0, len(text), 0))
        if name in known
    ]


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
        ("The Kingdom of Arn has two harbours.", []),
    ],
)
def test_signs_stand_in_one_order(text: str, expected: list[str]) -> None:
    assert signs(text) == expected


def test_english_alone_is_read() -> None:
    text = "President Holm told the senate of Arn on Monday to act."
    assert signs(text, "") == signs(text)
    assert newsvalue.signals(Sentence(document(text, language="de"), 0, len(text), 0)) == ()


def test_a_guess_takes_away_what_a_report_gives() -> None:
    points = dict(newsvalue.signals(Sentence(document("Faro said so."), 0, 13, 0)))
    assert points[ACT] > 0
    guess = dict(newsvalue.signals(Sentence(document("It may be so."), 0, 13, 0)))
    assert guess[GUESS] < 0


@given(st.text())
def test_any_text_has_each_sign_once(text: str) -> None:
    found = newsvalue.signals(Sentence(document(text), 0, len(text), 0))
    assert len({name for name, _ in found}) == len(found)
