"""What is odd in a profile: terms that are twice there, fire everywhere, or never."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from briefing.model import Document, Sentence
from briefing.sections.builder import SectionBuilder
from briefing.sections.features import layout
from briefing.sections.lexicon import pattern, words
from briefing.sections.profile import OTHER, Profile, SectionProfile
from briefing.sections.terms import TOGETHER

EVERYWHERE = 0.1
"""Share of all sentences from which a term is too common to tell anything."""
LEAST_SENTENCES = 50
"""Sentences that a folder needs for that."""
LEAST_SHARE = 0.5
N_NAMED = 10


def oddities(profile: Profile, sentences: Sequence[Sentence] = ()) -> Iterator[str]:
    """One line for each thing that is probably a mistake; none if there are none.

    `sentences` are those of articles that the profile is meant for.
    """
    yield from _shares(profile)
    for section in profile.all_sections:
        yield from _within(section)
    yield from _between(profile)
    yield from _examples(profile)
    if sentences:
        yield from _on_a_folder(profile, sentences)


def _shares(profile: Profile) -> Iterator[str]:
    total = sum(profile.shares.values())
    if total < LEAST_SHARE:
        yield f"share: adds up to {total:g}; half of the memo and more has no section"
    for section in profile.sections:
        if not section.share:
            yield f"{section.id}: share: is missing; the section gets what others leave"


def _within(section: SectionProfile) -> Iterator[str]:
    """Terms of one section that say the same."""
    for kind, _sign, terms in section.groups:
        counts = Counter(term.text.casefold() for term in terms)
        for text, n in counts.items():
            if n > 1:
                yield f"{section.id}: {kind}: {text!r} is there {n} times"
        plain = [term.text for term in terms if TOGETHER not in term.text]
        families = [text for text in plain if text.endswith("*") and " " not in text]
        for text in plain:
            for family in families:
                start = family.rstrip("*").casefold()
                if text != family and " " not in text and text.casefold().startswith(start):
                    yield f"{section.id}: {kind}: {text!r} is one of {family!r}; leave it out"
    for term in section.entities:
        if term.text.islower():
            yield f"{section.id}: entities: {term.text!r} has no capital; names keep their case"


def _between(profile: Profile) -> Iterator[str]:
    """Terms that two sections have."""
    seen: dict[tuple[str, ...], str] = {}
    for section in profile.all_sections:
        own = {pattern(t.text, cased=False) for t in (*section.terms, *section.entities)}
        for phrase in sorted(own):
            if phrase in seen:
                yield (
                    f"{section.id}: {' '.join(phrase)!r} is in {seen[phrase]!r}, too; it tells "
                    "the two apart by its weight alone"
                )
            seen.setdefault(phrase, section.id)


def _examples(profile: Profile) -> Iterator[str]:
    builder = SectionBuilder(profile)
    for section in profile.all_sections:
        for text in section.examples:
            document = Document(text, "example")
            placed = builder.place([Sentence(document, 0, len(text), 0)])[0].section
            if placed != section.id:
                yield f"{section.id}: examples: {text[:60]!r} is placed under {placed!r}"


def _on_a_folder(profile: Profile, sentences: Sequence[Sentence]) -> Iterator[str]:
    builder = SectionBuilder(profile)
    documents = list({id(s.document): s.document for s in sentences}.values())
    texts = [s.text for s in sentences]
    features = builder.reader.read_tokens(
        [*texts, *(d.title for d in documents), ""],
        [words(text) for text in [*texts, *(d.title for d in documents), ""]],
        layout(sentences, documents),
        documents,
    )
    n = len(sentences)
    fired = Counter(features.hits.rows[: features.hits.starts[n]].tolist())
    ids = [section.id for section in profile.all_sections]
    silent: dict[str, list[str]] = {}
    for number, row in enumerate(builder.reader.terms.rows):
        if row.column < 0:
            continue
        section = ids[row.column]
        if n >= LEAST_SENTENCES and fired[number] > EVERYWHERE * n:
            yield (
                f"{section}: {row.kind}: {row.text!r} fires everywhere: in {fired[number]} of "
                f"{n} sentences"
            )
        if not fired[number]:
            silent.setdefault(section, []).append(row.text)
    for section, never in silent.items():
        more = f" and {len(never) - N_NAMED} more" if len(never) > N_NAMED else ""
        yield f"{section}: never fires: {', '.join(never[:N_NAMED])}{more}"
    placed = {p.section for p in builder.place(sentences, explained=False)}
    for section in ids:
        if section not in placed and section != OTHER:
            yield f"{section}: none of {n} sentences is placed here"
