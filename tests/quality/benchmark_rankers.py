"""Measure rankers: seconds on made-up sentences, ROUGE-2 on clusters with references.

    python tests/quality/benchmark_rankers.py
    python tests/quality/benchmark_rankers.py --data clusters.jsonl.gz --limit 150

A row of the data is {"documents": [{"title", "text"}, ...], "references": [...]}. All rankers
share the splitting, the cleaning and a plain greedy choice, so that only the scores differ.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import statistics
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from pathlib import Path

import numpy as np
import Stemmer

from briefing import cleaning, rankers, sentences, vectors
from briefing.model import Context, Document, Sentence

COMPARED = (
    "lead",
    "centroid",
    "lexrank-continuous",
    "salience",
    "consensus",
    "lex-rank",
    "text-rank",
)
REDUNDANT = 0.5
"""Share of the stems of the shorter line that a chosen one may have, too."""

PORTER = Stemmer.Stemmer("porter")


def made_up(n_sentences: int, *, n_documents: int = 20, seed: int = 1) -> list[Sentence]:
    """Sentences of 22 made-up words, drawn as often as words of a language are."""
    draw = random.Random(seed)
    syllables = [a + b for a in "bdfgklmnprstv" for b in "aeiou"]
    words = ["".join(draw.choices(syllables, k=draw.randint(2, 4))) for _ in range(6000)]
    weights = [1 / (rank + 3) for rank in range(len(words))]
    function_words = ["the", "of", "in", "to", "and", "a", "that", "is"]
    found: list[Sentence] = []
    for n in range(n_documents):
        lines = [
            " ".join((*draw.choices(words, weights, k=14), *draw.choices(function_words, k=8)))
            for _ in range(n_sentences // n_documents)
        ]
        title = " ".join(draw.choices(words, weights, k=6))
        document = Document("\n".join(lines), f"{n}.txt", title, language="en")
        start = 0
        for index, line in enumerate(lines):
            found.append(Sentence(document, start, start + len(line), index))
            start += len(line) + 1
    return found


def print_seconds(names: Sequence[str]) -> None:
    """Print seconds for 100 and 1,000 sentences; the limits of the rankers hold."""
    print(f"{'ranker':20} {'100':>7} {'1,000':>7}  seconds")
    for name in names:
        ranker = rankers.get(name)
        ranker.score(made_up(20), Context())  # imports are not counted
        seconds = []
        for n in (100, 1000):
            given = made_up(n)
            start = time.perf_counter()
            ranker.score(given, Context())
            seconds.append(time.perf_counter() - start)
        print(f"{name:20} {seconds[0]:7.3f} {seconds[1]:7.3f}", flush=True)


Cluster = tuple[list[Sentence], list[str]]


def clusters(path: Path, limit: int) -> Iterator[Cluster]:
    """Clean sentences and references of the first `limit` rows."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in islice(lines, limit):
            row = json.loads(line)
            split = [
                sentence
                for n, given in enumerate(row["documents"])
                for sentence in sentences.split(
                    Document(given["text"], f"{n}.txt", given.get("title", ""), language="en")
                )
            ]
            yield [line.sentence for line in cleaning.clean(split).lines], row["references"]


def choose(given: Sequence[Sentence], scores: Sequence[float], n_words: int) -> str:
    """The best sentences that do not repeat one another, cut after `n_words` words."""
    chosen: list[set[str]] = []
    words: list[str] = []
    for n in sorted(range(len(given)), key=lambda n: -scores[n]):
        stems = set(vectors.stems(given[n].text))
        if any(len(stems & c) > REDUNDANT * min(len(stems), len(c)) for c in chosen):
            continue
        chosen.append(stems)
        words += given[n].text.split()
        if len(words) >= n_words:
            break
    return " ".join(words[:n_words])


def rouge_2(summary: str, references: Sequence[str]) -> float:
    """F1 of stemmed bigrams in percent, the mean over the references."""
    found = _bigrams(summary)
    scores = []
    for reference in references:
        wanted = _bigrams(reference)
        shared = (found & wanted).total()
        scores.append(200 * shared / max(found.total() + wanted.total(), 1))
    return statistics.fmean(scores)


def _bigrams(text: str) -> Counter[tuple[str, str]]:
    return Counter(pairwise(PORTER.stemWords(re.findall("[a-z0-9]+", text.lower()))))


def print_rouge(names: Sequence[str], path: Path, limit: int, n_words: int) -> None:
    """Print ROUGE-2, the paired gain over the first ranker, its standard error, seconds."""
    rows = list(clusters(path, limit))
    print(f"{len(rows)} clusters, cut after {n_words} words")
    print(f"{'ranker':20} {'ROUGE-2':>7} {'gain':>6} {'s.e.':>5} {'seconds':>8}")
    base: list[float] = []
    for name in names:
        ranker = rankers.get(name)
        start = time.perf_counter()
        found = [
            rouge_2(choose(given, ranker.score(given, Context()).tolist(), n_words), references)
            for given, references in rows
        ]
        seconds = time.perf_counter() - start
        base = base or found
        gains = np.subtract(found, base)
        error = gains.std(ddof=1) / len(gains) ** 0.5
        print(
            f"{name:20} {statistics.fmean(found):7.2f} {gains.mean():+6.2f} {error:5.2f} "
            f"{seconds:8.1f}",
            flush=True,
        )


def main() -> None:
    """Parse the command line and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, help="gzipped JSON lines with references")
    parser.add_argument("--limit", type=int, default=150, help="rows that are read")
    parser.add_argument("--words", type=int, default=50, help="words of a summary")
    parser.add_argument("--rankers", default="", help="names, with commas between them")
    options = parser.parse_args()
    names = tuple(filter(None, options.rankers.split(",")))
    if options.data:
        print_rouge(names or COMPARED, options.data, options.limit, options.words)
    else:
        print_seconds(names or tuple(rankers.RANKERS))


if __name__ == "__main__":
    main()
