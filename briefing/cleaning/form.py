"""Sentences that are none by their form: fragments, tables, cut-off or glued text."""

from __future__ import annotations

import re
import unicodedata

from briefing.cleaning import quotations
from briefing.cleaning.look import UNSPACED, Look
from briefing.cleaning.patterns import UPPER, words

FEWEST_WORDS, FEWEST_WITHOUT_FIGURE = 4, 6
"""Fewer words are a fragment; the second number is for English.

On labelled lines of news, 4 to 7 lose no line that an editor wants; 6 takes five times the
fragments that 4 takes.
"""
MOST_WORDS, MOST_CHARACTERS = 200, 2000
"""A longer "sentence" is a list, a legal text or splitting that failed."""
FEWEST_LETTERS, MOST_CAPITALS = 0.55, 0.7
"""Part of the characters that are letters, and of the letters that are capitals."""

_UNSTOPPED = frozenset(("th", "lo"))
"""Languages that write no full stop."""
_END_WITHIN = 16
_END = re.compile(r"[.!?…。！？؟।։።]\s?[\"'”’»“‘」』)\]]*$")
_BULLET = re.compile(r"(?:[•·▪►»*‣⁃]|--?|[–—])\s|\d{1,2}\)\s")
_IN_BRACKETS = re.compile(r"\([^()]*\)\W*|\[[^\[\]]*\]\W*")
_STRANDED = re.compile(rf"\b{words('the a an and or but their its our than')}\.$")
_PARTICLE = re.compile(
    rf"(?:{words('al el de del della der den von van bin ibn da di du le la ter ten af')}[ -])"
    rf"{{1,3}}[{UPPER}]|[a-z]{{1,2}}[{UPPER}]"
)
"""What a sentence may start with in small letters: "al-Qaida", "von der Leyen", "eBay"."""

_GLUED = re.compile(
    rf"\b[a-zà-ÿ]{{3,}}(?:The|This|That|In|It|He|She|They|We|But|And|For|On|At|After|With|As|A|"
    rf"Read|Photo|Image|Story|Share|Click|Watch|Advertisement)\b|\b[{UPPER}]+['’]s[a-z]{{2,}}\b"
)
_MORE = re.compile(r"(?:^|[a-z\d]|[a-z] )MORE\b(?=[’']s|\s*\(|\s+[a-z])")
"""The end of a list of links that a page put behind a name."""
_TWICE = re.compile(rf"\b([{UPPER}]\w{{2,}})(?: \(?[{UPPER}][\w.'’-]*\)?){{0,4}} \1[{UPPER}\d]")
"""A name, and the same name in full, glued to a headline: "Holm Ann Maria HolmCity …"."""


def is_too_long(look: Look) -> bool:
    """Whether it is too long for a sentence."""
    return len(look.text) > MOST_CHARACTERS or len(look.text.split()) > MOST_WORDS


def is_heading(look: Look) -> bool:
    """Whether it is a table, a time or a line in capitals."""
    text = look.text
    n_letters = sum(map(str.isalpha, text))
    if n_letters < len(text) * FEWEST_LETTERS:
        # Vowels of Hindi or Thai are marks.
        n_letters += sum(unicodedata.category(char)[0] == "M" for char in text)
    n_capitals = sum(map(str.isupper, text))
    return n_letters < len(text) * FEWEST_LETTERS or (
        n_letters > 8 and n_capitals > MOST_CAPITALS * n_letters
    )


def is_in_brackets(look: Look) -> bool:
    """Whether it stands in brackets, all of it."""
    return bool(_IN_BRACKETS.fullmatch(look.text))


def is_list_item(look: Look) -> bool:
    """Whether it starts with a bullet or a number."""
    return bool(_BULLET.match(look.text))


def is_fragment(look: Look) -> bool:
    """Whether it is too short to say something by itself."""
    n_words = len(look.text.split())
    if look.english and not look.has_figure:
        return n_words < FEWEST_WITHOUT_FIGURE
    return look.language not in UNSPACED and n_words < FEWEST_WORDS


def is_cut_off(look: Look) -> bool:
    """Whether a part of it is missing: its start, its end, or half of a bracket."""
    text = look.text
    tail = text[-_END_WITHIN:]
    first = text.lstrip("\"'“‘«„»([ ")[:1]
    return bool(
        not (_END.search(tail) or look.language in _UNSTOPPED)
        or (first.islower() and not _PARTICLE.match(text))
        or text.startswith(("...", "…", "(", "–", "—", "-"))
        or (look.english and _STRANDED.search(tail))
        or (_is_unbalanced(text) and not (look.inside and look.has_named_speaker))
    )


def _is_unbalanced(text: str) -> bool:
    """Whether a quotation is closed that was not opened, or a bracket is left alone."""
    if text.count("(") != text.count(")") or text.count("[") != text.count("]"):
        return True
    return quotations.closes_unopened(text)


def is_glued(look: Look) -> bool:
    """Whether two texts run together: "storyThe", "John Holm John Maria HolmMayor"."""
    text = look.text
    return bool(_GLUED.search(text) or _MORE.search(text) or _TWICE.search(text))
