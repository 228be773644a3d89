"""Phrases that a profile must print, and those that it never prints."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from briefing import outputs, pipeline
from briefing.errors import ConfigError
from briefing.model import Document, Memo
from briefing.sections import loading
from briefing.sections.phrases import Phrases
from tests.builders import document

EXCLUDED = "excluded phrase"


def found(text: str, *phrases: str) -> set[str]:
    return set(Phrases(phrases).found(text))


# Matching.


@pytest.mark.parametrize(
    ("phrase", "text", "is_found"),
    [
        ("rebel", "The rebel left.", True),
        ("rebel", "Rebel leaders left.", True),
        ("rebel", "The rebels left.", False),
        ("rebel", "The rebel's boat left.", True),
        ("rebel*", "Rebels and rebellion.", True),
        ("rebel*", "An unrebellious town.", False),
        ("nerve agent*", "Nerve agents were found.", True),
        ("nerve agent*", "An agent had the nerve.", False),
        ("nerve agent*", "The nerve of one agent!", False),
        ("nerv* agent", "A nervous agent left.", True),
        ("cease-fire", "The cease-fire holds.", True),
        ("cease-fire", "The cease fire holds.", True),
        ("cafe", "The café closed.", True),
        ("café", "The cafe closed.", True),
        ("US", "The US said so.", True),
        ("US", "They told us so.", False),
        ("us", "They told us so.", True),
        ("us", "The US said so.", True),
        ("Rask", "Ida Rask left.", True),
        ("Rask", "IDA RASK LEFT.", False),
        ("Ida Rask", "Ida said that Rask left.", False),
        ("министр*", "Сказали министры.", True),
    ],
)
def test_a_phrase_is_matched_word_by_word(phrase: str, text: str, is_found: bool) -> None:
    assert found(text, phrase) == ({phrase} if is_found else set())


def test_all_phrases_that_stand_apart_are_found_as_they_were_written() -> None:
    text = "Ida Rask said that rebels had used a nerve agent."
    phrases = ("Rask", "Rebel*", "rebel*", "nerve agent", "dragon")
    assert found(text, *phrases) == {"Rask", "rebel*", "nerve agent"}
    assert found(text) == found("", *phrases) == set()


@pytest.mark.parametrize(
    "phrases",
    [
        pytest.param({"nerve", "nerve agent"}, id="a shorter one at its start"),
        pytest.param({"nerve agent", "agent"}, id="one at its end"),
        pytest.param({"a nerve", "nerve agent"}, id="overlap"),
    ],
)
def test_phrases_that_share_words_are_all_found(phrases: set[str]) -> None:
    assert found("There was a nerve agent.", *phrases) == phrases


# The profile.

SECTIONS = """
[[sections]]
id = "ports"
share = 0.5
terms = ["harbour^3", "ferr*^3"]

