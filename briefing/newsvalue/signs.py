"""Signs of news in a sentence: an act or a statement, by somebody, that day; or comment.

Told from surface words in English; in other languages nothing is told, so that a choice there
rests on salience and on what a profile's words say.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from briefing.background import is_background
from briefing.model import Sentence

_REPORTED = re.compile(
    r"\b(?:"
    r"said|told|announced|warned|accused|denied|condemned|urged|agreed|confirmed|rejected|"
    r"demanded|vowed|pledged|declared|stated|offered|proposed|insisted|acknowledged|reported|"
    r"signed|ordered|threatened|responded|testified|claimed|accepted|declined|"
    r"called (?:on|for)|signall?ed|expressed|stressed|underlined|reaffirmed|raised|discussed|"
    r"met|spoke|noted|hope[sd]|blamed|critici[sz]ed|dismissed|welcomed|invited|defended|"
    r"launched|killed|arrested|detained|approved|imposed|lifted|expelled|recalled|suspended|"
    r"banned"
    r")\b"
)
_DAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:today|yesterday)\b")
_WEEKDAY = re.compile(r"\b((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b")
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_OFFICE = re.compile(
    r"\b(?:(?:Sen|Gen|Gov|Rep)\.|(?:President|Prime Minister|Minister|Secretary|Ambassador|"
    r"Chancellor|King|Pope|Director|Commissioner|Senator|General|spokes(?:man|woman|person)|"
    r"officials?|[Mm]inistry)\b)"
)
_GUESSWORK = re.compile(
    r"\b(?:could|might|may|[Pp]erhaps|likely|probably|seems?|seemed|appears?|appeared|[Ii]f|"
    r"should|[Aa]nalysts?|[Ee]xperts?|[Cc]ritics|[Oo]bservers)\b"
)

_DIGIT = re.compile(r"\d")
_NOBODY = re.compile(
    r"\b(?:[Mm]any|[Ss]ome|[Mm]ost|[Oo]thers?|[Oo]ne|[Ss]everal|[Ff]ew)(?: of the)? "
    r"(?:\w+ )?(?:\w+s|lawmaker|official|ambassador|diplomat|analyst|aide|people)\b"
)
_SIGNS = (
    ("reports an act or a statement", _REPORTED),
    ("says when", _DAY),
    ("names an office", _OFFICE),
    ("comment or guesswork", _GUESSWORK),
    ("has a figure", _DIGIT),
    (NOBODY := "speakers without a name", _NOBODY),
)
BACKGROUND, ANOTHER_DAY = "background", "another day"
NAMES = (*(name for name, _sign in _SIGNS), BACKGROUND, ANOTHER_DAY)
"""Every sign, in one order."""


def signs(sentence: Sentence) -> Iterator[str]:
    """The signs that the sentence shows, in one order."""
    if sentence.document.language not in ("", "en"):
        return
    text = sentence.text
    yield from (name for name, sign in _SIGNS if sign.search(text))
    if is_background(sentence):
        yield BACKGROUND
    if _is_of_another_day(sentence):
        yield ANOTHER_DAY


def _is_of_another_day(sentence: Sentence) -> bool:
    """Whether it names weekdays, none of them that of its article or of the day before."""
    published = sentence.document.published
    named = {day[:3] for day in _WEEKDAY.findall(sentence.text)}
    if published is None or not named:
        return False
    days = (published, published - datetime.timedelta(days=1))
    return named.isdisjoint(_DAYS[day.weekday()] for day in days)
