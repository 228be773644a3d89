"""From documents to a memo: the ordered table of steps. Start reading here.

A step takes the work so far and returns it with one thing more. None has a clock, a file,
a network or randomness, so that the same documents give the same memo.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from briefing import (
    assembly,
    claims,
    cleaning,
    origins,
    publishers,
    rankers,
    selection,
    sentences,
    stories,
    vectors,
)
from briefing.cleaning import opinion
from briefing.errors import ConfigError, unknown
from briefing.model import (
    Claim,
    Context,
    Document,
    Memo,
    Placement,
    Sentence,
    Story,
    Unreadable,
)
from briefing.options import Options
from briefing.publishers import Publishers
from briefing.rankers import Ranker
from briefing.sections import profile as profiles
from briefing.sections.builder import SectionBuilder
from briefing.selection import Candidate, Selection

Told = Callable[[str, int, int], None]
"""Hears of progress: name of the step, its number from 1, number of steps."""


@dataclass(frozen=True, slots=True)
class Work:
    """What is asked, and what the steps have made of it so far."""

    options: Options
    profile: profiles.Profile
    ranker: Ranker
    publishers: Publishers
    given: tuple[Document, ...] = ()
    unreadable: tuple[Unreadable, ...] = ()
    documents: tuple[Document, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    cleaned: cleaning.Cleaned = field(default_factory=cleaning.Cleaned)
    placements: Mapping[Sentence, Placement] = field(default_factory=dict)
    claims: tuple[Claim, ...] = ()
    stories: tuple[Story, ...] = ()
    salience: tuple[float, ...] = ()
    selection: Selection = field(default_factory=Selection)
    origins: Mapping[Claim, int] = field(default_factory=dict)
    """Independent origins of each claim that was chosen."""
    notes: tuple[str, ...] = ()


def compose(
    documents: Iterable[Document],
    options: Options | None = None,
    *,
    unreadable: Sequence[Unreadable] = (),
    told: Told | None = None,
    **changes: object,
) -> Memo:
    """Make a memo of `documents`; their order does not matter.

    `changes` are fields of `Options`: `compose(documents, words=300)`. No documents give an
    empty memo. Raises ConfigError for a wrong option, profile or ranker.
    """
    work = prepare(_changed(options or Options(), changes))
    work = replace(work, given=ordered(documents), unreadable=tuple(unreadable))
    for n, (name, step) in enumerate(STEPS, 1):
        if told:
            told(name, n, len(STEPS))
        work = step(work)
    return _assemble(work)


def prepare(options: Options) -> Work:
    """The work before the first step; raises ConfigError if the options allow of no memo."""
    _ = options.budget
    return Work(
        options,
        profiles.load(options.profile),
        rankers.get(options.ranker),
        publishers.load(Path(options.publishers) if options.publishers else None),
    )


def ordered(documents: Iterable[Document]) -> tuple[Document, ...]:
    """The documents in the order that all steps see, whatever order they come in."""
    return tuple(sorted(documents, key=lambda d: (*_natural(d.source), d.title, d.text)))


def fractional(scores: NDArray[np.float64]) -> tuple[float, ...]:
    """The part of all scores that is lower, from 0 to 1; equal scores have equal parts.

    It makes rankers comparable, whose scores have no unit in common.
    """
    if len(scores) < 2:
        return (1.0,) * len(scores)
    lower = np.searchsorted(np.sort(scores), scores, side="left")
    return tuple(float(value) for value in lower / (len(scores) - 1))


def _changed(options: Options, changes: Mapping[str, Any]) -> Options:
    known = Options.__dataclass_fields__
    for name in changes:
        if name not in known:
            raise ConfigError(unknown("option", name, known))
    return replace(options, **changes)


def _natural(source: str) -> tuple[str, tuple[int, ...]]:
    """Sort key by which 'ap.jsonl#10' comes behind 'ap.jsonl#2'."""
    path, _, number = source.rpartition("#")
    parts = number.split(".")
    if path and all(part.isdecimal() for part in parts):
        return path, tuple(int(part) for part in parts)
    return source, ()


def _filter(work: Work) -> Work:
    """Leave out what --since, --until and --exclude-source name."""
    return replace(work, documents=tuple(d for d in work.given if _wanted(d, work.options)))


def _wanted(document: Document, options: Options) -> bool:
    if document.published is not None:
        day = document.published.date()
        if options.since and day < options.since:
            return False
        if options.until and day > options.until:
            return False
    for excluded in options.exclude_sources:
        name = excluded.casefold()
        if name == document.publisher.casefold():
            return False
        if name in document.source.casefold() or name in document.url.casefold():
            return False
    return True


def _split(work: Work) -> Work:
    """Documents → sentences."""
    found = (sentence for d in work.documents for sentence in sentences.split(d))
    return replace(work, sentences=tuple(found))


def _clean(work: Work) -> Work:
    """Sentences → lines that are fit to print, and what was dropped."""
    return replace(work, cleaned=cleaning.clean(work.sentences))


def _place(work: Work) -> Work:
    """Lines → their places in the sections of the profile."""
    lines = [line.sentence for line in work.cleaned.lines]
    places = SectionBuilder(work.profile).place(lines)
    return replace(work, placements=dict(zip(lines, places, strict=True)))


def _fold(work: Work) -> Work:
    """Lines → claims, each of them once."""
    return replace(work, claims=claims.fold(work.cleaned.lines))


def _gather(work: Work) -> Work:
    """Documents → stories, each of one event."""
    return replace(work, stories=stories.group(work.documents))


def _rank(work: Work) -> Work:
    """Claims → salience."""
    notes: list[str] = []
    best = [claim.best for claim in work.claims]
    scores = work.ranker.score(best, Context(work.claims, note=notes.append))
    return replace(work, salience=fractional(scores), notes=(*work.notes, *notes))


def _choose(work: Work) -> Work:
    """Claims, places and salience → a selection under the budget."""
    opinions = _opinions(work)
    leaning = {line.sentence: line.leans_on for line in work.cleaned.lines}
    candidates = [
        Candidate(
            claim=claim,
            placement=work.placements[claim.best],
            salience=value,
            leans_on=leaning[claim.best],
            opinion=claim.best.document in opinions,
        )
        for claim, value in zip(work.claims, work.salience, strict=True)
    ]
    shares = {section.id: section.share for section in work.profile.sections}
    similarity = _similarity([claim.best for claim in work.claims])
    chosen = selection.choose(candidates, similarity, work.options.budget, shares)
    return replace(work, selection=chosen)


def _trace(work: Work) -> Work:
    """Chosen claims → how many independent origins each has."""
    tracer = origins.Tracer(work.publishers)
    chosen = (c.candidate.claim for some in work.selection.sections.values() for c in some)
    return replace(work, origins={claim: tracer.count(claim.sentences) for claim in chosen})


STEPS: tuple[tuple[str, Callable[[Work], Work]], ...] = (
    ("filter", _filter),
    ("split", _split),
    ("clean", _clean),
    ("place", _place),
    ("fold", _fold),
    ("gather", _gather),
    ("rank", _rank),
    ("choose", _choose),
    ("trace", _trace),
)
"""Name and step, in order; `_assemble` makes the memo of what they found."""


def _assemble(work: Work) -> Memo:
    return assembly.assemble(
        work.options,
        work.profile,
        work.selection,
        given=work.given,
        kept=work.documents,
        n_sentences=len(work.sentences),
        cleaned=work.cleaned,
        n_claims=len(work.claims),
        stories=work.stories,
        origins=work.origins,
        publishers=work.publishers,
        unreadable=work.unreadable,
        notes=work.notes,
    )


def _opinions(work: Work) -> frozenset[Document]:
    """The documents that are opinion."""
    counts = Counter(sentence.document for sentence in work.sentences)
    personal = Counter(
        d.sentence.document for d in work.cleaned.dropped if d.reason in opinion.MANNERS
    )
    return frozenset(
        document
        for document, n_sentences in counts.items()
        if opinion.is_opinion(document, n_sentences, personal[document])
    )


def _similarity(lines: Sequence[Sentence]) -> selection.Similarity:
    """Cosine over TF-IDF of word stems, a column at a time."""
    matrix = vectors.tfidf(
        [vectors.stems(line.text, line.document.language or "en") for line in lines]
    )

    def to(n: int) -> list[float]:
        return [float(value) for value in (matrix @ matrix[[n]].T).toarray().ravel()]

    return to
