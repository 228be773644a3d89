"""Summaries are scored as the library does, compared fairly, and saved as they are."""

from __future__ import annotations

import gzip
import json
import random
import subprocess
import sys
from collections.abc import Sequence
from itertools import product
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rouge_score import rouge_scorer

from briefing import vectors
from briefing.cli import exits
from briefing.errors import ConfigError, ReadError
from briefing.evaluation import clusters, oracle, resampling, rouge, summaries
from briefing.evaluation.clusters import Cluster
from briefing.evaluation.rouge import Growing, Rouge
from briefing.model import Sentence, Unreadable
from briefing.rankers.values import Fixed
from briefing.selection import plain
from tests import builders, commands
from tests.commands import Run, Said

ROUGE = Rouge()

# --- ROUGE ------------------------------------------------------------------------------

PIER = "The pier was shut"


@pytest.mark.parametrize(
    ("summary", "references", "expected"),
    [
        # Of 4 words 3 are shared, of 3 pairs 2, and 3 are in one order.
        (PIER, ["the pier was closed."], (3 / 4, 2 / 3, 3 / 4)),
        # 2 of 4 words and of 2; 1 pair of 3 and of 1.
        (PIER, ["The pier"], (2 / 3, 1 / 2, 2 / 3)),
        # The same words in another order: of "a b c" and "c a b" the longest in order is "a b".
        ("a b c", ["c a b"], (1, 1 / 2, 2 / 3)),
        # A word counts as often as the reference has it: 1 of 3, and 1 of 2.
        ("the the the", ["the pier"], (2 / 5, 0, 2 / 5)),
        # Words of four letters and more have their stems.
        ("boats sinking", ["Boat sinks!"], (1, 1, 1)),
        # The mean over the references.
        (PIER, ["the pier was closed.", "Nobody came"], (3 / 8, 1 / 3, 3 / 8)),
        (PIER, [PIER], (1, 1, 1)),
        ("", [PIER], (0, 0, 0)),
    ],
)
def test_worked_scores(
    summary: str, references: list[str], expected: tuple[float, ...]
) -> None:
    assert ROUGE.score(summary, references) == pytest.approx(expected)


def test_stems_are_those_of_the_library() -> None:
    library = rouge_scorer.RougeScorer(list(rouge.TYPES), use_stemmer=True)
    a = "Ferries were sinking quickly; 40 passengers' relatives, officials said, had WAITED."
    b = "The ferry sank quickly; relatives of forty passengers are waiting, an official says."
    found = library.score(b, a)
    assert ROUGE.score(a, [b]) == tuple(found[name].fmeasure for name in rouge.TYPES)


words = st.lists(st.sampled_from("abcd"), max_size=6)


@given(st.lists(words, max_size=5), st.lists(words, min_size=1, max_size=3))
def test_a_text_that_grows_scores_as_the_whole(
    parts: list[list[str]], references: list[list[str]]
) -> None:
    one, two = Growing(references, 1), Growing(references, 2)
    whole: list[str] = []
    for part in parts:
        whole += part
        scores = ROUGE.score(" ".join(whole), [" ".join(r) for r in references])
        assert one.score_with(part) == pytest.approx(scores[0])
        assert two.score_with(part) == pytest.approx(scores[1])
        one.add(part)
        two.add(part)
        assert two.score_with([]) == pytest.approx(scores[1])


@pytest.mark.parametrize(
    ("tokens", "expected"),
    [("", 0), ("a", 0), ("a b", 0), ("a b a b", 1 / 3), ("a a a", 1 / 2), ("a b c a c b", 0)],
)
def test_what_is_repeated(tokens: str, expected: float) -> None:
    assert rouge.repeated(tokens.split()) == pytest.approx(expected)


# --- Resampling -------------------------------------------------------------------------

tables = st.integers(1, 3).flatmap(
    lambda width: st.lists(
        st.lists(st.floats(-1, 1), min_size=width, max_size=width), min_size=1, max_size=12
    )
)


