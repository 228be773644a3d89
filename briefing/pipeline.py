"""From documents to a memo: the ordered table of steps. Start reading here.

A step takes the work so far and returns it with one thing more. None has a clock, a file,
a network or randomness, so that the same documents give the same memo.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from briefing import (
    assembly,
    claims,
    cleaning,
    focus,
    newsvalue,
    origins,
    publishers,
    rankers,
    selection,
    sentences,
    stories,
)
from briefing.cleaning import fitness, opinion
from briefing.cleaning.look import Look
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
from briefing.rankers import Ranker, values
from briefing.rankers.values import Value
from briefing.sections import loading
from briefing.sections import profile as profiles
from briefing.sections.builder import SectionBuilder
from briefing.sections.phrases import NEVER, Phrases
from briefing.selection import Candidate, Selection, likeness
from briefing.selection.sameness import Sameness

LEEWAY = 1.0
"""Points by which "other" may be before the section of a line: whether what is nearly for the
desk is printed is for its news to say. On 159 hand-made memos, held out, .451, .458 and .461 of
the editors' lines are covered at 0, .5 and 1, and .891, .888, .888 of them placed as they are.
"""

Told = Callable[[str, int, int], None]
"""Hears of progress: name of the step, its number from 1, number of steps."""


@dataclass(frozen=True, slots=True)
class Work:
    """What is asked, and what the steps have made of it so far."""

    options: Options
    profile: profiles.Profile
    ranker: Ranker
    publishers: Publishers
    builder: SectionBuilder
    given: tuple[Document, ...] = ()
    unreadable: tuple[Unreadable, ...] = ()
    documents: tuple[Document, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    cleaned: cleaning.Cleaned = field(default_factory=cleaning.Cleaned)
    placements: Mapping[Sentence, Placement] = field(default_factory=dict)
    claims: tuple[Claim, ...] = ()
    stories: tuple[Story, ...] = ()
    value: Value | None = None
    """Of none of the claims, as the ranker has it; choosing uses it up."""
    about: tuple[float, ...] = ()
    """How much each claim tells of what is asked about."""
    selection: Selection = field(default_factory=Selection)
    origins: Mapping[Claim, int] = field(default_factory=dict)
    """Independent origins of each claim with several wordings."""
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
    asked = _changed(options or Options(), changes)
    return assemble(run(documents, asked, unreadable=unreadable, told=told))


def run(
    documents: Iterable[Document],
    options: Options,
    *,
    unreadable: Sequence[Unreadable] = (),
    told: Told | None = None,
) -> Work:
    """The work after the last step, as `compose` does it, before a memo is made of it."""
    work = prepare(options)
    work = replace(work, given=ordered(documents), unreadable=tuple(unreadable))
    for n, (name, step) in enumerate(STEPS, 1):
        if told:
            told(name, n, len(STEPS))
        work = step(work)
    return work


def again(work: Work, ranker: Ranker) -> Work:
    """Finished work with its lines ranked and chosen once more, by another ranker."""
    return _choose(_rank(replace(work, ranker=ranker, notes=())))


def prepare(options: Options) -> Work:
    """The work before the first step; raises ConfigError if the options allow of no memo."""
    _ = options.budget
    profile = loading.load(options.profile)
    return Work(
        options,
        profile,
        rankers.get(options.ranker),
        publishers.load(Path(options.publishers) if options.publishers else None),
        _builder(profile),
    )


@lru_cache(maxsize=4)
def _builder(profile: profiles.Profile) -> SectionBuilder:
    """The builder of a profile: compiling its words takes as long as reading ten articles."""
    return SectionBuilder(profile)


def ordered(documents: Iterable[Document]) -> tuple[Document, ...]:
    """The documents in the order that all steps see, whatever order they come in."""
    return tuple(sorted(documents, key=lambda d: (*_natural(d.source), d.title, d.text)))


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
    cleaned = cleaning.clean(work.sentences)
    never = Phrases(work.profile.never)
    barred = [line for line in cleaned.lines if never.found(line.sentence.text)]
    return replace(work, cleaned=cleaned.without(barred, NEVER) if barred else cleaned)


def _place(work: Work) -> Work:
    """Lines → their places in the sections of the profile."""
    lines = [line.sentence for line in work.cleaned.lines]
    places = work.builder.place(lines, explained=False, leeway=LEEWAY)
    return replace(work, placements=dict(zip(lines, places, strict=True)))


def _fold(work: Work) -> Work:
    """Lines → claims, each of them once; a wording that must be printed is the best one."""
    folded = claims.fold(work.cleaned.lines)
    must = Phrases(work.profile.must)
    if work.profile.must:
        folded = tuple(_promoted(claim, must) for claim in folded)
    return replace(work, claims=folded)


def _promoted(claim: Claim, must: Phrases) -> Claim:
    """The claim with its wording first that has most of the phrases."""
    counts = [len(must.found(sentence.text)) for sentence in claim.sentences]
    best = counts.index(max(counts))
    first, others = claim.sentences[best], claim.sentences[:best] + claim.sentences[best + 1 :]
    return Claim((first, *others)) if best else claim


def _gather(work: Work) -> Work:
    """Documents → stories, each of one event."""
    return replace(work, stories=stories.group(work.documents))


def _trace(work: Work) -> Work:
    """Claims → how many independent origins each has."""
    tracer = origins.Tracer(work.publishers)
    return replace(
        work,
        origins={
            claim: tracer.count(claim.sentences)
            for claim in work.claims
            if len(claim.sentences) > 1
        },
    )


def _rank(work: Work) -> Work:
    """Claims → what they are worth, alone and together."""
    notes: list[str] = []
    best = [claim.best for claim in work.claims]
    context = Context(work.claims, work.stories, notes.append)
    about = focus.relevance(best, context, work.options.about) if work.options.about else None
    value = values.Fractions(values.start(work.ranker, best, context))
    asked = tuple(about.tolist()) if about is not None else (0.0,) * len(best)
    return replace(work, value=value, about=asked, notes=(*work.notes, *notes))


def candidates(work: Work) -> list[Candidate]:
    """The claims as choosing looks at them."""
    assert work.value is not None
    opinions = opinion.documents(work.sentences, work.cleaned.dropped)
    leaning = {line.sentence: line.leans_on for line in work.cleaned.lines}
    must = Phrases(work.profile.must)
    return [
        Candidate(
            claim=claim,
            placement=work.placements[claim.best],
            salience=salience,
            about=about,
            must=must.found(claim.best.text),
            leans_on=leaning[claim.best],
            opinion=claim.best.document in opinions,
            origins=work.origins.get(claim, 1),
            fitness=_fitness(claim.best, leaning[claim.best] is not None),
        )
        for claim, salience, about in zip(
            work.claims, work.value.bounds.tolist(), work.about, strict=True
        )
    ]


def _fitness(sentence: Sentence, leans: bool) -> float:
    document = sentence.document
    look = Look(sentence.text, document.language, document.title)
    return fitness.judge(look, cleaning.LEANS if leans else cleaning.KEPT).memo


def news_lines(candidates: Sequence[Candidate]) -> list[newsvalue.Line]:
    """The lines of candidates, for the odds that an editor prints them."""
    return [
        newsvalue.Line(c.sentence, c.placement, c.leans_on is not None, c.salience, c.fitness)
        for c in candidates
    ]


def _choose(work: Work) -> Work:
    """Claims, places and value → a selection under the budget."""
    lines = [claim.best for claim in work.claims]
    stems = likeness.stems(lines)
    odds = newsvalue.Odds(work.profile.news)
    found = candidates(work)
    parts = odds.parts(news_lines(found), stems)
    given = [replace(each, news=news) for each, news in zip(found, parts, strict=True)]
    same = Sameness(lines, stems)
    minima = {section.id: section.min_lines for section in work.profile.sections}
    chosen = selection.choose(
        given,
        same.chance,
        work.options.budget,
        work.profile.shares,
        work.value,
        work.profile.must,
        {name: least for name, least in minima.items() if least},
        salience=odds.salience,
    )
    printed = frozenset[str]().union(*(c.candidate.must for c in chosen.choices))
    missing = [phrase for phrase in work.profile.must if phrase not in printed]
    notes = [f"must: no line that can be printed has {phrase!r}" for phrase in missing]
    return replace(work, selection=chosen, notes=(*work.notes, *notes))


STEPS: tuple[tuple[str, Callable[[Work], Work]], ...] = (
    ("filter", _filter),
    ("split", _split),
    ("clean", _clean),
    ("place", _place),
    ("fold", _fold),
    ("gather", _gather),
    ("trace", _trace),
    ("rank", _rank),
    ("choose", _choose),
)
"""Name and step, in order; `assemble` makes the memo of what they found."""


def assemble(work: Work) -> Memo:
    """The memo of finished work."""
    cited = {id(choice.candidate.sentence.document) for choice in work.selection.choices}
    near = [s for s in (x.sentence for x in work.cleaned.lines) if id(s.document) in cited]
    explained = dict(zip(near, work.builder.place(near, leeway=LEEWAY), strict=True))
    return assembly.assemble(
        work.options,
        work.profile,
        work.selection,
        explained,
        given=work.given,
        kept=work.documents,
        n_sentences=len(work.sentences),
        cleaned=work.cleaned,
        n_claims=len(work.claims),
        stories=work.stories,
        publishers=work.publishers,
        unreadable=work.unreadable,
        notes=work.notes,
    )
