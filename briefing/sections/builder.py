"""Place each sentence in a section: by its own words, then by its context.

A text has points for a section from the words and names of the profile and, where weights
were learnt, from its other words. A sentence has its own points and part of those of its
title, of its neighbours and of its document: more where it says little itself. Rules add
what is no word: who acts with whom, and how it is said. All is one log-linear model (Berger,
Della Pietra and Della Pietra 1996, "A Maximum Entropy Approach to Natural Language
Processing", section 3), so that the points add up and each of them can be named.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from briefing.model import Evidence, Placement, Sentence
from briefing.sections.features import STRONG, Features, Reader
from briefing.sections.loglinear import LogLinear
from briefing.sections.matcher import Ints
from briefing.sections.profile import Profile
from briefing.sections.terms import Row

N_NAMED, SAID = 3, 0.2
"""Words of a title or neighbour that evidence names, and the least points of one."""
CLOSE, NAMED = 2.5, 2.0
"""Points that a section may be behind the best, and points of its own terms in the sentence
with which it comes before one that has hardly any. From 0 to 2.5 accuracy is within .005."""
TRIFLE = 0.0005
"""Points below which evidence is none."""

BATCH = 20_000
"""Sentences that are scored at once: more take more memory, and are no faster."""

Points = NDArray[np.float64]


def _at(values: Points, columns: Ints) -> Points:
    """The value of each row in its column."""
    found: Points = np.take_along_axis(values, columns[:, None], axis=1)[:, 0]
    return found


class SectionBuilder:
    """The scorer of one profile; building it once serves any number of sentences."""

    def __init__(self, profile: Profile) -> None:
        """Compile the words and weights of `profile`."""
        self.profile = profile
        self.model = LogLinear(profile)
        self.reader = Reader(profile, self.model.stems, self.model.language)

    def place(
        self, sentences: Sequence[Sentence], *, explained: bool = True, leeway: float = 0.0
    ) -> tuple[Placement, ...]:
        """A placement for each sentence, in the context of all that are given.

        Evidence takes four times as long as placing: it is left out unless `explained`. "Other"
        must be more than `leeway` points before all sections.
        """
        by_document: dict[int, list[int]] = {}
        for n, sentence in enumerate(sentences):
            by_document.setdefault(id(sentence.document), []).append(n)
        found: dict[int, Placement] = {}
        batch: list[int] = []
        for places in (*by_document.values(), []):
            if batch and (not places or len(batch) + len(places) > BATCH):
                some = [sentences[n] for n in batch]
                scored = self.score(self.reader.read(some))
                placed = scored.placements(explained=explained, leeway=leeway)
                found.update(zip(batch, placed, strict=True))
                batch = []
            batch += places
        return tuple(found[n] for n in range(len(sentences)))

    def score(self, features: Features) -> Scored:
        """The points of sentences that were read."""
        return Scored(self.profile, self.model, self.reader.terms.rows, features)


class Scored:
    """Sentences with their points; what put each where it is can be asked for."""

    def __init__(
        self, profile: Profile, model: LogLinear, rows: Sequence[Row], features: Features
    ) -> None:
        """Score what `features` hold."""
        self._ids = tuple(section.id for section in profile.all_sections)
        self._model = model
        self._rows = rows
        self._features = features
        self._worth: Points = features.stems @ model.words
        self._word_fields = features.word_fields(self._worth)
        self._term_fields = features.term_fields()
        n = features.layout.n_sentences
        self.points: Points = features.dense @ model.dense + self._worth[:n]
        """Shape (n_sentences, n_sections + 1); "other", the last, has 0."""
        for part in self._word_fields.values():
            self.points += part
        self._starts = features.hits.starts.tolist()
        self._hits = features.hits.rows.tolist()
        self._hit_weights = features.hit_weights.round(3).tolist()

    def placements(self, *, explained: bool, leeway: float = 0.0) -> list[Placement]:
        """Where each sentence belongs, and why if that is asked."""
        best, second = self._decided(leeway)
        margins = np.abs(_at(self.points, best) - _at(self.points, second)).round(3).tolist()
        context = sum(self._term_fields.values(), np.zeros_like(self.points))
        given = _at(context, best).round(3).tolist()
        rows = self.points[:, :-1].round(3).tolist()
        return [
            Placement(
                section=self._ids[first],
                scores=tuple(zip(self._ids, row, strict=False)),
                margin=margins[n],
                evidence=tuple(self._why(n, first, runner_up)) if explained else (),
                terms=tuple(self._terms(n, first)),
                context=given[n],
                runner_up=self._ids[runner_up],
            )
            for n, (first, runner_up, row) in enumerate(
                zip(best.tolist(), second.tolist(), rows, strict=True)
            )
        ]

    def _decided(self, leeway: float) -> tuple[Ints, Ints]:
        """Columns of the section that each sentence belongs to, and of the runner-up.

        Of two that fit, one that the sentence itself names comes before one that only its
        context and general words speak for.
        """
        points, other = self.points, self.points.shape[1] - 1
        own = self._features.terms[: len(points)]
        order = np.argsort(-points, axis=1, kind="stable")
        best, second = order[:, 0].copy(), order[:, 1].copy()
        top = _at(points, best)
        near = (points > 0) & (points >= top[:, None] - CLOSE) & (own >= NAMED)
        named = np.where(near, points, -np.inf)[:, :other].argmax(axis=1)
        gives_way = near[:, :other].any(axis=1) & (_at(own, best) < STRONG)
        best, second = np.where(gives_way, named, best), np.where(gives_way, best, second)
        nearest = points[:, :other].argmax(axis=1)
        none = _at(points, nearest) <= -leeway
        only = ~none & (top <= 0)
        best, second = np.where(only, nearest, best), np.where(only, other, second)
        return np.where(none, other, best), np.where(none, nearest, second)

    def _why(self, n: int, best: int, second: int) -> Iterator[Evidence]:
        """Evidence of sentence `n` for its section and the runner-up, "other" left out."""
        for column in sorted((best, second)):
            if column < len(self._ids) - 1:
                yield from self._evidence(n, column)

    def _terms(self, n: int, column: int) -> Iterator[tuple[str, float]]:
        """Terms of a section that a sentence has, with the points of the profile."""
        for hit in range(self._starts[n], self._starts[n + 1]):
            row = self._rows[self._hits[hit]]
            if row.column == column and self._hit_weights[hit]:
                yield row.text, self._hit_weights[hit]

    def _evidence(self, n: int, column: int) -> Iterator[Evidence]:
        """What speaks for a section and against it; the points add up to its score."""
        section = self._ids[column]
        for kind, text, points in (
            *self._own(n, column),
            *self._context(n, column),
            *self._signs(n, column),
        ):
            if abs(points) >= TRIFLE:
                yield Evidence(section, kind, text, round(points, 3))

    def _own(self, n: int, column: int) -> Iterator[tuple[str, str, float]]:
        """Terms and learnt words of the sentence itself."""
        features, model = self._features, self._model
        for hit in range(self._starts[n], self._starts[n + 1]):
            row = self._rows[self._hits[hit]]
            worth = model.dense[model.own(row.column), column]
            yield row.kind, row.text, float(features.hit_points[hit] * worth)
        stems = features.stems
        for stem in stems.indices[stems.indptr[n] : stems.indptr[n + 1]].tolist():
            yield "word", model.stems[stem], float(model.words[stem, column])

    def _context(self, n: int, column: int) -> Iterator[tuple[str, str, float]]:
        """Title, neighbours and topic, each as one."""
        model, low = self._model, self._features.low[n]
        worth = model.dense[model.context, column] + low * model.dense[model.weak, column]
        for name, part in self._term_fields.items():
            points = float(part[n] @ worth + self._word_fields[name][n, column])
            yield name, self._named(n, name, column), points

    def _named(self, n: int, name: str, column: int) -> str:
        """The words of a field of the context that say most for a section."""
        layout = self._features.layout
        rows = {"title": layout.title, "before": layout.before, "after": layout.after}
        if name not in rows:
            return ""
        text = int(rows[name][n])
        found = sorted(self._own(text, column), key=lambda each: -each[2])
        return ", ".join(word for _kind, word, points in found[:N_NAMED] if points >= SAID)

    def _signs(self, n: int, column: int) -> Iterator[tuple[str, str, float]]:
        """Rules, and what every sentence begins with."""
        model, row = self._model, self._features.dense[n]
        for feature in model.signs:
            if row[feature]:
                kind, _, text = model.names[feature].partition(" ")
                yield kind, text, float(row[feature] * model.dense[feature, column])
