"""The values that flow from step to step: all frozen, none with a clock or a file."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Scores: TypeAlias = NDArray[np.float64]
    """Salience of each sentence, shape (n_sentences,), finite; higher is better."""

EMPTY: Mapping[str, int] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Document:
    """One article as read."""

    text: str
    """The extracted text, decoded and mended; paragraphs stand apart by line breaks."""
    source: str
    """Unique in a run, relative to the input that named it: "ap.jsonl#3"."""
    title: str = ""
    url: str = ""
    publisher: str = ""
    published: datetime.datetime | None = None
    """Aware, in UTC; midnight where the source gives a day only. None if unknown."""
    language: str = ""
    """ISO 639-1 code, or "" if unknown."""
    origin: str = ""
    """Publisher that it was taken from, where the source says so: the <source> of a feed."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A slice of a document: it cannot hold a word that its source does not have."""

    document: Document
    start: int
    end: int
    """Code points; `document.text[start:end]` is the sentence."""
    index: int
    """Number of the sentence in its document, from 0, before anything is dropped."""

    @property
    def text(self) -> str:
        """The sentence, verbatim."""
        return self.document.text[self.start : self.end]

    @property
    def n_words(self) -> int:
        """Words between blanks: what a budget counts."""
        return len(self.text.split())


@dataclass(frozen=True, slots=True)
class Dropped:
    """A sentence that may not stand in a memo, and why."""

    sentence: Sentence
    reason: str
    """A row of `cleaning.REASONS`."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement and every sentence that makes it, best wording first."""

    sentences: tuple[Sentence, ...]

    @property
    def best(self) -> Sentence:
        """The wording that a memo prints."""
        return self.sentences[0]


@dataclass(frozen=True, slots=True)
class Story:
    """Documents that report one event."""

    documents: tuple[Document, ...]
    """Earliest first; those without a date last."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing in a text that speaks for a section, or against it."""

    section: str
    kind: str
    """Of its own words "term", "entity" (with the kind of name, "entity: places"), "between",
    "against" or "word", which was learnt; of its context "title", "before", "after" or "topic";
    else "rule", "strong" or "start"."""
    text: str
    weight: float
    """Points more than for "other"; below 0 if it speaks against the section."""

    @property
    def is_own(self) -> bool:
        """Whether it is a word of the sentence itself."""
        return self.kind.partition(":")[0] in ("term", "entity", "between", "against", "word")


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a sentence belongs, and what put it there."""

    section: str
    """Id of a section, or "other"."""
    scores: tuple[tuple[str, float], ...]
    """(section id, points more than for "other") in the order of the profile."""
    margin: float
    """Distance to the runner-up, in points; not negative."""
    evidence: tuple[Evidence, ...] = ()
    """What makes up the scores of its section and of the runner-up, "other" left out."""
    terms: tuple[tuple[str, float], ...] = ()
    """(term, points) of its section that it has itself, as the profile weighs them."""
    context: float = 0.0
    """Such points that its title, its neighbours and its document give it."""
    runner_up: str = ""
    """Id of the section that comes next, or "other"."""


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a memo."""

    n: int
    """Number in the memo, from 1; lines of the bottom line come first."""
    claim: Claim
    section: str
    score: float
    """What selection ordered it by; comparable within one memo only."""
    placement: Placement
    tags: tuple[str, ...] = ()
    why: tuple[tuple[str, float], ...] = ()
    """(signal, points), in the order in which they were added up to `score`."""
    origins: int = 1
    """Independent origins of the claim: what one agency sends to five papers has one."""


@dataclass(frozen=True, slots=True)
class Headline:
    """A title as its source has it."""

    text: str
    source: str
    """Id of a source of the memo: "S1"."""


@dataclass(frozen=True, slots=True)
class StoryLines:
    """The lines that one story has in a section."""

    items: tuple[Item, ...]
    headline: Headline | None = None
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """One heading of a memo; lines of the bottom line are among its items too."""

    id: str
    title: str
    stories: tuple[StoryLines, ...] = ()

    @property
    def items(self) -> tuple[Item, ...]:
        """The lines of all its stories, in reading order."""
        return tuple(item for story in self.stories for item in story.items)


@dataclass(frozen=True, slots=True)
class Source:
    """A document that a memo cites."""

    id: str
    """"S1", "S2" … in order of first citation."""
    document: Document


@dataclass(frozen=True, slots=True)
class Unreadable:
    """An input that could not be read, and why."""

    source: str
    reason: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """What was read, and what became of what is not in the memo."""

    read: int = 0
    """Documents."""
    unreadable: tuple[Unreadable, ...] = ()
    dropped: Mapping[str, int] = field(default_factory=lambda: EMPTY)
    """Sentences dropped by cleaning, by reason."""
    folded: int = 0
    """Sentences that say what another one says, too."""
    over_budget: int = 0
    """Claims that were fit to print and found no place."""
    undated: int = 0
    """Documents without a date."""
    outside: int = 0
    """Documents that --since, --until or --exclude-source left out."""


@dataclass(frozen=True, slots=True)
class Stats:
    """Counts that head a memo."""

    documents: int = 0
    sentences: int = 0
    claims: int = 0
    stories: int = 0
    """Events that the documents report; each document is of one."""
    publishers: int = 0
    words: int = 0
    """Words of source text printed."""


@dataclass(frozen=True, slots=True)
class Method:
    """How a memo was made, so that it can be made again."""

    version: str
    config: Mapping[str, object]
    inputs_sha256: str
    notes: tuple[str, ...] = ()
    """What went otherwise than asked, a line each."""


@dataclass(frozen=True, slots=True)
class Memo:
    """A finished memo: outputs render it and decide nothing."""

    title: str
    date: datetime.date | None
    as_of: datetime.datetime | None
    since: datetime.date | None
    until: datetime.date | None
    profile: str
    ranker: str
    handling: str
    stats: Stats
    bottom_line: tuple[Item, ...]
    sections: tuple[Section, ...]
    coverage: Coverage
    sources: tuple[Source, ...]
    method: Method

    @property
    def items(self) -> tuple[Item, ...]:
        """Every line once, by number."""
        lines = {item.n: item for section in self.sections for item in section.items}
        return tuple(lines[n] for n in sorted(lines))

    def source_of(self, sentence: Sentence) -> Source:
        """The source that a sentence is cited as."""
        return next(s for s in self.sources if s.document is sentence.document)


def silent(_message: str) -> None:
    """Drop a note: the default of `Context.note`."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a ranker may look at besides the sentences."""

    claims: tuple[Claim, ...] = ()
    """Claims of which the sentences are the best wordings, where they are known."""
    stories: tuple[Story, ...] = ()
    """Events that the documents report, where they are known; none means one event."""
    note: Callable[[str], None] = silent
    """Takes one line about something that went otherwise than asked."""
