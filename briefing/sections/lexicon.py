"""Find the words, families of words, phrases and names of a profile in a text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|\w+(?:['’]\w+)*")
_PLAIN = str.maketrans({"’": "'", "‘": "'", "ʼ": "'"})

Row = TypeVar("Row")


def words(text: str) -> list[str]:
    """Words as matching sees them: case kept, accents, possessives and final dots gone."""
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text.translate(_PLAIN))
        text = "".join(c for c in decomposed if not unicodedata.combining(c))
    return [_bare(word) for word in _WORD.findall(text)]


def _bare(word: str) -> str:
    if word.endswith(("'s", "'S")):
        word = word[:-2]
    return word.rstrip(".")


@dataclass(slots=True)
class Lexicon(Generic[Row]):
    """Phrases → rows, matched word by word; the longest phrase at a place wins.

    A phrase is one or more words, each of which may end in "*" for any ending. Phrases of
    one length at one place all count, in the order in which they were added.
    """

    cased: bool
    _first: dict[str, list[tuple[tuple[str, ...], Row]]] = field(default_factory=dict)
    _stems: dict[str, list[tuple[tuple[str, ...], Row]]] = field(default_factory=dict)
    _lengths: tuple[int, ...] = ()
    _cache: dict[str, tuple[tuple[tuple[str, ...], Row], ...]] = field(default_factory=dict)

    def add(self, phrase: str, row: Row) -> None:
        """Add one phrase; a phrase without a word is ignored."""
        parts = tuple(_pattern(phrase if self.cased else phrase.casefold()))
        if not parts:
            return
        head = parts[0]
        table = self._stems if head.endswith("*") else self._first
        table.setdefault(head.rstrip("*"), []).append((parts, row))
        if head.endswith("*"):
            self._lengths = tuple(sorted({*self._lengths, len(head) - 1}))
        self._cache.clear()

    def find(self, tokens: list[str]) -> Iterable[tuple[int, int, Row]]:
        """(first word, number of words, row) of each match, from left to right."""
        place = 0
        while place < len(tokens):
            best = 0
            rows: list[Row] = []
            for parts, row in self._candidates(tokens[place]):
                length = len(parts)
                if length >= best and _matches(parts, tokens, place):
                    if length > best:
                        best, rows = length, []
                    rows.append(row)
            for row in rows:
                yield place, best, row
            place += best or 1

    def _candidates(self, token: str) -> tuple[tuple[tuple[str, ...], Row], ...]:
        found = self._cache.get(token)
        if found is None:
            entries = list(self._first.get(token, ()))
            for length in self._lengths:
                if length <= len(token):
                    entries += self._stems.get(token[:length], ())
            found = self._cache[token] = tuple(entries)
        return found


def _pattern(phrase: str) -> Iterable[str]:
    for part in phrase.replace("-", " ").split():
        for word in words(part) or [""]:
            if word:
                yield word + "*" * part.endswith("*")


def _matches(parts: tuple[str, ...], tokens: list[str], place: int) -> bool:
    if place + len(parts) > len(tokens):
        return False
    for offset in range(1, len(parts)):
        part, token = parts[offset], tokens[place + offset]
        if part.endswith("*"):
            if not token.startswith(part[:-1]):
                return False
        elif part != token:
            return False
    return True