[[sections]]
id = "money"
share = 0.5
terms = ["budget^3", "tax^3"]
"""


def written(folder: Path, head: str) -> str:
    path = folder / "desk.toml"
    path.write_text(head + "\n" + SECTIONS, encoding="utf-8")
    return str(path)


def test_phrases_are_read_in_order_each_once(tmp_path: Path) -> None:
    head = 'must = ["rebel*", "OPCW", "rebel*"]\nnever = ["horoscope*"]'
    loaded = loading.load(written(tmp_path, head))
    assert loaded.must == ("rebel*", "OPCW")
    assert loaded.never == ("horoscope*",)
    without = loading.load(written(tmp_path, ""))
    assert (without.must, without.never) == ((), ())


@pytest.mark.parametrize("key", ["must", "never"])
@pytest.mark.parametrize(
    ("value", "said"),
    [
        ('"OPCW"', "is no list of words; write"),
        ("7", "is no list of words; write"),
        ('["OPCW", 7]', "is no list of words; write"),
        ("{OPCW = 1}", "is no list of words; write"),
        ('[""]', "'' has no word; leave it out"),
        ('["OPCW", " * "]', "' * ' has no word; leave it out"),
    ],
)
def test_a_wrong_list_is_one_line_that_names_its_key(
    tmp_path: Path, key: str, value: str, said: str
) -> None:
    path = written(tmp_path, f"{key} = {value}")
    with pytest.raises(ConfigError) as caught:
        loading.load(path)
    message = str(caught.value)
    assert message.startswith(f"{path}: {key}: {said}")
    assert "\n" not in message


def test_a_misspelt_key_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="unknown key 'nevr'; did you mean 'never'"):
        loading.load(written(tmp_path, 'nevr = ["horoscope"]'))


# A memo.

FERRY = "A ferry ran aground near the harbour of Aldery in thick fog on Monday."
SHUT = "Pilots shut the harbour of Aldery to all ships until Tuesday morning."
BUDGET = "Parliament in Orlend passed the budget by a single vote on Monday."
TAX = "Orlend raised the tax on diesel by nine crowns a barrel on Monday."
STORKS = "Researchers in Brunn counted 300 storks along the river Lume on Monday."
CHESS = "The chess club of Velden beat Tessby in the final on Monday evening."
BREAD = "Bakers in Marrow raised the price of rye bread to four crowns on Monday."


def articles(*texts: str, publisher: str = "") -> list[Document]:
    return [
        document(text, source=f"{publisher}{n}.txt", day="2031-05-05", publisher=publisher)
        for n, text in enumerate(texts)
    ]


def memo(
    folder: Path,
    documents: Sequence[Document],
    *,
    must: Sequence[str] = (),
    never: Sequence[str] = (),
    lines: int | None = None,
    words: int | None = None,
) -> Memo:
    head = f"must = {list(must)}\nnever = {list(never)}"
    return pipeline.compose(documents, profile=written(folder, head), lines=lines, words=words)


def printed(of: Memo) -> list[str]:
    return [item.claim.best.text for item in of.items]


def missing(*phrases: str) -> tuple[str, ...]:
    return tuple(f"must: no line that can be printed has {phrase!r}" for phrase in phrases)


# What is never printed.


def test_a_phrase_that_is_excluded_is_in_no_line(tmp_path: Path) -> None:
    pile = articles(FERRY, SHUT, BUDGET, TAX)
    assert {FERRY, SHUT} <= set(printed(memo(tmp_path, pile)))
    without = memo(tmp_path, pile, never=["ferr*", "Diesel", "Orlend raised"])
    assert set(printed(without)) == {SHUT, BUDGET}
    assert without.coverage.dropped == {EXCLUDED: 2}
    assert without.stats.claims == 2
    assert without.method.notes == ()


COPIES = (
    "Ministers of Norland have signed a treaty on two border rivers in Arn on Monday.",
    "Ministers of Norland signed a treaty on two border rivers in Arn on Monday.",
    "Ministers of Norland signed a treaty on two border rivers in Arn Monday.",
)


@pytest.mark.parametrize(("phrase", "n_left"), [("have signed", 2), ("on Monday", 1)])
def test_another_wording_without_the_phrase_is_printed(
    tmp_path: Path, phrase: str, n_left: int
) -> None:
    assert len(memo(tmp_path, articles(*COPIES)).items) == 1
    found = memo(tmp_path, articles(*COPIES), never=[phrase])
    (item,) = found.items
    assert {s.text for s in item.claim.sentences} == set(COPIES[-n_left:])
    assert found.coverage.dropped == {EXCLUDED: 3 - n_left}
    assert phrase not in outputs.render(found, "md").decode()


OPENED = "Mayor Ada Brunn opened the harbour of Velden."
LEANING = "She promised a second ferry by 2033."


def test_a_line_that_leans_on_an_excluded_one_is_gone(tmp_path: Path) -> None:
    pile = articles(f"{OPENED} {LEANING}", BUDGET)
    assert set(printed(memo(tmp_path, pile))) == {OPENED, LEANING, BUDGET}
    both = memo(tmp_path, pile, never=["Ada Brunn"])
    assert printed(both) == [BUDGET]
    assert both.coverage.dropped == {EXCLUDED: 2}
    one = memo(tmp_path, pile, never=["promised"])
    assert set(printed(one)) == {OPENED, BUDGET}
    assert one.coverage.dropped == {EXCLUDED: 1}


def test_all_may_be_excluded(tmp_path: Path) -> None:
    nothing = memo(tmp_path, articles(FERRY, SHUT), never=["harbour"])
    assert nothing.items == ()
    assert nothing.coverage.dropped == {EXCLUDED: 2}


def test_what_is_never_printed_is_stronger_than_what_must_be(tmp_path: Path) -> None:
    found = memo(tmp_path, articles(FERRY, BUDGET), must=["fog"], never=["harbour"])
    assert printed(found) == [BUDGET]
    assert found.method.notes == missing("fog")


# What must be printed.


def test_a_phrase_has_a_line_though_others_are_better(tmp_path: Path) -> None:
    pile = articles(FERRY, SHUT, BUDGET, TAX, STORKS)
    assert STORKS not in printed(memo(tmp_path, pile, lines=2))
    found = memo(tmp_path, pile, must=["stork*"], lines=2)
    assert STORKS in printed(found)
    assert len(found.items) == 2
    assert [item.section for item in found.items if item.claim.best.text == STORKS] == ["other"]
    assert found.method.notes == ()


def test_one_line_is_enough_for_a_phrase_and_for_several(tmp_path: Path) -> None:
    pile = articles(FERRY, STORKS, CHESS, BREAD)
    (line,) = printed(memo(tmp_path, pile, must=["on Monday"], lines=1))
    assert "on Monday" in line
    found = memo(tmp_path, articles(SHUT, STORKS, CHESS, BREAD), must=["on Monday"], lines=3)
    assert len([line for line in printed(found) if "on Monday" in line]) == 1
    found = memo(tmp_path, pile, must=["stork*", "Brunn", "river"], lines=2)
    assert set(printed(found)) == {STORKS, FERRY}
    assert found.method.notes == ()


OPINION = (
    "I think that the storks of Brunn deserve a park of their own, said nobody but me.",
    "I believe that we should count the storks of Brunn every year.",
    "The storks of Brunn cost the town 40 crowns a year.",
)


def test_opinion_may_be_what_must_be_printed(tmp_path: Path) -> None:
    column = document(
        "\n\n".join(OPINION),
        source="opinion/column.txt",
        title="Opinion: Let us love the storks",
        url="https://gazette.example/opinion/storks",
        day="2031-05-05",
    )
    pile = [column, *articles(FERRY, BUDGET)]
    without = memo(tmp_path, pile, lines=3)
    assert all("opinion" not in item.tags for item in without.items)
    found = memo(tmp_path, pile, must=["stork*"], lines=3)
    assert [item.claim.best.text for item in found.items if "opinion" in item.tags] == [
        OPINION[2]
    ]
    assert set(printed(found)) == {OPINION[2], FERRY, BUDGET}


@pytest.mark.parametrize("phrase", ["dragon*", "STORKS", "harbour of Brunn"])
def test_a_phrase_that_nothing_has_is_noted_and_changes_nothing(
    tmp_path: Path, phrase: str
) -> None:
    pile = articles(FERRY, BUDGET, STORKS)
    found = memo(tmp_path, pile, must=[phrase])
    assert found.method.notes == missing(phrase)
    assert printed(found) == printed(memo(tmp_path, pile))


def test_what_must_be_printed_keeps_to_the_budget(tmp_path: Path) -> None:
    pile = articles(FERRY, BUDGET, STORKS)
    must = ["stork*", "budget", "fog"]
    for lines, left in ((1, ("budget", "fog")), (2, ("fog",)), (3, ())):
        found = memo(tmp_path, pile, must=must, lines=lines)
        assert len(found.items) == lines
        assert found.method.notes == missing(*left)
    n_words = len(STORKS.split())
    assert printed(memo(tmp_path, pile, must=must, words=n_words)) == [STORKS]
    none = memo(tmp_path, pile, must=must, words=n_words - 9)
    assert none.items == ()
    assert none.method.notes == missing(*must)


def test_a_dropped_sentence_is_not_what_must_be_printed(tmp_path: Path) -> None:
    pile = articles("She saw a stork.", BUDGET)
    found = memo(tmp_path, pile, must=["stork"])
    assert printed(found) == [BUDGET]
    assert found.method.notes == missing("stork")


def test_a_phrase_does_not_empty_a_day_without_news_of_a_section(tmp_path: Path) -> None:
    pile = articles(STORKS, CHESS, BREAD)
    assert len(memo(tmp_path, pile, lines=3).items) == 3
    found = memo(tmp_path, pile, must=["stork*"], lines=3)
    assert set(printed(found)) == {STORKS, CHESS, BREAD}


def test_a_wording_that_was_folded_is_a_line_that_is_fit(tmp_path: Path) -> None:
    found = memo(tmp_path, articles(*COPIES), must=["Arn Monday"])
    assert printed(found) == [COPIES[2]]
    assert found.method.notes == ()


def test_a_line_that_leans_comes_with_the_one_that_it_leans_on(tmp_path: Path) -> None:
    pile = articles(f"{OPENED} {LEANING}", FERRY, SHUT)
    found = memo(tmp_path, pile, must=["promised"], lines=2)
    assert printed(found) == [OPENED, LEANING]
    assert found.method.notes == ()
