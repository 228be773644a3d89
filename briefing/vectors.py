"""Sentences as vectors: word tokens, stems, TF-IDF rows and their cosines."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import Any, TypeAlias

import numpy as np
import Stemmer
from scipy import sparse

from briefing import languages

Matrix: TypeAlias = Any
"""scipy.sparse.csr_array of float64."""

# The group is the token; a possessive 's after it is read and left out.
_TOKEN = re.compile(
    r"""(
        (?:[^\W\d_]\.){2,}                              # u.s.
      | [\u3040-\u30ff\u3400-\u9fff]                    # scripts without blanks: a sign each
      | [^\W_]+                                         # word
        (?: (?: '(?![sS]\b) | -(?=\d) | (?<=\d)[.,:](?=\d) )   # don't, covid-19, 1,500
            [^\W_]+ )*
    )(?:'[sS]\b)?""",
    re.VERBOSE,
)

# The same where all is ASCII, in half the time.
_ASCII_TOKEN = re.compile(
    r"""(
        (?:[A-Za-z]\.){2,}
      | [A-Za-z0-9]+
        (?: (?: '(?![sS]\b) | -(?=\d) | (?<=\d)[.,:](?=\d) ) [A-Za-z0-9]+ )*
    )(?:'[sS]\b)?""",
    re.VERBOSE,
)
# Marks that part words, and an apostrophe that does not.
_MARKS = str.maketrans({"’": "'"} | dict.fromkeys("“”„«»–—…•", " "))

# "US" would be lost among the pronouns; the others follow so that both spellings meet.
_INITIALS = re.compile(r"\b(?:US|UK|UN|EU)\b")

_ELIDED = re.compile(
    r"\b(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|un|all|dall|dell|nell|sull|quest)'", re.IGNORECASE
)
_ARABIC_MARKS = re.compile("[\u0640\u064b-\u0652]")


def tokens(text: str, language: str = "en") -> list[str]:
    """Word tokens in the order of the text, lower-cased, stop words included.

    Keeps "u.s.", "covid-19" and "1,500" whole, parts "state-run", and drops a possessive 's.
    """
    return _found(_plain(text, language).lower())


def cased_tokens(text: str, language: str = "en") -> list[str]:
    """The same tokens with the capitals of the text."""
    return _found(_plain(text, language))


def stems(text: str, language: str = "en") -> list[str]:
    """Stems of the content words of `text`, in its order; stop words are out.

    A language without a list of stop words keeps all of them.
    """
    stop = languages.stop_words(language)
    return stemmed([token for token in tokens(text, language) if token not in stop], language)


def stemmed(words: list[str], language: str = "en") -> list[str]:
    """Stem of each of `words`, in lower case; a language without a stemmer keeps them."""
    stemmer = _stemmer(language)
    return stemmer.stemWords(words) if stemmer else words


def tfidf(texts: Sequence[Sequence[str]]) -> Matrix:
    """Rows of length 1, one for each list of tokens; zeros where it is empty.

    The shape is (n_texts, n_terms). A column is a term, in the order of first appearance. Its
    weight is its count times the smooth idf, ln((1 + n_texts) / (1 + df)) + 1, so that no
    term weighs nothing.
    """
    columns: dict[str, int] = {}
    terms = [columns.setdefault(term, len(columns)) for text in texts for term in text]
    starts = np.zeros(len(texts) + 1, dtype=np.int64)
    np.cumsum([len(text) for text in texts], out=starts[1:])
    matrix = sparse.csr_array(
        (np.ones(len(terms)), np.asarray(terms, dtype=np.int64), starts),
        shape=(len(texts), len(columns)),
    )
    matrix.sum_duplicates()
    df = np.bincount(matrix.indices, minlength=len(columns))
    idf = np.log((1 + len(texts)) / (1 + df)) + 1
    matrix.data *= idf[matrix.indices]
    return normalized(matrix)


def normalized(matrix: Matrix) -> Matrix:
    """Scale the rows of `matrix` to length 1; rows of zeros stay."""
    norms = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    norms[norms == 0] = 1
    scaled = matrix.copy()
    scaled.data = scaled.data / np.repeat(norms, np.diff(scaled.indptr))
    return scaled


def cosine(a: Matrix, b: Matrix) -> Matrix:
    """Similarity of each row of `a` with each of `b`, from 0 to 1, sparse, (n_a, n_b).

    Rows must have length 1 or 0, as `tfidf` gives them. The result grows with the pairs that
    share a term: for thousands against thousands, multiply by vectors instead.
    """
    return (a @ b.T).tocsr()


def _found(text: str) -> list[str]:
    return (_ASCII_TOKEN if text.isascii() else _TOKEN).findall(text)


def _plain(text: str, language: str) -> str:
    """`text` with one spelling for what is written in several ways."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text.translate(_MARKS))
    if language == "en":
        return _INITIALS.sub(_dotted, text) if "U" in text else text
    if language in {"fr", "it"}:
        return _ELIDED.sub(" ", text)
    return _ARABIC_MARKS.sub("", text) if language == "ar" else text


def _dotted(initials: re.Match[str]) -> str:
    return "".join(f"{letter}." for letter in initials[0])


@cache
def _stemmer(language: str) -> Any:
    """Snowball stemmer in C, or None for a language that the library does not have."""
    name = languages.stemmer_name(language)
    return Stemmer.Stemmer(name) if name in Stemmer.algorithms() else None
