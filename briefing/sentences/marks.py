"""A mark that may end a sentence, and what stands around it."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.sentences.words import Words

REACH = 320
"""Characters, some 55 words: the longest sentence that a quotation or a bracket may hold.

On GUM, 0 and 160 lose two boundaries, 240 to 640 give the same. On 1,060 articles, sentences
of more than 60 words are 333 at 240, 336 at 320, 354 at 400 and 394 at 640.
"""


@dataclass(frozen=True, slots=True)
class Spot:
    """A mark that may end a sentence, and what stands around it."""

    text: str
    start: int
    """Where the sentence begins."""
    at: int
    """Where the mark stands."""
    end: int
    """Where the sentence would end: after quotation marks, brackets and footnote marks."""
    stop: int
    """Where the line ends."""
    mark: str
    close: str
    """Quotation marks and brackets right after the mark."""
    word: str
    """What stands before the mark, up to a blank, an opening mark or a dash."""
    open: str
    """Quotation marks, brackets and dashes before the next word."""
    following: str
    """The next word."""
    beyond: int
    """Where the next word ends."""
    is_glued: bool
    """Whether no blank comes before the next word and its opening marks."""
    words: Words

    @property
    def is_begun(self) -> bool:
        """Whether the next word has its capital because a sentence begins."""
        word = self.following.replace("’", "'").partition("'")[0]
        if word.isupper() and len(word) > 2:
            word = word.capitalize()
        is_initial = len(word) == 1 and self.text.startswith(".", self.beyond)
        return word in self.words.starters and not is_initial and not self.is_added

    @property
    def is_added(self) -> bool:
        """Whether a bracket or a dash opens before the next word."""
        return self.open[:1] in ("(", "[", "-", "–", "—")


def word_before(text: str, start: int, at: int) -> str:
    """Return what stands before a mark, up to a blank, an opening mark or a dash."""
    tail = text[max(start, at - 24) : at]
    if not tail or tail[-1].isspace():
        return ""
    return tail.rsplit(None, 1)[-1].rpartition("—")[2].lstrip("\"“‘'’«„([{*¿¡")
