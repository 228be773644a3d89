"""Measure summaries against those by people, and whether the default ranker deserves its place.

    python -m tests.quality.benchmark_summaries ../shared/data
    python -m tests.quality.benchmark_summaries ../shared/data --part choice --rows 60

All is ROUGE in percent, of summaries cut after so many words. Rows of one event share
documents: an event counts once, as the mean of its rows, and intervals draw events. Of few
events a bootstrap is too sure, so Student's t stands beside it; of six, p is never below .03.

table: rankers, baselines and the oracle, and what the default gains. choice: the default and
its options chosen anew on other months and events. stages: what the oracle can still reach
after each step. orders: what the order of the documents decides.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import product
from pathlib import Path
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy import stats

from briefing import progress, rankers
from briefing.evaluation import oracle, resampling
from briefing.evaluation.resampling import LEVEL, Values
from briefing.evaluation.rouge import TYPES
from briefing.model import Sentence
from briefing.rankers import Ranker
from tests.quality import folds as folds_of
from tests.quality import summaries_data as data
from tests.quality.summaries_data import EVENTS, REMARKS, UPDATES, Case, Scorer, Set, Told

Column: TypeAlias = Mapping[str, Values]
"""ROUGE-2 of each row in percent, by what chose."""
Mask: TypeAlias = NDArray[np.bool_]
"""Rows that are meant, shape (n_rows,)."""
Choose: TypeAlias = Callable[[Case], Sequence[Sentence]]

DEFAULT = "content-words"
LEAD, NEWEST, TEN_LINES = "lead", "newest", "ten-line centroid"
BASELINES = (LEAD, TEN_LINES, NEWEST)
COMPARED = (
    DEFAULT,
    *BASELINES,
    "centroid-of-sets",
    "salience",
    "consensus",
    "centroid",
    "lexrank-continuous",
    "coverage",
    "concepts",
    "topic-signatures",
    "text-rank",
    "lex-rank",
)
RIVALS = ("salience", "centroid", TEN_LINES, "lexrank-continuous", "coverage", "concepts")
SETTINGS = tuple(
    f"{DEFAULT}(power={power}, fade={fade}, length={length})"
    for power, fade, length in product((1, 1.5, 2), (0.3, 0.5, 0.7), (0.6, 0.7, 0.8))
)
CANDIDATES = (*SETTINGS, *RIVALS)
CALLED: Mapping[str, str] = {
    NEWEST: "tests.quality.summaries_data:Newest",
    TEN_LINES: "centroid-of-sets(n_first=10)",
}
"""Rankers that have a name of their own here."""

CHOSEN = "chosen"
ORDERS = ("as given", "worst", "mean", "best")
N_FOLDS = 5
"""Of whole months, where rows share no event."""
BEST = (20, 10)
"""Lines that the default rates best, of which the oracle chooses."""
WIDTH = 19
"""Characters of a column."""


def main() -> None:
    """Print the parts."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--rows", type=int, help="rows of each file, at even distances")
    parser.add_argument("--part", choices=tuple(PARTS), help="what to print (default: all)")
    options = parser.parse_args()
    chosen = [PARTS[options.part]] if options.part else [*PARTS.values()]
    scorer = Scorer()
    with progress.bar() as told:
        names = dict.fromkeys(name for _, needed in chosen for name in needed)
        sets = {name: data.read(options.data, name, options.rows, told) for name in names}
        for print_part, needed in chosen:
            print_part([sets[name] for name in needed], scorer, told)


def ranker(name: str) -> Ranker:
    """The ranker that `name` stands for here."""
    return rankers.get(CALLED.get(name, name))


def choices(name: str, given: Set) -> Choose:
    """How the ranker called `name` chooses so many words as summaries of `given` have."""
    made = ranker(name)
    return lambda case: data.reach(made, case, given.n_words)


def by_references(lines_of: Choose, given: Set, scorer: Scorer) -> Choose:
    """How one who knows the references chooses of the lines that `lines_of` gives."""
    return lambda case: oracle.reach(lines_of(case), case.references, given.n_words, scorer)


def rouge2(name: str, given: Set, scorer: Scorer, told: Told) -> Values:
    """Of each row, in percent, shape (n_rows,)."""
    choose = choices(name, given)
    cases = data.watched(given.cases, name, told)
    return np.array([scorer.rouge2(choose(case), case, given.n_words) for case in cases])


