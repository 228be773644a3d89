"""`briefing evaluate memos`: how near a day's memo comes to memos made by hand."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from briefing.cli import exits
from briefing.cli.evaluating import printing, reading
from briefing.errors import ConfigError

if TYPE_CHECKING:
    from briefing.evaluation.ideals import Day
    from briefing.evaluation.memos import Counts, Intruder, Missed, Report, Result
    from briefing.evaluation.resampling import Estimate
    from briefing.model import Placement


@click.command()
@click.argument("data", metavar="DATA", type=reading.FILE)
@click.option(
    "--ideal", required=True, metavar="DIR", type=reading.FILE, help="Memos made by hand."
)
@click.option(
    "--words",
    type=click.IntRange(min=1),
    default=500,
    show_default=True,
    metavar="N",
    help="Words of a memo.",
)
@click.option(
    "--rankers",
    "names",
    metavar="NAMES",
    help="Rankers, with commas between them; the first is looked into.  [default: all]",
)
@click.option(
    "--profile",
    default="foreign-affairs",
    show_default=True,
    metavar="NAME|FILE",
    help="Sections: a shipped profile or a TOML file.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def memos(
    data: Path, ideal: Path, words: int, names: str | None, profile: str, *, as_json: bool
) -> None:
    """Make memos of days, and compare with those that an editor made.

    DATA is JSON lines, gzipped or not, each a day with "id" and "documents". DIR holds JSON
    files, each a memo of a day: "id" and "lines" with "doc", "start", "end", "section", "role"
    and "also", the other wordings of the claim. A line counts where ours overlaps it, or one
    of its other wordings, by half of the shorter.

    Prints the part of the editor's lines that ours have, the part of ours that an editor has,
    and how many of the former stand under the editor's heading, with 95 % intervals over days;
    lines of opinion, lines that hardly stand alone, repeats; all that by ranker, for an oracle
    that knows the lines, and for a second memo of a day, where there is one. Then the worst
    misses and intruders with their evidence. What cannot be read is named, and the rest is
    measured; ends with 3 if nothing can.

    \b
    Example:
      briefing evaluate memos days.jsonl.gz --ideal memos --words 500
    """
    from briefing import rankers
    from briefing.evaluation import ideals
    from briefing.evaluation import memos as evaluation
    from briefing.options import Options
    from briefing.sections import loading

    asked = rankers.listed(names) if names is not None else _every()
    if not asked:
        raise ConfigError(f"--rankers: {names!r} has no name; write default,lead")
    sections = loading.load(profile).titles
    days = reading.usable(ideals.read(data, ideal, sections), data, "day", ideals.LIKE)
    _say_skipped(days)
    with printing.progress() as told:
        report = evaluation.evaluate(
            days, asked, Options(profile=profile, words=words), told=told
        )
    if as_json:
        click.echo(json.dumps(_record(report), ensure_ascii=False))
    else:
        click.echo("\n".join(_pages(report)))


def _every() -> tuple[str, ...]:
    """Every ranker of the table once, the default first, then `lead`."""
    from briefing import rankers

    resolved = {rankers.resolve("default")}
    others = [name for name in rankers.RANKERS if rankers.resolve(name) not in resolved]
    return ("default", "lead", *(name for name in others if name != "lead"))


def _say_skipped(days: list[Day]) -> None:
    for day in days:
        for skipped in day.skipped:
            exits.say(f"{skipped.source}: {skipped.reason}")


def _record(report: Report) -> dict[str, Any]:
    return {
        "words": report.n_words,
        "memos": [_result(result) for result in report.results],
        "misses": [
            {
                "day": one.day,
                "section": one.line.section,
                "role": one.line.role,
                "text": printing.shown(one.text),
                "fate": one.fate,
                "score": one.miss.score if one.miss else None,
                "why": dict(one.miss.why) if one.miss else {},
                "placed": _placed(one.placement),
            }
            for one in report.misses
        ],
        "intruders": [
            {
                "day": one.day,
                "section": one.choice.candidate.section,
                "text": printing.shown(one.choice.candidate.sentence.text),
                "score": one.choice.score,
                "why": dict(one.choice.why),
                "placed": _placed(one.placement),
            }
            for one in report.intruders
        ],
    }


def _result(result: Result) -> dict[str, Any]:
    return {
        "memo": result.name,
        "covered": printing.interval(result.covered),
        "shared": printing.interval(result.shared),
        "placed": printing.interval(result.placed),
        "by_section": _shares(result.by_section),
        "by_role": _shares(result.by_role),
        "lines": result.total(lambda page: len(page.lines)),
        "words": result.total(lambda page: page.words),
        "opinion": result.total(lambda page: page.n_opinion),
        "unfit": result.total(lambda page: page.n_unfit),
        "repeats": result.total(lambda page: page.n_repeats),
        "days": [
            {
                "day": page.day.id,
                "covered": list(page.covered),
                "shared": list(page.shared),
                "placed": list(page.placed),
                "words": page.words,
            }
            for page in result.pages
        ],
    }


def _shares(counts: Mapping[str, Counts]) -> dict[str, dict[str, int]]:
    return {name: {"covered": n, "of": of} for name, (n, of) in sorted(counts.items())}


def _placed(placement: Placement | None) -> dict[str, Any] | None:
    if placement is None:
        return None
    return {
        "section": placement.section,
        "margin": round(placement.margin, 3),
        "terms": [
            {"term": term, "points": round(points, 3)} for term, points in placement.terms
        ],
    }


def _pages(report: Report) -> Iterator[str]:
    first = report.results[0]
    n_lines = first.total(lambda page: len(page.ideal.lines))
    yield (
        f"{len(first.pages)} days, {n_lines} lines by an editor, memos of {report.n_words} "
        "words; parts in percent, with 95 % intervals"
    )
    yield ""
    yield (
        f"{'':20}{'covered':>18}{'shared':>18}{'section':>18}   lines  opinion  unfit  repeats"
    )
    for result in report.results:
        yield (
            f"{result.name:20}{_said(result.covered):>18}{_said(result.shared):>18}"
            f"{_said(result.placed):>18}{result.total(lambda p: len(p.lines)):8}"
            f"{result.total(lambda p: p.n_opinion):9}{result.total(lambda p: p.n_unfit):7}"
            f"{result.total(lambda p: p.n_repeats):9}"
        )
    yield from _days(first)
    for what, counts in (("section", first.by_section), ("role", first.by_role)):
        yield ""
        yield f"{what.capitalize():24}covered"
        for name, one in sorted(counts.items()):
            yield f"{name:24}{_share(one):>12}"
    if report.misses:
        yield f"\nThe {len(report.misses)} worst misses"
        for missed in report.misses:
            yield from ("", *_missed(missed))
    if report.intruders:
        yield f"\nThe {len(report.intruders)} worst intruders"
        for intruder in report.intruders:
            yield from ("", *_intruder(intruder))


def _days(result: Result) -> Iterator[str]:
    yield ""
    name = f"{result.name}, day by day"
    yield f"{name:24}{'covered':>12}{'shared':>12}{'section':>12}   words"
    for page in result.pages:
        yield (
            f"{page.day.id:24}{_share(page.covered):>12}{_share(page.shared):>12}"
            f"{_share(page.placed):>12}{page.words:8}"
        )
    columns = zip(*((p.covered, p.shared, p.placed) for p in result.pages), strict=True)
    means = (100 * _mean(counts) for counts in columns)
    yield f"{'mean of days':24}" + "".join(f"{mean:12.1f}" for mean in means)


def _mean(counts: Sequence[Counts]) -> float:
    shares = [n / of for n, of in counts if of]
    return sum(shares) / max(len(shares), 1)


def _missed(one: Missed) -> Iterator[str]:
    yield f"{one.day}, {one.line.section}, {one.line.role}: {one.fate}"
    yield f"  {printing.shown(one.text)}"
    if one.miss:
        yield f"  {_why(one.miss.score, one.miss.why)}"
    if one.placement:
        yield f"  {_evidence(one.placement)}"


def _intruder(one: Intruder) -> Iterator[str]:
    yield f"{one.day}, {one.choice.candidate.section}"
    yield f"  {printing.shown(one.choice.candidate.sentence.text)}"
    yield f"  {_why(one.choice.score, one.choice.why)}"
    yield f"  {_evidence(one.placement)}"


def _why(score: float, why: tuple[tuple[str, float], ...]) -> str:
    return f"{score:.2f} = " + " ".join(f"{points:+.2f} {name}" for name, points in why)


def _evidence(placement: Placement) -> str:
    terms = sorted(placement.terms, key=lambda term: -abs(term[1]))[:5]
    named = "; ".join(f"{points:+.1f} {term}" for term, points in terms)
    return f"{placement.section} by {placement.margin:.1f} points: {named or 'its context'}"


def _said(one: Estimate) -> str:
    return f"{100 * one.mean:.1f} [{100 * one.low:.0f}, {100 * one.high:.0f}]"


def _share(counts: Counts) -> str:
    n, of = counts
    return f"{n} of {of}"
