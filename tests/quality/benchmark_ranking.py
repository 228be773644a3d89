"""Measure how ranking and choosing grow with the pile, beside the LexRank of sumy.

    python -m tests.quality.benchmark_ranking

Sentences are made up: documents of 30, with titles, all of one day. From tokens: the stems of
sentences and titles are there, and both programs get the same ones; from texts: they are not.
What sumy gets from texts is split into sentences already and cut into words as its own
tokenizer does, so that its Punkt data are not needed. Its summarizer is asked for 10 sentences.

Every cell is a process of its own. Seconds are the median of its runs; MB are the most that
the process held, with the pile and its stems, less what one holds that only imports.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, TypeAlias

from sumy.models.dom import ObjectDocumentModel, Paragraph
from sumy.models.dom import Sentence as Line
from sumy.nlp.stemmers import Stemmer, null_stemmer
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.utils import get_stop_words

from briefing import features, pool
from briefing.model import Context, Sentence
from briefing.rankers import sumy
from briefing.rankers.content_words import ContentWords, Held, stories_of
from briefing.selection import plain
from tests.quality.benchmark_rankers import made_up

SIZES = (1_000, 3_000, 20_000, 100_000)
MOST_OF_SUMY = 3_000
"""Sentences beyond which its minutes are hours."""
IN_A_DOCUMENT = 30
N_WORDS = 500
"""Of a choice."""
DAY = datetime(2031, 5, 1, tzinfo=UTC)

Task: TypeAlias = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Cost:
    """What a task took."""

    seconds: float
    """Median of the runs."""
    megabytes: float
    """The most that the process held."""


def pile(n_sentences: int) -> list[Sentence]:
    """Made-up sentences of one day; the last document may be shorter."""
    n_documents = -(-n_sentences // IN_A_DOCUMENT)
    found = made_up(n_documents * IN_A_DOCUMENT, n_documents=n_documents)
    dated = {
        id(sentence.document): replace(sentence.document, published=DAY)
        for sentence in found[::IN_A_DOCUMENT]
    }
    return [replace(s, document=dated[id(s.document)]) for s in found[:n_sentences]]


def tokens_ranked(sentences: Sequence[Sentence]) -> Task:
    """Score from stems."""
    words = features.words(pool.gather(sentences, Context()))

    def task() -> object:
        texts = pool.gather(sentences, Context())
        return texts.shared(_value(texts, words).bounds)

    return task


def tokens_chosen(sentences: Sequence[Sentence]) -> Task:
    """Value from stems and choose, without what repeats."""
    words = features.words(pool.gather(sentences, Context()))

    def task() -> object:
        value = _value(pool.gather(sentences, Context()), words)
        return plain.pick(sentences, value, N_WORDS)

    return task


def texts_ranked(sentences: Sequence[Sentence]) -> Task:
    """Score as a caller does."""
    return lambda: ContentWords().score(sentences, Context())


def sumy_tokens_ranked(sentences: Sequence[Sentence]) -> Task:
    """LexRank of sumy, of sentences that know their stems."""
    stems = features.words(pool.gather(sentences, Context())).sentences
    known = {sentence.text: found for sentence, found in zip(sentences, stems, strict=True)}
    model = _model(sentences, _Known(known))
    for line in model.sentences:
        assert line.words == known[str(line)]  # from now on they are kept
    summarizer = LexRankSummarizer(null_stemmer)
    return lambda: summarizer(model, 10)


def sumy_texts_ranked(sentences: Sequence[Sentence]) -> Task:
    """LexRank of sumy with its stemmer and stop words."""
    summarizer = LexRankSummarizer(Stemmer("english"))
    summarizer.stop_words = get_stop_words("english")
    return lambda: summarizer(_model(sentences, sumy.Words("en")), 10)


def nothing(_sentences: Sequence[Sentence]) -> Task:
    """Imports alone."""
    return lambda: None


TASKS: Mapping[str, Callable[[Sequence[Sentence]], Task]] = {
    "nothing": nothing,
    "tokens, ranked": tokens_ranked,
    "tokens, chosen": tokens_chosen,
    "texts, ranked": texts_ranked,
    "sumy: tokens": sumy_tokens_ranked,
    "sumy: texts": sumy_texts_ranked,
}
OURS = ("tokens, ranked", "tokens, chosen", "texts, ranked")
THEIRS = {"sumy: tokens": "tokens, ranked", "sumy: texts": "texts, ranked"}
"""And what of ours each is compared with."""


@dataclass(frozen=True, slots=True)
class _Known:
    """A tokenizer that has all the answers."""

    words: Mapping[str, list[str]]

    def to_words(self, text: str) -> list[str]:
        return self.words[text]


def _value(texts: pool.Pool, words: features.Words) -> Held:
    return ContentWords().value(texts, words, stories_of(texts, Context()))


def _model(sentences: Sequence[Sentence], tokenizer: Any) -> Any:
    """One paragraph, as the summarizer does not look at them."""
    return ObjectDocumentModel([Paragraph([Line(s.text, tokenizer) for s in sentences])])


def measure(name: str, n_sentences: int, n_runs: int) -> Cost:
    """Run the task of that name in this process."""
    task = TASKS[name](pile(n_sentences))
    taken = []
    for _ in range(n_runs):
        start = time.perf_counter()
        task()
        taken.append(time.perf_counter() - start)
    kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return Cost(statistics.median(taken), kilobytes / 1024)


def measured(name: str, n_sentences: int, n_runs: int) -> Cost:
    """The same in a process of its own."""
    task = ("--task", name, "--sentences", str(n_sentences), "--runs", str(n_runs))
    done = subprocess.run(
        [sys.executable, "-m", __spec__.name, *task], check=True, stdout=subprocess.PIPE
    )
    return Cost(**json.loads(done.stdout))


def print_table(n_runs: int) -> None:
    """Print a row for each size, and how many times as long sumy takes for the same."""
    idle = measured("nothing", 0, 1).megabytes
    names = [*(f"{name:>17}" for name in OURS), *(f"{name:>19}" for name in THEIRS)]
    units = [*["    seconds    MB"] * len(OURS), *["    seconds   times"] * len(THEIRS)]
    print(f"{'':9}{''.join(names)}\nsentences{''.join(units)}")
    for n in SIZES:
        print(f"{n:9,}", end="", flush=True)
        seconds = {}
        for name in OURS:
            cost = measured(name, n, n_runs)
            seconds[name] = cost.seconds
            print(f"{cost.seconds:11.4f}{cost.megabytes - idle:6.0f}", end="", flush=True)
        for name, own in THEIRS.items() if n <= MOST_OF_SUMY else ():
            cost = measured(name, n, 1)
            times = cost.seconds / seconds[own]
            print(f"{cost.seconds:11.2f}{times:8,.0f}", end="", flush=True)
        print()


def main() -> None:
    """Parse the command line and print the table, or the cost of one task."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=5, help="of each task but those of sumy")
    parser.add_argument("--task", choices=TASKS, help="measure one, and print it as JSON")
    parser.add_argument("--sentences", type=int, default=1_000, help="of that task")
    options = parser.parse_args()
    if options.task:
        cost = measure(options.task, options.sentences, options.runs)
        print(json.dumps({"seconds": cost.seconds, "megabytes": cost.megabytes}))
    else:
        print_table(options.runs)


if __name__ == "__main__":
    main()