@settings(max_examples=20, deadline=None)
@given(tables)
def test_intervals_contain_the_mean(rows: list[list[float]]) -> None:
    values = np.asarray(rows)
    found = resampling.estimates(values)
    assert [one.mean for one in found] == pytest.approx(values.mean(axis=0))
    for one, column in zip(found, values.T, strict=True):
        assert column.min() - 1e-9 <= one.low <= one.mean + 1e-9
        assert one.mean - 1e-9 <= one.high <= column.max() + 1e-9
    assert resampling.estimates(values) == found


def test_an_interval_is_as_wide_as_the_spread_says() -> None:
    values = np.random.default_rng(7).normal(3, 2, size=(400, 1))
    (found,) = resampling.estimates(values)
    error = values.std() / 400**0.5
    assert found.low == pytest.approx(found.mean - 1.96 * error, abs=0.02)
    assert found.high == pytest.approx(found.mean + 1.96 * error, abs=0.02)


@pytest.mark.parametrize("values", [(1, 2, 3), (1, -1, 0.5, 2), (0.1,) * 5, (3, -3), (1,)])
def test_chances_are_those_of_all_flips(values: tuple[float, ...]) -> None:
    (found,) = resampling.gains(np.asarray(values)[:, np.newaxis])
    sums = [abs(np.dot(signs, values)) for signs in product((1, -1), repeat=len(values))]
    exact = np.mean([one >= abs(sum(values)) - 1e-9 for one in sums])
    assert found.p == pytest.approx(exact, abs=0.02)


def test_no_gain_is_chance_and_a_sure_one_has_the_least_p() -> None:
    values = np.stack([np.zeros(30), np.ones(30)], axis=1)
    none, sure = resampling.gains(values)
    assert (none.mean, none.low, none.high, none.p) == (0, 0, 0, 1)
    assert (sure.mean, sure.low, sure.high, sure.p) == (1, 1, 1, 1e-4)


def test_a_column_does_not_change_another() -> None:
    values = np.random.default_rng(3).normal(size=(20, 2))
    both, (first,) = resampling.gains(values), resampling.gains(values[:, :1])
    numbers = (both[0].mean, both[0].low, both[0].high, both[0].p)
    assert numbers == pytest.approx((first.mean, first.low, first.high, first.p))


# --- The plain choice -------------------------------------------------------------------

LINES = builders.sentences(
    "The ferry struck the pier of Arn.",
    "On Monday the ferry struck the pier of Arn.",
    "Forty passengers were rescued by a trawler.",
    "The mayor of Holm wept.",
)


def texts(found: Sequence[Sentence]) -> list[str]:
    return [sentence.text for sentence in found]


def test_what_repeats_a_better_one_is_passed_over() -> None:
    scores = np.asarray([0.8, 0.9, 0.7, 0.6])
    found = plain.reach(LINES, Fixed(scores), 10)
    assert texts(found) == [LINES[1].text, LINES[2].text]
    assert texts(plain.reach(LINES, Fixed(scores), 9)) == [LINES[1].text]
    assert plain.reach(LINES, Fixed(scores), 100) == [LINES[1], LINES[2], LINES[3]]


def test_what_does_not_fit_makes_room_and_repeats_nothing() -> None:
    scores = np.asarray([0.6, 0.9, 0.7, 0.8])
    assert plain.pick(LINES, Fixed(scores), 12) == [LINES[1]]
    assert plain.pick(LINES, Fixed(scores), 8) == [LINES[3]]
    assert plain.pick(LINES, Fixed(scores), 7) == [LINES[3]]
    assert plain.pick(LINES, Fixed(np.asarray([0.6, 0.9, 0.5, 0.1])), 8) == [LINES[0]]


def test_the_earlier_of_equal_ones_is_better() -> None:
    assert plain.pick(LINES, Fixed(np.ones(4)), 8) == [LINES[0]]
    assert plain.pick((), Fixed(np.zeros(0)), 8) == plain.reach((), Fixed(np.zeros(0)), 8) == []


signals = st.lists(
    st.lists(st.sampled_from("kilo lima mike oscar papa".split()), min_size=1, max_size=5),
    max_size=8,
)


