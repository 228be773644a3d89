"""The commands: they parse, call and print, and decide nothing else.

Modules that do the work are imported inside the commands, so that --help stays fast.
"""

from __future__ import annotations

import sys
from typing import NoReturn

import click

from briefing.cli import (
    about,
    checking,
    classifying,
    evaluating,
    exits,
    explaining,
    memo,
    profile,
)

__all__ = ["commands", "main"]


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 96},
    commands=[
        memo.memo,
        checking.verify,
        explaining.explain,
        classifying.classify,
        evaluating.evaluate,
        about.rankers,
        about.profiles,
        profile.profile,
        about.publishers,
        about.completion,
    ],
)
@click.version_option(
    None, "--version", package_name="briefing", message="briefing %(version)s"
)
def commands() -> None:
    """Turn a pile of news into a cited one-page memo.

    Works offline and without a language model: every line of a memo is a verbatim slice of
    a source, and 'briefing verify' checks it.
    """


def main(arguments: list[str] | None = None) -> NoReturn:
    """Run the command line and end the program with its status."""
    sys.exit(exits.run(commands, arguments))
