"""How common a word is in the news of a language, where a table of that is shipped.

`en.tsv` counts the articles of topics_allsides_dev: American politics, 2012 to 2020. Names and
numbers that were in the news in some of those years only are left out, since they would not be
common in the news of other years. `tests/quality/make_frequencies.py` makes it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

SHIPPED = ("en",)
"""ISO 639-1 codes of the languages that have a table."""


@dataclass(frozen=True, slots=True)
class Frequencies:
    """In how many documents each stem occurs, stems as `vectors.stems` makes them."""

    n_documents: int
    n_words: int
    """Content words of all the documents, each as often as it occurs."""
    least: int
    """Documents that a stem must occur in to have a row."""
    counts: Mapping[str, int]

    def share(self, stem: str) -> float:
        """Share of the documents that have `stem`, above 0 and below 1.

        A stem without a row counts as one document less than `least`: the most that a word
        can have, and what names of passing years are taken for.
        """
        return self.counts.get(stem, self.least - 1) / (self.n_documents + 1)


@cache
def load(language: str) -> Frequencies | None:
    """The table of `language`, or None if none is shipped."""
    if language not in SHIPPED:
        return None
    lines = path(language).read_text(encoding="utf-8").splitlines()
    head = dict(line[2:].split(" ", 1) for line in lines if line.startswith("# "))
    rows = (line.split("\t") for line in lines if not line.startswith("# "))
    return Frequencies(
        int(head["documents"]),
        int(head["words"]),
        int(head["least"]),
        MappingProxyType({stem: int(count) for stem, count in rows}),
    )


def path(language: str) -> Path:
    """The file of `language`: a head of "# key value", then a stem and its count a line."""
    return Path(__file__).with_name(f"{language}.tsv")
