"""Assemble a memo of a selection: number the lines, cite the sources, count the rest."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
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
    Section,
    Source,
    Stats,
    StoryLines,
    Unreadable,
)
from briefing.options import Options
from briefing.sections.profile import Profile
from briefing.selection import Choice, Selection


def assemble(
    options: Options,
    profile: Profile,
    chosen: Selection,
    *,
    given: Sequence[Document],
    kept: Sequence[Document],
    n_sentences: int,
    cleaned: Cleaned,
    n_claims: int,
    unreadable: Sequence[Unreadable],
    notes: tuple[str, ...],
) -> Memo:
    """The memo of what was chosen among the sentences of `kept`, out of `given`."""
    items = _items(profile, chosen)
    bottom = tuple(items[id(choice)] for choice in chosen.bottom_line)
    sections = tuple(
        _section(name, title, [items[id(choice)] for choice in chosen.sections.get(name, ())])
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
            stories=0,
            publishers=len({d.publisher for d in kept if d.publisher}),
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


def _items(profile: Profile, chosen: Selection) -> dict[int, Item]:
    """Numbered lines by id of their choice: the bottom line first, then section by section."""
    order: list[Choice] = list(chosen.bottom_line)
    first = {id(choice) for choice in order}
    for name in profile.titles:
        order += [c for c in chosen.sections.get(name, ()) if id(c) not in first]
    return {
        id(choice): Item(
            n=n,
            claim=choice.candidate.claim,
            section=choice.candidate.section,
            score=choice.score,
            placement=choice.candidate.placement,
            tags=("opinion",) if choice.candidate.opinion else (),
            why=choice.why,
        )
        for n, choice in enumerate(order, 1)
    }


def _section(name: str, title: str, items: Sequence[Item]) -> Section:
    return Section(name, title, (StoryLines(tuple(items)),) if items else ())


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
