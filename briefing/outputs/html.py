"""A memo as one HTML page, without scripts and without anything loaded from elsewhere."""

from __future__ import annotations

import markdown as python_markdown
import nh3

from briefing.model import Memo
from briefing.outputs import layout, markdown, text
from briefing.outputs.options import Options

_TAGS = {
    "a",
    "bdi",
    "blockquote",
    "br",
    "em",
    "h1",
    "h2",
    "h3",
    "hr",
    "li",
    "ol",
    "p",
    "strong",
    "ul",
}


def render(memo: Memo, options: Options) -> bytes:
    """The page that templates/memo.html.j2 puts around the memo, in UTF-8."""
    content = body(memo, options)
    page = layout.wrap_page("memo.html.j2", text.title(memo), content, options.templates)
    return page.encode()


def body(memo: Memo, options: Options) -> str:
    """The memo as HTML: the page of memo.md.j2 with each text of a source in its <bdi>."""
    page = layout.fill("memo.md.j2", memo, options.templates, md=_isolated, link=_link)
    return nh3.clean(
        python_markdown.markdown(page),
        tags=_TAGS,
        attributes={"a": {"href"}},
        url_schemes={"http", "https"},
        link_rel="noopener noreferrer",
    )


def _isolated(words: str) -> str:
    return f"<bdi>{markdown.escape(words)}</bdi>"


def _link(url: str) -> str:
    link = markdown.link(url)
    return link if link.startswith("<") else f"<bdi>{link}</bdi>"