@given(signals, st.integers(1, 20), st.randoms(use_true_random=False))
def test_choices_keep_to_the_budget_and_do_not_repeat(
    rows: list[list[str]], n_words: int, draw: random.Random
) -> None:
    given_lines = builders.sentences(*map(" ".join, rows))
    scores = np.asarray([draw.random() for _ in rows])
    within = plain.pick(given_lines, Fixed(scores), n_words)
    reaching = plain.reach(given_lines, Fixed(scores), n_words)
    assert sum(s.n_words for s in within) <= n_words
    assert sum(s.n_words for s in reaching[:-1]) < n_words or not reaching
    for found in (within, reaching):
        places = [given_lines.index(one) for one in found]
        assert sorted(places, key=lambda n: -scores[n]) == places
        stems = [set(vectors.stems(one.text)) for one in found]
        for n, a in enumerate(stems):
            assert all(len(a & b) <= plain.REPEATS * min(len(a), len(b)) for b in stems[:n])


# --- The oracle -------------------------------------------------------------------------


def test_the_oracle_takes_what_raises_rouge_2_most() -> None:
    found = oracle.pick(LINES, ["Trawler rescues: passengers were rescued."], 20, ROUGE)
    assert found == [LINES[2]]
    wanted = ["Passengers were rescued by a trawler. The mayor of Holm wept."]
    assert oracle.pick(LINES, wanted, 20, ROUGE) == [LINES[2], LINES[3]]


def test_the_oracle_keeps_to_the_budget() -> None:
    wanted = ["Passengers were rescued by a trawler, and the mayor wept."]
    assert oracle.pick(LINES, wanted, 6, ROUGE) == [LINES[3]]
    assert oracle.reach(LINES, wanted, 6, ROUGE) == [LINES[2]]


def test_the_oracle_breaks_ties_by_rouge_1_and_takes_nothing_useless() -> None:
    assert oracle.pick(LINES, ["A mayor."], 20, ROUGE) == [LINES[3]]
    assert oracle.pick(LINES, ["Quarrel"], 20, ROUGE) == []
    assert oracle.pick((), ["Quarrel"], 20, ROUGE) == []


# --- Reading ----------------------------------------------------------------------------

ARN = (
    "The ferry of the Holm company struck the pier of Arn and sank on Monday. Forty passengers "
    "were taken ashore by a trawler, the coast guard of Arn said. The pier of Arn was shut for "
    "repairs that will take two months."
)
HOLM = (
    "A ferry with forty passengers on board sank on Monday when it struck the pier of Arn. "
    "The owner of the ferry promised to pay for a new pier. Divers searched the harbour until "
    "nightfall and found nobody, the police of Holm reported."
)
REFERENCE = "A ferry struck the pier of Arn and sank. A trawler took forty passengers ashore."
GRAIN = (
    "Grain prices in Lund fell by a tenth after the harvest. Farmers asked the ministry for "
    "help with their loans. The ministry said that it would answer in the autumn."
)
MILL = (
    "The largest mill of Lund closed because grain had become too cheap to store. Its ninety "
    "workers were told on Friday. A union leader called for a meeting with the owners."
)
LUND = ["Grain is cheap in Lund, and its largest mill closed.", "Farmers in Lund ask for help."]


def row(**values: object) -> str:
    return json.dumps({"documents": [ARN, HOLM], "references": [REFERENCE], **values})


FERRY_ROW = row(
    id="ferry",
    documents=[
        {"title": "Ferry sinks", "text": ARN, "date": "2031-05-04", "source": "Arn Courier"},
        {"title": "Forty rescued", "text": HOLM, "url": "https://holm.example/1"},
    ],
)
GRAIN_ROW = row(id=2, documents=[GRAIN, MILL], references=LUND)


def written(folder: Path, *rows: str) -> Path:
    path = folder / "rows.jsonl"
    path.write_text("\n".join(rows), encoding="utf-8")
    return path


