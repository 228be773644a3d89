"""Which sentences are fit for a memo, which lean on another one, which go, and why."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from briefing.cleaning import dangling, datelines, junk, pictures, quotations
from briefing.cleaning.look import Look
from briefing.model import Dropped, Sentence

DATELINE, CAPTION, DANGLING = "dateline", "caption", "dangling"
REASONS = (DATELINE, *(name for name, _rule in junk.REASONS), DANGLING)
"""Every reason for which a sentence may be dropped, in the order in which it is asked."""

JUNK = frozenset(REASONS) - {"question", "first person", "advice", "too long"}
"""Reasons that are about form: what is dropped for them is no sentence of news at all."""
KEPT, LEANS, LOST = "kept", "leans", "lost"
"""What becomes of other sentences: the last went with the dateline or footnote it stood in."""


@dataclass(frozen=True, slots=True)
class Line:
    """What is fit to print: a sentence or short quotation, dateline and footnote marks off."""

    sentence: Sentence
    leans_on: tuple[Sentence, ...] | None = None
    """It may stand only under one of these; None if it stands alone."""


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What cleaning made of sentences: each is in one line, or dropped once as it came."""

    lines: tuple[Line, ...] = ()
    dropped: tuple[Dropped, ...] = ()

    def without(self, barred: Collection[Line], reason: str) -> Cleaned:
        """The same with `barred` lines dropped, and those that lean on nothing else."""
        gone = {id(line) for line in barred}
        out = {line.sentence for line in barred}
        for line in self.lines:
            if line.leans_on is not None and not set(line.leans_on) - out:
                gone.add(id(line))
        return Cleaned(
            tuple(line for line in self.lines if id(line) not in gone),
            (
                *self.dropped,
                *(Dropped(line.sentence, reason) for line in self.lines if id(line) in gone),
            ),
        )


def clean(sentences: Sequence[Sentence]) -> Cleaned:
    """Sort out `sentences`; those of one document stand together, in their order."""
    lines: list[Line] = []
    dropped: list[Dropped] = []
    # By identity: comparing documents would compare their texts.
    for _document, group in groupby(sentences, key=lambda sentence: id(sentence.document)):
        for outcome in _sort_out(list(group)):
            if isinstance(outcome, Line):
                lines.append(outcome)
            else:
                dropped.append(outcome)
    return Cleaned(tuple(lines), tuple(dropped))


def outcome(cleaned: Cleaned, sentence: Sentence) -> str:
    """What became of a sentence of a document: `KEPT`, `LEANS`, `LOST` or a row of `REASONS`.

    Where it is several to the splitter, the one that holds its middle counts.
    """
    middle = (sentence.start + sentence.end) // 2
    for line in cleaned.lines:
        if line.sentence.start <= middle < line.sentence.end:
            return KEPT if line.leans_on is None else LEANS
    for dropped in cleaned.dropped:
        if dropped.sentence.start <= middle < dropped.sentence.end:
            return dropped.reason
    return LOST


def _sort_out(sentences: Sequence[Sentence]) -> Iterator[Line | Dropped]:
    """Lines of one document, in order, and what is dropped of it."""
    fit: list[tuple[Sequence[Sentence], Sentence, Look]] = []
    cut = [_without_footnotes(_without_dateline(sentence)) for sentence in sentences]
    for group in quotations.group(cut):
        members = sentences[group.first : group.last + 1]
        line = _span(cut[group.first], cut[group.last])
        document = line.document
        look = Look(line.text, document.language, document.title, group.inside)
        reason = junk.reason(look) if look.text else DATELINE
        if reason is None and look.english and _is_credited(cut, group.last):
            reason = CAPTION
        if reason is None:
            fit.append((members, line, look))
        else:
            yield from (Dropped(sentence, reason) for sentence in members)
    antecedents = dangling.antecedents([look for _members, _line, look in fit])
    for (members, line, _look), places in zip(fit, antecedents, strict=True):
        if places is None:
            yield Line(line)
        elif places:
            yield Line(line, tuple(fit[place][1] for place in places))
        else:
            yield from (Dropped(sentence, DANGLING) for sentence in members)


def _is_credited(sentences: Sequence[Sentence], place: int) -> bool:
    """Whether the next sentence of the paragraph says who took the picture."""
    after = sentences[place + 1 : place + 2]
    return bool(after) and not _starts_paragraph(after[0]) and pictures.is_credit(after[0].text)


def _span(first: Sentence, last: Sentence) -> Sentence:
    if first is last:
        return first
    return Sentence(first.document, first.start, last.end, first.index)


def _without_dateline(sentence: Sentence) -> Sentence:
    """The sentence from behind its dateline; only a paragraph can start with one."""
    if not _starts_paragraph(sentence):
        return sentence
    text = sentence.text
    length = datelines.length(text)
    if not length:
        return sentence
    length += len(text[length:]) - len(text[length:].lstrip())
    return Sentence(sentence.document, sentence.start + length, sentence.end, sentence.index)


def _without_footnotes(sentence: Sentence) -> Sentence:
    """The sentence up to the marks of footnotes behind its end: "[1][2]"."""
    match = _FOOTNOTES.search(sentence.text)
    if match is None:
        return sentence
    end = sentence.start + match.start()
    return Sentence(sentence.document, sentence.start, end, sentence.index)


_FOOTNOTES = re.compile(
    r"(?<=[.!?…\"”’»)])(?:\s?\[(?:\d{1,3}|[a-z]|note \d{1,2}|citation needed)\]){1,9}$"
)


def _starts_paragraph(sentence: Sentence) -> bool:
    text, place = sentence.document.text, sentence.start
    while place and text[place - 1].isspace():
        place -= 1
        if text[place] in quotations.BREAKS:
            return True
    return place == 0
