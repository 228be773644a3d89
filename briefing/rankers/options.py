"""Checks of the options of rankers, all with the same words."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.errors import ConfigError


def whole(ranker: str, option: str, value: object, *, least: int) -> None:
    """Raise ConfigError unless `value` is a whole number of at least `least`."""
    if not isinstance(value, int) or isinstance(value, bool) or value < least:
        raise ConfigError(
            f"ranker {ranker!r}: {option} is {value!r}; "
            f"it must be a whole number of at least {least}"
        )


def share(ranker: str, option: str, value: object) -> None:
    """Raise ConfigError unless `value` is a number from 0 to below 1."""
    if not isinstance(value, int | float) or isinstance(value, bool) or not 0 <= value < 1:
        raise ConfigError(
            f"ranker {ranker!r}: {option} is {value!r}; it must be a number from 0 to below 1"
        )


def flag(ranker: str, option: str, value: object) -> None:
    """Raise ConfigError unless `value` is True or False."""
    if not isinstance(value, bool):
        raise ConfigError(f"ranker {ranker!r}: {option} is {value!r}; it must be True or False")


def part(ranker: str, option: str, value: object) -> None:
    """Raise ConfigError unless `value` is a number from 0 to 1."""
    if not isinstance(value, int | float) or isinstance(value, bool) or not 0 <= value <= 1:
        raise ConfigError(
            f"ranker {ranker!r}: {option} is {value!r}; it must be a number from 0 to 1"
        )


def weight(ranker: str, option: str, value: object) -> None:
    """Raise ConfigError unless `value` is a number of at least 0 and finite."""
    number = isinstance(value, int | float) and not isinstance(value, bool)
    if not number or not 0 <= float(str(value)) < float("inf"):
        raise ConfigError(
            f"ranker {ranker!r}: {option} is {value!r}; it must be a number of at least 0"
        )


def above_zero(ranker: str, option: str, value: object) -> None:
    """Raise ConfigError unless `value` is a finite number above 0."""
    number = isinstance(value, int | float) and not isinstance(value, bool)
    if not number or not 0 < float(str(value)) < float("inf"):
        raise ConfigError(
            f"ranker {ranker!r}: {option} is {value!r}; it must be a number above 0"
        )


def words(ranker: str, option: str, value: object) -> None:
    """Raise ConfigError unless `value` is a list of at least one word."""
    if isinstance(value, str) or not isinstance(value, Sequence) or not value:
        raise ConfigError(
            f"ranker {ranker!r}: {option} is {value!r}; it must be a list of words"
        )
