"""Days of news, and the memos that people made of them.

A day is a row of JSON lines, gzipped or not:

    {"id": "2031-05-06", "documents": [{"title": "…", "text": "…", "date": "…"}, …]}

A memo is a JSON file of a folder. `doc` counts the documents of its day from 0, `start` and
`end` are characters of that document's text; `also` has every other wording of the claim:

    {"id": "2031-05-06", "lines": [{"doc": 0, "start": 0, "end": 61, "section": "syria",
      "role": "bottom", "also": [{"doc": 3, "start": 88, "end": 140}]}]}

Of the memos of one day, the first by name of file is the one to compare with.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from briefing import languages
from briefing.errors import ReadError, unknown
from briefing.evaluation import rows
from briefing.evaluation.rows import Row
from briefing.model import Document, Sentence, Unreadable

LIKE = '{"id": …, "documents": […]} of a day that has a memo'
"""A row, for messages."""


@dataclass(frozen=True, slots=True)
class Span:
    """Characters of a document of a day."""

    document: int
    start: int
    end: int

    def meets(self, other: Span) -> bool:
        """Whether the two overlap by half of the shorter."""
        shared = min(self.end, other.end) - max(self.start, other.start)
        shorter = min(self.end - self.start, other.end - other.start)
        return self.document == other.document and shared >= 0.5 * shorter


@dataclass(frozen=True, slots=True)
class Line:
    """A line that an editor chose."""

    section: str
    role: str
    """Such as "bottom", "line", "said", "differs" or "watch"; "line" where none is given."""
    wordings: tuple[Span, ...]
    """The line itself, then every other wording of its claim."""


@dataclass(frozen=True, slots=True)
class Ideal:
    """A memo made by hand."""

    name: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Day:
    """A day's documents and the memos made of them, at least one."""

    id: str
    documents: Mapping[int, Document]
    """By number in its row; those without a text are left out."""
    ideals: tuple[Ideal, ...]
    skipped: tuple[Unreadable, ...] = ()

    def sentence(self, span: Span) -> Sentence:
        """What a span holds."""
        return Sentence(self.documents[span.document], span.start, span.end, 0)


def read(data: Path, folder: Path, sections: Collection[str]) -> Iterator[Day | Unreadable]:
    """The days of `data` that have a memo in `folder`, in their order.

    A memo that cannot be read, or is of no day, is named and costs itself; `sections` are the
    ids that a line may have. Raises ReadError if `data` or `folder` cannot be read at all.
    """
    given: dict[str, list[tuple[Path, Mapping[str, Any]]]] = {}
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix == ".json")
    except OSError as error:
        raise ReadError(str(folder), error.strerror or str(error)) from error
    for path in paths:
        values = _memo(path)
        if isinstance(values, Unreadable):
            yield values
        else:
            given.setdefault(str(values["id"]), []).append((path, values))
    for row in rows.read(data, like=LIKE):
        if isinstance(row, Unreadable):
            yield row
        elif row.id in given:
            yield _day(row, given.pop(row.id), sections)
    for memos in given.values():
        for path, values in memos:
            yield Unreadable(str(path), f"{data} has no day {values['id']!r}")


def _memo(path: Path) -> Mapping[str, Any] | Unreadable:
    try:
        values = json.loads(path.read_bytes())
    except OSError as error:
        return Unreadable(str(path), error.strerror or str(error))
    except (ValueError, RecursionError):
        return Unreadable(str(path), "is not JSON")
    if not isinstance(values, dict) or not isinstance(values.get("lines"), list):
        return Unreadable(str(path), 'is no memo; write {"id": …, "lines": […]}')
    if not isinstance(values.get("id"), str):
        return Unreadable(str(path), "id: is no text; name the day")
    return values


def _day(
    row: Row, given: list[tuple[Path, Mapping[str, Any]]], sections: Collection[str]
) -> Day | Unreadable:
    documents: dict[int, Document] = {}
    listed = row.values.get("documents")
    for n, value in enumerate(listed if isinstance(listed, list) else ()):
        found = rows.document(value, f"{row.where}.{n}")
        if found is not None:
            language = found.language or languages.guess(found.text)
            documents[n] = replace(found, language=language)
    ideals: list[Ideal] = []
    skipped: list[Unreadable] = []
    for path, values in given:
        lines = []
        for n, value in enumerate(values["lines"], 1):
            try:
                lines.append(_line(value, documents, sections))
            except ValueError as error:
                skipped.append(Unreadable(str(path), f"line {n}: {error}"))
        if lines:
            ideals.append(Ideal(path.stem, tuple(lines)))
    if not ideals:
        reason = skipped[0].reason if skipped else "lines: none is there"
        return Unreadable(str(given[0][0]), reason)
    return Day(row.id, documents, tuple(ideals), tuple(skipped))


def _line(value: Any, documents: Mapping[int, Document], sections: Collection[str]) -> Line:
    """The line; raises ValueError, saying what is wrong with it."""
    if not isinstance(value, dict):
        raise ValueError("is no object")
    section = value.get("section")
    if section not in sections:
        raise ValueError(unknown("section", str(section), sections))
    also = value.get("also") or []
    if not isinstance(also, list):
        raise ValueError("also: is no list")
    wordings = tuple(_span(wording, documents) for wording in (value, *also))
    return Line(str(section), str(value.get("role") or "line"), wordings)


def _span(value: Any, documents: Mapping[int, Document]) -> Span:
    match value:
        case {"doc": int(document), "start": int(start), "end": int(end)}:
            span = Span(document, start, end)
        case _:
            raise ValueError("a wording is no object with numbers for doc, start and end")
    if span.document not in documents:
        raise ValueError(f"doc: the day has no document {span.document} with a text")
    size = len(documents[span.document].text)
    if not 0 <= span.start < span.end <= size:
        raise ValueError(
            f"characters {span.start} to {span.end} are not within the {size} of document "
            f"{span.document}"
        )
    return span
