"""What is seen of a line among those of its day: news for the desk, readable, and where."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from briefing import vectors
from briefing.cleaning.look import Look
from briefing.cleaning.patterns import UPPER
from briefing.model import Placement, Sentence
from briefing.newsvalue import signs
from briefing.vectors import Matrix

Points = NDArray[np.float64]
Ints = NDArray[np.int64]

NEIGHBOUR, TOPIC, FEW = 0.3, 0.5, 4
"""Part of the words of the lines before and after, and of the mean line of the article, that
counts for a line; lines without words that an article has besides its own.

On 159 hand-made memos, held out, with the features of a first version: average precision of
the lines .497 without, .511 at (.3, .5); (.2, 1) was as good.
"""
FOR_THE_DESK = 0.5
"""Chance of a section from which a line counts as news for the desk."""

BANDS: Mapping[str, tuple[float, ...]] = {
    "length": (8, 12, 17, 23, 30, 36, 45, 60),
    "names": (1, 2, 3, 5, 8),
    "own points": (0.01, 0.5, 1, 2, 3, 4.5, 6),
    "margin": (0.5, 1, 2, 3, 4),
    "position": (1, 2, 4, 8, 15, 25, 40),
    "part of the article": (0.1, 0.25, 0.5, 0.75),
}
"""Edges between the bands of a value: each band is a feature of its own."""
PLAIN = (
    "start",
    "chance of a section",
    "article for the desk",
    "like the desk's news",
    "title",
    "fitness",
    "leans on another line",
    "quoted part",
    "the desk's news",
    "article's part of it",
    "article's news",
    *signs.NAMES,
)
SALIENCE = "salience"
NAMES = (
    *PLAIN,
    *(f"{name}: {n}" for name, edges in BANDS.items() for n in range(len(edges) + 1)),
    SALIENCE,
)
"""Every feature that is no word; a band has the name of its value before the colon."""

FOR_DESK, FORM, PLACE, TITLE = "news for the desk", "form", "where it stands", "title"
_GROUPS = {
    "title": TITLE,
    **dict.fromkeys(
        ("fitness", "leans on another line", "quoted part", "length", "names"), FORM
    ),
    **dict.fromkeys(("position", "part of the article"), PLACE),
    **{name: name for name in (*signs.NAMES, SALIENCE)},
}
GROUPS = tuple(_GROUPS.get(name.partition(":")[0], FOR_DESK) for name in NAMES)
"""What each of `NAMES` is added up as."""

_NAME = re.compile(rf"(?<=\s)[{UPPER}]\w+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that may be printed."""

    sentence: Sentence
    placement: Placement
    leans: bool
    """Whether it may stand only under another one."""
    salience: float
    """As a ranker has it, from 0 to 1."""
    fitness: float
    """Log-odds that it can stand in a memo by itself."""


def read(lines: Sequence[Line], stems: Sequence[Sequence[str]]) -> Points:
    """Values of `NAMES` for each line, shape (n_lines, n_names); `stems` are its words'."""
    found = np.zeros((len(lines), len(NAMES)))
    place = {name: n for n, name in enumerate(NAMES)}
    if not lines:
        return found
    chance = np.asarray([_chance(line.placement) for line in lines])
    article = articles(lines)
    n_articles = int(article.max()) + 1
    sums = np.bincount(article, weights=chance, minlength=n_articles)
    sizes = np.bincount(article, minlength=n_articles)
    columns = {
        "start": np.ones(len(lines)),
        "chance of a section": chance,
        "article for the desk": (sums / sizes)[article],
        "like the desk's news": _likeness(stems, chance),
        "title": _of_titles(lines, stems),
        "leans on another line": np.asarray([line.leans for line in lines], dtype=float),
        "the desk's news": np.full(len(lines), np.log1p((chance > FOR_THE_DESK).sum())),
        "article's part of it": (sums / max(sums.sum(), 1e-9))[article],
        "article's news": np.log1p(sums)[article],
        "fitness": np.asarray([line.fitness for line in lines]),
        SALIENCE: np.asarray([line.salience for line in lines]),
    }
    for name, values in columns.items():
        found[:, place[name]] = values
    for n, line in enumerate(lines):
        row = found[n]
        look = Look(
            line.sentence.text, line.sentence.document.language, line.sentence.document.title
        )
        row[place["quoted part"]] = len(look.quoted) / max(1, len(look.text))
        for sign in signs.signs(line.sentence):
            row[place[sign]] = 1
        for name, value in _banded(line):
            row[place[f"{name}: {bisect(BANDS[name], value)}"]] = 1
    return found


