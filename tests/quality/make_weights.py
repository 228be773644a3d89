"""Learn what words say for the sections of a profile, and write the file of weights.

    python -m tests.quality.make_weights ../shared/data

Learns from the labelled sentences of `section_labels` and from the half of `sections_dev`
that may be looked at; each is seen twice, in its whole article and with its title and the
sentence before alone, so that the weights serve both. It is a multinomial logistic regression
with Gaussian priors (Chen and Rosenfeld 1999): those of a profile's terms around what every
profile begins with, those of words around 0. So that a word no label has may say something,
the points of a word are a part of their own and a part by the company that it keeps in the
articles: positive pointwise mutual information, factored (Levy, Goldberg and Dagan 2015).
Both are added up, so that the file needs neither.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy import optimize, sparse
from scipy.sparse.linalg import svds

from briefing import languages
from briefing.model import Sentence
from briefing.sections import features as sections_features
from briefing.sections import loading
from briefing.sections.features import Features, Reader
from briefing.sections.lexicon import words
from briefing.sections.loglinear import LogLinear
from briefing.sections.stems import stems
from briefing.sections.weights import NONE
from briefing.vectors import Matrix
from tests.quality import benchmark_labels, section_labels
from tests.quality.section_labels import Labelled

PROFILES = ("foreign-affairs", "cyber-security")
N_DIMENSIONS, WINDOW, LEAST_COUNT = 150, 8, 8
"""Of the space of words, words each side that keep company, uses that a word needs."""
LEAST_LABELLED = 2
"""Labelled texts that a word needs for a part of its own."""
WORD = 0.3
"""Value of a word that a text has, as the regression sees it."""
OWN_PRIOR, SPACE_PRIOR, DENSE_PRIOR = 2.0, 2.0, 3.0
"""Precisions of the priors; a smaller one lets the labels say more."""
SECOND = 0.3
"""Weight of a section that is accepted besides the best, which has 1 more."""
LEAST = 0.04
"""Points below which a word is left out of the file."""

Points = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Space:
    """Words as points: those that keep the same company lie near each other."""

    columns: dict[str, int]
    vectors: Points
    """Rows of length 1, shape (n_words, n_dimensions)."""


@dataclass(frozen=True, slots=True)
class Cases:
    """Labelled sentences as the regression sees them."""

    dense: Points
    words: Matrix
    """Shape (n_cases, n_stems)."""
    wanted: Points
    """Share of each section, rows add up to 1."""


def space(texts: Sequence[str], n_dimensions: int = N_DIMENSIONS) -> Space:
    """The space of the words of articles."""
    stop = languages.stop_words("en")
    each = [[s for s in stems(words(text), "en", stop) if s] for text in texts]
    counts = Counter(stem for text in each for stem in text)
    kept = sorted(stem for stem, n in counts.items() if n >= LEAST_COUNT)
    columns = {stem: n for n, stem in enumerate(kept)}
    pairs = sparse.csr_array((len(kept), len(kept)))
    for some in range(0, len(each), 500):
        pairs = pairs + _pairs(each[some : some + 500], columns)
    table = pairs.tocoo()
    rows = np.asarray(table.sum(axis=1)).ravel()
    # Levy et al. 2015, section 3.2: contexts are smoothed by the power of .75.
    smooth = rows**0.75 / (rows**0.75).sum()
    row, column = table.coords
    information = np.log(table.data / (rows[row] * smooth[column]))
    more = information > 0
    matrix = sparse.csr_array(
        (information[more], (row[more], column[more])), shape=(len(kept), len(kept))
    )
    start = np.full(len(kept), len(kept) ** -0.5)
    left, values, _right = svds(matrix, k=n_dimensions, v0=start)
    vectors = left * np.sqrt(values)
    return Space(columns, vectors / np.linalg.norm(vectors, axis=1, keepdims=True))


def _pairs(texts: Sequence[Sequence[str]], columns: dict[str, int]) -> Matrix:
    """How often two words stand within `WINDOW`, near ones counting more."""
    size = len(columns)
    firsts, seconds, weights = [], [], []
    for text in texts:
        places = np.asarray([columns.get(stem, -1) for stem in text], dtype=np.int64)
        for distance in range(1, WINDOW + 1):
            a, b = places[:-distance], places[distance:]
            both = (a >= 0) & (b >= 0)
            firsts += [a[both], b[both]]
            seconds += [b[both], a[both]]
            weights.append(np.full(2 * int(both.sum()), distance**-0.5))
    pairs = (np.concatenate(firsts), np.concatenate(seconds))
    return sparse.csr_array((np.concatenate(weights), pairs), shape=(size, size))


def cases(labelled: Sequence[Labelled], reader: Reader, ids: Sequence[str]) -> Cases:
    """The features and labels of sentences."""
    dense, rows = [], []
    for start in range(0, len(labelled), 200):
        some = labelled[start : start + 200]
        places: list[int] = []
        batch: list[Sentence] = []
        for one in some:
            # Each case has a document of its own: two of one article are apart.
            document = replace(one.sentences[0].document)
            places.append(len(batch) + one.n)
            batch += [replace(s, document=document) for s in one.sentences]
        found = reader.read(batch)
        dense.append(found.dense[places])
        rows.append(word_values(found)[places])
    wanted = np.zeros((len(labelled), len(ids)))
    for n, one in enumerate(labelled):
        best = one.best or one.ok[0]
        for section in one.ok:
            wanted[n, ids.index(section)] += SECOND
        wanted[n, ids.index(best)] += 1
    return Cases(
        np.vstack(dense),
        sparse.vstack(rows).tocsr(),
        wanted / wanted.sum(axis=1, keepdims=True),
    )


def word_values(found: Features) -> Matrix:
    """How much each word of a sentence and of its context counts, (n_sentences, n_stems)."""
    layout, parts = found.layout, sections_features
    n, texts = layout.n_sentences, found.stems
    boost = sparse.diags_array(1 + parts.BOOST * found.low)
    of = sparse.csr_array(
        (np.ones(n), (layout.document, np.arange(n))), shape=(layout.n_documents, n)
    )
    sizes = np.bincount(layout.document, minlength=layout.n_documents) + parts.FEW
    topic = sparse.diags_array(1 / sizes) @ (of @ texts[:n])
    context = (
        parts.TITLE * texts[layout.title]
        + parts.BEFORE * texts[layout.before]
        + parts.AFTER * texts[layout.after]
        + parts.TOPIC * topic[layout.document]
    )
    return (texts[:n] + boost @ context).tocsr()


def fit(given: Cases, model: LogLinear, around: Space) -> tuple[Points, Points]:
    """Points of dense features and of stems, (n_features, k) and (n_stems, k)."""
    n_dense, n_stems = given.dense.shape[1], given.words.shape[1]
    vectors = np.zeros((n_stems, N_DIMENSIONS))
    for n, stem in enumerate(model.stems):
        if stem in around.columns:
            vectors[n] = around.vectors[around.columns[stem]]
    uses = np.bincount(given.words.indices, minlength=n_stems)
    own = np.flatnonzero(uses >= LEAST_LABELLED)
    values = WORD * given.words
    matrix = sparse.hstack(
        [
            sparse.csr_array(given.dense),
            sparse.csr_array(values @ vectors),
            values[:, own],
        ]
    ).tocsr()
    begun = np.zeros((matrix.shape[1], model.dense.shape[1]))
    begun[:n_dense] = model.dense
    precision = np.full((matrix.shape[1], 1), OWN_PRIOR)
    precision[:n_dense] = DENSE_PRIOR
    precision[n_dense : n_dense + N_DIMENSIONS] = SPACE_PRIOR
    points = regress(matrix, given.wanted, begun, precision)
    of_words = vectors @ points[n_dense : n_dense + N_DIMENSIONS]
    of_words[own] += points[n_dense + N_DIMENSIONS :]
    return points[:n_dense], WORD * of_words


def regress(matrix: Matrix, wanted: Points, begun: Points, precision: Points) -> Points:
    """Weights of a multinomial logistic regression with priors around `begun`."""
    transposed = matrix.T.tocsr()

    def loss(flat: Points) -> tuple[float, Points]:
        weights = flat.reshape(begun.shape)
        scores = matrix @ weights
        scores -= scores.max(axis=1, keepdims=True)
        logs = scores - np.log(np.exp(scores).sum(axis=1, keepdims=True))
        off = weights - begun
        value = -(wanted * logs).sum() + 0.5 * (precision * off * off).sum()
        slope = transposed @ (np.exp(logs) - wanted) + precision * off
        return float(value), slope.ravel()

    found = optimize.minimize(
        loss, begun.ravel(), jac=True, method="L-BFGS-B", options={"maxiter": 400}
    )
    weights: Points = found.x.reshape(begun.shape)
    return weights


def beginning(name: str, vocabulary: Sequence[str]) -> tuple[LogLinear, Reader]:
    """A profile's model before anything is learnt, and what reads sentences for it."""
    profile = replace(loading.load(name), weights=NONE)
    model = LogLinear(profile)
    model.stems = tuple(vocabulary)
    return model, Reader(profile, model.stems, "en")


