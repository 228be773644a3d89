"""A document that names no publisher has the host of its address."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import publishers


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
