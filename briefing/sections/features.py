"""What the model sees of sentences: their words, their context, and who acts in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from briefing.model import Document, Sentence
from briefing.sections import rules
from briefing.sections.lexicon import words
from briefing.sections.matcher import MOST_TYPES, Ints, Vocabulary
from briefing.sections.parties import Parties
from briefing.sections.profile import Profile
from briefing.sections.stems import Stems
from briefing.sections.terms import Hits, Terms
from briefing.vectors import Matrix

TITLE, BEFORE, AFTER, TOPIC = 0.5, 0.3, 0.3, 0.7
"""Part of the points of the title, of the neighbours and of the document that counts."""
FEW = 4
"""Sentences without points that a document has besides its own: a short one tells less."""
LOW = 1.5
"""Points of its own from which a sentence needs no context."""
BOOST = 1.0
"""How much more the words of the context count where a sentence has no points of its own."""
OWN_RANGE, TOPIC_RANGE = (-2.0, 5.0), (-1.0, 3.0)
"""Least and most points that the terms of one text count."""
STRONG = 0.9
"""Points of its own from which a sentence is strong in a section."""
FAR_PARTY = 0.7
"""Part of a `between` term that counts where the title names the second party."""

Points = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the texts of a batch stand: sentences, then titles, then one empty text."""

    title: Ints
    """Row of each sentence's title, shape (n_sentences,)."""
    before: Ints
    """Row of the sentence before it in its document, or of the empty text."""
    after: Ints
    document: Ints
    """Number of its document."""
    n_documents: int

    @property
    def n_sentences(self) -> int:
        """Sentences of the batch."""
        return len(self.title)

    @property
    def title_of_text(self) -> Ints:
        """Row of the title of each text: titles and the empty text have the empty text."""
        empty = self.n_sentences + self.n_documents
        return np.concatenate([self.title, np.full(self.n_documents + 1, empty)])

    def topic(self, values: Points) -> Points:
        """Mean of rows over each document, with `FEW` rows of zeros; (n_documents, …)."""
        sums = np.zeros((self.n_documents, values.shape[1]))
        np.add.at(sums, self.document, values[: self.n_sentences])
        sizes = np.bincount(self.document, minlength=self.n_documents) + FEW
        means: Points = sums / sizes[:, None]
        return means


@dataclass(frozen=True, slots=True)
class Features:
    """A batch of sentences as the model sees it."""

    layout: Layout
    dense: Points
    """Values of the features of `loglinear.names`, shape (n_sentences, n_features)."""
    stems: Matrix
    """1 where a text has a stem, shape (n_texts, n_stems)."""
    terms: Points
    """Points of the terms of each text, shape (n_texts, n_sections + 1)."""
    hits: Hits
    hit_points: Points
    """Points of each hit, as they count."""
    hit_weights: Points
    """The same before the points of a text are held within `OWN_RANGE`."""
    low: Points
    """How much a sentence needs its context, from 0 to 1."""

    def fields(self, values: Points, topic: Points) -> dict[str, Points]:
        """The part of `values`, rows of texts, that each field of the context gives."""
        layout = self.layout
        return {
            "title": TITLE * values[layout.title],
            "before": BEFORE * values[layout.before],
            "after": AFTER * values[layout.after],
            "topic": TOPIC * topic[layout.document],
        }

    def term_fields(self) -> dict[str, Points]:
        """Points of terms by field of the context."""
        return self.fields(self.terms, self.layout.topic(np.clip(self.terms, *TOPIC_RANGE)))

    def word_fields(self, values: Points) -> dict[str, Points]:
        """The same of what the words of each text are worth, (n_texts, n_sections + 1)."""
        boost = (1 + BOOST * self.low)[:, None]
        found = self.fields(values, self.layout.topic(values))
        return {name: boost * part for name, part in found.items()}


