"""Read a profile from TOML, its parents first, or say in one line what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from briefing import config
from briefing.errors import ConfigError, unknown
from briefing.sections import weights
from briefing.sections.lexicon import words
from briefing.sections.profile import OTHER, Profile, SectionProfile, Term
from briefing.sections.weights import NONE, Weights

SHIPPED = Path(__file__).parent / "profiles"

PROFILE_KEYS = (
    "name", "title", "inherits", "without", "must", "never", "ignore", "weights", "news",
    "sections", "other",
)  # fmt: skip
SECTION_KEYS = (
    "id", "title", "share", "min_lines", "terms", "entities", "between", "against", "examples",
)  # fmt: skip
OTHER_KEYS = ("title", "terms", "entities", "examples")
TERM_KEYS = ("terms", "entities", "between", "against")

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_WEIGHTED = re.compile(r"(.*?)(?:\^(\d+(?:\.\d+)?))?")

Table = Mapping[str, Any]


def load(name_or_path: str) -> Profile:
    """The profile of that name among the shipped ones, or of that TOML file.

    Raises ConfigError for an unknown name, a missing file, or a wrong key in it.
    """
    return _load(str(name_or_path), ())


def source_of(name_or_path: str) -> str:
    """The TOML text of that profile."""
    return path_of(name_or_path).read_text(encoding="utf-8")


def shipped() -> tuple[str, ...]:
    """Names of the profiles in the package, sorted."""
    return tuple(sorted(path.stem for path in SHIPPED.glob("*.toml")))


def path_of(name_or_path: str, base: Path = Path()) -> Path:
    """The file of a profile; a relative path starts at `base`."""
    path = base / name_or_path
    if path.suffix == ".toml" or path.is_file():
        return path
    if name_or_path not in shipped():
        raise ConfigError(unknown("profile", name_or_path, shipped()))
    return SHIPPED / f"{name_or_path}.toml"


def parse(table: Table, where: str) -> Profile:
    """The profile that a TOML table holds; `where` heads the line of an error."""
    return _parse(table, where, Path(), ())


def _load(name: str, children: tuple[Path, ...], base: Path = Path()) -> Profile:
    path = path_of(name, base)
    resolved = path.resolve()
    if resolved in children:
        raise ConfigError(f"{path}: inherits: comes back to itself; leave one of them out")
    where = name if not children else str(path)
    return _parse(config.read_toml(path), where, path.parent, (*children, resolved))


def _parse(table: Table, where: str, folder: Path, family: tuple[Path, ...]) -> Profile:
    config.only(table, PROFILE_KEYS, where)
    parent = None
    if "inherits" in table:
        parent = _load(_text(table, "inherits", where, ""), family, folder)
    inherited = _kept(parent, _phrases(table, "without", where), where)
    own = _sections(table, where, inherited)
    if not own and not inherited:
        raise ConfigError(f"{where}: sections: is missing; a profile has [[sections]] tables")
    sections = _shared_out(inherited, own, table, where)
    other = _other(table.get("other", {}), f"{where}: other", parent.other if parent else None)
    phrases = {key: _phrases(table, key, where) for key in ("must", "never", "ignore")}
    if parent:
        phrases = {
            key: tuple(dict.fromkeys((*getattr(parent, key), *value)))
            for key, value in phrases.items()
        }
    return Profile(
        name=_text(table, "name", where, Path(where).stem),
        title=_text(table, "title", where, parent.title if parent else "Daily briefing"),
        sections=sections,
        other=other,
        weights=_weights("weights", table, where, folder, parent),
        news=_weights("news", table, where, folder, parent),
        **phrases,
    )


def _kept(
    parent: Profile | None, without: tuple[str, ...], where: str
) -> tuple[SectionProfile, ...]:
    """The sections of `parent` that are not left out."""
    sections = parent.sections if parent else ()
    known = [section.id for section in sections]
    for name in without:
        if name not in known:
            raise ConfigError(f"{where}: without: {unknown('section', name, known or [OTHER])}")
    return tuple(section for section in sections if section.id not in without)


def _sections(
    table: Table, where: str, inherited: tuple[SectionProfile, ...]
) -> tuple[SectionProfile, ...]:
    rows = table.get("sections", [])
    if not isinstance(rows, list):
        raise ConfigError(f"{where}: sections: is no list; write [[sections]] tables")
    parents = {section.id: section for section in inherited}
    found: dict[str, SectionProfile] = {}
    for n, row in enumerate(rows):
        section = _section(row, f"{where}: sections[{n}]", parents)
        if section.id in found or section.id == OTHER:
            raise ConfigError(
                f"{where}: sections[{n}].id: {section.id!r} is taken; choose another id"
            )
        found[section.id] = section
    return tuple(found.values())


def _shared_out(
    inherited: tuple[SectionProfile, ...],
    own: tuple[SectionProfile, ...],
    table: Table,
    where: str,
) -> tuple[SectionProfile, ...]:
    """All sections, those of the parent first; its shares shrink to make room for new ones."""
    changed = {section.id: section for section in own}
    merged = [changed.pop(section.id, section) for section in inherited]
    merged += changed.values()
    named = {row["id"] for row in table.get("sections", []) if "share" in row}
    given = sum(section.share for section in merged if section.id in named)
    if given > 1.0001:
        raise ConfigError(f"{where}: share: adds up to {given:g}; at most 1 is right")
    rest = sum(section.share for section in merged if section.id not in named)
    shrink = min(1.0, (1 - given) / rest) if rest else 1.0
    return tuple(
        section
        if section.id in named
        else replace(section, share=round(section.share * shrink, 4))
        for section in merged
    )


def _section(row: object, where: str, parents: Mapping[str, SectionProfile]) -> SectionProfile:
    table = _table(row, where)
    config.only(table, SECTION_KEYS, where)
    name = _text(table, "id", where, None)
    if not _ID.fullmatch(name):
        raise ConfigError(f"{where}.id: {name!r} is no id; write it like 'human-rights'")
    parent = parents.get(name)
    section = SectionProfile(
        id=name,
        title=_text(
            table,
            "title",
            where,
            parent.title if parent else name.replace("-", " ").capitalize(),
        ),
        share=_share(table.get("share", parent.share if parent else 0.0), where),
        min_lines=_count(table.get("min_lines", parent.min_lines if parent else 0), where),
        examples=_added(parent, "examples", _sentences(table, where)),
        **{
            key: _added(parent, key, _terms(table.get(key, []), f"{where}.{key}"))
            for key in TERM_KEYS
        },
    )
    if not (section.terms or section.entities or section.between or section.examples):
        raise ConfigError(
            f"{where}: has no terms, entities or examples; nothing could be placed there"
        )
    return section


def _added(parent: SectionProfile | None, key: str, own: tuple[Any, ...]) -> tuple[Any, ...]:
    """What the parent has of `key` and what is given, which wins where both have a term."""
    if parent is None:
        return own
    named = {entry.text if isinstance(entry, Term) else entry for entry in own}
    theirs = getattr(parent, key)
    return (
        *(e for e in theirs if (e.text if isinstance(e, Term) else e) not in named),
        *own,
    )


def _other(row: object, where: str, parent: SectionProfile | None) -> SectionProfile:
    table = _table(row, where)
    config.only(table, OTHER_KEYS, where)
    return SectionProfile(
        id=OTHER,
        title=_text(table, "title", where, parent.title if parent else "Other developments"),
        terms=_added(parent, "terms", _terms(table.get("terms", []), f"{where}.terms")),
        entities=_added(
            parent, "entities", _terms(table.get("entities", []), f"{where}.entities")
        ),
        examples=_added(parent, "examples", _sentences(table, where)),
    )


def _weights(
    key: str, table: Table, where: str, folder: Path, parent: Profile | None
) -> Weights:
    if key in table:
        name = _text(table, key, where, "")
        # A shipped profile that was copied still finds what was learnt for it.
        beside, ours = folder / name, SHIPPED / name
        return weights.load(ours if not beside.is_file() and ours.is_file() else beside)
    found: Weights = getattr(parent, key) if parent else NONE
    return found


def _phrases(table: Table, key: str, where: str) -> tuple[str, ...]:
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(entry, str) for entry in value):
        raise ConfigError(
            f"{where}: {key}: is no list of words; write ['OPCW', 'nerve agent*']"
        )
    for phrase in value:
        if not words(phrase):
            raise ConfigError(f"{where}: {key}: {phrase!r} has no word; leave it out")
    return tuple(dict.fromkeys(value))


def _sentences(table: Table, where: str) -> tuple[str, ...]:
    value = table.get("examples", [])
    if not isinstance(value, list) or not all(
        isinstance(entry, str) and words(entry) for entry in value
    ):
        raise ConfigError(f"{where}.examples: is no list of sentences; write ['They met.']")
    return tuple(dict.fromkeys(value))


def _share(value: object, where: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise ConfigError(f"{where}.share: {value!r} is no share; write a number from 0 to 1")
    return float(value)


def _count(value: object, where: str) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= 100:
        raise ConfigError(
            f"{where}.min_lines: {value!r} is no number of lines; write one from 0 to 100"
        )
    return value


def _terms(value: object, where: str) -> tuple[Term, ...]:
    """Terms of a list ["summit", "treaty^2"], of a table {summit = 1}, or of one of lists.

    In a table of lists, {places = ["Idlib"]}, the keys are the kinds of the names.
    """
    if isinstance(value, dict) and value and all(isinstance(v, list) for v in value.values()):
        groups = ((kind, _listed(rows, f"{where}.{kind}")) for kind, rows in value.items())
        found = [Term(text, weight, kind) for kind, pairs in groups for text, weight in pairs]
    elif isinstance(value, dict):
        found = [_term(text, weight, where) for text, weight in value.items()]
    else:
        found = [Term(text, weight) for text, weight in _listed(value, where)]
    for term in found:
        if not words(term.text):
            raise ConfigError(f"{where}: {term.text!r} has no word; leave it out or write one")
        if term.weight <= 0:
            raise ConfigError(
                f"{where}: {term.text!r} weighs {term.weight}; a weight is above 0"
            )
    return tuple(found)


def _term(text: str, weight: object, where: str) -> Term:
    if isinstance(weight, bool) or not isinstance(weight, int | float):
        raise ConfigError(f"{where}: {text!r} weighs {weight!r}; a weight is above 0")
    return Term(text, float(weight))


def _listed(value: object, where: str) -> list[tuple[str, float]]:
    if not isinstance(value, list) or not all(isinstance(entry, str) for entry in value):
        raise ConfigError(f"{where}: is no list of words; write ['summit', 'treaty^2']")
    matches = (_WEIGHTED.fullmatch(entry) for entry in value)
    return [(match[1], float(match[2] or 1.0)) for match in matches if match]


def _table(value: object, where: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise ConfigError(f"{where}: is no table; write [[sections]] with keys below it")
    return value


def _text(table: Table, key: str, where: str, default: str | None) -> str:
    value = table.get(key, default)
    if value is None:
        raise ConfigError(f"{where}: has no {key}; every section has an id")
    if not isinstance(value, str) or not value.strip():
        raise ConfigError(f"{where}.{key}: {value!r} is no text; write it in quotes")
    return value
