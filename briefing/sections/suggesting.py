"""Terms that a section might have: what is common in its sentences and rare elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log, sqrt

from briefing import languages
from briefing.model import Sentence
from briefing.sections.builder import SectionBuilder
from briefing.sections.lexicon import words
from briefing.sections.matcher import Vocabulary
from briefing.sections.profile import Profile
from briefing.sections.terms import Terms

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
    """Terms for a section, the most telling first; those that the profile has are left out.

    The sentences of the section are those that the profile places there, and its examples.
    """
    inside, outside = Counter[str](), Counter[str]()
    spelt: dict[str, Counter[str]] = {}
    n_inside = n_outside = 0
    for text, language, here in _texts(profile, section, sentences):
        n_inside += here
        n_outside += not here
        for key, form in dict(_grams(text, languages.stop_words(language))).items():
            (inside if here else outside)[key] += 1
            spelt.setdefault(key, Counter())[form] += 1
    keys = [key for key, n in inside.items() if n >= LEAST]
    forms = [min(spelt[key], key=lambda form: (-spelt[key][form], form)) for key in keys]
    found = [
        Suggestion(
            form,
            _z(inside[key], n_inside, outside[key], n_outside),
            inside[key],
            outside[key],
        )
        for key, form, known in zip(keys, forms, _known(profile, forms), strict=True)
        if not known
    ]
    return sorted((one for one in found if one.z > 0), key=lambda one: (-one.z, one.text))


def _texts(
    profile: Profile, section: str, sentences: Sequence[Sentence]
) -> Iterator[tuple[str, str, bool]]:
    """(text, language, whether it is of the section) of sentences and examples."""
    placed = SectionBuilder(profile).place(sentences, explained=False)
    for sentence, placement in zip(sentences, placed, strict=True):
        language = sentence.document.language or profile.weights.language or "en"
        yield sentence.text, language, placement.section == section
    examples = [(text, s.id == section) for s in profile.all_sections for text in s.examples]
    guessed = languages.guess(" ".join(text for text, _here in examples))
    for text, here in examples:
        yield text, guessed or profile.weights.language or "en", here


def _known(profile: Profile, forms: Sequence[str]) -> list[bool]:
    """Whether a term of the profile fires on each."""
    vocabulary = Vocabulary()
    hits = Terms(profile, vocabulary).find(vocabulary.flat([words(form) for form in forms]))
    return [start < end for start, end in pairwise(hits.starts.tolist())]


def _grams(text: str, stop: frozenset[str]) -> Iterator[tuple[str, str]]:
    """(folded, as written) of words and of two that follow each other, without `stop`."""
    found = words(text)
    plain = [word.casefold() for word in found]
    telling = [word not in stop and len(word) > 1 and not word.isdigit() for word in plain]
    for n, word in enumerate(found):
        if telling[n]:
            yield plain[n], word
            if n + 1 < len(found) and telling[n + 1]:
                yield f"{plain[n]} {plain[n + 1]}", f"{word} {found[n + 1]}"


def _z(inside: int, n_inside: int, outside: int, n_outside: int) -> float:
    # One sentence more, without the term: no term is in all.
    prior = PRIOR * (inside + outside) / (n_inside + n_outside + 1)
    a, b = inside + prior, outside + prior
    odds = log(a / (n_inside + PRIOR - a)) - log(b / (n_outside + PRIOR - b))
    return odds / sqrt(1 / a + 1 / b)
