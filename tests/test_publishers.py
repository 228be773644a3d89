"""Publishers are found by address or name; a table of the user's own wins."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import publishers
from briefing.errors import ConfigError
from briefing.publishers import Publisher, Publishers, State
from tests.builders import document

TABLE = Publishers(
    (
        Publisher("Ardle Post", ("ardle.example", "post.co.uk"), ("AP Ardle",), "Lorn Group"),
        Publisher("The Lorn Wire", ("wire.ardle.example",), ("LW", "Провод"), agency=True),
    )
)


@pytest.mark.parametrize(
    ("url", "publisher"),
    [
        ("https://www.example.org/news/1", "example.org"),
        ("http://Example.ORG:8080/", "example.org"),
        ("https://reader:word@news.example.org/", "news.example.org"),
        ("https://wwwexample.org/", "wwwexample.org"),
        ("example.org/news", ""),
        ("https:///news", ""),
        ("http://[", ""),
        ("http://[::1]/", ""),
        ("http://<b>/", ""),
        ("", ""),
    ],
)
def test_a_publisher_is_the_host_as_people_say_it(url: str, publisher: str) -> None:
    assert publishers.of_url(url) == publisher


@given(st.text())
def test_no_address_is_too_odd_to_ask(url: str) -> None:
    assert re.fullmatch(r"[\w.-]*", publishers.of_url(f"https://{url}"))


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://ardle.example/news", "Ardle Post"),
        ("https://www.ardle.example/", "Ardle Post"),
        ("https://rss.news.post.co.uk/1", "Ardle Post"),
        ("https://m.wire.ardle.example/", "The Lorn Wire"),
        ("https://notardle.example/", None),
        ("https://co.uk/", None),
        ("", None),
    ],
)
def test_a_publisher_is_found_by_the_longest_domain_of_the_address(
    url: str, name: str | None
) -> None:
    found = TABLE.of(document("", url=url))
    assert (found and found.name) == name


@pytest.mark.parametrize(
    "name",
    [
        "Ardle Post",
        "The Ardle Post",
        "ARDLE POST",
        "Ardle-Post",
        "Ardle Post (Web News)",
        "Ardle Post [online]",
        "Ardle Post | World",
        "World news – Ardle Post",
        "Ardle Post: Politics",
        "AP Ardle",
        "ardle.example",
        "www.ardle.example",
    ],
)
def test_a_publisher_is_found_by_any_way_to_write_its_name(name: str) -> None:
    found = TABLE.of(document("", publisher=name))
    assert found is not None
    assert found.name == "Ardle Post"


@pytest.mark.parametrize("name", ["", "Post", "Ardle Postman", "!!!", "(Ardle Post)x", "The"])
def test_a_name_that_is_not_in_the_table_is_nobodys(name: str) -> None:
    assert TABLE.of(document("", publisher=name)) is None


@pytest.mark.parametrize(
    ("url", "name", "identity"),
    [
        ("https://www.ardle.example/1", "whatever", "Ardle Post"),
        ("", "The Ardle Post", "Ardle Post"),
        ("https://feeds.hollin.example/1", "Hollin", "hollin.example"),
        ("https://news.hollin.co.uk/1", "", "hollin.co.uk"),
        ("", "hollin.co.uk", "hollin.co.uk"),
        ("", "The Hollin Gazette (Web)", "hollingazette"),
        ("https://one.blogspot.com/", "", "one.blogspot.com"),
        ("https://news.google.com/1", "Hollin Gazette", "hollingazette"),
        ("https://news.google.com/1", "Ardle Post", "Ardle Post"),
        ("http://127.0.0.1/1", "", "127.0.0.1"),
        ("https://news.google.com/1", "news.google.com", "google.com"),
        ("", "Google News", "googlenews"),
        ("", "", ""),
    ],
)
def test_all_feeds_of_one_publisher_have_one_identity(
    url: str, name: str, identity: str
) -> None:
    assert TABLE.identity(document("", url=url, publisher=name)) == identity


@given(st.text(), st.text())
def test_no_publisher_is_too_odd_to_look_up(url: str, name: str) -> None:
    odd = document("", url=f"https://{url}", publisher=name)
    assert TABLE.identity(odd) == TABLE.identity(odd)


def test_the_shipped_table_finds_the_agencies() -> None:
    table = publishers.load()
    for name in ("Reuters", "AP", "AFP", "dpa", "EFE", "ANSA", "ТАСС", "新华社", "رويترز"):
        found = table.named(name)
        assert found is not None
        assert found.agency


def test_the_shipped_table_says_no_more_than_it_can_show() -> None:
    rows = publishers.load().rows
    owners = Counter(row.owner for row in rows if row.owner)
    assert min(owners.values()) > 1
    assert not any(row.grade for row in rows)
    assert all(row.country for row in rows)
    for row in rows:
        assert row.state is None or (row.state.basis and row.state.date.year > 1900)


def _load(tmp_path: Path, text: str) -> Publishers:
    path = tmp_path / "own.toml"
    path.write_text(text, encoding="utf-8")
    return publishers.load(path)


def test_a_table_of_ones_own_adds_publishers(tmp_path: Path) -> None:
    table = _load(
        tmp_path,
        """
        [[publishers]]
        name = "Hollin Gazette"
        domains = ["hollin.example"]
        aliases = ["HG"]
        owner = "Lorn Group"
        country = "SE"
        agency = true
        state = true
        basis = "Press act, section 3"
        as_of = 1999-04-01
        grade = "B"
        """,
    )
    assert table.named("HG") == Publisher(
        "Hollin Gazette",
        ("hollin.example",),
        ("HG",),
        "Lorn Group",
        "SE",
        agency=True,
        state=State("Press act, section 3", datetime.date(1999, 4, 1)),
        grade="B",
    )
    assert table.named("Reuters") == publishers.load().named("Reuters")


@pytest.mark.parametrize(
    "found_by",
    ['name = "TASS"', 'name = "Tass"\naliases = ["ТАСС"]', 'name = "T"\ndomains = ["tass.ru"]'],
)
def test_a_row_of_ones_own_wins_key_by_key(tmp_path: Path, found_by: str) -> None:
    shipped = publishers.load().named("TASS")
    table = _load(tmp_path, f'[[publishers]]\n{found_by}\ngrade = "C"\nstate = false\n')
    own = next(row for row in table.rows if row.grade)
    assert shipped is not None
    assert shipped.state
    assert own.state is None
    assert (own.country, own.agency) == (shipped.country, shipped.agency)
    assert len(table.rows) == len(publishers.load().rows)


def test_what_an_aggregator_carries_is_of_whom_it_was_taken_from() -> None:
    carried = replace(document("", url="https://news.google.com/1"), origin="Hollin Gazette")
    assert TABLE.identity(carried) == "hollingazette"
    assert TABLE.identity(replace(carried, publisher="Google News")) == "hollingazette"


def test_an_empty_table_changes_nothing(tmp_path: Path) -> None:
    assert _load(tmp_path, "").rows == publishers.load().rows


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("owner = 'x'", 'publishers[0]: has no name; write name = "Example Post"'),
        ("name = ''", "publishers[0].name: '' is not right; write a text"),
        ("name = '!'", "publishers[0].name: '!' is not right; write a text"),
        ("name = 3", "publishers[0].name: 3 is not right; write a text"),
        (
            "name = 'x'\nalias = []",
            "publishers[0]: unknown key 'alias'; did you mean 'aliases'?",
        ),
        (
            "name = 'x'\naliases = 'y'",
            "publishers[0].aliases: 'y' is not right; write a list of texts",
        ),
        (
            "name = 'x'\ndomains = ['https://x.example/']",
            "publishers[0].domains: ['https://x.example/'] is not right;"
            " write a list like ['example.org'], in small letters",
        ),
        (
            "name = 'x'\ncountry = 'fr'",
            "publishers[0].country: 'fr' is not right; write two capitals of ISO 3166",
        ),
        ("name = 'x'\nagency = 1", "publishers[0].agency: 1 is not right; write true or false"),
        (
            "name = 'x'\ngrade = 'G'",
            "publishers[0].grade: 'G' is not right; write a letter from",
        ),
        (
            "name = 'x'\nstate = true",
            "publishers[0].state: has no basis and no as_of; write what",
        ),
        (
            "name = 'x'\nstate = true\nbasis = 'Press act'",
            "publishers[0].state: has no as_of; write what shows it, and the day of that",
        ),
        (
            "name = 'x'\nbasis = 'Press act'",
            "publishers[0].basis: stands without state; write state = true too",
        ),
        (
            "name = 'x'\nstate = true\nbasis = 'Press act'\nas_of = '1999'",
            "publishers[0].as_of: '1999' is not right; write a day without quotes",
        ),
        (
            "name = 'x'\n[[publishers]]\nname = 'y'\naliases = ['The X']",
            "publishers[1].aliases: 'The X' is that of publishers[0] too; leave it out",
        ),
        (
            "name = 'x'\ndomains = ['x.example']\n[[publishers]]\nname = 'y'\n"
            "domains = ['x.example']",
            "publishers[1].domains: 'x.example' is that of publishers[0] too; leave it out",
        ),
        (
            "name = 'Reuters'\naliases = ['AFP']",
            "publishers[0]: is 'Reuters' and 'Agence France-Presse' at once; write a row",
        ),
        (
            "name = 'TASS'\n[[publishers]]\nname = 'T'\ndomains = ['tass.ru']",
            "publishers[1]: is 'TASS', as publishers[0] is; write one row",
        ),
    ],
)
def test_a_wrong_row_is_named_with_what_would_be_right(
    tmp_path: Path, row: str, message: str
) -> None:
    with pytest.raises(ConfigError) as error:
        _load(tmp_path, f"[[publishers]]\n{row}\n")
    assert f"own.toml: {message}" in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("publishers = 3", "publishers: is no list; write [[publishers]] with a name"),
        ("publishers = [3]", "publishers[0]: is no table; write [[publishers]]"),
        ("publisher = []", "unknown key 'publisher'; did you mean 'publishers'?"),
        ("[[", "is not TOML"),
    ],
)
def test_a_wrong_table_is_named(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(ConfigError, match=re.escape(message)):
        _load(tmp_path, text)


def test_a_table_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read"):
        publishers.load(tmp_path / "none.toml")
