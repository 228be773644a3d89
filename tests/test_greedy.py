"""The lazy choice is the greedy one, at less cost; likeness by hand; the plain choice."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from briefing import rankers, selection
from briefing.model import Claim, Context, Placement, Sentence
from briefing.options import Budget
from briefing.rankers import values
from briefing.rankers.values import Fixed, Value
from briefing.selection import Candidate, likeness, plain
from briefing.selection.greedy import Queue
from tests import builders

Lines = Sequence[frozenset[int]]
"""What each line covers."""


@dataclass
class Cover:
    """What a line adds is how much it covers that no line did: submodular, with many ties."""

    lines: Lines
    covered: set[int] = field(default_factory=set)
    n_asked: int = 0

    def gain(self, n: int) -> float:
        self.n_asked += 1
        return float(len(self.lines[n] - self.covered))

    def take(self, n: int) -> None:
        self.covered |= self.lines[n]

    def sizes(self) -> NDArray[np.float64]:
        return np.asarray([len(line) for line in self.lines], dtype=np.float64)


def foremost(
    lines: Iterable[int], worth: Callable[[int], float], floor: float = float("-inf")
) -> int:
    """The first of those worth most, every one looked at; -1 where none is worth `floor`."""
    best = max(lines, key=lambda n: (worth(n), -n), default=-1)
    return best if best >= 0 and worth(best) >= floor else -1


LINES = st.lists(st.frozensets(st.integers(0, 9), max_size=4), max_size=12)


# The queue.


@given(lines=LINES, slack=st.integers(0, 3), data=st.data())
def test_the_lazy_choice_is_the_greedy_one(
    lines: Lines, slack: int, data: st.DataObject
) -> None:
    cover = Cover(lines)
    loose = data.draw(st.lists(st.integers(0, slack), min_size=len(lines), max_size=len(lines)))
    queue = Queue(cover.sizes() + np.asarray(loose, dtype=np.float64))
    masks = st.lists(st.booleans(), min_size=len(lines), max_size=len(lines))
    for _ in range(6):
        may_come = np.asarray(data.draw(masks), dtype=np.bool_)
        standing = data.draw(masks)
        floor = data.draw(st.sampled_from([float("-inf"), 0.0, 1.0, 2.0, 5.0]))
        able = [n for n in range(len(lines)) if may_come[n] and standing[n]]
        n = queue.best(may_come, cover.gain, standing.__getitem__, floor)
        assert n == foremost(able, cover.gain, floor)
        if n >= 0:
            cover.take(n)


@given(lines=LINES, data=st.data())
def test_bounds_that_are_renewed_may_rise(lines: Lines, data: st.DataObject) -> None:
    cover = Cover(lines)
    queue = Queue(cover.sizes())
    may_come = np.ones(len(lines), dtype=np.bool_)
    for _ in range(4):
        n = queue.best(may_come, cover.gain)
        assert n == foremost(range(len(lines)), cover.gain)
        if n >= 0:
            cover.take(n)
        if data.draw(st.booleans()):
            cover.covered.clear()
            queue.renew(cover.sizes())


def test_what_may_not_come_or_does_not_stand_may_be_the_best_later() -> None:
    worth = [1.0, 3.0, 2.0].__getitem__
    queue = Queue(np.asarray([1.0, 3.0, 2.0]))
    everything = np.ones(3, dtype=np.bool_)
    assert queue.best(everything, worth, lambda n: n != 1) == 2
    assert queue.best(everything & (np.arange(3) != 1), worth) == 2
    assert queue.best(everything, worth) == 1


def test_of_equal_ones_the_first_comes_though_a_later_one_is_bounded_higher() -> None:
    queue = Queue(np.asarray([2.0, 9.0, 2.0]))
    assert queue.best(np.ones(3, dtype=np.bool_), lambda _n: 2.0) == 0


def test_none_comes_where_none_may_or_none_is_worth_the_floor() -> None:
    queue = Queue(np.asarray([1.0, 3.0]))
    both = np.ones(2, dtype=np.bool_)
    assert queue.best(~both, float) == -1
    assert queue.best(both, float, lambda _n: False) == -1
    assert queue.best(both, float, floor=1.5) == -1
    assert queue.best(both, float, floor=1.0) == 1
    assert Queue(np.zeros(0)).best(np.zeros(0, dtype=np.bool_), float) == -1


def test_the_bounds_that_it_was_given_stay() -> None:
    bounds = np.asarray([5.0, 4.0])
    queue = Queue(bounds)
    queue.best(np.ones(2, dtype=np.bool_), lambda _n: 1.0)
    queue.renew(bounds)
    queue.best(np.ones(2, dtype=np.bool_), lambda _n: 1.0)
    assert bounds.tolist() == [5, 4]


def test_few_lines_are_looked_at() -> None:
    rng = np.random.default_rng(3)
    n, k = 3000, 40
    lines = [frozenset(rng.integers(0, 5000, size).tolist()) for size in rng.integers(5, 40, n)]
    cover, queue = Cover(lines), Queue(Cover(lines).sizes())
    free = np.ones(n, dtype=np.bool_)
    for _ in range(k):
        found = queue.best(free, cover.gain)
        cover.take(found)
        free[found] = False
    assert k <= cover.n_asked < n * k / 20


# The choice for a memo.


def candidate(n: int, salience: float, *points: tuple[str, float]) -> Candidate:
    """Line of its own document, with what speaks for its section and against it."""
    text = " ".join(f"w{n}x{m}" for m in range(20))
    sentence = Sentence(builders.document(text, source=f"{n}.txt"), 0, len(text), 0)
    placement = Placement("port", (("port", 3.0),), 1.0, terms=points)
    return Candidate(Claim((sentence,)), placement, salience)


def test_no_line_that_is_left_was_better_than_the_last_one_taken() -> None:
    first = candidate(0, 0.9, ("harbour", 6.0), ("film", -2.0))
    doubted = candidate(1, 0.5, ("ferry", 4.0), ("film", -2.0))
    rival = candidate(2, 0.52, ("quay", 2.0))
    lines = [first, doubted, rival]
    chosen = selection.choose(lines, np.eye(3).__getitem__, Budget(lines=2), {"port": 0.0})
    assert chosen.choices[0].candidate is first
    assert chosen.misses[0].score <= chosen.choices[1].score


# Likeness.


def test_cosines_by_hand() -> None:
    alike = likeness.cosines([["fog", "ferry"], ["fog", "tax"], ["court"], []])
    shared, own = np.log(5 / 3) + 1, np.log(5 / 2) + 1
    expected = shared**2 / (shared**2 + own**2)
    assert alike(0) == pytest.approx([1, expected, 0, 0])
    assert alike(1) == pytest.approx([expected, 1, 0, 0])
    assert alike(2) == pytest.approx([0, 0, 1, 0])
    assert alike(3) == pytest.approx([0, 0, 0, 0])


def test_overlaps_by_hand() -> None:
    alike = likeness.overlaps([["fog", "ferry", "tax", "fog"], ["fog", "ferry"], ["tax"], []])
    assert alike(0) == pytest.approx([1, 1, 1, 0])
    assert alike(1) == pytest.approx([1, 1, 0, 0])
    assert alike(3) == pytest.approx([0, 0, 0, 0])
    some = likeness.overlaps([["fog", "ferry", "tax"], ["fog", "oil", "ferry", "reef"]])
    assert some(0) == pytest.approx([1, 2 / 3])
    assert some(1) == pytest.approx([2 / 3, 1])


def test_lines_are_alike_by_the_stems_of_their_language() -> None:
    def line(text: str, language: str) -> Sentence:
        return Sentence(builders.document(text, language=language), 0, len(text), 0)

    lines = [line("The ferries left.", "en"), line("The ferries left.", ""), line("!", "en")]
    assert likeness.stems(lines) == [["ferri", "left"], ["ferri", "left"], []]
    assert likeness.stems([line("die Häfen", "de")]) == [["haf"]]


# The plain choice.


def apart(*texts: str) -> tuple[Sentence, ...]:
    """Each in a document of its own, of one day."""
    return tuple(
        Sentence(builders.document(text, source=f"{n}.txt", day="2031-05-05"), 0, len(text), 0)
        for n, text in enumerate(texts)
    )


TEN = apart(
    "The harbour of Aldery was closed on Monday after a ferry ran aground.",
    "Parliament in Orlend passed the budget by a single vote late on Tuesday.",
    "The harbour of Aldery was shut on Monday after a ferry ran aground.",
    "Tram drivers of Tessby began a strike over night shifts at dawn today.",
    "The harbour at Aldery was closed Monday after the ferry had run aground.",
    "A court freed the editor Ida Rask because no witness knew her voice.",
    "Harbour of Aldery closed on Monday after a ferry ran aground, police say.",
    "Snow cut off nine villages above Hask and rescuers walked up with bread.",
    "On Monday the harbour of Aldery was closed after a ferry ran aground.",
    "Researchers in Brunn counted more storks along the river than ever before.",
)
CHEAP = tuple(
    name
    for name, path in rankers.RANKERS.items()
    if ":" in path and "sumy" not in path and name not in ("lead", "topic-signatures")
)
"""Those of this program that look at what the sentences share."""


@pytest.mark.parametrize("choose", [plain.pick, plain.reach])
@pytest.mark.parametrize("name", CHEAP)
def test_of_five_near_copies_one_is_chosen(
    name: str, choose: Callable[[Sequence[Sentence], Value, int], list[Sentence]]
) -> None:
    most = max(line.n_words for line in TEN)
    value = values.start(rankers.get(name), TEN, Context())
    n_words = 4 * most if choose is plain.pick else 4 * most - 6
    chosen = choose(TEN, value, n_words)
    assert len(chosen) == 4
    assert sum("Aldery" in line.text for line in chosen) == 1


def fixed(*scores: float) -> Fixed:
    return Fixed(np.asarray(scores, dtype=np.float64))


SIZES = apart("Fog ferry court tax reef.", "Port rail.", "Oil quake mayor.", "Bridge.")


@pytest.mark.parametrize(
    ("n_words", "picked", "reached"),
    [
        (0, [], []),
        (1, [3], [0]),
        (5, [0], [0]),
        (6, [0, 3], [0, 1]),
        (7, [0, 1], [0, 1]),
        (9, [0, 1, 3], [0, 1, 2]),
        (99, [0, 1, 2, 3], [0, 1, 2, 3]),
    ],
)
def test_one_that_does_not_fit_makes_room_or_is_the_last(
    n_words: int, picked: list[int], reached: list[int]
) -> None:
    value = fixed(4, 3, 2, 1)
    assert plain.pick(SIZES, value, n_words) == [SIZES[n] for n in picked]
    assert plain.reach(SIZES, value, n_words) == [SIZES[n] for n in reached]


def test_the_best_come_first_and_of_equal_ones_the_first() -> None:
    assert plain.pick(SIZES, fixed(1, 7, 7, 3), 99) == [SIZES[n] for n in (1, 2, 3, 0)]


def test_nothing_is_picked_of_nothing() -> None:
    assert plain.pick((), fixed(), 50) == plain.reach((), fixed(), 50) == []


def test_a_ranker_of_sets_may_take_what_is_half_alike() -> None:
    lines = apart("Fog shut Aldery harbour again.", "Fog shut Aldery airport, schools too.")
    of_lines = plain.pick(lines, fixed(1, 1), 99)
    assert of_lines == [lines[0]]
    of_sets = values.start(rankers.get("content-words"), lines, Context())
    assert of_sets.of_sets
    assert len(plain.pick(lines, of_sets, 99)) == 2
