"""Where the sentences of a line end: at every mark that nothing forbids to end one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.sentences.lines import Span
from briefing.sentences.marks import REACH, Spot, word_before
from briefing.sentences.vetoes import VETOES
from briefing.sentences.words import Words

_ANY_MARK = "[.!?…\u037e؟۔।॥։።፧။។‼⁇⁈⁉。！？｡]"
_MARKS = re.compile(f"{_ANY_MARK}{_ANY_MARK}*+")
# Groups are atomic and not possessive: in Python 3.11.2, a possessive group keeps what failed.
_CLOSE = re.compile(
    r"""
    (?P<close>
        (?> (?: ["”’'»›)\]}*¹²³⁰⁴-⁹] | [“«‹](?![^\W_]) )* )
        (?: \s?[»”](?=\s|\Z) )?
    )
    (?> (?: \s?\[(?:\d{1,3}|[a-z]|note\ \d{1,2}|citation\ needed)\] )* )
    (?= \s | \Z | ["“‘«(]?(?:[^\W\d_][^\W\d_]|[AI]\s) )
    """,
    re.VERBOSE,
)
_WIDE = frozenset("。！？｡")
"""Marks after which no blank stands."""
_WIDE_CLOSE = re.compile(r"(?P<close>[\"”’」』）》】]*+)\s*+(?=[^\s、，；：と])")
_NEXT = re.compile(
    r"""
    \s*+
    (?P<open>
        (?> (?: ["“‘'’«»‹›„‚(\[¿¡*•⁃‣|–—-] \s? ){0,4} )
        (?: (?:…|\.\.\.|\.\ \.\ \.) \s? )?
    )
    (?P<word> [$€£¥#@]? [^\W_] [\w’'-]{0,30}+ )
    """,
    re.VERBOSE,
)


def spans(text: str, start: int, stop: int, words: Words) -> Iterator[Span]:
    """Sentences of a line, without the blanks around them."""
    for match in _MARKS.finditer(text, start, stop):
        mark, (at, end) = match.group(), match.span()
        if mark[-1] in _WIDE:
            wide = _WIDE_CLOSE.match(text, end, stop)
            if wide and not _is_held(text, start, at, wide.end("close"), stop):
                yield start, wide.end("close")
                start = wide.end()
            continue
        closed = _CLOSE.match(text, end, stop)
        if closed is None:
            continue
        close, end = closed["close"], closed.end()
        is_unclear = close == '"' and end < stop and not text[end].isspace()
        if is_unclear and text.count('"', max(start, at - REACH), at) % 2 == 0:
            # It opens what follows: 'he said."The'.
            close, end = "", end - 1
        after = _NEXT.match(text, end, stop)
        if after is None or ("." in after["open"] and text[at - 1 : at].isspace()):
            continue
        if after["word"].isdigit() and len(after["word"]) < 4 and not after["open"]:
            # A footnote mark that lost its height: 'by law. 4 Even though'.
            beyond = _NEXT.match(text, after.end(), stop)
            if beyond and beyond["word"] in words.starters:
                end, after = after.end(), beyond
        spot = Spot(
            text,
            start,
            at,
            end,
            stop,
            mark,
            close,
            word_before(text, start, at),
            after["open"],
            after["word"],
            after.end(),
            after.start("open") == end,
            words,
        )
        if not any(forbids(spot) for forbids in VETOES) and not _is_held(
            text, start, at, end, stop
        ):
            yield start, end
            start = after.start("open")
    yield start, stop


def _is_held(text: str, start: int, at: int, end: int, stop: int) -> bool:
    """Whether a mark is inside a bracket, or a quotation that a comma or a colon introduces.

    'She said: “We lost. We will try again.”' keeps its speaker that way, if the whole is no
    longer than `REACH`; a quotation that begins a sentence is split.
    """
    if end - start > REACH:
        return False
    said = text[start:at]
    limit = min(stop, start + REACH)
    for opening, closing in _PAIRS:
        opened = said.rfind(opening)
        if opened < 1 or text.find(closing, start + opened + 1, end) > 0:
            continue
        if opening in _QUOTES and said[:opened].rstrip()[-1:] not in _INTRODUCES:
            continue
        if opening == closing and not (
            said[opened - 1].isspace() and said[opened + 1 :].strip()
        ):
            continue
        closed = text.find(closing, end, limit)
        if closed > 0 and not (opening == closing and text[closed - 1].isspace()):
            return True
    return False


_PAIRS = (
    ("(", ")"),
    ("[", "]"),
    ("“", "”"),
    ('"', '"'),
    ("«", "»"),
    ("»", "«"),
    ("„", "“"),
    ("„", "”"),
    ("（", "）"),
    ("「", "」"),
)
_QUOTES = frozenset('“"«»„')
_INTRODUCES = frozenset(",:，：")
