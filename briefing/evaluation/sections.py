"""How well sentences are placed in the sections of a profile, and junk is told.

A prediction that is accepted counts for its own class, else it is an error against the best
one. Intervals are percentile bootstraps over documents (Efron 1979).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from briefing import cleaning, sentences
from briefing.cleaning import fitness
from briefing.cleaning.look import Look
from briefing.evaluation import measures, resampling
from briefing.evaluation.labels import Label
from briefing.evaluation.measures import Measures
from briefing.evaluation.resampling import Estimate
from briefing.model import Placement
from briefing.sections.builder import SectionBuilder
from briefing.sections.profile import OTHER, Profile

N_WORST = 20

Rows = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Judged:
    """A labelled sentence, and what became of it."""

    label: Label
    placement: Placement
    memo: bool
    """Whether it may stand in a memo by itself."""
    junk: bool

    @property
    def section(self) -> str:
        """Where it was placed."""
        return self.placement.section

    @property
    def is_right(self) -> bool:
        """Whether an editor would accept that."""
        return self.section in self.label.ok

    @property
    def meant(self) -> str:
        """What it counts for: its own section if that is accepted, else the best one."""
        return self.section if self.is_right else self.label.best

    @property
    def wrong_by(self) -> float:
        """Points by which its section is before the best one."""
        points = dict(self.placement.scores) | {OTHER: 0.0}
        return points[self.section] - points[self.label.best]


@dataclass(frozen=True, slots=True)
class Scores:
    """Placing, over some sentences."""

    n: int
    accuracy: Estimate
    macro_f1: Estimate
    """Mean over the classes that are meant or predicted."""
    sections: dict[str, Measures]
    """Each class against all others."""
    sections_precision: Estimate
    """Part of what was placed in any section, "other" left out, that is accepted there."""


@dataclass(frozen=True, slots=True)
class Fitness:
    """Telling what is fit for a memo, or what is junk."""

    n: int
    measures: Measures
    f1: Estimate


@dataclass(frozen=True, slots=True)
class Report:
    """All that was measured."""

    profile: str
    all: Scores
    fit: Scores | None
    """Over sentences that people find fit for a memo."""
    confusion: dict[tuple[str, str], int]
    """Sentences by (what was meant, what was predicted)."""
    memo: Fitness | None
    junk: Fitness | None
    worst: tuple[Judged, ...]
    """At most `N_WORST` wrong ones, the surest first."""


def evaluate(labels: Sequence[Label], profile: Profile) -> Report:
    """Place sentences and compare with their labels; at least one label."""
    judged = judge(labels, profile)
    ids = tuple(profile.titles)
    wrong = [one for one in judged if not one.is_right]
    fit = [one for one in judged if one.label.memo]
    memo = [one for one in judged if one.label.memo is not None]
    junk = [one for one in judged if one.label.junk is not None]
    return Report(
        profile=profile.name,
        all=_scores(judged, ids),
        fit=_scores(fit, ids) if fit else None,
        confusion=dict(Counter((one.meant, one.section) for one in judged)),
        memo=_fitness(memo, lambda o: bool(o.label.memo), lambda o: o.memo) if memo else None,
        junk=_fitness(junk, lambda o: bool(o.label.junk), lambda o: o.junk) if junk else None,
        worst=tuple(sorted(wrong, key=lambda o: (-o.wrong_by, o.label.id))[:N_WORST]),
    )


def judge(labels: Sequence[Label], profile: Profile) -> list[Judged]:
    """What becomes of each sentence."""
    builder = SectionBuilder(profile)
    return [
        Judged(label, builder.place(label.sentences)[label.n], *_fate(label))
        for label in labels
    ]


def _fate(label: Label) -> tuple[bool, bool]:
    """Whether the sentence is fit for a memo by itself, and whether it is junk."""
    target, document = label.sentence, label.sentence.document
    cleaned = cleaning.clean(list(sentences.split(document)))
    look = Look(target.text, document.language, document.title)
    found = fitness.judge(look, cleaning.outcome(cleaned, target))
    return found.is_fit, found.is_junk


def _scores(judged: Sequence[Judged], ids: Sequence[str]) -> Scores:
    place = {name: n for n, name in enumerate(ids)}
    meant = np.asarray([place[one.meant] for one in judged])
    given = np.asarray([place[one.section] for one in judged])

    def of(some: Rows) -> tuple[float, float, float]:
        table = np.zeros((len(ids), len(ids)))
        np.add.at(table, (meant[some], given[some]), 1)
        return float(np.diag(table).sum() / table.sum()), _macro(table), _precision(table)

    accuracy, macro, precision = _estimates(judged, of)
    return Scores(
        len(judged),
        accuracy,
        macro,
        {
            name: measures.of_decisions(
                [one.meant == name for one in judged], [one.section == name for one in judged]
            )
            for name in ids
            if any(name in (one.meant, one.section) for one in judged)
        },
        precision,
    )


def _macro(table: NDArray[np.float64]) -> float:
    sums = table.sum(axis=0) + table.sum(axis=1)
    return float(np.mean(2 * np.diag(table)[sums > 0] / sums[sums > 0]))


def _precision(table: NDArray[np.float64]) -> float:
    """Of the sections, the last class left out."""
    placed = table[:, :-1].sum()
    return float(np.diag(table)[:-1].sum() / placed) if placed else 1.0


def _fitness(
    judged: Sequence[Judged], label: Callable[[Judged], bool], said: Callable[[Judged], bool]
) -> Fitness:
    labels = np.asarray([label(one) for one in judged])
    decided = np.asarray([said(one) for one in judged])

    def of(some: Rows) -> tuple[float]:
        right = (labels[some] & decided[some]).sum()
        all_ = labels[some].sum() + decided[some].sum()
        return (float(2 * right / all_) if all_ else 0.0,)

    found = measures.of_decisions(labels.tolist(), decided.tolist())
    return Fitness(len(judged), found, _estimates(judged, of)[0])


def _estimates(
    judged: Sequence[Judged], of: Callable[[Rows], tuple[float, ...]]
) -> tuple[Estimate, ...]:
    """What `of` gives for all rows, with intervals over documents."""
    groups: dict[str, list[int]] = {}
    for n, one in enumerate(judged):
        groups.setdefault(one.label.group, []).append(n)
    rows = [np.asarray(group) for group in groups.values()]
    drawn = [
        of(np.concatenate([rows[n] for n in some])) for some in resampling.draws(len(rows))
    ]
    edges = (50 - resampling.LEVEL / 2, 50 + resampling.LEVEL / 2)
    low, high = np.percentile(drawn, edges, axis=0)
    return tuple(
        Estimate(mean, float(a), float(b))
        for mean, a, b in zip(of(np.arange(len(judged))), low, high, strict=True)
    )
