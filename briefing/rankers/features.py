"""Texts of a pool as vectors over the same terms."""

from __future__ import annotations

from dataclasses import dataclass

from briefing import vectors
from briefing.rankers.pool import Pool
from briefing.vectors import Matrix


@dataclass(frozen=True, slots=True)
class Features:
    """TF-IDF rows of length 1, or 0 where no content word is."""

    sentences: Matrix
    """Shape (n_sentences, n_terms)."""
    titles: Matrix
    """A row for each document, shape (n_documents, n_terms); zeros where it has no title."""


def extract(texts: Pool) -> Features:
    """Vectors of all sentences and titles, each stemmed in the language of its document."""
    languages = texts.languages
    stems = [
        vectors.stems(sentence.text, languages[owner])
        for sentence, owner in zip(texts.sentences, texts.owners.tolist(), strict=True)
    ]
    titles = [
        vectors.stems(document.title, language)
        for document, language in zip(texts.documents, languages, strict=True)
    ]
    rows = vectors.tfidf([*stems, *titles])
    return Features(rows[: len(stems)], rows[len(stems) :])
