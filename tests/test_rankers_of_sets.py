"""Rankers of sets keep one contract, and each has the value that its paper defines."""

from __future__ import annotations

import itertools
import json
import os
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing import features, pool, rankers
from briefing.errors import ConfigError
from briefing.model import Claim, Context, Sentence, Story
from briefing.rankers import concepts, coverage, values
from briefing.rankers.values import Value
from briefing.selection import plain
from briefing.selection.greedy import Queue
from tests import builders, commands

OF_SETS = tuple(
    name for name in rankers.RANKERS if isinstance(rankers.get(name), values.OfSets)
)
ALL = (*OF_SETS, "salience")
SUBMODULAR = ("content-words", "coverage", "concepts", "salience")

FERRY = builders.sentences(
    "A ferry with ninety passengers ran aground near the harbour of Lund on Monday.",
    "Rescuers brought all ninety passengers ashore within two hours.",
    "The captain had warned of thick fog the evening before.",
    "Divers will look at the hull on Tuesday.",
    source="ferry.txt",
)
FOG = builders.sentences(
    "Ninety passengers left a ferry that ran aground in thick fog off Lund.",
    "Nobody was hurt, though several people were treated for cold.",
    "The operator suspended all sailings until the fog lifts.",
    source="fog.txt",
)
VOTE = builders.sentences(
    "Parliament approved the budget by a single vote after a debate of nine hours.",
    "The budget raises spending on schools and cuts a tax on diesel.",
    "Opposition leaders called the vote a farce.",
    source="vote.txt",
)
NEWS = FERRY + FOG + VOTE

COPIES = tuple(
    builders.sentences(text, source=f"{n}.txt")[0]
    for n, text in enumerate(
        (
            "The harbour of Lund was closed on Monday after a ferry ran aground in fog.",
            "The harbour of Lund was closed Monday after a ferry ran aground in fog.",
            "The harbour of Lund was shut on Monday after a ferry ran aground in fog.",
            "Lund: the harbour of Lund was closed on Monday after a ferry ran aground in fog.",
            "The harbour of Lund was closed on Monday after the ferry ran aground in fog.",
        )
    )
)


def start(
    name: str,
    sentences: Sequence[Sentence],
    claims: Sequence[Claim] = (),
    stories: Sequence[Story] = (),
    **options: Any,
) -> Value:
    context = Context(tuple(claims), tuple(stories))
    return values.start(rankers.get(name, **options), sentences, context)


def gains(value: Value) -> list[float]:
    return [value.gain(n) for n in range(len(value.bounds))]


def article(
    *texts: str, source: str = "a.txt", title: str = "", day: str = "2031-05-05"
) -> tuple[Sentence, ...]:
    """The lines of one document, which is news as it has a date."""
    lines = builders.sentences(*texts, source=source)
    whole = builders.document(lines[0].document.text, source=source, title=title, day=day)
    return tuple(replace(line, document=whole) for line in lines)


def lazy(value: Value, k: int) -> list[int]:
    """The `k` lines that greedy choice takes, as selection does it, few gains looked at."""
    queue = Queue(value.bounds)
    free = np.ones(len(value.bounds), dtype=np.bool_)
    taken: list[int] = []
    while len(taken) < k and (n := queue.best(free, value.gain)) >= 0:
        value.take(n)
        if value.renews:
            queue.renew(value.bounds)
        free[n] = False
        taken.append(n)
    return taken


def greedy(value: Value, k: int) -> list[int]:
    """The same, with all gains looked at."""
    taken: list[int] = []
    for _ in range(min(k, len(value.bounds))):
        rest = [n for n in range(len(value.bounds)) if n not in taken]
        taken.append(max(rest, key=lambda n: (value.gain(n), -n)))
        value.take(taken[-1])
    return taken


WORDS = st.sampled_from("treaty harbour budget ferry fog court tax of the".split())
LINES = st.lists(WORDS, min_size=1, max_size=7).map(" ".join)
DAYS = ("2031-05-05", "2031-05-06", "2031-05-08", "2031-05-07")


