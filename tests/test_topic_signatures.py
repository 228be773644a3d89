"""Topic words are those that news at large does not use as often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import frequencies, vectors
from briefing.errors import ConfigError
from briefing.frequencies import Frequencies
from briefing.model import Claim, Context, Sentence
from briefing.rankers import topic_signatures
from briefing.rankers.topic_signatures import TopicSignatures
from tests import builders
from tests.quality import make_frequencies

REEF = builders.sentences(
    "A trawler struck the Aldery reef on Monday and spilled diesel over the reef.",
    "Officials said people had been told about it last year.",
    "Divers found the trawler wedged in the reef.",
    "The government said it would make a statement in a week.",
    source="reef.txt",
)
TRAWLER = builders.sentences(
    "Diesel from the trawler reached the beaches of Aldery.",
    "The president called for a report.",
    source="trawler.txt",
)
NEWS = Frequencies(99, 30_000, 5, MappingProxyType({"said": 90, "trawler": 5}))


def score(
    sentences: Sequence[Sentence], *, notes: list[str] | None = None, **options: Any
) -> list[float]:
    heard: list[str] = [] if notes is None else notes
    scores = TopicSignatures(**options).score(sentences, Context(note=heard.append))
    assert scores.dtype == np.float64
    assert scores.shape == (len(sentences),)
    assert np.all(np.isfinite(scores))
    return [float(value) for value in scores]


def in_language(language: str, *texts: str, source: str = "a.txt") -> list[Sentence]:
    return [
        Sentence(
            builders.document(text, source=f"{n}{source}", language=language), 0, len(text), 0
        )
        for n, text in enumerate(texts)
    ]


# The table.


def test_share_is_that_of_the_documents_of_the_table() -> None:
    assert NEWS.share("said") == 0.9
    assert NEWS.share("trawler") == 0.05


def test_a_stem_without_a_row_is_rarer_than_any_with_one() -> None:
    assert 0 < NEWS.share("reef") < NEWS.share("trawler")
    table = frequencies.load("en")
    assert table
    assert table.share("no such stem") < min(map(table.share, table.counts))


def test_a_language_without_a_table_has_none() -> None:
    assert frequencies.load("fr") is None
    assert frequencies.load("../en") is None
    assert frequencies.load("") is None


def test_every_row_of_a_shipped_table_is_a_stem_and_a_count() -> None:
    for language in frequencies.SHIPPED:
        table = frequencies.load(language)
        assert table
        assert min(table.counts.values()) >= table.least > 1
        assert max(table.counts.values()) <= table.n_documents < table.n_words
        assert all(0 < table.share(stem) < 1 for stem in table.counts)
        assert frequencies.path(language).stat().st_size < 60_000


def test_the_english_table_knows_days_and_months_and_not_its_own_years() -> None:
    table = frequencies.load("en")
    assert table
    days = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
    months = "January February March April June July August September October November"
    lasting = vectors.stems(f"{days} {months} December said government president American")
    assert set(lasting) <= table.counts.keys()
    assert not {"2016", "2020"} & table.counts.keys()


def test_the_shipped_table_is_what_the_script_makes(shared_data: Path) -> None:
    made = make_frequencies.table(make_frequencies.texts(shared_data))
    assert made.encode() == frequencies.path("en").read_bytes()


def test_a_name_has_a_row_only_if_it_is_in_the_news_all_the_time() -> None:
    n = make_frequencies.N_PARTS * make_frequencies.LEAST
    passing = ["On Monday Orlo walked in the rain."] * (n // 2)
    rows = make_frequencies.table([*passing, *["On Monday she walked in the rain."] * (n // 2)])
    assert rows.splitlines()[4:] == [f"monday\t{n}", f"rain\t{n}", f"walk\t{n}"]


# What a topic word is.


def topics(*sentences: Sentence, background: Frequencies = NEWS) -> frozenset[str]:
    counts = Counter(stem for sentence in sentences for stem in vectors.stems(sentence.text))
    return topic_signatures.signatures(counts, background, 10.83)


def test_what_only_these_documents_say_is_a_topic_word_and_what_all_say_is_none() -> None:
    table = frequencies.load("en")
    assert table
    found = topics(*REEF, *TRAWLER, background=table)
    assert {"trawler", "reef", "diesel", "alderi"} <= found
    assert not {"said", "monday", "year", "presid", "govern", "week"} & found


def test_a_word_that_is_rarer_here_than_in_all_news_is_no_topic_word() -> None:
    said = Frequencies(99, 300, 5, MappingProxyType({"said": 98}))
    line = "Said " + "reef " * 200
    assert topics(*builders.sentences(line), background=said) == {"reef"}


def test_a_word_is_a_topic_word_from_the_cutoff_on() -> None:
    counts = {"reef": 3, "said": 20}
    usual = -np.log1p(-NEWS.share("reef")) * NEWS.n_documents
    ratio = topic_signatures.likelihood_ratio(3, 23, usual, NEWS.n_words)
    assert "reef" in topic_signatures.signatures(counts, NEWS, ratio - 1e-9)
    assert "reef" not in topic_signatures.signatures(counts, NEWS, ratio + 1e-9)


def test_likelihood_ratio_is_that_of_a_two_by_two_table() -> None:
    from scipy.stats import chi2_contingency

    expected = chi2_contingency(
        [[110, 2442], [111, 29114]], correction=False, lambda_="log-likelihood"
    )
    found = topic_signatures.likelihood_ratio(110, 2552, 111, 29225)
    assert found == pytest.approx(expected.statistic)


@given(st.integers(0, 50), st.integers(1, 50), st.integers(0, 50), st.integers(1, 50))
def test_likelihood_ratio_is_never_below_zero(k1: int, more1: int, k2: int, more2: int) -> None:
    n1, n2 = k1 + more1, k2 + more2
    found = topic_signatures.likelihood_ratio(k1, n1, k2, n2)
    assert found == pytest.approx(topic_signatures.likelihood_ratio(k2, n2, k1, n1))
    assert found >= -1e-9
    assert topic_signatures.likelihood_ratio(k1, n1, k1, n1) == pytest.approx(0, abs=1e-9)


# The ranker.


@pytest.mark.parametrize(
    "sentences",
    [
        pytest.param((), id="nothing"),
        pytest.param(REEF[:1], id="one sentence"),
        pytest.param(builders.sentences("It was so.", "And so it is."), id="stop words only"),
        pytest.param(builders.sentences("!!! —", "…", "€"), id="no words"),
        pytest.param((*REEF, *builders.sentences("!!!", source="b")), id="some wordless"),
        pytest.param(builders.sentences("Same.", "Same.", "Same."), id="copies only"),
        pytest.param(builders.sentences("Да, это так.", "قال ذلك."), id="other scripts"),
        pytest.param(in_language("xx", "Abra kadabra.", "!!!"), id="no stop words"),
        pytest.param(REEF + TRAWLER, id="two documents"),
    ],
)
def test_scores_are_finite_and_repeat(sentences: Sequence[Sentence]) -> None:
    assert score(sentences) == score(sentences)


def test_what_says_nothing_in_particular_comes_last() -> None:
    scores = score(REEF + TRAWLER)
    assert max(scores[1], scores[3], scores[5]) < min(scores[0], scores[2], scores[4])


def test_copies_have_equal_scores() -> None:
    copy = builders.sentences("Trains stopped.", REEF[2].text, source="copy.txt")
    scores = score((*REEF, *copy))
    assert scores[2] == scores[5] > scores[1]


def test_the_order_given_does_not_matter() -> None:
    assert score((REEF + TRAWLER)[::-1]) == score(REEF + TRAWLER)[::-1]


def test_other_wordings_of_a_claim_are_read_too() -> None:
    claims = (Claim((REEF[1], REEF[0])),)
    alone = TopicSignatures().score(REEF[1:], Context())
    known = TopicSignatures().score(REEF[1:], Context(claims=claims))
    assert known[0] > alone[0]


def test_an_exponent_of_0_counts_topic_words_and_of_1_gives_their_share() -> None:
    lines = builders.sentences("Trawler reef trawler reef.", "Trawler reef said people.")
    assert score(lines, exponent=0) == [2, 2]
    assert score(lines, exponent=1) == [1, 0.5]
    assert score(lines, exponent=0.5) == pytest.approx([2**0.5, 1])


def test_nothing_is_a_topic_word_above_any_ratio() -> None:
    assert score(REEF, cutoff=1e9) == [0] * 4


@pytest.mark.parametrize("option", ["cutoff", "exponent"])
@pytest.mark.parametrize("value", [-1, float("nan"), float("inf"), "high", True])
def test_a_wrong_option_is_one_line(option: str, value: object) -> None:
    options: dict[str, Any] = {option: value}
    with pytest.raises(ConfigError, match=f"^ranker 'topic-signatures': {option} is [^\n]+$"):
        TopicSignatures(**options)


# Languages without a table.

FRENCH = (
    "Le chalut du navire a raclé le fond et le chalut a cédé.",
    "Le chalut du navire sera repêché lundi.",
    "Le ministre doit parler demain à la presse.",
)


def test_a_language_without_a_table_goes_by_its_frequent_words_and_it_is_said() -> None:
    notes: list[str] = []
    scores = score(in_language("fr", *FRENCH), notes=notes)
    assert scores[1] > scores[0] > scores[2] == 0
    assert notes == [
        "topic-signatures: no table of frequencies for language 'fr'; "
        "its topic words are those that are frequent in the documents"
    ]


def test_nothing_is_said_where_there_is_a_table() -> None:
    notes: list[str] = []
    score(REEF + TRAWLER, notes=notes)
    score((), notes=notes)
    assert notes == []


def test_each_language_has_its_own_words() -> None:
    notes: list[str] = []
    german = in_language("de", "Das Schiff sank.", "Das Schiff lief auf.", source="de.txt")
    mixed = (*REEF, *in_language("fr", *FRENCH), *german)
    scores = score(mixed, notes=notes)
    assert scores[:4] == score(REEF)
    assert scores[4:7] == score(in_language("fr", *FRENCH))
    assert [note.split("'")[1] for note in notes] == ["de", "fr"]
