"""What is odd in a profile: terms that are twice there, fire everywhere, or never."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from briefing.model import Document, Sentence
from briefing.sections.builder import SectionBuilder
from briefing.sections.lexicon import pattern
from briefing.sections.profile import OTHER, Profile, SectionProfile
from briefing.sections.terms import TOGETHER

EVERYWHERE = 0.1
"""Share of all sentences from which a term is too common to tell anything."""
LEAST_SENTENCES = 50
"""Sentences that a folder needs for that."""
LEAST_SHARE = 0.5
N_NAMED = 10

_KEYS = {"term": "terms", "entity": "entities"}
"""Keys of a profile whose terms speak for a section by themselves, by kind of evidence."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """A term where it stands in the profile."""

    section: str
    key: str
    text: str
    cased: bool

    @property
    def where(self) -> str:
        return f"{self.section}: {self.key}"

    def parts(self, *, cased: bool) -> tuple[tuple[str, ...], ...]:
        """What it looks for; parts that count together stand in no order."""
        texts = self.text.split(TOGETHER)
        return tuple(sorted(pattern(text, cased=cased) for text in texts))


def oddities(profile: Profile, sentences: Sequence[Sentence] = ()) -> Iterator[str]:
    """One line for each thing that is probably a mistake; none if there are none.

    `sentences` are those of articles that the profile is meant for.
    """
    yield from _shares(profile)
    for section in profile.all_sections:
        entries = list(_entries(section))
        yield from _twice(entries)
        yield from _covered(entries)
        yield from _small(section)
    yield from _shared(profile)
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


def _entries(section: SectionProfile) -> Iterator[_Entry]:
    for kind, _sign, terms in section.groups:
        for term in terms:
            # As `terms.Terms` has it.
            cased = kind == "entity" or (kind == "against" and term.text[0].isupper())
            yield _Entry(section.id, _KEYS.get(kind, kind), term.text, cased)


def _same(entries: Iterable[_Entry]) -> Iterator[list[_Entry]]:
    """Entries in groups that fire on the same words, none of them empty."""
    alike: dict[object, list[_Entry]] = {}
    for entry in entries:
        alike.setdefault(entry.parts(cased=False), []).append(entry)
    for group in alike.values():
        if not all(entry.cased for entry in group):
            yield group
            continue
        exact: dict[object, list[_Entry]] = {}
        for entry in group:
            exact.setdefault(entry.parts(cased=True), []).append(entry)
        yield from exact.values()


def _twice(entries: Sequence[_Entry]) -> Iterator[str]:
    """Terms that a section has more than once."""
    plain = [entry for entry in entries if entry.key in _KEYS.values()]
    rest = [[e for e in entries if e.key == key] for key in ("between", "against")]
    for some in (plain, *rest):
        for first, *others in _same(some):
            for other in others:
                yield f"{other.where}: {other.text!r} is in {first.key} already; leave one out"


def _covered(entries: Sequence[_Entry]) -> Iterator[str]:
    """Terms that a family of the same key and case matches, too."""
    single = [(e, e.parts(cased=e.cased)[0]) for e in entries if TOGETHER not in e.text]
    families = [(e, parts) for e, parts in single if any(p.endswith("*") for p in parts)]
    for entry, parts in single:
        for family, wider in families:
            alike = (entry.key, entry.cased) == (family.key, family.cased)
            if alike and parts != wider and _is_among(parts, wider):
                yield (
                    f"{entry.where}: {entry.text!r} is one of {family.text!r}, and both count; "
                    "leave one out"
                )
                break


def _is_among(parts: tuple[str, ...], family: tuple[str, ...]) -> bool:
    return len(parts) == len(family) and all(
        part.startswith(wider[:-1]) if wider.endswith("*") else part == wider
        for part, wider in zip(parts, family, strict=True)
    )


def _small(section: SectionProfile) -> Iterator[str]:
    for term in section.entities:
        if term.text.islower():
            yield f"{section.id}: entities: {term.text!r} has no capital; names keep their case"


def _shared(profile: Profile) -> Iterator[str]:
    """Terms that several sections have."""
    every = (entry for section in profile.all_sections for entry in _entries(section))
    for group in _same(entry for entry in every if entry.key in _KEYS.values()):
        by_section: dict[str, _Entry] = {}
        for entry in group:
            by_section.setdefault(entry.section, entry)
        first, *others = by_section.values()
        for other in others:
            yield (
                f"{other.where}: {other.text!r} is in {first.section!r}, too; it tells the two "
                "apart by its weight alone"
            )


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
    features = builder.reader.read(sentences)
    n = len(sentences)
    own = features.hits.starts[n]
    # A `between` term that stands beside no parties is found, but counts nothing.
    counted = features.hits.rows[:own][features.hit_points[:own] != 0]
    fired = Counter(counted.tolist())
    ids = [section.id for section in profile.all_sections]
    n_terms = Counter[str]()
    silent: dict[str, list[str]] = {}
    for number, row in enumerate(builder.reader.terms.rows):
        if row.column < 0:
            continue
        section, kind = ids[row.column], row.kind.partition(":")[0]
        n_terms[section] += 1
        if n >= LEAST_SENTENCES and fired[number] > EVERYWHERE * n:
            yield (
                f"{section}: {_KEYS.get(kind, kind)}: {row.text!r} fires everywhere: in "
                f"{fired[number]} of {n} sentences"
            )
        if not fired[number]:
            silent.setdefault(section, []).append(row.text)
    for section, never in silent.items():
        more = ", …" if len(never) > N_NAMED else ""
        named = ", ".join(never[:N_NAMED])
        yield f"{section}: {len(never)} of {n_terms[section]} terms never fire: {named}{more}"
    placed = {p.section for p in builder.place(sentences, explained=False)}
    for section in ids:
        if section not in placed and section != OTHER:
            yield f"{section}: none of {n} sentences is placed here"