@st.composite
def piles(draw: st.DrawFn) -> tuple[Sentence, ...]:
    """A few documents of a few lines: of no day, of one, or of one each."""
    texts = draw(st.lists(st.lists(LINES, min_size=1, max_size=4), min_size=1, max_size=4))
    days = draw(st.sampled_from([("",) * 4, ("2031-05-05",) * 4, DAYS]))
    return tuple(
        line
        for n, (lines, day) in enumerate(zip(texts, days, strict=False))
        for line in article(*lines, source=f"{n}.txt", day=day)
    )


def stories_of(sentences: Sequence[Sentence]) -> tuple[Story, ...]:
    """A story for each document, but for the second, which is of the first one's."""
    documents = list(dict.fromkeys(sentence.document for sentence in sentences))
    return Story(tuple(documents[:2])), *(Story((document,)) for document in documents[2:])


# The contract of every row.


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize(
    "sentences",
    [
        pytest.param((), id="nothing"),
        pytest.param(VOTE[:1], id="one sentence"),
        pytest.param(builders.sentences("Fog."), id="one word"),
        pytest.param(builders.sentences("It was so.", "And so it is."), id="stop words only"),
        pytest.param(builders.sentences("!!!", "—", "…"), id="no words"),
        pytest.param((*VOTE, *builders.sentences("!!!", source="b")), id="some wordless"),
        pytest.param(builders.sentences("Same old.", "Same old."), id="copies only"),
        pytest.param(VOTE, id="one document"),
        pytest.param(
            builders.sentences("Да, это так.", "قال ذلك.", "今天下雨。"), id="scripts"
        ),
        pytest.param(NEWS, id="three documents"),
    ],
)
def test_gains_are_finite_within_their_bounds_and_repeat(
    name: str, sentences: tuple[Sentence, ...]
) -> None:
    value, again = start(name, sentences), start(name, sentences)
    for n in range(len(sentences)):
        assert value.bounds.shape == (len(sentences),)
        assert value.bounds.dtype == np.float64
        assert np.all(np.isfinite(value.bounds))
        assert gains(value) == gains(again)
        assert all(
            gain <= bound for gain, bound in zip(gains(value), value.bounds, strict=True)
        )
        value.take(n)
        again.take(n)


@pytest.mark.parametrize("name", ALL)
@given(sentences=piles(), k=st.integers(1, 6), many=st.booleans())
@settings(max_examples=50, deadline=None)
def test_bounds_hold_and_the_lazy_choice_is_the_greedy_one(
    name: str, sentences: tuple[Sentence, ...], k: int, many: bool
) -> None:
    value = start(name, sentences, stories=stories_of(sentences) if many else ())
    first = value.bounds.copy()
    for n in range(min(k, len(sentences))):
        bounds = value.bounds if value.renews else first
        assert all(value.gain(m) <= bound for m, bound in enumerate(bounds))
        value.take(n)
    assert lazy(value.again(), k) == greedy(value.again(), k)


@pytest.mark.parametrize("name", SUBMODULAR)
@given(sentences=piles())
@settings(max_examples=50, deadline=None)
def test_gains_never_rise(name: str, sentences: tuple[Sentence, ...]) -> None:
    value = start(name, sentences)
    before = gains(value)
    for n in range(len(sentences)):
        value.take(n)
        after = gains(value)
        assert all(b <= a + 1e-9 for a, b in zip(before, after, strict=True))
        assert min(after) >= 0
        before = after


@pytest.mark.parametrize("name", ALL)
@given(sentences=piles())
@settings(max_examples=30, deadline=None)
def test_it_begins_again_as_it_began(name: str, sentences: tuple[Sentence, ...]) -> None:
    value = start(name, sentences)
    first, order = gains(value), lazy(value, 3)
    left = gains(value)
    other = value.again()
    assert gains(other) == pytest.approx(first, abs=1e-9)
    assert lazy(other, 3) == order
    assert gains(other) == pytest.approx(left, abs=1e-9)
    assert gains(value) == left


