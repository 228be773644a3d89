"""Every row of the table keeps the same contract, and sumy's rows keep sumy's order."""

from __future__ import annotations

import dataclasses
import importlib
import json
import os
import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from briefing import languages, pool, rankers
from briefing.errors import ConfigError
from briefing.model import Claim, Context, Document, Sentence
from briefing.rankers import sumy
from briefing.rankers.salience import Salience
from briefing.rankers.sumy import edmundson
from tests import builders, commands

OWN = (
    "default",
    "content-words",
    "salience",
    "centroid",
    "centroid-of-sets",
    "lexrank-continuous",
    "coverage",
    "concepts",
    "topic-signatures",
    "consensus",
    "lead",
)
SUMY = tuple(sorted(set(rankers.RANKERS) - set(OWN)))
ALL = tuple(rankers.RANKERS)

FERRY = builders.sentences(
    "A ferry with ninety passengers ran aground near the harbour of Lund on Monday.",
    "Rescuers brought all ninety passengers ashore within two hours, the coast guard said.",
    "The captain had warned of thick fog the evening before.",
    "Divers will look at the hull of the ferry on Tuesday.",
    source="ferry.txt",
    title="Ferry runs aground near Lund",
)
FOG = builders.sentences(
    "Ninety passengers left a ferry that ran aground in fog off Lund, rescuers said on Monday.",
    "Nobody was hurt, though several people were treated for cold.",
    "The operator suspended all sailings until the fog lifts.",
    source="fog.txt",
    title="Passengers rescued from ferry in fog",
)
VOTE = builders.sentences(
    "Parliament approved the budget by a single vote after a debate of nine hours.",
    "The budget raises spending on schools and cuts a tax on diesel.",
    "Opposition leaders called the vote a farce and promised to challenge it in court.",
    "The finance minister thanked both parties of the coalition.",
    "Markets hardly moved.",
    source="vote.txt",
    title="Budget passes by one vote",
)
TEXTS = {"one": VOTE, "two": FERRY + FOG, "three": FERRY + FOG + VOTE}


def score(name: str, sentences: Sequence[Sentence], **options: object) -> list[float]:
    scores = rankers.get(name, **options).score(sentences, Context())
    assert scores.dtype == np.float64
    assert scores.shape == (len(sentences),)
    assert np.all(np.isfinite(scores))
    return [float(value) for value in scores]


def best(scores: Sequence[float]) -> list[int]:
    return sorted(range(len(scores)), key=lambda n: -scores[n])


# The contract of every row.


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize(
    "sentences",
    [
        pytest.param((), id="nothing"),
        pytest.param(VOTE[:1], id="one sentence"),
        pytest.param(builders.sentences("Grain prices fell.", "Troops left."), id="apart"),
        pytest.param(builders.sentences("It was so.", "And so it is."), id="stop words only"),
        pytest.param(builders.sentences("!!! 123", "—", "€ 4.5"), id="no words"),
        pytest.param((*VOTE, *builders.sentences("!!! 123", source="b")), id="some wordless"),
        pytest.param(builders.sentences("Same.", "Same.", "Same."), id="copies only"),
        pytest.param(
            builders.sentences("Да, это так.", "قال ذلك.", "好。"), id="other scripts"
        ),
        pytest.param(FERRY + FOG + VOTE, id="three documents"),
    ],
)
def test_scores_are_finite_and_repeat(name: str, sentences: tuple[Sentence, ...]) -> None:
    assert score(name, sentences) == score(name, sentences)


@pytest.mark.parametrize("name", ALL)
def test_equal_sentences_have_equal_scores(name: str) -> None:
    copy = builders.sentences("Trains stopped.", FERRY[2].text, source="copy.txt")
    scores = score(name, (*FERRY, *copy, *VOTE))
    assert scores[2] == scores[5]
    assert len(set(scores)) > 1


@pytest.mark.parametrize("name", ALL)
def test_a_ranker_is_a_frozen_value_that_says_its_source(name: str) -> None:
    ranker: Any = rankers.get(name)
    assert ranker == rankers.get(name)
    assert type(ranker).__doc__
    assert not hasattr(ranker, "__dict__")
    for field in dataclasses.fields(ranker):
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(ranker, field.name, 1)


