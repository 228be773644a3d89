"""A sentence as the rules of cleaning see it: words, names, quotations and speakers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from briefing import languages
from briefing.cleaning import quotations
from briefing.cleaning.patterns import UPPER, words

SAYS = words(
    """
    said says say added adds told tells wrote writes tweeted asked asks explained explains
    warned continued noted stated insisted argued replied declared announced claimed concluded
    acknowledged recalled testified remarked responded joked complained observed predicted
    """
)
"""Verbs of speech, in English."""

UNSPACED = frozenset(("zh", "ja", "th", "lo", "km", "my"))
"""Languages that write no blanks between words."""

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_CAPITALISED = re.compile(rf"\b(?:(?:[{UPPER}]\.){{2,}}|[{UPPER}][\w'’-]+)")
_AFTER_OPENING = frozenset('“"«„»「『([')
_SENTENCE_END = re.compile(r"[.!?…][\"”’»)]*\s*$")
_ABBREVIATION = re.compile(rf"(?:^|\s)[{UPPER}]\w{{0,3}}\.\s*$")
_BY_SOMEBODY = re.compile(rf"\b{SAYS}\b|\baccording to\b", re.IGNORECASE)

_NO_NAMES = frozenset(
    """
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May
    June July August September October November December I'm I’m I've I’ve Mr Mrs Ms
    """.split()
)


@dataclass(frozen=True)  # no slots: properties are cached
class Look:
    """A sentence as the rules see it."""

    text: str
    language: str = ""
    """ISO 639-1 code, or "" if unknown."""
    title: str = ""
    """Title of the document."""
    inside: bool = False
    """Whether it starts inside a quotation that an earlier sentence opened."""

    @property
    def english(self) -> bool:
        """Whether rules about English words apply."""
        return self.language in ("", "en")

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Words of letters, in order."""
        return tuple(_WORD.findall(self.text))

    @cached_property
    def outside(self) -> str:
        """The text without what stands in quotation marks."""
        return self._parts[0]

    @cached_property
    def quoted(self) -> str:
        """What stands in quotation marks, joined."""
        return self._parts[1]

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Capitalised words that do not start a sentence or a quotation."""
        return tuple(self._names(self.text))

    @cached_property
    def outside_names(self) -> tuple[str, ...]:
        """Names that do not stand in quotation marks."""
        return tuple(self._names(self.outside))

    @cached_property
    def has_speaker(self) -> bool:
        """Whether somebody is said to say something, outside of quotation marks."""
        return bool(_BY_SOMEBODY.search(self.outside))

    @property
    def has_named_speaker(self) -> bool:
        """Whether that somebody has a name."""
        return self.has_speaker and bool(self.outside_names)

    @cached_property
    def has_figure(self) -> bool:
        """Whether there is a digit."""
        return any(map(str.isdigit, self.text))

    @cached_property
    def _parts(self) -> tuple[str, str]:
        return quotations.parts(self.text, self.inside)

    def _names(self, text: str) -> Iterator[str]:
        stop = languages.stop_words(self.language or "en")
        for match in _CAPITALISED.finditer(text):
            name = match[0]
            is_common = name in _NO_NAMES or name.casefold() in stop
            if not is_common and not _begins(text, match.start()):
                yield name


def _begins(text: str, place: int) -> bool:
    """Whether a sentence or a quotation begins at `place`: a capital says nothing there."""
    if place == 0 or text[place - 1] in _AFTER_OPENING:
        return True
    before = text[max(0, place - 8) : place]
    return bool(_SENTENCE_END.search(before)) and not _ABBREVIATION.search(before)
