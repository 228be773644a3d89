"""Outputs: a memo in every format, and texts of sources that stay texts."""

from __future__ import annotations

import email
import email.policy
import gzip
import html.parser
import json
import re
import resource
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from email.message import EmailMessage
from importlib import resources
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import cmarkgfm
import jsonschema
import markdown as python_markdown
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from briefing import outputs
from briefing.errors import ConfigError, OutputError
from briefing.model import Coverage, Memo
from briefing.outputs import OUTPUTS
from briefing.outputs.bidi import isolate
from briefing.outputs.markdown import escape, link, unescape
from tests import memos
from tests.builders import document

HOSTILE = (
    "](javascript:alert(1))",
    "<img src=x onerror=alert(1)>",
    "<script>alert(1)</script>",
    "</bdi></li></ul>",
    "[S1] [S2]: https://evil.example",
    "[a](https://evil.example) ![b](https://evil.example/i.png)",
    "[^1]: note",
    "`code` ``more`` ```fence```",
    "~~~ fence",
    "a | b | c",
    "| --- | --- |",
    "--- | ---",
    "# heading #",
    "#MeToo and C#",
    "> quote",
    "- item",
    "+ item",
    "* item",
    "---",
    "1. item",
    "2017) item",
    "١. item",
    "    code",
    "\tcode",
    "[ ] task",
    "*em* **strong** _em_ __strong__ ***both***",
    "~gone~ ~~gone~~ H~2~O",
    "$x$ $$y$$ US$ 5",
    ":smile: :+1: ::",
    "==mark== ^up^",
    "*[HTML]: x",
    "!!! note",
    ": definition",
    "{: .class #id } {#id}",
    "www.evil.example WWW.EVIL.EXAMPLE (www.evil.example)",
    "https://evil.example HTTP://EVIL.EXAMPLE ftp://evil.example",
    "<https://evil.example> <a@evil.example>",
    "a@evil.example mailto:a@evil.example xmpp:a@evil.example/x @name",
    "&lt;b&gt; &#60;b&#62; &#x3c;b&#x3e; &copy; &copy 2017 AT&T R&D; &&amp;amp;",
    "\\ \\\\ \\* \\& \\<",
    "a\nb\r\nc\n\n# d",
    "a  \nb\\\nc",
    "\x02klzzwxh:0000\x03 \x02wzxhzdk:0\x03 \x00 \x1b[31m \x9b31m",
    "<!-- --> \ufffd<!-- 1f -->",
    "abc\u202edef",
    "\u2067abc \u202bdef\u2069\u2069\u2069 \u202e",
    "قال الرئيس: «نعم» 12",
    "“Smart” ‘quotes’ – and — dashes…",
)
"""Texts that try to become something else."""

PLAIN = (
    "Officials said, on Monday, that 5% of the $100 million (or $40-$60 each) had gone.",
    "“We don't know,” he said; the well-known minister's aide agreed: nothing's changed.",
    "AT&T, R&D and Q&A: prices rose 3.5-4% - about ~100 people came... or didn't!",
    '"It is not over," she told CNN\'s Barbara Starr? Yes/no = 50/50 | 2 > 1 + 0.',
    "-5 degrees",
    "2017 was a year.",
    "L’État, c’est moi. Größe, naïve, Łódź, Москва, 北京。",
)
"""Ordinary prose, in which nothing has to be escaped."""

PIECES = (
    *(re.findall(r"\S+|\s+", " ".join(HOSTILE))),
    *"\\`*_{}[]()#+-.!<>&|~^$:@='\"/;% \n\t\r",
    "a",
    "1",
    "www.",
    "://",
    "amp;",
    "#38;",
    "\u00a0",
    "\u2028",
    "\x85",
    "\x0c",
    "ا",
    "é",
)
TEXTS = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=12).map("".join),
    st.text(max_size=40),
    st.sampled_from(HOSTILE),
)
HOSTS = st.sampled_from(["a.example", "A.EXAMPLE:80", "a@b.example", "", "[::1]", "ä.example"])
WHOLE = st.text(st.characters(exclude_categories=()), max_size=60)
"""All there is, lone surrogates too."""


