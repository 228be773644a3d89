"""Sentences with the sections that people accept for them, and their context.

`tests/cases/sections/labels.tsv` labels sentences of the public sets by document and
characters, without their texts; the other files of that folder hold sentences of our own.
"""

from __future__ import annotations

import csv
import gzip
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefing import sentences
from briefing.model import Document, Sentence
from briefing.readers import dates

CASES = Path(__file__).parents[1] / "cases" / "sections"
OWN = {
    "foreign-affairs": ("mixed.jsonl", "news.jsonl", "media.jsonl", "official.jsonl"),
    "cyber-security": ("cyber.jsonl",),
}
"""Files of sentences of our own that weights are learnt from, by profile."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A sentence, and what people say of it."""

    id: str
    group: str
    """The same for sentences that tell of each other: of one document, or of one title."""
    sentences: tuple[Sentence, ...]
    """Those of its document in their order, or what is known of them."""
    n: int
    """Number of the sentence among them."""
    ok: tuple[str, ...]
    best: str
    memo: bool | None
    junk: str | None

    @property
    def text(self) -> str:
        """The sentence."""
        return self.sentences[self.n].text

    @property
    def alone(self) -> Labelled:
        """The same, with its title and the sentence before as all that is known."""
        title = self.sentences[self.n].document.title
        before = self.sentences[self.n - 1].text if self.n else ""
        document, split = of_texts([before, self.text] if before else [self.text], title)
        del document
        return Labelled(
            self.id, self.group, split, len(split) - 1, self.ok, self.best, self.memo, self.junk
        )


def of_texts(texts: list[str], title: str) -> tuple[Document, tuple[Sentence, ...]]:
    """A document of these sentences."""
    document = Document("\n".join(texts), title, title, language="en")
    start, found = 0, []
    for n, text in enumerate(texts):
        found.append(Sentence(document, start, start + len(text), n))
        start += len(text) + 1
    return document, tuple(found)


def rows(path: Path) -> Iterator[Mapping[str, Any]]:
    """The rows of JSON lines, gzipped or not."""
    data = path.read_bytes()
    text = gzip.decompress(data) if path.suffix == ".gz" else data
    for line in text.decode("utf-8").splitlines():
        yield json.loads(line)


def own(profile: str = "foreign-affairs") -> Iterator[Labelled]:
    """Sentences of our own for a profile."""
    for name in OWN[profile]:
        yield from of_file(CASES / name)


def of_file(path: Path) -> Iterator[Labelled]:
    """The labelled sentences of a file."""
    for row in rows(path):
        before = [row["prev"]] if row["prev"] else []
        _document, split = of_texts([*before, row["text"]], row["title"])
        yield Labelled(
            row["id"],
            row["title"] or row["id"],
            split,
            len(split) - 1,
            tuple(row["ok"]),
            row["best"],
            bool(row["memo"]),
            row["junk"],
        )


def public(data: Path) -> Iterator[Labelled]:
    """Sentences of the public sets in `data`."""
    known = dict(documents(data))
    split: dict[str, tuple[Sentence, ...]] = {}
    with (CASES / "labels.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            key = row["document"]
            if key not in split:
                split[key] = tuple(sentences.split(known[key]))
            start, end = int(row["start"]), int(row["end"])
            places = [n for n, s in enumerate(split[key]) if (s.start, s.end) == (start, end)]
            if places:
                yield Labelled(
                    f"{key}@{start}-{end}",
                    known[key].title or key,
                    split[key],
                    places[0],
                    tuple(row["ok"].split(",")),
                    row["best"],
                    row["memo"] == "1",
                    row["junk"],
                )


def documents(data: Path) -> Iterator[tuple[str, Document]]:
    def document(key: str, row: Mapping[str, Any]) -> tuple[str, Document]:
        return key, document_of(row, key)

    for cluster in rows(data / "mds_allsides_dev.jsonl.gz"):
        for n, row in enumerate(cluster["documents"]):
            yield document(f"mds_allsides_dev/{cluster['id']}/{n}", row)
    for row in rows(data / "topics_allsides_dev.jsonl.gz"):
        yield document(f"topics_allsides_dev/{row['id']}", row)
    for row in rows(data / "docs_re3d_syria_iraq.jsonl.gz"):
        yield document(f"re3d/{row['id']}", row)
    for row in rows(data / "sents_cameo_dev.jsonl.gz"):
        yield document(f"sents_cameo_dev/{row['id']}", row)


def document_of(row: Mapping[str, Any], key: str) -> Document:
    """The document of a row of a public set."""
    return Document(
        row["text"],
        key,
        row.get("title", ""),
        row.get("url") or "",
        row.get("source") or "",
        dates.parse(row.get("date")),
        "en",
    )


def of_row(row: Mapping[str, Any], split: Sequence[Sentence], n: int) -> Labelled:
    """A row of `sections_dev`, sentence `n` of an article."""
    return Labelled(
        row["id"],
        row["id"].split("#")[0],
        tuple(split),
        n,
        tuple(row["ok"]),
        row["best"] or row["ok"][0],
        None if row["memo"] is None else bool(row["memo"]),
        row["junk"],
    )