# --- Table ------------------------------------------------------------------------------


def print_table(sets: Sequence[Set], scorer: Scorer, told: Told) -> None:
    """ROUGE-1, -2 and -L of all, and the gains of the default in ROUGE-2."""
    for one in sets:
        print_head("table", one, TYPES)
        ways = {name: choices(name, one) for name in COMPARED}
        ways["oracle"] = by_references(lambda case: case.folded, one, scorer)
        found = {}
        for name, choose in ways.items():
            cases = data.watched(one.cases, name, told)
            values = np.array([scorer.types(choose(case), case, one.n_words) for case in cases])
            print_row(name, data.by_unit(values, one.units))
            found[name] = values[:, TYPES.index("rouge2")]
        print_gains(one, found, DEFAULT, BASELINES)


# --- Choice -----------------------------------------------------------------------------


def print_choice(sets: Sequence[Set], scorer: Scorer, told: Told) -> None:
    """What is chosen when a fold is held out, and how that does on it."""
    names = tuple(dict.fromkeys((*CANDIDATES, DEFAULT, *BASELINES)))
    columns = {
        one.name: {name: rouge2(name, one, scorer, told) for name in names} for one in sets
    }
    for one in sets:
        found = columns[one.name] | {CHOSEN: np.zeros(len(one.cases))}
        shown = (CHOSEN, DEFAULT, *BASELINES)
        print_head("choice", one, shown, "; the rows held out")
        for label, held in folds(one):
            kept = {other.name: np.ones(len(other.cases), dtype=np.bool_) for other in sets}
            kept[one.name] = ~held
            name = best_candidate(sets, columns, kept)
            found[CHOSEN][held] = found[name][held]
            values = np.stack([found[other][held] for other in shown], axis=1)
            print_row(f"{label}, {held.sum()}", data.by_unit(values, one.units[held]), name)
        values = np.stack([found[other] for other in shown], axis=1)
        print_row("all", data.by_unit(values, one.units))
        print_gains(one, found, CHOSEN, (*BASELINES, DEFAULT))
        print_gains(one, found, DEFAULT, BASELINES)
        print_grid(one, found)


def best_candidate(
    sets: Sequence[Set], columns: Mapping[str, Column], kept: Mapping[str, Mask]
) -> str:
    """The one with most ROUGE-2 in parts of lead's, the mean over the files.

    Of the rows that are kept; of equal candidates the first.
    """
    return max(
        CANDIDATES,
        key=lambda name: sum(
            part_of_lead(name, one, columns[one.name], kept[one.name]) for one in sets
        ),
    )


def part_of_lead(name: str, given: Set, found: Column, kept: Mask) -> float:
    """ROUGE-2 of `name` divided by that of lead."""
    pair = np.stack([found[name][kept], found[LEAD][kept]], axis=1)
    score, of_lead = data.by_unit(pair, given.units[kept]).mean(axis=0)
    return float(score / of_lead)


def folds(given: Set) -> list[tuple[str, Mask]]:
    """Each event, or each fold of whole months: what it is called, and its rows."""
    if given.has_events:
        return [(str(unit), given.units == unit) for unit in np.unique(given.units)]
    fold_of = folds_of.whole(given.months, N_FOLDS)
    masks = [fold_of == n for n in np.unique(fold_of)]
    return [(f"{len(np.unique(given.months[mask]))} months", mask) for mask in masks]


