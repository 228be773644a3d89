"""Words as the section builder sees them, and the patterns that are written for them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|\w+(?:['’]\w+)*")
_PLAIN = str.maketrans({"’": "'", "‘": "'", "ʼ": "'"})


def words(text: str) -> list[str]:
    """Words as matching sees them: case kept, accents, possessives and final dots gone."""
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text.translate(_PLAIN))
        text = "".join(c for c in decomposed if not unicodedata.combining(c))
    return [_bare(word) for word in _WORD.findall(text)]


def pattern(phrase: str, *, cased: bool) -> tuple[str, ...]:
    """The words of a phrase as they are matched, each with its "*", if it has one."""
    return tuple(_pattern(phrase if cased else phrase.casefold()))


def _pattern(phrase: str) -> Iterator[str]:
    for part in phrase.replace("-", " ").split():
        for word in words(part):
            yield word + "*" * part.endswith("*")


def _bare(word: str) -> str:
    if word.endswith(("'s", "'S")):
        word = word[:-2]
    return word.rstrip(".")
