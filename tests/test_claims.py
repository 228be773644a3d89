"""Copies of a line are one claim; lines that differ in what counts never are."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import claims
from briefing.cleaning import Line
from briefing.model import Claim, Sentence
from tests.builders import document


def line(text: str, source: str = "a.txt", *, language: str = "en", day: str = "") -> Line:
    """A line that is all of its document."""
    article = document(text, source=source, language=language, day=day)
    return Line(Sentence(article, 0, len(text), 0))


def lines(*texts: str, language: str = "en") -> list[Line]:
    return [line(text, f"{n}.txt", language=language) for n, text in enumerate(texts)]


def words(folded: tuple[Claim, ...]) -> set[frozenset[str]]:
    return {frozenset(sentence.text for sentence in claim.sentences) for claim in folded}


# --- Cases ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Case:
    """A list of a file of `cases` under its heading."""

    heading: str
    language: str
    texts: tuple[str, ...]


def cases(kind: str, name: str = "claims") -> list[Case]:
    found: list[Case] = []
    path = Path(__file__).parent / "cases" / f"{name}.md"
    for part in re.split(r"^## ", path.read_text("utf-8"), flags=re.MULTILINE)[1:]:
        title, _, body = part.partition("\n")
        match = re.fullmatch(r"([^()]+?)(?: \((\w+)\))?", title)
        assert match
        for block in body.strip().split("\n\n"):
            texts = tuple(row.removeprefix("- ") for row in block.splitlines())
            found.append(Case(match[1], match[2] or "en", texts))
    return [case for case in found if case.heading.startswith(kind)]


APART = [*cases("apart"), *cases("apart", "claims_apart")]
LIMITS = cases("limit", "claims_apart")
COPIES = cases("one")
REWORDED = cases("one", "claims_one")
FOLDED = 0.75
"""Part of the rewordings that fold; what is not known to be the same may stand twice."""


def named(rows: list[Case]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize(
        "case", rows, ids=[f"{c.heading}-{c.texts[0]}" for c in rows]
    )


@named(APART)
def test_lines_that_differ_in_what_counts_are_claims_of_their_own(case: Case) -> None:
    for order in permutations(lines(*case.texts, language=case.language)):
        assert len(claims.fold(order)) == len(case.texts)


@pytest.mark.xfail(reason="commas, owners and a second verb are not read", strict=True)
@named(LIMITS)
def test_lines_that_differ_in_what_is_not_read(case: Case) -> None:
    assert len(claims.fold(lines(*case.texts))) == len(case.texts)


@named(COPIES)
def test_copies_are_one_claim(case: Case) -> None:
    copies = lines(*case.texts, language=case.language)
    (claim,) = claims.fold(copies)
    assert words((claim,)) == {frozenset(case.texts)}
    assert words(claims.fold(copies[::-1])) == {frozenset(case.texts)}


def test_most_rewordings_are_one_claim() -> None:
    folded = [
        len(claims.fold(lines(*case.texts, language=case.language))) == 1 for case in REWORDED
    ]
    assert sum(folded) >= FOLDED * len(REWORDED)


def test_there_are_enough_cases() -> None:
    assert len(APART) >= 200
    assert len(COPIES) >= 14
    assert len(REWORDED) >= 90


# --- The wording, the order -------------------------------------------------------------

TEXT = "The ferry of the Holm company struck the pier of Arn and sank, officials said."


def test_the_best_wording_comes_first() -> None:
    text = (
        "The ferry of the Holm company, which was built in a yard in the north and sold to the "
        "islands in March, struck the pier of Arn, officials said."
    )
    long = text.replace(" said", " said on Monday evening")
    leaning = Line(line(text, "a.txt").sentence, (line("Holm.", "b.txt").sentence,))
    early, late = line(text, "z.txt", day="2031-05-04"), line(text, "b.txt", day="2031-05-05")
    undated, wordy = line(text, "c.txt"), line(long, "a.txt", day="2031-05-01")
    (claim,) = claims.fold([leaning, wordy, undated, late, early])
    order = [early, late, undated, wordy, leaning]
    assert list(claim.sentences) == [one.sentence for one in order]
    assert claim.best == early.sentence


def test_claims_come_in_the_order_of_their_first_lines() -> None:
    other = "Governor Diaz signed the harbour bill in the capital."
    folded = claims.fold([line(other, "b"), line(TEXT, "c"), line(TEXT, "a"), line(other, "d")])
    assert [claim.best.text for claim in folded] == [other, TEXT]


def test_no_lines_make_no_claims() -> None:
    assert claims.fold([]) == ()


def test_lines_of_two_languages_are_two_claims() -> None:
    folded = claims.fold([line("Arn: 12.", "a", language="de"), line("Arn: 12.", "b")])
    assert len(folded) == 2


def test_what_only_one_line_has_may_have_been_cut_but_not_half_of_it() -> None:
    part = "Faro met the mayor of Arn after a long dispute."
    whole = (
        "Faro, who took over the ministry of transport from Luis Diaz in March after a long "
        "dispute over ferries, harbours and the pay of crews, met the mayor of Arn."
    )
    assert len(claims.fold(lines(whole, part))) == 2


def test_the_same_claims_in_any_order() -> None:
    texts = [text for case in (*APART, *COPIES, *REWORDED) for text in case.texts]
    given_order = [line(text, f"{n}.txt") for n, text in enumerate(texts)]
    shuffled = random.Random(5).sample(given_order, len(given_order))
    assert set(claims.fold(shuffled)) == set(claims.fold(given_order))


# --- Laws -------------------------------------------------------------------------------

WORDS = (
    "Faro Holm met told the rebels not 12 19 harbour closed may on Monday said of Arn".split()
)
texts = st.one_of(
    st.text(min_size=1), st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(" ".join)
)
LANGUAGES = ("en", "", "de", "zh", "tlh")


@given(st.lists(texts, max_size=8), st.sampled_from(LANGUAGES))
def test_every_line_is_in_one_claim(some: list[str], language: str) -> None:
    given_lines = lines(*some, language=language)
    folded = claims.fold(given_lines)
    found = [sentence for claim in folded for sentence in claim.sentences]
    assert sorted(found, key=lambda one: one.document.source) == [
        one.sentence
        for one in sorted(given_lines, key=lambda one: one.sentence.document.source)
    ]
    assert all(claim.sentences for claim in folded)


@given(st.lists(texts, max_size=8), st.randoms(use_true_random=False))
def test_order_changes_nothing_but_order(some: list[str], chance: random.Random) -> None:
    given_lines = lines(*some)
    shuffled = chance.sample(given_lines, len(given_lines))
    assert set(claims.fold(shuffled)) == set(claims.fold(given_lines))


@given(texts, texts, st.sampled_from(LANGUAGES))
def test_same_is_symmetric_and_reflexive(one: str, other: str, language: str) -> None:
    a, b = (found.sentence for found in lines(one, other, language=language))
    assert claims.same(a, b) == claims.same(b, a)
    assert claims.same(a, a)


@given(st.lists(texts, max_size=8))
def test_every_copy_says_what_the_printed_wording_says(some: list[str]) -> None:
    for claim in claims.fold(lines(*some)):
        assert all(claims.same(claim.best, sentence) for sentence in claim.sentences)


def test_folding_is_no_matter_of_all_pairs() -> None:
    # All share a stock phrase, and hundreds of lines share each of their words.
    chance = random.Random(7)
    nouns = [
        f"{a}{b}{c}" for a in "bdfgklm" for b in ("a", "e", "io") for c in ("n", "rt", "st")
    ]
    some = [
        f"Officials of Arn said on Monday that the {' '.join(chance.sample(nouns, 9))} had "
        f"closed {chance.choice(nouns)} number {n}."
        for n in range(20_000)
    ]
    assert len(claims.fold(lines(*some))) == len(some)


def test_what_is_asked_for_in_order_is_the_same_both_ways() -> None:
    one = "Spain and Portugal took in 300 and 450 of the migrants respectively, he said."
    other = "Portugal and Spain took in 300 and 450 of the migrants, he said."
    a, b = (found.sentence for found in lines(one, other))
    assert not claims.same(a, b)
    assert not claims.same(b, a)


def test_numbers_of_any_length_are_compared_to_the_last_digit() -> None:
    number = "1" * 40
    texts = [
        f"The bank of Arn printed {number}{n} crowns in a single year, he said." for n in (1, 2)
    ]
    assert len(claims.fold(lines(*texts))) == 2
    long = f"The bank of Arn printed a {'million ' * 3_000} crowns in a single year."
    assert len(claims.fold(lines(long, f"{long} Faro denied it."))) == 2