class Reader:
    """Reads sentences for one profile."""

    def __init__(self, profile: Profile, stems: Sequence[str], language: str) -> None:
        """Compile the words of `profile`, and look for `stems` of `language` besides."""
        self._n_columns = len(profile.all_sections)
        self._language = language
        self._vocabulary = Vocabulary()
        self.terms = Terms(profile, self._vocabulary)
        self._parties = Parties(self._vocabulary)
        self._home = self._parties.ids.index(rules.HOME)
        self._stems = Stems(stems, language, self._vocabulary)

    def read(self, sentences: Sequence[Sentence]) -> Features:
        """The features of sentences, each in the context of those of its document."""
        documents = list({id(s.document): s.document for s in sentences}.values())
        texts = [s.text for s in sentences] + [d.title for d in documents] + [""]
        tokens = [words(text) for text in texts]
        return self.read_tokens(texts, tokens, layout(sentences, documents), documents)

    def read_tokens(
        self,
        texts: Sequence[str],
        tokens: Sequence[Sequence[str]],
        laid: Layout,
        documents: Sequence[Document],
    ) -> Features:
        """The features of texts that are words already."""
        self._forget_if_many()
        flat = self._vocabulary.flat(tokens)
        named = self._parties.find(flat)
        hits = self.terms.find(flat)
        reach = _reach(named, named[laid.title_of_text])
        hit_weights, points = self.terms.points(hits, reach, self._n_columns)
        clipped = np.clip(points, *OWN_RANGE)
        cells = (hits.owners, self.terms.columns[hits.rows])
        kept = np.divide(clipped, points, out=np.zeros_like(points), where=points != 0)
        hit_points = hit_weights * kept[cells]
        n = laid.n_sentences
        own = clipped[:n]
        low = np.clip(1 - np.abs(own[:, :-1]).max(axis=1, initial=0.0) / LOW, 0.0, 1.0)
        stems = self._stems.find(flat)
        foreign = [bool(d.language) and d.language != self._language for d in documents]
        if any(foreign):
            stems = _without(stems, laid, np.asarray(foreign))
        features = Features(
            laid, np.zeros((n, 0)), stems, clipped, hits, hit_points, hit_weights, low
        )
        context = sum(features.term_fields().values(), np.zeros_like(own))
        signs = rules.read(
            texts[:n],
            np.bincount(flat.owners, minlength=len(texts))[:n],
            named[:n],
            named[laid.title],
            named[laid.before],
            self._home,
        )
        dense = np.hstack(
            [np.ones((n, 1)), own, own >= STRONG, context, low[:, None] * context, signs]
        )
        return replace(features, dense=dense)

    def _forget_if_many(self) -> None:
        if len(self._vocabulary.words) > MOST_TYPES:
            for part in (self._vocabulary, self.terms, self._parties, self._stems):
                part.forget()


def layout(sentences: Sequence[Sentence], documents: Sequence[Document]) -> Layout:
    """How the texts of a batch stand: neighbours are those given of the same document."""
    number = {id(document): n for n, document in enumerate(documents)}
    document = np.fromiter(
        (number[id(s.document)] for s in sentences), np.int64, len(sentences)
    )
    n = len(sentences)
    empty = n + len(documents)
    order = np.argsort(document, kind="stable")
    before = np.full(n, empty)
    after = np.full(n, empty)
    same = document[order[:-1]] == document[order[1:]]
    before[order[1:][same]] = order[:-1][same]
    after[order[:-1][same]] = order[1:][same]
    return Layout(n + document, before, after, document, len(documents))


def _reach(own: NDArray[np.bool_], title: NDArray[np.bool_]) -> Points:
    """How much a `between` term counts in each text, from 0 to 1."""
    n_own = own.sum(axis=1)
    far = (n_own == 1) & ((own | title).sum(axis=1) > 1)
    reach: Points = np.where(n_own > 1, 1.0, np.where(far, FAR_PARTY, 0.0))
    return reach


def _without(stems: Matrix, laid: Layout, foreign: NDArray[np.bool_]) -> Matrix:
    """`stems` without the rows of documents in another language."""
    keep = np.concatenate([~foreign[laid.document], ~foreign, [True]]).astype(np.float64)
    scaled = stems.copy()
    scaled.data = scaled.data * np.repeat(keep, np.diff(stems.indptr))
    return scaled
