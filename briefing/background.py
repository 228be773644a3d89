"""Whether a sentence tells of what is older than the news: a date of another week, "last year".

English dates alone are read. A date without a year is that of the year nearest before the
article's; an article without a date has no background of that kind.
"""

from __future__ import annotations

import datetime
import re

from briefing.model import Sentence

A_WEEK = 7
"""Days; what happened within as many before the article is its news."""

_NAMES = (
    "January February March April May June July August September October November December"
).split()
_NUMBER = {name[:3]: n for n, name in enumerate(_NAMES, 1)}
_MONTHS = "|".join([*_NAMES, "Sept", *_NUMBER])
_DATE = re.compile(
    rf"\b(?:(?P<before>{_MONTHS})\.? (?P<after_day>\d{{1,2}})"
    rf"|(?P<day>\d{{1,2}}) (?P<after>{_MONTHS}))\b(?:,? (?P<year>\d{{4}})\b)?"
)
_LONG_AGO = re.compile(
    r"\b(?:(?:in|since|by|until|during) (?:early |late |mid-?)?(?P<year>(?:19|20)\d\d)"
    r"|last (?:year|month|spring|summer|autumn|fall|winter)"
    r"|(?:years?|months?|decades?) (?:ago|earlier)"
    r"|in the (?:19|20)\d0s)\b"
)


def is_background(sentence: Sentence) -> bool:
    """Whether the sentence dates what it tells to more than a week before its article."""
    document = sentence.document
    if document.language not in ("", "en"):
        return False
    day = document.published.date() if document.published else None
    text = sentence.text
    for match in _LONG_AGO.finditer(text):
        if match["year"] is None or day is None or int(match["year"]) < day.year:
            return True
    return day is not None and any(
        _days_before(day, match) > A_WEEK for match in _DATE.finditer(text)
    )


def _days_before(day: datetime.date, match: re.Match[str]) -> int:
    """Days from a date in the text to `day`; 0 for a date that does not exist."""
    month = _NUMBER[(match["before"] or match["after"])[:3]]
    number = int(match["after_day"] or match["day"])
    year = int(match["year"] or day.year)
    try:
        found = datetime.date(year, month, number)
        if match["year"] is None and (found - day).days > 180:
            found = found.replace(year=year - 1)
    except ValueError:
        return 0
    return (day - found).days
