"""Find every line of a memo again in the text of the source that it cites.

Nothing that the memo says of itself counts: a line is found in a text that was kept beside
the memo or is read again from the inputs, or it is not found.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from briefing.outputs import text as plain_text
from briefing.verify import printed, recorded, slices
from briefing.verify.printed import Listed, Printed, Quote
from briefing.verify.recorded import Recorded

__all__ = ["Line", "Outcome", "check", "status"]

Outcome: TypeAlias = Literal["found", "changed", "unavailable"]

_STATUS: Mapping[Outcome, int] = {"found": 0, "unavailable": 4, "changed": 5}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a memo, and whether it stands in its source."""

    text: str
    """What it quotes; the title of an entry of the list of sources."""
    source: str
    """Id that the memo cites, or "" if it cites none."""
    outcome: Outcome
    where: str
    """"line 12" of a Markdown file, "item 3" of JSON."""
    message: str = ""
    """What is wrong, in one line; empty if found."""


def check(
    memo: Path, *, texts: Path | None = None, inputs: Sequence[str] = ()
) -> tuple[Line, ...]:
    """Look for every line, headline and title of a .md or .json memo, in its order.

    `texts` is a file of texts (default: the one beside the memo) or, like `inputs`, a file or
    a folder that the memo was made from and that is read again. In Markdown, what stands
    above the bottom line and under Coverage is the program's own and not looked at. A
    VerifyError says why a memo cannot be checked at all.
    """
    page = printed.parse(memo)
    at_hand = recorded.find(memo, texts, inputs)
    records = {listed.id: at_hand.of(listed) for listed in page.sources}
    return (*_quotes(page, records), *_entries(page, records))


def status(lines: Iterable[Line]) -> int:
    """Exit status: 5 if a line was changed, else 4 if one is unavailable, else 0."""
    return max((_STATUS[line.outcome] for line in lines), default=0)


_Records: TypeAlias = Mapping[str, Recorded | None]
"""What is known of each listed source; None if its text is not at hand."""


def _quotes(page: Printed, records: _Records) -> Iterator[Line]:
    for quote in page.quotes:
        outcome, message = _quote(quote, records)
        yield Line(quote.text, quote.source, outcome, quote.where, message)


def _quote(quote: Quote, records: _Records) -> tuple[Outcome, str]:
    name = _short(quote.text)
    if quote.fault:
        return "changed", f"{name} {quote.fault}"
    for id_ in (quote.source, *quote.also):
        if id_ not in records:
            return "unavailable", f"{id_} is not in the list of sources"
    record = records[quote.source]
    if record is None:
        return "unavailable", f"the text of {quote.source} is not at hand"
    if quote.is_title:
        if quote.text == record.title:
            return "found", ""
        return "changed", f"{name} is not the title of {quote.source}"
    fault = _difference(quote, record.text)
    if not fault:
        return "found", ""
    return "changed", f"{name} {fault} {quote.source}{_elsewhere(quote, records)}"


def _difference(quote: Quote, text: str) -> str:
    """How a quotation differs from a text; "" if it stands there."""
    if quote.span is None:
        return slices.difference(quote.text, text)
    start, end = quote.span
    if not 0 <= start < end <= len(text):
        return f"is said to stand at {start}:{end}, which is not within"
    if text[start:end] != quote.text:
        return f"is not what stands at {start}:{end} in"
    return ""


def _elsewhere(quote: Quote, records: _Records) -> str:
    """Where else a text stands, for people who look for the right citation."""
    for id_, record in records.items():
        if id_ != quote.source and record and not slices.difference(quote.text, record.text):
            return f", but in {id_}"
    return ""


def _entries(page: Printed, records: _Records) -> Iterator[Line]:
    seen: set[str] = set()
    for listed in page.sources:
        outcome, message = _entry(listed, records[listed.id])
        if listed.id in seen:
            outcome, message = "changed", f"{listed.id} is listed twice"
        seen.add(listed.id)
        yield Line(listed.title, listed.id, outcome, listed.where, message)


def _entry(listed: Listed, record: Recorded | None) -> tuple[Outcome, str]:
    if record is None:
        return "unavailable", f"the text of {listed.id} is not at hand"
    if printed.agrees(listed, record.title, record.url, record.source):
        return "found", ""
    return "changed", f"{_short(listed.title)} and its place are not those of {listed.id}"


def _short(text: str) -> str:
    """The beginning of a text, to name it in a message."""
    bare = " ".join(text.split())
    return (
        f"“{plain_text.plain(bare[:57])}…”" if len(bare) > 60 else f"“{plain_text.plain(bare)}”"
    )
