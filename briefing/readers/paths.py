"""Which files a command line names, and what each of them is called in a run."""

from __future__ import annotations

import errno
import re
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from briefing.errors import ReadError
from briefing.model import Unreadable

STDIN = "-"

TEXTS = ".sources.jsonl.gz"
"""End of the file of texts that is written beside a memo."""

MEMO_SUFFIXES = frozenset({".md", ".txt", ".html", ".json", ".eml", ".pdf", ".docx"})
"""What a memo may be written as beside its texts."""

MISSING = "no such file or folder"

_MAGIC = re.compile(r"[*?\[]")
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")

# What would break a line, cannot be encoded, or looks like the number of a row. "%" itself
# is escaped only in names that an escaped name could be mistaken for.
_AWKWARD = re.compile("[#\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]|%[0-9A-F]{2}")
_ESCAPED = re.compile("[%#\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Named:
    """A file and what it is called."""

    path: Path
    name: str
    """Relative to the input that named it, with "/"."""

    @property
    def parts(self) -> tuple[str, ...]:
        """The folders down to the file, and the file."""
        anchor = self.path.anchor.strip("\\/:")
        return (*filter(None, [anchor]), *self.path.parts[bool(self.path.anchor) :])


def find(inputs: Iterable[str]) -> tuple[tuple[Named, ...], tuple[Unreadable, ...]]:
    """Files that `inputs` name, each once and by a unique name, sorted by that name.

    An input is a file, a folder or a pattern (`**` goes down folders). Hidden files and
    what this program wrote are left out of folders and patterns. What names no file is
    among the unreadable. The order of `inputs` has no influence.
    """
    found: dict[Path, list[Named]] = {}
    unreadable: set[Unreadable] = set()
    for given in sorted(set(inputs)):
        try:
            for each in _files(given):
                if isinstance(each, Named):
                    found.setdefault(each.path.resolve(), []).append(each)
                else:
                    unreadable.add(each)
        except ReadError as error:
            unreadable.add(Unreadable(error.source, error.reason))
        except OSError as error:
            unreadable.add(Unreadable(escaped(given), reason(error)))
        except ValueError:  # a NUL in the name
            unreadable.add(Unreadable(escaped(given), MISSING))
    files = [min(names, key=_preference) for names in found.values()]
    return _distinct(files), tuple(
        sorted(unreadable, key=lambda each: (each.source, each.reason))
    )


def reason(error: OSError) -> str:
    """Say what went wrong, without the path."""
    return (error.strerror or type(error).__name__).lower()


def escaped(name: str) -> str:
    """`name` in one line that can be encoded; two names never become one."""
    if not _AWKWARD.search(name):
        return name
    return _ESCAPED.sub(lambda match: _percent(match[0]), name)


def _percent(character: str) -> str:
    a_byte = "\udc80" <= character <= "\udcff"  # of a name that is not UTF-8
    data = character.encode("utf-8", "surrogateescape" if a_byte else "surrogatepass")
    return "".join(f"%{byte:02X}" for byte in data)


def _preference(file: Named) -> tuple[int, str, Path]:
    """Order names of one file: the longest says most about where it is from."""
    return -file.name.count("/"), file.name, file.path


def _files(given: str) -> Iterator[Named | Unreadable]:
    """Look up what one input names; it is an error if that is nothing."""
    path = Path(given)
    if not given:
        raise ReadError("''", MISSING)
    if path.is_dir():
        yield from _some(_below(path.resolve()), given, _nothing_in(path))
    elif path.is_symlink() or path.exists():
        if trouble := _trouble(path):
            raise ReadError(escaped(given), trouble)
        if _is_own(path):
            raise ReadError(escaped(given), "written by this program, so it is no source")
        yield _file(path)
    elif _MAGIC.search(given):
        yield from _some(_matches(path), given, "no file matches this pattern")
    elif _ADDRESS.match(given):
        raise ReadError(escaped(given), "no such file; addresses are not fetched")
    else:
        raise ReadError(escaped(given), MISSING)


def _some(
    found: Iterator[Named | Unreadable], given: str, otherwise: str
) -> Iterator[Named | Unreadable]:
    """Pass on what is `found`; it is an error if that is nothing."""
    nothing = True
    for each in found:
        nothing = False
        yield each
    if nothing:
        raise ReadError(escaped(given), otherwise)


def _file(path: Path) -> Named:
    return Named(path.parent.resolve() / path.name, path.name)


def _nothing_in(folder: Path) -> str:
    try:
        empty = not any(folder.iterdir())
    except OSError as error:
        return reason(error)
    return (
        "empty folder" if empty else "nothing to read in this folder; hidden files are left out"
    )


def _below(top: Path) -> Iterator[Named | Unreadable]:
    """List the files of a folder and of its folders, each folder once.

    Links to folders are followed after all real ones, so that a file is called by the
    folder that it is in.
    """
    folders, links = deque([top]), deque[Path]()
    seen: set[Path] = set()
    while folders or links:
        folder = folders.popleft() if folders else links.popleft()
        real = folder.resolve()
        if real in seen:
            continue
        seen.add(real)
        try:
            children = sorted(folder.iterdir())
        except OSError as error:
            name = folder.relative_to(top.parent).as_posix()
            yield Unreadable(escaped(name), reason(error))
            continue
        for child in children:
            name = child.relative_to(top).as_posix()
            if child.name.startswith("."):
                continue
            if trouble := _trouble(child):
                yield Unreadable(escaped(name), trouble)
            elif child.is_dir():
                (links if child.is_symlink() else folders).append(child)
            elif not _is_own(child):
                yield Named(child, name)


def _matches(pattern: Path) -> Iterator[Named | Unreadable]:
    """Expand a pattern as a shell would: files by their own name, folders as inputs."""
    n_fixed = next(n for n, part in enumerate(pattern.parts) if _MAGIC.search(part))
    top, wild = Path(*pattern.parts[:n_fixed]), pattern.parts[n_fixed:]
    wild = tuple(part if part == "**" else re.sub(r"\*+", "*", part) for part in wild)
    hidden = any(part.startswith(".") for part in wild)
    # pathlib, not glob: it does not follow links to folders, so there is no endless loop.
    for match in top.glob("/".join(wild)):
        if not hidden and any(p.startswith(".") for p in match.relative_to(top).parts):
            continue
        if trouble := _trouble(match):
            yield Unreadable(escaped(match.name), trouble)
        elif match.is_dir():
            yield from _below(match.resolve())
        elif not _is_own(match):
            yield _file(match)


def _trouble(path: Path) -> str:
    """Say why a file that is listed cannot be looked at; "" if it can."""
    try:
        path.stat()
    except OSError as error:
        is_broken = error.errno in (errno.ENOENT, errno.ELOOP)  # it is listed, so it is a link
        return f"broken link: {reason(error)}" if is_broken else reason(error)
    return ""


def _is_own(path: Path) -> bool:
    """Whether this program wrote a file: the texts of a memo, or a memo beside its texts."""
    texts = path.with_suffix(TEXTS) if path.suffix in MEMO_SUFFIXES else None
    return path.name.endswith(TEXTS) or bool(texts and texts.exists())


def _distinct(files: list[Named]) -> tuple[Named, ...]:
    """Rename files of one name by as much of their folders as tells them apart."""
    depths = [len(Path(file.name).parts) for file in files]
    while True:
        names = ["/".join(f.parts[-n:]) for f, n in zip(files, depths, strict=True)]
        counts = Counter(names)
        alike = [
            i
            for i, (file, name) in enumerate(zip(files, names, strict=True))
            if (counts[name] > 1 or name == STDIN) and depths[i] < len(file.parts)
        ]
        if not alike:
            break
        for i in alike:
            depths[i] += 1
    renamed = (Named(f.path, escaped(n)) for f, n in zip(files, names, strict=True))
    return tuple(sorted(renamed, key=lambda file: file.name))
