"""Rankers of the library sumy, fed with our sentences and asked for the whole of its order.

sumy rates and chooses in one; here its rating is overheard where it would choose. Its order
is kept wherever it has one. What it does not define goes by `lead`, and a note says so:

- equal sentences share a rating in sumy and would come back together, so they are folded;
- its tokenizer knows words of letters only, so that "COVID-19: 1,500." has none;
- LexRank divides by zero where nothing is similar, LSA returns nothing without words;
- all are quadratic or worse, so that each has a limit.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from briefing import languages, pool, vectors
from briefing.model import Context, Document, Sentence
from briefing.rankers import lead

if TYPE_CHECKING:
    from briefing.model import Scores


@dataclass(frozen=True, slots=True)
class Text:
    """What a summarizer of sumy is given."""

    model: Any
    """`ObjectDocumentModel`: a paragraph a document, without headings."""
    headed: Any
    """The same, with the title of each document as heading of its paragraph."""
    stemmer: Any
    stop_words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Words:
    """The words that sumy's own `Tokenizer` finds, without its need for Punkt data."""

    language: str
    """ISO 639-1 code."""

    def to_words(self, sentence: str) -> tuple[str, ...]:
        """Words of letters, apostrophes and hyphens, in the order of the sentence."""
        import nltk
        from sumy.nlp.tokenizers import Tokenizer

        if languages.stemmer_name(self.language) in Tokenizer.SPECIAL_WORD_TOKENIZERS:
            # sumy asks for another library for each of these.
            words = vectors.tokens(sentence, self.language)
        else:
            words = nltk.word_tokenize(sentence, preserve_line=True)
        return tuple(word for word in words if Tokenizer._is_word(word))


def score(
    name: str,
    rate: Callable[[Text], Sequence[float]],
    sentences: Sequence[Sentence],
    context: Context,
    *,
    limit: int,
) -> Scores:
    """Even steps from 1 to above 0, in the falling order of what `rate` gives.

    `rate` returns a rating for each sentence of the model, or nothing at all. At most `limit`
    sentences are rated, the first of every document; what has no rating follows by `lead`.
    """
    if not sentences:
        return np.zeros(0)
    copies = pool.first_copies(sentences)
    leading = np.argsort(-lead.Lead().score(sentences, context), kind="stable")
    distinct = [n for n in leading.tolist() if copies[n] == n]
    candidates = distinct[:limit]
    rated = _rated(rate, sentences, candidates)
    if len(distinct) > limit:
        context.note(
            f"{name}: {len(distinct):,} sentences, and its limit is {limit:,}; "
            "the first of every document are rated, the others ranked by lead"
        )
    unrated = set(candidates).difference(rated)
    if unrated:
        n = sum(copy in unrated for copy in copies.tolist())
        context.note(
            f"{name}: {n:,} of {len(sentences):,} sentences have no rating; ranked by lead"
        )
    order = list(dict.fromkeys([*rated, *distinct]))
    scores = np.zeros(len(sentences))
    scores[order] = 1 - np.arange(len(order)) / len(order)
    return scores[copies]


def ratings(summarizer: Any, model: Any) -> list[float]:
    """Rating of each sentence of `model` by `summarizer`; maybe none at all, or NaN."""
    heard: list[float] = []

    def hear(sentences: Any, _count: Any, rating: Any, *options: Any) -> tuple[()]:
        rate = rating.__getitem__ if isinstance(rating, dict) else rating
        heard.extend(float(rate(sentence, *options)) for sentence in sentences)
        return ()

    summarizer._get_best_sentences = hear
    summarizer(model, 0)
    return heard


def _rated(
    rate: Callable[[Text], Sequence[float]],
    sentences: Sequence[Sentence],
    candidates: Sequence[int],
) -> list[int]:
    """Those of `candidates` that have words and a rating, best first; earlier wins a tie."""
    from sumy.models.dom import ObjectDocumentModel, Paragraph
    from sumy.models.dom import Sentence as Line

    paragraphs: dict[Document, list[int]] = {}
    for n in sorted(candidates):
        paragraphs.setdefault(sentences[n].document, []).append(n)
    for numbers in paragraphs.values():
        numbers.sort(key=lambda n: sentences[n].start)
    language = _language(tuple(paragraphs))
    words = Words(language)
    lines = {n: Line(sentences[n].text, words) for n in candidates}
    model = ObjectDocumentModel(
        Paragraph(lines[n] for n in numbers) for numbers in paragraphs.values()
    )
    headed = ObjectDocumentModel(
        Paragraph([Line(document.title, words, True), *(lines[n] for n in numbers)])
        for document, numbers in paragraphs.items()
    )
    found = rate(Text(model, headed, *_stemmer_and_stop_words(language)))
    flat = [n for numbers in paragraphs.values() for n in numbers]
    known = {
        n: rating
        for n, rating in zip(flat, found, strict=False)  # nothing at all is an answer, too
        if np.isfinite(rating) and lines[n].words
    }
    return sorted(known, key=lambda n: -known[n])


def _language(documents: Sequence[Document]) -> str:
    """Language of most of the documents that have one, else English."""
    known = [document.language for document in documents if document.language]
    return max(known, key=known.count) if known else "en"


def _stemmer_and_stop_words(language: str) -> tuple[Any, frozenset[str]]:
    """As the command line of sumy has them; without a stemmer or a list, the next best."""
    from sumy.nlp.stemmers import Stemmer, null_stemmer
    from sumy.utils import get_stop_words

    name = languages.stemmer_name(language)
    try:
        stemmer = Stemmer(name)
    except LookupError:
        stemmer = null_stemmer
    try:
        stop_words = get_stop_words(name)
    except LookupError:
        stop_words = languages.stop_words(language)
    return stemmer, stop_words
