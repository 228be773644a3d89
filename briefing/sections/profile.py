"""Profiles: which sections a memo has, and what speaks for each of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.sections.weights import NONE, Weights

OTHER = "other"


@dataclass(frozen=True, slots=True)
class Term:
    """A word, a family ("rebel*"), a phrase, or parts that count together ("a + b")."""

    text: str
    weight: float = 1.0
    """Points, above 0."""
    kind: str = ""
    """What a name is the name of, as the profile calls it: "places"; "" if it does not say."""


@dataclass(frozen=True, slots=True)
class SectionProfile:
    """One section, and what speaks for it."""

    id: str
    title: str
    share: float = 0.0
    """Part of the budget, from 0 to 1."""
    min_lines: int = 0
    """Lines that it gets before others get more, where so many are fit to print."""
    terms: tuple[Term, ...] = ()
    entities: tuple[Term, ...] = ()
    between: tuple[Term, ...] = ()
    against: tuple[Term, ...] = ()
    examples: tuple[str, ...] = ()
    """Sentences that an editor would place here."""

    @property
    def groups(self) -> Iterator[tuple[str, int, tuple[Term, ...]]]:
        """(kind of evidence, sign of its points, terms)."""
        yield "term", 1, self.terms
        yield "entity", 1, self.entities
        yield "between", 1, self.between
        yield "against", -1, self.against


@dataclass(frozen=True, slots=True)
class Profile:
    """The sections of a memo, in the order of printing; "other" comes last and is apart."""

    name: str
    title: str
    sections: tuple[SectionProfile, ...]
    other: SectionProfile
    must: tuple[str, ...] = ()
    """Phrases of which each has a line in the memo, where any line that is fit has it."""
    never: tuple[str, ...] = ()
    """Phrases that no line of the memo has."""
    ignore: tuple[str, ...] = ()
    """Phrases whose words speak for nothing: "press conference" is no word of the press."""
    weights: Weights = NONE
    """What was learnt from labelled sentences, where anything was."""
    news: Weights = NONE
    """What was learnt from memos made by hand, where anything was."""

    @property
    def all_sections(self) -> tuple[SectionProfile, ...]:
        """The sections, "other" last."""
        return (*self.sections, self.other)

    @property
    def titles(self) -> dict[str, str]:
        """Title of each section by id, "other" last."""
        return {section.id: section.title for section in self.all_sections}

    @property
    def shares(self) -> dict[str, float]:
        """Part of the budget by id of section, "other" left out."""
        return {section.id: section.share for section in self.sections}
