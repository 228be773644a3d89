"""Sentences placed in a second, and whether a long day costs more for each article.

"first" meets every word anew, "scored" knows most of them, as a long day does.

python -m tests.quality.benchmark_sections
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from functools import partial

from briefing import sentences
from briefing.model import Document, Sentence
from briefing.sections import loading
from briefing.sections.builder import SectionBuilder
from briefing.sections.features import layout
from briefing.sections.lexicon import words
from tests.quality import section_labels

SIZES = (100, 1_000, 10_000)
"""Articles of a day."""
N_SENTENCES = 40
"""Of an article."""


def articles(n: int) -> list[Sentence]:
    """Sentences of `n` articles, drawn from our own labelled ones."""
    pool = [one.text for one in section_labels.own()]
    titles = sorted({one.sentences[0].document.title for one in section_labels.own()})
    draw = random.Random(2031)
    found: list[Sentence] = []
    for number in range(n):
        texts = draw.choices(pool, k=N_SENTENCES)
        document = Document(
            "\n\n".join(texts), f"{number}.txt", draw.choice(titles), language="en"
        )
        found += sentences.split(document)
    return found


def timed(work: Callable[[], object]) -> float:
    """Seconds that it takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def scored(builder: SectionBuilder, given: list[Sentence]) -> float:
    """Seconds from words to points, in batches as in a memo."""
    seconds = 0.0
    for start in range(0, len(given), N_SENTENCES * 400):
        some = given[start : start + N_SENTENCES * 400]
        documents = list({id(s.document): s.document for s in some}.values())
        texts = [s.text for s in some] + [d.title for d in documents] + [""]
        tokens, laid = [words(text) for text in texts], layout(some, documents)
        seconds += timed(
            partial(
                lambda *a: builder.score(builder.reader.read_tokens(*a)),
                texts,
                tokens,
                laid,
                documents,
            )
        )
    return seconds


def main() -> None:
    """Print the table."""
    heads = ("articles", "sentences", "first", "scored", "placed", "explained")
    print("".join(f"{head:>11}" for head in heads) + "   (sentences a second)")
    builder = SectionBuilder(loading.load("foreign-affairs"))
    scored(builder, articles(SIZES[0]))
    for n in SIZES:
        given = articles(n)
        seconds = (
            scored(SectionBuilder(builder.profile), given),
            scored(builder, given),
            timed(partial(builder.place, given, explained=False)),
            timed(partial(builder.place, given[:40_000])) * len(given) / len(given[:40_000]),
        )
        print(f"{n:11,}{len(given):11,}" + "".join(f"{len(given) / s:11,.0f}" for s in seconds))


if __name__ == "__main__":
    main()
