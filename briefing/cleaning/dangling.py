"""Lines that lean on an earlier one: a pronoun, a bare title, "the meeting".

A line that leans may stand in a memo only under a line of the same document that names the
person or the occasion. Rules are for English; in other languages a pronoun at the start is
the only sign.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.cleaning import pointing, quotations
from briefing.cleaning.look import Look

NEAR = 2
"""How many lines back a pronoun may point."""
FAR = 8
"""How many lines back a title or an occasion may point."""
POINTS_WITHIN = 45
"""Characters at the start in which "these orders" points back; later, the line may say it."""

Places = tuple[int, ...]
"""Lines that a line may stand under, by number, the nearest first."""


def antecedents(looks: Sequence[Look]) -> list[Places | None]:
    """Where each line may stand: None if alone, () if it leans and nothing says on what.

    `looks` are the fit lines of one document, in order.
    """
    names = frozenset(name for look in looks for name in look.names)
    passage = _Passage(looks, names)
    return [passage.antecedents(position) for position in range(len(looks))]


@dataclass(frozen=True, slots=True)
class _Passage:
    """The lines of a document."""

    looks: Sequence[Look]
    names: frozenset[str]
    """Names within any of the lines: a first word that is one of them is a name."""

    def antecedents(self, position: int) -> Places | None:
        """Where a line may stand; a quotation whose speaker has a name may stand alone."""
        look = self.looks[position]
        places = self._pointed_at(position, look)
        is_spoken = quotations.starts_quote(look.text) and look.outside_names
        return (places or None) if is_spoken else places

    def _pointed_at(self, position: int, look: Look) -> Places | None:
        lead = _subject(look)
        if not look.english:
            first = lead.split(" ", 1)[0].casefold().strip(",.")
            pronouns = pointing.FOREIGN.get(look.language, frozenset())
            return self._named(position, NEAR) if first in pronouns else None
        if pointing.IT.match(lead):
            return None if pointing.EXPLETIVE.match(lead) else self._named(position, 1)
        if pointing.PRONOUN.match(lead):
            is_spoken = quotations.starts_quote(look.text) and look.outside_names
            return self._named(position, FAR if is_spoken else NEAR)
        if title := pointing.BARE_TITLE.match(lead):
            noun = title["noun"].casefold().rstrip("s")
            return self._mentions(position, (noun,)) or self._named(position, NEAR)
        if occasion := pointing.BARE_OCCASION.match(lead):
            noun = occasion["noun"].casefold()
            families = pointing.FAMILIES.get(noun, (noun.rstrip("s"),))
            return self._mentions(position, families) or self._named(position, NEAR)
        if pointing.LATE_PRONOUN.match(look.text):
            return self._named(position, NEAR)
        reach = FAR if look.names else NEAR
        if pointing.BARE_NOUN.match(lead) or pointing.POINTING.search(
            look.outside, 0, POINTS_WITHIN
        ):
            return self._named(position, reach)
        if pointing.COMMENT.match(look.text):
            return self._named(position, 1)
        if pointing.THIS.match(lead) or pointing.LATER.match(look.text):
            return self._named(position, reach)
        if quotations.starts_quote(look.text) and not look.has_speaker:
            # A quotation through and through: whose, an earlier line says.
            spoken = position > 0 and self.looks[position - 1].has_speaker
            return (position - 1,) if spoken else ()
        if pointing.NOTHING_FOR_IT.search(look.text):
            return self._named(position, 1)
        if pointing.SPEAKER_PRONOUN.search(look.text):
            return self._named(position, NEAR)
        if not self._starts_with_name(position) and pointing.is_about_somebody_else(look):
            return self._named(position, NEAR)
        if look.names or look.has_figure or self._starts_with_name(position):
            return None
        places = self._named(position, NEAR)
        # The first line has nothing before it to be about; a day makes a line news.
        is_news = position == 0 or pointing.WEEKDAY.search(look.outside)
        return places if places or not is_news else None

    def _starts_with_name(self, position: int) -> bool:
        words = self.looks[position].words
        return bool(words) and words[0] in self.names

    def _named(self, position: int, reach: int) -> Places:
        """The nearest line within `reach` that names somebody, and those about that name."""
        for place in range(position - 1, max(-1, position - 1 - reach), -1):
            look = self.looks[place]
            if look.names:
                name = look.words[0] if self._starts_with_name(place) else look.names[0]
                others = range(place - 1, max(-1, position - 1 - FAR), -1)
                return (place, *(n for n in others if name in self.looks[n].text))
        return ()

    def _mentions(self, position: int, families: tuple[str, ...]) -> Places:
        """Lines within `FAR` that have a word of one of the families, and a name."""
        return tuple(
            place
            for place in range(position - 1, max(-1, position - 1 - FAR), -1)
            if self.looks[place].names
            and any(word.casefold().startswith(families) for word in self.looks[place].words)
        )


def _subject(look: Look) -> str:
    """The text from its first noun or pronoun on, leading connectives off."""
    text = look.text.lstrip("“\"'‘«( ")
    for _ in range(4):
        match = pointing.LEADING.match(text)
        if not match or match.end() == len(text):
            break
        text = text[match.end() :]
    return text
