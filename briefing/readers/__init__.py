"""Read inputs: the table of formats, and the documents that a pile of files holds."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from types import MappingProxyType
from typing import BinaryIO

from briefing import languages, publishers
from briefing.errors import ReadError
from briefing.model import Document, Unreadable
from briefing.readers import blobs, decoding, html, jsonl, markdown, mending, paths, text
from briefing.readers.blobs import MAX_BYTES, Blob, Found, Reader

__all__ = ["MAX_BYTES", "READERS", "Blob", "Reader", "Reading", "collect", "read"]

READERS: Mapping[str, Reader] = MappingProxyType(
    {
        "jsonl": jsonl,
        "html": html,
        "markdown": markdown,
        "text": text,
    }
)
"""Format → module, in the order of asking: the first that accepts reads."""

NO_TEXT = "no text"

_KINDS = (
    (b"%PDF-", "PDF"),
    (b"{\\rtf", "RTF"),
    (b"\x1f\x8b", "gzip"),
    (b"PK\x03\x04", "zip archive or office document"),
    (b"\xd0\xcf\x11\xe0", "old office document"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
)
"""First bytes → what people call it, for formats without a reader."""

_URL = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_LANGUAGE = re.compile(r"([a-z]{2})(?:[-_].*)?")


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of the inputs."""

    documents: tuple[Document, ...]
    """Sorted by path (by code point), then in their order within a file."""
    unreadable: tuple[Unreadable, ...]
    """First the inputs that name nothing, then files and rows, sorted like documents."""


def collect(
    inputs: Sequence[str], *, stdin: BinaryIO | None = None, max_bytes: int = MAX_BYTES
) -> Reading:
    """Read files, folders, patterns and, for "-", `stdin`.

    Nothing is raised: what cannot be read is in the result with its reason, and the rest is
    read. Neither the order of `inputs` nor naming a file twice changes anything.
    """
    files, missing = paths.find(each for each in inputs if each != paths.STDIN)
    openers = {f.name: partial(blobs.of_file, f.path, f.name, max_bytes) for f in files}
    if paths.STDIN in inputs:
        openers[paths.STDIN] = partial(blobs.of_stream, stdin, paths.STDIN, max_bytes)
    documents: list[Document] = []
    unreadable = list(missing)
    for name in sorted(openers):
        for each in _opened(name, openers[name]):
            if isinstance(each, Document):
                documents.append(each)
            else:
                unreadable.append(each)
    return Reading(tuple(documents), tuple(unreadable))


def read(blob: Blob) -> Found:
    """Read a blob by the first reader that accepts it, and mend it; nothing is raised."""
    reader = next((each for each in READERS.values() if each.accepts(blob)), None)
    if reader is None:
        yield Unreadable(blob.name, f"{_kind(blob.head)}: no reader accepts this file")
        return
    nothing = True
    try:
        for each in reader.read(blob, read):
            nothing = False
            yield _finished(each) if isinstance(each, Document) else each
    except ReadError as error:
        yield Unreadable(error.source, error.reason)
    except OSError as error:
        yield Unreadable(blob.name, paths.reason(error))
    else:
        if nothing:
            yield Unreadable(blob.name, NO_TEXT)


def _opened(name: str, opener: Callable[[], Blob]) -> Found:
    try:
        blob = opener()
    except ReadError as error:
        yield Unreadable(error.source, error.reason)
    except OSError as error:
        yield Unreadable(name, paths.reason(error))
    else:
        yield from read(blob)


def _kind(head: bytes) -> str:
    kind = next((name for start, name in _KINDS if head.startswith(start)), "")
    return kind or ("XML" if decoding.is_text(head) else "binary")


def _finished(document: Document) -> Document | Unreadable:
    """Do what documents of all formats need; one without text is none."""
    text = mending.mend(document.text)
    if not text:
        return Unreadable(document.source, NO_TEXT)
    url = document.url.strip()
    url = url if _URL.fullmatch(url) else ""
    language = _LANGUAGE.fullmatch(document.language.strip().lower())
    return replace(
        document,
        text=text,
        title=mending.line(document.title),
        url=url,
        publisher=mending.line(document.publisher) or publishers.of_url(url),
        origin=mending.line(document.origin),
        language=language[1] if language else languages.guess(text),
    )
