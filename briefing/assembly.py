"""Assemble a memo of a selection: number the lines, cite the sources, count the rest."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date
from importlib.metadata import version

from briefing import rankers
from briefing.cleaning import Cleaned
from briefing.model import (
    Coverage,
    Document,
    Item,
    Memo,
    Method,
    Placement,
    Section,
    Sentence,
    Source,
    Stats,
    Story,
    StoryLines,
    Unreadable,
)
from briefing.options import Options
from briefing.publishers import Publishers
from briefing.sections.profile import Profile
from briefing.selection import Choice, Selection


def assemble(
    options: Options,
    profile: Profile,
    chosen: Selection,
    placements: Mapping[Sentence, Placement],
    *,
    given: Sequence[Document],
    kept: Sequence[Document],
    n_sentences: int,
    cleaned: Cleaned,
    n_claims: int,
    stories: Sequence[Story],
    publishers: Publishers,
    unreadable: Sequence[Unreadable],
    notes: tuple[str, ...],
) -> Memo:
    """The memo of what was chosen among the sentences of `kept`, out of `given`.

    `placements` of the chosen sentences say why each stands where it does.
    """
    by_story = {
        name: _by_story(chosen.sections.get(name, ()), stories) for name in profile.titles
    }
    items = _items(chosen.bottom_line, by_story, placements)
    bottom = tuple(items[id(choice)] for choice in chosen.bottom_line)
    sections = tuple(
        Section(
            name,
            title,
            tuple(
                StoryLines(tuple(items[id(choice)] for choice in choices))
                for choices in by_story[name]
            ),
        )
        for name, title in profile.titles.items()
    )
    printed = sorted(items.values(), key=lambda item: item.n)
    as_of = max((d.published for d in kept if d.published), default=None)
    days = [d.published.date() for d in kept if d.published]
    return Memo(
        title=options.title or profile.title,
        date=options.date or (as_of.date() if as_of else None),
        as_of=as_of,
        since=options.since or min(days, default=None),
        until=options.until or max(days, default=None),
        profile=profile.name,
        ranker=rankers.resolve(options.ranker),
        handling=options.handling,
        stats=Stats(
            documents=len(kept),
            sentences=n_sentences,
            claims=n_claims,
            stories=len(stories),
            publishers=len({publishers.identity(d) for d in kept} - {""}),
            words=sum(item.claim.best.n_words for item in printed),
        ),
        bottom_line=bottom,
        sections=sections,
        coverage=Coverage(
            read=len(given),
            unreadable=tuple(unreadable),
            dropped=dict(sorted(Counter(d.reason for d in cleaned.dropped).items())),
            folded=len(cleaned.lines) - n_claims,
            over_budget=chosen.over_budget,
            undated=sum(d.published is None for d in kept),
            outside=len(given) - len(kept),
        ),
        sources=_sources(printed),
        method=Method(
            version=version("briefing"),
            config=_recorded(options),
            inputs_sha256=fingerprint(given),
            notes=notes,
        ),
    )


def _by_story(choices: Sequence[Choice], stories: Sequence[Story]) -> list[list[Choice]]:
    """The choices of each story, in the order of the first ones."""
    story_of = {document: n for n, story in enumerate(stories) for document in story.documents}
    found: dict[int, list[Choice]] = {}
    for choice in choices:
        document = choice.candidate.claim.best.document
        found.setdefault(story_of[document], []).append(choice)
    return list(found.values())


def _items(
    bottom_line: Sequence[Choice],
    by_story: Mapping[str, Sequence[Sequence[Choice]]],
    placements: Mapping[Sentence, Placement],
) -> dict[int, Item]:
    """Numbered lines by id of their choice: the bottom line first, then section by section."""
    first = {id(choice) for choice in bottom_line}
    others = (c for stories in by_story.values() for choices in stories for c in choices)
    order = [*bottom_line, *(choice for choice in others if id(choice) not in first)]
    return {
        id(choice): Item(
            n=n,
            claim=choice.candidate.claim,
            section=choice.candidate.section,
            score=choice.score,
            placement=placements[choice.candidate.sentence],
            origins=choice.candidate.origins,
            tags=("opinion",) if choice.candidate.opinion else (),
            why=choice.why,
        )
        for n, choice in enumerate(order, 1)
    }


def _sources(printed: Sequence[Item]) -> tuple[Source, ...]:
    """Every document that is cited or has a copy of a line, in order of first citation."""
    cited: dict[int, Document] = {}
    for item in printed:
        cited.setdefault(id(item.claim.best.document), item.claim.best.document)
    for item in printed:
        for sentence in item.claim.sentences:
            cited.setdefault(id(sentence.document), sentence.document)
    return tuple(Source(f"S{n}", document) for n, document in enumerate(cited.values(), 1))


def _recorded(options: Options) -> dict[str, object]:
    """The options as JSON can hold them."""
    budget = options.budget
    record = asdict(options) | {"words": budget.words, "lines": budget.lines}
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in record.items()
    }


def fingerprint(documents: Sequence[Document]) -> str:
    """SHA-256 over source, title, date and text of all documents, in their order."""
    digest = hashlib.sha256()
    for document in documents:
        day = document.published.isoformat() if document.published else ""
        for part in (document.source, document.title, day, document.text):
            data = part.encode("utf-8", "surrogatepass")
            digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()
