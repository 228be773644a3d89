"""Who published a document, where it does not say so itself."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_HOST = re.compile(r"[\w-]+(\.[\w-]+)*")


def of_url(url: str) -> str:
    """Host of `url` as people say it ("example.org"); "" if it has no proper one."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:  # brackets that hold no IPv6 address
        return ""
    return host.removeprefix("www.") if _HOST.fullmatch(host) else ""
