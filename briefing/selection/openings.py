"""Signs that a line is not to be read first: it speaks of what nobody has named yet.

Told from surface words in English.
"""

from __future__ import annotations

import re

from briefing.model import Sentence
from briefing.newsvalue import signs

_SAYS = "(?:said|says|told|added|tweeted|wrote|noted|argued|insisted|warned|called|asked)"
_SPEAKER = re.compile(
    rf"(?:^|[,”\"'’] )([A-Z][\w’'-]+)(?: also)? {_SAYS}\b|\b{_SAYS} ([A-Z][\w’'-]+)"
)
_LINK = re.compile(
    r"^(?:Also|And|But|Still|Yet|Meanwhile|Separately|However|Instead|In addition|Moreover|"
    r"Nevertheless|Nonetheless|Then|Indeed|Besides|Likewise|Similarly|Earlier|Later)\b|\balso\b"
)
_STANDING = re.compile(r"\b(?:has|have|had) (?:\w+ )?(?:said|long|been|called|argued|vowed)\b")
_POINTS_BACK = re.compile(
    r"^[\"“'‘]?(?:This|That|These|Those|Such|Both)\b|\b[Tt]he (?:two|three|same|latter|former|"
    r"report|statement|tweet|article|bill|ban|deal|move|decision|incident|attack|case|video|"
    r"letter)\b"
)


def n_signs(sentence: Sentence) -> int:
    """How many signs speak against reading the sentence before all others."""
    if sentence.document.language not in ("", "en"):
        return 0
    text = sentence.text
    found = sum(bool(sign.search(text)) for sign in (_LINK, _STANDING, _POINTS_BACK))
    told = {signs.NOBODY, signs.BACKGROUND, signs.ANOTHER_DAY}.intersection(
        signs.signs(sentence)
    )
    return found + len(told) + _is_by_surname(sentence)


def _is_by_surname(sentence: Sentence) -> bool:
    """Whether a speaker has one name here and had two before: "Ana Holm", then "Holm said"."""
    before = sentence.document.text[: sentence.start]
    names = {name for pair in _SPEAKER.findall(sentence.text) for name in pair if name}
    return any(re.search(rf"\b[A-Z][\w.’'-]+ {re.escape(name)}\b", before) for name in names)
