"""Profiles: which sections a memo has, and what speaks for each of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from briefing import config
from briefing.errors import ConfigError, unknown
from briefing.sections.lexicon import words

SHIPPED = Path(__file__).parent / "profiles"
OTHER = "other"

_PROFILE_KEYS = ("name", "title", "must", "never", "sections", "other")
_SECTION_KEYS = ("id", "title", "share", "terms", "entities", "between", "against")
_OTHER_KEYS = ("title", "terms", "entities")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_WEIGHTED = re.compile(r"(.*?)(?:\^(\d+(?:\.\d+)?))?")

Terms = tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class SectionProfile:
    """One section: its words, with weights above 0."""

    id: str
    title: str
    share: float = 0.0
    """Part of the budget, from 0 to 1."""
    terms: Terms = ()
    entities: Terms = ()
    between: Terms = ()
    against: Terms = ()


@dataclass(frozen=True, slots=True)
class Profile:
    """The sections of a memo, in the order of printing; "other" comes last and is apart."""

    name: str
    title: str
    sections: tuple[SectionProfile, ...]
    other: SectionProfile
    must: tuple[str, ...] = ()
    """Phrases of which each has a line in the memo, where any line that is fit has it."""
    never: tuple[str, ...] = ()
    """Phrases that no line of the memo has."""

    @property
    def titles(self) -> dict[str, str]:
        """Title of each section by id, "other" last."""
        return {section.id: section.title for section in (*self.sections, self.other)}


def load(name_or_path: str) -> Profile:
    """The profile of that name among the shipped ones, or of that TOML file.

    Raises ConfigError for an unknown name, a missing file, or a wrong key in it.
    """
    where = str(name_or_path)
    return parse(config.read_toml(_path(where)), where)


def source_of(name_or_path: str) -> str:
    """The TOML text of that profile."""
    return _path(name_or_path).read_text(encoding="utf-8")


def _path(name_or_path: str) -> Path:
    path = Path(name_or_path)
    if path.suffix == ".toml" or path.is_file():
        return path
    if name_or_path not in shipped():
        raise ConfigError(unknown("profile", name_or_path, shipped()))
    return SHIPPED / f"{name_or_path}.toml"


def shipped() -> tuple[str, ...]:
    """Names of the profiles in the package, sorted."""
    return tuple(sorted(path.stem for path in SHIPPED.glob("*.toml")))


def parse(table: Mapping[str, object], where: str) -> Profile:
    """The profile that a TOML table holds; `where` heads the line of an error."""
    config.only(table, _PROFILE_KEYS, where)
    rows = table.get("sections")
    if not isinstance(rows, list) or not rows:
        raise ConfigError(f"{where}: sections: is missing; a profile has [[sections]] tables")
    sections = tuple(_section(row, f"{where}: sections[{n}]") for n, row in enumerate(rows))
    ids = [section.id for section in sections]
    for n, name in enumerate(ids):
        if name in ids[:n] or name == OTHER:
            raise ConfigError(
                f"{where}: sections[{n}].id: {name!r} is taken; choose another id"
            )
    shares = sum(section.share for section in sections)
    if shares > 1.0001:
        raise ConfigError(f"{where}: share: adds up to {shares:g}; at most 1 is right")
    return Profile(
        name=_text(table, "name", where, Path(where).stem),
        title=_text(table, "title", where, "Daily briefing"),
        sections=sections,
        other=_other(table.get("other", {}), f"{where}: other"),
        must=_phrases(table, "must", where),
        never=_phrases(table, "never", where),
    )


def _phrases(table: Mapping[str, object], key: str, where: str) -> tuple[str, ...]:
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(entry, str) for entry in value):
        raise ConfigError(
            f"{where}: {key}: is no list of words; write ['OPCW', 'nerve agent*']"
        )
    for phrase in value:
        if not words(phrase):
            raise ConfigError(f"{where}: {key}: {phrase!r} has no word; leave it out")
    return tuple(dict.fromkeys(value))


def _section(row: object, where: str) -> SectionProfile:
    table = _table(row, where)
    config.only(table, _SECTION_KEYS, where)
    name = _text(table, "id", where, None)
    if not _ID.fullmatch(name):
        raise ConfigError(f"{where}.id: {name!r} is no id; write it like 'human-rights'")
    share = table.get("share", 0.0)
    if isinstance(share, bool) or not isinstance(share, int | float) or not 0 <= share <= 1:
        raise ConfigError(f"{where}.share: {share!r} is no share; write a number from 0 to 1")
    section = SectionProfile(
        id=name,
        title=_text(table, "title", where, name.replace("-", " ").capitalize()),
        share=float(share),
        **{key: _terms(table.get(key, []), f"{where}.{key}") for key in _SECTION_KEYS[3:]},
    )
    if not (section.terms or section.entities or section.between):
        raise ConfigError(f"{where}: has no terms or entities; nothing could be placed there")
    return section


def _other(row: object, where: str) -> SectionProfile:
    table = _table(row, where)
    config.only(table, _OTHER_KEYS, where)
    return SectionProfile(
        id=OTHER,
        title=_text(table, "title", where, "Other developments"),
        terms=_terms(table.get("terms", []), f"{where}.terms"),
        entities=_terms(table.get("entities", []), f"{where}.entities"),
    )


def _terms(value: object, where: str) -> Terms:
    """(term, weight) pairs of a list ["summit", "treaty^2"] or a table {summit = 1}."""
    if isinstance(value, dict):
        pairs = list(value.items())
    elif isinstance(value, list) and all(isinstance(entry, str) for entry in value):
        pairs = [_weighted(entry) for entry in value]
    else:
        raise ConfigError(f"{where}: is no list of words; write ['summit', 'treaty^2']")
    for term, weight in pairs:
        if not term.strip(" *"):
            raise ConfigError(f"{where}: {term!r} has no word; leave it out or write one")
        if isinstance(weight, bool) or not isinstance(weight, int | float) or weight <= 0:
            raise ConfigError(f"{where}: {term!r} weighs {weight!r}; a weight is above 0")
    return tuple((term, float(weight)) for term, weight in pairs)


def _weighted(entry: str) -> tuple[str, float]:
    match = _WEIGHTED.fullmatch(entry)
    assert match is not None
    return match[1], float(match[2] or 1.0)


def _table(value: object, where: str) -> dict[str, object]:
    if not isinstance(value, dict):
        raise ConfigError(f"{where}: is no table; write [[sections]] with keys below it")
    return value


def _text(table: Mapping[str, object], key: str, where: str, default: str | None) -> str:
    value = table.get(key, default)
    if value is None:
        raise ConfigError(f"{where}: has no {key}; every section has an id")
    if not isinstance(value, str) or not value.strip():
        raise ConfigError(f"{where}.{key}: {value!r} is no text; write it in quotes")
    return value
