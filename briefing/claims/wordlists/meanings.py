"""Words that mean the same, or the opposite."""

from __future__ import annotations

from briefing import vectors
from briefing.claims.wordlists import tables

OPPOSITES = tables.groups(tables.read("opposites.txt"))
"""English stem → (group, side): two lines may not each be on a side of their own."""

_NATIONS = tables.stemmed(tables.read("nations.txt"))
SYNONYMS = {**tables.stemmed(tables.read("synonyms.txt")), **_NATIONS}
"""English stem → one of the words that news puts in its place."""

COMMON = frozenset((*SYNONYMS, *OPPOSITES)) - frozenset(_NATIONS)
"""English stems that are no name where they begin a sentence."""

SPEECH = frozenset(
    vectors.stemmed(
        """
        said say says told tell tells added adds announced warned reported tweeted wrote writes
        claimed stated declared insisted acknowledged noted argued according explained remarked
        commented quoted statement spokesman spokeswoman spokesperson reporters interview
        """.split()
    )
)
"""Stems of English words that name the speaker of a statement, and are no part of it."""