def test_scores_are_the_same_under_another_hash_seed() -> None:
    other = "1" if os.environ.get("PYTHONHASHSEED") != "1" else "2"
    found = commands.python(
        "import json; from tests.test_rankers import ALL, TEXTS, score\n"
        "print(json.dumps({name: score(name, TEXTS['three']) for name in ALL}))",
        PYTHONHASHSEED=other,
    )
    assert json.loads(found) == {name: score(name, TEXTS["three"]) for name in ALL}


# The table.


def test_the_default_loads_neither_sumy_nor_nltk() -> None:
    found = commands.python(
        "import sys; from briefing import rankers; from briefing.model import Context\n"
        "from tests import builders\n"
        "scores = rankers.get('default').score(builders.sentences('A ship sank.'), Context())\n"
        "print(len(scores), sorted({'sumy', 'nltk'} & sys.modules.keys()))"
    )
    assert found == "1 []"


def test_looking_at_the_table_loads_nothing_heavy() -> None:
    found = commands.python(
        "import sys; from briefing import rankers; assert rankers.RANKERS\n"
        "print(sorted({'sumy', 'nltk', 'numpy', 'scipy'} & sys.modules.keys()))"
    )
    assert found == "[]"


def test_default_is_another_word_for_a_row() -> None:
    assert rankers.resolve("default") in rankers.RANKERS
    assert rankers.get("default") == rankers.get(rankers.resolve("default"))
    assert rankers.resolve("lead") == "lead"
    assert rankers.resolve("my_module:MyRanker") == "my_module:MyRanker"


def test_a_name_may_carry_options() -> None:
    assert rankers.get("salience(n_opening=3)") == rankers.get("salience", n_opening=3)
    assert rankers.get("lead()") == rankers.get("lead")
    made = rankers.get("consensus(k=30, rankers=('lead', \"luhn(limit=9)\"))")
    assert made == rankers.get("consensus", k=30, rankers=("lead", "luhn(limit=9)"))


def test_options_besides_a_name_win_over_those_in_it() -> None:
    made = rankers.get("random(seed=1, limit=7)", seed=2)
    assert made == rankers.get("random", seed=2, limit=7)


def test_a_name_with_options_stands_for_another_with_the_same() -> None:
    meant = rankers.resolve("default")
    assert rankers.resolve("default(power=2)") == f"{meant}(power=2)"
    assert rankers.get("default(power=2)") == rankers.get(meant, power=2)
    for name in (
        "salience(n_opening=3)",
        "my_module:MyRanker(x=1)",
        "defaults(x=1)",
    ):
        assert rankers.resolve(name) == name


@pytest.mark.parametrize(
    "options",
    [
        "(",
        "(3)",
        "(k)",
        "(k=)",
        "(k=30",
        "(k=30) ",
        "(k=30))",
        "(k=30)(k=30)",
        "(k=30) + f(k=30)",
        "(k=30) # more",
        "(k=30\n#)",
        "(k=30, k=40)",
        "(k=thirty)",
        "(k=len('word'))",
        "(k=__import__('os'))",
        "(k=f'{30}')",
        "(k={[]: 1})",
        "(*[30])",
        "(**{'k': 30})",
        "(k for k in [30])",
        "(k:=30)",
        "(k=30\0)",
        pytest.param("(k=" + "-" * 9_999 + "1)", id="deep"),
        pytest.param("(k=" + "[" * 9_999 + "]" * 9_999 + ")", id="nested"),
    ],
)
def test_options_that_cannot_be_read_are_refused_in_one_line(options: str) -> None:
    with pytest.raises(ConfigError) as caught:
        rankers.get(f"consensus{options}")
    told = str(caught.value)
    assert told.startswith(f"ranker {f'consensus{options}'!r}: options cannot be read; ")
    assert told.endswith("write each once and by name, consensus(option=3, other='word')")
    assert "\n" not in told


