"""A cited one-page memo from a pile of news: extractive, offline, provable.

    import briefing

    reading = briefing.read(["inbox"])
    memo = briefing.compose(reading.documents, words=300)
    briefing.write(memo, "memo.md")

Names are loaded when they are first used, so that importing the package costs nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from briefing.errors import BriefingError, ConfigError, OutputError, ReadError, VerifyError
    from briefing.model import Document, Item, Memo, Sentence
    from briefing.options import Options
    from briefing.outputs import render, write
    from briefing.pipeline import compose
    from briefing.readers import collect as read
    from briefing.verify import check

_HOMES = {
    "BriefingError": "errors",
    "ConfigError": "errors",
    "OutputError": "errors",
    "ReadError": "errors",
    "VerifyError": "errors",
    "Document": "model",
    "Item": "model",
    "Memo": "model",
    "Sentence": "model",
    "Options": "options",
    "check": "verify",
    "compose": "pipeline",
    "read": "readers:collect",
    "render": "outputs",
    "write": "outputs",
}

__all__ = [
    "BriefingError",
    "ConfigError",
    "Document",
    "Item",
    "Memo",
    "Options",
    "OutputError",
    "ReadError",
    "Sentence",
    "VerifyError",
    "check",
    "compose",
    "read",
    "render",
    "write",
]


def __getattr__(name: str) -> Any:
    """Load a public name when it is first asked for."""
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, _, attribute = home.partition(":")
    value = getattr(importlib.import_module(f"{__name__}.{module}"), attribute or name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """The public names."""
    return sorted(__all__)
