"""`briefing evaluate claims`: whether claims and stories are told as people tell them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from briefing.cli.evaluating import reading

if TYPE_CHECKING:
    from briefing.evaluation.claims import Judged, Report
    from briefing.evaluation.measures import Measures, Point

_WIDTH = 300
"""Characters of a text that are printed."""


@click.command()
@click.argument("data", metavar="DATA", type=reading.FILE)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def claims(data: Path, *, as_json: bool) -> None:
    """Tell whether pairs are one claim, or one story, and compare.

    DATA is JSON lines, gzipped or not, each with "a", "b" and "label". Where "a" and "b" are
    texts, they are sentences: would a memo fold them into one claim? Where they are objects
    with "text", "title" and "date", they are articles: would it take them for one story?
    Prints precision, recall, F1 and accuracy of what memos do, the best of the similarity
    alone, its curve, and the twenty worst. A line that cannot be read is named, and the rest
    is measured; ends with 3 if none can.

    \b
    Example:
      briefing evaluate claims pairs.jsonl
    """
    from briefing.evaluation import claims as evaluation
    from briefing.evaluation import pairs

    reports = evaluation.evaluate(reading.usable(pairs.read(data), data, "pair", pairs.LIKE))
    if as_json:
        first, *more = map(_record, reports)
        click.echo(json.dumps(first | {"more": more} if more else first, ensure_ascii=False))
    else:
        click.echo("\n\n".join(map(_page, reports)))


def _record(report: Report) -> dict[str, Any]:
    """What --json prints of a report: the setting that memos use at the top level."""
    return {
        "kind": report.kind,
        "pairs": report.n_pairs,
        "same": report.n_same,
        **_numbers(report.as_in_memos),
        "similarity": _point(report.similarity),
        "curve": [_point(point) for point in report.curve],
        "worst": [
            {
                "id": one.pair.id,
                "label": one.pair.label,
                "same": one.same,
                "score": round(one.score, 4),
                "conflict": one.conflict,
                "a": _shown(one.pair.a.title or one.pair.a.text),
                "b": _shown(one.pair.b.title or one.pair.b.text),
            }
            for one in report.worst
        ],
    }


def _numbers(measures: Measures) -> dict[str, float]:
    return {
        name: round(getattr(measures, name), 4)
        for name in ("precision", "recall", "f1", "accuracy")
    }


def _point(point: Point) -> dict[str, float]:
    return {"threshold": round(point.threshold, 4), **_numbers(point.measures)}


def _page(report: Report) -> str:
    best = report.similarity
    lines = [
        f"{report.n_pairs} pairs of {report.kind}, {report.n_same} of them the same",
        "",
        "                     precision  recall      F1  accuracy",
        f"as in memos          {_row(report.as_in_memos)}",
        f"similarity >= {best.threshold:<5.3f}  {_row(best.measures)}",
        "",
        "similarity from      precision  recall      F1  accuracy",
        *(f"{p.threshold:<19.3f}  {_row(p.measures)}" for p in report.curve),
    ]
    if report.worst:
        lines += ["", f"The {len(report.worst)} worst"]
        for one in report.worst:
            lines += ["", *_worst(one)]
    return "\n".join(lines)


def _row(measures: Measures) -> str:
    return (
        f"{measures.precision:9.3f}  {measures.recall:6.3f}  {measures.f1:6.3f}"
        f"  {measures.accuracy:8.3f}"
    )


def _worst(one: Judged) -> list[str]:
    what = "made one, and is not" if one.same else "kept apart, and is one"
    why = f", {one.conflict}" if one.conflict else ""
    return [
        f"{one.pair.id}: {what} ({one.score:.3f}{why})",
        f"  {_shown(one.pair.a.title or one.pair.a.text)}",
        f"  {_shown(one.pair.b.title or one.pair.b.text)}",
    ]


def _shown(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _WIDTH else f"{line[: _WIDTH - 1]}…"