def test_an_unknown_name_or_option_is_told_without_the_options() -> None:
    with pytest.raises(
        ConfigError, match=r"^unknown ranker 'lexrank'; did you mean 'lex-rank'"
    ):
        rankers.get("lexrank(x=1)")
    with pytest.raises(ConfigError, match=r"^unknown option of ranker 'kl' 'limits'; did you"):
        rankers.get("kl(limits=3)")


def test_an_unknown_name_is_told_the_nearest() -> None:
    with pytest.raises(
        ConfigError, match=r"^unknown ranker 'lexrank'; did you mean 'lex-rank'"
    ):
        rankers.get("lexrank")


def test_an_unknown_option_is_told_the_nearest() -> None:
    with pytest.raises(ConfigError, match=r"^unknown option of ranker 'kl' 'limits'; did you"):
        rankers.get("kl", limits=3)


@pytest.mark.parametrize(
    ("name", "options"),
    [
        *((name, {"limit": 0}) for name in SUMY),
        ("random", {"seed": -1}),
        ("random", {"seed": True}),
        ("salience", {"n_opening": 0}),
        ("salience", {"n_opening": 2.5}),
        ("salience", {"names": -1}),
        ("salience", {"numbers": "two"}),
        ("lexrank-continuous", {"damping": 1}),
        ("lexrank-continuous", {"damping": "high"}),
        ("consensus", {"k": -1}),
        ("consensus", {"rankers": ()}),
        ("consensus", {"rankers": "lead"}),
        ("consensus", {"rankers": ("lead", "consensus")}),
        ("consensus", {"rankers": ("lead", "consensus(k=30)")}),
        ("consensus", {"rankers": ("lead", "leed")}),
        ("edmundson", {"bonus_words": ()}),
        ("edmundson", {"stigma_words": "bad"}),
        ("edmundson", {"cue_weight": -1.0}),
        ("edmundson", {"title_weight": float("nan")}),
        ("edmundson", {"location_weight": "1"}),
    ],
)
def test_a_wrong_option_is_one_line(name: str, options: dict[str, object]) -> None:
    with pytest.raises(ConfigError) as caught:
        rankers.get(name, **options)
    assert "\n" not in str(caught.value)


OUTSIDE = """
class Shortest:
    def __init__(self, power=1):
        self.power = power
    def score(self, sentences, context):
        import numpy as np
        return np.asarray([(-float(len(s.text))) ** self.power for s in sentences])
class Anything:
    def __init__(self, **options):
        self.options = options
    def score(self, sentences, context):
        return None
class Silent:
    pass
NUMBER = 3
"""


@pytest.fixture
def outside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A module and a package's entry points, as somebody else would install them."""
    (tmp_path / "outside_rankers.py").write_text(OUTSIDE, encoding="utf-8")
    info = tmp_path / "outside-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Name: outside\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(
        "[briefing.rankers]\nshortest = outside_rankers:Shortest\n", encoding="utf-8"
    )
    monkeypatch.syspath_prepend(tmp_path)


@pytest.mark.usefixtures("outside")
@pytest.mark.parametrize("name", ["outside_rankers:Shortest", "shortest"])
def test_a_ranker_from_outside_serves_like_a_row(name: str) -> None:
    lengths = [len(sentence.text) for sentence in VOTE]
    assert best(score(name, VOTE))[0] == lengths.index(min(lengths))
    assert best(score(name, VOTE, power=2))[0] == lengths.index(max(lengths))
    assert score(f"{name}(power=2)", VOTE) == score(name, VOTE, power=2)


@pytest.mark.usefixtures("outside")
@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("outside_rankers:Missing", "cannot be imported"),
        ("no_such_module:X", "cannot be imported"),
        (":X", "cannot be imported"),
        ("outside_rankers:NUMBER", "is not a class"),
        ("outside_rankers:Silent", "has no method 'score'"),
        ("outside_rankers:Silent()", "'outside_rankers:Silent': has no method 'score'"),
        ("shortst", "did you mean 'shortest'"),
    ],
)
def test_what_is_no_ranker_is_refused(name: str, problem: str) -> None:
    with pytest.raises(ConfigError, match=problem):
        rankers.get(name)


