"""Labelled pairs of sentences or articles, read from JSON lines.

    {"id": "1", "label": "paraphrase", "a": "The pier was shut.", "b": "They shut the pier."}
    {"id": "2", "label": "different", "a": {"title": "…", "text": "…", "date": "2031-05-04"}, …}

A label is true or false, 1 or 0, or a word: "paraphrase", "same…", "yes", "positive", or
"not…", "different…", "no", "negative". A file may be gzipped.
"""

from __future__ import annotations

import gzip
import io
import json
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefing.errors import ReadError
from briefing.model import Document, Sentence, Unreadable
from briefing.readers import dates

_POSITIVE = ("paraphrase", "same", "yes", "true", "positive", "duplicate")
_NEGATIVE = ("not", "non", "different", "no", "false", "negative", "other")
_GZIP = b"\x1f\x8b"


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
    try:
        data = path.read_bytes()
        text = (gzip.decompress(data) if data.startswith(_GZIP) else data).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ReadError(str(path), "not UTF-8; save it as UTF-8") from error
    except (OSError, EOFError, zlib.error) as error:
        raise ReadError(str(path), getattr(error, "strerror", None) or str(error)) from error
    for n, line in enumerate(io.StringIO(text), 1):
        if line.strip():
            yield _row(line, f"{path}#{n}")


def _row(line: str, where: str) -> Pair | Unreadable:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return Unreadable(where, "is not JSON; a line is one object")
    if not isinstance(row, dict):
        return Unreadable(where, 'is no object; write {"a": …, "b": …, "label": …}')
    label = _label(row.get("label"))
    if label is None:
        return Unreadable(
            where, f"label: {row.get('label')!r} is none; write 'same' or 'different'"
        )
    are_articles = isinstance(row.get("a"), dict)
    a, b = (_document(row.get(side), f"{where}.{side}") for side in "ab")
    if a is None or b is None or isinstance(row.get("b"), dict) != are_articles:
        return Unreadable(where, "a and b: are not two sentences or two articles with a text")
    given = row.get("id")
    name = where if given is None else _printable(str(given))
    return Pair(name, label, a, b, are_articles)


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
    if isinstance(value, str):
        value = {"text": value}
    if not isinstance(value, dict) or not _text(value, "text").strip():
        return None
    return Document(
        text=_text(value, "text"),
        source=source,
        title=_text(value, "title"),
        url=_text(value, "url"),
        publisher=_text(value, "publisher") or _text(value, "source"),
        published=dates.parse(value.get("date") or value.get("published")),
        language=_text(value, "language") or "en",
    )


def _text(row: Mapping[str, Any], key: str) -> str:
    value = row.get(key)
    return _printable(value) if isinstance(value, str) else ""


def _printable(text: str) -> str:
    """`text`, a "?" for each half of a character: JSON may hold one, and no file can."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _whole(document: Document) -> Sentence:
    return Sentence(document, 0, len(document.text), 0)
