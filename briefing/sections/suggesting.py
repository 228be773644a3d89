"""Terms that a section might have: what is common in its sentences and rare elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log, sqrt

from briefing import languages
from briefing.model import Sentence
from briefing.sections.builder import SectionBuilder
from briefing.sections.lexicon import words
from briefing.sections.matcher import Matcher, Phrase, Vocabulary
from briefing.sections.profile import Profile

LEAST = 2
"""Sentences of the section that a term needs."""
PRIOR = 10.0
"""Sentences that the prior counts for."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A word or two that might be a term."""

    text: str
    """As it is written most often."""
    z: float
    """Log-odds over its standard deviation (Monroe, Colaresi and Quinn 2008, section 3.5.1)."""
    inside: int
    """Sentences of the section that have it."""
    outside: int
    """Other sentences that have it."""


def suggest(profile: Profile, section: str, sentences: Sequence[Sentence]) -> list[Suggestion]:
    """Terms for a section, the most telling first; those that it has are left out.

    The sentences of the section are those that the profile places there, and its examples.
    """
    own = next(s for s in profile.all_sections if s.id == section)
    placed = SectionBuilder(profile).place(sentences, explained=False)
    inside, outside = Counter[str](), Counter[str]()
    spelt: dict[str, Counter[str]] = {}
    texts = [(s.text, p.section == section) for s, p in zip(sentences, placed, strict=True)]
    texts += [(example, True) for example in own.examples]
    for text, here in texts:
        for key, form in dict(_grams(text)).items():
            (inside if here else outside)[key] += 1
            spelt.setdefault(key, Counter())[form] += 1
    n_inside = sum(here for _text, here in texts)
    n_outside = len(texts) - n_inside
    known = _Known(profile, section)
    found = [
        Suggestion(
            min(spelt[key], key=lambda form: (-spelt[key][form], form)),
            _z(n, n_inside, outside[key], n_outside),
            n,
            outside[key],
        )
        for key, n in inside.items()
        if n >= LEAST and not known.has(key)
    ]
    return sorted((one for one in found if one.z > 0), key=lambda one: (-one.z, one.text))


def _grams(text: str) -> Iterator[tuple[str, str]]:
    """(folded, as written) of words and of two that follow each other."""
    stop = languages.stop_words("en")
    found = words(text)
    plain = [word.casefold() for word in found]
    telling = [word not in stop and len(word) > 2 and not word.isdigit() for word in plain]
    for n, word in enumerate(found):
        if telling[n]:
            yield plain[n], word
            if n + 1 < len(found) and telling[n + 1]:
                yield f"{plain[n]} {plain[n + 1]}", f"{word} {found[n + 1]}"


def _z(inside: int, n_inside: int, outside: int, n_outside: int) -> float:
    prior = PRIOR * (inside + outside) / (n_inside + n_outside)
    a, b = inside + prior, outside + prior
    odds = log(a / (n_inside + PRIOR - a)) - log(b / (n_outside + PRIOR - b))
    return odds / sqrt(1 / a + 1 / b)


class _Known:
    """What the terms of a section match already."""

    def __init__(self, profile: Profile, section: str) -> None:
        own = next(s for s in profile.all_sections if s.id == section)
        self._vocabulary = Vocabulary()
        phrases = [Phrase(term.text) for _kind, _sign, terms in own.groups for term in terms]
        self._matcher = Matcher(phrases, self._vocabulary)

    def has(self, text: str) -> bool:
        """Whether a term matches in `text`."""
        return bool(len(self._matcher.find(self._vocabulary.flat([words(text)]))[0]))
