"""Learn which sentences are fit for a memo and which are junk, and write the file of points.

    python -m tests.quality.make_fitness ../shared/data

Learns from the labelled sentences of `section_labels`; each is seen twice, with what the rules
say of it in its whole article, and with its title and the sentence before alone. Two logistic
regressions with Gaussian priors around 0. The file's head says how well labels are found
again when the articles of one title are held out together.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy import optimize, sparse

from briefing import cleaning, sentences
from briefing.cleaning import fitness
from briefing.cleaning.look import Look
from briefing.model import Sentence
from briefing.vectors import Matrix
from tests.quality import folds, section_labels
from tests.quality.section_labels import Labelled

PRECISION = 3.0
"""Of the priors; on labels held out, 1 to 10 give F1 within .01."""
LEAST_GROUPS = 5
"""Groups of sentences that a feature needs to get points."""
N_FOLDS = 5

Points = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Seen:
    """A labelled sentence in one of its two views."""

    group: str
    features: tuple[str, ...]
    memo: bool
    junk: bool
    view: str
    """"article" or "alone"."""


def seen(labelled: Iterable[Labelled]) -> Iterator[Seen]:
    """Both views of each sentence whose labels are known."""
    articles: dict[int, tuple[Sequence[Sentence], cleaning.Cleaned]] = {}
    for one in labelled:
        if one.memo is None or one.junk is None:
            continue
        key = id(one.sentences)
        if key not in articles:
            articles[key] = one.sentences, cleaning.clean(one.sentences)
        alone = one.alone
        few = list(sentences.split(alone.sentences[alone.n].document))
        for view, of, cleaned in (
            ("article", one, articles[key][1]),
            ("alone", alone, cleaning.clean(few)),
        ):
            sentence = of.sentences[of.n]
            look = Look(one.text, "en", sentence.document.title)
            found = fitness.features(look, cleaning.outcome(cleaned, sentence))
            yield Seen(one.group, tuple(found), one.memo, bool(one.junk), view)


def names(cases: Sequence[Seen]) -> list[str]:
    """Features that get points."""
    groups: defaultdict[str, set[str]] = defaultdict(set)
    for case in cases:
        for feature in case.features:
            groups[feature].add(case.group)
    return sorted(f for f, of in groups.items() if len(of) >= LEAST_GROUPS)


def matrix(cases: Sequence[Seen], columns: Sequence[str]) -> Matrix:
    """Which case has which feature, shape (n_cases, 1 + n_features); the first is constant."""
    places = {name: n for n, name in enumerate(columns, 1)}
    pairs = [
        (row, place)
        for row, case in enumerate(cases)
        for place in (0, *(places[f] for f in case.features if f in places))
    ]
    rows, found = zip(*pairs, strict=True)
    shape = (len(cases), 1 + len(columns))
    return sparse.csr_array((np.ones(len(pairs)), (rows, found)), shape=shape)


def fit(given: Matrix, wanted: Points) -> Points:
    """Points of each column; each case counts half, as its sentence is seen twice."""
    precision = np.full(given.shape[1], PRECISION)
    precision[0] = 0.0
    transposed = given.T.tocsr()

    def loss(points: Points) -> tuple[float, Points]:
        scores = given @ points
        value = 0.5 * (np.logaddexp(0, scores) - wanted * scores).sum()
        slope = 0.5 * (transposed @ (1 / (1 + np.exp(-scores)) - wanted))
        off = precision * points
        return float(value + 0.5 * off @ points), slope + off

    start = np.zeros(given.shape[1])
    found = optimize.minimize(
        loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 1000}
    )
    points: Points = found.x
    return points


def labels(cases: Sequence[Seen]) -> Points:
    """Shape (n_cases, 2): memo, junk."""
    return np.array([(case.memo, case.junk) for case in cases], dtype=np.float64)


def learn(cases: Sequence[Seen]) -> tuple[list[str], Points]:
    """Names of features, and points of shape (1 + n_features, 2)."""
    columns = names(cases)
    given, wanted = matrix(cases, columns), labels(cases)
    return columns, np.column_stack([fit(given, wanted[:, n]) for n in (0, 1)])


def held_out(cases: Sequence[Seen]) -> Points:
    """Log-odds of each case, learnt from the other folds, shape (n_cases, 2)."""
    scores = np.zeros((len(cases), 2))
    fold = folds.whole([case.group for case in cases], N_FOLDS)
    for n in range(N_FOLDS):
        columns, points = learn([c for c, f in zip(cases, fold, strict=True) if f != n])
        out = np.flatnonzero(fold == n)
        scores[out] = matrix([cases[int(row)] for row in out], columns) @ points
    return scores


def f1(wanted: NDArray[np.bool_], given: NDArray[np.bool_]) -> float:
    """Harmonic mean of precision and recall."""
    return float(2 * (wanted & given).sum() / max(1, wanted.sum() + given.sum()))


def written(notes: Iterable[str], columns: Sequence[str], points: Points) -> str:
    """The file of points, headed by notes."""
    lines = [
        "# language en",
        "# learnt by tests/quality/make_fitness.py: log-odds",
        *(f"# {note}" for note in notes),
        "feature\tmemo\tjunk",
    ]
    for name, row in zip([fitness.START, *columns], points, strict=True):
        lines.append(
            "\t".join([name, *(f"{value:.2f}".replace("-0.00", "0.00") for value in row)])
        )
    return "\n".join(lines) + "\n"


def check(cases: Sequence[Seen]) -> Iterator[str]:
    """F1 of the rules and of what was learnt, on folds that are held out."""
    scores, wanted = held_out(cases), labels(cases) > 0
    view = np.array([case.view for case in cases])
    said = [case.features[0].removeprefix("rule ") for case in cases]
    kept = np.array([name == fitness.KEPT for name in said])
    form = np.array([name in cleaning.JUNK for name in said])
    for name, n, rule, start in (
        ("memo", 0, kept, fitness.MEMO_FROM),
        ("junk", 1, form, fitness.JUNK_FROM),
    ):
        for which in ("article", "alone"):
            of = view == which
            rules = f1(wanted[of, n], rule[of])
            learnt = f1(wanted[of, n], scores[of, n] >= start)
            yield f"F1 {name} {which}: rules {rules:.3f}, held out {learnt:.3f}"


def main() -> None:
    """Write the file."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--out", type=Path, default=fitness.FILE)
    asked = parser.parse_args()
    cases = list(seen([*section_labels.public(asked.data), *section_labels.own()]))
    text = written(check(cases), *learn(cases))
    asked.out.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
