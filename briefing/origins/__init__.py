"""Independent origins: how many of the documents of a claim are witnesses of their own.

News repeats itself: what one agency sends stands in many papers. Documents have one origin
when a publisher, an owner, a credit or the very text joins them; in doubt they have.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from briefing import nearness, vectors
from briefing.model import Document, Sentence
from briefing.nearness import Shingles
from briefing.origins.credits import Reader
from briefing.publishers import Publisher, Publishers

REASONS = ("publisher", "owner", "agency", "source", "copy")
"""What joins two documents: who published them, who owns those, an agency that they credit,
another publisher that they name as their source, and their text."""

COPIED = 0.18
"""Part of the shingles of the shorter text that the longer one has, if one is a copy.

On 1,200 made-up groups (tests/wire.py) .15 to .2 find the origins of 99.4 %, .12 of 98.6 and
.25 of 98.2. Of 784 pairs of articles on one event by two outlets (pairs_samestory_dev) .18
joins 11, which share agency or press text word for word; .12 joins 16; half share under .01.
"""
LENGTH = 5
"""Words of a shingle: 3, 4 and 6 at their best (.3, .25, .15) do as well, in less range."""
LENGTH_OF_SIGNS = 10
"""Signs of a shingle in scripts without blanks, where a word has about two."""
LEAST = 12
"""Shingles that copies share at the least, if the shorter one has so many: 16 words."""
NARRATED = 20
"""Words outside quotations that a text needs to be compared by them alone."""

_QUOTED = re.compile(
    r"“[^“”\n]{0,600}(?:”|$)|\"[^\"\n]{0,600}(?:\"|$)|„[^„“”\n]{0,600}(?:[“”]|$)"
    r"|«[^«»\n]{0,600}(?:»|$)|»[^«»\n]{0,600}«|‘[^‘’\n]{12,600}’(?!\w)|「[^」\n]{0,600}」",
    re.MULTILINE,
)
_POSTED = re.compile(r"^.{0,300}(?:@\w{3,}|\bpic\.twitter|\bt\.co/).{0,300}$", re.MULTILINE)


_Key: TypeAlias = tuple[str, str, str]
"""Kind of name, name, and reason: documents with one name of a kind are joined."""
_Edge: TypeAlias = tuple[int, int, str, str]
"""Two numbers of documents, the reason and the name that joins them."""


@dataclass(frozen=True, slots=True)
class Join:
    """Why two documents have one origin."""

    documents: tuple[Document, Document]
    reason: str
    """One of `REASONS`."""
    name: str = ""
    """The publisher or the owner that joins them; "" for copies."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Documents that are one witness, and what makes them one."""

    documents: tuple[Document, ...]
    """Earliest first; those without a date last."""
    joins: tuple[Join, ...] = ()
    """As few as connect the documents: one less than there are."""


@dataclass(frozen=True, slots=True)
class _Traits:
    """What is read off a document once."""

    keys: tuple[_Key, ...]
    shingles: Shingles


class Tracer:
    """Traces claims to their origins; remembers what it has read off a document."""

    def __init__(self, publishers: Publishers) -> None:
        """Trace with the owners, agencies and names of this table."""
        self._publishers = publishers
        self._reader = Reader(publishers)
        self._known: dict[Document, _Traits] = {}

    def trace(self, sentences: Sequence[Sentence]) -> tuple[Origin, ...]:
        """The origins of a claim that `sentences` make, by their earliest documents.

        Their order does not matter.
        """
        said: dict[Document, list[str]] = defaultdict(list)
        for sentence in sentences:
            said[sentence.document].append(sentence.text)
        documents = sorted(said, key=_order)
        if len(documents) < 2:
            return tuple(Origin((document,)) for document in documents)
        traits = [self._traits(document) for document in documents]
        keys = [
            [*found.keys, *self._attributed(said[document])]
            for document, found in zip(documents, traits, strict=True)
        ]
        forest = _Forest(len(documents))
        joins = [*_named(keys, forest), *_copied([t.shingles for t in traits], forest)]
        return tuple(
            Origin(
                tuple(documents[n] for n in members),
                tuple(
                    Join((documents[a], documents[b]), reason, name)
                    for a, b, reason, name in joins
                    if a in members
                ),
            )
            for members in forest.trees()
        )

    def groups(self, sentences: Sequence[Sentence]) -> tuple[tuple[Document, ...], ...]:
        """The documents of each origin of a claim."""
        return tuple(origin.documents for origin in self.trace(sentences))

    def count(self, sentences: Sequence[Sentence]) -> int:
        """How many origins a claim has: 1 or more, unless there is no sentence."""
        return len(self.trace(sentences))

    def _traits(self, document: Document) -> _Traits:
        if document not in self._known:
            self._known[document] = _Traits(tuple(self._keys(document)), _shingles(document))
        return self._known[document]

    def _keys(self, document: Document) -> Iterator[_Key]:
        yield "name", self._publishers.identity(document), "publisher"
        yield "name", self._publishers.key(document.publisher), "publisher"
        known = self._publishers.of(document)
        if known:
            yield "owner", known.owner, "owner"
        for credited in self._reader.of_document(document.text):
            yield from _credit(credited, "agency" if credited.agency else "source")
        taken_from = self._publishers.named(document.origin)
        if taken_from:
            yield from _credit(taken_from, "source")
        else:
            yield "name", self._publishers.key(document.origin), "source"

    def _attributed(self, texts: Sequence[str]) -> Iterator[_Key]:
        for text in texts:
            for named in self._reader.of_sentence(text):
                yield from _credit(named, "source")


