"""Plain text: a title where it has one, and paragraphs whose lines are joined."""

from __future__ import annotations

import re
from collections.abc import Callable

from briefing.readers import dates, decoding, heads, mending
from briefing.readers.blobs import Blob, Found
from briefing.sentences import lines

MAX_TITLE = 120
"""Characters of a first line that may be a title."""

MIN_TITLE = 3
"""Words; a line of fewer is as often a dateline or a button."""

_OTHER = re.compile(r"\s*(?:<[a-z!?]|%PDF-|\{\\rtf)", re.IGNORECASE)
_BYLINE = re.compile(r"by\s|.*\bago$", re.IGNORECASE)
_BROKEN_WORD = re.compile(r"(?<=[^\W\d_])-\n(?=[^\W\d_])")
_ENDS_SENTENCE = re.compile(r"[.!?:…][\"'”’»)\]]*$")


def accepts(blob: Blob) -> bool:
    """Whether it is text, and not of a format that is written in letters."""
    if not decoding.is_text(blob.head):
        return False
    return not _OTHER.match(decoding.decode(blob.head).lstrip("\ufeff"))


def read(blob: Blob, open_nested: Callable[[Blob], Found]) -> Found:
    """One article."""
    fields, body = heads.split(mending.characters(decoding.load(blob)))
    title, text = _title(mending.mend(body), fields.get("title", ""))
    yield heads.document(fields, title, _joined(text), blob.name)


def _title(text: str, known: str) -> tuple[str, str]:
    """(title, rest): a first line that stands alone, is short and no sentence."""
    first, _, rest = text.partition("\n\n")
    if known:
        return known, rest if first == known else text
    following = rest.partition("\n\n")[0]
    is_title = (
        len(first) <= min(MAX_TITLE, len(following) - 1)
        and "\n" not in first
        and len(first.split()) >= MIN_TITLE
        and not _ENDS_SENTENCE.search(first)
        and not _BYLINE.match(first)
        and dates.parse(first) is None
    )
    return (first, rest) if is_title else ("", text)


def _joined(text: str) -> str:
    """`text` with the lines joined that were broken at a width; other breaks stay."""
    pieces: list[str] = []
    end = 0
    for start, stop in lines.unwrapped(text):
        pieces += text[end:start], _BROKEN_WORD.sub("-", text[start:stop]).replace("\n", " ")
        end = stop
    return "".join(pieces)
