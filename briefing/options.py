"""What a caller may ask of a memo."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from briefing.errors import ConfigError

DEFAULT_WORDS = 500


@dataclass(frozen=True, slots=True)
class Budget:
    """How much source text a memo may hold; no limit where both are None."""

    words: int | None = None
    lines: int | None = None

    def __post_init__(self) -> None:
        """Raise ConfigError for a budget that holds nothing."""
        for name, value in (("words", self.words), ("lines", self.lines)):
            if value is not None and value < 1:
                raise ConfigError(f"{name}: {value} is no budget; 1 is the least")

    def fits(self, words: int, lines: int) -> bool:
        """Whether so many words in so many lines are within the budget."""
        return (self.words is None or words <= self.words) and (
            self.lines is None or lines <= self.lines
        )

    @property
    def size(self) -> float:
        """Its size in the unit of `cost`."""
        size = self.lines if self.lines is not None else self.words
        return float(size) if size is not None else float("inf")

    def cost(self, n_words: int) -> float:
        """What a line of so many words takes of `size`."""
        return 1.0 if self.lines is not None else float(n_words)


@dataclass(frozen=True, slots=True)
class Options:
    """All that changes a memo, besides its documents."""

    profile: str = "foreign-affairs"
    """Name of a shipped profile, or path of a TOML file."""
    ranker: str = "default"
    about: str = ""
    """Words or a sentence: what bears on it is raised."""
    words: int | None = None
    """Budget in words of source text; 500 where `lines` is not given either."""
    lines: int | None = None
    title: str | None = None
    date: datetime.date | None = None
    """Day of the memo; the newest article's where it is not given."""
    since: datetime.date | None = None
    """Articles of an earlier day are left out; undated ones are not."""
    until: datetime.date | None = None
    exclude_sources: tuple[str, ...] = ()
    """Publishers, or parts of a source's path or address, to leave out."""
    handling: str = ""
    """A handling mark for the head of the memo."""
    inputs: tuple[str, ...] = ()
    """What was read, for the record: names that others may see."""
    publishers: str = ""
    """Path of a TOML file that extends the shipped table of publishers."""

    @property
    def budget(self) -> Budget:
        """The budget that these options give."""
        words = self.words
        if words is None and self.lines is None:
            words = DEFAULT_WORDS
        return Budget(words, self.lines)
