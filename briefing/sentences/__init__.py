"""Split a document into sentences: verbatim slices, in order, that leave out only blanks.

Three rooms, one for each cut, in this order, since each cut may trust the one before it:

    lines.unwrapped   the text, at blank lines and at line breaks that are no hard wraps
    lines.items       a line, before each item of a list that it begins with
    ends.spans        an item, after each mark that ends a sentence

There, every mark that may end a sentence (`marks`) does, unless a row of `vetoes.VETOES`
forbids it, by the abbreviations of the language (`words`). No rule looks further than
`marks.REACH` characters, so that time grows with the length of a text, whatever is in it.

The rules are our own because the best library, sentencex 1.0, takes quotations as wholes,
panics at a no-break space between a capital and a full stop, and needs minutes for a
megabyte of opening quotation marks.
`tests/quality/benchmark_sentences.py` compares them.
"""

from __future__ import annotations

import re

from briefing.model import Document, Sentence
from briefing.sentences import ends, lines, words


def split(document: Document) -> tuple[Sentence, ...]:
    """Return the sentences of `document`; none for a text of blanks.

    Every character that is not a blank is in one sentence. A blank line ends a sentence,
    and so does a line break, unless the lines are filled to a width (`lines.unwrapped`).
    Datelines, list numbers and footnote marks stay with their sentence. A language that
    `words` does not know, or "", is split as English.
    """
    text = document.text
    known = words.of(re.split("[-_]", document.language.lower())[0])
    spans = (
        span
        for line in lines.unwrapped(text)
        for item in lines.items(text, *line)
        for span in ends.spans(text, *item, known)
    )
    return tuple(Sentence(document, start, end, n) for n, (start, end) in enumerate(spans))