@pytest.mark.parametrize("name", OF_SETS)
@given(sentences=piles(), data=st.data())
@settings(max_examples=50, deadline=None)
def test_another_order_of_the_lines_permutes_their_gains(
    name: str, sentences: tuple[Sentence, ...], data: st.DataObject
) -> None:
    order = data.draw(st.permutations(range(len(sentences))))
    value = start(name, sentences)
    other = start(name, [sentences[n] for n in order])
    for place, n in list(enumerate(order))[:3]:
        expected = [value.gain(m) for m in order]
        assert gains(other) == pytest.approx(expected, abs=1e-9)
        value.take(n)
        other.take(place)


@pytest.mark.parametrize("name", ["content-words", "concepts", "coverage"])
def test_the_best_first_gain_is_1(name: str) -> None:
    assert max(gains(start(name, NEWS))) == 1


@pytest.mark.parametrize(
    ("name", "options"),
    [(name, {"saturation": 1} if name == "coverage" else {}) for name in OF_SETS],
)
@pytest.mark.parametrize("day", ["", "2031-05-05"])
def test_copies_gain_the_same_and_less_after_one(
    name: str, options: dict[str, Any], day: str
) -> None:
    lines = (
        *article("Fog closed the harbour.", "Ferries wait.", source="a.txt", day=day),
        *article("Fog closed the harbour.", "Trams ran.", source="b.txt", day=day),
    )
    value = start(name, lines, **options)
    assert value.gain(0) == value.gain(2) > 0
    before = value.gain(2)
    value.take(0)
    assert value.gain(2) < before


@pytest.mark.parametrize("name", OF_SETS)
def test_a_score_is_the_first_gain_of_the_best_wording(name: str) -> None:
    ranker = rankers.get(name)
    first = start(name, NEWS).bounds
    assert ranker.score(NEWS, Context()) == pytest.approx(first)
    claims = (Claim((FERRY[0], VOTE[2])),)
    shared = ranker.score(NEWS, Context(claims))
    assert shared[0] == shared[9]
    assert ranker.score(VOTE[1:], Context(claims)).shape == (2,)


def test_choices_are_the_same_under_another_hash_seed() -> None:
    other = "1" if os.environ.get("PYTHONHASHSEED") != "1" else "2"
    found = commands.python(
        "import json; from tests.test_rankers_of_sets import ALL, NEWS, lazy, start\n"
        "print(json.dumps({name: lazy(start(name, NEWS), 5) for name in ALL}))",
        PYTHONHASHSEED=other,
    )
    assert json.loads(found) == {name: lazy(start(name, NEWS), 5) for name in ALL}


def test_the_greedy_choice_loads_no_solver() -> None:
    found = commands.python(
        "import sys; from tests.test_rankers_of_sets import ALL, NEWS, lazy, start\n"
        "assert all(lazy(start(name, NEWS), 1) for name in ALL)\n"
        "print('scipy.optimize' in sys.modules)"
    )
    assert found == "False"


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("content-words", {"power": -1}),
        ("content-words", {"fade": 1.1}),
        ("content-words", {"length": "long"}),
        ("concepts", {"exact": 1}),
        ("concepts", {"min_documents": 0}),
        ("concepts", {"min_documents": True}),
        ("concepts", {"min_documents": 2.0}),
        ("centroid-of-sets", {"n_first": 0}),
        ("centroid-of-sets", {"n_first": "ten"}),
        ("coverage", {"saturation": 0}),
        ("coverage", {"saturation": "5"}),
        ("coverage", {"diversity": -0.1}),
        ("coverage", {"diversity": float("nan")}),
        ("coverage", {"diversity": True}),
    ],
)
def test_a_wrong_option_is_one_line_that_names_it(
    name: str, options: dict[str, object]
) -> None:
    with pytest.raises(ConfigError) as caught:
        rankers.get(name, **options)
    assert str(caught.value).startswith(f"ranker {name!r}: {next(iter(options))} is ")
    assert "\n" not in str(caught.value)


# A value in parts.