Renderer = Callable[[str], str]


def gfm(source: str) -> str:
    rendered: str = cmarkgfm.github_flavored_markdown_to_html(source)
    return rendered


def commonmark(source: str) -> str:
    return str(MarkdownIt("commonmark").render(source))


def with_tables(source: str) -> str:
    return str(MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(source))


def classic(source: str) -> str:
    rendered: str = python_markdown.markdown(source)
    return rendered


def extra(source: str) -> str:
    rendered: str = python_markdown.markdown(source, extensions=["extra", "admonition"])
    return rendered


RENDERERS = (commonmark, with_tables, gfm, classic, extra)


class Page(html.parser.HTMLParser):
    """The elements of a page, its links, and its text block by block."""

    BLOCKS = frozenset({"blockquote", "h1", "h2", "h3", "li", "ol", "p", "ul"})

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[str] = []
        self.links: list[str] = []
        self._blocks = [""]
        self.feed(source)
        self.close()

    @property
    def blocks(self) -> list[str]:
        """The visible text of each block that has any."""
        return [block for block in map(visible, self._blocks) if block]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]
        if tag in self.BLOCKS:
            self._blocks.append("")

    def handle_data(self, data: str) -> None:
        self._blocks[-1] += data


def visible(text: str) -> str:
    """A text as a page shows it: blanks run together, invisible fences taken off."""
    bare = re.sub("[\u202a-\u202e\u2066-\u2069]", "", text)
    return re.sub(r"[ \t\n\r]+", " ", bare).strip()


def printable(text: str) -> str:
    """A text with U+FFFD for what cannot be printed."""
    return re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]", "\ufffd", text)


@pytest.mark.parametrize("text", PLAIN)
def test_ordinary_prose_is_not_escaped(text: str) -> None:
    assert escape(text) == text


@given(st.one_of(TEXTS, WHOLE))
@settings(max_examples=500)
def test_an_escaped_text_is_one_line_and_can_be_read_back(text: str) -> None:
    escaped = escape(text)
    assert not re.search("[\n\r]", escaped)
    escaped.encode()
    assert unescape(escaped) == text


CONTEXTS = (
    ("> {}", "{}"),
    ("# {}", "{}"),
    ("# {} — 29 May 2017", "{} — 29 May 2017"),
    ("1. {} [S1]", "{} [S1]"),
    ("2. {}", "{}"),
    ("{}", "{}"),
    ("- {}", "{}"),
    ("- {} [S1] · also S2 · 1 origin", "{} [S1] · also S2 · 1 origin"),
    ("- [S1] {}, “{}”, 2017-05-29", "[S1] {}, “{}”, 2017-05-29"),
)
"""Places in a page where a text may stand, and what is to be seen there."""


def shows(renderer: Renderer, text: str) -> None:
    """Fail unless a page shows the text everywhere, in the elements that any text has."""

    def page(text: str) -> Page:
        lines = [place.replace("{}", text) for place, _ in CONTEXTS]
        return Page(renderer("\n\n".join(lines)))

    found = page(escape(text))
    expected = [visible(shown.replace("{}", printable(text))) for _, shown in CONTEXTS]
    assert found.blocks == list(filter(None, expected)), renderer.__name__
    assert found.elements == page("x").elements, renderer.__name__
    assert not found.links


@pytest.mark.parametrize("renderer", RENDERERS)
@pytest.mark.parametrize("text", HOSTILE + PLAIN)
def test_a_hostile_text_is_shown_as_it_is(renderer: Renderer, text: str) -> None:
    shows(renderer, text)


@given(text=TEXTS)
@settings(max_examples=200, deadline=None)
def test_every_renderer_shows_a_text_and_makes_nothing_of_it(text: str) -> None:
    assume(text.strip())
    for renderer in RENDERERS:
        shows(renderer, text)


ADDRESSES = st.one_of(
    TEXTS,
    st.builds("{}://{}{}".format, st.sampled_from(["http", "https", "ftp"]), HOSTS, TEXTS),
)


