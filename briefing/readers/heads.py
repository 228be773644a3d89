"""What stands at the head of a text file: front matter, or lines such as "Date: …"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import takewhile
from types import MappingProxyType

from briefing.model import Document
from briefing.readers import dates, mending

KEYS: Mapping[str, str] = MappingProxyType(
    {
        "title": "title",
        "headline": "title",
        "date": "published",
        "published": "published",
        "publisher": "publisher",
        "source": "publisher",
        "url": "url",
        "link": "url",
        "language": "language",
        "lang": "language",
        "origin": "origin",
        "via": "origin",
    }
)
"""Key of a head → field of a document; lines with other keys are taken off with them."""

MAX_ROWS = 20
"""Lines that a head without marks may have."""

_FRONT_MATTER = re.compile(r"\A\s*---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_LINE = re.compile(r"([A-Za-z][\w -]{0,30}):(?:[ \t]+(.*)|[ \t]*)")
_FOLDED = (">", "|", ">-", "|-")  # of a value that goes on in the next lines
_NO_YAML = re.compile(r"(?![ \t#-]|[\w.-]+[ \t]*:|\Z)", re.ASCII)
_LEAD_DATE = re.compile(r"date:?\s+(\d{4}-\d\d-\d\d)\b", re.IGNORECASE | re.ASCII)


def split(text: str) -> tuple[Mapping[str, str], str]:
    """(fields, rest): the fields that the head gives, and the text after it.

    Fields are those of a `Document`, as they are written. Newlines must be "\\n".
    """
    if match := _FRONT_MATTER.match(text):
        block = match[1].splitlines()
        if not any(map(_NO_YAML.match, block)) and any(map(_LINE.fullmatch, block)):
            return _fields(block), text[match.end() :]
    lines = text.lstrip("\n").split("\n", MAX_ROWS)
    rows = list(takewhile(_LINE.fullmatch, lines[:MAX_ROWS]))
    if any(line.strip() for line in lines[len(rows) :][:1]):
        # Without an empty line after it, one line alone may be how a sentence begins.
        rows = list(takewhile(lambda row: _fields([row]), rows))
        rows = rows if len(rows) > 1 else []
    fields = _fields(rows)
    return fields, "\n".join(lines[len(rows) :]) if fields else text


def document(fields: Mapping[str, str], title: str, text: str, source: str) -> Document:
    """Document that a head and a text make; `title` is for a head that has none.

    A text that begins "date 2017-05-30 " is of that day, if the head does not say.
    """
    lead = _LEAD_DATE.match(text)
    return Document(
        text=text,
        source=source,
        title=fields.get("title") or title,
        url=fields.get("url", ""),
        publisher=fields.get("publisher", ""),
        published=dates.parse(fields.get("published"))
        or (dates.parse(lead[1]) if lead else None),
        language=fields.get("language", ""),
        origin=fields.get("origin", ""),
    )


def _fields(rows: list[str]) -> dict[str, str]:
    """Field → value, of the first row that has a value for it."""
    fields: dict[str, str] = {}
    for row in rows:
        match = _LINE.fullmatch(row.rstrip())
        field = KEYS.get(match[1].strip().lower(), "") if match else ""
        value = mending.line(match[2] or "") if match else ""
        if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
            value = value[1:-1]
        if field and value and value not in _FOLDED:
            fields.setdefault(field, value)
    return fields
