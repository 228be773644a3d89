"""`briefing evaluate summaries`: how close rankers come to summaries by people."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from briefing.cli import exits
from briefing.cli.evaluating import printing, reading
from briefing.errors import ConfigError, OutputError

if TYPE_CHECKING:
    from briefing.evaluation.clusters import Cluster
    from briefing.evaluation.resampling import Estimate, Gain
    from briefing.evaluation.summaries import Report, Result, Summary

_TITLES = {
    "truncated": "truncated at {words} words, as papers do",
    "whole": "whole sentences within {words} words, as memos do",
}


@click.command()
@click.argument("data", metavar="DATA", type=reading.FILE)
@click.option(
    "--rankers",
    "names",
    default="default",
    show_default=True,
    metavar="NAMES",
    help="Rankers, with commas between them; all are compared with the first. "
    "'briefing rankers' lists them.",
)
@click.option(
    "--words",
    type=click.IntRange(min=1),
    default=100,
    show_default=True,
    metavar="N",
    help="Words of a summary.",
)
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    metavar="K",
    help="Take the first K rows.  [default: all]",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option(
    "--save",
    type=reading.FILE,
    metavar="OUT",
    help="Write the summaries of the rankers named there, as JSON lines: whole sentences until "
    "N words are reached or passed.  [default: nowhere]",
)
def summaries(
    data: Path,
    *,
    names: str,
    words: int,
    limit: int | None,
    as_json: bool,
    save: Path | None,
) -> None:
    """Summarize clusters by rankers, and compare with references.

    DATA is JSON lines, gzipped or not, each with "documents" and "references": lists of texts;
    a document may be an object with "text", "title" and "date". Each ranker rates the claims
    of a row, and the best that do not repeat one another make a summary, without sections.
    Prints ROUGE-1, -2 and -L: stemmed, F1, the mean of the references; for summaries cut
    after N words and for the whole sentences that fit in them; with 95 % bootstrap intervals,
    and gains over the first ranker with a paired test. Shown besides: lead, random, and an
    oracle that chooses by the references. ROUGE reads English: letters from a to z and digits.

    A row that cannot be read is named, and the rest is measured; ends with 3 if none can, with
    1 if OUT cannot be written. Needs: pip install 'briefing[evaluate]'.

    \b
    Example:
      briefing evaluate summaries clusters.jsonl --rankers default,centroid --words 50
    """
    from briefing.evaluation import clusters
    from briefing.evaluation import summaries as evaluation
    from briefing.evaluation.rouge import Rouge

    scorer = Rouge()
    methods = evaluation.methods(_split(names), scorer)
    rows = islice(clusters.read(data), limit)
    found = reading.usable(rows, data, "cluster", clusters.LIKE)
    _say_skipped(found)
    with printing.progress() as told:
        report = evaluation.evaluate(found, methods, words, scorer, told=told)
    _say_notes(report)
    if as_json:
        click.echo(json.dumps(_record(report), ensure_ascii=False))
    else:
        click.echo("\n".join(_page(report)))
    if save is not None:
        _save(report.summaries, save)


def _split(names: str) -> tuple[str, ...]:
    from briefing import rankers

    found = rankers.listed(names)
    if not found:
        raise ConfigError(f"--rankers: {names!r} has no name; write default,centroid")
    return found


def _say_skipped(clusters: Iterable[Cluster]) -> None:
    for cluster in clusters:
        for skipped in cluster.skipped:
            exits.say(f"{skipped.source}: {skipped.reason}")


def _say_notes(report: Report) -> None:
    """The first of each ranker: they differ in their numbers, row by row."""
    for result in report.results:
        if result.notes:
            others = f" ({len(result.notes) - 1} more)" if len(result.notes) > 1 else ""
            exits.say(f"{result.notes[0]}{others}")


def _save(summaries: Iterable[Summary], path: Path) -> None:
    from briefing.outputs import files

    lines = (
        json.dumps(
            {"id": one.id, "ranker": one.ranker, "summary": one.text}, ensure_ascii=False
        )
        for one in summaries
    )
    try:
        files.write({path: "".join(f"{line}\n" for line in lines).encode()})
    except OutputError as error:
        exits.say(str(error))
        raise exits.Exit(exits.DELIVERY_FAILED) from error


def _record(report: Report) -> dict[str, Any]:
    """What --json prints: parts from 0 to 1, not percent."""
    return {
        "rows": report.n_rows,
        "words": report.n_words,
        "rankers": [
            {
                "ranker": result.method.name,
                "stands_for": result.method.stands_for,
                "bound": result.method.is_bound,
                **_numbers(result.scores),
                "redundancy": round(result.repeated, 4),
                "seconds": round(result.seconds, 3),
                "peak_mb": round(result.peak_bytes / 1e6, 2),
                "gain": _numbers(result.gains) or None,
            }
            for result in report.results
        ],
    }


def _numbers(columns: Mapping[str, Mapping[str, Estimate]]) -> dict[str, Any]:
    return {
        column: {
            name: {field: round(value, 4) for field, value in asdict(one).items()}
            for name, one in values.items()
        }
        for column, values in columns.items()
    }


def _page(report: Report) -> Iterator[str]:
    names = [
        f"{result.method.name} (bound)" if result.method.is_bound else result.method.name
        for result in report.results
    ]
    width = max(map(len, names))
    yield f"{report.n_rows} rows; F1 in percent, with 95 % intervals"
    for column, title in _TITLES.items():
        yield from ("", title.format(words=report.n_words).capitalize())
        yield _header("", width, 22)
        for name, result in zip(names, report.results, strict=True):
            yield _line(name, width, map(_score, result.scores[column].values()))
    first = report.results[0].method.name
    for column, title in _TITLES.items():
        yield from ("", f"Gain over {first}, and p; {title.format(words=report.n_words)}")
        yield _header("", width, 30)
        for name, result in zip(names[1:], report.results[1:], strict=True):
            yield _line(name, width, map(_gain, result.gains[column].values()))
    yield from ("", f"{'':{width}}  repeated  seconds  peak MB")
    for name, result in zip(names, report.results, strict=True):
        yield f"{name:{width}}  {_cost(result)}"


def _header(first: str, width: int, cell: int) -> str:
    return _line(first, width, (f"{name:{cell}}" for name in ("ROUGE-1", "ROUGE-2", "ROUGE-L")))


def _line(name: str, width: int, cells: Iterable[str]) -> str:
    return f"{name:{width}}  {'  '.join(cells)}".rstrip()


def _score(one: Estimate) -> str:
    return f"{100 * one.mean:5.2f} {f'[{100 * one.low:.2f}, {100 * one.high:.2f}]':16}"


def _gain(one: Gain) -> str:
    interval = f"[{100 * one.low:+.2f}, {100 * one.high:+.2f}]"
    return f"{100 * one.mean:+6.2f} {interval:16} {one.p:6.4f}"


def _cost(result: Result) -> str:
    return (
        f"{100 * result.repeated:6.2f} %  {result.seconds:7.2f}  {result.peak_bytes / 1e6:7.2f}"
    )
