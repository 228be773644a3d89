"""Dates as articles, feeds and exports write them."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

MAX_LENGTH = 80
"""Characters of a text that are looked at; the longest form of RFC 2822 has about 40."""

_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_DAY_MONTH = re.compile(r"(?P<day>\d{1,2})\.? (?P<month>[a-z]{3,9})\.?,? (?P<year>\d{4})")
_MONTH_DAY = re.compile(r"(?P<month>[a-z]{3,9})\.? (?P<day>\d{1,2}),? (?P<year>\d{4})")
_WEEKDAY = re.compile(r"^(mon|tue|wed|thu|fri|sat|sun)[a-z]*,? ")
_SLASHES = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})")
_ZONE = re.compile(r" ?(?:UTC|GMT)$| (?=[+-]\d\d:?\d\d$)")
_DAY_NUMBERS = range(1900_01_01, 2100_01_01)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def parse(value: object) -> datetime | None:
    """Moment in UTC, or None if `value` is no date that can be read in one way only.

    ISO 8601, RFC 2822, "30 May 2017", "May 30, 2017", "2017/05/30", 20170530, and seconds or
    milliseconds since 1970. Without a zone it is taken for UTC, without a time for midnight.
    """
    try:
        moment = _text(value) if isinstance(value, str) else _number(value)
        if moment is None:
            return None
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, OverflowError):  # 31 February; the year 0 or 100,000
        return None


def _text(value: str) -> datetime | None:
    value = " ".join(value[:MAX_LENGTH].split())
    if re.fullmatch(r"\d{9,10}(\.\d+)?|\d{12,13}", value, re.ASCII):
        return _number(float(value))
    try:
        return datetime.fromisoformat(_ZONE.sub(_offset, value))
    except ValueError:
        pass
    if match := _SLASHES.fullmatch(value):
        year, month, day = map(int, match.groups())
        return datetime(year, month, day, tzinfo=UTC)
    named = _WEEKDAY.sub("", value.lower())
    if match := _DAY_MONTH.fullmatch(named) or _MONTH_DAY.fullmatch(named):
        return datetime(
            int(match["year"]), _month(match["month"]), int(match["day"]), tzinfo=UTC
        )
    return parsedate_to_datetime(value)


def _month(name: str) -> int:
    for number, month in enumerate(_MONTHS, start=1):
        if month.startswith(name):
            return number
    raise ValueError(f"no month: {name}")


def _offset(zone: re.Match[str]) -> str:
    return "" if zone[0] == " " else "+00:00"


def _number(value: object) -> datetime | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    if isinstance(value, int) and value in _DAY_NUMBERS:
        return datetime.strptime(str(value), "%Y%m%d").replace(tzinfo=UTC)
    seconds = value / 1000 if abs(value) >= 1e11 else value
    return _EPOCH + timedelta(seconds=seconds)
