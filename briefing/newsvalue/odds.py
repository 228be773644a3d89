"""Odds that an editor prints a line: points of what is seen of it, added up."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from briefing.newsvalue import features
from briefing.newsvalue.features import GROUPS, NAMES, SALIENCE, Line, Points
from briefing.sections import weights
from briefing.sections.weights import Weights

GENERAL = Path(__file__).with_name("general.tsv")
"""Points that were learnt without words: for profiles that have none of their own."""
OWN_WORDS, WORDS_AROUND = "its words", "words around it"

Signals = tuple[tuple[str, float], ...]


class Odds:
    """Points of features, compiled."""

    def __init__(self, learnt: Weights) -> None:
        """Take the first column of `learnt`; without rows, what was learnt for all profiles."""
        given = learnt if learnt.rows else weights.load(GENERAL)
        self._points = np.asarray([given.rows.get(name, (0.0,))[0] for name in NAMES])
        self._language = given.language
        self._columns = {stem: n for n, stem in enumerate(given.words)}
        self._of_words = np.asarray([row[0] for row in given.words.values()])
        self._groups = tuple(dict.fromkeys(GROUPS))
        numbers = {name: n for n, name in enumerate(self._groups)}
        self._sums = np.zeros((len(NAMES), len(self._groups)))
        self._sums[range(len(NAMES)), [numbers[name] for name in GROUPS]] = self._points

    @property
    def salience(self) -> float:
        """What a line that a ranker has before all others is worth more than the last one."""
        return float(self._points[NAMES.index(SALIENCE)])

    def parts(self, lines: Sequence[Line], stems: Sequence[Sequence[str]]) -> list[Signals]:
        """(sign, log-odds) of each line in one order, its salience left out.

        `stems` are those of the content words of each line.
        """
        table = features.read(lines, stems) @ self._sums
        own, context = self._by_words(lines, stems)
        names = (*self._groups, OWN_WORDS, WORDS_AROUND)
        left_out = self._groups.index(SALIENCE)
        rows = np.column_stack([table, own, context]).round(4).tolist()
        return [
            tuple(
                (name, points)
                for n, (name, points) in enumerate(zip(names, row, strict=True))
                if points and n != left_out
            )
            for row in rows
        ]

    def _by_words(
        self, lines: Sequence[Line], stems: Sequence[Sequence[str]]
    ) -> tuple[Points, Points]:
        known = [
            words if line.sentence.document.language in ("", self._language) else ()
            for line, words in zip(lines, stems, strict=True)
        ]
        if not lines or not self._columns:
            return np.zeros(len(lines)), np.zeros(len(lines))
        own = features.words(known, self._columns)
        return own @ self._of_words, features.around(own, lines) @ self._of_words
