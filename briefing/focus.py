"""What bears on a question: words or a sentence that a reader asks about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from scipy import sparse

from briefing import features, pool, vectors
from briefing.model import Context, Sentence
from briefing.pool import Pool
from briefing.vectors import Matrix

if TYPE_CHECKING:
    from briefing.model import Scores

AROUND = 1 / 3
"""Part of relevance that a line has from its title and neighbours: "he" is named above.

With the editor's headline as the question, ROUGE-2 on mds_allsides_dev at 0, .2, 1/3, .5: 14.3,
14.1, 13.9, 13.7 by relevance alone; 15.8, 15.9, 15.8, 15.9 with half of it added to
`content-words`.
"""


def relevance(sentences: Sequence[Sentence], context: Context, about: str) -> Scores:
    """How much of what is asked each line tells, from 0 to 1, shape (n_sentences,).

    The part of the question's words that it has, rare ones counting more (tf-idf as in Allan,
    Wade and Bolivar 2003, "Retrieval and novelty detection at the sentence level"); a third is
    for those that stand in the title or the lines beside it. Words that no line has do not
    count; where none has any, all is 0 and `context.note` is told.
    """
    texts = pool.gather(sentences, context)
    words = features.words(texts)
    asked = [set(vectors.stems(about, language)) for language in texts.languages]
    terms = {term: n for n, term in enumerate(sorted(set().union(*asked)))}
    lines = _holding(words.sentences, [asked[n] for n in texts.owners.tolist()], terms)
    titles = _holding(words.titles, asked, terms)
    df = np.asarray(lines.sum(axis=0)).ravel()
    n_lines = len(texts.sentences)
    weights = np.where(df > 0, np.log((1 + n_lines) / (1 + df)) + 1, 0.0)
    if not weights.any():
        if n_lines:
            what = "no line has a word of" if terms else "only common words are in"
            context.note(f"about: {what} {about!r}; it changes nothing")
        return np.zeros(len(sentences))
    totals = np.asarray([sum(weights[terms[word]] for word in each) for each in asked])
    wanted = np.maximum(totals, 1e-300)[texts.owners]
    near = _beside(lines, texts) + titles[texts.owners]
    near.data[:] = 1.0
    own = lines @ weights / wanted
    around = near @ weights / wanted
    return texts.shared((1 - AROUND) * own + AROUND * around)


def _holding(
    texts: Sequence[Sequence[str]], asked: Sequence[set[str]], terms: dict[str, int]
) -> Matrix:
    """Which of `terms` each text has, of those asked of it, shape (n_texts, n_terms)."""
    found = [sorted({terms[word] for word in text if word in wanted})
             for text, wanted in zip(texts, asked, strict=True)]  # fmt: skip
    starts = np.cumsum([0, *(len(row) for row in found)])
    columns = np.asarray([n for row in found for n in row], dtype=np.int64)
    return sparse.csr_array(
        (np.ones(len(columns)), columns, starts), shape=(len(texts), len(terms))
    )


def _beside(lines: Matrix, texts: Pool) -> Matrix:
    """What a line, the one before it and the one behind it have, in the same document."""
    order = np.lexsort((texts.positions, texts.owners))
    before, after = order[:-1], order[1:]
    same = texts.owners[before] == texts.owners[after]
    before, after = before[same], after[same]
    n = lines.shape[0]
    rows = np.concatenate([np.arange(n), after, before])
    columns = np.concatenate([np.arange(n), before, after])
    return sparse.csr_array((np.ones(len(rows)), (rows, columns)), shape=(n, n)) @ lines
