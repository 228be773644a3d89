"""What can go wrong, as one tree.

    BriefingError            one line for people
    ├── ConfigError          a file, a key or an option: what is wrong, what would be right
    ├── ReadError            one input; collected into the memo's coverage, the run goes on
    ├── OutputError          one file that cannot be written
    └── VerifyError          a memo that cannot be checked at all

Anything else that is raised is a bug.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable


class BriefingError(Exception):
    """Base of all errors that are meant for people; `str()` is one line."""


class ConfigError(BriefingError):
    """Wrong usage or configuration."""


class ReadError(BriefingError):
    """One input that cannot be read."""

    def __init__(self, source: str, reason: str) -> None:
        """Say which `source` cannot be read, and the `reason`, without a full stop."""
        super().__init__(f"{source}: {reason}")
        self.source = source
        self.reason = reason


class OutputError(BriefingError):
    """One output that cannot be written."""


class VerifyError(BriefingError):
    """A memo that is no memo, so that no line of it can be checked."""


def unknown(what: str, given: str, known: Iterable[str]) -> str:
    """One line: `given` is no known `what`; the nearest known one, else all of them."""
    names = sorted(known)
    near = difflib.get_close_matches(given, names, n=1, cutoff=0.5)
    if near:
        return f"unknown {what} {given!r}; did you mean {near[0]!r}?"
    return f"unknown {what} {given!r}; known are {', '.join(names)}"