def test_a_fraction_is_the_part_of_first_gains_that_is_lower() -> None:
    value = values.Fractions(values.Fixed(np.asarray([3.0, 9.0, 3.0, 5.0, -1.0])))
    assert gains(value) == value.bounds.tolist() == [0.25, 1, 0.25, 0.75, 0]
    assert gains(values.Fractions(values.Fixed(np.asarray([3.0])))) == [1]
    assert gains(values.Fractions(values.Fixed(np.zeros(0)))) == []


@pytest.mark.parametrize("name", ALL)
@given(sentences=piles())
@settings(max_examples=30, deadline=None)
def test_fractions_keep_the_contract(name: str, sentences: tuple[Sentence, ...]) -> None:
    plain = start(name, sentences)
    value = values.Fractions(plain)
    assert (value.of_sets, value.renews) == (plain.of_sets, plain.renews)
    first = value.bounds.copy()
    for n in range(len(sentences)):
        assert all(0 <= gain <= 1 for gain in gains(value))
        assert gains(value) == pytest.approx(value.bounds) or not value.renews
        value.take(n)
    assert value.again().bounds == pytest.approx(first)


def test_an_equal_gain_has_an_equal_part() -> None:
    value = values.Fractions(start("concepts", THREE))
    assert gains(value) == [0, 0.2, 0.8, 0.2, 0.6, 0.8]
    value.take(2)
    assert gains(value) == [0, 0, 0, 0, 0.2, 0.2]


# Content words.

FIRST, SECOND, THIRD = 1, 1 / 2**0.5, 1 / 3**0.5
"""What a document's vote counts for a word of its first, second and third line."""


def words(*sentences: Sentence, **options: Any) -> list[float]:
    """First gains in parts of that of the first line; by votes, unless asked otherwise."""
    value = start("content-words", sentences, **{"power": 1, "length": 0, **options})
    return [gain / value.gain(0) for gain in gains(value)]


def test_a_document_votes_for_a_word_by_the_first_line_that_has_it() -> None:
    assert words(*article("Fog.", "Tax.", "Harbour.")) == pytest.approx([FIRST, SECOND, THIRD])
    lines = article("Fog.", "Tax fog.", "Tax tax.")
    assert words(*lines) == pytest.approx([FIRST, FIRST + SECOND, SECOND])


def test_a_word_has_the_mean_vote_of_all_documents() -> None:
    lines = article("Fog.", "Ferry.", source="a.txt") + article("Tax.", "Fog.", source="b.txt")
    assert words(*lines) == pytest.approx(
        [1, SECOND / (1 + SECOND), 1 / (1 + SECOND), 1], abs=1e-9
    )


def test_a_title_votes_as_a_first_line_does_and_once() -> None:
    lines = article("Fog.", "Tax.", "Tax.", title="Tax tax harbour")
    assert words(*lines) == pytest.approx([FIRST, FIRST + SECOND, FIRST + SECOND])


def test_weights_are_votes_to_a_power() -> None:
    lines = article("Fog.", "Tax.", "Tax fog.")
    assert words(*lines, power=3) == pytest.approx([1, SECOND**3, 1 + SECOND**3])
    assert words(*lines, power=0) == pytest.approx([1, 1, 2])


@pytest.mark.parametrize("fade", [0, 0.5, 0.8])
def test_a_word_fades_with_each_line_that_has_it(fade: float) -> None:
    lines = article("Fog tax.", "Fog ferry.", "Fog.")
    value = start("content-words", lines, power=1, length=0, fade=fade)
    assert value.of_sets
    unit = value.gain(0) / 2
    value.take(0)
    assert value.gain(1) == pytest.approx(unit * (fade * FIRST + SECOND))
    value.take(1)
    assert value.gain(2) == pytest.approx(unit * fade**2)


def test_without_fading_it_values_lines() -> None:
    value = start("content-words", article("Fog tax.", "Fog ferry."), fade=1)
    assert not value.of_sets
    before = gains(value)
    value.take(0)
    assert gains(value) == before


@pytest.mark.parametrize("length", [0, 0.7, 1])
def test_a_line_is_rated_by_its_length_from_eight_words_on(length: float) -> None:
    eight = "fog tax ferry court reef port rail oil".split()
    lines = article(
        " ".join(eight[:4]),
        " ".join(eight),
        " ".join((*eight, "sand iron coal gold salt wood wool silk")),
    )
    found = words(*lines, power=0, length=length)
    assert found == pytest.approx([1, 2, 4 / 2**length])