@given(url=ADDRESSES)
@settings(max_examples=200, deadline=None)
def test_an_address_is_one_link_to_itself_or_a_text(url: str) -> None:
    assume(url.strip() and "xn--" not in url.lower())  # markdown-it shows these decoded
    source = f"- [S1] {link(url)}"
    assert "\n" not in source
    for renderer in RENDERERS:
        page = Page(renderer(source))
        if page.links:
            assert re.match("(?i)https?://[a-z0-9]", page.links[0])
            # markdown-it shows an address decoded, the others as it is.
            assert visible(unquote(page.blocks[0])) == visible(unquote(f"[S1] {page.links[0]}"))
            assert unquote(page.links[0]) == unquote(url)
            assert page.elements == ["ul", "li", "a"]
        else:
            assert page.blocks == [visible(f"[S1] {printable(url)}")]
            assert page.elements == ["ul", "li"]


@pytest.mark.parametrize(
    "url",
    [
        "https://herald.example/a?b=1&c=2",
        "http://herald.example:8080/~x/(y)_z*",
        "https://herald.example/ünï/<b>\"'[x]|`",
        "https://herald.example/?a=1&copy;=2&#35;",
    ],
)
def test_a_clean_address_is_a_link_everywhere(url: str) -> None:
    for renderer in RENDERERS:
        assert len(Page(renderer(f"- [S1] {link(url)}")).links) == 1


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "https://bank.example@evil.example/",
        "https://exаmple.org/",
        "https:///path",
        "https://a.example/b c",
        "http://[::1",
        "file:///etc/passwd",
        "http://-x.example",
        "https://a.example/\u202e",
        "https://a.example/%E2%80%AE",
        "//evil.example",
    ],
)
def test_any_other_address_is_a_text(url: str) -> None:
    assert link(url) == escape(url)


# --- Direction ------------------------------------------------------------------------


def test_text_from_left_to_right_needs_no_fence() -> None:
    assert isolate("Größe: 5 % — “naïve”") == "Größe: 5 % — “naïve”"


def test_right_to_left_text_is_isolated() -> None:
    assert isolate("نعم 12") == "\u2068نعم 12\u2069"


@given(st.text("ab\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", max_size=12))
def test_what_a_text_opens_is_closed_behind_it(text: str) -> None:
    depth: list[str] = []
    for control in isolate(text):
        if control in "\u202a\u202b\u202d\u202e\u2066\u2067\u2068":
            depth.append(control)
        elif control == "\u202c" and depth and depth[-1] < "\u2066":
            depth.pop()
        elif control == "\u2069" and any(c >= "\u2066" for c in depth):
            while depth.pop() < "\u2066":
                pass
    assert depth == []


def test_direction_marks_of_a_text_do_not_stand_in_markdown_as_themselves() -> None:
    assert escape("a\u202eb") == "\u2068a&#8238;b\u202c\u2069"


# --- Markdown -------------------------------------------------------------------------

EXAMPLE = """\
> UNCLASSIFIED — press material only

# Daily briefing — 29 May 2017

As of 29 May 2017 · 3 articles · 2 publishers · 34 words quoted · 4 lines

## Bottom line

1. Aid reached the town of Example on Monday. [S1] · also S2 · 2 origins

## Syria

- ▸ 1
- Officials said 120 lorries crossed the line. [S1]

## Media / Disinformation

### Convoy arrives \\[updated] [S2]

- A website spread a false report about it. [S2] — _single source_

## Human Rights

Nothing significant reported.

## Bilateral Relations

- The two ministers agreed on \\*nothing\\* but a date, 12 June. [S3]

## Coverage

- 5 articles read, 3 cited.
- Not read: inbox/scan.bin: no reader accepts this file.
- Not fit to print: 3 sentences (caption 2, byline 1).
- Said by another line, too: 1 sentence.
- Fit to print, but over the budget: 1 statement.
- Without a date: 1 article.
- Outside the window or excluded: 2 articles.
- Ranked by lead, sections of the profile default; briefing 0.1.0.
- lsa gave no order; lead was used instead

## Sources

- [S1] Example Herald, “Aid reaches Example”, 2017-05-29 — <https://herald.example/aid?id=1&page=2>
- [S2] Example Wire, “Convoy arrives \\[updated]”, 2017-05-29 — inbox/wire.jsonl#2
- [S3] undated — javascript:alert(1)
"""


