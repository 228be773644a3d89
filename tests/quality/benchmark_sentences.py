"""Compare ways to split sentences on real text: `python tests/quality/benchmark_sentences.py`.

A boundary is the end of a sentence, counted in characters that are not blanks, so that it
does not matter who keeps the blank. The real data is beside the checkout; see the README
there.
"""

from __future__ import annotations

import gzip
import importlib.util
import json
import re
import sys
import textwrap
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Any, TypeAlias

from briefing import sentences
from briefing.model import Document

Splitter: TypeAlias = Callable[[str], list[tuple[int, int]]]

CASES = Path(__file__).parents[1] / "cases" / "sentences.md"


@dataclass(frozen=True, slots=True)
class Gold:
    """A text and the slices that annotators made of it."""

    id: str
    genre: str
    text: str
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Case:
    """A text of our own and its sentences, blanks within them written as one blank."""

    title: str
    language: str
    text: str
    expected: tuple[str, ...]


def cases() -> tuple[Case, ...]:
    """The cases of `tests/cases/sentences.md`, in order."""
    found = re.findall(
        r"^## (.+?)(?: \[([\w-]+)\])?\n\n```\n(.*?)\n```\n\n```\n(.*?)\n```$",
        CASES.read_text(encoding="utf-8"),
        re.DOTALL | re.MULTILINE,
    )
    return tuple(
        Case(title, language or "en", text, tuple(expected.split("\n")))
        for title, language, text, expected in found
    )


def ours(text: str, language: str = "en") -> list[tuple[int, int]]:
    """`briefing.sentences`."""
    document = Document(text, source="benchmark", language=language)
    return [(sentence.start, sentence.end) for sentence in sentences.split(document)]


def sentencex(text: str) -> list[tuple[int, int]]:
    """The library sentencex, which finds paragraphs itself."""
    import sentencex as library

    found = library.get_sentence_boundaries("en", text)
    return [(boundary["start_index"], boundary["end_index"]) for boundary in found]


def punkt(text: str) -> list[tuple[int, int]]:
    """Punkt without a model, on paragraphs."""
    from nltk.tokenize.punkt import PunktSentenceTokenizer

    return _on_paragraphs(text, PunktSentenceTokenizer())


def trained_punkt(text: str) -> list[tuple[int, int]]:
    """Punkt that learnt its abbreviations from the text itself, on paragraphs."""
    from nltk.tokenize.punkt import PunktSentenceTokenizer, PunktTrainer

    return _on_paragraphs(text, PunktSentenceTokenizer(PunktTrainer(text).get_params()))


def _on_paragraphs(text: str, tokenizer: Any) -> list[tuple[int, int]]:
    return [
        (paragraph.start() + start, paragraph.start() + end)
        for paragraph in re.finditer(r"(?:.|\n(?!\s*\n))+", text)
        for start, end in tokenizer.span_tokenize(paragraph.group())
    ]


def boundaries(text: str, spans: Sequence[tuple[int, int]]) -> set[int]:
    """Ends of `spans`, each as the count of characters before it that are not blanks."""
    n_before = list(accumulate((not char.isspace() for char in text), initial=0))
    return {n_before[end] for start, end in spans if text[start:end].strip()}


def f1(split: Splitter, golds: Sequence[Gold]) -> float:
    """Harmonic mean of precision and recall of boundaries over all texts together."""
    n_hit = n_gold = n_found = 0
    for gold in golds:
        expected = boundaries(gold.text, gold.spans)
        found = boundaries(gold.text, split(gold.text))
        n_hit += len(expected & found)
        n_gold += len(expected)
        n_found += len(found)
    return 2 * n_hit / (n_gold + n_found)


def cases_f1() -> float:
    """The same for the cases of our own, those that name a limit included."""
    n_hit = n_gold = n_found = 0
    for case in cases():
        found = [" ".join(case.text[a:b].split()) for a, b in ours(case.text, case.language)]
        ends = [
            set(accumulate(len(line.replace(" ", "")) for line in lines))
            for lines in (case.expected, found)
        ]
        n_hit += len(ends[0] & ends[1])
        n_gold += len(ends[0])
        n_found += len(ends[1])
    return 2 * n_hit / (n_gold + n_found)


