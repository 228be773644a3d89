"""Bytes with a name: what a reader is given, wherever they come from."""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from math import ceil
from pathlib import Path, PurePosixPath
from typing import BinaryIO, Protocol, TypeAlias

from briefing.errors import ReadError
from briefing.model import Document, Unreadable

HEAD = 4096
"""Bytes that a reader sees before it accepts or refuses."""

MAX_BYTES = 50_000_000
"""Default limit per input: some 10,000 articles, which a desk does not get in a day."""


@dataclass(frozen=True, slots=True)
class Blob:
    """A file, standard input, a member of an archive, a part of a mail or a response."""

    name: str
    """What becomes the `source` of its documents."""
    head: bytes
    """The first `HEAD` bytes."""
    open: Callable[[], BinaryIO]
    """Gives the bytes from the start, each time it is called; the caller closes it."""
    size: int
    """In bytes."""
    media_type: str = ""
    """As declared ("text/html; charset=utf-8"); "" if nobody did."""
    url: str = ""

    def load(self) -> bytes:
        """All the bytes."""
        with self.open() as file:
            return file.read()

    def is_named(self, *suffixes: str) -> bool:
        """Whether its name ends in one of `suffixes` (".md"), in whatever case."""
        return PurePosixPath(self.name).suffix.lower() in suffixes


Found: TypeAlias = Iterator[Document | Unreadable]
"""What is in a blob, in its order: one bad row costs itself alone."""


class Reader(Protocol):
    """A format: a module of this folder, and a row in `READERS`."""

    def accepts(self, blob: Blob) -> bool:
        """Whether the bytes look like this format, by the head before the name."""

    def read(self, blob: Blob, open_nested: Callable[[Blob], Found]) -> Found:
        """Read it, and with `open_nested` what is packed inside it.

        A source is `blob.name`, or "NAME#3" where a blob holds several. Text is mended, and
        a missing language guessed, after this.

        Raises:
            ReadError: the whole of it, or the rest of it, cannot be read.
        """


def of_bytes(data: bytes, name: str) -> Blob:
    """Blob of bytes that are in memory already."""
    return Blob(name, data[:HEAD], lambda: BytesIO(data), len(data))


def of_file(path: Path, name: str, max_bytes: int) -> Blob:
    """Blob of a file, of which no more than the head is read here.

    Raises:
        ReadError: it is no regular file, or is empty or over `max_bytes`.
        OSError: it cannot be opened.
    """
    info = path.stat()
    if not stat.S_ISREG(info.st_mode):
        raise ReadError(name, "neither a file nor a folder; a pipe can be given as '-'")
    if info.st_size == 0:
        raise ReadError(name, "empty file")
    if info.st_size > max_bytes:
        size, limit = _amount(info.st_size), _amount(max_bytes)
        raise ReadError(name, f"{size} is over the limit of {limit} per input")
    with path.open("rb") as file:
        head = file.read(HEAD)
    return Blob(name, head, lambda: path.open("rb"), info.st_size)


def of_stream(stream: BinaryIO | None, name: str, max_bytes: int) -> Blob:
    """Blob of a stream that can be read once, read up to `max_bytes`.

    Raises:
        ReadError: it is missing or empty, or goes on after `max_bytes`.
        OSError: it cannot be read.
    """
    if stream is None:
        raise ReadError(name, "there is no standard input")
    data = stream.read(max_bytes + 1)
    if len(data) > max_bytes:
        raise ReadError(name, f"more than {_amount(max_bytes)}, the limit per input")
    if not data:
        raise ReadError(name, "nothing came in")
    return of_bytes(data, name)


def _amount(n_bytes: int) -> str:
    return f"{n_bytes} bytes" if n_bytes < 1_000_000 else f"{ceil(n_bytes / 1_000_000)} MB"
