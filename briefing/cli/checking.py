"""`briefing verify`: every line of a memo is found again in its source, or named."""

from __future__ import annotations

from pathlib import Path

import click

from briefing.cli import exits

_FILE = click.Path(path_type=Path)


@click.command()
@click.argument("memo_path", metavar="MEMO", type=_FILE)
@click.option(
    "--texts",
    type=_FILE,
    metavar="FILE|DIR",
    help="Texts of the sources: a file that 'memo' wrote, or the inputs, which are read again."
    "  [default: MEMO with the suffix .sources.jsonl.gz]",
)
@click.option("--quiet", is_flag=True, help="Print only what was not found.")
def verify(memo_path: Path, texts: Path | None, *, quiet: bool) -> None:
    """Find every line of a memo again in its source.

    Reads a .md or .json memo and the texts of its sources, and names each line that is not
    there to the letter, each headline that is not its source's title, and each source that is
    not available. Nothing is written. Ends with 0 if all was found, 5 if a line is not in its
    source, 4 if a source is not available.

    \b
    Example:
      briefing verify memo.md
    """
    from briefing import verify as checks

    lines = checks.check(memo_path, texts=texts)
    for line in lines:
        if line.outcome != "found":
            click.echo(f"{line.where}: {line.message}")
    if not quiet:
        found = sum(line.outcome == "found" for line in lines)
        click.echo(f"{found} of {len(lines)} lines found in their sources")
    status = checks.status(lines)
    if status:
        raise exits.Exit(status)
