"""Names of publishers: what feeds, pages and addresses call them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import urlsplit

_HOST = re.compile(r"[\w-]+(\.[\w-]+)*")
_DOMAIN = re.compile(r"(?!www\.)[a-z0-9-]+(?:\.[a-z0-9-]+)+")
_BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_PARTS = re.compile(r"\s+[|–—>»·-]\s+|:\s+")
_ARTICLE = re.compile(r"^(?:(?:THE|[Tt]he|D(?:er|ie|as)|[Ll](?:es|[ea])|El|Il)\s+|[Ll]['’])")
"""In these letters: "LA Times" has none."""
_SECOND_LEVEL = frozenset("ac co com edu gob gouv gov go ne net or org".split())
_HOSTERS = frozenset(
    """
    blogspot.com github.io livejournal.com medium.com substack.com tumblr.com typepad.com
    wordpress.com
    """.split()
)
"""Each of their subdomains is somebody else's."""
_CARRIERS = frozenset(
    """
    apple.news archive.org archive.today example.com example.net example.org facebook.com
    feedburner.com feedly.com flipboard.com google.com msn.com pressreader.com t.co twitter.com
    x.com yahoo.com youtube.com
    """.split()
)
_CARRIER_NAMES = frozenset(
    "applenews feedly flipboard googlenews msn msnnews pressreader yahoo yahoonews".split()
)
"""They carry what others publish, and say nothing about the publisher."""


def of_url(url: str) -> str:
    """Host of `url` as people say it ("example.org"); "" if it has no proper one."""
    try:
        found = urlsplit(url).hostname or ""
    except ValueError:  # brackets that hold no IPv6 address
        return ""
    return found.removeprefix("www.") if _HOST.fullmatch(found) else ""


def registered(domain: str) -> str:
    """The part of `domain` that somebody registered: "news.example.co.uk" → "example.co.uk".

    A guess by the shape of second-level domains, without the Public Suffix List.
    """
    labels = domain.split(".")
    if labels[-1].isdigit():
        return domain
    kept = 2
    if len(labels) > 2:
        is_national = len(labels[-1]) == 2 and labels[-2] in _SECOND_LEVEL
        kept += is_national or ".".join(labels[-2:]) in _HOSTERS
    return ".".join(labels[-kept:])


def carries(key: str) -> bool:
    """Whether a domain or a folded name is an aggregator's, not a publisher's."""
    return key in _CARRIERS or key in _CARRIER_NAMES


def is_domain(text: str) -> bool:
    """Whether `text` is a domain as the table has it, without "www."."""
    return _DOMAIN.fullmatch(text) is not None


def host(name: str) -> str:
    """The domain that `name` is; "" if it is none."""
    domain = name.strip().lower().removeprefix("www.")
    return domain if is_domain(domain) else ""


def forms(name: str) -> Iterator[str]:
    """`name`, and what it has before and behind a colon, a bar or a dash."""
    yield name
    yield from _PARTS.split(name)


def folded(name: str) -> str:
    """Letters and digits of a name without brackets and article, in small letters."""
    plain = _BRACKETED.sub(" ", name).strip() or name
    plain = unicodedata.normalize("NFKC", _ARTICLE.sub("", plain)).casefold()
    return "".join(char for char in plain if char.isalnum())
