"""Choosing under a budget: shares, redundancy, lines that lean, the bottom line."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from briefing import selection
from briefing.errors import ConfigError
from briefing.model import Claim, Evidence, Placement, Sentence
from briefing.options import Budget
from briefing.selection import Candidate, Selection, openings
from tests.builders import document

SHARES = {"syria": 0.3, "human-rights": 0.2}
NONE = frozenset[tuple[int, int]]()


def candidate(
    n: int,
    section: str = "syria",
    *,
    salience: float = 0.5,
    points: float = 3.0,
    margin: float = 1.0,
    n_words: int = 20,
    leans_on: tuple[Sentence, ...] | None = None,
    source: str = "",
    opinion: bool = False,
    odds: float = 0.0,
) -> Candidate:
    """The nth line, of its own document unless `source` names one."""
    text = " ".join(f"w{n}x{m}" for m in range(n_words))
    sentence = Sentence(
        document(" " * n + text, source=source or f"{n}.txt"), n, n + len(text), n
    )
    evidence = (Evidence(section, "term", f"term{n}", points),)
    terms = ((f"term{n}", points),)
    placement = Placement(section, ((section, points),), margin, evidence, terms)
    news = (("signs of news", odds),)
    return Candidate(Claim((sentence,)), placement, salience, leans_on, opinion, news=news)


def choose(
    candidates: list[Candidate],
    *,
    words: int | None = None,
    lines: int | None = None,
    alike: frozenset[tuple[int, int]] = NONE,
    shares: dict[str, float] | None = None,
) -> Selection:
    """Choose; pairs in `alike` say the same."""

    def similarity(n: int) -> NDArray[np.float64]:
        return np.array(
            [
                1.0 if m == n or (min(m, n), max(m, n)) in alike else 0.0
                for m in range(len(candidates))
            ]
        )

    budget = Budget(words, lines)
    return selection.choose(
        candidates, similarity, budget, SHARES if shares is None else shares
    )


def printed(chosen: Selection) -> list[Sentence]:
    return [c.candidate.sentence for lines in chosen.sections.values() for c in lines]


lines_of_any_kind = st.lists(
    st.builds(
        candidate,
        st.integers(0, 50),
        st.sampled_from(["syria", "human-rights", "other"]),
        salience=st.floats(0, 1),
        points=st.floats(0, 9),
        margin=st.floats(0, 5),
        n_words=st.integers(1, 70),
        opinion=st.booleans(),
        odds=st.floats(-9, 9),
    ),
    max_size=25,
)


@given(lines_of_any_kind, st.integers(1, 300), st.one_of(st.none(), st.integers(1, 12)))
def test_a_selection_fits_its_budget_and_has_no_line_twice(
    candidates: list[Candidate], words: int, lines: int | None
) -> None:
    chosen = choose(candidates, words=words, lines=lines)
    texts = printed(chosen)
    assert sum(sentence.n_words for sentence in texts) <= words
    assert lines is None or len(texts) <= lines
    ids = [id(c.candidate) for each in chosen.sections.values() for c in each]
    assert len(set(ids)) == len(ids)
    in_sections = {id(c) for each in chosen.sections.values() for c in each}
    assert all(id(c) in in_sections for c in chosen.bottom_line)


@given(lines_of_any_kind, st.integers(1, 300))
def test_the_bottom_line_has_at_most_five_lines_and_a_quarter_of_the_budget(
    candidates: list[Candidate], words: int
) -> None:
    bottom = choose(candidates, words=words).bottom_line
    assert len(bottom) <= 5
    assert sum(c.candidate.sentence.n_words for c in bottom) <= 0.25 * words


def test_nothing_to_choose_from_is_an_empty_selection() -> None:
    assert choose([], words=100) == Selection()


def test_a_section_gets_half_its_share_before_better_lines_of_another() -> None:
    loud = [candidate(n, "syria", salience=1.0) for n in range(10)]
    quiet = [candidate(n, "human-rights", salience=0.0) for n in range(10, 12)]
    chosen = choose(loud + quiet, lines=10)
    assert len(chosen.sections["human-rights"]) >= 1
    assert len(printed(chosen)) == 10


def test_weak_lines_do_not_fill_a_share() -> None:
    loud = [candidate(n, "syria", salience=1.0) for n in range(10)]
    weak = [
        candidate(10, "human-rights", salience=0.0, margin=0.1, odds=-2),
        candidate(11, "human-rights", salience=0.0, odds=-5),
    ]
    chosen = choose(loud + weak, lines=5)
    assert "human-rights" not in chosen.sections


def test_what_an_editor_would_never_print_fills_no_memo() -> None:
    idle = candidate(1, odds=-12.0)
    assert printed(choose([idle, candidate(2)], lines=5)) == [candidate(2).sentence]


def test_the_odds_of_news_decide_between_lines_of_one_salience() -> None:
    lines = [candidate(n, odds=odds) for n, odds in enumerate((-1.0, 2.0, 0.5))]
    assert printed(choose(lines, lines=1)) == [lines[1].sentence]
    assert [c.odds for c in choose(lines, lines=1).choices] == [2.5]


def test_of_two_lines_with_one_chance_the_brief_one_comes_first() -> None:
    long, brief = candidate(0, n_words=40), candidate(1, n_words=20)
    assert printed(choose([long, brief], lines=1)) == [brief.sentence]


def test_unused_share_goes_to_the_most_salient() -> None:
    one = [candidate(0, "human-rights")]
    rest = [candidate(n, "syria", salience=n / 10) for n in range(1, 10)]
    chosen = choose(one + rest, lines=6)
    assert [c.candidate.salience for c in chosen.sections["syria"]] == [0.9, 0.8, 0.7, 0.6, 0.5]


def test_a_line_that_repeats_a_chosen_one_is_left_out() -> None:
    twins = frozenset({(0, 1), (0, 2), (1, 2)})
    chosen = choose([candidate(n) for n in range(4)], lines=4, alike=twins)
    assert len(printed(chosen)) == 2
    assert chosen.over_budget == 0


def test_other_developments_stay_small_beside_news_and_may_fill_a_day_without() -> None:
    others = [candidate(n, "other", points=0) for n in range(10)]
    beside = choose([candidate(10), *others], lines=10)
    assert len(beside.sections["other"]) == 3
    alone = choose(others, lines=10)
    assert len(alone.sections["other"]) == 10


def test_a_weak_line_does_not_fill_the_words_that_are_left() -> None:
    strong = [candidate(n, salience=0.9) for n in range(3)]
    dull = candidate(3, "other", points=0, salience=0.1, n_words=3, odds=-4.0)
    assert dull.sentence not in printed(choose([*strong, dull], words=63))
    assert dull.sentence in printed(choose([*strong, dull], words=200))
    poor = candidate(4, salience=0.0, odds=-9.0, n_words=65)
    assert poor.sentence not in printed(choose([*strong, poor], words=500))


def test_opinion_is_used_only_where_there_is_nothing_else() -> None:
    column = candidate(0, salience=1.0, opinion=True)
    assert column.sentence not in printed(choose([column, candidate(1)], lines=5))
    assert printed(choose([column], lines=5)) == [column.sentence]
    assert choose([column], lines=5).bottom_line == ()


def test_a_line_that_leans_stands_right_under_the_line_it_leans_on() -> None:
    whole = document("Mr Ash spoke. He left. Ms Birch came. She stayed.", source="a.txt")
    spans = ((0, 13), (14, 22), (23, 37), (38, 49))
    parts = [Sentence(whole, start, end, n) for n, (start, end) in enumerate(spans)]
    ash, he, birch, she = (
        Candidate(
            Claim((part,)),
            Placement("syria", (("syria", 3.0),), 1.0, terms=((f"t{n}", 3.0),)),
            0.5,
            leans,
        )
        for n, (part, leans) in enumerate(
            zip(parts, (None, (parts[0],), None, (parts[2],)), strict=True)
        )
    )
    assert printed(choose([ash, he, birch, she], lines=10)) == parts
    assert he.sentence not in printed(choose([he, birch, she], lines=10))
    assert he.sentence not in printed(choose([he], lines=10))


def test_lines_of_one_document_stand_together_in_its_order() -> None:
    first, other, last = (
        candidate(1, salience=0.2),
        candidate(5, salience=0.6),
        candidate(9, salience=0.9),
    )
    whole = document(
        first.sentence.document.text + " " * 9 + last.sentence.text, source="b.txt"
    )
    start = whole.text.index(last.sentence.text)
    early = replace(first, claim=Claim((replace(first.sentence, document=whole),)))
    late = replace(
        last, claim=Claim((Sentence(whole, start, start + len(last.sentence.text), 9),))
    )
    lines = printed(choose([early, other, late], lines=5))
    assert lines == [early.sentence, late.sentence, other.sentence]


def test_the_bottom_line_is_spread_over_sections_and_prefers_short_lines() -> None:
    syria = [candidate(n, "syria", salience=0.9) for n in range(6)]
    rights = [candidate(6, "human-rights", salience=0.5)]
    bottom = choose(syria + rights, lines=12).bottom_line
    assert {c.candidate.section for c in bottom} == {"syria", "human-rights"}
    long = candidate(7, salience=0.55, n_words=34)
    short = candidate(8, salience=0.5, n_words=20)
    assert choose([long, short], lines=4).bottom_line[0].candidate is short


def test_the_first_section_of_the_profile_has_a_bottom_line_if_it_has_a_line() -> None:
    loud = [candidate(n, "human-rights", n_words=10, odds=3.0) for n in range(9)]
    quiet = candidate(9, "syria", n_words=10, odds=-1.0)
    bottom = choose([*loud, quiet], words=300).bottom_line
    assert [c.candidate.section for c in bottom] == ["human-rights"] * 4 + ["syria"]


def test_what_speaks_of_things_unnamed_does_not_lead() -> None:
    texts = ("But Holm said that the bill was late.", "Ana Holm said that Arn was late.")
    lines = [
        replace(candidate(n), claim=Claim((Sentence(document(text), 0, len(text), 0),)))
        for n, text in enumerate(texts)
    ]
    bottom = choose(lines, words=200).bottom_line
    assert [c.candidate for c in bottom] == lines[::-1]


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("Ana Holm said that Arn was late.", 0),
        ("Holm said that Arn was late.", 1),
        ("Arn was late, Holm said.", 1),
        ("France said that Arn was late.", 0),
        ("Meanwhile, Arn was quiet.", 1),
        ("Ana Holm has long been against it.", 1),
        ("Many lawmakers are against it.", 1),
        ("Ana Holm welcomed the decision.", 1),
        ("This ended the war.", 1),
    ],
)
def test_signs_of_what_is_not_to_be_read_first(text: str, n: int) -> None:
    before = "The president of Arn is Ana Holm. "
    for language, expected in (("en", n), ("de", 0)):
        article = document(before + text, language=language)
        line = Sentence(article, len(before), len(before) + len(text), 1)
        assert openings.n_signs(line) == expected


def test_why_adds_up_to_the_score() -> None:
    for lines in choose([candidate(n) for n in range(5)], lines=3).sections.values():
        for choice in lines:
            assert sum(points for _, points in choice.why) == pytest.approx(
                choice.score, abs=1e-3
            )


def test_ties_go_to_the_earlier_line() -> None:
    twins = [candidate(n, source=f"{9 - n}.txt") for n in range(4)]
    assert {s.index for s in printed(choose(twins, lines=2))} == {0, 1}


@pytest.mark.parametrize("budget", [{"words": 0}, {"lines": 0}, {"words": -3}])
def test_a_budget_that_holds_nothing_is_refused(budget: dict[str, int]) -> None:
    with pytest.raises(ConfigError, match="is no budget; 1 is the least"):
        Budget(**budget)


def test_a_budget_without_limits_takes_all() -> None:
    assert len(printed(choose([candidate(n) for n in range(8)]))) == 8


def test_the_bottom_line_keeps_to_a_quarter_of_both_budgets() -> None:
    chosen = choose([candidate(n) for n in range(20)], words=200, lines=20)
    assert len(printed(chosen)) == 10
    assert len(chosen.bottom_line) == 2


def test_what_was_nearly_chosen_says_why_it_was_not() -> None:
    twin, column, dull, third = (
        candidate(1),
        candidate(2, opinion=True),
        candidate(4, salience=0.1),
        candidate(5, "other", points=0),
    )
    he = candidate(6, leans_on=(candidate(7).sentence,))
    chosen = choose(
        [candidate(0, salience=0.9), twin, column, dull, third, he],
        lines=1,
        alike=frozenset({(0, 1)}),
    )
    assert {miss.candidate.sentence.index: miss.reason for miss in chosen.misses} == {
        1: "repeats a chosen line",
        2: "opinion, which stands only where there is no news",
        4: "the budget went to better lines",
        5: "of no section",
        6: "can stand only under a line that was not chosen",
    }
    scores = [miss.score for miss in chosen.misses]
    assert scores == sorted(scores, reverse=True)


def test_a_better_line_that_is_too_long_for_what_is_left_says_so() -> None:
    best, long, short = (
        candidate(0, salience=1.0),
        candidate(1, salience=0.9, n_words=30),
        candidate(2, salience=0.2),
    )
    chosen = choose([best, long, short], words=45, shares={"syria": 1.0})
    assert [miss.candidate for miss in chosen.misses] == [long]
    assert chosen.misses[0].reason.startswith("shorter lines fitted better")
