"""Exit status and the lines that go with it."""

from __future__ import annotations

import os
import sys
from typing import Any

import click

from briefing.errors import BriefingError, ConfigError

DELIVERY_FAILED = 1
FOUND = 1
USAGE = 2
NOTHING_READ = 3
UNREADABLE = 4
NOT_IN_SOURCE = 5
INTERRUPTED = 130


class Exit(Exception):  # noqa: N818
    """Ends the program with a status; what there was to say has been said."""

    def __init__(self, status: int) -> None:
        """End with `status`."""
        super().__init__(status)
        self.status = status


def say(line: str) -> None:
    """One line on standard error."""
    click.echo(f"briefing: {line}", err=True)


def run(command: click.Command, arguments: list[str] | None) -> int:
    """Run a command and give its exit status: a user's mistake is one line, not a traceback."""
    try:
        done: Any = command.main(args=arguments, prog_name="briefing", standalone_mode=False)
    except Exit as end:
        return end.status
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message())
        return USAGE
    except click.ClickException as error:
        say(" ".join(error.format_message().split()))
        return USAGE
    except ConfigError as error:
        say(str(error))
        return USAGE
    except BriefingError as error:
        say(str(error))
        return UNREADABLE
    except (KeyboardInterrupt, click.Abort):
        return INTERRUPTED
    except BrokenPipeError:
        # Python flushes standard output once more at its end, which would fail, too.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return done if isinstance(done, int) else 0
