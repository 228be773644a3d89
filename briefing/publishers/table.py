"""The table of publishers: rows of TOML, checked one by one.

    [[publishers]]
    name = "Example Post"
    domains = ["example.org"]
    aliases = ["The Post of Example"]
    owner = "Example Group"

A row with `state = true` says in `basis` and `as_of` what shows it, and the day of that.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefing import config
from briefing.errors import ConfigError
from briefing.publishers import names

SHIPPED = Path(__file__).with_name("publishers.toml")

_KEYS = ("name", "domains", "aliases", "owner", "country", "agency", "state", "basis", "as_of")
_USER_KEYS = (*_KEYS, "grade")


@dataclass(frozen=True, slots=True)
class State:
    """What shows that a state controls a publisher."""

    basis: str
    """The law, decree, designation or own declaration, in one line."""
    date: datetime.date


@dataclass(frozen=True, slots=True)
class Publisher:
    """One row of the table."""

    name: str
    domains: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    """How feeds, pages and other publishers write it."""
    owner: str = ""
    """Who owns several publishers: theirs are not independent of one another."""
    country: str = ""
    """ISO 3166-1 alpha-2."""
    agency: bool = False
    """Whether others print what it writes."""
    state: State | None = None
    grade: str = ""
    """Reliability from "A" to "F", as the user gives it; "" if not graded."""

    @property
    def names(self) -> tuple[str, ...]:
        """The name and the aliases."""
        return (self.name, *self.aliases)


def read(path: Path | None) -> tuple[Publisher, ...]:
    """The shipped rows, changed and extended by those in `path`; raises ConfigError."""
    rows = _rows(SHIPPED, _KEYS)
    if path is not None:
        rows = _merged(rows, _rows(path, _USER_KEYS), path)
    return tuple(map(_publisher, rows))


_Row = dict[str, Any]


def _rows(path: Path, keys: Collection[str]) -> list[_Row]:
    table = config.read_toml(path)
    config.only(table, ("publishers",), str(path))
    rows = table.get("publishers", [])
    if not isinstance(rows, list):
        raise ConfigError(f"{path}: publishers: is no list; write [[publishers]] with a name")
    taken: dict[str, int] = {}
    for n, row in enumerate(rows):
        where = f"{path}: publishers[{n}]"
        _check(row, keys, where)
        for key, text, found_by in _claims(row):
            if taken.setdefault(found_by, n) != n:
                raise ConfigError(
                    f"{where}.{key}: {text!r} is that of publishers[{taken[found_by]}] too;"
                    " leave it out of one of them"
                )
    return rows


def _claims(row: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """(key, text, what it is found by) of the names and domains of a row."""
    yield "name", row["name"], names.folded(row["name"])
    for alias in row.get("aliases", ()):
        yield "aliases", alias, names.folded(alias)
    for domain in row.get("domains", ()):
        yield "domains", domain, domain


def _merged(shipped: Sequence[_Row], changes: Sequence[_Row], path: Path) -> list[_Row]:
    rows = list(shipped)
    homes = {found_by: n for n, row in enumerate(shipped) for *_, found_by in _claims(row)}
    changed: dict[int, int] = {}
    for n, change in enumerate(changes):
        where = f"{path}: publishers[{n}]"
        found = list(dict.fromkeys(homes[by] for *_, by in _claims(change) if by in homes))
        if not found:
            rows.append(change)
            continue
        known = " and ".join(repr(shipped[home]["name"]) for home in found)
        if len(found) > 1:
            raise ConfigError(f"{where}: is {known} at once; write a row for each")
        if changed.setdefault(found[0], n) != n:
            raise ConfigError(
                f"{where}: is {known}, as publishers[{changed[found[0]]}] is; write one row"
            )
        rows[found[0]] = shipped[found[0]] | change
    return rows


def _publisher(row: _Row) -> Publisher:
    return Publisher(
        name=row["name"],
        domains=tuple(row.get("domains", ())),
        aliases=tuple(row.get("aliases", ())),
        owner=row.get("owner", ""),
        country=row.get("country", ""),
        agency=row.get("agency", False),
        state=State(row["basis"], row["as_of"]) if row.get("state") else None,
        grade=row.get("grade", ""),
    )


def _is_text(value: object) -> bool:
    return isinstance(value, str) and any(map(str.isalnum, value)) and value.isprintable()


def _are_texts(value: object) -> bool:
    return isinstance(value, list) and all(map(_is_text, value))


def _are_domains(value: object) -> bool:
    return isinstance(value, list) and all(
        isinstance(domain, str) and names.is_domain(domain) for domain in value
    )


_RIGHT: Mapping[str, tuple[Callable[[object], bool], str]] = {
    "name": (_is_text, "a text"),
    "domains": (_are_domains, "a list like ['example.org'], in small letters"),
    "aliases": (_are_texts, "a list of texts"),
    "owner": (_is_text, "a text"),
    "country": (lambda v: _matches("[A-Z]{2}", v), "two capitals of ISO 3166, like 'FR'"),
    "agency": (lambda v: isinstance(v, bool), "true or false"),
    "state": (lambda v: isinstance(v, bool), "true or false"),
    "basis": (_is_text, "the law, decree or declaration that shows it, in one line"),
    "as_of": (lambda v: type(v) is datetime.date, "a day without quotes, like 2017-11-13"),
    "grade": (lambda v: _matches("[A-F]", v), "a letter from 'A' to 'F'"),
}
"""Key of a row → check, and what would be right."""


def _matches(pattern: str, value: object) -> bool:
    return isinstance(value, str) and re.fullmatch(pattern, value) is not None


def _check(row: object, keys: Collection[str], where: str) -> None:
    if not isinstance(row, dict):
        raise ConfigError(f"{where}: is no table; write [[publishers]] with keys below it")
    config.only(row, keys, where)
    if "name" not in row:
        raise ConfigError(f'{where}: has no name; write name = "Example Post"')
    for key, value in row.items():
        is_right, right = _RIGHT[key]
        if not is_right(value):
            raise ConfigError(f"{where}.{key}: {value!r} is not right; write {right}")
    shown = [key for key in ("basis", "as_of") if key in row]
    if row.get("state") and len(shown) < 2:
        missing = " and ".join(f"no {key}" for key in ("basis", "as_of") if key not in row)
        raise ConfigError(
            f"{where}.state: has {missing}; write what shows it, and the day of that"
        )
    if shown and not row.get("state"):
        raise ConfigError(f"{where}.{shown[0]}: stands without state; write state = true too")
