"""Read `briefing.toml`, or say in one line what is wrong with it.

    [memo]
    profile = "foreign-affairs"
    words = 500

    [[sources]]
    name = "inbox"
    path = "inbox"

Paths start at the folder of the file. The command line wins over the file.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefing.errors import ConfigError, unknown

DEFAULT = Path("briefing.toml")

_TABLES = ("memo", "sources")
_SOURCE_KEYS = ("name", "path")


@dataclass(frozen=True, slots=True)
class Config:
    """What a configuration file says."""

    memo: Mapping[str, Any]
    """Values by key of `[memo]`, of the right type; paths are resolved."""
    sources: tuple[str, ...] = ()
    """Paths of `[[sources]]`, resolved."""


def load(path: Path | None) -> Config:
    """The configuration in `path`; where that is None, in `DEFAULT` if there is one."""
    if path is None:
        if not DEFAULT.is_file():
            return Config({})
        path = DEFAULT
    table = read_toml(path)
    only(table, _TABLES, str(path))
    return Config(
        memo=_memo(table.get("memo", {}), f"{path}: memo", path.parent),
        sources=_sources(table.get("sources", []), f"{path}: sources", path.parent),
    )


def read_toml(path: Path) -> dict[str, Any]:
    """The tables of a TOML file; raises ConfigError if it is none or cannot be read."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: is not UTF-8; save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}: is not TOML: {error}") from error


def only(table: Mapping[str, object], keys: Collection[str], where: str) -> None:
    """Raise ConfigError if `table` has a key that is none of `keys`."""
    for key in table:
        if key not in keys:
            raise ConfigError(f"{where}: {unknown('key', key, keys)}")


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _count(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _texts(value: object) -> tuple[str, ...] | None:
    if isinstance(value, list) and all(isinstance(entry, str) for entry in value):
        return tuple(value)
    return None


_KEYS: Mapping[str, tuple[Callable[[object], object], str]] = {
    "profile": (_text, "the name of a profile, or the path of a TOML file"),
    "ranker": (_text, "the name of a ranker"),
    "about": (_text, "words or a sentence that the memo is to bear on"),
    "words": (_count, "a whole number"),
    "lines": (_count, "a whole number"),
    "title": (_text, "a text"),
    "exclude_sources": (_texts, "a list of texts"),
    "handling": (_text, "a text"),
    "templates": (_text, "the path of a folder"),
    "publishers": (_text, "the path of a TOML file"),
}
"""Key of `[memo]` → check, and what would be right."""


def _memo(table: object, where: str, folder: Path) -> dict[str, Any]:
    if not isinstance(table, dict):
        raise ConfigError(f"{where}: is no table; write [memo] with keys below it")
    only(table, _KEYS, where)
    values: dict[str, Any] = {}
    for key, value in table.items():
        check, right = _KEYS[key]
        values[key] = check(value)
        if values[key] is None:
            raise ConfigError(f"{where}.{key}: {value!r} is not right; write {right}")
    if "templates" in values:
        values["templates"] = folder / values["templates"]
    if "publishers" in values:
        values["publishers"] = str(folder / values["publishers"])
    if values.get("profile", "").endswith(".toml"):
        values["profile"] = str(folder / values["profile"])
    return values


def _sources(rows: object, where: str, folder: Path) -> tuple[str, ...]:
    if not isinstance(rows, list):
        raise ConfigError(f"{where}: is no list; write [[sources]] with name and path below it")
    paths = []
    for n, row in enumerate(rows):
        at = f"{where}[{n}]"
        if not isinstance(row, dict):
            raise ConfigError(
                f"{at}: is no table; write [[sources]] with name and path below it"
            )
        only(row, _SOURCE_KEYS, at)
        path = row.get("path")
        if not isinstance(path, str) or not path:
            raise ConfigError(f"{at}.path: {path!r} is no path; write a file or a folder")
        paths.append(str(folder / path))
    return tuple(paths)
