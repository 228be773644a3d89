"""Which documents have a say, and how much: five papers with one report are one witness."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy import sparse
from scipy.sparse import csgraph

from briefing.pool import Numbers, Pool
from briefing.rankers import kinds
from briefing.rankers.kinds import Kind

if TYPE_CHECKING:
    from briefing.model import Scores

COPIED, LEAST_COPIED = 0.5, 3
"""Part of a document's lines, and their number, that another one has if they are one text."""
MOST_SHARING = 100
"""Different texts that have a line, up to which it speaks for a copy: more have set phrases."""


def weights(texts: Pool, kind: Kind) -> Scores:
    """What the vote of each document counts, shape (n_documents,), sum 1."""
    later_days = kinds.ages(texts) if kind is Kind.UPDATES else np.zeros(len(texts.documents))
    same = copies(texts)
    votes = 1 / (1.0 + later_days) / np.bincount(same, minlength=1)[same]
    shares: Scores = votes / max(float(votes.sum()), 1e-300)
    return shares


def copies(texts: Pool) -> Numbers:
    """Number of the text that each document has, shape (n_documents,).

    Two documents have one text where half of the shorter one's lines say what the other one's
    do, and three at least.
    """
    n_documents = len(texts.documents)
    said = sparse.csr_array(
        (np.ones(len(texts.owners)), (texts.owners, texts.statements)),
        shape=(n_documents, len(texts.owners)),
    )
    said.data[:] = 1.0
    sizes = np.diff(said.indptr)
    # Whole copies first: a line that very many others have, too, is left out below.
    seen: dict[bytes, int] = {}
    whole = [
        seen.setdefault(said.indices[slice(*said.indptr[n : n + 2])].tobytes(), n)
        if sizes[n] >= LEAST_COPIED
        else n
        for n in range(n_documents)
    ]
    same = np.asarray(whole, dtype=np.int64)
    originals = np.unique(same)
    firsts = said[originals]
    firsts = firsts[:, np.bincount(firsts.indices, minlength=firsts.shape[1]) <= MOST_SHARING]
    shared = (firsts @ firsts.T).tocoo()
    of_firsts = sizes[originals]
    least = COPIED * np.minimum(of_firsts[shared.row], of_firsts[shared.col])
    near = shared.data >= np.maximum(least, LEAST_COPIED)
    rows = np.concatenate([np.arange(n_documents), originals[shared.row[near]]])
    columns = np.concatenate([same, originals[shared.col[near]]])
    graph = sparse.csr_array((np.ones(len(rows)), (rows, columns)), shape=(n_documents,) * 2)
    found: Numbers = csgraph.connected_components(graph, directed=False)[1]
    return found
