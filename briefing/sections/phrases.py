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
        self._any: Lexicon[str] = Lexicon(cased=False)
        self._cased: Lexicon[str] = Lexicon(cased=True)
        for phrase in phrases:
            (self._cased if phrase[:1].isupper() else self._any).add(phrase, phrase)

    def found(self, text: str) -> frozenset[str]:
        """The phrases that `text` has."""
        tokens = words(text)
        folded = [token.casefold() for token in tokens]
        return frozenset(
            phrase
            for lexicon, given in ((self._cased, tokens), (self._any, folded))
            for _place, _length, phrase in lexicon.find(given)
        )
