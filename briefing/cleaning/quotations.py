"""Quotations: where they open and close, and those that run over several sentences.

"“A. B,” said C." has its speaker in the last sentence only. Printed alone, A is a bare
quote, and B lacks the mark that opens it; together they are one line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.model import Sentence

STARTS = tuple('"“”„«»「『')
"""Marks that open a quotation where a sentence begins: ”so” in Swedish, »so« in German."""
MOST_WORDS, MOST_CHARACTERS = 60, 600
"""A longer quotation is not joined: it would crowd out other news."""

_MARK = re.compile(r'[“”„«»「」『』]|(?<!\w)"|"(?!\w)')
"""A straight mark between letters is none: it is how Hebrew writes initials."""
_UNKNOWN = "?"
"""Stands for the mark of a quotation that was opened before the text."""
_BEFORE_OPENING = "([{—–-'‘/:"
BREAKS = frozenset("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")
"""Characters between paragraphs."""


def starts_quote(text: str) -> bool:
    """Whether the first character opens a quotation."""
    return text.startswith(STARTS)


def opens(text: str, inside: bool = False) -> bool:
    """Whether a quotation is open behind `text`; `inside`: one is open before it."""
    state = inside
    for turn in _turns(text, inside):
        state = turn.is_open
    return state


def closes_unopened(text: str) -> bool:
    """Whether `text` closes a quotation that it did not open."""
    return any(turn.is_stray for turn in _turns(text, inside=False))


def parts(text: str, inside: bool = False) -> tuple[str, str]:
    """What stands outside of quotations, and what in them: each joined by blanks."""
    pieces: tuple[list[str], list[str]] = ([], [])
    start, state = 0, inside
    for turn in _turns(text, inside):
        pieces[state].append(text[start : turn.place])
        start, state = turn.place + 1, turn.is_open
    pieces[state].append(text[start:])
    outside, within = (" ".join(part) for part in pieces)
    return outside, within.strip()


@dataclass(frozen=True, slots=True)
class _Turn:
    """A quotation mark, and what it does."""

    place: int
    is_open: bool
    """Whether a quotation is open behind it."""
    is_stray: bool = False
    """Whether it closes what was not open."""


def _turns(text: str, inside: bool) -> Iterator[_Turn]:
    opener = _UNKNOWN if inside else ""
    for match in _MARK.finditer(text):
        mark, place = match[0], match.start()
        before = text[place - 1] if place else " "
        after = text[place + 1 : place + 2] or " "
        if opener:
            if _closes(mark, opener, before, after):
                opener = ""
            yield _Turn(place, is_open=bool(opener))
        elif _opens(mark, before, after):
            opener = mark
            yield _Turn(place, is_open=True)
        else:
            yield _Turn(place, is_open=False, is_stray=True)


def _opens(mark: str, before: str, after: str) -> bool:
    """Whether a mark opens a quotation where none is open."""
    if mark in '"”»':
        starts = before.isspace() or before in _BEFORE_OPENING
        return starts and (mark == '"' or not after.isspace())
    return mark in "“„«「『"


def _closes(mark: str, opener: str, before: str, after: str) -> bool:
    """Whether a mark closes the quotation that `opener` opened; others are quoted in it."""
    if mark in "“«":
        # „So“ and »so« close with the marks that open elsewhere; so does “this,“ by mistake.
        ends = not before.isspace() and not after.isalnum()
        return ends and (opener in ("„", "»", _UNKNOWN) or before in ",.!?")
    if mark == "»":
        return opener != "»"
    return mark in '"”」』'


@dataclass(frozen=True, slots=True)
class Group:
    """Sentences of one line: `sentences[first : last + 1]`."""

    first: int
    last: int
    inside: bool
    """Whether the line starts inside a quotation that an earlier one opened."""


def group(sentences: Sequence[Sentence]) -> Iterator[Group]:
    """Group those of a short quotation; each sentence is in one group, in order.

    `sentences` are those of one document. A quotation ends with its paragraph.
    """
    place = 0
    inside = False
    while place < len(sentences):
        first = sentences[place]
        if place and _new_paragraph(sentences[place - 1], first):
            inside = False
        inside = inside and first.text[0] not in "“«„"
        last = place if inside else _end(sentences, place)
        yield Group(place, last, inside)
        for sentence in sentences[place : last + 1]:
            inside = opens(sentence.text, inside)
        place = last + 1


def _end(sentences: Sequence[Sentence], first: int) -> int:
    """Where the quotation that is open behind sentence `first` closes, if it is short."""
    inside = opens(sentences[first].text)
    last = first
    while inside:
        if last + 1 == len(sentences) or _new_paragraph(sentences[last], sentences[last + 1]):
            return first
        last += 1
        start, end = sentences[first].start, sentences[last].end
        if end - start > MOST_CHARACTERS:
            return first
        if len(sentences[first].document.text[start:end].split()) > MOST_WORDS:
            return first
        inside = opens(sentences[last].text, inside)
    return last


def _new_paragraph(before: Sentence, after: Sentence) -> bool:
    return not BREAKS.isdisjoint(before.document.text[before.end : after.start])
