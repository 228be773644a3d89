"""`briefing profile`: check a profile, score it, and find terms for it."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing.cli import exits
from briefing.cli.evaluating import reading
from briefing.errors import ConfigError, unknown

if TYPE_CHECKING:
    from briefing.model import Sentence

N_SUGGESTED = 30


@click.command()
@click.argument("profile", metavar="NAME|FILE")
@click.argument("inputs", nargs=-1, metavar="[INPUT]...")
def check(profile: str, inputs: tuple[str, ...]) -> None:
    """Find what is probably a mistake in a profile.

    Terms that are there twice or in two sections, names without a capital, sections without a
    share, examples that are placed elsewhere; on INPUT, articles that the profile is meant for,
    terms that fire everywhere or never, and sections that nothing is placed in. Ends with 1 if
    anything is found, with 2 if the profile cannot be used.

    \b
    Example:
      briefing profile check my.toml inbox/
    """
    from briefing.sections import checking, loading

    loaded = loading.load(profile)
    found = list(checking.oddities(loaded, _sentences(inputs)))
    for line in found:
        click.echo(f"{profile}: {line}")
    if found:
        raise exits.Exit(exits.FOUND)


@click.command()
@click.argument("profile", metavar="NAME|FILE")
@click.argument("data", metavar="LABELS", type=reading.FILE)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def test(profile: str, data: Path, *, as_json: bool) -> None:
    """Score a profile on labelled sentences, as 'evaluate sections' does.

    \b
    Example:
      briefing profile test my.toml labels.jsonl
    """
    from briefing.cli.evaluating.sections import report

    report(data, profile, as_json=as_json)


@click.command()
@click.argument("profile", metavar="NAME|FILE")
@click.argument("section", metavar="SECTION")
@click.argument("inputs", nargs=-1, metavar="[INPUT]...")
@click.option("--json", "as_json", is_flag=True, help="JSON lines, one a term.")
def suggest(profile: str, section: str, inputs: tuple[str, ...], *, as_json: bool) -> None:
    """Propose terms for a section: common in its sentences, rare elsewhere.

    Its sentences are those of INPUT that the profile places there, and its examples. Prints
    the term, how much it tells (log-odds over their standard deviation), and in how many
    sentences of the section and of the rest it stands.

    \b
    Example:
      briefing profile suggest my.toml energy inbox/
    """
    from briefing.sections import loading, suggesting

    loaded = loading.load(profile)
    if section not in loaded.titles:
        raise ConfigError(f"{profile}: {unknown('section', section, loaded.titles)}")
    found = suggesting.suggest(loaded, section, _sentences(inputs))[:N_SUGGESTED]
    if not found:
        exits.say(f"{section}: nothing to propose; too few of the sentences are placed there")
    for one in found:
        if as_json:
            row = {"term": one.text, "z": round(one.z, 3), "inside": one.inside}
            click.echo(json.dumps(row | {"outside": one.outside}, ensure_ascii=False))
        else:
            quoted = json.dumps(one.text, ensure_ascii=False)
            click.echo(f"{quoted:32} {one.z:5.1f}  {one.inside} here, {one.outside} elsewhere")


def _sentences(inputs: tuple[str, ...]) -> list[Sentence]:
    """Sentences of articles that are fit to print."""
    if not inputs:
        return []
    from briefing import cleaning, pipeline, readers, sentences

    found = readers.collect(inputs, stdin=sys.stdin.buffer)
    for row in found.unreadable:
        exits.say(f"{row.source}: {row.reason}")
    if not found.documents:
        exits.say("nothing readable")
        raise exits.Exit(exits.NOTHING_READ)
    split = [s for d in pipeline.ordered(found.documents) for s in sentences.split(d)]
    return [line.sentence for line in cleaning.clean(split).lines]


@click.group(commands=[check, test, suggest])
def profile() -> None:
    """Check a profile of your own, score it, find terms for it.

    'briefing profiles' lists the shipped ones and prints them.

    \b
    Example:
      briefing profile check my.toml inbox/
    """
