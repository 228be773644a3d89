"""Which of a list of phrases a text has: what a profile must print, or never prints."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.sections.lexicon import Lexicon, words


class Phrases:
    """Words, families of words ("rebel*") and phrases, matched as those of sections are.

    One that starts with a capital is matched with its case: "US" is not "us".
    """

    def __init__(self, phrases: Sequence[str]) -> None:
        """Compile `phrases`."""
        # One lexicon each: of phrases that share words a common one would find the longest.
        self._each = [(phrase, Lexicon[str](cased=phrase[:1].isupper())) for phrase in phrases]
        for phrase, lexicon in self._each:
            lexicon.add(phrase, phrase)

    def found(self, text: str) -> frozenset[str]:
        """The phrases that `text` has."""
        if not self._each:
            return frozenset()
        tokens = words(text)
        folded = [token.casefold() for token in tokens]
        return frozenset(
            phrase
            for phrase, lexicon in self._each
            if any(lexicon.find(tokens if lexicon.cased else folded))
        )