def test_a_memo_in_markdown() -> None:
    assert page(memos.example(), "md") == EXAMPLE


def test_renderers_make_the_same_page_of_a_memo() -> None:
    pages = [Page(renderer(EXAMPLE)) for renderer in RENDERERS]
    for each in pages[1:]:
        assert each.blocks == pages[0].blocks
        assert each.elements == pages[0].elements
        assert each.links == pages[0].links
    assert pages[0].links == ["https://herald.example/aid?id=1&page=2"]


def test_an_empty_memo_says_so() -> None:
    empty = page(memos.memo([]), "md")
    assert empty.count("Nothing significant reported.") == 5
    assert "Other developments" not in empty
    assert "# Daily briefing — undated\n\nUndated · 0 articles" in empty
    assert "No article is cited." in empty


def test_other_developments_stand_where_there_are_some() -> None:
    line = memos.item(1, memos.sentence(document("It rained."), "It rained."), section="other")
    assert "## Other developments\n\n- It rained. [S1]\n" in page(memos.memo([line]), "md")


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        (date(2017, 5, 29), date(2017, 5, 29), " · window: that day · "),
        (date(2017, 5, 28), date(2017, 5, 28), " · window: 28 May 2017 · "),
        (date(2017, 5, 28), date(2017, 5, 29), " · window: 28 May 2017 to 29 May 2017 · "),
        (date(2017, 5, 28), None, " · window: from 28 May 2017 · "),
        (None, date(2017, 5, 29), " · window: until 29 May 2017 · "),
        (None, None, "As of 29 May 2017 · 3 articles"),
    ],
)
def test_the_window_stands_under_the_title(
    since: date | None, until: date | None, expected: str
) -> None:
    assert expected in page(replace(memos.example(), since=since, until=until), "md")


def test_stories_are_counted_where_they_are_fewer_than_articles() -> None:
    memo = memos.example()
    for n_stories, shown in (
        (0, "3 articles"),
        (1, "3 articles on 1 story"),
        (3, "3 articles"),
    ):
        counted = replace(memo, stats=replace(memo.stats, stories=n_stories))
        assert f" · {shown} · 2 publishers · " in page(counted, "md")


def test_as_of_has_the_hour_where_sources_have_one() -> None:
    memo = replace(memos.example(), as_of=datetime(2017, 5, 29, 18, 10, tzinfo=UTC))
    assert "As of 29 May 2017, 18:10 UTC · " in page(memo, "md")


@given(text=TEXTS)
@settings(max_examples=50, deadline=None)
def test_no_text_of_a_memo_becomes_an_element(text: str) -> None:
    assume(text.strip())
    memo = memos.of_line(text, title=text, publisher=text, url=text)
    memo = replace(memo, handling=text, coverage=Coverage(unreadable=((memos.unread(text)),)))
    source = page(memo, "md")
    assert not re.search("[\r\x0b\x0c\x85]", source)
    found = Page(page(memo, "html")).elements
    assert set(found) <= HTML_ELEMENTS
    for renderer in RENDERERS:
        assert set(Page(renderer(source)).elements) <= MARKDOWN_ELEMENTS


MARKDOWN_ELEMENTS = {"a", "blockquote", "h1", "h2", "li", "p", "ul"}
HTML_ELEMENTS = MARKDOWN_ELEMENTS | {
    "bdi", "body", "head", "html", "main", "meta", "style", "title"
}  # fmt: skip


# --- Text, HTML -----------------------------------------------------------------------


def test_plain_text_has_72_columns_and_no_escapes() -> None:
    long = "Officials said that " + "the convoy of *forty* lorries had reached the town " * 5
    text = page(memos.of_line(long + "."), "txt")
    assert max(len(line) for line in text.splitlines()) <= 72
    assert "*forty*" in text


