"""JSON lines, one article or one list of articles a row; a JSON array or object too."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from briefing.errors import ReadError
from briefing.model import Document, Unreadable
from briefing.readers import dates, decoding
from briefing.readers.blobs import Blob, Found

# Names are compared in lower case and without "_" and "-"; the first one that is filled wins.
TEXT = ("text", "maintext", "content", "body")
TITLE = ("title", "headline")
DATE = (
    "date",
    "published",
    "datepublish",
    "datepublished",
    "publishedat",
    "pubdate",
    "timestamp",
)
PUBLISHER = ("publisher", "source", "sitename", "sourcedomain")
ORIGIN = ("origin", "via", "agency", "newsagency")
URL = ("url", "link")
LANGUAGE = ("language", "lang")
DOCUMENTS = "documents"

_START = re.compile(r'\s*(?:\{\s*["}]|\[\s*[{\]])')

Row = Mapping[str, Any]


def accepts(blob: Blob) -> bool:
    """Whether it begins with an object or an array of objects, or is named JSON."""
    if not decoding.is_text(blob.head):
        return False
    named = blob.is_named(".jsonl", ".ndjson", ".json") or "json" in blob.media_type
    return named or bool(_START.match(decoding.decode(blob.head).lstrip("\ufeff")))


def read(blob: Blob, open_nested: Callable[[Blob], Found]) -> Found:
    """Read articles by row: "NAME#3" is line 3, "NAME#3.2" the second of its "documents".

    Lines are read one by one. Only where the first line is no object by itself, the whole
    is tried as one value, whose rows are numbered from 1.
    """
    if _is_row(next(_lines(blob), (0, ""))[1]):
        return _by_line(blob)
    return _whole(blob)


def _whole(blob: Blob) -> Found:
    try:
        value = _parse(decoding.load(blob))
    except ValueError as error:
        if not any(_is_row(line) for _, line in _lines(blob)):
            raise ReadError(blob.name, f"not JSON: {error}") from error
        yield from _by_line(blob)
        return
    for n, row in enumerate(value if isinstance(value, list) else [value], start=1):
        yield from _row(row, f"{blob.name}#{n}", f"item {n} ")


def _by_line(blob: Blob) -> Found:
    for n, line in _lines(blob):
        try:
            row = _parse(line)
        except ValueError as error:
            yield Unreadable(f"{blob.name}#{n}", f"line {n} is not JSON: {error}")
        else:
            yield from _row(row, f"{blob.name}#{n}", f"line {n} ")


def _lines(blob: Blob) -> Iterator[tuple[int, str]]:
    """Lines that are not blank, each with its number from 1."""
    with blob.open() as file:
        for n, line in enumerate(_split(file, blob.head), start=1):
            if line.strip():
                yield n, line.rstrip()


def _split(file: Iterable[bytes], head: bytes) -> Iterator[str]:
    _, encoding = decoding.bom(head)
    if encoding in ("", "utf-8"):
        return (decoding.decode(line) for line in file)
    # In UTF-16 and UTF-32 a byte of a character may look like the end of a line.
    return iter(decoding.decode(b"".join(file)).split("\n"))


def _parse(text: str) -> Any:
    """Value that `text` is.

    Raises:
        ValueError: it is none; its text says where, in one line.
    """
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        line = f"line {error.lineno}, " if error.lineno > 1 else ""
        what = error.msg.removesuffix(" at")
        raise ValueError(f"{what} at {line}column {error.colno}") from error
    except ValueError as error:  # what Python says of it is for programmers
        raise ValueError("a number has too many digits") from error
    except RecursionError:
        raise ValueError("nested too deeply") from None


def _is_row(line: str) -> bool:
    try:
        return isinstance(_parse(line), dict)
    except ValueError:
        return False


def _row(row: Any, source: str, where: str) -> Found:
    """Give the article that a row is, and those that it holds."""
    if not isinstance(row, dict):
        yield Unreadable(source, f"{where}is no object")
        return
    fields = {key.lower().replace("_", "").replace("-", ""): row[key] for key in reversed(row)}
    nested = fields.get(DOCUMENTS)
    nested = nested if isinstance(nested, list) else []
    if _text(fields) or not nested:
        yield _document(fields, source)
    for n, inner in enumerate(nested, start=1):
        if isinstance(inner, dict):
            yield from _row(
                {**inner, DOCUMENTS: None}, f"{source}.{n}", f"{where}document {n} "
            )
        else:
            yield Unreadable(f"{source}.{n}", f"{where}document {n} is no object")


def _document(fields: Row, source: str) -> Document:
    published = (dates.parse(fields.get(name)) for name in DATE)
    return Document(
        text=_text(fields),
        source=source,
        title=_string(fields, TITLE),
        url=_string(fields, URL),
        publisher=_string(fields, PUBLISHER),
        published=next(filter(None, published), None),
        language=_string(fields, LANGUAGE),
        origin=_string(fields, ORIGIN),
    )


def _text(fields: Row) -> str:
    """Text of a row; a list is taken for paragraphs."""
    for name in TEXT:
        value = fields.get(name)
        if isinstance(value, list) and all(isinstance(part, str) for part in value):
            value = "\n\n".join(value)
        if isinstance(value, str) and value.strip():
            return value
    return ""


def _string(fields: Row, names: Iterable[str]) -> str:
    for name in names:
        value = fields.get(name)
        if isinstance(value, dict):  # {"id": "example", "name": "The Example"}
            value = value.get("name")
        if isinstance(value, str) and value.strip():
            return value
    return ""
