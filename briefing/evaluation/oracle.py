"""The choice of one who has seen the references: what no ranker can be asked to beat by much.

Greedy, so not the best there is: the sentence that raises ROUGE-2 most, of equal ones that
with most ROUGE-1, of equal ones the first, until none raises either.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import chain

from briefing.evaluation.rouge import Growing, Rouge
from briefing.model import Sentence


def pick(
    sentences: Sequence[Sentence], references: Sequence[str], n_words: int, rouge: Rouge
) -> list[Sentence]:
    """The sentences that score best together within `n_words`, in the order of choice."""
    return _chosen(sentences, references, n_words, rouge, lambda size, left: size <= left)


def reach(
    sentences: Sequence[Sentence], references: Sequence[str], n_words: int, rouge: Rouge
) -> list[Sentence]:
    """Those that score best together if the text is cut after `n_words`."""
    return _chosen(sentences, references, n_words, rouge, lambda _size, _left: True)


def _chosen(
    sentences: Sequence[Sentence],
    references: Sequence[str],
    n_words: int,
    rouge: Rouge,
    may_come: Callable[[int, int], bool],
) -> list[Sentence]:
    wanted = [rouge.tokenize(reference) for reference in references]
    measures = Growing(wanted, 2), Growing(wanted, 1)
    words = [[rouge.tokenize(word) for word in s.text.split()] for s in sentences]
    reached = (0.0, 0.0)
    chosen: list[int] = []
    left = n_words
    while left > 0:
        best, tokens = -1, []
        for n, line in enumerate(words):
            if n in chosen or not may_come(len(line), left):
                continue
            text = list(chain.from_iterable(line[:left]))
            score = measures[0].score_with(text), measures[1].score_with(text)
            if score > reached:
                best, tokens, reached = n, text, score
        if best < 0:
            break
        chosen.append(best)
        left -= len(words[best])
        for measure in measures:
            measure.add(tokens)
    return [sentences[n] for n in chosen]