def print_grid(given: Set, found: Column) -> None:
    """How much the options matter, with nothing held out; and how the rivals do."""
    means = {name: float(data.by_unit(found[name], given.units).mean()) for name in CANDIDATES}
    grid = sorted(SETTINGS, key=means.__getitem__)
    for label, n in (("worst", 0), ("median", len(grid) // 2), ("best", -1)):
        print(f"  {label} of {len(grid)} settings: {means[grid[n]]:.2f}, {grid[n]}")
    print("  " + ", ".join(f"{name} {means[name]:.2f}" for name in RIVALS), flush=True)


# --- Stages -----------------------------------------------------------------------------


def print_stages(sets: Sequence[Set], scorer: Scorer, told: Told) -> None:
    """What the oracle reaches with the lines that each step leaves, and what is reached."""
    made = ranker(DEFAULT)
    left: Mapping[str, Choose] = {
        "split": lambda case: case.split,
        "cleaned": lambda case: case.cleaned,
        "folded": lambda case: case.folded,
        **{f"best {most} lines": partial(data.best, made, most) for most in BEST},
    }
    for one in sets:
        print_head("stages", one, ("lines", "rouge2"), "; the oracle after each step")
        for label, lines_of in left.items():
            print_stage(
                label, one, lines_of, by_references(lines_of, one, scorer), scorer, told
            )
        chosen = choices(DEFAULT, one)
        print_stage(DEFAULT, one, chosen, chosen, scorer, told)


def print_stage(
    label: str, given: Set, lines_of: Choose, choose: Choose, scorer: Scorer, told: Told
) -> None:
    """Number of the lines that are left, and ROUGE-2 of what is chosen of them."""
    values = [
        (len(lines_of(case)), scorer.rouge2(choose(case), case, given.n_words))
        for case in data.watched(given.cases, label, told)
    ]
    print_row(label, data.by_unit(np.array(values), given.units))


# --- Orders -----------------------------------------------------------------------------


def print_orders(sets: Sequence[Set], scorer: Scorer, told: Told) -> None:
    """ROUGE-2 in the order of the file, and over all orders of a cluster's documents."""
    for one in sets:
        print_head("orders", one, ORDERS, "; all orders of the documents of each")
        ways = {name: choices(name, one) for name in (LEAD, DEFAULT)}
        rows: dict[str, list[tuple[float, ...]]] = {name: [] for name in ways}
        for cluster in data.watched(one.clusters, "orders", told):
            cases = [data.prepare(other) for other in data.reordered(cluster)]
            for name, choose in ways.items():
                found = [scorer.rouge2(choose(case), case, one.n_words) for case in cases]
                rows[name].append((found[0], min(found), sum(found) / len(found), max(found)))
        columns: dict[str, Values] = {}
        for name in ways:
            values = np.array(rows[name])
            print_row(name, data.by_unit(values, one.units))
            columns |= {f"{name}, {order}": values[:, n] for n, order in enumerate(ORDERS)}
        print_gains(one, columns, f"{DEFAULT}, mean", (f"{LEAD}, mean", f"{LEAD}, best"))


# --- Printing ---------------------------------------------------------------------------


def print_head(part: str, given: Set, columns: Sequence[str], more: str = "") -> None:
    """What the rows below are of."""
    events = f", mean of {given.n_units} events" if given.has_events else ""
    print(
        f"\n{part}: {given.name}, {len(given.cases)} rows{events}, {given.n_words} words{more}"
    )
    print(f"{'':28}" + "".join(f"{name:>{WIDTH}}" for name in columns), flush=True)


def print_row(name: str, values: Values, more: str = "") -> None:
    """The mean of each column of `values`, which has shape (n_units, n_columns)."""
    cells = "".join(f"{mean:{WIDTH}.2f}" for mean in values.mean(axis=0))
    print(f"{name:28}{cells}  {more}".rstrip(), flush=True)


def print_gains(given: Set, found: Column, name: str, others: Sequence[str]) -> None:
    """ROUGE-2 of `name` less that of others: mean, 95 % by bootstrap, p by flips of signs."""
    for other in others:
        gains = data.by_unit(found[name] - found[other], given.units)
        (gain,) = resampling.gains(gains[:, np.newaxis])
        print(f"  {name} over {other}: {gain.mean:+.2f}", end="")
        print(f" [{gain.low:+.2f} {gain.high:+.2f}], p {gain.p:.4f}", flush=True)
        if given.has_events and len(gains) > 1:
            margin = stats.t.ppf(0.5 + LEVEL / 200, len(gains) - 1) * stats.sem(gains)
            low, high = gain.mean - margin, gain.mean + margin
            print(f"    by Student's t over events [{low:+.2f} {high:+.2f}]; without ", end="")
            without = (gains.sum() - gains) / (len(gains) - 1)
            cells = zip(np.unique(given.units), without, strict=True)
            print(", ".join(f"{unit} {mean:+.2f}" for unit, mean in cells), flush=True)


PARTS: Mapping[str, tuple[Callable[[Sequence[Set], Scorer, Told], None], tuple[str, ...]]] = {
    "table": (print_table, (EVENTS, UPDATES, REMARKS)),
    "choice": (print_choice, (EVENTS, UPDATES)),
    "stages": (print_stages, (EVENTS, UPDATES)),
    "orders": (print_orders, (EVENTS,)),
}
"""What can be printed, and the files it needs."""

if __name__ == "__main__":
    main()