def test_plain_text_cannot_steer_a_terminal() -> None:
    text = page(memos.of_line("a\x1b[31mb\x9b31m\rc\u2028d"), "txt")
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028]", text)


def test_the_page_holds_what_the_markdown_holds() -> None:
    found = Page(page(memos.example(), "html"))
    expected = Page(commonmark(EXAMPLE))
    # The first block is what stands in the head.
    assert found.blocks[1:] == expected.blocks
    assert found.links == expected.links


def test_the_page_isolates_each_text_and_loads_nothing() -> None:
    source = page(memos.of_line("abc\u202edef"), "html")
    assert "<bdi>\u2068abc\u202edef\u202c\u2069</bdi> [S1]" in source
    assert "<script" not in source
    assert "<link" not in source
    assert "url(" not in source


# --- JSON -----------------------------------------------------------------------------


def schema() -> dict[str, Any]:
    text = resources.files("briefing.outputs").joinpath("memo.schema.json").read_text("utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


@pytest.mark.parametrize("memo", [memos.example(), memos.memo([])], ids=["example", "empty"])
def test_json_fits_the_published_schema(memo: Memo) -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    validator = jsonschema.Draft202012Validator(schema())
    validator.validate(json.loads(page(memo, "json")))


def test_json_has_all_keys_in_the_written_order() -> None:
    value = json.loads(page(memos.example(), "json"))
    assert list(value) == list(schema()["properties"])
    item = value["sections"][0]["stories"][0]["items"][0]
    assert list(item) == list(schema()["$defs"]["item"]["properties"])
    assert value["bottom_line"] == [1]
    assert item["text"] == "Aid reached the town of Example on Monday."
    assert (item["source"], item["also"], item["origins"]) == ("S1", ["S2"], 2)
    assert (item["start"], item["end"]) == (0, 42)
    assert item["why"]["placement"]["evidence"][0]["text"] == "convoy"
    assert item["why"]["signals"] == {"salience": 2.75}
    assert value["sections"][1]["stories"][0]["headline"]["source"] == "S2"
    assert value["sources"][0]["published"] == "2017-05-29T00:00:00Z"
    assert value["method"]["config"] == {"words": 500, "lines": None, "exclude": ["wire"]}
    assert value["window"] == {"from": None, "to": None}


@given(text=WHOLE)
@settings(deadline=None)
def test_json_keeps_every_text(text: str) -> None:
    assume(text)
    value = json.loads(page(memos.of_line(text), "json"))
    assert value["sections"][0]["stories"][0]["items"][0]["text"] == text


# --- E-mail ---------------------------------------------------------------------------


def message(content: bytes) -> EmailMessage:
    parsed = email.message_from_bytes(content, policy=email.policy.default)
    assert isinstance(parsed, EmailMessage)
    assert not parsed.defects
    return parsed


def test_a_message_holds_text_and_html() -> None:
    parsed = message(outputs.render(memos.example(), "eml"))
    assert parsed["Subject"] == "Daily briefing — 29 May 2017"
    assert parsed["Date"].datetime == datetime(2017, 5, 29, tzinfo=UTC)
    assert parsed["MIME-Version"] == "1.0"
    assert parsed["X-Unsent"] == "1"
    assert parsed["From"] is None
    assert parsed["To"] is None
    assert parsed.get_content_type() == "multipart/alternative"
    text, styled = parsed.iter_parts()
    assert (text.get_content_type(), styled.get_content_type()) == ("text/plain", "text/html")
    assert text.get_content() == page(memos.example(), "txt")
    found = Page(styled.get_content())
    assert found.blocks[1:] == Page(commonmark(EXAMPLE)).blocks
    assert re.search(r"<h1 style=\"[^\"]*font-size", styled.get_content())
    assert "<link" not in styled.get_content()


def test_a_message_with_recipients_can_be_sent_as_it_is() -> None:
    content = outputs.render(
        memos.example(),
        "eml",
        sender="Düsk <desk@example.org>",
        recipients=["a@example.org", "B <b@example.org>, c@example.org"],
    )
    parsed = message(content)
    assert parsed["From"] == "Düsk <desk@example.org>"
    assert [a.addr_spec for a in parsed["To"].addresses] == [
        "a@example.org",
        "b@example.org",
        "c@example.org",
    ]
    assert parsed["X-Unsent"] is None
    assert content.isascii()
    assert b"\r" not in content
    assert max(map(len, content.split(b"\n"))) <= 998


@given(text=TEXTS)
@settings(max_examples=50, deadline=None)
def test_a_title_adds_no_header_and_no_line_ends_a_message(text: str) -> None:
    assume(text.strip())
    memo = memos.of_line(text, title=text, publisher=text)
    content = outputs.render(memo, "eml")
    parsed = message(content)
    assert parsed.keys() == ["X-Unsent", "Subject", "Date", "MIME-Version", "Content-Type"]
    assert len(list(parsed.iter_parts())) == 2
    assert b"\n.\n" not in content


def test_a_full_stop_alone_on_a_line_does_not_end_a_message() -> None:
    # One of these lengths puts the full stop behind a soft break of quoted-printable.
    for n in range(60, 90):
        long = "x" * n + "."
        assert b"\n.\n" not in outputs.render(memos.of_line(long, title=long), "eml")


def test_an_undated_message_has_no_date() -> None:
    assert message(outputs.render(memos.memo([]), "eml"))["Date"] is None


@pytest.mark.parametrize(
    "address",
    [
        "",
        "x",
        "a@b\nBcc: c@d",
        "A\r\nB <a@b>",
        "ö@example.org",
        "a@b, c",
        "x:;",
        "a@",
        "a@b@c",
        "a@b..c",
        "@c",
        "<>",
        "a..b@c",
    ],
)
def test_what_is_no_address_is_refused_in_one_line(address: str) -> None:
    with pytest.raises(ConfigError, match="no e-mail address") as caught:
        outputs.render(memos.example(), "eml", recipients=[address])
    assert "\n" not in str(caught.value)


def test_a_message_has_one_sender() -> None:
    with pytest.raises(ConfigError, match="one sender"):
        outputs.render(memos.example(), "eml", sender="a@example.org, b@example.org")


# --- All formats ----------------------------------------------------------------------


def page(memo: Memo, format_: str) -> str:
    return outputs.render(memo, format_).decode()


@pytest.mark.parametrize("format_", OUTPUTS)
def test_the_same_memo_gives_the_same_bytes(format_: str) -> None:
    assert outputs.render(memos.example(), format_) == outputs.render(memos.example(), format_)


@pytest.mark.parametrize("format_", OUTPUTS)
def test_every_text_can_be_written(format_: str) -> None:
    text = "\ud800 \x00\x02\u202e ￿ 𝒳 <b> & *"
    memo = memos.of_line(text, title=text, publisher=text, url=text)
    assert outputs.render(replace(memo, handling=text), format_).decode()


@pytest.mark.parametrize("format_", ["md", "txt", "html", "eml", "json"])
def test_every_format_has_every_line(format_: str) -> None:
    content = outputs.render(memos.example(), format_)
    if format_ == "eml":
        for part in message(content).iter_parts():
            has_every_line(part.get_content())
    else:
        has_every_line(content.decode())


def has_every_line(content: str) -> None:
    shown = " ".join(unescape(content).split())
    for item in memos.example().items:
        assert item.claim.best.text in shown


def test_suffixes_name_formats() -> None:
    assert [outputs.format_of(f"a/b.c{o.suffix.upper()}") for o in OUTPUTS.values()] == [
        *OUTPUTS
    ]
    with pytest.raises(ConfigError, match=r"x\.docx: .* known are \.md, \.txt, \.html"):
        outputs.format_of("x.docx")


def test_an_unknown_format_names_the_nearest() -> None:
    with pytest.raises(ConfigError, match="unknown format 'htm'; did you mean 'html'"):
        outputs.render(memos.example(), "htm")


# --- Templates ------------------------------------------------------------------------


def test_a_folder_replaces_templates_by_name(tmp_path: Path) -> None:
    (tmp_path / "memo.md.j2").write_text("{{ memo.title|md }}!\n", encoding="utf-8")
    memo = memos.example()
    assert outputs.render(memo, "md", templates=tmp_path) == b"Daily briefing!\n"
    assert b"Aid reached" in outputs.render(memo, "txt", templates=tmp_path)


@pytest.mark.parametrize("template", ["{% if %}", "{{ memo.nothing }}", "{{ x|nothing }}"])
def test_a_faulty_template_is_named_in_one_line(tmp_path: Path, template: str) -> None:
    (tmp_path / "memo.md.j2").write_text(template, encoding="utf-8")
    with pytest.raises(ConfigError, match=r"memo\.md\.j2: ") as caught:
        outputs.render(memos.example(), "md", templates=tmp_path)
    assert "\n" not in str(caught.value)


def test_a_missing_folder_of_templates_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="no folder of templates"):
        outputs.render(memos.example(), "md", templates=tmp_path / "none")


