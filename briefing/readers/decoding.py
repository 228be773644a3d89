"""Bytes to text: whether they are text at all, and in which encoding."""

from __future__ import annotations

import codecs
import re

from briefing.errors import ReadError
from briefing.readers.blobs import Blob

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

MAX_CONTROLS = 0.02
"""Share of control characters above which bytes are no text; random bytes have 0.11."""

MAX_BROKEN = 0.01
"""Share of bytes that may be broken in what is still read as UTF-8."""

LOOKED_AT = 65_536
"""Bytes by which an encoding is guessed."""

_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_HIGH = re.compile(rb"[\x80-\xff]")

# Windows-1252 as West European languages use it: quotation marks, dashes, small letters,
# and capitals that do not stand inside a word. Other encodings have letters elsewhere.
_WESTERN = re.compile(
    rb"[\x85\x91-\x97\xa0\xa3\xa7\xa9\xab\xae\xb0\xb4\xb7\xbb\xbf\xdf-\xef\xf1-\xf6\xf8-\xfc]"
    rb"|(?<![a-z])[\xc0-\xcf\xd1-\xd6\xd8-\xdc]"
)

_OLDER = re.compile(
    r"cp\d+|iso8859-\d+|koi8-\w|mac-\w+|gb\w+|big5\w*|euc_\w+|shift_jis\w*|iso2022_\w+|tis-620"
)


def bom(data: bytes) -> tuple[int, str]:
    """Length of the byte order mark and the encoding that it stands for; 0 and "" if none."""
    return next(((len(m), name) for m, name in BOMS if data.startswith(m)), (0, ""))


def is_text(head: bytes) -> bool:
    """Whether bytes can be text: no NUL and few control characters once decoded."""
    length, encoding = bom(head)
    if not encoding and b"\0" in head:
        return False
    text = head[length:].decode(encoding or "latin-1", "replace")
    return len(_CONTROLS.findall(text)) <= MAX_CONTROLS * len(text)


def decode(data: bytes, declared: str = "") -> str:
    """Text of `data`; what cannot be decoded becomes U+FFFD, and nothing raises.

    A byte order mark decides, then whether it is UTF-8, damaged in places perhaps, then the
    encoding that is `declared`, which is wrong as often as not; the last resort is a guess.
    """
    length, encoding = bom(data)
    if encoding:
        return data[length:].decode(encoding, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        damaged = data.decode("utf-8", "replace")
    n_broken = damaged.count("\ufffd")
    n_beyond_ascii = len(damaged) - len(damaged.encode("ascii", "ignore"))
    if n_beyond_ascii > 2 * n_broken:  # most of what is not ASCII is valid
        return damaged
    if older := _older(declared):
        return data.decode(older, "replace")
    n_high = len(_HIGH.findall(data))
    if 4 * n_high < len(data) and len(_WESTERN.findall(data)) == n_high:
        return data.decode("cp1252", "replace")
    return damaged if n_broken <= MAX_BROKEN * len(data) else _guess(data)


def load(blob: Blob) -> str:
    """Text of a whole blob.

    Raises:
        ReadError: it begins like text and does not go on so.
    """
    text = decode(blob.load())
    if len(_CONTROLS.findall(text)) > MAX_CONTROLS * len(text):
        raise ReadError(blob.name, "binary after its first lines")
    return text


def _older(declared: str) -> str:
    """Codec of a declared encoding that is not Unicode; "" if there is none."""
    try:
        name = codecs.lookup(declared).name
    except (LookupError, ValueError):  # ValueError: a NUL in the name
        return ""
    # Browsers take Latin-1 for Windows-1252, and so pages are written.
    return "cp1252" if name == "iso8859-1" else name if _OLDER.fullmatch(name) else ""


def _guess(data: bytes) -> str:
    import charset_normalizer

    start = max(0, data.index(max(data)) - LOOKED_AT // 2)
    best = charset_normalizer.from_bytes(data[start : start + LOOKED_AT]).best()
    return data.decode(best.encoding if best else "cp1252", "replace")
