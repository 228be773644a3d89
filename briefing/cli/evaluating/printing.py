"""What the reports of `briefing evaluate` print alike."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from briefing.evaluation.resampling import Estimate

WIDTH = 300
"""Characters of a text that are printed."""


def interval(one: Estimate) -> dict[str, float]:
    """A mean and its interval for JSON."""
    return {key: round(getattr(one, key), 4) for key in ("mean", "low", "high")}


def shown(text: str) -> str:
    """A text on one line, cut where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= WIDTH else f"{line[: WIDTH - 1]}…"


def progress() -> Any:
    """A bar on standard error, where that is a terminal."""
    if not sys.stderr.isatty():
        return nullcontext()
    from briefing.progress import bar

    return bar()
