"""Measure rankers: seconds on made-up sentences, ROUGE-2 on clusters with references.

    python tests/quality/benchmark_rankers.py
    python tests/quality/benchmark_rankers.py --data clusters.jsonl.gz --limit 150

The data are those of `briefing evaluate summaries`, which prints more of them.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from briefing import rankers
from briefing.evaluation import clusters, summaries
from briefing.evaluation.clusters import Cluster
from briefing.evaluation.rouge import Rouge
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


def print_rouge(names: Sequence[str], path: Path, limit: int, n_words: int) -> None:
    """Print ROUGE-2 of cut summaries, the gain over the first ranker, seconds."""
    scorer = Rouge()
    methods = summaries.methods(names, scorer)
    rows = (row for row in clusters.read(path) if isinstance(row, Cluster))
    report = summaries.evaluate(list(islice(rows, limit)), methods, n_words, scorer)
    print(f"{report.n_rows} clusters, cut after {n_words} words")
    print(f"{'ranker':20} {'ROUGE-2':>7} {'gain':>6} {'95 %':>14} {'seconds':>8}")
    for result in report.results:
        score = result.scores["truncated"]["rouge2"]
        print(f"{result.method.name:20} {100 * score.mean:7.2f} ", end="")
        if result.gains:
            gain = result.gains["truncated"]["rouge2"]
            interval = f"{100 * gain.low:+.2f} {100 * gain.high:+.2f}"
            print(f"{100 * gain.mean:+6.2f} {interval:>14} {result.seconds:8.1f}")
        else:
            print(f"{'':21} {result.seconds:8.1f}")


def main() -> None:
    """Parse the command line and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, help="JSON lines with references")
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
