"""Signs of a sentence that are no words of a profile: who acts, and how it is said."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

NAMES = (
    "two parties",
    "a foreign party",
    "two foreign parties",
    "home only",
    "a foreign party in the title",
    "two parties in the title",
    "a foreign party before",
    "a party that the title has not",
    "no party near",
    "opens with a pronoun",
    "pronoun for a foreign party",
    "fewer than 8 words",
    "quotation",
)
"""The columns of `read`."""
HOME = "US"
"""The state that news names without being about relations with it.

The labelled sentences are mostly from American papers, and in them it acts in nearly all.
"""

_PRONOUN = re.compile(
    r"""["“'‘]?\s*(?:He|She|They|It|This|That|These|Those|I|We|But|And|You|So|His|Her|Their)\b"""
)
_QUOTES = re.compile(r'["“”]')
_SHORT = 8

Flags = NDArray[np.bool_]


def read(
    texts: Sequence[str],
    n_words: NDArray[np.int64],
    own: Flags,
    title: Flags,
    before: Flags,
    home: int,
) -> NDArray[np.float64]:
    """1 where a sign holds, shape (n_texts, len(NAMES)).

    `own`, `title` and `before` say which parties each text, its title and the text before it
    name, shape (n_texts, n_parties); `home` is the column of `HOME`.
    """
    n_own, n_title, n_before = (flags.sum(axis=1) for flags in (own, title, before))
    foreign, foreign_title, foreign_before = (
        n - flags[:, home] for n, flags in ((n_own, own), (n_title, title), (n_before, before))
    )
    pronoun = np.fromiter((bool(_PRONOUN.match(text)) for text in texts), np.bool_, len(texts))
    quotes = np.fromiter((bool(_QUOTES.search(text)) for text in texts), np.bool_, len(texts))
    return np.column_stack(
        [
            n_own > 1,
            foreign > 0,
            foreign > 1,
            (n_own == 1) & own[:, home],
            foreign_title > 0,
            n_title > 1,
            foreign_before > 0,
            (n_own > 0) & ((own | title).sum(axis=1) > 1),
            (n_own + n_title + n_before) == 0,
            pronoun,
            pronoun & (foreign_title > 0),
            n_words < _SHORT,
            quotes,
        ]
    ).astype(np.float64)