@pytest.mark.usefixtures("outside")
def test_a_ranker_from_outside_may_take_any_option() -> None:
    ranker: Any = rankers.get("outside_rankers:Anything", colour="blue")
    assert ranker.options == {"colour": "blue"}


# Our own.


def test_lead_takes_the_first_of_every_document_first() -> None:
    assert best(score("lead", FERRY + FOG)) == [0, 4, 1, 5, 2, 6, 3]


def test_lead_counts_only_the_sentences_given() -> None:
    assert best(score("lead", FERRY[2:] + FOG)) == [0, 2, 1, 3, 4]


def test_lead_goes_by_place_and_not_by_the_order_given() -> None:
    assert best(score("lead", FERRY[::-1])) == [3, 2, 1, 0]


@pytest.mark.parametrize("name", ["centroid", "lexrank-continuous"])
def test_what_many_say_is_central(name: str) -> None:
    lines = builders.sentences(
        "The cat slept.", "Floods closed the port.", "Floods closed the road.", "Floods came."
    )
    assert best(score(name, lines))[-1] == 0


def test_centroid_is_a_cosine() -> None:
    assert score("centroid", VOTE[:1]) == [1]
    assert all(0 <= value <= 1 for value in score("centroid", FERRY + FOG + VOTE))


def test_continuous_lexrank_is_the_stationary_distribution() -> None:
    from briefing import vectors
    from briefing.rankers import lexrank_continuous

    lines = (*FERRY[:2], FERRY[3], FOG[0])
    rows = vectors.tfidf([vectors.stems(sentence.text) for sentence in lines])
    shares = lexrank_continuous.walk(rows, 0.85)
    similarities = vectors.cosine(rows, rows).toarray()
    np.fill_diagonal(similarities, 0)
    steps = 0.85 * similarities / similarities.sum(axis=1, keepdims=True) + 0.15 / len(shares)
    assert shares.sum() == pytest.approx(1)
    assert steps.T @ shares == pytest.approx(shares, abs=1e-8)


def test_without_damping_every_sentence_is_visited_alike() -> None:
    assert score("lexrank-continuous", FERRY, damping=0) == [1] * 4


def test_salience_prefers_the_line_that_two_documents_open_with() -> None:
    order = best(score("salience", FERRY + FOG + VOTE))
    assert set(order[:2]) == {0, 4}


def test_salience_follows_the_title() -> None:
    texts = ("Rain fell.", "Grain prices doubled in a week.", "Shops were shut.")
    plain = score("salience", builders.sentences(*texts))
    titled = score("salience", builders.sentences(*texts, title="Prices of grain double"))
    assert best(plain)[0] == 0
    assert best(titled)[0] == 1


def test_one_document_without_a_title_is_rated_by_what_is_left() -> None:
    lines = builders.sentences(*(sentence.text for sentence in VOTE))
    centre = np.asarray(score("centroid", lines))
    position = 1 / np.sqrt(1 + np.arange(5))
    expected = (centre / centre.max() + position) / 2
    assert score("salience", lines) == pytest.approx(expected)


def test_a_document_without_a_title_is_not_punished_for_it() -> None:
    bare = builders.sentences("Parliament met.", "The vote was close.", source="bare.txt")
    titled = builders.sentences(
        "Parliament sat.", "The poll was close.", title="Of other things"
    )
    assert best(score("salience", (*titled, *bare)))[0] in {0, 2}
    assert max(score("salience", (*titled, *bare))[2:]) > 0.5


def test_other_wordings_of_a_claim_support_it() -> None:
    claim = Claim((FERRY[1], FOG[0]))
    ranker = rankers.get("salience")
    alone = ranker.score(FERRY + VOTE, Context())
    known = ranker.score(FERRY + VOTE, Context(claims=(claim,)))
    assert known.shape == alone.shape
    assert known[1] > alone[1]


def test_a_claim_is_rated_by_its_best_wording() -> None:
    claims = (Claim((FERRY[3], FOG[0])), Claim((VOTE[0],)), Claim(FOG[1:2]))
    scores = rankers.get("lead").score(FERRY, Context(claims=claims))
    assert best([float(value) for value in scores]) == [0, 3, 1, 2]