# --- Files ----------------------------------------------------------------------------


def test_a_memo_is_written_with_its_texts_beside_it(tmp_path: Path) -> None:
    memo = memos.example()
    for output in OUTPUTS.values():
        outputs.write(memo, tmp_path / f"memo.v1{output.suffix}")
    names = sorted(path.name for path in tmp_path.iterdir())
    written = [f"memo.v1{output.suffix}" for output in OUTPUTS.values()]
    assert names == sorted([*written, "memo.v1.sources.jsonl.gz"])
    assert (tmp_path / "memo.v1.md").read_text("utf-8") == EXAMPLE
    packed = gzip.decompress((tmp_path / "memo.v1.sources.jsonl.gz").read_bytes())
    rows = [json.loads(row) for row in packed.decode().splitlines()]
    assert [list(row) for row in rows] == [["id", "source", "title", "url", "text"]] * 3
    assert [(row["id"], row["text"]) for row in rows] == [
        (source.id, source.document.text) for source in memo.sources
    ]


def test_texts_are_the_same_bytes_each_time_and_can_be_left_out(tmp_path: Path) -> None:
    for name in ("a", "b"):
        outputs.write(memos.example(), tmp_path / f"{name}.md")
    outputs.write(memos.example(), tmp_path / "c.md", texts=False)
    a, b, c = (tmp_path / f"{name}.sources.jsonl.gz" for name in "abc")
    assert a.read_bytes() == b.read_bytes()
    assert not c.exists()


