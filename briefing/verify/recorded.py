"""The texts of sources: kept beside a memo, or read again from its inputs."""

from __future__ import annotations

import gzip
import json
import re
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefing import readers
from briefing.errors import VerifyError
from briefing.outputs import texts as texts_file
from briefing.verify.printed import Listed, places


@dataclass(frozen=True, slots=True)
class Recorded:
    """A source as it was read, without what the memo says of it."""

    source: str
    title: str
    url: str
    text: str


@dataclass(frozen=True, slots=True)
class AtHand:
    """The texts that were found."""

    by_id: Mapping[str, Recorded]
    """By the id that the memo gives them."""
    read: tuple[Recorded, ...] = ()

    def of(self, listed: Listed) -> Recorded | None:
        """What an entry stands for: by id, else by its source, else by address and title."""
        if listed.id in self.by_id:
            return self.by_id[listed.id]
        same = [r for r in self.read if r.source == listed.source]
        if not same:
            same = [r for r in self.read if listed.url and listed.url in places(r.url)]
        if len(same) > 1:
            same = [r for r in same if r.title == listed.title]
        return same[0] if len(same) == 1 else None


def find(memo: Path, texts: Path | None, inputs: Sequence[str]) -> AtHand:
    """The texts beside a memo; if `texts` or `inputs` are given, those instead."""
    if texts is None and not inputs:
        beside = texts_file.beside(memo)
        if not beside.exists():
            return AtHand({})
        rows = _rows(beside)
        if rows is None:
            raise VerifyError(f"{beside}: not a file of texts")
        return AtHand(rows)
    rows = _rows(texts) if texts is not None and texts.is_file() else None
    again = [*inputs, *([str(texts)] if texts is not None and rows is None else [])]
    documents = readers.collect(again).documents if again else ()
    return AtHand(
        rows or {}, tuple(Recorded(d.source, d.title, d.url, d.text) for d in documents)
    )


def _rows(path: Path) -> Mapping[str, Recorded] | None:
    """The rows of a file of texts by id; None if it is a file of another kind."""
    try:
        content = path.read_bytes()
        if content.startswith(b"\x1f\x8b"):
            content = gzip.decompress(content)
    except OSError as error:
        raise VerifyError(f"{path}: cannot be read: {error.strerror or error}") from error
    except (EOFError, zlib.error) as error:
        raise VerifyError(f"{path}: cannot be read: damaged") from error
    rows: dict[str, Recorded] = {}
    for line in content.split(b"\n"):
        if line.strip():
            row = _row(line)
            if row is None:
                return None
            rows.setdefault(*row)
    return rows


def _row(line: bytes) -> tuple[str, Recorded] | None:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(row, dict):
        return None
    parts = [row.get(key) for key in ("id", "source", "title", "url", "text")]
    texts = [part for part in parts if isinstance(part, str)]
    if len(texts) < len(parts) or not re.fullmatch(r"S\d+", texts[0]):
        return None
    id_, source, title, url, text = texts
    return id_, Recorded(source, title, url, text)
