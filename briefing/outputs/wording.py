"""What a memo says in the program's own words: plain, neutral, without a verdict."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time

from briefing.model import Coverage, Memo
from briefing.outputs.bidi import isolate

NOTHING = "Nothing significant reported."

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def day(date_: date | None) -> str:
    """Write 29 May 2017, or "undated"; in English whatever the locale is."""
    if date_ is None:
        return "undated"
    return f"{date_.day} {_MONTHS[date_.month - 1]} {date_.year}"


def iso_day(moment: datetime | None) -> str:
    """Write 2017-05-29, or "undated"."""
    return "undated" if moment is None else f"{moment:%Y-%m-%d}"


def facts(memo: Memo) -> tuple[str, ...]:
    """As-of, window and counts: what stands under the title."""
    stats = memo.stats
    found = [
        _as_of(memo),
        _window(memo),
        _articles(memo),
        count(stats.publishers, "publisher") if stats.publishers else "",
        f"{count(stats.words, 'word')} quoted",
        count(len(memo.items), "line"),
    ]
    return tuple(filter(None, found))


def count(n: int, noun: str) -> str:
    """Write "1 line", "1,200 lines"; a noun in -y ends in -ies."""
    if n == 1:
        return f"1 {noun}"
    return f"{n:,} {noun[:-1]}ies" if noun.endswith("y") else f"{n:,} {noun}s"


def _articles(memo: Memo) -> str:
    articles = count(memo.stats.documents, "article")
    if not 0 < memo.stats.stories < memo.stats.documents:
        return articles
    return f"{articles} on {count(memo.stats.stories, 'story')}"


def _as_of(memo: Memo) -> str:
    if memo.as_of is None:
        return "Undated"
    dates = [source.document.published for source in memo.sources]
    if all(moment is None or moment.time() == time() for moment in (memo.as_of, *dates)):
        return f"As of {day(memo.as_of)}"
    return f"As of {day(memo.as_of)}, {memo.as_of:%H:%M} UTC"


def _window(memo: Memo) -> str:
    first, last = day(memo.since), day(memo.until)
    if memo.since and memo.until:
        if first == last:
            return f"window: {'that day' if first == day(memo.as_of) else first}"
        return f"window: {first} to {last}"
    if memo.since:
        return f"window: from {first}"
    return f"window: until {last}" if memo.until else ""


def coverage(memo: Memo) -> tuple[str, ...]:
    """What was read, what became of the rest, and how the memo was made, a line each."""
    return (*_coverage(memo.coverage, len(memo.sources)), *_method(memo))


def _coverage(coverage: Coverage, cited: int) -> Iterator[str]:
    yield f"{count(coverage.read, 'article')} read, {cited} cited."
    for unreadable in coverage.unreadable:
        yield f"Not read: {isolate(unreadable.source)}: {isolate(unreadable.reason)}."
    if coverage.dropped:
        dropped = count(sum(coverage.dropped.values()), "sentence")
        reasons = ", ".join(f"{reason} {n}" for reason, n in coverage.dropped.items())
        yield f"Not fit to print: {dropped} ({reasons})."
    if coverage.folded:
        yield f"Said by another line, too: {count(coverage.folded, 'sentence')}."
    if coverage.over_budget:
        yield f"Fit to print, but over the budget: {count(coverage.over_budget, 'statement')}."
    if coverage.undated:
        yield f"Without a date: {count(coverage.undated, 'article')}."
    if coverage.outside:
        yield f"Outside the window or excluded: {count(coverage.outside, 'article')}."


def _method(memo: Memo) -> Iterator[str]:
    yield (
        f"Ranked by {memo.ranker}, sections of the profile {isolate(memo.profile)}; "
        f"briefing {memo.method.version}."
    )
    for note in memo.method.notes:
        yield isolate(note)