def _credit(publisher: Publisher, reason: str) -> Iterator[_Key]:
    yield "name", publisher.name, reason
    yield "owner", publisher.owner, "owner"


def _named(keys: Sequence[Sequence[_Key]], forest: _Forest) -> Iterator[_Edge]:
    """Join documents that have a name in common."""
    homes: dict[tuple[str, str], tuple[int, str]] = {}
    for n, found in enumerate(keys):
        for kind, name, reason in found:
            if not name:
                continue
            first, its_reason = homes.setdefault((kind, name), (n, reason))
            if forest.join(first, n):
                yield first, n, max(reason, its_reason, key=REASONS.index), name


def _copied(texts: Sequence[Shingles], forest: _Forest) -> Iterator[_Edge]:
    """Join documents that share text.

    A document is compared with the members of a tree only where all of them together share
    enough with it, and with the first one first: copies cost one comparison each.
    """
    homes: dict[int, list[int]] = defaultdict(list)
    for n, shingles in enumerate(texts):
        values = shingles.tolist()
        shared = Counter(forest.tree(m)[0] for value in values for m in homes.get(value, ()))
        for first, n_shared in shared.items():
            members = forest.tree(first)
            if members is forest.tree(n):
                continue
            smallest = min(len(texts[m]) for m in (n, *members))
            if n_shared < _enough(smallest):
                continue
            other = next((m for m in members if _is_copy(texts[m], shingles)), None)
            if other is not None and forest.join(other, n):
                yield other, n, "copy", ""
        tree = forest.tree(n)
        for value in values:
            if not any(forest.tree(m) is tree for m in homes[value]):
                homes[value].append(n)


def _is_copy(a: Shingles, b: Shingles) -> bool:
    smaller = min(len(a), len(b))
    return round(nearness.containment(a, b) * smaller) >= _enough(smaller)


def _enough(smaller: int) -> float:
    """Shingles that a text with this many of them shares with its copy."""
    return max(1, min(LEAST, smaller), COPIED * smaller)


class _Forest:
    """Numbers in trees, which grow together."""

    def __init__(self, n_numbers: int) -> None:
        self._trees = [[n] for n in range(n_numbers)]

    def tree(self, n: int) -> list[int]:
        """All that are joined with `n`, and `n`."""
        return self._trees[n]

    def join(self, a: int, b: int) -> bool:
        """Make one tree of two; False if they are one."""
        less, more = sorted((self._trees[a], self._trees[b]), key=len)
        if less is more:
            return False
        more += less
        for n in less:
            self._trees[n] = more
        return True

    def trees(self) -> list[list[int]]:
        """Every tree once, its numbers ascending, by the lowest."""
        return sorted({min(tree): sorted(tree) for tree in self._trees}.values())


def _shingles(document: Document) -> Shingles:
    """Shingles of what a document tells in its own words.

    Independent reports quote the same speech and the same posts; these are left out, unless
    there is hardly anything else.
    """
    body = document.text.removeprefix(document.title)
    language = document.language or "en"
    tokens = vectors.tokens(_QUOTED.sub("\n", _POSTED.sub("", body)), language)
    if len(tokens) < NARRATED:
        tokens = vectors.tokens(body, language)
    n_signs = sum(len(token) == 1 and token >= "\u3040" for token in tokens)
    return nearness.word_shingles(
        tokens, LENGTH_OF_SIGNS if 2 * n_signs > len(tokens) else LENGTH
    )


def _order(document: Document) -> tuple[str, str, str, str]:
    published = document.published
    return (
        published.isoformat() if published else "~",
        document.source,
        document.title,
        document.text,
    )
