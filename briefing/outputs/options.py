"""What a reader of a memo may choose about its looks."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Options:
    """What an output may be told besides the memo; each takes what concerns it."""

    templates: Path | None = None
    """A folder whose templates stand in for the packaged ones of the same name."""
    sender: str = ""
    """Address of a message: "Desk <desk@example.org>"."""
    recipients: tuple[str, ...] = ()
    """Addresses of a message; without any it is a draft."""
