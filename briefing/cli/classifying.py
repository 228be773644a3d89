"""`briefing classify`: the section of every sentence, and what put it there."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from briefing import config
from briefing.cli import exits
from briefing.errors import ConfigError

if TYPE_CHECKING:
    from briefing.classifying import Classified

_FILE = click.Path(path_type=Path)


@click.command()
@click.argument("inputs", nargs=-1, metavar="INPUT...")
@click.option(
    "--profile",
    metavar="NAME|FILE",
    help="Sections: a shipped profile or a TOML file.  [default: foreign-affairs]",
)
@click.option("--json", "as_json", is_flag=True, help="JSON lines, one a sentence.")
@click.option("--all", "all_", is_flag=True, help="Other developments and dropped ones, too.")
@click.option("--strict", is_flag=True, help="End with 4 if an input cannot be read.")
@click.option(
    "--config",
    "config_path",
    type=_FILE,
    metavar="FILE",
    help="Settings; the command line wins.  [default: briefing.toml, if there is one]",
)
def classify(
    inputs: tuple[str, ...],
    profile: str | None,
    config_path: Path | None,
    *,
    as_json: bool,
    all_: bool,
    strict: bool,
) -> None:
    """Say under which heading each sentence belongs, and why.

    Prints section, points ahead of the runner-up, source and text of what has a section and
    is fit to print. With --json every sentence has a row, with its scores and the evidence
    for its section and the runner-up. Nothing is written but to standard output.

    \b
    Example:
      briefing classify inbox/ --json
    """
    settings = config.load(config_path)
    inputs = inputs or settings.sources
    if not inputs:
        raise ConfigError("no INPUT; name a file, a folder or '-'")
    from briefing import classifying, pipeline, readers
    from briefing.options import Options
    from briefing.sections import loading

    loaded = loading.load(profile or settings.memo.get("profile") or Options().profile)
    reading = readers.collect(inputs, stdin=sys.stdin.buffer)
    for row in reading.unreadable:
        exits.say(f"{row.source}: {row.reason}")
    if strict and reading.unreadable:
        raise exits.Exit(exits.UNREADABLE)
    if not reading.documents:
        exits.say("nothing readable")
        raise exits.Exit(exits.NOTHING_READ)
    for one in classifying.classify(pipeline.ordered(reading.documents), loaded):
        if as_json:
            click.echo(json.dumps(_record(one), ensure_ascii=False))
        elif all_ or (one.drop is None and one.placement.section in loaded.shares):
            click.echo(_line(one))


def _record(one: Classified) -> dict[str, Any]:
    sentence, placement = one.sentence, one.placement
    return {
        "source": sentence.document.source,
        "index": sentence.index,
        "start": sentence.start,
        "end": sentence.end,
        "text": sentence.text,
        "section": placement.section,
        "scores": dict(placement.scores),
        "margin": placement.margin,
        "runner_up": placement.runner_up,
        "evidence": [
            {"section": e.section, "kind": e.kind, "text": e.text, "weight": e.weight}
            for e in placement.evidence
        ],
        "keep": one.drop is None,
        "drop": one.drop,
    }


def _line(one: Classified) -> str:
    sentence = one.sentence
    text = " ".join(sentence.text.split())
    dropped = f" ({one.drop})" if one.drop else ""
    return (
        f"{one.placement.section:22} {one.placement.margin:5.1f}  "
        f"{sentence.document.source}:{sentence.index}{dropped}  {text}"
    )
