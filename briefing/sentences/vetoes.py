"""What forbids a mark to end a sentence: the table `VETOES`, asked in its order."""

from __future__ import annotations

import re
from collections.abc import Callable

from briefing.sentences.marks import Spot
from briefing.sentences.words import STATES


def _is_one_token(spot: Spot) -> bool:
    """No blank, and none was forgotten: 'Node.js', 'a.Doe@example.com', 'U.S.A.'."""
    if not spot.is_glued:
        return False
    word, following = spot.word, spot.following
    is_name = (
        len(spot.mark) > 1
        or len(word) < 2
        or not following[0].isupper()
        or following[1:2].isupper()
        or following in _DOMAINS
        or _TOKEN_GOES_ON.match(spot.text, spot.beyond, spot.stop) is not None
    )
    if is_name or _NUMBER.fullmatch(word):
        return is_name
    if any(sign in word for sign in "./@:_\\"):
        return True
    return not (word[-1].islower() or word[-4:].isdigit() or spot.close or spot.is_begun)


_DOMAINS = frozenset(("Com", "Org", "Net", "Gov", "Edu", "Info", "Io", "Co"))
_NUMBER = re.compile(r"[$€£]?\d[\d.,/]*%?")
_TOKEN_GOES_ON = re.compile(r"[@/=_]|\.[^\W_]")


def _goes_on_in_lower_case(spot: Spot) -> bool:
    """The next word has no capital: 'at 5 p.m. on Monday', '"Stop!" she said'."""
    if not spot.following[0].islower() or _LOWER_START.match(spot.text, spot.end):
        return False
    if spot.open[:1] in ("“", '"') and spot.open.rstrip()[-1] in ".…":
        return False
    # A slip: only a full stop after a word in lower case that abbreviates nothing.
    return not (
        spot.mark == "."
        and not spot.close
        and len(spot.word) > 3
        and spot.word.islower()
        and spot.word.isalpha()
        and spot.word not in spot.words.closed
    )


_LOWER_START = re.compile(
    r"\s+(?:https?://|www\.|pic\.twitter\.|[a-z]{1,2}[A-Z]|(?:al|el|ad|as|an|ash|ul)-[A-Z])"
)


def _numbers_an_item(spot: Spot) -> bool:
    """The sentence would be no word, but the number of an item: '1.', 'b.', '. . .'."""
    if spot.at - spot.start > 6:
        return False
    said = spot.text[spot.start : spot.at].strip('([{“"•⁃‣.… ')
    return not said or (said.isdigit() and len(said) < 4) or (said.isalpha() and len(said) < 2)


def _abbreviates(spot: Spot) -> bool:
    """The full stop belongs to a word, and what follows does not show a new sentence."""
    if spot.mark != "." or not spot.word or spot.close.strip(")]"):
        return False
    words = spot.words
    name = _PREFIX.sub("", spot.word)
    if name == "I" and spot.text.endswith("World War ", 0, spot.at - 1):
        return False
    if name.lower() in ("a.m", "p.m"):
        return _is_time_going_on(spot)
    if name.isupper() and (len(name) > 2 or name in _SHORT) and "." not in name:
        name = name.capitalize()
    if name in words.closed:
        return True
    if name in words.numbered:
        return spot.following[0].isdigit()
    may_end = (
        name in words.open
        or (len(name) == 1 and name.lower() != name.upper())
        or _DOTTED.fullmatch(name) is not None
        or (words.has_ordinals and name.isdigit() and len(name) < 3)
    )
    if not may_end or (spot.is_begun and not spot.close):
        return False
    said = spot.text[max(spot.start, spot.at - 24) : spot.at]
    is_complete = name in STATES and _PLACE.search(said)
    return not (is_complete and spot.following[0].isupper() and not spot.is_added)


_SHORT = frozenset(("MR", "MS", "DR", "LT", "ST", "JR", "SR"))
"""Abbreviations in capitals; of other pairs, most are none: "LA", "VA", "PA"."""
_PLACE = re.compile(r"(?:, |\b[DRI][-–])\S+\Z")
"""What comes before a state has a comma after it too, unless a sentence ends there: "R-Ga."."""

_PREFIX = re.compile(r"\A(?:.*[-–/](?=[A-Z])|[DdJjLlNnQqSs][’'])")
_DOTTED = re.compile(r"(?:[^\W\d_]{1,3}\.)+[^\W\d_]{1,3}")


def _is_time_going_on(spot: Spot) -> bool:
    """'At 5 a.m. Mr. Smith', '5 p.m. Eastern' go on; 'left at 6 p.m. Mr. Smith' does not."""
    if (
        not spot.following[0].isupper()
        or spot.is_added
        or _AFTER_TIME.match(spot.text, spot.end)
    ):
        return True
    return len(spot.text[max(spot.start, spot.at - 40) : spot.at].split()) < 4


_AFTER_TIME = re.compile(
    r"\s+(?:(?:[ECMP][SD]?T|GMT|UTC|BST|CES?T|Eastern|Central|Mountain|Pacific|Greenwich"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
    r"|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d|[A-Z]\w+ time\b)"
)


def _trails_off(spot: Spot) -> bool:
    """An ellipsis before "I" or a figure, which look alike anywhere: 'what I mean ... I'."""
    said = spot.text[max(spot.start, spot.at - 2) : spot.at]
    is_ellipsis = spot.mark in ("…", "...") or (spot.mark == "." and said == ". ")
    word = spot.following.replace("’", "'").partition("'")[0]
    return is_ellipsis and not spot.close and (word == "I" or word[0].isdigit())


def _is_attributed(spot: Spot) -> bool:
    """A speaker follows a question or a cry: '"Why now?" Ms. Ito asked'."""
    if not spot.close.strip(")]") or spot.is_begun:
        return False
    speaker = _SPEAKER.match(spot.text, spot.end, spot.stop)
    # After a full stop it would be a sentence that says nothing.
    return speaker is not None and (
        spot.mark[-1] in "?!" or spot.text.startswith(".", speaker.end())
    )


_SPEAKER = re.compile(
    r"\s++(?:[A-Z][\w.’'-]{0,30}+,?\s++|\([^()]{1,20}\)\s++){1,6}(?:[a-z]{1,15}ly\s++)?"
    r"(?:said|says|asks|asked|added|adds|answered|replied|responded|wrote|writes|told|tweeted"
    r"|declared|shouted|yelled|exclaimed|wondered|demanded|continued|remarked|recalled|joked"
    r"|insisted|interjected|cried|posted|quipped|concluded|noted|explained)\b"
)


def _is_name(spot: Spot) -> bool:
    """The mark belongs to a name: 'Yahoo! News'."""
    return spot.mark == "!" and spot.word in ("Yahoo", "Jeopardy") and not spot.is_begun


VETOES: tuple[Callable[[Spot], bool], ...] = (
    _is_one_token,
    _goes_on_in_lower_case,
    _numbers_an_item,
    _abbreviates,
    _trails_off,
    _is_attributed,
    _is_name,
)
