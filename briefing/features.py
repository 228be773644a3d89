"""Texts of a pool as words, and as vectors over the same terms."""

from __future__ import annotations

from dataclasses import dataclass

from briefing import vectors
from briefing.pool import Pool
from briefing.vectors import Matrix


@dataclass(frozen=True, slots=True)
class Words:
    """Stems of content words, each text in its order."""

    sentences: list[list[str]]
    """Of each sentence of the pool."""
    titles: list[list[str]]
    """Of the title of each document; empty where it has none."""


@dataclass(frozen=True, slots=True)
class Features:
    """TF-IDF rows of length 1, or 0 where no content word is."""

    sentences: Matrix
    """Shape (n_sentences, n_terms)."""
    titles: Matrix
    """A row for each document, shape (n_documents, n_terms); zeros where it has no title."""


def words(texts: Pool) -> Words:
    """Stems of all sentences and titles, each in the language of its document."""
    languages = texts.languages
    return Words(
        [
            vectors.stems(sentence.text, languages[owner])
            for sentence, owner in zip(texts.sentences, texts.owners.tolist(), strict=True)
        ],
        [
            vectors.stems(document.title, language)
            for document, language in zip(texts.documents, languages, strict=True)
        ],
    )


def extract(texts: Pool) -> Features:
    """Vectors of all sentences and titles."""
    found = words(texts)
    n = len(found.sentences)
    rows = vectors.tfidf([*found.sentences, *found.titles])
    return Features(rows[:n], rows[n:])