def test_stop_words_and_repeated_words_are_neither_weighed_nor_counted() -> None:
    lines = article("Fog.", "It was the fog, and so it is fog.")
    assert words(*lines, length=1) == [1, 1]


def test_a_word_of_one_story_gives_nothing_to_another() -> None:
    a = article("Fog.", "Tax.", source="a.txt")
    b = article("Ferry.", "Tax.", source="b.txt")
    c = article("Fog.", "Ferry.", source="c.txt")
    stories = (
        Story((a[0].document, b[0].document)),
        Story((c[0].document,)),
    )
    assert words(*a, *b, *c) == pytest.approx(
        [1, SECOND, (1 + SECOND) / 2, SECOND, 1, (1 + SECOND) / 2]
    )
    assert words(*a, *b, *c, stories=stories) == pytest.approx(
        [FIRST, 2 * SECOND, FIRST, 2 * SECOND, FIRST, SECOND]
    )


def test_words_of_many_stories_do_not_fade() -> None:
    a, b = article("Fog tax.", "Fog.", source="a.txt"), article("Ferry.", source="b.txt")
    stories = (Story((a[0].document,)), Story((b[0].document,)))
    value = start("content-words", a + b, stories=stories)
    assert not value.of_sets
    before = gains(value)
    value.take(0)
    assert gains(value) == before


def test_a_document_of_no_story_is_of_the_first_one() -> None:
    a, b = article("Fog.", source="a.txt"), article("Fog.", "Tax.", source="b.txt")
    c = article("Fog.", source="c.txt")
    stories = (Story((a[0].document,)), Story((c[0].document,)))
    assert words(*a, *b, *c, stories=stories) == pytest.approx([1, 1, SECOND / 2, 1 / 2])


def test_the_newest_day_of_updates_weighs_most() -> None:
    lines = [
        article("Fog shut Aldery harbour.", word, source=f"{n}.txt", day=day)
        for n, (word, day) in enumerate(zip(("Tax.", "Court.", "Oil."), DAYS, strict=False))
    ]
    own = [words(*(line for each in lines for line in each))[n] for n in (1, 3, 5)]
    assert own == pytest.approx([own[2] / 3, own[2] / 2, own[2]])


def test_a_word_of_remarks_weighs_the_lines_that_have_it() -> None:
    lines = builders.sentences("grey fog", "fog fades", "tax rises", title="tax")
    assert words(*lines, power=3) == pytest.approx([1, 1, 2 / 3])
    value = start("content-words", lines)
    value.take(0)
    assert value.gain(1) == pytest.approx(2 / 3)


def test_remarks_are_rated_by_the_mean_weight_of_their_words() -> None:
    lines = builders.sentences("fog tax ferry court", "fog tax ferry court reef port rail oil")
    assert words(*lines) == pytest.approx([1, (4 + 2) / 8])


def test_other_wordings_vote_where_they_stand() -> None:
    a, b = article("Fog.", "Tax.", source="a.txt"), article("Storm.", "Tax.", source="b.txt")
    known = words(*a, claims=(Claim((a[0], b[1])),))
    assert known == pytest.approx([1, 1 + SECOND])


# Centroid of sets.


@given(sentences=piles())
@settings(max_examples=50, deadline=None)
def test_the_value_is_the_cosine_of_the_sum_and_the_centre(
    sentences: tuple[Sentence, ...],
) -> None:
    rows = features.extract(pool.gather(sentences, Context())).sentences.toarray()
    value = start("centroid-of-sets", sentences, n_first=9)
    reached = 0.0
    for n in range(len(sentences)):
        worded = bool(rows[n].any())
        total, centre = rows[: n + 1].sum(axis=0), rows.sum(axis=0)
        lengths = float(np.linalg.norm(total) * np.linalg.norm(centre)) or 1.0
        now = float(total @ centre) / lengths
        assert value.gain(n) == pytest.approx(now - reached - 2 * (not worded), abs=1e-9)
        value.take(n)
        reached = now


