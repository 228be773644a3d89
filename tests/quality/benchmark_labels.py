"""Compare with people: what is fit for a memo.

    python tests/quality/benchmark_labels.py ../shared

The folder holds `data/sections_dev.jsonl.gz` with the articles it was taken from. Of the
labelled rows only the half that may be looked at is read: those whose document's id has a
SHA-256 that ends in 0 to 7.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from briefing import cleaning, sentences
from briefing.model import Document, Sentence

Row = Mapping[str, Any]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("shared", type=Path)
    shared = parser.parse_args().shared
    pairs = list(labelled(shared / "data"))
    print_cleaning(pairs)


def rows(path: Path) -> Iterator[Row]:
    """The rows of gzipped JSON lines."""
    for line in gzip.decompress(path.read_bytes()).decode("utf-8").splitlines():
        yield json.loads(line)


def labelled(data: Path, *, unseen: bool = False) -> Iterator[tuple[Row, Document]]:
    """Rows that may be looked at, with their articles; or those that may not."""
    articles: dict[str, list[Row]] = {}
    for day in rows(data / "daily_allsides_dev.jsonl.gz"):
        for article in day["documents"]:
            articles.setdefault(article["title"].strip(), []).append(article)
    for article in rows(data / "docs_re3d_syria_iraq.jsonl.gz"):
        articles.setdefault(article["title"].strip(), []).append(article)
    documents: dict[int, Document] = {}
    for row in rows(data / "sections_dev.jsonl.gz"):
        digest = hashlib.sha256(row["id"].split("#")[0].encode()).hexdigest()
        if (digest[-1] in "01234567") != unseen:
            found = next(a for a in articles[row["title"].strip()] if row["text"] in a["text"])
            made = Document(found["text"], str(id(found)), found["title"], language="en")
            yield row, documents.setdefault(id(found), made)


def at(row: Row, document: Document) -> tuple[int, int]:
    """Where the labelled sentence stands."""
    start = document.text.index(row["text"])
    return start, start + len(row["text"])


def fate(row: Row, document: Document) -> str:
    """What cleaning makes of the labelled sentence: "kept", "leans" or "dropped"."""
    start, end = at(row, document)
    middle = (start + end) // 2
    for line in cleaning.clean(sentences.split(document)).lines:
        if line.sentence.start <= middle < line.sentence.end:
            return "kept" if line.leans_on is None else "leans"
    return "dropped"


def print_cleaning(pairs: list[tuple[Row, Document]]) -> None:
    """Junk caught, and lines fit for a memo that were dropped."""
    fates = [(row, fate(row, document)) for row, document in pairs]
    print(f"{'cleaning':34} {'kept':>6} {'leans':>6} {'dropped':>8}")
    for name, wanted in (
        ("fit for a memo", lambda row: row["memo"] == 1),
        ("not fit for a memo", lambda row: row["memo"] == 0),
        ("junk", lambda row: bool(row["junk"])),
    ):
        counts = Counter(what for row, what in fates if wanted(row))
        print(f"{name:34} {counts['kept']:6} {counts['leans']:6} {counts['dropped']:8}")


def split_at(row: Row, document: Document) -> tuple[list[Sentence], int]:
    """The sentences of the article, the labelled one among them, and its number."""
    start, end = at(row, document)
    split = list(sentences.split(document))
    overlaps = [min(s.end, end) - max(s.start, start) for s in split]
    best = overlaps.index(max(overlaps))
    split[best] = Sentence(document, start, end, best)
    return split, best


if __name__ == "__main__":
    main()
