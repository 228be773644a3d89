"""Keep the direction of one text from disordering what stands beside it.

The Unicode bidirectional algorithm (UAX 9): an override or an embedding that a text opens
and does not close reaches to the end of the line; right-to-left letters draw neighbouring
numbers and quotation marks over to their side.
"""

from __future__ import annotations

import re
import unicodedata

CONTROLS = "\u202a-\u202e\u2066-\u2069"
"""All explicit formatting characters, as they stand in a character class."""

_FSI, _PDI, _PDF = "\u2068", "\u2069", "\u202c"
_EMBEDDINGS = "\u202a\u202b\u202d\u202e"
_ISOLATES = "\u2066\u2067\u2068"
_CONTROL = re.compile(f"[{CONTROLS}]")


def isolate(text: str) -> str:
    """The text between `fences`."""
    before, after = fences(text)
    return before + text + after


def fences(text: str) -> tuple[str, str]:
    """What stands before and behind a text so that its direction does not spread.

    Both are empty for a text that runs from left to right and has no formatting characters.
    """
    if text.isascii() or not (_CONTROL.search(text) or _runs_right_to_left(text)):
        return "", ""
    return _FSI, _closers(_FSI + text)


def _runs_right_to_left(text: str) -> bool:
    return any(unicodedata.bidirectional(letter) in ("R", "AL", "AN") for letter in text)


def _closers(text: str) -> str:
    """What closes all that `text` leaves open, innermost first."""
    open_: list[str] = []
    for control in _CONTROL.findall(text):
        if control in _EMBEDDINGS:
            open_.append(_PDF)
        elif control in _ISOLATES:
            open_.append(_PDI)
        elif control == _PDF and open_[-1:] == [_PDF]:
            open_.pop()
        elif control == _PDI and _PDI in open_:
            # The end of an isolate ends the embeddings inside it, too.
            while open_.pop() != _PDI:
                pass
    return "".join(reversed(open_))