def test_other_lines_come_when_none_of_the_first_is_left() -> None:
    order = lazy(start("centroid-of-sets", FERRY + FOG, n_first=1), 7)
    assert set(order[:2]) == {0, 4}
    assert sorted(order) == list(range(7))


def test_the_foremost_wording_of_a_claim_makes_it_a_first_line() -> None:
    claim = Claim((FERRY[3], FOG[0]))
    assert start("centroid-of-sets", FERRY, n_first=1).gain(3) < -1
    assert start("centroid-of-sets", FERRY, [claim], n_first=1).gain(3) > 0


def test_a_line_may_gain_by_what_was_taken() -> None:
    # Alone it is far from the centre; after what leads away it leads back.
    lines = builders.sentences("Fog.", "Budget.", "Fog fog.", "Fog.")
    value = start("centroid-of-sets", lines, n_first=9)
    value.take(1)
    first = value.gain(0)
    assert first > 0
    value.take(0)
    assert 0 < value.gain(2) < first


# Coverage.


@given(
    sentences=piles(), a=st.sampled_from([0.5, 1, 5]), diversity=st.sampled_from([0.0, 0.1, 2])
)
@settings(max_examples=50, deadline=None)
def test_coverage_is_what_the_paper_defines(
    sentences: tuple[Sentence, ...], a: float, diversity: float
) -> None:
    rows = features.extract(pool.gather(sentences, Context())).sentences.toarray()
    alike = rows @ rows.T
    documents = [sentence.document for sentence in sentences]
    full, rewards = a * alike.mean(axis=1), alike.mean(axis=1)

    def worth(taken: Sequence[int]) -> float:
        given_by = {
            document: sum(rewards[n] for n in taken if documents[n] == document)
            for document in documents
        }
        filled = np.minimum(alike[:, list(taken)].sum(axis=1), full)
        return float(filled.mean() + diversity * np.sqrt(list(given_by.values())).sum())

    numbers = range(len(sentences))
    unit = max(worth([n]) for n in numbers) or 1.0
    value = start("coverage", sentences, saturation=a, diversity=diversity)
    for k in range(min(3, len(sentences))):
        expected = [(worth([*range(k), n]) - worth(range(k))) / unit for n in numbers if n >= k]
        assert gains(value)[k:] == pytest.approx(expected, abs=1e-9)
        value.take(k)


def test_a_line_of_another_document_has_the_larger_bonus() -> None:
    lines = builders.sentences("Fog fell.", "Fog rose.", source="a.txt")
    lines += builders.sentences("Fog stayed.", source="b.txt")
    value = start("coverage", lines, diversity=5)
    assert value.gain(1) == value.gain(2)
    value.take(0)
    assert value.gain(1) < value.gain(2)


def test_of_very_many_sentences_some_stand_for_all() -> None:
    topics = ("Fog closed harbour number {}.", "Parliament approved budget line {}.")
    lines = builders.sentences(
        *(topics[n % 3 > 1].format(n) for n in range(coverage.MOST_COVERED + 500))
    )
    order = lazy(start("coverage", lines, saturation=1), 2)
    assert [lines[n].text.split()[0] for n in order] == ["Fog", "Parliament"]


# Concepts.

THREE = tuple(
    line
    for name, texts in {
        "a.txt": ("Red ink dried.", "Blue ink spilled.", "Red ink and blue ink spilled."),
        "b.txt": ("Blue ink spilled.", "Red ink was sold."),
        "c.txt": ("Blue ink was sold out.",),
    }.items()
    for line in builders.sentences(*texts, source=name)
)
"""red ink: 2 documents, blue ink: 3, ink spilled: 2, ink was: 2, was sold: 2, the others: 1."""


def test_a_concept_weighs_its_documents_and_counts_once() -> None:
    value = start("concepts", THREE)
    assert gains(value) == pytest.approx([n / 7 for n in (2, 5, 7, 5, 6, 7)])
    value.take(2)
    assert gains(value) == pytest.approx([n / 7 for n in (0, 0, 0, 0, 4, 4)])
    value.take(5)
    assert gains(value) == [0] * 6


