"""Documents on one event and summaries of them by people, read from JSON lines.

    {"id": "1", "documents": ["The pier was shut. …", "…"], "references": ["Ferry hits pier."]}
    {"id": "2", "documents": [{"title": "…", "text": "…", "date": "2031-05-04"}, …], …}

A document may also have "source" and "url". A file may be gzipped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from briefing import languages
from briefing.evaluation import rows
from briefing.evaluation.rows import Row
from briefing.model import Document, Unreadable

LIKE = '{"documents": […], "references": […]}'
"""A row, for messages."""

_COUNTED = re.compile(r"[A-Za-z0-9]")


@dataclass(frozen=True, slots=True)
class Cluster:
    """What is to be summarized, and how people did it."""

    id: str
    documents: tuple[Document, ...]
    references: tuple[str, ...]
    skipped: tuple[Unreadable, ...] = ()
    """Documents and references of the row that are left out."""


def read(path: Path) -> Iterator[Cluster | Unreadable]:
    """The clusters of a file in their order; a line that holds none is named.

    Raises ReadError if the file cannot be read at all.
    """
    for row in rows.read(path, like=LIKE):
        yield row if isinstance(row, Unreadable) else _cluster(row)


def _cluster(row: Row) -> Cluster | Unreadable:
    skipped: list[Unreadable] = []
    documents = []
    for n, value in enumerate(_list(row, "documents"), 1):
        found = rows.document(value, f"{row.where}.{n}")
        if found is None:
            skipped.append(Unreadable(row.where, f"document {n}: has no text"))
            continue
        language = found.language or languages.guess(found.text)
        documents.append(replace(found, language=language))
    references = []
    for n, value in enumerate(_list(row, "references"), 1):
        if isinstance(value, str) and _COUNTED.search(value):
            references.append(rows.printable(value))
        else:
            reason = f"reference {n}: has no letter from a to z and no digit for ROUGE to count"
            skipped.append(Unreadable(row.where, reason))
    if not documents:
        return Unreadable(row.where, "documents: none has a text; write a list of texts")
    if not references:
        return Unreadable(row.where, "references: none is a text; write a list of texts")
    return Cluster(row.id, tuple(documents), tuple(references), tuple(skipped))


def _list(row: Row, key: str) -> list[Any]:
    value = row.values.get(key)
    return value if isinstance(value, list) else []
