"""Measure rankers: seconds on made-up sentences.

    python tests/quality/benchmark_rankers.py

`benchmark_ranking.py` measures the default on large piles, `benchmark_summaries.py` how good
all are.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Sequence

from briefing import rankers
from briefing.model import Context, Document, Sentence


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


def main() -> None:
    """Parse the command line and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rankers", default="", help="names, with commas between them")
    names = rankers.listed(parser.parse_args().rankers)
    print_seconds(names or tuple(rankers.RANKERS))


if __name__ == "__main__":
    main()
