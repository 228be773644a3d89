"""A web page, of which trafilatura finds the article."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from typing import Any

from briefing.errors import ReadError
from briefing.model import Document
from briefing.readers import dates, decoding
from briefing.readers.blobs import Blob, Found

NO_ARTICLE = "no article text found"

# Atomic, because a comment may end at any "-->": else 500 of them take for ever.
_BEFORE = r"(?>(?:(?>\s*(?:<\?xml[^>]*>|<!--.*?-->)))*)\s*"
_PAGE = re.compile(_BEFORE + r"<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
_PART = re.compile(
    _BEFORE + r"<(?:meta|title|main|article|section|div|table|p|h[1-6])\b", re.I | re.S
)
_CHARSET = re.compile(rb"<meta\s[^>]*charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)

# The clock must not decide what is a date, and a guess from the words is often wrong.
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}

# Elements of what trafilatura makes of a page.
_PARAGRAPHS = frozenset({"p", "head", "quote", "list", "table", "row"})
_LINES = frozenset({"lb", "item", "cell"})
_BLANKS = re.compile("[ \t\r\n\f]+")


def accepts(blob: Blob) -> bool:
    """Whether it begins as a page does, or with a tag and is not named otherwise."""
    if not decoding.is_text(blob.head):
        return False
    head = decoding.decode(blob.head).lstrip("\ufeff")
    if blob.is_named(".html", ".htm", ".xhtml") or "html" in blob.media_type:
        return head.lstrip().startswith("<")
    is_part = _PART.match(head) and not blob.is_named(".md", ".markdown")
    return bool(_PAGE.match(head) or is_part)


def read(blob: Blob, open_nested: Callable[[Blob], Found]) -> Found:
    """Find the article of a page, without comments of readers."""
    import trafilatura

    # It logs what it cannot do; here that is one line of coverage.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    data = blob.load()
    charset = _CHARSET.search(data[:4096])
    page = decoding.decode(data, charset[1].decode("ascii", "replace") if charset else "")
    try:
        article = trafilatura.bare_extraction(
            page.replace("\0", ""),
            url=blob.url or None,
            fast=True,
            include_comments=False,
            with_metadata=True,
            date_extraction_params=_DATES,
        )
    except AssertionError as error:  # lxml's: nothing but "<svg>", which is to be removed
        raise ReadError(blob.name, NO_ARTICLE) from error
    if not isinstance(article, trafilatura.settings.Document) or article.body is None:
        raise ReadError(blob.name, NO_ARTICLE)
    text = _lines(article.body)
    if not text.strip():
        raise ReadError(blob.name, NO_ARTICLE)
    yield Document(
        text=text,
        source=blob.name,
        title=article.title or "",
        url=article.url or blob.url,
        publisher=article.sitename or article.hostname or "",
        published=dates.parse(article.date),
    )


def _lines(tree: Any) -> str:
    """Text of an lxml element: paragraphs stand apart, each item of a list on its line."""
    pieces: list[str] = []
    rest: list[Any] = [tree]  # not by recursion: a page may be nested deeper than Python goes
    while rest:
        part = rest.pop()
        if isinstance(part, str):
            pieces.append(part)
        elif isinstance(part.tag, str):  # else a comment
            around = "\n\n" if part.tag in _PARAGRAPHS else ""
            inside = [around, _BLANKS.sub(" ", part.text or "")]
            for child in part:
                inside += [child, _BLANKS.sub(" ", child.tail or "")]
            rest += reversed([*inside, "\n" if part.tag in _LINES else around])
    return "".join(pieces)