def test_wordings_that_overlap_are_one_statement() -> None:
    claims = (Claim((FERRY[1], FOG[0])), Claim((FERRY[3], FOG[0])))
    scores = rankers.get("lead").score(FERRY, Context(claims=claims))
    assert scores[1] == scores[3] > scores[2]


def test_a_copy_of_its_own_text_supports_no_line() -> None:
    wire = ("Fog closed the harbour.", "Ferries stayed away.", "Divers waited.")
    twice = builders.sentences(*wire, source="a.txt") + builders.sentences(
        *wire, source="b.txt"
    )
    other = builders.sentences("Parliament passed a budget.", source="c")
    signals = Salience().signals(pool.gather([*twice, *other], Context()))
    assert signals["support"].tolist() == [0] * 7


def test_names_and_numbers_count_where_that_is_asked_for() -> None:
    lines = builders.sentences(
        "Nobody was there.", "Then Élan Varga met Omar Dal.", "80 of 97 sat in 4 rows."
    )
    assert best(score("salience", lines))[0] == 0
    assert best(score("salience", lines, names=9))[0] == 1
    assert best(score("salience", lines, numbers=9))[0] == 2
    plain, named = (np.asarray(score("salience", lines, names=weight)) for weight in (0, 1))
    n_signals = 2  # centre and position: one document, no title
    assert named == pytest.approx((n_signals * plain + [0, 4 / 5, 0]) / (n_signals + 1))


def test_a_language_that_is_not_known_is_that_of_the_others() -> None:
    def lines(*known: str) -> list[Sentence]:
        texts = ("Floods are flooding ports.", "A port flooded.", "The port and a flood.")
        return [
            Sentence(Document(text, f"{n}.txt", language=language), 0, len(text), 0)
            for n, (text, language) in enumerate(zip(texts, known, strict=True))
        ]

    assert score("centroid", lines("en", "", "en")) == score(
        "centroid", lines("en", "en", "en")
    )
    assert score("centroid", lines("", "", "")) == score("centroid", lines("en", "en", "en"))


@pytest.mark.parametrize(
    ("known", "usual"),
    [(("", "fr", "de", "de"), "de"), (("fr", "", "de"), "fr"), (("", ""), "en"), ((), "en")],
)
def test_of_languages_the_most_frequent_and_then_the_first_is_usual(
    known: tuple[str, ...], usual: str
) -> None:
    lines = [
        Sentence(Document("Oui.", f"{n}.txt", language=language), 0, 4, 0)
        for n, language in enumerate(known)
    ]
    expected = tuple(language or usual for language in known)
    assert pool.gather(lines, Context()).languages == expected


def test_consensus_of_one_has_its_order() -> None:
    lines = FERRY + FOG + VOTE
    assert best(score("consensus", lines, rankers=("luhn",))) == best(score("luhn", lines))


def test_consensus_adds_reciprocal_ranks() -> None:
    lines = builders.sentences("The cat slept.", "Floods shut ports.", "Floods closed ports.")
    assert best(score("lead", lines)) == [0, 1, 2]
    central = score("centroid", lines)
    assert central[0] < central[1] == central[2]
    first, second, third = 61 / 61, 61 / 62, 61 / 63
    expected = [(first + third) / 2, (second + first) / 2, (third + first) / 2]
    fused = score("consensus", lines, rankers=("lead", "centroid"))
    assert fused == pytest.approx(expected)


# sumy's.


def summarizer(name: str, stemmer: Any, stop_words: frozenset[str]) -> Any:
    """The plain summarizer of the library, as its own command line makes it."""
    module = importlib.import_module(f"sumy.summarizers.{name.replace('-', '_')}")
    camel = "KL" if name == "kl" else name.replace("-", " ").title().replace(" ", "")
    made = getattr(module, f"{camel}Summarizer")(stemmer)
    if name == "edmundson":
        made.bonus_words, made.stigma_words = edmundson.BONUS, edmundson.STIGMA
        made.null_words = stop_words
    else:
        made.stop_words = stop_words
    return made


