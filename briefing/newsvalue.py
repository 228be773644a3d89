"""What makes a sentence news for a desk: an act or a statement, by somebody, that day.

Counted from surface signs in English; in other languages nothing is counted, so that a
choice there rests on salience and relevance alone. Weights are set by hand and hold
within a factor of two: on seven days with memos made by hand, halving or doubling any of
them moves the share of the editor's lines found by at most three points of a hundred.
"""

from __future__ import annotations

import re

from briefing.background import is_background
from briefing.model import Sentence

REPORTED, THAT_DAY, OFFICE, GUESSWORK, BACKGROUND = 0.15, 0.2, 0.1, -0.15, -0.2

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
_OFFICE = re.compile(
    r"\b(?:(?:Sen|Gen|Gov|Rep)\.|(?:President|Prime Minister|Minister|Secretary|Ambassador|"
    r"Chancellor|King|Pope|Director|Commissioner|Senator|General|spokes(?:man|woman|person)|"
    r"officials?|[Mm]inistry)\b)"
)
_GUESSWORK = re.compile(
    r"\b(?:could|might|may|[Pp]erhaps|likely|probably|seems?|seemed|appears?|appeared|[Ii]f|"
    r"should|[Aa]nalysts?|[Ee]xperts?|[Cc]ritics|[Oo]bservers)\b"
)

_SIGNS = (
    ("reports an act or a statement", _REPORTED, REPORTED),
    ("says when", _DAY, THAT_DAY),
    ("names an office", _OFFICE, OFFICE),
    ("comment or guesswork", _GUESSWORK, GUESSWORK),
)


def signals(sentence: Sentence) -> tuple[tuple[str, float], ...]:
    """(sign, points) of each sign that the sentence shows, in one order."""
    if sentence.document.language not in ("", "en"):
        return ()
    text = sentence.text
    signs = [(name, points) for name, sign, points in _SIGNS if sign.search(text)]
    if is_background(sentence):
        signs.append(("background", BACKGROUND))
    return tuple(signs)
