"""What a line is worth by its content words, worked out by hand on tiny texts."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from briefing import features, pool, rankers
from briefing.model import Claim, Context, Sentence, Story
from briefing.rankers import content_words, kinds, values
from briefing.rankers.kinds import Kind
from briefing.rankers.values import Value
from tests import builders

DAY = "2031-05-05"
DAYS = (DAY, "2031-05-09", "2031-05-07", "2031-05-06")
POWER, LENGTH = 1.5, 0.7
FEW, FEW_OF_REMARKS = content_words.FEW, content_words.FEW_OF_REMARKS


def article(
    *texts: str, source: str = "a.txt", title: str = "", day: str = DAY
) -> tuple[Sentence, ...]:
    """The lines of one document; with a day it is news, whatever its words."""
    lines = builders.sentences(*texts, source=source)
    whole = builders.document(lines[0].document.text, source=source, title=title, day=day)
    return tuple(replace(line, document=whole) for line in lines)


def start(
    sentences: Sequence[Sentence],
    claims: Sequence[Claim] = (),
    stories: Sequence[Story] = (),
) -> Value:
    context = Context(tuple(claims), tuple(stories))
    return values.start(rankers.get("content-words"), sentences, context)


def gains(value: Value) -> list[float]:
    return [value.gain(n) for n in range(len(value.bounds))]


def scaled(sums: Sequence[float]) -> list[float]:
    """Parts of the largest."""
    return [each / max(sums) for each in sums]


def story(*articles: Sequence[Sentence]) -> Story:
    return Story(tuple(lines[0].document for lines in articles))


# One event.


def test_votes_of_lines_and_titles_by_hand() -> None:
    a = article("Fog tax.", "Tax ferry court reef.", source="a.txt", title="Fog at sea")
    b = article("Fog.", "Court.", source="b.txt")
    second = 1 / math.sqrt(2)
    fog = ((1 + 1) + 1) / 2
    tax = 1 / 2
    ferry = reef = second / 2
    court = (second + second) / 2
    fog, tax, ferry, reef, court = (vote**POWER for vote in (fog, tax, ferry, reef, court))
    assert gains(start(a + b)) == pytest.approx(
        scaled([fog + tax, tax + ferry + court + reef, fog, court])
    )


def test_a_long_line_is_worth_less_by_its_length() -> None:
    first = " ".join(f"port{n}" for n in range(3))
    other = " ".join(f"reef{n}" for n in range(FEW))
    lines = article(first, f"{first} {other}")
    second = (1 / math.sqrt(2)) ** POWER
    assert gains(start(lines)) == pytest.approx(
        scaled([3 / FEW**LENGTH, (3 + FEW * second) / (3 + FEW) ** LENGTH])
    )


def test_a_word_that_was_taken_is_worth_half_of_what_it_was() -> None:
    value = start(article("Fog tax.", "Fog.", "Tax.") + article("Fog.", source="b.txt"))
    before = value.gain(1)
    value.take(0)
    assert value.gain(1) == pytest.approx(before / 2)
    value.take(3)
    assert value.gain(1) == pytest.approx(before / 4)


def test_the_same_words_again_are_worth_less_than_others() -> None:
    lines = (
        *article("Fog shut the harbour.", source="a.txt"),
        *article("Harbour shut: fog.", source="b.txt"),
        *article("Drivers strike today.", source="c.txt"),
        *article("Drivers strike today!", source="d.txt"),
    )
    value = start(lines)
    assert value.of_sets
    assert gains(value) == pytest.approx([1, 1, 1, 1])
    value.take(0)
    assert gains(value) == pytest.approx([0.5, 0.5, 1, 1])


def test_the_order_of_documents_does_not_matter() -> None:
    a = article("Fog tax.", "Ferry.", source="a.txt", title="Reef")
    b = article("Tax court.", "Fog reef oil.", source="b.txt")
    c = article("Reef.", "Court.", "Oil.", source="c.txt")
    one, other = start(a + b + c), start(c + a + b)
    one.take(2)
    other.take(5)
    found = gains(other)
    assert gains(one) == pytest.approx(found[3:] + found[:3])


def test_another_wording_votes_for_its_own_document_at_its_own_place() -> None:
    a = article("Fog tax.", "Court.", source="a.txt")
    b = article("Fog.", "Fog ferry.", "Court.", source="b.txt")
    second = (1 / math.sqrt(2)) ** POWER
    assert gains(start(a)) == pytest.approx(scaled([2, second]))
    # Of b only its third line is known, which is the first one that it has.
    known = gains(start(a, [Claim((a[1], b[2]))]))
    votes = {"fog": 1 / 2, "tax": 1 / 2, "court": (1 / math.sqrt(2) + 1) / 2}
    assert known == pytest.approx(scaled([2 * votes["fog"] ** POWER, votes["court"] ** POWER]))
    assert known[1] == 1


def test_a_score_is_that_of_the_best_wording() -> None:
    a = article("Court.", "Fog.", source="a.txt")
    b = article("Fog ferry tax reef.", source="b.txt")
    scores = rankers.get("content-words").score(a, Context((Claim((a[0], b[0])),)))
    assert scores[0] == 1
    assert scores[0] > scores[1] > 0


# Other kinds.


def test_a_word_of_one_story_gives_nothing_to_another_and_none_fades() -> None:
    a = article("Fog.", "Tax ferry.", source="a.txt")
    b = article("Fog.", source="b.txt")
    c = article("Ferry fog.", source="c.txt")
    second = 1 / math.sqrt(2)
    value = start(a + b + c, stories=(story(a, b), story(c)))
    assert gains(value) == pytest.approx(
        scaled(
            [
                (2 / 3) ** POWER,
                2 * (second / 3) ** POWER,
                (2 / 3) ** POWER,
                2 * (1 / 3) ** POWER,
            ]
        )
    )
    assert not value.of_sets
    before = gains(value)
    value.take(0)
    assert gains(value) == before


def test_the_newest_day_of_updates_weighs_most() -> None:
    own = ("Tax.", "Court.", "Oil.")
    lines = [
        article("Fog shut Aldery harbour.", word, source=f"{n}.txt", day=DAYS[n])
        for n, word in enumerate(own)
    ]
    found = gains(start([line for each in lines for line in each]))
    oldest, newest, between = found[1], found[3], found[5]
    assert newest > between > oldest
    assert oldest / newest == pytest.approx((1 / 3) ** POWER)
    assert between / newest == pytest.approx((1 / 2) ** POWER)


def test_of_one_day_all_weigh_alike() -> None:
    own = ("Tax.", "Court.", "Oil.")
    lines = [
        line
        for n, word in enumerate(own)
        for line in article("Fog shut Aldery harbour.", word, source=f"{n}.txt")
    ]
    found = gains(start(lines))
    assert found[1] == pytest.approx(found[3])
    assert found[1] == pytest.approx(found[5])


def test_remarks_have_the_mean_of_their_words_by_the_lines_that_have_them() -> None:
    lines = builders.sentences(
        "the fog was grey", "fog fades", "fog tax ferry court reef port", title="tax"
    )
    n_lines = {"fog": 3, "grey": 1, "fades": 1}
    assert gains(start(lines)) == pytest.approx(
        scaled(
            [
                (n_lines["fog"] + n_lines["grey"]) / FEW_OF_REMARKS,
                (n_lines["fog"] + n_lines["fades"]) / FEW_OF_REMARKS,
                (n_lines["fog"] + 5) / 6,
            ]
        )
    )


# Any texts.


@dataclass(frozen=True)
class Text:
    """Words of one document, line by line."""

    title: tuple[str, ...]
    lines: tuple[tuple[str, ...], ...]
    later_days: int = 0
    story: int = 0


ABOUT = ("quake", "aldery", "rescue")
"""Title of each update, so that they are on one matter."""
WORDS = st.sampled_from("fog ferry court tax reef port rail oil".split())
LINES = st.lists(WORDS, min_size=1, max_size=6).map(tuple)
BODIES = st.lists(LINES, min_size=1, max_size=4).map(tuple)
TITLES = st.lists(WORDS, max_size=2).map(tuple)


def by_hand(texts: Sequence[Text], kind: Kind, taken: Sequence[int]) -> list[float]:
    """What each line adds to those taken, by the definition."""
    votes: defaultdict[tuple[int, str], float] = defaultdict(float)
    lines = [(text.story, set(line)) for text in texts for line in text.lines]
    if kind is Kind.REMARKS:
        power, length, few = 1.0, 1.0, FEW_OF_REMARKS
        for number, line in lines:
            for word in line:
                votes[number, word] += 1 / len(lines)
    else:
        power, length, few = POWER, LENGTH, FEW
        total = sum(1 / (1 + text.later_days) for text in texts)
        for text in texts:
            share = 1 / (1 + text.later_days) / total
            for word in {word for line in text.lines for word in line} | set(text.title):
                first = [n for n, line in enumerate(text.lines) if word in line][:1]
                vote = sum(1 / math.sqrt(1 + n) for n in first) + (word in text.title)
                votes[text.story, word] += share * vote
    shown: Counter[str] = Counter()
    if kind is not Kind.STORIES:
        shown.update(word for n in taken for word in lines[n][1])

    def worth(number: int, line: set[str], seen: Counter[str]) -> float:
        found = sum(votes[number, word] ** power * 0.5 ** seen[word] for word in line)
        return float(found / max(len(line), few) ** length)

    best = max(worth(number, line, Counter()) for number, line in lines)
    return [worth(number, line, shown) / best for number, line in lines]


def written(texts: Sequence[Text], kind: Kind) -> list[tuple[Sentence, ...]]:
    """The lines of each text; of updates, the one with n later days has the nth last day."""
    days = sorted(DAYS, reverse=True)
    return [
        article(
            *(" ".join(line) for line in text.lines),
            source=f"{n}.txt",
            title=" ".join(text.title),
            day={Kind.REMARKS: "", Kind.UPDATES: days[text.later_days]}.get(kind, DAY),
        )
        for n, text in enumerate(texts)
    ]


@st.composite
def sets(draw: st.DrawFn, kind: Kind) -> list[Text]:
    bodies = draw(st.lists(BODIES, min_size=3 if kind is Kind.UPDATES else 1, max_size=4))
    n = len(bodies)
    titles = [ABOUT] * n if kind is Kind.UPDATES else [draw(TITLES) for _ in bodies]
    ages = draw(st.permutations(range(n))) if kind is Kind.UPDATES else [0] * n
    stories = [draw(st.integers(0, 1)) if kind is Kind.STORIES else 0 for _ in bodies]
    return [Text(*text) for text in zip(titles, bodies, ages, stories, strict=True)]


@pytest.mark.parametrize("kind", Kind)
@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_gains_are_what_the_definition_gives(kind: Kind, data: st.DataObject) -> None:
    texts = data.draw(sets(kind))
    articles = written(texts, kind)
    found = [
        [lines for text, lines in zip(texts, articles, strict=True) if text.story == n]
        for n in range(2)
    ]
    stories = [story(*group) for group in found if group]
    sentences = [line for lines in articles for line in lines]
    everything = pool.gather(sentences, Context())
    told = kinds.tell(everything, features.words(everything), len(stories))
    assume(told is kind)
    bodies = [{" ".join(line) for line in text.lines} for text in texts]
    # One text in several documents votes once, which has tests of its own.
    assume(all(len(a & b) < 3 for a, b in combinations(bodies, 2)))
    value = start(sentences, stories=stories)
    taken: list[int] = []
    for n in data.draw(st.permutations(range(len(sentences))))[:4]:
        assert gains(value) == pytest.approx(by_hand(texts, kind, taken))
        value.take(n)
        taken.append(n)
    assert gains(value.again()) == pytest.approx(by_hand(texts, kind, []))


# What it may be asked.


def test_it_begins_again_with_no_line_taken() -> None:
    value = start(article("Fog tax.", "Fog ferry.", "Court."))
    first = gains(value)
    value.take(1)
    left = gains(value)
    other = value.again()
    assert gains(other) == pytest.approx(first)
    other.take(2)
    assert gains(value) == left != pytest.approx(gains(other))


def test_nothing_is_worth_nothing() -> None:
    assert start(()).bounds.shape == (0,)
    assert gains(start(()).again()) == []
    assert rankers.get("content-words").score((), Context()).shape == (0,)


@pytest.mark.parametrize("day", ["", DAY])
def test_lines_without_a_content_word_are_worth_0(day: str) -> None:
    value = start(article("!!!", "It was so.", day=day))
    value.take(0)
    assert gains(value) == gains(value.again()) == [0, 0]
    assert value.bounds.dtype == np.float64
    some = start(article("!!!", "Fog.", day=day))
    assert gains(some) == [0, 1]


# One text in several documents.


def test_a_text_that_several_documents_have_is_one_voter() -> None:
    wire = ("Fog closed the harbour.", "Ferries stayed away.", "Divers waited.")
    own = article("A court lifted the tax.", "Lawyers cheered.", source="own.txt")
    once = article(*wire, source="0.txt") + own
    copies = [article(*wire, source=f"{n}.txt") for n in range(4)]
    thrice = (*copies[0], *own, *copies[1], *copies[2], *copies[3])
    assert gains(start(thrice))[:5] == pytest.approx(gains(start(once)))


def test_trimmed_copies_are_one_voter_and_two_shared_lines_are_not_enough() -> None:
    wire = ("Fog closed the harbour.", "Ferries stayed away.", "Divers waited.", "Reefs rose.")
    trimmed = article(*wire, source="a.txt") + article(*wire[:3], source="b.txt")
    other = article("A court lifted the tax.", source="c.txt")
    assert gains(start(trimmed + other))[-1] == pytest.approx(
        gains(start((*trimmed[:4], *other)))[-1]
    )
    short = article(*wire[:2], source="a.txt") + article(*wire[:2], source="b.txt")
    assert gains(start(short + other))[-1] < gains(start((*short[:2], *other)))[-1]