def vocabulary(labelled: Sequence[Labelled], around: Space) -> list[str]:
    """Every stem that may get points."""
    stop = languages.stop_words("en")
    found = {
        stem
        for one in labelled
        for stem in stems(words(f"{one.sentences[0].document.title} {one.text}"), "en", stop)
    }
    return sorted((found | set(around.columns)) - {""})


def look_half(data: Path) -> Iterator[Labelled]:
    """The rows of `sections_dev` that may be looked at."""
    for row, document in benchmark_labels.labelled(data):
        split, n = benchmark_labels.split_at(row, document)
        yield section_labels.of_row(row, split, n)


def both_views(labelled: Sequence[Labelled]) -> list[Labelled]:
    """Each sentence in its article, and alone with its title and the one before."""
    return [view for one in labelled for view in (one, one.alone)]


def written(model: LogLinear, ids: Sequence[str], dense: Points, of_words: Points) -> str:
    """The file of weights; points are those over "other"."""
    lines = [
        "# language en",
        "# learnt by tests/quality/make_weights.py",
        "\t".join(["feature", *ids]),
    ]
    for name, row in zip(model.names, dense - dense[:, -1:], strict=True):
        lines.append("\t".join([name, *(f"{points:.3f}" for points in row)]))
    for stem, row in zip(model.stems, of_words - of_words[:, -1:], strict=True):
        if np.abs(row).max() >= LEAST:
            lines.append("\t".join([f"word {stem}", *(f"{points:.2f}" for points in row)]))
    return "\n".join(lines).replace("-0.00", "0.00") + "\n"


def learn(name: str, labelled: Sequence[Labelled], around: Space) -> str:
    """The file of weights of a profile."""
    model, reader = beginning(name, vocabulary(labelled, around))
    ids = tuple(loading.load(name).titles)
    dense, of_words = fit(cases(both_views(labelled), reader, ids), model, around)
    return written(model, ids, dense, of_words)


def articles(data: Path) -> list[str]:
    """Texts of the articles that the space of words is learnt from."""
    by_title = {d.title: f"{d.title}. {d.text}" for _key, d in section_labels.documents(data)}
    return [by_title[title] for title in sorted(by_title)]


def main() -> None:
    """Write the files."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--out", type=Path, default=loading.SHIPPED)
    asked = parser.parse_args()
    around = space(articles(asked.data))
    given = {
        "foreign-affairs": [
            *section_labels.public(asked.data),
            *section_labels.own("foreign-affairs"),
            *look_half(asked.data),
        ],
        "cyber-security": [*section_labels.own("cyber-security")],
    }
    for name, labelled in given.items():
        text = learn(name, labelled, around)
        (asked.out / f"{name}.tsv").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
