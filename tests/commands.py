"""The command line, run inside the test; and Python, run in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import pytest

from briefing import cli

Run: TypeAlias = "Callable[..., Said]"
"""Runs a command with the arguments given."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a command did."""

    status: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """Lines of standard error."""
        return self.err.splitlines()


def run(*arguments: str, capsysbinary: pytest.CaptureFixture[bytes]) -> Said:
    """Run a command in this process, and take what it printed."""
    with pytest.raises(SystemExit) as end:
        cli.main(list(arguments))
    taken = capsysbinary.readouterr()
    assert isinstance(end.value.code, int)
    return Said(end.value.code, taken.out.decode(), taken.err.decode())


def python(code: str, **environment: str) -> str:
    """What `code` prints in another process, at the root of the project."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        cwd=Path(__file__).parents[1],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()
