"""Who published a document, where a table of publishers or its address tells."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from briefing.model import Document
from briefing.publishers import names, table
from briefing.publishers.names import of_url
from briefing.publishers.table import Publisher, State

__all__ = ["Publisher", "Publishers", "State", "load", "of_url"]


class Publishers:
    """The table, to look up documents and names in."""

    def __init__(self, rows: Iterable[Publisher] = ()) -> None:
        """Index `rows`; of two that claim one domain or name, the first has it."""
        self.rows = tuple(rows)
        self._by_domain: dict[str, Publisher] = {}
        self._by_name: dict[str, Publisher] = {}
        for row in self.rows:
            for domain in row.domains:
                self._by_domain.setdefault(domain, row)
            for name in row.names:
                self._by_name.setdefault(names.folded(name), row)

    def of(self, document: Document) -> Publisher | None:
        """The publisher of a document: by the host of its address, else by its name."""
        return self._at(of_url(document.url)) or self.named(document.publisher)

    def named(self, name: str) -> Publisher | None:
        """The publisher that a feed or a page calls `name`; a domain will do.

        Brackets, an article and a department are left out: "The Example Post (Web News)",
        "Example Post | World".
        """
        if not name:
            return None
        forms = names.forms(name)
        found = (
            self._by_name.get(names.folded(form)) or self._at(names.host(form))
            for form in forms
        )
        return next(filter(None, found), None)

    def identity(self, document: Document) -> str:
        """A key that all documents of one publisher have, however many feeds; "" if unknown.

        It is the name in the table, else the registered domain, else the name, folded. What
        an aggregator carries has the key of whom it was taken from.
        """
        known = self.of(document)
        if known:
            return known.name
        domain = names.registered(of_url(document.url))
        if domain and not names.carries(domain):
            return domain
        named = self.key(document.publisher) or self.key(document.origin)
        return named or domain or names.folded(document.publisher)

    def key(self, name: str) -> str:
        """As `identity`, for a name alone; "" for an aggregator."""
        known = self.named(name)
        if known:
            return known.name
        key = names.registered(names.host(name)) or names.folded(name)
        return "" if names.carries(key) else key

    def _at(self, host: str) -> Publisher | None:
        while host:
            if host in self._by_domain:
                return self._by_domain[host]
            host = host.partition(".")[2]
        return None


def load(path: Path | None = None) -> Publishers:
    """The shipped table, extended by that of the user in `path`.

    A row of the user with the name, a domain or an alias of a shipped row changes it key by
    key; `state = false` takes its state away. Raises ConfigError.
    """
    return Publishers(table.read(path))
