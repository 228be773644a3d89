"""The command line, run inside the test."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from briefing import cli


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