@pytest.mark.parametrize(
    ("least", "expected"),
    [(1, [3, 5, 9, 5, 6, 8]), (2, [2, 5, 7, 5, 6, 7]), (3, [0, 3, 3, 3, 0, 3])],
)
def test_a_concept_needs_so_many_documents(least: int, expected: list[int]) -> None:
    value = start("concepts", THREE, min_documents=least)
    assert gains(value) == pytest.approx([n / max(expected) for n in expected])


def test_more_documents_than_any_concept_has_are_not_asked_for() -> None:
    assert gains(start("concepts", THREE, min_documents=9)) == [0, 1, 1, 1, 0, 1]
    apart = (*builders.sentences("Grain prices fell."), *builders.sentences("Go.", source="b"))
    assert gains(start("concepts", apart)) == [1, 0]


def test_in_one_document_its_different_sentences_are_counted() -> None:
    lines = builders.sentences("Red ink dried.", "Red ink sold.", "Red ink sold.", "Blue ink.")
    assert gains(start("concepts", lines, min_documents=1)) == [1, 1, 1, pytest.approx(1 / 3)]
    assert gains(start("concepts", lines)) == [1, 1, 1, 0]


def test_other_wordings_count_where_they_stand() -> None:
    claims = (Claim((FERRY[0], FOG[0])), Claim((VOTE[0],)))
    known = start("concepts", (FERRY[0], VOTE[0]), claims)
    # "a ferry", "ninety passengers" and "ran aground" have two documents.
    assert isinstance(known, concepts.Covered)
    assert known.worth.tolist() == [6, 0]


def test_two_stop_words_are_no_concept_and_stems_meet() -> None:
    lines = builders.sentences("It was of the fog.", "The fogs.", source="a.txt")
    lines += builders.sentences("It was of the tax.", "The fog.", source="b.txt")
    assert gains(start("concepts", lines)) == [1, 1, 0, 1]


def test_each_language_has_its_stems_and_stop_words() -> None:
    def lines(language: str, *texts: str) -> list[Sentence]:
        documents = [
            builders.document(text, source=f"{n}.txt", language=language)
            for n, text in enumerate(texts)
        ]
        return [Sentence(document, 0, len(document.text), 0) for document in documents]

    assert gains(start("concepts", lines("fr", "Il est de la mer.", "Il est de la."))) == [1, 0]
    german = lines("de", "Die schnellen Schiffe.", "Ein schnelles Schiff.", "Ein Hafen.")
    assert gains(start("concepts", german)) == [1, 1, 0]
    assert gains(start("concepts", lines("zh", "今天下雨", "明天下雨", "好"))) == [1, 1, 0]


@pytest.mark.parametrize(
    ("name", "options"),
    [("concepts", {}), ("coverage", {"saturation": 1, "diversity": 0})],
)
def test_a_near_copy_adds_almost_nothing(name: str, options: dict[str, Any]) -> None:
    value = start(name, COPIES, **options)
    first = max(gains(value))
    value.take(lazy(start(name, COPIES, **options), 1)[0])
    assert max(gains(value)) < 0.2 * first


# The exact choice.

COSTS = [len(sentence.text.split()) for sentence in NEWS]


def covered(sentences: Sequence[Sentence] = NEWS) -> concepts.Covered:
    value = start("concepts", sentences, min_documents=1)
    assert isinstance(value, concepts.Covered)
    return value


def worth(sentences: Sequence[Sentence], chosen: Sequence[int]) -> int:
    value, total = covered(sentences), 0
    for n in chosen:
        total += int(value.worth[n])
        value.take(n)
    return total