def articles(lines: Sequence[Line]) -> Ints:
    """Number of the article of each line."""
    numbers: dict[int, int] = {}
    ids = (id(line.sentence.document) for line in lines)
    return np.fromiter((numbers.setdefault(i, len(numbers)) for i in ids), np.int64, len(lines))


def words(stems: Sequence[Sequence[str]], columns: Mapping[str, int]) -> Matrix:
    """1 where a line has a stem that has a column, shape (n_lines, n_columns)."""
    found = [sorted({columns[stem] for stem in line if stem in columns}) for line in stems]
    starts = np.cumsum([0, *map(len, found)])
    cells = np.asarray([column for line in found for column in line], dtype=np.int64)
    shape = (len(stems), len(columns))
    return sparse.csr_array((np.ones(len(cells)), cells, starts), shape=shape)


def around(own: Matrix, lines: Sequence[Line]) -> Matrix:
    """What the words of its neighbours and of its article are worth to each line, as `own`."""
    n, article = len(lines), articles(lines)
    order = np.lexsort((np.asarray([line.sentence.start for line in lines]), article))
    first, second = order[:-1], order[1:]
    same = article[first] == article[second]
    pairs = np.concatenate([[first[same], second[same]], [second[same], first[same]]], axis=1)
    near = sparse.csr_array((np.ones(pairs.shape[1]), tuple(pairs)), shape=(n, n))
    of = sparse.csr_array((np.ones(n), (article, np.arange(n))))
    mean = sparse.diags_array(1 / (of.sum(axis=1) + FEW)) @ (of @ own)
    return (NEIGHBOUR * (near @ own) + TOPIC * mean[article]).tocsr()


def _chance(placement: Placement) -> float:
    """Chance that the line is for the desk, of the points over "other"."""
    if not placement.scores:
        return float(placement.section != "other")
    odds = float(np.exp([points for _section, points in placement.scores]).sum())
    return odds / (1 + odds)


def _likeness(stems: Sequence[Sequence[str]], chance: Points) -> Points:
    """Similarity to the other lines, as far as they are for the desk."""
    rows = vectors.tfidf(stems)
    own = rows.multiply(rows).sum(axis=1)
    found: Points = 0.1 * (rows @ (rows.T @ chance) - own * chance)
    return found


def _of_titles(lines: Sequence[Line], stems: Sequence[Sequence[str]]) -> Points:
    """Part of the title's words that each line has."""
    titles: dict[int, frozenset[str]] = {}
    found = np.zeros(len(lines))
    for n, (line, own) in enumerate(zip(lines, stems, strict=True)):
        document = line.sentence.document
        if id(document) not in titles:
            titles[id(document)] = frozenset(
                vectors.stems(document.title, document.language or "en")
            )
        title = titles[id(document)]
        found[n] = len(title.intersection(own)) / max(1, len(title))
    return found


def _banded(line: Line) -> tuple[tuple[str, float], ...]:
    sentence = line.sentence
    return (
        ("length", sentence.n_words),
        ("names", len(_NAME.findall(sentence.text))),
        ("own points", sum(points for _term, points in line.placement.terms)),
        ("margin", line.placement.margin),
        ("position", sentence.index),
        ("part of the article", sentence.start / max(1, len(sentence.document.text))),
    )
