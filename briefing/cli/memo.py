"""`briefing memo`: one memo from files, folders, patterns or standard input."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from briefing import config
from briefing.cli import exits
from briefing.errors import ConfigError, OutputError

if TYPE_CHECKING:
    from briefing.model import Memo
    from briefing.options import Options

MANY = 100
"""Articles from which the work takes long enough for a progress bar."""
FORMATS = ("md", "txt", "html", "eml", "json")


class _Day(click.ParamType[datetime.date]):
    """A day of the calendar."""

    name = "day"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime.date:
        """Read "2017-05-29"."""
        try:
            return datetime.date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is no day; write it like 2017-05-29", param, ctx)


_DAY = _Day()
_FILE = click.Path(path_type=Path)


@click.command()
@click.argument("inputs", nargs=-1, metavar="INPUT...")
@click.option(
    "-o",
    "--output",
    "outputs",
    multiple=True,
    type=_FILE,
    metavar="FILE",
    help="Write there; the suffix decides the format: .md, .txt, .html, .eml or .json. May be "
    "given several times.  [default: standard output]",
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(FORMATS),
    default="md",
    show_default=True,
    help="Format of what goes to standard output.",
)
@click.option(
    "--profile",
    metavar="NAME|FILE",
    help="Sections: a shipped profile or a TOML file.  [default: foreign-affairs]",
)
@click.option(
    "--publishers",
    metavar="FILE",
    help="Publishers, owners and agencies of your own, as TOML; 'briefing publishers' prints "
    "those that are known.  [default: none]",
)
@click.option(
    "--ranker",
    metavar="NAME",
    help="How sentences are rated; 'briefing rankers' lists them.  [default: default]",
)
@click.option(
    "--about",
    metavar="TEXT",
    help="Words or a sentence; lines that bear on it are raised, with any ranker.  [default: "
    "none]",
)
@click.option(
    "--words",
    type=int,
    metavar="N",
    help="Budget in words of source text, bottom line included.  [default: 500]",
)
@click.option(
    "--lines",
    type=int,
    metavar="N",
    help="Budget in lines; with --words, both hold.  [default: no limit]",
)
@click.option(
    "--date", type=_DAY, metavar="DAY", help="Day of the memo.  [default: the newest article's]"
)
@click.option(
    "--since",
    type=_DAY,
    metavar="DAY",
    help="Leave out articles of an earlier day (UTC); undated ones stay.  [default: none]",
)
@click.option(
    "--until",
    type=_DAY,
    metavar="DAY",
    help="Leave out articles of a later day (UTC); undated ones stay.  [default: none]",
)
@click.option("--title", metavar="TEXT", help="Title of the memo.  [default: the profile's]")
@click.option(
    "--handling", metavar="TEXT", help="Handling mark at the head of the memo.  [default: none]"
)
@click.option(
    "--exclude-source",
    "exclude_sources",
    multiple=True,
    metavar="NAME",
    help="Leave out a publisher, or articles with NAME in their path or address. May be given "
    "several times.  [default: none]",
)
@click.option(
    "--templates",
    type=_FILE,
    metavar="DIR",
    help="Folder of your own templates; what it lacks is taken from the packaged ones.",
)
@click.option(
    "--from", "sender", default="", metavar="ADDRESS", help="Sender, for .eml.  [default: none]"
)
@click.option(
    "--to",
    "recipients",
    multiple=True,
    metavar="ADDRESS",
    help="Recipient, for .eml; may be given several times. Without any it is a draft.",
)
@click.option(
    "--no-texts",
    is_flag=True,
    help="Do not write the texts of the cited sources beside the memo; 'verify' then needs the "
    "inputs.",
)
@click.option(
    "--strict", is_flag=True, help="Write nothing, and end with 4, if an input cannot be read."
)
@click.option("--quiet", is_flag=True, help="Say nothing on standard error but errors.")
@click.option(
    "--config",
    "config_path",
    type=_FILE,
    metavar="FILE",
    help="Settings; the command line wins.  [default: briefing.toml, if there is one]",
)
def memo(
    inputs: tuple[str, ...],
    outputs: tuple[Path, ...],
    config_path: Path | None,
    *,
    format_: str,
    templates: Path | None,
    sender: str,
    recipients: tuple[str, ...],
    no_texts: bool,
    strict: bool,
    quiet: bool,
    **given: Any,
) -> None:
    """Write one memo from files, folders, patterns or '-'.

    Reads text, Markdown, HTML and JSON lines; a folder is read with all that is below it. An
    input that cannot be read costs itself alone: it is named on standard error and in the
    memo's coverage. Nothing is fetched, and no input is changed.

    \b
    Example:
      briefing memo inbox/ -o memo.md -o memo.eml --words 300
    """
    settings = config.load(config_path)
    inputs = inputs or settings.sources
    options = _options(settings, inputs, given)
    look = _Look(
        templates or settings.memo.get("templates"), sender, recipients, texts=not no_texts
    )
    _check(outputs, look.templates)
    if not inputs:
        raise ConfigError("no INPUT; name a file, a folder or '-'")

    from briefing import pipeline, readers

    pipeline.prepare(options)
    reading = readers.collect(inputs, stdin=sys.stdin.buffer)
    for row in reading.unreadable:
        if strict or not quiet or not reading.documents:
            exits.say(f"{row.source}: {row.reason}")
    if strict and reading.unreadable:
        raise exits.Exit(exits.UNREADABLE)
    if not reading.documents:
        exits.say("nothing readable; no memo was written")
        raise exits.Exit(exits.NOTHING_READ)
    is_long = len(reading.documents) >= MANY
    with _progress(quiet=quiet or not is_long) as told:
        made = pipeline.compose(
            reading.documents, options, unreadable=reading.unreadable, told=told
        )
    if not quiet:
        for note in made.method.notes:
            exits.say(f"note: {note}")
    if not outputs:
        _print(made, format_, look)
        return
    failed = [path for path in outputs if not _write(made, path, look, quiet=quiet)]
    if failed:
        raise exits.Exit(exits.DELIVERY_FAILED)


@dataclass(frozen=True, slots=True)
class _Look:
    """What of the command line concerns outputs alone."""

    templates: Path | None
    sender: str
    recipients: tuple[str, ...]
    texts: bool


def named(inputs: Sequence[str]) -> tuple[str, ...]:
    """Inputs by names that others may see: those below the working directory, sorted."""
    here = Path.cwd()
    names = set()
    for name in inputs:
        path = Path(name)
        if path.is_absolute() and path.is_relative_to(here):
            path = path.relative_to(here)
        if name != "-" and not path.is_absolute() and ".." not in path.parts:
            names.add(path.as_posix())
    return tuple(sorted(names))


def _options(settings: config.Config, inputs: Sequence[str], given: dict[str, Any]) -> Options:
    """The options of a memo: default < file < command line."""
    from briefing.options import Options

    values = {key: value for key, value in settings.memo.items() if key != "templates"}
    values["inputs"] = named(inputs)
    if given["lines"] is not None and given["words"] is None:
        values.pop("words", None)
    values.update({key: value for key, value in given.items() if value not in (None, ())})
    return Options(**values)


def _check(outputs: Sequence[Path], templates: Path | None) -> None:
    """Refuse what cannot be written before any input is read."""
    from briefing import outputs as formats

    for path in outputs:
        formats.format_of(path)
    if templates is not None and not templates.is_dir():
        raise ConfigError(f"--templates: {templates} is no folder; name one with *.j2 files")


def _print(made: Memo, format_: str, look: _Look) -> None:
    from briefing import outputs

    page = outputs.render(
        made,
        format_,
        templates=look.templates,
        sender=look.sender,
        recipients=look.recipients,
    )
    sys.stdout.buffer.write(page)
    sys.stdout.buffer.flush()


def _write(made: Memo, path: Path, look: _Look, *, quiet: bool) -> bool:
    """Whether one output was written; a failure is said, and the others still go."""
    from briefing import outputs

    try:
        outputs.write(
            made,
            path,
            templates=look.templates,
            texts=look.texts,
            sender=look.sender,
            recipients=look.recipients,
        )
    except OutputError as error:
        exits.say(str(error))
        return False
    if not quiet:
        exits.say(f"wrote {path}")
    return True


@contextmanager
def _progress(*, quiet: bool) -> Iterator[Callable[[str, int, int], None] | None]:
    """A bar on standard error, where that is a terminal."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from briefing.progress import bar

    with bar() as told:
        yield told