@given(
    sentences=piles(),
    budget=st.integers(1, 25),
    apart=st.lists(st.sets(st.integers(0, 15), min_size=2, max_size=3), max_size=2),
)
@settings(max_examples=60, deadline=None)
def test_no_choice_within_the_budget_is_worth_more(
    sentences: tuple[Sentence, ...], budget: int, apart: list[set[int]]
) -> None:
    sentences = sentences[:8]
    costs = [sentence.n_words for sentence in sentences]

    def allowed(chosen: Sequence[int]) -> bool:
        within = sum(costs[n] for n in chosen) <= budget
        return within and all(len(group.intersection(chosen)) < 2 for group in apart)

    sets = [
        chosen
        for k in range(len(sentences) + 1)
        for chosen in itertools.combinations(range(len(sentences)), k)
        if allowed(chosen)
    ]
    best = max(worth(sentences, chosen) for chosen in sets)
    found = concepts.solve(covered(sentences), costs, budget, apart=apart)
    assert found in sets
    assert worth(sentences, found) == best
    equal = [sum(chosen) + len(chosen) for chosen in sets if worth(sentences, chosen) == best]
    assert sum(found) + len(found) == min(equal)


def test_greedy_choice_may_be_beaten() -> None:
    # The first line has most, and leaves no room for the two that have more together.
    lines = builders.sentences("Red ink sold fast.", "Blue tax rose.", "Grey fog fell.")
    assert lazy(covered(lines), 1) == [0]
    assert concepts.solve(covered(lines), [6, 3, 3], 6) == (1, 2)


def test_the_plain_choice_is_the_best_one_where_that_is_asked_for() -> None:
    lines = builders.sentences("Red ink sold fast.", "Blue tax rose.", "Grey fog fell.")

    def plainly(*, exact: bool, n_words: int) -> tuple[list[Sentence], list[Sentence]]:
        value = start("concepts", lines, min_documents=1, exact=exact)
        within = plain.pick(lines, value, n_words)
        return within, plain.reach(lines, value.again(), n_words)

    assert plainly(exact=False, n_words=6)[0] == [lines[0]]
    assert plainly(exact=True, n_words=6) == ([lines[1], lines[2]], [lines[1], lines[2]])
    within, reaching = plainly(exact=True, n_words=8)
    assert within == [lines[0], lines[1]]
    assert reaching == [lines[0], lines[1], lines[2]]
    assert plainly(exact=True, n_words=99)[0] == [lines[0], lines[1], lines[2]]
    assert plain.pick((), start("concepts", (), exact=True), 9) == []


def test_a_choice_that_exists_is_kept_and_extended() -> None:
    value = covered(THREE)
    value.take(2)
    before = value.bounds.tolist()
    assert concepts.solve(value, [5] * len(THREE), 5) in {(4,), (5,)}
    assert 2 not in concepts.solve(value, [5] * len(THREE), 100)
    assert value.bounds.tolist() == before


def test_what_is_dearer_than_the_budget_or_adds_nothing_never_comes() -> None:
    assert concepts.solve(covered(), [99] * len(NEWS), 50) == ()
    assert concepts.solve(covered(()), [], 50) == ()
    assert concepts.solve(covered(builders.sentences("!!!")), [0], 50) == ()
    barred = [*COSTS]
    barred[0] = 51
    assert 0 in concepts.solve(covered(), COSTS, 50)
    assert 0 not in concepts.solve(covered(), barred, 50)


def test_lines_that_are_too_many_are_noted_and_the_weightiest_looked_at() -> None:
    notes: list[str] = []
    found = concepts.solve(covered(), COSTS, 30, most_lines=3, note=notes.append)
    assert notes == ["concepts: the exact choice is of 3 lines; 10 are too many"]
    weight = covered().worth / np.asarray(COSTS)
    assert set(found) <= set(np.argsort(-weight, kind="stable")[:3].tolist())


def test_a_search_that_is_cut_short_is_noted() -> None:
    numbers = np.arange(60)
    lines = builders.sentences(
        *(" ".join(f"w{n * m % 23}" for m in range(1, 6 + n % 9)) for n in numbers)
    )
    costs = [5 + int(n) * 7 % 19 for n in numbers]
    notes: list[str] = []
    assert (
        sum(
            costs[n]
            for n in concepts.solve(covered(lines), costs, 101, most_nodes=0, note=notes.append)
        )
        <= 101
    )
    assert len(notes) == 1
    assert notes[0].startswith("concepts: the exact choice stopped after 0 nodes")
