"""What choosing takes, and what it gives."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from briefing.model import Claim, Placement, Sentence

OTHER = "other"

Signals = tuple[tuple[str, float], ...]
"""(name, points) of what makes up a score."""
Similarity = Callable[[int], Sequence[float]]
"""Cosine of every candidate to the one of that number."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A claim with all that choosing looks at."""

    claim: Claim
    placement: Placement
    salience: float
    """From 0 to 1."""
    leans_on: tuple[Sentence, ...] | None = None
    """It may stand only under one of these; None if it stands alone."""
    opinion: bool = False

    @property
    def section(self) -> str:
        """Id of its section."""
        return self.placement.section

    @property
    def sentence(self) -> Sentence:
        """The line that would be printed."""
        return self.claim.best

    @property
    def own(self) -> float:
        """Points for its section that come from its own words, not from its context."""
        return sum(
            evidence.weight
            for evidence in self.placement.evidence
            if evidence.section == self.section and evidence.text
        )


@dataclass(frozen=True, slots=True)
class Choice:
    """A chosen candidate, its score and what made it up."""

    candidate: Candidate
    score: float
    why: Signals


@dataclass(frozen=True, slots=True)
class Selection:
    """What a memo prints."""

    bottom_line: tuple[Choice, ...] = ()
    """In order of printing; each of them is in its section, too."""
    sections: Mapping[str, tuple[Choice, ...]] = field(default_factory=dict)
    """In order of printing, by id of the section."""
    over_budget: int = 0
    """Candidates that stand alone, repeat no chosen line, and found no place."""