def test_documents_are_texts_or_objects(tmp_path: Path) -> None:
    path = written(tmp_path, FERRY_ROW, GRAIN_ROW, row())
    ferry, grain, nameless = clusters.read(path)
    assert isinstance(ferry, Cluster)
    assert isinstance(grain, Cluster)
    assert isinstance(nameless, Cluster)
    assert [one.id for one in (ferry, grain, nameless)] == ["ferry", "2", f"{path}#3"]
    first, second = ferry.documents
    assert (first.title, first.publisher, first.language) == (
        "Ferry sinks",
        "Arn Courier",
        "en",
    )
    assert first.published
    assert second.url == "https://holm.example/1"
    assert len({one.source for c in (ferry, grain) for one in c.documents}) == 4
    assert (ferry.references, grain.references) == ((REFERENCE,), tuple(LUND))
    assert [one.text for one in grain.documents] == [GRAIN, MILL]


def test_a_document_is_read_in_its_language(tmp_path: Path) -> None:
    german = "Die Fähre ist am Montag vor der Stadt gesunken, und sie wurde nicht geborgen."
    path = written(
        tmp_path, row(documents=[german, {"text": "Ein Kai.", "language": "de"}, "x"])
    )
    (found,) = clusters.read(path)
    assert isinstance(found, Cluster)
    assert [one.language for one in found.documents] == ["de", "de", ""]


@pytest.mark.parametrize(
    ("line", "start"),
    [
        ("no", "is not JSON"),
        ("[1]", 'is no object; write {"documents": […], "references": […]}'),
        ("{}", "documents: none"),
        (row(documents=[]), "documents: none"),
        (row(documents=ARN), "documents: none"),
        (row(documents=["", " \n", {"title": "Ferry"}, 7, None]), "documents: none"),
        (row(references=[]), "references: none"),
        (row(references=REFERENCE), "references: none"),
        (row(references=["", " ", 7, "渡轮沉没"]), "references: none"),
    ],
)
def test_a_row_that_holds_no_cluster_says_why(line: str, start: str, tmp_path: Path) -> None:
    path = written(tmp_path, line)
    (found,) = clusters.read(path)
    assert isinstance(found, Unreadable)
    assert found.source == f"{path}#1"
    assert found.reason.startswith(start)


def test_an_empty_text_costs_itself_alone(tmp_path: Path) -> None:
    path = written(tmp_path, row(documents=["", ARN], references=[REFERENCE, " "]))
    (found,) = clusters.read(path)
    assert isinstance(found, Cluster)
    assert ([d.text for d in found.documents], found.references) == ([ARN], (REFERENCE,))
    assert [one.reason.partition(":")[0] for one in found.skipped] == [
        "document 1",
        "reference 2",
    ]


def test_a_file_that_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="No such file"):
        list(clusters.read(tmp_path / "nowhere"))


# --- Evaluation -------------------------------------------------------------------------

NAMES = ("centroid", "default", "consensus")


def read(folder: Path, *rows: str) -> list[Cluster]:
    found = clusters.read(written(folder, *rows))
    return [one for one in found if isinstance(one, Cluster)]


def report(folder: Path, *names: str, n_words: int = 20) -> summaries.Report:
    rows = read(folder, FERRY_ROW, GRAIN_ROW)
    return summaries.evaluate(rows, summaries.methods(names, ROUGE), n_words, ROUGE)


@pytest.mark.parametrize("n_words", [5, 12, 20, 40, 1000])
def test_no_ranker_beats_the_oracle(n_words: int, tmp_path: Path) -> None:
    results = report(tmp_path, *NAMES, n_words=n_words).results
    best = {result.method.name: result.scores for result in results}
    for column, scores in best["oracle"].items():
        for other in best.values():
            assert other[column]["rouge2"].mean <= scores["rouge2"].mean + 1e-9


def test_bounds_are_shown_besides_and_not_twice(tmp_path: Path) -> None:
    def listed(*names: str) -> list[tuple[str, bool]]:
        return [(m.name, m.is_bound) for m in summaries.methods(names, ROUGE)]

    assert listed("default") == [
        ("default", False),
        ("lead", True),
        ("random", True),
        ("oracle", True),
    ]
    assert listed("oracle", "default", "lead", "default") == [
        ("oracle", False),
        ("default", False),
        ("lead", False),
        ("random", True),
    ]
    named = report(tmp_path, "default", "lead").results
    (_, lead, _, _) = report(tmp_path, "default").results
    assert named[1].scores == lead.scores


