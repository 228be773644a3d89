"""How many of the lines that an editor put into a day's memo ours has, and the reverse.

A line of ours has an editor's line if it overlaps it, or another wording of its claim, by half
of the shorter. Shares are over all lines of all days; their intervals are percentile
bootstraps over days (Efron 1979).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from briefing import cleaning, pipeline, rankers
from briefing.cleaning import fitness, opinion
from briefing.cleaning.look import Look
from briefing.evaluation import resampling
from briefing.evaluation.ideals import Day, Ideal, Line, Span
from briefing.evaluation.resampling import Estimate
from briefing.model import Placement, Sentence
from briefing.options import Options
from briefing.pipeline import Work
from briefing.selection import Choice, Miss

ORACLE, EDITOR = "oracle", "another editor"
N_WORST = 12

Counts = tuple[int, int]
"""(how many, of how many)."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A line of a memo that is measured."""

    span: Span
    section: str
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class Page:
    """A memo of a day, compared with the editor's."""

    day: Day
    lines: tuple[Printed, ...]
    covers: tuple[tuple[int, ...], ...]
    """For each of the editor's lines, the numbers of ours that have it."""
    n_shared: int
    """Lines of ours that are in a memo by any editor of the day."""
    n_opinion: int
    n_unfit: int
    """Lines that can hardly stand by themselves, as `cleaning.fitness` judges."""
    n_repeats: int
    """Lines that have only what lines before them had already."""

    @property
    def ideal(self) -> Ideal:
        """The memo to compare with."""
        return self.day.ideals[0]

    @property
    def covered(self) -> Counts:
        """The editor's lines that ours have."""
        return sum(map(bool, self.covers)), len(self.covers)

    @property
    def shared(self) -> Counts:
        """Our lines that an editor has."""
        return self.n_shared, len(self.lines)

    @property
    def placed(self) -> Counts:
        """Covered lines of which ours stands in the editor's section."""
        pairs = zip(self.ideal.lines, self.covers, strict=True)
        right = sum(
            any(self.lines[n].section == line.section for n in ns) for line, ns in pairs
        )
        return right, self.covered[0]

    @property
    def words(self) -> int:
        """Words of all its lines."""
        return sum(line.sentence.n_words for line in self.lines)


@dataclass(frozen=True, slots=True)
class Result:
    """One way to make memos, measured."""

    name: str
    pages: tuple[Page, ...]
    covered: Estimate
    shared: Estimate
    placed: Estimate
    by_section: Mapping[str, Counts]
    by_role: Mapping[str, Counts]

    def total(self, count: Callable[[Page], int]) -> int:
        """Sum over the days."""
        return sum(map(count, self.pages))


@dataclass(frozen=True, slots=True)
class Missed:
    """A line of the editor that ours has not, and what became of it."""

    day: str
    line: Line
    text: str
    fate: str
    miss: Miss | None = None
    """What kept its best wording out, where it was nearly chosen."""
    placement: Placement | None = None


@dataclass(frozen=True, slots=True)
class Intruder:
    """A line of ours that no editor has."""

    day: str
    choice: Choice
    placement: Placement


@dataclass(frozen=True, slots=True)
class Report:
    """All that was measured; the first result is the one that is looked into."""

    n_words: int
    results: tuple[Result, ...]
    misses: tuple[Missed, ...]
    """At most `N_WORST`: of the bottom line first, then those in most wordings."""
    intruders: tuple[Intruder, ...]
    """At most `N_WORST`, the surest first."""


def evaluate(
    days: Sequence[Day],
    names: Sequence[str],
    options: Options,
    *,
    told: Callable[[str, int, int], None] | None = None,
) -> Report:
    """Make memos of `days`, at least one, by the rankers called `names`, at least one.

    Besides: an oracle that knows the lines and takes as many as the words allow, and what
    another editor has where a day has two memos. Raises ConfigError for an unknown ranker or
    profile.
    """
    pages: dict[str, list[Page]] = {name: [] for name in (*names, ORACLE, EDITOR)}
    misses: list[Missed] = []
    intruders: list[Intruder] = []
    for n, day in enumerate(days, 1):
        if told:
            told("compose", n, len(days))
        work = pipeline.run(day.documents.values(), replace(options, ranker=names[0]))
        pages[names[0]].append(_page(day, _printed(day, work)))
        misses += _misses(pages[names[0]][-1], work)
        intruders += _intruders(pages[names[0]][-1], work)
        pages[ORACLE].append(_page(day, _oracle(day, work)))
        for name in names[1:]:
            other = pipeline.again(work, rankers.get(name))
            pages[name].append(_page(day, _printed(day, other)))
        if len(day.ideals) > 1:
            pages[EDITOR].append(_by_hand(day))
    misses.sort(key=lambda m: (m.line.role != "bottom", -len(m.line.wordings)))
    intruders.sort(key=lambda i: -i.choice.score)
    return Report(
        options.budget.words or 0,
        tuple(_result(name, found) for name, found in pages.items() if found),
        tuple(misses[:N_WORST]),
        tuple(intruders[:N_WORST]),
    )


def _numbers(day: Day) -> dict[int, int]:
    """Number of each document by its id."""
    return {id(document): n for n, document in day.documents.items()}


def _span(numbers: Mapping[int, int], sentence: Sentence) -> Span:
    return Span(numbers[id(sentence.document)], sentence.start, sentence.end)


