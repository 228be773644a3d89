"""Make the table of frequencies: `python -m tests.quality.make_frequencies ../shared/data`.

A word that is mostly not written in lower case within a sentence is a name or a number. It has
a row only if it is in the news all the time: Monday and Congress, but no president of the day.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from briefing import frequencies, languages, sentences, vectors
from briefing.model import Document

DATA = "topics_allsides_dev"
LEAST = 15
"""Documents that a stem must occur in, so that the table stays below 60 KB."""
N_PARTS = 6
"""Parts of equal size, in the order of dates: a year and more each, so that months are even."""
STEADY = 0.4
"""Count of a name in the part where it is rarest, as a share of that where it is commonest.

All days, months and both parties have .43 or more, presidents of those years .32 or less.
"""


@dataclass(slots=True)
class Counts:
    """What is counted of each stem."""

    documents: list[Counter[str]] = field(
        default_factory=lambda: [Counter() for _ in range(N_PARTS)]
    )
    """Documents that have it, a part each."""
    inside: Counter[str] = field(default_factory=Counter)
    """Occurrences that do not begin a sentence."""
    lower: Counter[str] = field(default_factory=Counter)
    """Those of them that are written in lower case."""
    n_words: int = 0


def main() -> None:
    """Write the table over the shipped one."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path)
    made = table(texts(parser.parse_args().data))
    frequencies.path("en").write_text(made, encoding="utf-8", newline="\n")


def texts(data: Path) -> list[str]:
    """The articles, oldest first."""
    lines = gzip.decompress((data / f"{DATA}.jsonl.gz").read_bytes()).decode("utf-8")
    rows = [json.loads(line) for line in lines.splitlines()]
    return [row["text"] for row in sorted(rows, key=lambda row: (row["date"], row["id"]))]


def table(articles: Sequence[str]) -> str:
    """The file: the head, then the commonest stem first."""
    counts = count(articles)
    total = sum(counts.documents, Counter[str]())
    head = {"documents": len(articles), "words": counts.n_words, "least": LEAST, "data": DATA}
    rows = sorted(
        ((stem, n) for stem, n in total.items() if n >= LEAST and _lasts(stem, counts)),
        key=lambda row: (-row[1], row[0]),
    )
    lines = [f"# {key} {value}" for key, value in head.items()]
    return "\n".join([*lines, *(f"{stem}\t{n}" for stem, n in rows), ""])


def count(articles: Sequence[str]) -> Counts:
    """Count the stems of `articles`."""
    counts = Counts()
    for number, text in enumerate(articles):
        found: set[str] = set()
        for sentence in sentences.split(Document(text, str(number), language="en")):
            for place, word, stem in _words(sentence.text):
                found.add(stem)
                counts.n_words += 1
                counts.inside[stem] += place > 0
                counts.lower[stem] += place > 0 and word[0].islower()
        counts.documents[number * N_PARTS // len(articles)].update(found)
    return counts


def _words(text: str) -> Iterator[tuple[int, str, str]]:
    """Place, word as written and stem of each content word."""
    written = vectors.cased_tokens(text)
    lowered = [word.lower() for word in written]
    stop = languages.stop_words("en")
    rows = zip(written, lowered, vectors.stemmed(lowered), strict=True)
    for place, (word, low, stem) in enumerate(rows):
        if low not in stop:
            yield place, word, stem


def _lasts(stem: str, counts: Counts) -> bool:
    """Whether a stem is no name and no number, or one of all years."""
    if 2 * counts.lower[stem] >= counts.inside[stem]:
        return True
    by_part = [part[stem] for part in counts.documents]
    return min(by_part) >= STEADY * max(by_part)


if __name__ == "__main__":
    main()
