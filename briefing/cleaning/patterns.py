"""How the rules of cleaning write their patterns."""

from __future__ import annotations

import re
from collections.abc import Sequence

UPPER = "".join(letter for letter in map(chr, range(0x530)) if letter.isupper())
"""Capitals of the Latin, Greek and Cyrillic scripts, to stand in a class: `[{UPPER}]`.

A pattern that ignores case must write `(?-i:[{UPPER}])`, or it takes small letters too.
"""


def any_of(*phrases: str) -> str:
    """Return a group that matches one of `phrases`, which are patterns themselves."""
    return f"(?:{'|'.join(phrases)})"


def words(text: str) -> str:
    """Return a group that matches one of the words of `text`, which stand between blanks."""
    return any_of(*text.split())


def signs(*, start: Sequence[str] = (), anywhere: Sequence[str] = ()) -> re.Pattern[str]:
    """Compile phrases by which a text is known, in letters of any case, for `search`.

    Those of `start` begin it, behind brackets and the like; those of `anywhere` begin with a
    word anywhere in it.
    """
    # One \b before all of them: with one in each, a search takes four times as long.
    parts = [rf"^\W*{any_of(*start)}"] if start else []
    parts += [rf"\b{any_of(*anywhere)}"] if anywhere else []
    return re.compile("|".join(parts), re.IGNORECASE)


DAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
MONTH = words(
    r"""
    Jan(?:uary|\.)? Feb(?:ruary|\.)? Mar(?:ch|\.)? Apr(?:il|\.)? May June? July? Aug(?:ust|\.)?
    Sept?(?:ember|\.)? Oct(?:ober|\.)? Nov(?:ember|\.)? Dec(?:ember|\.)?
    """
)