def plain(name: str, sentences: Sequence[Sentence], count: int) -> set[str]:
    """What the library itself chooses, given one paragraph a document."""
    from sumy.models.dom import ObjectDocumentModel, Paragraph
    from sumy.models.dom import Sentence as Line
    from sumy.nlp.stemmers import Stemmer
    from sumy.utils import get_stop_words

    words = sumy.Words("en")
    paragraphs: dict[Document, list[Any]] = {}
    for sentence in sentences:
        headed = [Line(sentence.document.title, words, True)] if name == "edmundson" else []
        paragraphs.setdefault(sentence.document, headed).append(Line(sentence.text, words))
    model = ObjectDocumentModel(Paragraph(lines) for lines in paragraphs.values())
    made = summarizer(name, Stemmer("english"), get_stop_words("english"))
    random.seed(0)
    with np.errstate(invalid="ignore"):
        return {str(line) for line in made(model, count)}


@pytest.mark.parametrize("name", sorted(set(SUMY) - {"lsa"}))
@pytest.mark.parametrize("text", sorted(TEXTS))
def test_the_first_k_are_those_that_sumy_chooses(name: str, text: str) -> None:
    sentences = TEXTS[text]
    order = best(score(name, sentences))
    for k in range(1, len(sentences)):
        assert {sentences[n].text for n in order[:k]} == plain(name, sentences, k), k


UNEQUAL = builders.sentences(
    "Fog lifted.",
    "Heavy rain flooded three valleys, cut railway lines, closed schools and emptied markets.",
    "Farmers counted drowned cattle and spoiled grain.",
    source="rain.txt",
) + builders.sentences(
    "Engineers opened sluices upstream, and soldiers filled sandbags along embankments.",
    "Villagers returned home on Thursday.",
    "Insurers expect claims.",
    source="sluices.txt",
)
"""Lines with different numbers of words that count."""


@pytest.mark.parametrize("k", range(1, len(UNEQUAL)))
def test_the_first_k_of_lsa_are_those_that_sumy_chooses(k: int) -> None:
    order = best(score("lsa", UNEQUAL))
    assert {UNEQUAL[n].text for n in order[:k]} == plain("lsa", UNEQUAL, k)


def test_lines_that_lsa_rates_alike_stay_in_order() -> None:
    # The library itself breaks these ties by the hash seed.
    lines = builders.sentences("Rain fell.", "Grain rots.", "Ports close early.", "Ships wait.")
    assert best(score("lsa", lines)) == [2, 0, 1, 3]


WORDS = st.sampled_from(["treaty", "harbour", "budget", "ferry", "fog", "court", "of", "the"])
LINES = st.lists(
    st.lists(WORDS, min_size=2, max_size=8).map(" ".join), min_size=2, max_size=8, unique=True
)


@pytest.mark.parametrize("name", sorted(set(SUMY) - {"lsa"}))  # many of its ratings are equal
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(lines=LINES, cut=st.integers(1, 7), k=st.integers(1, 4))
def test_whatever_the_text_the_order_is_that_of_sumy(
    name: str, lines: list[str], cut: int, k: int
) -> None:
    sentences = builders.sentences(*lines[:cut], source="a", title="Budget vote")
    sentences += builders.sentences(*lines[cut:], source="b", title="Fog")
    notes: list[str] = []
    order = rankers.get(name).score(sentences, Context(note=notes.append)).tolist()
    assume(not notes)
    assert {sentences[n].text for n in best(order)[:k]} == plain(name, sentences, k)


def test_words_are_those_of_the_tokenizer_of_sumy(monkeypatch: pytest.MonkeyPatch) -> None:
    import nltk
    from sumy.nlp.tokenizers import Tokenizer

    lines = (*(s.text for s in TEXTS["three"]), "U.S.-led, COVID-19 (don't): 1,500 a.m.")
    ours = [sumy.Words("en").to_words(line) for line in lines]
    # The tokenizer cannot be made without Punkt data, which it needs to split sentences.
    monkeypatch.setattr(nltk.tokenize, "PunktTokenizer", lambda _language: None)
    monkeypatch.setattr(nltk.tokenize, "sent_tokenize", lambda text, _language: [text])
    assert ours == [Tokenizer("english").to_words(line) for line in lines]


