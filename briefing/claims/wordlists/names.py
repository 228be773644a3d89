"""Words for parties: who did it, and to whom."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from briefing import vectors
from briefing.claims.wordlists import tables

_NATIONS = tables.stemmed(tables.read("nations.txt"))
NATIONS = frozenset(_NATIONS.values())
"""Units of countries: no two are spellings of one another."""

PARTIES = frozenset(
    """
    government opposition rebels rebel insurgents soldiers soldier troops army military police
    policeman policemen officers civilians civilian militants militant terrorists gunmen gunman
    protesters protester demonstrators children journalists reporters doctors lawyers students
    teachers workers migrants refugees prosecutors judges lawmakers senators republicans
    democrats employers unions banks companies separatists settlers prisoners guards voters
    patients supporters investors inspectors residents activists fighters families relatives
    victims witnesses officials
    """.split()
)
"""English words for a side of a story: none may stand in the place of another, or of a name."""

INITIALS: Mapping[str, str] = MappingProxyType(
    {
        "United Nations": "U.N.",
        "United States": "U.S.",
        "United Kingdom": "U.K.",
        "European Union": "E.U.",
    }
)
"""Names that news shortens, and how."""

TITLES = frozenset(
    """
    lt lieut lieutenant maj major brig brigadier sgt sergeant cpl cmdr commander adm admiral
    rep representative congressman congresswoman judge justice attorney rev bishop pope sheikh
    mr mrs ms dr sir lady lord prof professor president minister prime chancellor senator sen
    gov governor general gen col colonel capt captain secretary king queen prince princess
    inc corp co ltd llc plc group
    """.split()
)
"""Words with a capital that go with a name and are none."""

BRIDGES = frozenset("of and for the on de du la".split())
"""Words inside the name of an office."""

_LINKS = """
    and or the a an of as well both chief executive chairman chair director head boss
    spokesman spokeswoman spokesperson ceo secretary minister president prime vice deputy
    senior general officer ambassador envoy governor mayor senator leader lawyer
    foreign defence interior finance trade justice health transport economy
"""
LINKS = frozenset((*_LINKS.split(), *vectors.stemmed(_LINKS.split())))
"""English words and stems between names that say nothing of who did what to whom."""

PLACES = frozenset("in at near outside inside".split())
"""English words before the name of a place."""
