"""Markdown, which has no first bytes to tell it by and so is told by name."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from briefing.readers import decoding, heads, mending
from briefing.readers.blobs import Blob, Found

if TYPE_CHECKING:
    from markdown_it.token import Token

_LINES = frozenset({"list_item_close", "th_close", "td_close"})
_LISTS = frozenset(
    {"bullet_list_open", "bullet_list_close", "ordered_list_open", "ordered_list_close"}
)


def accepts(blob: Blob) -> bool:
    """Whether it is named Markdown and is text."""
    named = blob.is_named(".md", ".markdown") or blob.media_type.startswith("text/markdown")
    return named and decoding.is_text(blob.head)


def read(blob: Blob, open_nested: Callable[[Blob], Found]) -> Found:
    """Read one article as plain paragraphs; a heading that it begins with is the title.

    Links are their text, a list has a line per item; images, code between fences and blocks
    of HTML are left out.
    """
    fields, body = heads.split(mending.characters(decoding.load(blob)))
    title, text = _plain(body, fields.get("title", ""))
    yield heads.document(fields, title, text, blob.name)


def _plain(body: str, known: str) -> tuple[str, str]:
    """(title, text); a first heading leaves the text unless the title is another one."""
    # Not Python-Markdown, which takes five minutes for 50,000 brackets in a row.
    from markdown_it import MarkdownIt

    # An indented paragraph is prose far more often than code.
    parser = MarkdownIt("commonmark").enable("table").disable("code")
    title, pieces = "", []
    at_start, in_heading = True, False
    for token in parser.parse(body):
        if token.type == "inline":
            text = _inline(token.children or ())
            if at_start and in_heading and known in ("", mending.line(text)):
                title = mending.line(text)
            else:
                pieces.append(text)
            at_start = at_start and not text.strip()
        elif token.type in _LINES or (token.type in _LISTS and token.level):
            if not "".join(pieces[-1:]).endswith("\n"):
                pieces.append("\n")
        elif token.nesting < 0 and not token.hidden:
            pieces.append("\n\n")
        in_heading = token.type == "heading_open" and token.tag == "h1"
    return title, mending.mend("".join(pieces))


def _inline(tokens: Iterable[Token]) -> str:
    pieces = []
    for token in tokens:
        if token.type == "softbreak":
            pieces.append(" ")
        elif token.type == "hardbreak" or token.content.startswith("<br"):
            pieces.append("\n")
        elif token.type not in ("image", "html_inline"):
            pieces.append(token.content)
    return "".join(pieces)