def test_unknown_rankers_are_errors() -> None:
    with pytest.raises(ConfigError, match="unknown ranker 'centriod'; did you mean 'centroid'"):
        summaries.methods(["default", "centriod"], ROUGE)


def test_what_is_another_word_for_one_is_that_one(tmp_path: Path) -> None:
    default, same = report(tmp_path, "default", "content-words").results[:2]
    assert (default.method.stands_for, same.method.stands_for) == (
        "content-words",
        "content-words",
    )
    assert default.scores == same.scores
    assert not default.gains
    for column in same.gains.values():
        for gain in column.values():
            assert (gain.mean, gain.p) == (0, 1)


def test_figures_are_those_of_the_summaries(tmp_path: Path) -> None:
    made = report(tmp_path, "lead", n_words=20)
    (lead, *_others) = made.results
    references = {"ferry": [REFERENCE], "2": LUND}
    assert [one.id for one in made.summaries] == ["ferry", "2"]
    cut = [
        ROUGE.score(" ".join(one.text.split()[:20]), references[one.id])
        for one in made.summaries
    ]
    found = [lead.scores["truncated"][name].mean for name in rouge.TYPES]
    assert found == pytest.approx(np.mean(cut, axis=0))
    assert made.summaries[0].text == (
        "The ferry of the Holm company struck the pier of Arn and sank on Monday. "
        "Forty passengers were taken ashore by a trawler, the coast guard of Arn said."
    )
    assert lead.peak_bytes > 0
    assert 0 <= lead.repeated < 1


def test_progress_is_told_row_by_row(tmp_path: Path) -> None:
    heard: list[tuple[str, int, int]] = []
    summaries.evaluate(
        read(tmp_path, FERRY_ROW, GRAIN_ROW),
        summaries.methods(["lead"], ROUGE),
        20,
        ROUGE,
        told=lambda *step: heard.append(step),
    )
    assert heard == [("summarize", 1, 2), ("summarize", 2, 2)]


def test_a_row_of_nothing_fit_to_print_scores_nothing(tmp_path: Path) -> None:
    rows = read(tmp_path, row(documents=["Subscribe now!"]))
    made = summaries.evaluate(rows, summaries.methods(["default"], ROUGE), 20, ROUGE)
    assert [one.text for one in made.summaries] == [""]
    assert [result.scores["whole"]["rouge1"].mean for result in made.results] == [0] * 4


# --- The command ------------------------------------------------------------------------


@pytest.fixture
def run(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsysbinary: pytest.CaptureFixture[bytes],
) -> Run:
    """Runs a command in a folder of its own, that has some rows."""
    monkeypatch.chdir(tmp_path)
    written(tmp_path, FERRY_ROW, GRAIN_ROW)

    def command(*arguments: str) -> Said:
        return commands.run("evaluate", "summaries", *arguments, capsysbinary=capsysbinary)

    return command


def test_json_has_all_figures(run: Run) -> None:
    said = run("rows.jsonl", "--rankers", "default, centroid", "--words", "20", "--json")
    assert (said.status, said.err) == (0, "")
    record = json.loads(said.out)
    assert (record["rows"], record["words"]) == (2, 20)
    listed = record["rankers"]
    assert [one["ranker"] for one in listed] == [
        "default",
        "centroid",
        "lead",
        "random",
        "oracle",
    ]
    assert [one["bound"] for one in listed] == [False, False, True, True, True]
    assert (listed[0]["stands_for"], listed[0]["gain"]) == ("content-words", None)
    for one in listed:
        assert one["seconds"] >= 0
        assert one["peak_mb"] > 0
        assert 0 <= one["redundancy"] < 1
        for column in ("truncated", "whole"):
            assert list(one[column]) == list(rouge.TYPES)
            for score in one[column].values():
                assert list(score) == ["mean", "low", "high"]
                assert 0 <= score["low"] <= score["mean"] <= score["high"] <= 1
    for one in listed[1:]:
        for column in ("truncated", "whole"):
            for name, gain in one["gain"][column].items():
                assert list(gain) == ["mean", "low", "high", "p"]
                difference = one[column][name]["mean"] - listed[0][column][name]["mean"]
                assert gain["mean"] == pytest.approx(difference, abs=2e-4)
                assert 0 < gain["p"] <= 1


