"""Compare with people: what is fit for a memo, and memos that an editor made by hand.

    python tests/quality/benchmark_labels.py ../shared

The folder holds `data/sections_dev.jsonl.gz` with the articles it was taken from, and
`ideal/`. Of the labelled rows only the half that may be looked at is read: those whose
document's id has a SHA-256 that ends in 0 to 7.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from briefing import cleaning, pipeline, sentences
from briefing.model import Document, Sentence

Row = Mapping[str, Any]
Span = tuple[int, int, int]
"""(number of the document, start, end)."""


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("shared", type=Path)
    shared = parser.parse_args().shared
    pairs = list(labelled(shared / "data"))
    print_cleaning(pairs)
    print_memos(shared)


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


def print_memos(shared: Path) -> None:
    """The part of an editor's lines that a memo of 500 words has."""
    by_day = {day["id"]: day for day in rows(shared / "data" / "daily_allsides_dev.jsonl.gz")}
    names = sorted(p for p in (shared / "ideal").glob("2*.json") if "second" not in p.name)
    print(f"\n{'memos of 7 days':22} {'covered':>8} {'shared':>8} {'section':>8}")
    for ranker in ("default", "lead", "centroid", "lexrank-continuous"):
        total = covered = ours = shared_lines = right = 0
        for path in names:
            ideal = json.loads(path.read_text(encoding="utf-8"))
            found = compare(ideal, by_day[ideal["id"]]["documents"], ranker)
            total += len(ideal["lines"])
            covered += found["covered"]
            ours += found["ours"]
            shared_lines += found["shared"]
            right += found["right"]
        shares = (covered / total, shared_lines / ours, right / max(covered, 1))
        print(f"{ranker:22} " + " ".join(f"{share:8.3f}" for share in shares))


def compare(ideal: Row, articles: list[Row], ranker: str) -> Counter[str]:
    """Counts of one day: lines covered, ours, shared, and in the editor's section."""
    documents = [
        Document(
            article["text"],
            f"day.jsonl#{n}",
            article["title"],
            article["url"],
            article["source"],
            datetime.fromisoformat(article["date"]).replace(tzinfo=UTC),
            "en",
        )
        for n, article in enumerate(articles)
    ]
    number = {document.source: n for n, document in enumerate(documents)}
    memo = pipeline.compose(documents, words=500, ranker=ranker)
    lines = [
        ((number[s.document.source], s.start, s.end), item.section)
        for item in memo.items
        for s in [item.claim.best]
    ]
    counts = Counter(ours=len(lines))
    used = set()
    for line in ideal["lines"]:
        wordings = [line, *line.get("also", [])]
        spans = [(w["doc"], w["start"], w["end"]) for w in wordings]
        hits = [(n, s) for n, (own, s) in enumerate(lines) if any(meet(own, w) for w in spans)]
        counts["covered"] += bool(hits)
        counts["right"] += any(section == line["section"] for _, section in hits)
        used |= {n for n, _ in hits}
    counts["shared"] = len(used)
    return counts


def meet(a: Span, b: Span) -> bool:
    """Whether two slices overlap by half of the shorter."""
    shorter = min(a[2] - a[1], b[2] - b[1])
    return a[0] == b[0] and min(a[2], b[2]) - max(a[1], b[1]) >= 0.5 * shorter


if __name__ == "__main__":
    main()
