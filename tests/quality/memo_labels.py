"""Memos made by hand from the public sets: which lines an editor would print, by characters.

`tests/cases/memos/batches.tsv` names the articles of each batch, a day or the articles of a
few days; `lines.tsv` has the sentences of each claim that is worth a place, the best wording
first, without their texts. Grade 2 is in a memo of 500 words, grade 1 would be in one of 900.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from briefing.evaluation.ideals import Span
from briefing.model import Document
from tests.quality import section_labels

CASES = Path(__file__).parents[1] / "cases" / "memos"
PRINTED = 2
"""Grade of a claim that is in the memo."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A claim that is worth a place."""

    grade: int
    section: str
    wordings: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Batch:
    """Articles, and what an editor would print of them."""

    name: str
    documents: tuple[Document, ...]
    claims: tuple[Wanted, ...]

    def having(self, span: Span) -> list[int]:
        """Numbers of the claims that a line makes."""
        return [
            n
            for n, claim in enumerate(self.claims)
            if any(span.meets(wording) for wording in claim.wordings)
        ]


def batches(data: Path) -> Iterator[Batch]:
    """The batches, in the order of their names."""
    known = dict(section_labels.documents(data))
    for day in section_labels.rows(data / "daily_allsides_dev.jsonl.gz"):
        for n, row in enumerate(day["documents"]):
            key = f"daily_allsides_dev/{day['id']}/{n}"
            known[key] = section_labels.document_of(row, key)
    claims = _claims()
    for row in _rows("batches.tsv"):
        documents = tuple(known[key] for key in row["documents"].split())
        yield Batch(row["batch"], documents, claims[row["batch"]])


def _claims() -> dict[str, tuple[Wanted, ...]]:
    found: dict[str, dict[str, tuple[int, str, list[Span]]]] = {}
    for row in _rows("lines.tsv"):
        of_batch = found.setdefault(row["batch"], {})
        wanted = of_batch.setdefault(row["claim"], (int(row["grade"]), row["section"], []))
        wanted[2].append(Span(int(row["document"]), int(row["start"]), int(row["end"])))
    return {
        batch: tuple(
            Wanted(grade, section, tuple(spans)) for grade, section, spans in of.values()
        )
        for batch, of in found.items()
    }


def _rows(name: str) -> Iterator[Mapping[str, str]]:
    with (CASES / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t")
