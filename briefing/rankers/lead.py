"""Rate by position: news says first what matters most."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from briefing import pool
from briefing.model import Context, Sentence

if TYPE_CHECKING:
    from briefing.model import Scores


@dataclass(frozen=True, slots=True)
class Lead:
    """The first sentences of all documents, then the second ones, and so on.

    The baseline of the Document Understanding Conferences; see Nenkova (2005), "Automatic
    text summarization of newswire: lessons learned from the Document Understanding
    Conference", on baselines. Ties go by the order of the documents. Scores fall in even steps
    from 1 to above 0.
    """

    def score(self, sentences: Sequence[Sentence], context: Context) -> Scores:
        """Position in the document, of those sentences that were given."""
        everything = pool.gather(sentences, context)
        n = len(everything.sentences)
        scores = np.empty(n)
        scores[everything.order_of_reading()] = 1 - np.arange(n) / max(n, 1)
        return everything.shared(scores)
