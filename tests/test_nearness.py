"""Shingles are the text, sketches estimate them, and bands find what is alike."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Iterable
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import nearness
from briefing.nearness import N_HASHES, Shingles

WORDS = "the ferry of arn struck a pier and sank near holm on monday".split()
tokens = st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=3)), max_size=12)
numbers = st.frozensets(st.integers(0, 30), max_size=20)


def shingles(some: Iterable[int]) -> Shingles:
    """Numbers as a set of shingles."""
    return np.unique(np.fromiter(some, dtype=np.uint64))


def random_shingles(chance: random.Random, n: int) -> list[int]:
    return [chance.getrandbits(64) for _ in range(n)]


def alike(chance: random.Random, similarity: float, size: int) -> tuple[Shingles, Shingles]:
    """Two sets of about `size`, of which about the part `similarity` is shared."""
    n_shared = round(size * similarity)
    n_own = (size - n_shared) // 2
    shared = random_shingles(chance, n_shared)
    return (
        shingles([*shared, *random_shingles(chance, n_own)]),
        shingles([*shared, *random_shingles(chance, n_own)]),
    )


# --- Shingles ---------------------------------------------------------------------------


def test_the_order_of_words_counts() -> None:
    one = nearness.word_shingles(["arn", "beat", "holm"])
    other = nearness.word_shingles(["holm", "beat", "arn"])
    assert len(one) == len(other) == 1
    assert not np.array_equal(one, other)


def test_a_shingle_is_three_words_unless_told_otherwise() -> None:
    assert len(nearness.word_shingles(WORDS)) == len(WORDS) - 2
    assert len(nearness.word_shingles(WORDS, n=1)) == len(set(WORDS))


def test_fewer_tokens_than_a_shingle_are_one() -> None:
    assert len(nearness.word_shingles(["ferry"])) == 1
    assert len(nearness.word_shingles(["ferry", "sank"], n=5)) == 1
    assert nearness.word_shingles(["ferry"], n=5) == nearness.word_shingles(["ferry"], n=1)


def test_nothing_has_no_shingles() -> None:
    for none in (nearness.word_shingles([]), nearness.char_shingles(" \n\t\xa0")):
        assert none.shape == (0,)
        assert none.dtype == np.uint64


def test_characters_fold_case_and_blanks() -> None:
    one = nearness.char_shingles("The ferry sank.")
    assert np.array_equal(one, nearness.char_shingles("  the FERRY\n\n sank. "))
    assert not np.array_equal(one, nearness.char_shingles("The ferrysank."))


def test_characters_of_any_script_are_told_apart() -> None:
    for text, other in (("паром", "парон"), ("北京港口", "北京港囗"), ("⛴️ sank", "⛵️ sank")):
        assert nearness.jaccard(*map(nearness.char_shingles, (text, other))) < 1
    assert len(nearness.char_shingles("\ud800 half a pair")) > 0


@given(tokens, st.integers(1, 5))
def test_word_shingles_are_the_runs_of_words(some: list[str], n: int) -> None:
    n_least = min(n, len(some))
    runs = {tuple(some[at : at + n_least]) for at in range(len(some) - n_least + 1)} - {()}
    found = nearness.word_shingles(some, n)
    assert len(found) == len(runs)
    assert found.tolist() == sorted(set(found.tolist()))


@given(st.text(max_size=40), st.integers(1, 6))
def test_char_shingles_are_the_runs_of_characters(text: str, n: int) -> None:
    words = text.lower().split()
    padded = f" {' '.join(words)} " if words else ""
    n_least = min(n, len(padded))
    runs = {padded[at : at + n_least] for at in range(len(padded) - n_least + 1)} - {""}
    assert len(nearness.char_shingles(text, n)) == len(runs)


@given(tokens)
def test_hashes_are_one_a_token(some: list[str]) -> None:
    found = nearness.hashes(some)
    assert found.shape == (len(some),)
    assert len(set(found.tolist())) == len(set(some))


# --- Similarity -------------------------------------------------------------------------


def test_worked_similarities() -> None:
    a, b, none = shingles([1, 2, 3, 4]), shingles([3, 4, 5]), shingles([])
    assert nearness.jaccard(a, b) == 2 / 5
    assert nearness.containment(a, b) == 2 / 3
    for similarity in (nearness.jaccard, nearness.containment):
        assert similarity(a, none) == similarity(none, none) == 0


@given(numbers, numbers)
def test_similarity_has_its_laws(some: frozenset[int], others: frozenset[int]) -> None:
    a, b = shingles(some), shingles(others)
    jaccard, containment = nearness.jaccard(a, b), nearness.containment(a, b)
    assert 0 <= jaccard <= containment <= 1
    assert (jaccard, containment) == (nearness.jaccard(b, a), nearness.containment(b, a))
    assert jaccard == (len(some & others) / len(some | others) if some | others else 0)
    assert (jaccard == 1) == (some == others != frozenset())
    assert (containment == 1) == bool(some and others and (some <= others or others <= some))


# --- Signatures -------------------------------------------------------------------------


def test_a_signature_is_a_row() -> None:
    found = nearness.signatures([shingles([1]), shingles([2, 3])])
    assert found.shape == (2, N_HASHES)
    assert found.dtype == np.uint32
    assert nearness.signatures([shingles([1])], n_hashes=16).shape == (1, 16)
    assert nearness.signatures([]).shape == (0, N_HASHES)


@given(st.lists(numbers, max_size=6))
def test_equal_sets_agree_throughout_and_disjoint_ones_nowhere(
    some: list[frozenset[int]],
) -> None:
    found = nearness.signatures([shingles(one) for one in some], n_hashes=32)
    for a, b in combinations(range(len(some)), 2):
        if some[a] == some[b]:
            assert np.array_equal(found[a], found[b])
        elif not some[a] & some[b]:
            assert not (found[a] == found[b]).any()


def test_agreement_estimates_similarity() -> None:
    chance = random.Random(3)
    sets = [alike(chance, n % 21 / 20, size=200) for n in range(420)]
    found = nearness.signatures([one for pair in sets for one in pair])
    estimated = (found[::2] == found[1::2]).mean(axis=1)
    errors = estimated - np.array([nearness.jaccard(a, b) for a, b in sets])
    assert abs(errors.mean()) < 0.01
    assert np.sqrt((errors**2).mean()) < 0.05  # .037 is the mean of theory over all these
    assert abs(errors).max() < 0.2


def test_a_signature_does_not_change_with_its_neighbours() -> None:
    # More sets than are handed to the library at once.
    flat = np.arange(10_003, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)
    ends = np.arange(10_004)
    found = nearness.flat_signatures(flat, ends, n_hashes=4)
    assert found.shape == (10_003, 4)
    for n in (0, 9_999, 10_000, 10_002):
        assert np.array_equal(found[n : n + 1], nearness.signatures([flat[n : n + 1]], 4))


@given(st.lists(numbers, max_size=6))
def test_flat_signatures_are_the_signatures(some: list[frozenset[int]]) -> None:
    sets = [shingles(one) for one in some]
    flat = np.concatenate([shingles([99]), *sets])
    ends = 1 + np.cumsum([0, *map(len, sets)])
    found = nearness.flat_signatures(flat, ends, n_hashes=8)
    assert np.array_equal(found, nearness.signatures(sets, n_hashes=8))


# --- Bands and candidates ---------------------------------------------------------------


@pytest.mark.parametrize("n_rows", [1, 2, 4, 128])
def test_a_key_is_a_band(n_rows: int) -> None:
    found = nearness.signatures([shingles([1]), shingles([1]), shingles([2])])
    keys = nearness.buckets(found, n_rows)
    assert keys.shape == (3, N_HASHES // n_rows)
    assert np.array_equal(keys[0], keys[1])
    assert not (keys[0] == keys[2]).any()


def test_bands_of_no_sets_are_none() -> None:
    assert nearness.buckets(nearness.signatures([]), 4).shape == (0, N_HASHES // 4)


@pytest.mark.parametrize("n_rows", [3, 5, 256])
def test_bands_that_do_not_fit_are_an_error(n_rows: int) -> None:
    with pytest.raises(ValueError, match=f"n_rows: {n_rows} does not divide 128"):
        nearness.buckets(nearness.signatures([shingles([1])]), n_rows)


@pytest.mark.parametrize(("similarity", "n_rows"), [(0.3, 4), (0.5, 4), (0.6, 8), (0.8, 16)])
def test_bands_agree_as_often_as_theory_says(similarity: float, n_rows: int) -> None:
    chance = random.Random(4)
    sets = [alike(chance, similarity, size=300) for _ in range(400)]
    keys = nearness.buckets(nearness.signatures([one for pair in sets for one in pair]), n_rows)
    agree = (keys[::2] == keys[1::2]).any(axis=1).mean()
    exact = np.array([nearness.jaccard(a, b) for a, b in sets])
    expected = (1 - (1 - exact**n_rows) ** (N_HASHES // n_rows)).mean()
    assert agree == pytest.approx(expected, abs=0.08)


def test_worked_candidates() -> None:
    keys = np.array([[1, 2], [3, 4], [1, 4], [5, 6], [1, 2]], dtype=np.uint64)
    assert list(nearness.candidates(keys)) == [(0, 2), (0, 4), (1, 2), (2, 4)]
    assert list(nearness.candidates(keys[:0])) == []
    assert list(nearness.candidates(keys[3:4])) == []


@given(st.lists(st.tuples(*[st.integers(0, 4)] * 3), max_size=10))
def test_candidates_are_all_that_agree_in_a_column(rows: list[tuple[int, ...]]) -> None:
    keys = np.array(rows, dtype=np.uint64).reshape(-1, 3)
    assert list(nearness.candidates(keys)) == [
        (a, b)
        for a, b in combinations(range(len(rows)), 2)
        if any(x == y for x, y in zip(rows[a], rows[b], strict=True))
    ]


# --- Pairs ------------------------------------------------------------------------------


def edited(chance: random.Random, n_families: int, n_each: int) -> list[Shingles]:
    """Families of sets that share from little to all, shuffled."""
    sets = []
    for _ in range(n_families):
        first = random_shingles(chance, 80)
        for _ in range(n_each):
            n_kept = chance.randint(10, 80)
            changed = random_shingles(chance, 80 - n_kept)
            sets.append(shingles([*chance.sample(first, n_kept), *changed]))
    return chance.sample(sets, len(sets))


@pytest.mark.parametrize("least", [0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0])
def test_pairs_are_those_that_counting_all_finds(least: float) -> None:
    chance = random.Random(5)
    sets = [*edited(chance, n_families=30, n_each=8), *edited(chance, 8, 1)]
    copies = chance.sample(sets, 8)  # without them no pair were at 1
    sets += copies
    found = list(nearness.pairs(sets, least))
    exact = {
        (a, b): similarity
        for a, b in combinations(range(len(sets)), 2)
        if (similarity := nearness.jaccard(sets[a], sets[b])) >= least
    }
    assert found == sorted(found)
    assert {(a, b): similarity for a, b, similarity in found}.items() <= exact.items()
    assert len(found) >= 0.97 * len(exact)


def test_rewritten_texts_are_pairs() -> None:
    texts = (
        "The ferry of the Holm company struck the pier of Arn on Monday and sank.",
        "The ferry of the Holm company struck the pier of Arn on Tuesday and sank.",
        "Governor Faro signed the harbour bill in the capital.",
        "THE FERRY OF THE HOLM COMPANY struck the pier of Arn on Monday, and sank.",
    )
    sets = [nearness.char_shingles(text) for text in texts]
    assert [(a, b) for a, b, _ in nearness.pairs(sets, 0.6)] == [(0, 1), (0, 3), (1, 3)]


def test_empty_sets_are_in_no_pair() -> None:
    none, one = shingles([]), shingles([1, 2])
    assert list(nearness.pairs([], 0.5)) == []
    assert list(nearness.pairs([none, none], 0.5)) == []
    assert list(nearness.pairs([none, one, none, one], 0.5)) == [(1, 3, 1.0)]


@pytest.mark.parametrize("least", [-1, 0, 0.249, 1.001, float("nan")])
def test_a_threshold_out_of_range_is_an_error(least: float) -> None:
    with pytest.raises(ValueError, match=r"least: .+ is not from 0\.25 to 1"):
        list(nearness.pairs([], least))


@given(st.lists(numbers, max_size=8), st.randoms(use_true_random=False))
def test_the_order_of_sets_changes_nothing_but_places(
    some: list[frozenset[int]], chance: random.Random
) -> None:
    order = chance.sample(range(len(some)), len(some))
    sets = [shingles(one) for one in some]
    found = nearness.pairs([sets[n] for n in order], 0.5)
    again = sorted((*sorted((order[a], order[b])), similarity) for a, b, similarity in found)
    assert again == list(nearness.pairs(sets, 0.5))


@pytest.mark.parametrize(("n_rows", "most"), [(4, 0.001), (8, 0.0001)])
def test_what_is_unrelated_is_hardly_compared(n_rows: int, most: float) -> None:
    chance = random.Random(6)
    sets = [shingles(random_shingles(chance, 30)) for _ in range(2_000)]
    keys = nearness.buckets(nearness.signatures(sets), n_rows)
    assert len(list(nearness.candidates(keys))) <= most * len(sets) * (len(sets) - 1) / 2


# --- Another process --------------------------------------------------------------------

SCRIPT = """
from briefing import nearness
texts = ["The ferry of Arn sank on Monday.", "The ferry of Arn sank on Monday night.", "паром"]
sets = [nearness.word_shingles(text.split(), 2) for text in texts]
sets += [nearness.char_shingles(text) for text in texts]
keys = nearness.buckets(nearness.signatures(sets), 4)
print([one.tolist() for one in sets], keys.tolist(), list(nearness.pairs(sets, 0.5)))
"""


def test_every_process_finds_the_same() -> None:
    printed = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            timeout=60,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(printed) == 1