def filled_f1(texts: Sequence[str], width: int, between: str) -> float:
    """The same for `texts` of a line a paragraph, filled to `width` columns.

    `between` parts the paragraphs; the boundaries found without filling are the gold.
    """
    n_hit = n_gold = n_found = 0
    for text in texts:
        paragraphs = [" ".join(line.split()) for line in text.split("\n") if line.strip()]
        whole = "\n\n".join(paragraphs)
        filled = between.join(textwrap.fill(paragraph, width) for paragraph in paragraphs)
        expected, found = boundaries(whole, ours(whole)), boundaries(filled, ours(filled))
        n_hit += len(expected & found)
        n_gold += len(expected)
        n_found += len(found)
    return 2 * n_hit / (n_gold + n_found)


def gum(folder: Path) -> list[Gold]:
    """Documents of GUM, in order: a genre each two."""
    return [
        Gold(row["id"], row["genre"], row["text"], tuple((a, b) for a, b in row["offsets"]))
        for row in _rows(folder / "sentsplit_gum_dev.jsonl.gz")
    ]


def n_rules_passed(split: Splitter, folder: Path) -> tuple[int, int]:
    """How many of pysbd's golden rules hold exactly, and how many there are."""
    rows = list(_rows(folder / "sentsplit_pysbd_golden.jsonl.gz"))
    n_passed = sum(
        [row["text"][start:end].strip() for start, end in split(row["text"])]
        == row["sentences"]
        for row in rows
    )
    return n_passed, len(rows)


def articles(folder: Path, n_days: int) -> list[str]:
    """Texts of the first `n_days` days of news."""
    rows = list(_rows(folder / "daily_allsides_dev.jsonl.gz"))[:n_days]
    return [article["text"] for row in rows for article in row["documents"]]


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def megabytes_per_second(split: Splitter, texts: Sequence[str]) -> float:
    """Speed in UTF-8 bytes, the best of three runs."""
    size = sum(len(text.encode()) for text in texts) / 1e6
    seconds = []
    for _ in range(3):
        begun = time.perf_counter()
        for text in texts:
            split(text)
        seconds.append(time.perf_counter() - begun)
    return size / min(seconds)


def main() -> None:
    """Print a table, one row a splitter."""
    folder = Path(__file__).parents[3] / "shared" / "data"
    if not folder.is_dir():
        sys.exit("no real data beside the checkout")
    golds = gum(folder)
    news = [gold for gold in golds if gold.genre == "news"]
    rows: list[tuple[str, Splitter, int]] = [("ours", ours, 20)]
    if importlib.util.find_spec("sentencex"):
        rows.append(("sentencex", sentencex, 20))
    rows += [("punkt, untrained", punkt, 2), ("punkt, trained on the text", trained_punkt, 2)]
    print(f"{'':28}{'GUM':>7}{'even':>7}{'odd':>7}{'news':>7}{'rules':>8}{'MB/s':>8}")
    for name, split, n_days in rows:
        scores = [f1(split, part) for part in (golds, golds[::2], golds[1::2], news)]
        passed, n_rules = n_rules_passed(split, folder)
        speed = megabytes_per_second(split, articles(folder, n_days))
        cells = "".join(f"{score:7.4f}" for score in scores)
        print(f"{name:28}{cells}{passed:5}/{n_rules}{speed:8.1f}")
    print(f"cases of our own: {cases_f1():.4f}")
    texts = articles(folder, 10)
    for between, name in (("\n\n", "blank lines"), ("\n", "no blank lines")):
        scores = [filled_f1(texts, width, between) for width in (46, 72, 100)]
        cells = "".join(f"{score:7.4f}" for score in scores)
        print(f"filled to 46, 72, 100, {name + ':':16}{cells}")


if __name__ == "__main__":
    main()
