"""What a memo says: its quotations, and its list of sources."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from briefing.errors import VerifyError
from briefing.outputs.markdown import escape, link, unescape
from briefing.outputs.wording import NOTHING

SCHEMA = "briefing.memo/1"


@dataclass(frozen=True, slots=True)
class Quote:
    """A text that a memo presents as one of a source."""

    where: str
    text: str
    source: str
    also: tuple[str, ...] = ()
    span: tuple[int, int] | None = None
    """Where it is said to stand; None if anywhere."""
    is_title: bool = False
    fault: str = ""
    """What is wrong with it whatever its source says."""


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry of the list of sources."""

    where: str
    id: str
    title: str
    url: str
    source: str
    """In Markdown the same as `url`, because it shows one of the two."""
    shown: str = ""
    """The entry as it stands in Markdown, "" in JSON."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A memo as far as it can be checked."""

    quotes: tuple[Quote, ...]
    sources: tuple[Listed, ...]


def parse(path: Path) -> Printed:
    """Read a memo; a VerifyError says why a file is none."""
    parser = _PARSERS.get(path.suffix.lower())
    if parser is None:
        raise VerifyError(f"{path}: only .md and .json memos can be verified")
    try:
        # An editor may have put a mark before the first line.
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise VerifyError(f"{path}: cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise VerifyError(f"{path}: not a memo: not UTF-8") from error
    return parser(path, text)


def places(url: str) -> tuple[str, ...]:
    """How a memo may show an address."""
    return url, link(url).strip("<>")


def agrees(listed: Listed, title: str, url: str, source: str) -> bool:
    """Whether an entry has this title, and this address or, without one, this source."""
    if not listed.shown:
        return (listed.title, listed.url or listed.source) == (title, url or source)
    heading = f"“{escape(title)}”, " if title else ""
    pattern = (
        rf"- \[S\d+\] (?:[^“]+, )?{re.escape(heading)}(?:\d{{4}}-\d\d-\d\d|undated) — "
        + re.escape(link(url) if url else escape(source))
    )
    return bool(re.fullmatch(pattern, listed.shown))


# --- Markdown -------------------------------------------------------------------------

_BULLET = re.compile(r"(?:- |(?P<number>\d+)\. )(?P<rest>.+)")
_CITED = re.compile(
    r"(?P<text>.*) \[(?P<id>S\d+)\](?: · also (?P<also>S\d+(?:, S\d+)*))?"
    r"(?: · \d+ origins?)?(?: — _[^_]+_)?"
)
_HEADLINE = re.compile(r"### (?P<text>.*) \[(?P<id>S\d+)\]")
_POINTERS = re.compile(r"- ▸ \d+(?: · ▸ \d+)*")
_ENTRY = re.compile(
    r"- \[(?P<id>S\d+)\] (?:[^“]+, )?(?:“(?P<title>.*)”, )?"
    r"(?:\d{4}-\d\d-\d\d|undated) — (?P<place>.+)"
)
_BOTTOM, _COVERAGE, _SOURCES = "## Bottom line", "## Coverage", "## Sources"
_NO_SOURCES = "No article is cited."


def _markdown(path: Path, memo: str) -> Printed:
    """Sort the lines of a memo by the part in which they stand.

    In the bottom line, in a section and in the list of sources, a line that is neither
    a quotation nor one of the few that the template writes is a fault. A heading that stands
    twice is the program's own where it stands last, Bottom line where it stands first. Titles
    of sections are those of a profile, and free.
    """
    lines = [line.removesuffix("\r") for line in memo.split("\n")]
    if _BOTTOM not in lines or _SOURCES not in lines:
        raise VerifyError(f"{path}: not a memo: no {_BOTTOM!r} and {_SOURCES!r} in it")
    first = {line: n for n, line in reversed([*enumerate(lines)])}
    last = {line: n for n, line in enumerate(lines)}
    own = {first[_BOTTOM]: _BOTTOM, last[_SOURCES]: _SOURCES}
    if _COVERAGE in last:
        own[last[_COVERAGE]] = _COVERAGE
    quotes: list[Quote] = []
    sources: list[Listed] = []
    part, is_empty, n_bottom = "", True, 0
    for n, line in enumerate(lines):
        where = f"line {n + 1}"
        if line.startswith("## "):
            part, is_empty = own.get(n, "section"), True
            if _CITED.fullmatch(line):
                quotes.append(Quote(where, line, "", fault="is the title of a section"))
        elif not line or part in ("", _COVERAGE):
            continue
        elif part == _SOURCES:
            entry = _entry(where, line)
            if entry:
                sources.append(entry)
            elif line != _NO_SOURCES:
                quotes.append(_stray(where, line))
        elif line == NOTHING and is_empty:
            is_empty = False
        elif part == "section" and _POINTERS.fullmatch(line):
            is_empty = False
            if any(not 1 <= int(number) <= n_bottom for number in re.findall(r"\d+", line)):
                fault = "points to what is not in the bottom line"
                quotes.append(Quote(where, line, "", fault=fault))
        else:
            is_empty = False
            n_bottom += part == _BOTTOM
            quotes.append(_quote(where, line, n_bottom if part == _BOTTOM else None))
    return Printed(tuple(quotes), tuple(sources))


def _stray(where: str, line: str) -> Quote:
    return Quote(where, unescape(line), "", fault="cites no source")


def _quote(where: str, line: str, number: int | None) -> Quote:
    """A line of a list or a headline; `number` is what a line of the bottom line has."""
    headline = _HEADLINE.fullmatch(line)
    bullet = _BULLET.fullmatch(line)
    cited = headline or (bullet and _CITED.fullmatch(bullet["rest"]))
    if not cited:
        return _stray(where, line)
    text = unescape(cited["text"])
    fault = ""
    if bullet and bullet["number"] != (None if number is None else str(number)):
        fault = "is not numbered" if number is None else f"is not numbered {number}"
    elif escape(text) != cited["text"]:
        # An invisible sign, or one that some renderer shows otherwise, would go unseen.
        fault = "is not written as this program writes a text"
    also = () if headline else tuple((cited["also"] or "").replace(",", "").split())
    return Quote(where, text, cited["id"], also, is_title=bool(headline), fault=fault)


def _entry(where: str, line: str) -> Listed | None:
    found = _ENTRY.fullmatch(line)
    if not found:
        return None
    place = found["place"]
    place = place.strip("<>") if place.startswith("<") else unescape(place)
    return Listed(where, found["id"], unescape(found["title"] or ""), place, place, line)


# --- JSON -----------------------------------------------------------------------------

_T = TypeVar("_T")


def _json(path: Path, memo: str) -> Printed:
    try:
        value = json.loads(memo)
    except (ValueError, RecursionError) as error:
        raise VerifyError(f"{path}: not a memo: not JSON") from error
    if not isinstance(value, dict) or value.get("schema") != SCHEMA:
        raise VerifyError(f"{path}: not a memo: its schema is not {SCHEMA!r}")
    try:
        return Printed(tuple(_json_quotes(value)), tuple(_json_sources(value)))
    except _Misshapen as error:
        raise VerifyError(f"{path}: not a memo: {error}") from error


class _Misshapen(Exception):  # noqa: N818
    """A key is missing, or its value is of another type."""


def _json_quotes(memo: Mapping[str, object]) -> Iterator[Quote]:
    numbers: set[int] = set()
    for section in _objects(memo, "sections"):
        for story in _objects(section, "stories"):
            if story.get("headline") is not None:
                headline = _value(story, "headline", dict)
                yield Quote(
                    f"headline in {_value(section, 'id', str)}",
                    _value(headline, "text", str),
                    _value(headline, "source", str),
                    is_title=True,
                )
            for item in _objects(story, "items"):
                n = _value(item, "n", int)
                yield Quote(
                    f"item {n}",
                    _value(item, "text", str),
                    _value(item, "source", str),
                    tuple(str(id_) for id_ in _value(item, "also", list)),
                    (_value(item, "start", int), _value(item, "end", int)),
                    fault="has the number of another item" if n in numbers else "",
                )
                numbers.add(n)
    for number in _value(memo, "bottom_line", list):
        if number not in list(numbers):
            yield Quote("bottom_line", str(number), "", fault="is the number of no item")


def _json_sources(memo: Mapping[str, object]) -> Iterator[Listed]:
    for source in _objects(memo, "sources"):
        id_, title, url, path = (
            _value(source, key, str) for key in ("id", "title", "url", "path")
        )
        yield Listed(f"source {id_}", id_, title, url, path)


def _value(mapping: Mapping[str, object], key: str, type_: type[_T]) -> _T:
    value = mapping.get(key)
    if not isinstance(value, type_) or isinstance(value, bool):
        raise _Misshapen(f"{key!r} is not of type {type_.__name__}")
    return value


def _objects(mapping: Mapping[str, object], key: str) -> Iterator[Mapping[str, object]]:
    for value in _value(mapping, key, list):
        if not isinstance(value, dict):
            raise _Misshapen(f"{key!r} has an entry that is no object")
        yield value


_PARSERS: Mapping[str, Callable[[Path, str], Printed]] = {".md": _markdown, ".json": _json}
