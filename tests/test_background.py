"""What is older than the news is told from it."""

from __future__ import annotations

import pytest

from briefing.background import is_background
from briefing.model import Sentence
from tests.builders import document


def told(text: str, day: str = "2017-05-29", language: str = "en") -> bool:
    whole = document(text, day=day, language=language)
    return is_background(Sentence(whole, 0, len(text), 0))


@pytest.mark.parametrize(
    "text",
    [
        "Some 80 people died in the attack on 4 April.",
        "The treaty was signed on Dec. 12 in Geneva.",
        "The report was published on 26 April 2016.",
        "Relations have been tense since 2014.",
        "The two had met last year in Oslo.",
        "The bridge was built three decades ago.",
        "It was founded in the 1990s by two engineers.",
    ],
)
def test_a_date_of_another_week_is_background(text: str) -> None:
    assert told(text)


@pytest.mark.parametrize(
    "text",
    [
        "They met at Versailles on 29 May.",
        "The shelling began on May 23, a monitor said.",
        "The next round is planned for 14 June.",
        "He may visit 12 Mayfair Gardens.",
        "The vote takes place in 2018.",
        "The budget of 2017 grew since 2017 began.",
        "It is due on 31 June.",
    ],
)
def test_the_days_of_the_article_and_what_is_to_come_are_not(text: str) -> None:
    assert not told(text)


def test_without_a_date_of_its_own_only_words_tell() -> None:
    assert not told("Some 80 people died on 4 April.", day="")
    assert told("They met in 2012.", day="")
    assert told("They met two years ago.", day="")


def test_a_day_in_winter_belongs_to_the_year_before() -> None:
    assert told("The row began on 20 December.", day="2018-01-05")
    assert not told("The row began on 30 December.", day="2018-01-05")
    assert not told("Talks open on 20 January.", day="2018-01-05")


def test_other_languages_are_not_read() -> None:
    assert not told("Il y a 80 morts depuis le 4 Apr.", language="fr")
