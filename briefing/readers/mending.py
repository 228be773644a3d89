"""Extracted text made clean: what a reader sees is what a memo may quote."""

from __future__ import annotations

import html
import re
import unicodedata

_BREAKS = re.compile("\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028]")
# Soft hyphens, zero-width blanks, byte order marks and marks of writing direction.
_UNSEEN = re.compile("[\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
# Joiners spell words from Arabic to Burmese script, and are litter elsewhere.
_JOINERS = re.compile("(?<![\u0600-\u109f\u200c\u200d])[\u200c\u200d]+")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_BLANKS = re.compile("[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_RUNS = re.compile("[ \t]{2,}|\t")
_EDGES = re.compile(" ?\n ?")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|amp|quot|apos|lt|gt|nbsp);")
_GAPS = re.compile("\n{3,}")


def characters(text: str) -> str:
    """`text` without what cannot be seen or printed, in NFC; its layout stays.

    Newlines are "\\n", blanks are plain, lone surrogates are U+FFFD; tabs stay.
    """
    text = _BREAKS.sub("\n", text).replace("\u2029", "\n\n")
    text = _CONTROLS.sub("", _UNSEEN.sub("", text))
    text = _SURROGATES.sub("\ufffd", _BLANKS.sub(" ", text))
    return unicodedata.normalize("NFC", _JOINERS.sub("", text))


def mend(text: str) -> str:
    """`characters`, one blank between words, none around lines, at most one empty line.

    Mending twice changes nothing.
    """
    text = _RUNS.sub(" ", characters(text))
    return _GAPS.sub("\n\n", _EDGES.sub("\n", text)).strip(" \n")


def line(text: str) -> str:
    """`mend` for what must stand on one line: a title, a name; entities that are left go."""
    while True:
        plain = " ".join(mend(_ENTITY.sub(lambda found: html.unescape(found[0]), text)).split())
        if plain == text:
            return plain
        text = plain