def _printed(day: Day, work: Work) -> list[Printed]:
    numbers = _numbers(day)
    return [
        Printed(_span(numbers, line), choice.candidate.section, line)
        for choice in work.selection.choices
        for line in [choice.candidate.sentence]
    ]


def _page(day: Day, lines: Sequence[Printed], *, others: Sequence[Ideal] | None = None) -> Page:
    covers = tuple(_having(line, lines) for line in day.ideals[0].lines)
    every = day.ideals if others is None else others
    shared = {n for ideal in every for line in ideal.lines for n in _having(line, lines)}
    firsts = {ns[0] for ns in covers if ns}
    opinions = _opinions(day)
    return Page(
        day,
        tuple(lines),
        covers,
        len(shared),
        sum(line.sentence.document.source in opinions for line in lines),
        sum(not _stands(line.sentence) for line in lines),
        len({n for ns in covers for n in ns} - firsts),
    )


def _having(line: Line, lines: Sequence[Printed]) -> tuple[int, ...]:
    return tuple(
        n
        for n, printed in enumerate(lines)
        if any(printed.span.meets(wording) for wording in line.wordings)
    )


def _opinions(day: Day) -> frozenset[str]:
    """Sources of the documents that say themselves that they are opinion."""
    return frozenset(d.source for d in day.documents.values() if opinion.is_opinion(d))


def _stands(sentence: Sentence) -> bool:
    document = sentence.document
    look = Look(sentence.text, document.language, document.title)
    return fitness.judge(look, cleaning.KEPT).is_fit


def _by_hand(day: Day) -> Page:
    """The second memo of a day, compared with the first."""
    lines = [
        Printed(line.wordings[0], line.section, day.sentence(line.wordings[0]))
        for line in day.ideals[1].lines
    ]
    return _page(day, lines, others=day.ideals[:1])


def _oracle(day: Day, work: Work) -> list[Printed]:
    """Lines that are fit to print and have most of the editor's, greedily by word."""
    numbers, ideal = _numbers(day), day.ideals[0]
    lines = [
        Printed(_span(numbers, claim.best), work.placements[claim.best].section, claim.best)
        for claim in work.claims
    ]
    has: dict[int, set[int]] = {}
    for number, line in enumerate(ideal.lines):
        for n in _having(line, lines):
            has.setdefault(n, set()).add(number)
    chosen: list[Printed] = []
    left, words = set(range(len(ideal.lines))), work.options.budget.words or 0
    while True:
        may = [n for n in has if has[n] & left and lines[n].sentence.n_words <= words]
        if not may:
            return chosen
        best = min(may, key=lambda n: (lines[n].sentence.n_words / len(has[n] & left), n))
        chosen.append(lines[best])
        left -= has[best]
        words -= lines[best].sentence.n_words


def _misses(page: Page, work: Work) -> list[Missed]:
    numbers = _numbers(page.day)
    near = {id(miss.candidate.sentence): miss for miss in work.selection.misses}
    best = [(claim.best, _span(numbers, claim.best)) for claim in work.claims]
    found = []
    for line, having in zip(page.ideal.lines, page.covers, strict=True):
        if having:
            continue
        own = [s for s, span in best if any(span.meets(w) for w in line.wordings)]
        nearest = max(
            (near[id(s)] for s in own if id(s) in near), key=lambda m: m.score, default=None
        )
        sentence = page.day.sentence(line.wordings[0])
        placement = work.placements[own[0]] if own else None
        if nearest is not None:
            fate, placement = nearest.reason, nearest.candidate.placement
        elif not own:
            fate = f"not fit to print: {cleaning.outcome(work.cleaned, sentence)}"
        else:
            fate = (
                f"far behind in {', '.join(sorted({work.placements[s].section for s in own}))}"
            )
        found.append(Missed(page.day.id, line, sentence.text, fate, nearest, placement))
    return found


def _intruders(page: Page, work: Work) -> list[Intruder]:
    numbers = _numbers(page.day)
    lines = [line for ideal in page.day.ideals for line in ideal.lines]
    found = []
    for choice in work.selection.choices:
        span = _span(numbers, choice.candidate.sentence)
        if not any(span.meets(wording) for line in lines for wording in line.wordings):
            found.append(Intruder(page.day.id, choice, choice.candidate.placement))
    return found


def _result(name: str, pages: Sequence[Page]) -> Result:
    return Result(
        name,
        tuple(pages),
        _estimate(page.covered for page in pages),
        _estimate(page.shared for page in pages),
        _estimate(page.placed for page in pages),
        _by(pages, lambda line: line.section),
        _by(pages, lambda line: line.role),
    )


def _estimate(counts: Iterable[Counts]) -> Estimate:
    """Share over all days, and its interval."""
    table = np.asarray(list(counts), dtype=np.float64)

    def share(sums: NDArray[np.float64]) -> float:
        return float(sums[0] / sums[1]) if sums[1] else 0.0

    drawn = [share(table[rows].sum(axis=0)) for rows in resampling.draws(len(table))]
    low, high = np.percentile(drawn, (50 - resampling.LEVEL / 2, 50 + resampling.LEVEL / 2))
    return Estimate(share(table.sum(axis=0)), float(low), float(high))


def _by(pages: Sequence[Page], name: Callable[[Line], str]) -> dict[str, Counts]:
    n: Counter[str] = Counter()
    covered: Counter[str] = Counter()
    for page in pages:
        for line, having in zip(page.ideal.lines, page.covers, strict=True):
            n[name(line)] += 1
            covered[name(line)] += bool(having)
    return {key: (covered[key], n[key]) for key in n}
