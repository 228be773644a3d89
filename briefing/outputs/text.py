"""A memo as plain text of 72 columns."""

from __future__ import annotations

import re
import textwrap

from briefing.model import Memo
from briefing.outputs import bidi, layout, wording
from briefing.outputs.options import Options

COLUMNS = 72
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff]")


def render(memo: Memo, options: Options) -> bytes:
    """The page that templates/memo.txt.j2 makes of a memo, in UTF-8."""
    return page(memo, options).encode()


def page(memo: Memo, options: Options) -> str:
    """The page, its lines ended by a line feed each."""
    return layout.fill("memo.txt.j2", memo, options.templates, plain=plain, wrap=wrap)


def title(memo: Memo) -> str:
    """Title and date on one line."""
    return plain(f"{memo.title} — {wording.day(memo.date)}")


def plain(text: str) -> str:
    """The text on one line, without what would steer a terminal or disorder the line."""
    return bidi.isolate(" ".join(_UNPRINTABLE.sub("\ufffd", text).split()))


def wrap(line: str, hang: int = 0) -> str:
    """The line broken at blanks, its further lines indented by `hang`; no word is broken."""
    return textwrap.fill(
        line,
        COLUMNS,
        subsequent_indent=" " * hang,
        break_long_words=False,
        break_on_hyphens=False,
    )
