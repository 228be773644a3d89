"""A memo as Markdown that CommonMark, GitHub and Python-Markdown show alike.

What a source says is text and stays text: `escape` lets none of it become markup. It escapes
as little as it can, so that ordinary prose reads as it was written. Python-Markdown knows
a backslash before some signs only; the others become character references.
"""

from __future__ import annotations

import re
import string
from urllib.parse import quote, unquote, urlsplit

from briefing.model import Memo
from briefing.outputs import bidi, layout
from briefing.outputs.options import Options

_SPECIAL = re.compile(
    rf"""
      (?P<unprintable> [\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff] )
    | (?P<reference> \A\s | \s\Z | [\n\r]       # blanks that Markdown would take away
        | [{bidi.CONTROLS}]                     # as themselves they would disorder the file
        | \A\| | \A:(?=\s)                      # table, definition
        | (?<!\S[ ])~ | ~(?!\w)                # what can close or fence; "~100" cannot
        | (?<!\S[ ])\$(?!\d) | \$(?=\$)        # what can close mathematics; "$100" cannot
        | :(?=//) )                             # GitHub links bare addresses
    | (?P<named> < | &(?=\#|[0-9A-Za-z]+;) )
    | (?P<slashed> [\\`*_\[{{] | \A[\#>] | \A[-+](?=[\s-]|\Z) | \A!(?=!!)
        | \#(?=\#|\Z)                            # a heading loses them at its end
        | (?<=[Ww]{{3}})\. )                     # GitHub links www.…
    | (?P<number> \A\d+ ) (?P<delimiter> [.)] ) (?=\s|\Z)
    | (?P<joint> @(?=\S)                        # GitHub links addresses and names
        | :(?=(?:\d*[a-z][\w+-]*|[+-]1|100|1234):) )    # and draws :smile:
    """,
    re.VERBOSE,
)
_ESCAPED = re.compile(
    rf"""
      \\(?P<slashed> [\\`*_\[{{\#>+.)!-] )
    | \ufffd<!--[ ](?P<unprintable> [0-9a-f]{{1,4}} )[ ]-->
    | (?P<joint> <!--[ ]--> )
    | &\#(?P<reference> [0-9]{{1,6}} );
    | &(?P<named> lt | amp );
    | (?P<fence> [{bidi.CONTROLS}] )
    """,
    re.VERBOSE,
)
_NAMED = {"<": "lt", "&": "amp"}
_BY_NAME = {name: sign for sign, name in _NAMED.items()}

_URL_SAFE = string.ascii_letters + string.digits + "-._~:/?#@!$&()*+,;=%"
_HOST = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]*(?:\.[A-Za-z0-9-]+)*(?::[0-9]{1,5})?")


def render(memo: Memo, options: Options) -> bytes:
    """The page that templates/memo.md.j2 makes of a memo, in UTF-8."""
    page = layout.fill("memo.md.j2", memo, options.templates, md=escape, link=link)
    return page.encode()


def escape(text: str) -> str:
    """Markdown that shows `text`, and never anything else, in a paragraph or a heading.

    Not for a cell of a table, where "|" would end it. Line breaks become references, so that
    the result is one line. A character that cannot be printed shows as U+FFFD, with its code
    in a comment. Text whose direction could spread is fenced, see `bidi.fences`.
    `unescape(escape(text))` is `text`.
    """
    before, after = bidi.fences(text)
    return before + _SPECIAL.sub(_escaped, text) + after


def _escaped(match: re.Match[str]) -> str:
    sign = match[0]
    match match.lastgroup:
        case "unprintable":
            return f"\ufffd<!-- {ord(sign):x} -->"
        case "reference":
            return f"&#{ord(sign)};"
        case "named":
            return f"&{_NAMED[sign]};"
        case "slashed":
            return f"\\{sign}"
        case "delimiter":
            return f"{match['number']}\\{match['delimiter']}"
        case _:
            return f"{sign}<!-- -->"


def unescape(markdown: str) -> str:
    """The text that `escape` made `markdown` of.

    Of other Markdown it undoes what it knows and leaves the rest; where it matters whether
    something was escaped by this program, compare with `escape` of the result.
    """
    return _ESCAPED.sub(_unescaped, markdown)


def _unescaped(match: re.Match[str]) -> str:
    found = match[match.lastgroup or 0]
    match match.lastgroup:
        case "slashed":
            return found
        case "unprintable":
            return chr(int(found, 16))
        case "reference":
            return chr(int(found))
        case "named":
            return _BY_NAME[found]
        case _:
            return ""


def link(url: str) -> str:
    """An autolink to a clean http or https address; any other text escaped.

    Clean is an address with a host of ASCII letters, no user name and no blanks; signs
    that end a link or mean something in Markdown are percent-encoded.
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return escape(url)
    if parts.scheme not in ("http", "https") or not _HOST.fullmatch(parts.netloc):
        return escape(url)
    if re.search(r"[\s\x00-\x1f\x7f-\x9f\ud800-\udfff]", url):
        return escape(url)
    if re.search(f"[{bidi.CONTROLS}]", unquote(url)):
        return escape(url)  # markdown-it shows an address decoded
    address = quote(url, safe=_URL_SAFE)
    # What looks like a character reference would be read as one.
    return "<" + re.sub(r"(&#?[0-9A-Za-z]+);", r"\1%3B", address) + ">"