def test_arabic_needs_no_other_library() -> None:
    assert sumy.Words("ar").to_words("قال الوزير، أمس.") == ("قال", "الوزير", "أمس")


def test_chance_leaves_the_global_generator_alone() -> None:
    random.seed(7)
    state = random.getstate()
    first, second = score("random", VOTE, seed=1), score("random", VOTE, seed=2)
    assert first != second
    assert random.getstate() == state


def test_a_language_without_stemmer_or_stop_words_is_rated_all_the_same() -> None:
    document = builders.document("Aga laev tuli. Laev uppus. Tuul oli.", language="et")
    lines = [
        Sentence(document, *span, n) for n, span in enumerate([(0, 14), (15, 26), (27, 36)])
    ]
    assert not languages.stop_words("et")
    for name in SUMY:
        assert len(set(score(name, lines))) == 3


# Where sumy has no answer, or would take too long.


def notes_of(name: str, sentences: Sequence[Sentence], **options: object) -> list[str]:
    notes: list[str] = []
    rankers.get(name, **options).score(sentences, Context(note=notes.append))
    return notes


def test_two_sentences_that_share_no_word_go_by_lead_and_it_is_said() -> None:
    lines = builders.sentences("Grain prices fell.", "Troops left.")
    assert score("lex-rank", lines) == score("lead", lines)
    assert notes_of("lex-rank", lines) == [
        "lex-rank: 2 of 2 sentences have no rating; ranked by lead"
    ]


@pytest.mark.parametrize("name", SUMY)
def test_lines_that_lose_all_their_words_follow_the_rated_ones(name: str) -> None:
    lines = (*builders.sentences("COVID-19: 1,500.", "€ 4.5", source="n.txt"), *FERRY)
    scores = score(name, lines)
    assert set(best(scores)[-2:]) == {0, 1}
    assert scores[0] > scores[1]
    assert notes_of(name, lines) == [f"{name}: 2 of 6 sentences have no rating; ranked by lead"]


@pytest.mark.parametrize("name", SUMY)
def test_without_any_word_all_goes_by_lead(name: str) -> None:
    lines = builders.sentences("!!! 123", "€ 4.5")
    assert score(name, lines) == score("lead", lines)
    assert len(notes_of(name, lines)) == 1


@pytest.mark.parametrize("name", SUMY)
def test_above_the_limit_the_top_of_every_document_is_rated(name: str) -> None:
    lines = FERRY + FOG + VOTE
    order = best(score(name, lines, limit=3))
    assert sorted(order[:3]) == [0, 4, 7]
    assert order[3:] == [1, 5, 8, 2, 6, 9, 3, 10, 11]
    assert notes_of(name, lines, limit=3) == [
        f"{name}: 12 sentences, and its limit is 3; "
        "the first of every document are rated, the others ranked by lead"
    ]


def test_without_a_decomposition_lsa_goes_by_lead(monkeypatch: pytest.MonkeyPatch) -> None:
    from sumy.summarizers import lsa

    def diverge(*_arguments: object, **_options: object) -> None:
        raise np.linalg.LinAlgError("SVD did not converge")

    monkeypatch.setattr(lsa, "singular_value_decomposition", diverge)
    assert score("lsa", VOTE) == pytest.approx(score("lead", VOTE))
    assert notes_of("lsa", VOTE) == ["lsa: 5 of 5 sentences have no rating; ranked by lead"]


def test_copies_do_not_count_towards_the_limit() -> None:
    copies = builders.sentences(*(sentence.text for sentence in FERRY), source="copy.txt")
    assert notes_of("luhn", FERRY + copies, limit=4) == []


@pytest.mark.parametrize("name", SUMY)
def test_nothing_is_said_where_all_went_as_asked(name: str) -> None:
    assert notes_of(name, FERRY + FOG + VOTE) == []