def test_the_page_shows_both_columns_in_percent(run: Run) -> None:
    said = run("rows.jsonl", "--rankers", "lead,centroid", "--words", "20")
    assert (said.status, said.err) == (0, "")
    lines = said.out.splitlines()
    assert lines[0] == "2 rows; F1 in percent, with 95 % intervals"
    assert "Truncated at 20 words, as papers do" in lines
    assert "Whole sentences within 20 words, as memos do" in lines
    assert "Gain over lead, and p; whole sentences within 20 words, as memos do" in lines
    for start, n in (
        ("lead ", 3),
        ("lead (bound)", 0),
        ("centroid ", 5),
        ("oracle (bound) ", 5),
    ):
        assert sum(line.startswith(start) for line in lines) == n
    record = json.loads(run("rows.jsonl", "--rankers", "lead", "--words", "20", "--json").out)
    mean = record["rankers"][0]["truncated"]["rouge1"]["mean"]
    (line, *_) = [line for line in lines if line.startswith("lead ")]
    assert float(line.split()[1]) == pytest.approx(100 * mean, abs=0.006)


def test_saved_are_whole_sentences_of_the_named(run: Run, tmp_path: Path) -> None:
    said = run(
        "rows.jsonl", "--rankers", "default,lead", "--words", "20", "--save", "out.jsonl"
    )
    assert (said.status, said.err) == (0, "")
    data = (tmp_path / "out.jsonl").read_bytes()
    rows = [json.loads(line) for line in data.decode().splitlines()]
    assert [list(one) for one in rows] == [["id", "ranker", "summary"]] * 4
    assert [(one["id"], one["ranker"]) for one in rows] == [
        ("ferry", "default"),
        ("ferry", "lead"),
        ("2", "default"),
        ("2", "lead"),
    ]
    source = {"ferry": ARN + HOLM, "2": GRAIN + MILL}
    for one in rows:
        assert len(one["summary"].split()) >= 20
        assert one["summary"].endswith(".")
        for sentence in one["summary"].rstrip(".").split(". "):
            assert f"{sentence}." in source[one["id"]]
    assert {path.name for path in tmp_path.iterdir()} == {"rows.jsonl", "out.jsonl"}
    assert (
        run(
            "rows.jsonl", "--rankers", "default,lead", "--words", "20", "--save", "again.jsonl"
        ).out.partition("repeated")[0]
        == said.out.partition("repeated")[0]
    )
    assert (tmp_path / "again.jsonl").read_bytes() == data


def test_the_default_ranker_and_a_hundred_words_are_taken(run: Run) -> None:
    record = json.loads(run("rows.jsonl", "--json").out)
    assert record["words"] == 100
    assert record["rankers"][0]["ranker"] == "default"


def test_the_first_rows_are_taken(run: Run, tmp_path: Path) -> None:
    said = run("rows.jsonl", "--limit", "1", "--json", "--save", "out.jsonl")
    assert json.loads(said.out)["rows"] == 1
    (one,) = (tmp_path / "out.jsonl").read_text().splitlines()
    assert json.loads(one)["id"] == "ferry"
    assert json.loads(run("rows.jsonl", "--limit", "9", "--json").out)["rows"] == 2


def test_gzipped_rows_are_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl.gz").write_bytes(gzip.compress(f"{FERRY_ROW}\n".encode()))
    assert json.loads(run("rows.jsonl.gz", "--json").out)["rows"] == 1


def test_bad_rows_are_named_and_the_rest_is_measured(run: Run, tmp_path: Path) -> None:
    written(tmp_path, "no", FERRY_ROW, row(documents=[]), row(references=[REFERENCE, ""]))
    said = run("rows.jsonl", "--json")
    assert said.status == 0
    assert json.loads(said.out)["rows"] == 2
    assert [line.split(";")[0] for line in said.err.splitlines()] == [
        "briefing: rows.jsonl#1: is not JSON",
        "briefing: rows.jsonl#3: documents: none has a text",
        "briefing: rows.jsonl#4: reference 2: has no letter from a to z and no digit for ROUGE "
        "to count",
    ]


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("nowhere.jsonl", "nowhere.jsonl: No such file or directory"),
        (
            "bad.jsonl",
            'bad.jsonl: has no cluster; a line is {"documents": […], "references": […]}',
        ),
    ],
)
def test_nothing_to_measure_ends_with_three(
    name: str, line: str, run: Run, tmp_path: Path
) -> None:
    (tmp_path / "bad.jsonl").write_text("no\n", encoding="utf-8")
    said = run(name, "--save", "out.jsonl")
    assert (said.status, said.out) == (exits.NOTHING_READ, "")
    assert said.err.splitlines()[-1] == f"briefing: {line}"
    assert not (tmp_path / "out.jsonl").exists()


