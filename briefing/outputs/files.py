"""Write files whole or not at all."""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Mapping
from pathlib import Path

from briefing.errors import OutputError


def write(contents: Mapping[Path, bytes]) -> None:
    """Write files into place, the last of the mapping last; all of them or none.

    Each is written beside its place and flushed to the disk before the first is put there,
    so a full disk leaves the old files as they were. A file that exists keeps its mode. An
    OutputError is one line.
    """
    ready: dict[Path, Path] = {}
    try:
        for path in reversed(list(contents)):  # what was asked for is named first in an error
            mode = _mode(path)
            ready[path] = _beside(path)
            _write_through(ready[path], contents[path], mode)
        for path in contents:
            ready[path].replace(path)
        for folder in {path.parent: None for path in ready}:
            _flush_folder(folder)
    except OSError as error:
        raise OutputError(f"{path}: cannot be written: {error.strerror or error}") from error
    finally:
        for temporary in ready.values():
            with contextlib.suppress(OSError):
                temporary.unlink()


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name}.{os.getpid()}.tmp")


def _mode(path: Path) -> int:
    """Mode for a new file in place of `path`, before the umask is taken off."""
    try:
        status = path.stat()
    except FileNotFoundError:
        return 0o666
    if not stat.S_ISREG(status.st_mode):
        raise OutputError(f"{path}: cannot be written: not a file")
    return stat.S_IMODE(status.st_mode)


def _write_through(path: Path, content: bytes, mode: int) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, mode)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    """Make the new names last through a loss of power."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
