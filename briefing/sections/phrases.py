"""Which of a list of phrases a text has: what a profile must print, or never prints."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.sections.lexicon import words
from briefing.sections.matcher import Matcher, Phrase, Vocabulary

NEVER = "excluded phrase"
"""Reason for which a line is dropped that has a phrase of the profile's `never`."""


class Phrases:
    """Words, families of words ("rebel*") and phrases, matched as those of sections are.

    One that starts with a capital is matched with its case: "US" is not "us".
    """

    def __init__(self, phrases: Sequence[str]) -> None:
        """Compile `phrases`."""
        self._vocabulary = Vocabulary()
        # One matcher each: of phrases that share words a common one would find the longest.
        self._each = [
            (phrase, Matcher([Phrase(phrase, phrase[:1].isupper())], self._vocabulary))
            for phrase in phrases
        ]

    def found(self, text: str) -> frozenset[str]:
        """The phrases that `text` has."""
        if not self._each:
            return frozenset()
        flat = self._vocabulary.flat([words(text)])
        return frozenset(phrase for phrase, matcher in self._each if len(matcher.find(flat)[0]))
