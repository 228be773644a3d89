"""What each feature is worth for each section: what was learnt, over what all begin with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from briefing.sections import examples, rules
from briefing.sections.profile import Profile

START = 1.2
"""Points of "other" that the words of a section must outweigh."""
OWN, CONTEXT, WEAK = 1.0, 1.0, 0.3
"""A section's points for one of its own words, for one of its context, and what the latter
adds where the sentence says nothing itself."""
TWO_PARTIES = 0.6
"""Points of two parties in one sentence for a section that has `between` terms."""

Points = NDArray[np.float64]
Learnt = Mapping[str, tuple[float, ...]]


class LogLinear:
    """Points by feature and section; "other", the last one, has none: all are against it."""

    def __init__(self, profile: Profile) -> None:
        """Lay out the weights of `profile`."""
        ids = tuple(section.id for section in profile.all_sections)
        self.names = tuple(names(ids))
        dense = _beginning(profile, self.names)
        # What was learnt is over "other", and so must be what it is put over: a section that
        # nothing was learnt of begins behind the others, too.
        dense -= dense[:, -1:]
        _learn(dense, self.names, ids, profile.weights.rows, profile.weights.sections)
        taught, self.language = examples.learn(profile)
        learnt = profile.weights.words
        self.stems = tuple(dict.fromkeys((*learnt, *taught)))
        word = np.zeros((len(self.stems), len(ids)))
        _learn(word, self.stems, ids, learnt, profile.weights.sections)
        for n, stem in enumerate(self.stems):
            if stem in taught:
                word[n] += taught[stem]
        self.dense: Points = dense
        """Shape (n_features, n_sections), features as in `names`."""
        self.words: Points = word - word[:, -1:]
        """Shape (n_stems, n_sections), stems as in `stems`."""
        k = len(ids)
        self.context = slice(1 + 2 * k, 1 + 3 * k)
        """Rows of `dense` for the points of the context."""
        self.weak = slice(1 + 3 * k, 1 + 4 * k)
        self.signs = (0, *range(1 + k, 1 + 2 * k), *range(1 + 4 * k, len(self.names)))
        """Rows of `dense` that are neither own words nor context."""

    def own(self, column: int) -> int:
        """Row of `dense` for the points of a section's own words."""
        return 1 + column


def names(ids: Sequence[str]) -> Iterator[str]:
    """Names of the features that are no words, in the order of their columns."""
    yield "start"
    for kind in ("own", "strong", "context", "weak"):
        for section in ids:
            yield f"{kind} {section}"
    for rule in rules.NAMES:
        yield f"rule {rule}"


def _beginning(profile: Profile, names: Sequence[str]) -> Points:
    """What features are worth before anything is learnt: each section's own, all alike."""
    row = {name: n for n, name in enumerate(names)}
    points = np.zeros((len(names), len(profile.all_sections)))
    points[row["start"], -1] = START
    for n, section in enumerate(profile.all_sections):
        points[row[f"own {section.id}"], n] = OWN
        points[row[f"context {section.id}"], n] = CONTEXT
        points[row[f"weak {section.id}"], n] = WEAK
        if section.between:
            points[row["rule two parties"], n] = TWO_PARTIES
    return points


def _learn(
    points: Points,
    features: Sequence[str],
    ids: Sequence[str],
    rows: Learnt,
    sections: Sequence[str],
) -> None:
    """Put what was learnt over `points`, where feature and section are known."""
    columns = [(m, sections.index(name)) for m, name in enumerate(ids) if name in sections]
    for n, feature in enumerate(features):
        for m, column in columns if feature in rows else ():
            points[n, m] = rows[feature][column]