def test_a_file_that_exists_is_replaced_and_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "memo.txt"
    path.write_text("old", encoding="utf-8")
    path.chmod(0o600)
    outputs.write(memos.example(), path)
    assert path.read_text("utf-8").startswith("UNCLASSIFIED")
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("place", ["none/memo.md", "file/memo.md", "memo.md"])
def test_what_cannot_be_written_is_one_line_and_leaves_nothing(
    tmp_path: Path, place: str
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    (tmp_path / "memo.md").mkdir()
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(OutputError, match=r"memo\.md: cannot be written: ") as caught:
        outputs.write(memos.example(), tmp_path / place)
    assert "\n" not in str(caught.value)
    assert sorted(tmp_path.rglob("*")) == before


def test_no_memo_without_its_texts(tmp_path: Path) -> None:
    (tmp_path / "memo.sources.jsonl.gz").mkdir()
    with pytest.raises(OutputError, match=r"memo\.sources\.jsonl\.gz: cannot be written"):
        outputs.write(memos.example(), tmp_path / "memo.md")
    assert [path.name for path in tmp_path.iterdir()] == ["memo.sources.jsonl.gz"]


@contextmanager
def room_for(n_bytes: int) -> Iterator[None]:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (n_bytes, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_full_disk_leaves_the_old_memo(tmp_path: Path) -> None:
    path = tmp_path / "memo.md"
    path.write_text("old", encoding="utf-8")
    with room_for(100), pytest.raises(OutputError, match="cannot be written: "):
        outputs.write(memos.example(), path)
    assert path.read_text("utf-8") == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["memo.md"]
