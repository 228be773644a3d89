"""`briefing explain`: why a line stands in a memo, and what nearly did."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing import config
from briefing.errors import ConfigError

if TYPE_CHECKING:
    from briefing.explain import Explanation, Recorded
    from briefing.model import Sentence
    from briefing.selection import Miss

_FILE = click.Path(path_type=Path)
SHOWN = 0.1
"""Points from which evidence is shown to people; --json has all."""


@click.command()
@click.argument("memo_path", metavar="MEMO.json", type=_FILE)
@click.argument("number", metavar="N", type=int)
@click.argument("inputs", nargs=-1, metavar="[INPUT]...")
@click.option(
    "--rankers",
    default="",
    metavar="A,B",
    help="Rankers whose rank of the line is shown.  [default: all]",
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@click.option(
    "--config",
    "config_path",
    type=_FILE,
    metavar="FILE",
    help="Settings that name the inputs, where none are given.  [default: those of the memo]",
)
def explain(
    memo_path: Path,
    number: int,
    inputs: tuple[str, ...],
    config_path: Path | None,
    *,
    rankers: str,
    as_json: bool,
) -> None:
    """Say why line N is in a memo, and what nearly was.

    Makes the memo once more, from the settings that MEMO.json records and the inputs that it
    was made from, and prints what each sign gave the line, its rank under every ranker, and
    five lines of its section that were nearly chosen, with the chosen line that each repeats.
    Ends with 4 if the inputs have changed.

    \b
    Example:
      briefing explain memo.json 3
    """
    from briefing import explain as explaining
    from briefing import rankers as table
    from briefing import readers

    recorded = explaining.read(memo_path)
    if number not in recorded.lines:
        raise ConfigError(
            f"{memo_path}: has no line {number}; its lines are 1 to {len(recorded.lines)}"
        )
    names = table.listed(rankers)
    given = inputs or _inputs(recorded, config_path)
    reading = readers.collect(given)
    found = explaining.explain(recorded, number, reading.documents, names=names)
    if as_json:
        from briefing.outputs import json

        click.echo(json.dumps(_record(found), indent=2))
        return
    for line in _page(found):
        click.echo(line)


def _inputs(recorded: Recorded, config_path: Path | None) -> tuple[str, ...]:
    """What to read again: what a configuration names, else what the memo does."""
    found = config.load(config_path).sources if config_path else recorded.options.inputs
    if not found:
        raise ConfigError(
            "the memo does not say what it was made from; name its inputs behind the number"
        )
    return tuple(found)


def _page(found: Explanation) -> Iterator[str]:
    item = found.item
    yield f"Line {item.n}, {item.section}, {found.source}: {_cited(item.claim.best)}"
    yield f"  {_text(item.claim.best)}"
    yield ""
    yield f"Score {found.choice.score:.2f}, of which"
    for name, points in found.choice.why:
        yield f"  {points:+.2f}  {name}"
    yield ""
    placed = item.placement
    rival = f"{placed.margin:.1f} points from {placed.runner_up}"
    yield f"Placed under {placed.section}, {rival}, for"
    for section in (placed.section, placed.runner_up):
        found_there = [e for e in placed.evidence if e.section == section]
        if section != placed.section and found_there:
            yield f"and for {section}"
        for evidence in sorted(found_there, key=lambda e: -abs(e.weight)):
            if abs(evidence.weight) >= SHOWN:
                yield f"  {evidence.weight:+.1f}  {evidence.kind} {evidence.text}".rstrip()
    yield ""
    yield f"Rank among {found.n_claims} claims"
    for rank in found.ranks:
        yield f"  {rank.rank:5}  {rank.ranker}" + (f"  ({rank.note})" if rank.note else "")
    yield ""
    yield f"Nearly chosen for {item.section}" if found.near_misses else "Nothing came near"
    for miss in found.near_misses:
        yield f"  {miss.score:.2f}  {_cited(miss.candidate.sentence)}"
        yield f"        {_text(miss.candidate.sentence)}"
        yield f"        {_why(miss, found)}"


def _why(miss: Miss, found: Explanation) -> str:
    if miss.repeats is None:
        return miss.reason
    return f"repeats line {found.numbers[id(miss.repeats)]}, alike by {miss.alike:.2f}"


def _text(sentence: Sentence) -> str:
    return " ".join(sentence.text.split())


def _cited(sentence: Sentence) -> str:
    document = sentence.document
    day = document.published.date().isoformat() if document.published else ""
    return ", ".join(part for part in (document.title, document.publisher, day) if part)


def _record(found: Explanation) -> dict[str, object]:
    item = found.item
    return {
        "n": item.n,
        "text": item.claim.best.text,
        "source": found.source,
        "section": item.section,
        "score": found.choice.score,
        "signals": dict(found.choice.why),
        "margin": item.placement.margin,
        "runner_up": item.placement.runner_up,
        "evidence": [
            {"section": e.section, "kind": e.kind, "text": e.text, "weight": e.weight}
            for e in item.placement.evidence
        ],
        "claims": found.n_claims,
        "ranks": {rank.ranker: rank.rank for rank in found.ranks},
        "notes": [rank.note for rank in found.ranks if rank.note],
        "near_misses": [
            {
                "text": miss.candidate.sentence.text,
                "path": miss.candidate.sentence.document.source,
                "start": miss.candidate.sentence.start,
                "end": miss.candidate.sentence.end,
                "score": miss.score,
                "signals": dict(miss.why),
                "reason": miss.reason,
                "repeats": found.numbers[id(miss.repeats)] if miss.repeats else None,
                "alike": miss.alike,
            }
            for miss in found.near_misses
        ],
    }
