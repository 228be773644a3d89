"""Labelled pairs of sentences or articles, read from JSON lines.

    {"id": "1", "label": "paraphrase", "a": "The pier was shut.", "b": "They shut the pier."}
    {"id": "2", "label": "different", "a": {"title": "…", "text": "…", "date": "2031-05-04"}, …}

A label is true or false, 1 or 0, or a word: "paraphrase", "same…", "yes", "positive", or
"not…", "different…", "no", "negative". A file may be gzipped.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from briefing.evaluation import rows
from briefing.evaluation.rows import Row
from briefing.model import Document, Sentence, Unreadable

LIKE = '{"a": …, "b": …, "label": …}'
"""A row, for messages."""

_POSITIVE = ("paraphrase", "same", "yes", "true", "positive", "duplicate")
_NEGATIVE = ("not", "non", "different", "no", "false", "negative", "other")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts, and whether they are said to be the same."""

    id: str
    label: bool
    a: Document
    b: Document
    are_articles: bool
    """False for sentences: then the text of each document is one."""

    @property
    def sentences(self) -> tuple[Sentence, Sentence]:
        """Each text as one sentence."""
        return _whole(self.a), _whole(self.b)


def read(path: Path) -> Iterator[Pair | Unreadable]:
    """The pairs of a file in their order; a line that holds none is named, and costs itself.

    Raises ReadError if the file cannot be read at all.
    """
    for row in rows.read(path, like=LIKE):
        yield row if isinstance(row, Unreadable) else _pair(row)


def _pair(row: Row) -> Pair | Unreadable:
    values = row.values
    label = _label(values.get("label"))
    if label is None:
        return Unreadable(
            row.where, f"label: {values.get('label')!r} is none; write 'same' or 'different'"
        )
    are_articles = isinstance(values.get("a"), dict)
    a, b = (_document(values.get(side), f"{row.where}.{side}") for side in "ab")
    if a is None or b is None or isinstance(values.get("b"), dict) != are_articles:
        return Unreadable(
            row.where, "a and b: are not two sentences or two articles with a text"
        )
    return Pair(row.id, label, a, b, are_articles)


def _label(value: object) -> bool | None:
    if isinstance(value, int | float):
        return bool(value) if value in (0, 1) else None
    if not isinstance(value, str):
        return None
    word = value.strip().casefold()
    if word == "0" or word.startswith(_NEGATIVE):
        return False
    return True if word == "1" or word.startswith(_POSITIVE) else None


def _document(value: Any, source: str) -> Document | None:
    found = rows.document(value, source)
    return found and replace(found, language=found.language or "en")


def _whole(document: Document) -> Sentence:
    return Sentence(document, 0, len(document.text), 0)
