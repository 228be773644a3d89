"""Rows of labelled data, read from JSON lines or gzipped ones, and documents in them."""

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
from briefing.model import Document, Unreadable
from briefing.readers import dates

_GZIP = b"\x1f\x8b"


@dataclass(frozen=True, slots=True)
class Row:
    """One object of a file."""

    where: str
    """Its place: "pairs.jsonl#3"."""
    values: Mapping[str, Any]

    @property
    def id(self) -> str:
        """What it is called; without a name, its place."""
        given = self.values.get("id")
        return self.where if given is None else printable(str(given))


def read(path: Path, *, like: str) -> Iterator[Row | Unreadable]:
    """The rows of a file in their order; a line that is none is named, and costs itself.

    `like` is a row as it should be, for messages. Raises ReadError if the file cannot be read
    at all.
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
            yield _row(line, f"{path}#{n}", like)


def document(value: Any, source: str) -> Document | None:
    """The document that a text or an object with "text" is; None without any text."""
    if isinstance(value, str):
        value = {"text": value}
    if not isinstance(value, dict) or not text_of(value, "text").strip():
        return None
    return Document(
        text=text_of(value, "text"),
        source=source,
        title=text_of(value, "title"),
        url=text_of(value, "url"),
        publisher=text_of(value, "publisher") or text_of(value, "source"),
        published=dates.parse(value.get("date") or value.get("published")),
        language=text_of(value, "language"),
    )


def text_of(values: Mapping[str, Any], key: str) -> str:
    """The text of a key, "" if it has none."""
    value = values.get(key)
    return printable(value) if isinstance(value, str) else ""


def printable(text: str) -> str:
    """`text`, a "?" for each half of a character: JSON may hold one, and no file can."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _row(line: str, where: str, like: str) -> Row | Unreadable:
    try:
        values = json.loads(line)
    except (ValueError, RecursionError):
        return Unreadable(where, "is not JSON; a line is one object")
    if not isinstance(values, dict):
        return Unreadable(where, f"is no object; write {like}")
    return Row(where, values)
