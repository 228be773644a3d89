"""Learn which lines an editor prints, and which say the same, and write the files of points.

    python -m tests.quality.make_newsvalue ../shared/data
    python -m tests.quality.make_newsvalue ../shared/data --held-out

Learns from the memos of `memo_labels`, none of which is of a day of `../shared/ideal`. Two
logistic regressions with Gaussian priors around 0, features scaled to variance 1: over the
lines that may be printed, where a claim of the next memo counts in part, and over the pairs of
lines that a person put into some claim. As in `make_weights`, the points of a word are a part
of its own and a part by the company that it keeps. With `--held-out` nothing is written: each
fifth of the batches is composed with what the others teach, and the table says what each
group of features is worth, left out and alone.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray
from scipy import optimize, sparse

from briefing import pipeline, rankers
from briefing.evaluation.ideals import Span
from briefing.newsvalue import GENERAL, features
from briefing.newsvalue.features import GROUPS, NAMES
from briefing.options import Options
from briefing.pipeline import Work
from briefing.sections import loading
from briefing.sections.weights import Weights
from briefing.selection import likeness, sameness
from briefing.selection.sameness import Sameness
from briefing.vectors import Matrix
from tests.quality import folds, make_weights, memo_labels
from tests.quality.make_weights import Space
from tests.quality.memo_labels import PRINTED, Batch

PROFILE = "foreign-affairs"
NEXT = 0.4
"""What a line counts that would be in the memo of 900 words only."""
PRECISION, PAIR_PRECISION = 30.0, 1.0
"""Of the priors; 10 gives an average precision within .004."""
WORD = 0.6
"""Value of a word that a line has, as the regression sees it."""
LEAST_LINES = 15
"""Lines that a word needs for a part of its own."""
LEAST = 0.02
N_FOLDS = 5

Points = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Seen:
    """A batch as the regression sees it: its lines that may be printed."""

    batch: Batch
    work: Work
    dense: Points
    stems: list[list[str]]
    lines: list[features.Line]
    usable: NDArray[np.bool_]
    wanted: Points
    """1 for a line of the memo, `NEXT` for one of the next, shape (n_lines,)."""
    pairs: Points
    """Features of pairs of lines that people put into claims."""
    same: NDArray[np.bool_]
    """Whether such a pair was put into one."""


def seen(batch: Batch) -> Seen:
    """Do all steps but the choice, and look at the lines."""
    work = pipeline.prepare(Options(profile=PROFILE, words=500))
    work = replace(work, given=pipeline.ordered(batch.documents))
    for _name, step in pipeline.STEPS[:-1]:
        work = step(work)
    candidates = pipeline.candidates(work)
    lines = pipeline.news_lines(candidates)
    stems = likeness.stems([line.sentence for line in lines])
    numbers = {id(document): n for n, document in enumerate(batch.documents)}
    claims = [
        set(batch.having(Span(numbers[id(s.document)], s.start, s.end)))
        for s in (line.sentence for line in lines)
    ]
    grades = [max((batch.claims[n].grade for n in of), default=0) for of in claims]
    told = [n for n, of in enumerate(claims) if of]
    compared = Sameness([line.sentence for line in lines], stems)
    pairs = list(combinations(told, 2))
    rows = {n: compared.features(n) for n in told}
    return Seen(
        batch,
        work,
        features.read(lines, stems),
        stems,
        lines,
        np.asarray([not c.opinion and not c.breaks_off for c in candidates], dtype=np.bool_),
        np.asarray([1.0 if g == PRINTED else NEXT if g else 0.0 for g in grades]),
        np.asarray([rows[a][b] for a, b in pairs]).reshape(-1, len(sameness.NAMES)),
        np.asarray([bool(claims[a] & claims[b]) for a, b in pairs], dtype=np.bool_),
    )


def regress(given: Matrix, wanted: Points, precision: Points) -> Points:
    """Points of each column: a logistic regression of shares.

    Columns are scaled so that all priors are one: it takes a tenth of the steps.
    """
    scale = np.where(precision > 0, precision, 1.0) ** -0.5
    scaled = (given @ sparse.diags_array(scale)).tocsr()
    transposed = scaled.T.tocsr()
    of_prior = (precision > 0).astype(np.float64)

    def loss(points: Points) -> tuple[float, Points]:
        scores = scaled @ points
        value = (np.logaddexp(0, scores) - wanted * scores).sum()
        slope = transposed @ (1 / (1 + np.exp(-scores)) - wanted)
        off = of_prior * points
        return float(value + 0.5 * off @ points), slope + off

    start = np.zeros(scaled.shape[1])
    found = optimize.minimize(
        loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 500}
    )
    points: Points = scale * found.x
    return points


def learn(
    cases: Sequence[Seen], around: Space | None, left_out: frozenset[str] = frozenset()
) -> Weights:
    """Points of the features, and of words where `around` is given.

    `left_out` are groups of features that get no points.
    """
    kept = [n for n, g in enumerate(GROUPS) if g not in left_out or NAMES[n] == "start"]
    usable = [case.usable for case in cases]
    dense = np.vstack([case.dense[u] for case, u in zip(cases, usable, strict=True)])[:, kept]
    wanted = np.concatenate([case.wanted[u] for case, u in zip(cases, usable, strict=True)])
    blocks: list[Matrix] = [sparse.csr_array(dense)]
    columns: list[str] = []
    vectors = np.zeros((0, 0))
    if around is not None:
        counts = Counter(stem for case in cases for line in case.stems for stem in set(line))
        columns = sorted(stem for stem, n in counts.items() if n >= LEAST_LINES)
        rows = sparse.vstack(
            [
                word_values(case, columns)[np.flatnonzero(u)]
                for case, u in zip(cases, usable, strict=True)
            ]
        ).tocsr()
        vectors = np.zeros((len(columns), around.vectors.shape[1]))
        for n, stem in enumerate(columns):
            if stem in around.columns:
                vectors[n] = around.vectors[around.columns[stem]]
        blocks += [sparse.csr_array(rows @ vectors), WORD * rows]
    matrix = sparse.hstack(blocks).tocsr()
    n_dense, n_space = len(kept), vectors.shape[1]
    precision = np.full(matrix.shape[1], PRECISION)
    scaled = matrix[:, : n_dense + n_space].toarray().var(axis=0)
    precision[: n_dense + n_space] *= np.maximum(scaled, 1e-6)
    precision[kept.index(NAMES.index("start"))] = 0.0
    points = regress(matrix, wanted, precision)
    found = {NAMES[n]: (float(points[place]),) for place, n in enumerate(kept)}
    if columns:
        of_words = vectors @ points[n_dense : n_dense + n_space]
        of_words += WORD * points[n_dense + n_space :]
        found |= {
            f"word {stem}": (float(value),)
            for stem, value in zip(columns, of_words, strict=True)
            if abs(value) >= LEAST
        }
    return Weights(("memo",), "en", MappingProxyType(found))


def word_values(case: Seen, columns: Sequence[str]) -> Matrix:
    """How much each word of a line and around it counts."""
    own = features.words(case.stems, {stem: n for n, stem in enumerate(columns)})
    return (own + features.around(own, case.lines)).tocsr()


def learn_sameness(cases: Sequence[Seen]) -> Points:
    """Log-odds of each of `sameness.NAMES`."""
    given = np.vstack([case.pairs for case in cases])
    same = np.concatenate([case.same for case in cases]).astype(np.float64)
    precision = PAIR_PRECISION * given.var(axis=0)
    return regress(sparse.csr_array(given), same, precision)


def written(learnt: Weights) -> str:
    """The file of weights."""
    lines = ["# language en", "# learnt by tests/quality/make_newsvalue.py", "feature\tmemo"]
    lines += [f"{name}\t{row[0]:.3f}" for name, row in learnt.rows.items()]
    return "\n".join(lines).replace("-0.000", "0.000") + "\n"


def composed(case: Seen, learnt: Weights) -> Work:
    """The batch chosen anew."""
    profile = replace(case.work.profile, news=learnt)
    again = replace(case.work, profile=profile)
    return pipeline.again(again, rankers.get("default"))


def measured(case: Seen, work: Work) -> NDArray[np.int64]:
    """Lines of the editor covered, and all; ours in that memo, in it or the next, and all."""
    numbers = {id(document): n for n, document in enumerate(case.batch.documents)}
    ours = [
        case.batch.having(Span(numbers[id(s.document)], s.start, s.end))
        for s in (choice.candidate.sentence for choice in work.selection.choices)
    ]
    claims = case.batch.claims
    printed = {n for n, claim in enumerate(claims) if claim.grade == PRINTED}
    return np.asarray(
        [
            len(printed.intersection(n for of in ours for n in of)),
            len(printed),
            sum(not printed.isdisjoint(of) for of in ours),
            sum(bool(of) for of in ours),
            len(ours),
        ]
    )


def held_out(cases: Sequence[Seen], around: Space) -> Iterator[str]:
    """The table: with words and without, and without them each group left out and alone."""
    fold = folds.whole([case.batch.name for case in cases], N_FOLDS)
    groups = tuple(dict.fromkeys(GROUPS))
    none = frozenset[str]()
    rows: list[tuple[str, Space | None, frozenset[str]]] = [
        ("all", around, none),
        ("words alone", around, frozenset(groups)),
        ("all but words", None, none),
        *((f"  without {group}", None, frozenset((group,))) for group in groups),
        *((f"  {group} alone", None, frozenset(groups) - {group}) for group in groups),
    ]
    yield f"{'':44}covered  shared  with next"
    for what, space, left_out in rows:
        sums = np.zeros(5, dtype=np.int64)
        for n in range(N_FOLDS):
            learnt = learn(
                [case for case, f in zip(cases, fold, strict=True) if f != n], space, left_out
            )
            for case, f in zip(cases, fold, strict=True):
                if f == n:
                    sums += measured(case, composed(case, learnt))
        covered, of, shared, near, ours = sums.tolist()
        yield f"{what:44}{covered / of:7.3f} {shared / ours:7.3f} {near / ours:10.3f}"


def main() -> None:
    """Write the files, or print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--held-out", action="store_true")
    asked = parser.parse_args()
    around = make_weights.space(make_weights.articles(asked.data))
    cases = [seen(batch) for batch in memo_labels.batches(asked.data)]
    if asked.held_out:
        for line in held_out(cases, around):
            print(line, flush=True)  # noqa: T201
        return
    files: Mapping[Path, str] = {
        loading.SHIPPED / f"{PROFILE}.news.tsv": written(learn(cases, around)),
        GENERAL: written(learn(cases, None)),
        sameness.FILE: "# learnt by tests/quality/make_newsvalue.py: log-odds\n"
        + "".join(
            f"{name}\t{points:.3f}\n"
            for name, points in zip(sameness.NAMES, learn_sameness(cases), strict=True)
        ),
    }
    for path, text in files.items():
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