@pytest.mark.parametrize(
    ("options", "line"),
    [
        (["--rankers", "centriod"], "unknown ranker 'centriod'; did you mean 'centroid'?"),
        (["--rankers", " ,"], "--rankers: ' ,' has no name"),
        (["--words", "0"], "Invalid value for '--words'"),
        (["--limit", "0"], "Invalid value for '--limit'"),
    ],
)
def test_wrong_usage_is_told_before_a_row_is_read(
    options: list[str], line: str, run: Run
) -> None:
    said = run("nowhere.jsonl", *options)
    assert (said.status, said.out) == (exits.USAGE, "")
    assert said.err.startswith(f"briefing: {line}")
    assert said.err.count("\n") == 1


def test_what_cannot_be_written_ends_with_one(run: Run) -> None:
    said = run("rows.jsonl", "--json", "--save", "nowhere/out.jsonl")
    assert said.status == exits.DELIVERY_FAILED
    assert said.err == (
        "briefing: nowhere/out.jsonl: cannot be written: No such file or directory\n"
    )
    assert json.loads(said.out)["rows"] == 2


def test_notes_of_rankers_are_said_once(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "my_rankers.py").write_text(
        "import numpy as np\n"
        "class Flat:\n"
        "    def score(self, sentences, context):\n"
        "        context.note(f'flat: {len(context.claims)} are equal to me')\n"
        "        return np.zeros(len(sentences))\n",
        encoding="utf-8",
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    written(tmp_path, FERRY_ROW, GRAIN_ROW, row(documents=[GRAIN]))
    said = run("rows.jsonl", "--rankers", "my_rankers:Flat")
    assert said.status == 0
    assert said.err == "briefing: flat: 6 are equal to me (1 more)\n"
    assert "my_rankers:Flat" in said.out


def test_without_the_library_a_line_says_what_to_install(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "rouge_score", None)
    said = run("rows.jsonl")
    assert (said.status, said.out) == (exits.USAGE, "")
    assert said.err == (
        "briefing: ROUGE: rouge-score is not installed; run: pip install 'briefing[evaluate]'\n"
    )


def process(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )


def test_claims_are_measured_without_the_library(tmp_path: Path) -> None:
    path = tmp_path / "pairs.jsonl"
    path.write_text(json.dumps({"a": PIER, "b": PIER, "label": "same"}), encoding="utf-8")
    code = (
        "import sys; sys.modules['rouge_score'] = None\n"
        "from briefing.cli import main; main(sys.argv[1:])"
    )
    done = process(code, "evaluate", "claims", str(path), "--json")
    assert json.loads(done.stdout)["pairs"] == 1


def test_help_imports_nothing_that_is_slow() -> None:
    code = (
        "import atexit, sys\n"
        "atexit.register(lambda: print(*sys.modules, file=sys.stderr))\n"
        "from briefing.cli import main; main(sys.argv[1:])"
    )
    for command in ([], ["evaluate"], ["evaluate", "summaries"], ["evaluate", "claims"]):
        loaded = set(process(code, *command, "--help").stderr.split())
        assert not loaded & {"numpy", "scipy", "nltk", "rouge_score", "sumy", "rich"}


def test_the_help_says_what_a_row_is_and_gives_an_example(run: Run) -> None:
    said = run("--help")
    assert (said.status, said.err) == (0, "")
    assert said.out.count("Example:\n") == 1
    for word in (
        '"documents"',
        '"references"',
        "[default: 100",
        "[default: default]",
        "oracle",
    ):
        assert word in " ".join(said.out.split())
