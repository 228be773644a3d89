"""Opinion pieces, told from news by their address, title, publisher and manner."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from briefing.cleaning.patterns import UPPER, any_of, words
from briefing.model import Document, Dropped, Sentence

MANNERS = frozenset(("first person", "question", "advice"))
"""Reasons of `cleaning.REASONS` that are signs of opinion."""
PERSONAL = 0.1
"""Part of the sentences that speaks in the first person, asks or advises the reader.

On 60 days of news, 41 % of the pieces marked as opinion by address or title reach it, and
2 % of those by agencies and broadcasters; 0.08 takes 47 and 4, 0.05 takes 65 and 11.
"""
ENOUGH = 12
"""Sentences that a text needs to show its manner."""

_GENRE = any_of(
    "op-?eds?", "opinions?", "editorials?", "commentary", "viewpoints?", "perspectives?"
)
_DEPARTMENT = words("columns? columnists? comment(?:isfree)? tribunes? letters opinion-\\w+")
_ADDRESS = re.compile(
    rf"/(?:{_GENRE}|{_DEPARTMENT})(?:[/.?]|$)|//opinion\.",
    re.IGNORECASE,
)
_TITLE = re.compile(
    rf"^(?:{_GENRE}|analysis(?:/opinion)?|column|letters?)\s*[:|–—-]"
    rf"|\|\s*{_GENRE}\s*$|\b(?:our|another|opposing) view\s*$",
    re.IGNORECASE,
)
_COLUMNIST = re.compile(rf"[{UPPER}'’-]{{4,}}(?: [{UPPER}'’-]{{3,}})?: [{UPPER}“\"‘']")
_NO_COLUMNIST = re.compile(
    words(
        """
        BREAKING NEWS ANALYSIS EXCLUSIVE EXPLAINER FACT CHECK FULL GALLERY INTERVIEW LATEST LIVE
        PHOTOS? POLL POLLS PODCAST PROFILE REPORTS? REVEALED SPECIAL TIMELINE TRANSCRIPT
        TRENDING UPDATED? UPDATES VIDEO WATCH READ DEVELOPING ALERT CORRECTION NATO NASA ISIS
        ISIL OPEC UNESCO UNICEF UNHCR UNRWA OSCE IAEA ASEAN HAMAS TASS FEMA USAID
        """
    )
    + r"\b"
)


def is_opinion(document: Document, n_sentences: int = 0, n_personal: int = 0) -> bool:
    """Whether a document is somebody's opinion.

    `n_personal` counts the sentences of `n_sentences` that were dropped for `MANNERS`.
    """
    return bool(
        _ADDRESS.search(document.url)
        or _TITLE.search(document.title)
        or (_COLUMNIST.match(document.title) and not _NO_COLUMNIST.match(document.title))
        or re.search(r"\bopinion\b", document.publisher, re.IGNORECASE)
        or (n_sentences >= ENOUGH and n_personal >= PERSONAL * n_sentences)
    )


def documents(sentences: Sequence[Sentence], dropped: Sequence[Dropped]) -> frozenset[Document]:
    """The documents of `sentences` that are opinion; `dropped` are those not fit to print."""
    counts = Counter(sentence.document for sentence in sentences)
    personal = Counter(d.sentence.document for d in dropped if d.reason in MANNERS)
    return frozenset(
        document
        for document, n_sentences in counts.items()
        if is_opinion(document, n_sentences, personal[document])
    )
