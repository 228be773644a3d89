"""`briefing evaluate sections`: whether a line stands under the right heading."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from briefing.cli.evaluating import printing, reading

if TYPE_CHECKING:
    from briefing.evaluation.measures import Measures
    from briefing.evaluation.resampling import Estimate
    from briefing.evaluation.sections import Fitness, Judged, Report, Scores

_N_EVIDENCE = 5


@click.command()
@click.argument("data", metavar="LABELS", type=reading.FILE)
@click.option(
    "--profile",
    default="foreign-affairs",
    show_default=True,
    metavar="NAME|FILE",
    help="Sections: a shipped profile or a TOML file.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def sections(data: Path, profile: str, *, as_json: bool) -> None:
    """Place labelled sentences, and compare with what people accept.

    LABELS is JSON lines, gzipped or not, each with "text", "title", "prev", the sentence
    before, "ok", the sections that an editor would accept, and "best"; "memo" says whether it
    can stand by itself, "junk" why it is no sentence. Prints accuracy, macro F1, the
    confusion, how well junk is told, intervals over documents, and the twenty worst with
    their evidence. A line that cannot be read is named, and the rest is measured; ends with 3
    if none can.

    \b
    Example:
      briefing evaluate sections labels.jsonl --profile my.toml
    """
    report(data, profile, as_json=as_json)


def report(data: Path, profile: str, *, as_json: bool) -> None:
    """Measure and print."""
    from briefing.evaluation import labels
    from briefing.evaluation import sections as evaluation
    from briefing.sections import loading

    loaded = loading.load(profile)
    rows = reading.usable(labels.read(data, loaded.titles), data, "label", labels.LIKE)
    found = evaluation.evaluate(rows, loaded)
    if as_json:
        click.echo(json.dumps(_record(found), ensure_ascii=False))
    else:
        click.echo("\n".join(_page(found)))


def _record(found: Report) -> dict[str, Any]:
    return {
        "profile": found.profile,
        **_numbers(found.all),
        "fit_for_memo": _numbers(found.fit) if found.fit else None,
        "confusion": [
            {"meant": meant, "predicted": predicted, "n": n}
            for (meant, predicted), n in sorted(found.confusion.items())
        ],
        "memo": _told(found.memo),
        "junk": _told(found.junk),
        "worst": [
            {
                "id": one.label.id,
                "section": one.section,
                "ok": list(one.label.ok),
                "best": one.label.best,
                "wrong_by": round(one.wrong_by, 3),
                "text": printing.shown(one.label.text),
                "evidence": [
                    {"section": e.section, "kind": e.kind, "text": e.text, "weight": e.weight}
                    for e in one.placement.evidence
                ],
            }
            for one in found.worst
        ],
    }


def _numbers(scores: Scores) -> dict[str, Any]:
    return {
        "n": scores.n,
        "accuracy": printing.interval(scores.accuracy),
        "macro_f1": printing.interval(scores.macro_f1),
        "sections_precision": printing.interval(scores.sections_precision),
        "sections": {name: _measures(one) for name, one in scores.sections.items()},
    }


def _told(fitness: Fitness | None) -> dict[str, Any] | None:
    if fitness is None:
        return None
    found = {"n": fitness.n, **_measures(fitness.measures)}
    return found | {"f1_interval": printing.interval(fitness.f1)}


def _measures(one: Measures) -> dict[str, float]:
    return {key: round(getattr(one, key), 4) for key in ("precision", "recall", "f1")}


def _page(found: Report) -> Iterator[str]:
    yield f"{found.all.n} sentences, profile {found.profile}"
    yield ""
    yield f"{'':24}{'accuracy':>22}{'macro F1':>22}{'precision of sections':>26}"
    for name, scores in (("all", found.all), ("fit for a memo", found.fit)):
        if scores is not None:
            head = f"{name} ({scores.n})"
            yield (
                f"{head:24}{_said(scores.accuracy):>22}{_said(scores.macro_f1):>22}"
                f"{_said(scores.sections_precision):>26}"
            )
    yield ""
    yield f"{'section':24}precision  recall      F1"
    for name, one in found.all.sections.items():
        yield f"{name:24}{_row(one)}"
    yield ""
    for name, fitness in (("fit for a memo", found.memo), ("junk", found.junk)):
        if fitness is not None:
            head = f"{name} ({fitness.n})"
            low_high = f"[{fitness.f1.low:.3f}, {fitness.f1.high:.3f}]"
            yield f"{head:24}{_row(fitness.measures)}  {low_high}"
    yield ""
    yield from _confusion(found)
    if found.worst:
        yield f"\nThe {len(found.worst)} worst"
        for each in found.worst:
            yield ""
            yield from _worst(each)


def _confusion(found: Report) -> Iterator[str]:
    names = list(found.all.sections)
    short = [name[:12] for name in names]
    yield f"{'meant, and predicted':24}" + "".join(f"{name:>14}" for name in short)
    for meant in names:
        counts = (found.confusion.get((meant, given), 0) for given in names)
        yield f"{meant:24}" + "".join(f"{n:14}" for n in counts)


def _worst(one: Judged) -> Iterator[str]:
    wanted = " or ".join(one.label.ok)
    yield f"{one.label.id}: {one.section}, not {wanted} ({one.wrong_by:.2f} points off)"
    yield f"  {printing.shown(one.label.text)}"
    for section in dict.fromkeys((one.section, one.label.best)):
        evidence = [e for e in one.placement.evidence if e.section == section]
        strongest = sorted(evidence, key=lambda e: -abs(e.weight))[:_N_EVIDENCE]
        if strongest:
            named = (f"{e.weight:+.1f} {e.kind} {e.text}".rstrip() for e in strongest)
            yield f"  {section}: {'; '.join(named)}"


def _said(one: Estimate) -> str:
    return f"{one.mean:.3f} [{one.low:.3f}, {one.high:.3f}]"


def _row(one: Measures) -> str:
    return f"{one.precision:9.3f}  {one.recall:6.3f}  {one.f1:6.3f}"
