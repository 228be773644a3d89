"""What kind of set the documents are: it decides which signals mean something."""

from __future__ import annotations

import re
from enum import Enum
from itertools import chain

import numpy as np

from briefing import vectors
from briefing.features import Words
from briefing.pool import Numbers, Pool

MOST_A_DAY = 1.5
"""Documents for each day on which any came out, up to which dated ones are a series."""
FEWEST_UPDATES = 3
COHESION = 0.11
"""Mean cosine of an opening and all others from which documents are on one matter.

Of 88 series of updates on one event (mds_background_dev) 95 in 100 have more; of series of as
many articles from unrelated days (daily_allsides_dev) 99 in 100 have less.
"""
OPENING = 3
"""Lines at the top of a document that are its opening, with the title."""
NAMES = 0.08
"""Part of the words behind the first one of a line that have a capital below which undated
texts are no news.

Reviews (mds_opinosis) have .04 in the median and 91 in 100 have less than this, of news
(mds_allsides_dev) .14 and 3 in 100.
"""

_INITIAL = re.compile(r"([^\W_])[^\W_]*")


class Kind(Enum):
    """What a set of documents is."""

    EVENT = "one event"
    STORIES = "many stories"
    UPDATES = "dated updates"
    REMARKS = "not news"


def tell(texts: Pool, words: Words, n_stories: int) -> Kind:
    """Kind of the documents of `texts`, of which `n_stories` report different events."""
    if _are_remarks(texts):
        return Kind.REMARKS
    if _are_series(texts) and cohesion(texts, words) >= COHESION:
        return Kind.UPDATES
    return Kind.STORIES if n_stories > 1 else Kind.EVENT


def ages(texts: Pool) -> Numbers:
    """How many later days have documents, for each document; undated ones are the oldest."""
    days = np.asarray(
        [d.published.toordinal() if d.published else 0 for d in texts.documents], dtype=np.int64
    )
    return np.unique(-days, return_inverse=True)[1]


def cohesion(texts: Pool, words: Words) -> float:
    """Mean cosine of a document's opening and the sum of all others', from 0 to 1."""
    openings = [list(title) for title in words.titles]
    for n in np.flatnonzero(texts.positions < OPENING).tolist():
        openings[texts.owners[n]] += words.sentences[n]
    rows = vectors.tfidf(openings)
    total = np.asarray(rows.sum(axis=0)).ravel()
    itself = np.asarray(rows.multiply(rows).sum(axis=1)).ravel()
    along = rows @ total - itself
    # |total - row|² from parts, so that no row is made dense.
    others = np.sqrt(np.maximum(total @ total - 2 * (rows @ total) + itself, 0))
    return float(np.mean(np.divide(along, others, out=np.zeros(len(along)), where=others > 0)))


def _are_remarks(texts: Pool) -> bool:
    """Whether undated texts hardly name anyone: reviews, comments, answers to a question."""
    if any(document.published for document in texts.documents):
        return False
    initials = "".join(
        chain.from_iterable(_INITIAL.findall(sentence.text)[1:] for sentence in texts.sentences)
    )
    has_case = any(map(str.islower, initials))
    return has_case and sum(map(str.isupper, initials)) < NAMES * len(initials)


def _are_series(texts: Pool) -> bool:
    """Whether documents came one by one, day after day."""
    days = [document.published.date() for document in texts.documents if document.published]
    n_days = len(set(days))
    return (
        n_days >= FEWEST_UPDATES
        and len(days) > len(texts.documents) / 2
        and len(days) <= MOST_A_DAY * n_days
    )
