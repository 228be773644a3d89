"""What choosing takes, and what it gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from briefing.cleaning import fitness, quotations
from briefing.model import Claim, Placement, Sentence

OTHER = "other"
REPEATS = 0.6
"""Chance of making a chosen line's claim from which a candidate repeats it and is left out."""

Signals = tuple[tuple[str, float], ...]
"""(name, points) of what makes up a score."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A claim with all that choosing looks at."""

    claim: Claim
    placement: Placement
    salience: float
    """What a ranker says that it is worth alone, from 0 to 1."""
    leans_on: tuple[Sentence, ...] | None = None
    """It may stand only under one of these; None if it stands alone."""
    opinion: bool = False
    origins: int = 1
    """Independent ones of its wordings."""
    about: float = 0.0
    """How much it tells of what is asked about, from 0 to 1."""
    must: frozenset[str] = frozenset()
    """Phrases that it has, of those that must have a line."""
    fitness: float = 0.0
    """Log-odds that it can stand in a memo by itself."""
    news: Signals = ()
    """What makes it news for an editor of the desk, in log-odds."""

    @property
    def section(self) -> str:
        """Id of its section."""
        return self.placement.section

    @property
    def sentence(self) -> Sentence:
        """The line that would be printed."""
        return self.claim.best

    @property
    def is_fit(self) -> bool:
        """Whether it can stand in a memo: by itself, or under the line that it leans on."""
        return self.leans_on is not None or self.fitness >= fitness.MEMO_FROM

    @property
    def breaks_off(self) -> bool:
        """Whether a quotation goes on behind the line: it would be printed without its end."""
        return quotations.opens(self.sentence.text)


@dataclass(frozen=True, slots=True)
class Choice:
    """A chosen candidate, its score and what made it up."""

    candidate: Candidate
    score: float
    why: Signals
    odds: float = 0.0
    """Log-odds that an editor prints it, whatever else is printed; raised by what is asked."""


@dataclass(frozen=True, slots=True)
class Miss:
    """A candidate that was not chosen, and why."""

    candidate: Candidate
    score: float
    """With all that was chosen."""
    why: Signals
    reason: str
    repeats: Choice | None = None
    """The chosen line that it repeats."""
    alike: float = 0.0
    """How like that line it is, from 0 to 1."""


@dataclass(frozen=True, slots=True)
class Selection:
    """What a memo prints."""

    bottom_line: tuple[Choice, ...] = ()
    """In order of printing; each of them is in its section, too."""
    sections: Mapping[str, tuple[Choice, ...]] = field(default_factory=dict)
    """In order of printing, by id of the section."""
    over_budget: int = 0
    """Candidates that stand alone, repeat no chosen line, and found no place."""
    misses: tuple[Miss, ...] = ()
    """The best of each section that were not chosen, best first."""

    @property
    def choices(self) -> tuple[Choice, ...]:
        """All that was chosen, section by section."""
        return tuple(choice for choices in self.sections.values() for choice in choices)
