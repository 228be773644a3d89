"""What is measured is what the labels say, and bad rows cost themselves alone."""

from __future__ import annotations

import gzip
import json
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import claims as folding
from briefing import stories
from briefing.cli import exits
from briefing.errors import ReadError
from briefing.evaluation import claims, measures, pairs
from briefing.evaluation.measures import Measures, Point
from briefing.evaluation.pairs import Pair
from briefing.model import Unreadable
from tests import commands
from tests.builders import document
from tests.commands import Run, Said

# --- Decisions and scores ---------------------------------------------------------------

NOTHING = Measures(0, 0, 0, 0)
PERFECT = Measures(1, 1, 1, 1)
decisions = st.lists(st.tuples(st.booleans(), st.booleans()), max_size=30)
scored = st.lists(st.tuples(st.booleans(), st.integers(-3, 3)), max_size=30)
FIELDS = ("precision", "recall", "f1", "accuracy")


def numbers(found: Measures) -> list[float]:
    return [getattr(found, field) for field in FIELDS]


@pytest.mark.parametrize(
    ("labels", "decided", "expected"),
    [
        ("1110000000", "1101000000", Measures(2 / 3, 2 / 3, 2 / 3, 8 / 10)),
        ("11110", "10000", Measures(1, 1 / 4, 2 / 5, 2 / 5)),
        ("1000", "1111", Measures(1 / 4, 1, 2 / 5, 1 / 4)),
        ("10", "01", NOTHING),
        ("00", "00", Measures(0, 0, 0, 1)),
        ("00", "11", NOTHING),
        ("11", "00", NOTHING),
        ("", "", NOTHING),
    ],
)
def test_worked_decisions(labels: str, decided: str, expected: Measures) -> None:
    found = measures.of_decisions([c == "1" for c in labels], [c == "1" for c in decided])
    assert numbers(found) == pytest.approx(numbers(expected))


def test_decisions_and_labels_are_as_many() -> None:
    with pytest.raises(ValueError):
        measures.of_decisions([True], [True, False])


@given(decisions)
def test_measures_are_parts(rows: list[tuple[bool, bool]]) -> None:
    labels, decided = [label for label, _ in rows], [d for _, d in rows]
    found = measures.of_decisions(labels, decided)
    assert all(0 <= number <= 1 for number in numbers(found))
    assert found.f1 <= max(found.precision, found.recall)
    turned = measures.of_decisions(decided, labels)
    assert (turned.precision, turned.recall) == (found.recall, found.precision)
    assert (turned.f1, turned.accuracy) == (found.f1, found.accuracy)
    if any(labels):
        assert measures.of_decisions(labels, labels) == PERFECT


def test_equal_scores_are_one_point_of_the_curve() -> None:
    labels, scores = [True, False, True, True, False], [0.9, 0.5, 0.5, 0.2, 0.1]
    assert measures.curve(labels, scores) == (
        Point(0.9, Measures(1, 1 / 3, 1 / 2, 3 / 5)),
        Point(0.5, Measures(2 / 3, 2 / 3, 2 / 3, 3 / 5)),
        Point(0.2, Measures(3 / 4, 1, 6 / 7, 4 / 5)),
        Point(0.1, Measures(3 / 5, 1, 3 / 4, 3 / 5)),
    )
    assert measures.curve([], []) == ()


@given(scored)
def test_a_point_is_what_its_threshold_decides(rows: list[tuple[bool, int]]) -> None:
    labels, scores = [label for label, _ in rows], [score for _, score in rows]
    points = measures.curve(labels, scores)
    assert [point.threshold for point in points] == sorted(set(scores), reverse=True)
    for point in points:
        decided = [score >= point.threshold for score in scores]
        assert point.measures == measures.of_decisions(labels, decided)


def test_the_first_point_with_enough_recall() -> None:
    points = measures.curve([True, False, True, True], [4, 3, 2, 1])
    for least, threshold in ((0, 4), (1 / 3, 4), (0.34, 2), (2 / 3, 2), (1, 1)):
        point = measures.at_recall(points, least)
        assert point
        assert point.threshold == threshold
    assert measures.at_recall(points, 1.01) is None
    assert measures.at_recall((), 0) is None


# --- B-cubed ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("labels", "clusters", "precision", "recall", "accuracy"),
    [
        # The two of the paper: it gives precisions of 76.2 and 58.3 %.
        ("aaaaabbccccc", "111112222222", 64 / 84, 1, 56 / 66),
        ("aaaaabbccccc", "111112211111", 7 / 12, 1, 41 / 66),
        # a: 2 of 3 in 1, 1 of 2 in 2; b: 1 of 3 in 1, 1 of 2 in 2.
        ("aaabb", "11212", (2 * 2 / 3 + 1 / 2 + 1 / 3 + 1 / 2) / 5, 8 / 15, 4 / 10),
        ("ab", "11", 1 / 2, 1, 0),
        ("aa", "12", 1, 1 / 2, 0),
        ("a", "1", 1, 1, 0),
    ],
)
def test_worked_clusters(
    labels: str, clusters: str, precision: float, recall: float, accuracy: float
) -> None:
    found = measures.b_cubed(labels, clusters)
    f1 = 2 * precision * recall / (precision + recall)
    assert numbers(found) == pytest.approx([precision, recall, f1, accuracy])


def test_no_items_measure_nothing() -> None:
    assert measures.b_cubed([], []) == NOTHING


def test_each_item_has_a_cluster() -> None:
    with pytest.raises(ValueError):
        measures.b_cubed("ab", "1")


items = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=2, max_size=20)


@given(items)
def test_clusters_have_their_laws(rows: list[tuple[int, int]]) -> None:
    labels, clusters = [label for label, _ in rows], [cluster for _, cluster in rows]
    found = measures.b_cubed(labels, clusters)
    assert all(0 <= number <= 1 for number in numbers(found))
    turned = measures.b_cubed(clusters, labels)
    assert (turned.precision, turned.recall) == (found.recall, found.precision)
    assert turned.accuracy == found.accuracy
    assert numbers(measures.b_cubed(labels, [-n for n in labels])) == pytest.approx([1] * 4)
    assert measures.b_cubed(labels, range(len(labels))).precision == pytest.approx(1)
    assert measures.b_cubed(labels, [0] * len(labels)).recall == pytest.approx(1)


@given(items)
def test_accuracy_of_clusters_is_that_of_all_pairs(rows: list[tuple[int, int]]) -> None:
    right = [
        (a[0] == b[0]) == (a[1] == b[1]) for n, a in enumerate(rows) for b in rows[n + 1 :]
    ]
    found = measures.b_cubed([label for label, _ in rows], [cluster for _, cluster in rows])
    assert found.accuracy == pytest.approx(sum(right) / len(right))


# --- Reading ----------------------------------------------------------------------------

PIER = "The pier of Arn was shut after the ferry struck it."
QUAY = "They shut the pier of Arn after the ferry struck it."


def row(label: object = "same", a: object = PIER, b: object = QUAY, **more: object) -> str:
    return json.dumps({"label": label, "a": a, "b": b, **more})


def written(folder: Path, *lines: str) -> Path:
    path = folder / "pairs.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def read(folder: Path, *lines: str) -> list[Pair | Unreadable]:
    return list(pairs.read(written(folder, *lines)))


def reason(folder: Path, line: str) -> str:
    (found,) = read(folder, line)
    assert isinstance(found, Unreadable)
    assert found.source == f"{folder / 'pairs.jsonl'}#1"
    return found.reason


SAME = (True, 1, 1.0, "1", "true", "yes", "same", "same_story", "Paraphrase", " POSITIVE ")
DIFFERENT = (
    *(False, 0, 0.0, "0", "false", "No", "different_story_same_topic", "not_paraphrase"),
    *("not same", "non-paraphrase", "negative"),
)


@pytest.mark.parametrize("label", SAME)
def test_labels_that_mean_the_same(label: object, tmp_path: Path) -> None:
    (found,) = read(tmp_path, row(label))
    assert isinstance(found, Pair)
    assert found.label is True


@pytest.mark.parametrize("label", DIFFERENT)
def test_labels_that_mean_different(label: object, tmp_path: Path) -> None:
    (found,) = read(tmp_path, row(label))
    assert isinstance(found, Pair)
    assert found.label is False


@pytest.mark.parametrize(
    "label", [None, 2, -1, 0.5, float("nan"), "", "2", "10", "0.5", "maybe", [], {}, ["same"]]
)
def test_a_label_that_is_none_is_quoted(label: object, tmp_path: Path) -> None:
    found = reason(tmp_path, row(label))
    assert found == f"label: {label!r} is none; write 'same' or 'different'"


def test_sentences_are_whole_texts(tmp_path: Path) -> None:
    text = "The pier was shut. Nobody was hurt."
    (found,) = read(tmp_path, row(a=text))
    assert isinstance(found, Pair)
    assert not found.are_articles
    assert [sentence.text for sentence in found.sentences] == [text, QUAY]


def test_articles_have_what_they_are_given(tmp_path: Path) -> None:
    article = {
        "text": PIER,
        "title": "Pier shut",
        "url": "https://arn.example/1",
        "source": "Arn Courier",
        "date": "2031-05-04",
        "language": "de",
    }
    bare = {"text": QUAY, "title": None, "publisher": "Holm Post", "published": "5 May 2031"}
    (found,) = read(tmp_path, row(a=article, b=bare))
    assert isinstance(found, Pair)
    assert found.are_articles
    assert (found.a.title, found.a.url) == ("Pier shut", "https://arn.example/1")
    assert (found.a.publisher, found.a.language) == ("Arn Courier", "de")
    assert found.a.published == datetime(2031, 5, 4, tzinfo=UTC)
    assert (found.b.title, found.b.publisher, found.b.language) == ("", "Holm Post", "en")
    assert found.b.published == datetime(2031, 5, 5, tzinfo=UTC)
    assert found.a.source != found.b.source


def test_a_pair_without_an_id_has_its_place(tmp_path: Path) -> None:
    found = read(tmp_path, row(id="p7"), row(id=7), row(), row(id=None))
    path = tmp_path / "pairs.jsonl"
    ids = [one.id for one in found if isinstance(one, Pair)]
    assert ids == ["p7", "7", f"{path}#3", f"{path}#4"]


@pytest.mark.parametrize(
    ("line", "start"),
    [
        ("The pier was shut.", "is not JSON"),
        ('{"a": "x", "b": ', "is not JSON"),
        ("[" * 100_000, "is not JSON"),
        ('{"label": ' + "1" * 5_000 + "}", "is not JSON"),
        ("[1, 2]", "is no object"),
        ("null", "is no object"),
        ("{}", "label: None is none"),
        (row(a=""), "a and b: are not two sentences or two articles"),
        (row(a=" \n"), "a and b: are not"),
        (row(b=None), "a and b: are not"),
        (row(b=7), "a and b: are not"),
        (row(b={"text": QUAY}), "a and b: are not"),
        (row(a={"text": PIER}), "a and b: are not"),
        (row(a={"title": PIER}, b={"text": QUAY}), "a and b: are not"),
        (row(a={"text": ["x"]}, b={"text": QUAY}), "a and b: are not"),
        (row(a=["x"], b=["y"]), "a and b: are not"),
    ],
)
def test_a_line_that_holds_no_pair_says_why(line: str, start: str, tmp_path: Path) -> None:
    assert reason(tmp_path, line).startswith(start)


def test_bad_lines_cost_themselves_alone(tmp_path: Path) -> None:
    found = read(
        tmp_path, row(id="1"), "", "no", "  ", row(id="2"), row(label="?"), row(id="3")
    )
    assert [one.id for one in found if isinstance(one, Pair)] == ["1", "2", "3"]
    bad = [one.source for one in found if isinstance(one, Unreadable)]
    assert bad == [f"{tmp_path / 'pairs.jsonl'}#{n}" for n in (3, 6)]


def test_half_a_character_can_be_printed(tmp_path: Path) -> None:
    line = (
        '{"id": "\\ud800", "label": 1, "a": "The pier \\udfff", "b": "Der Kai \\ud83d\\ude00"}'
    )
    (found,) = read(tmp_path, line)
    assert isinstance(found, Pair)
    assert (found.id, found.a.text, found.b.text) == ("?", "The pier ?", "Der Kai 😀")


def test_files_may_be_gzipped_and_have_a_mark_and_windows_ends(tmp_path: Path) -> None:
    path = tmp_path / "pairs"  # the name does not matter
    data = f"\ufeff{row(id='1')}\r\n\r\n{row(id='2')}".encode()
    for content in (data, gzip.compress(data)):
        path.write_bytes(content)
        found = [one.id for one in pairs.read(path) if isinstance(one, Pair)]
        assert found == ["1", "2"]


def test_line_separators_in_a_text_end_no_line(tmp_path: Path) -> None:
    line = json.dumps({"label": 1, "a": "x\u2028y\x85z", "b": "y"}, ensure_ascii=False)
    (found,) = read(tmp_path, line)
    assert isinstance(found, Pair)
    assert found.a.text == "x\u2028y\x85z"


def test_an_empty_file_has_no_rows(tmp_path: Path) -> None:
    assert read(tmp_path, "") == []
    assert read(tmp_path, "\n", " ") == []


def damaged(data: bytes) -> bytes:
    return data[:20] + bytes(byte ^ 255 for byte in data[20:30]) + data[30:]


PACKED = gzip.compress("\n".join(row(id=str(n)) for n in range(99)).encode(), mtime=0)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("Der Kai wurde gesperrt: ü".encode("latin-1"), "not UTF-8; save it as UTF-8"),
        (row().encode("utf-16"), "not UTF-8; save it as UTF-8"),
        (gzip.compress(b"\xff\xff", mtime=0), "not UTF-8; save it as UTF-8"),
        (PACKED[:40], ""),
        (damaged(PACKED), ""),
        (PACKED[:-8] + bytes(8), ""),
        (b"\x1f\x8b", ""),
    ],
)
def test_a_file_that_cannot_be_read_is_an_error(
    content: bytes, why: str, tmp_path: Path
) -> None:
    path = tmp_path / "pairs.jsonl"
    path.write_bytes(content)
    with pytest.raises(ReadError) as error:
        list(pairs.read(path))
    assert error.value.source == str(path)
    assert why in error.value.reason
    assert error.value.reason


@pytest.mark.parametrize(
    ("name", "why"), [("nowhere", "No such file or directory"), (".", "Is a directory")]
)
def test_what_is_no_file_is_an_error(name: str, why: str, tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=why):
        list(pairs.read(tmp_path / name))


# --- Claims and stories -----------------------------------------------------------------

COPY = "The pier of Arn was shut after the ferry struck it on Monday."
OTHER = "The mayor of Holm opened a school."
FERRY = {
    "title": "Ferry sinks off Arn",
    "date": "2031-05-04",
    "text": "The ferry of the Holm company struck the pier of Arn and sank on Monday. Forty "
    "passengers were taken ashore by a trawler, the coast guard of Arn said.",
}
RESCUE = {
    "title": "Forty rescued as ferry sinks at pier of Arn",
    "date": "2031-05-04",
    "text": "A ferry with forty passengers on board sank on Monday when it struck the pier of "
    "Arn, the coast guard said. A trawler took the passengers ashore.",
}
BUDGET = {
    "title": "Budget of hospitals passed",
    "date": "2031-05-05",
    "text": "Parliament passed the budget of the ministry of health on Thursday after a long "
    "debate. Minister Diaz said that hospitals in the north would be built first.",
}


def sentences(name: str, label: bool, a: str, b: str) -> Pair:
    return Pair(name, label, document(a, source=f"{name}.a"), document(b, source=name), False)


MIXED = (
    sentences("right", True, PIER, COPY),
    sentences("made one", False, PIER, PIER),
    sentences("made one, less alike", False, PIER, COPY),
    sentences("missed, far", True, PIER, OTHER),
    sentences("missed, near", True, "The strike shut 12 piers.", "The strike shut 19 piers."),
    sentences("apart", False, COPY, OTHER),
)


def test_sentences_are_judged_as_memos_fold_them() -> None:
    (report,) = claims.evaluate(MIXED)
    assert (report.kind, report.n_pairs, report.n_same) == ("sentences", 6, 3)
    said = [folding.same(*pair.sentences) for pair in MIXED]
    assert said == [True, True, True, False, False, False]
    assert report.as_in_memos == Measures(1 / 3, 1 / 3, 1 / 3, 2 / 6)


def test_the_worst_come_first() -> None:
    (report,) = claims.evaluate(MIXED)
    assert [one.pair.id for one in report.worst] == [
        "made one",
        "made one, less alike",
        "missed, far",
        "missed, near",
    ]
    assert [one.same for one in report.worst] == [True, True, False, False]
    assert report.worst[-1].conflict == "figures"
    (report,) = claims.evaluate([sentences(f"{n:02}", True, PIER, OTHER) for n in range(30)])
    assert [one.pair.id for one in report.worst] == [f"{n:02}" for n in range(claims.N_WORST)]


def test_the_similarity_is_that_of_the_best_threshold() -> None:
    (report,) = claims.evaluate(MIXED)
    scores = [folding.compare(*pair.sentences).likeness for pair in MIXED]
    points = measures.curve([pair.label for pair in MIXED], scores)
    assert report.similarity in points
    assert report.similarity.measures.f1 == max(point.measures.f1 for point in points)
    assert set(report.curve) <= set(points)
    recalls = [point.measures.recall for point in report.curve]
    assert recalls == sorted(set(recalls))
    assert recalls == pytest.approx([1 / 3, 2 / 3, 1])


def articles(folder: Path) -> list[Pair]:
    found = read(
        folder,
        row("same", FERRY, RESCUE, id="1"),
        row("different", RESCUE, BUDGET, id="2"),
        row("same", FERRY, BUDGET, id="3"),
    )
    return [one for one in found if isinstance(one, Pair)]


def test_articles_are_judged_as_stories(tmp_path: Path) -> None:
    rows = articles(tmp_path)
    (report,) = claims.evaluate(rows)
    assert (report.kind, report.n_pairs, report.n_same) == ("articles", 3, 2)
    assert [stories.same(one.a, one.b) for one in rows] == [True, False, False]
    assert report.as_in_memos == Measures(1, 1 / 2, 2 / 3, 2 / 3)
    assert [one.pair.id for one in report.worst] == ["3"]


def test_both_kinds_have_a_report_each(tmp_path: Path) -> None:
    rows = articles(tmp_path)
    alone = (*claims.evaluate(MIXED), *claims.evaluate(rows))
    assert [report.kind for report in alone] == ["sentences", "articles"]
    assert claims.evaluate([*rows, *MIXED]) == alone
    assert claims.evaluate([]) == ()


def test_without_one_that_is_the_same_there_is_no_curve() -> None:
    (report,) = claims.evaluate([sentences("1", False, PIER, OTHER)])
    assert report.as_in_memos == Measures(0, 0, 0, 1)
    assert report.similarity.measures == NOTHING
    assert report.curve == ()
    assert report.worst == ()


# --- The command ------------------------------------------------------------------------


@pytest.fixture
def run(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsysbinary: pytest.CaptureFixture[bytes],
) -> Run:
    """Runs a command in a folder of its own."""
    monkeypatch.chdir(tmp_path)

    def command(*arguments: str) -> Said:
        return commands.run("evaluate", *arguments, capsysbinary=capsysbinary)

    return command


SENTENCES = (
    row("same", PIER, COPY, id="1"),
    row("different", PIER, OTHER, id="2"),
    row("same", COPY, OTHER, id="3"),
)
ARTICLES = (row("same", FERRY, RESCUE, id="4"), row("different", RESCUE, BUDGET, id="5"))


def rounded(value: float) -> bool:
    return value == round(value, 4)


def check(record: dict[str, Any], kind: str, expected: Sequence[float]) -> None:
    assert record["kind"] == kind
    assert [record[field] for field in FIELDS] == pytest.approx(expected, abs=1e-4)
    for point in (record["similarity"], *record["curve"]):
        assert list(point) == ["threshold", *FIELDS]
        assert all(map(rounded, point.values()))


def test_json_has_what_memos_do_at_the_top(tmp_path: Path, run: Run) -> None:
    written(tmp_path, *SENTENCES)
    said = run("claims", "pairs.jsonl", "--json")
    assert (said.status, said.err) == (0, "")
    record = json.loads(said.out)
    check(record, "sentences", [1, 1 / 2, 2 / 3, 2 / 3])
    assert (record["pairs"], record["same"]) == (3, 2)
    (worst,) = record["worst"]
    assert list(worst) == ["id", "label", "same", "score", "conflict", "a", "b"]
    assert (worst["id"], worst["label"], worst["same"]) == ("3", True, False)
    assert (worst["a"], worst["b"]) == (COPY, OTHER)
    assert "more" not in record


def test_json_has_articles_after_sentences(tmp_path: Path, run: Run) -> None:
    written(tmp_path, *ARTICLES, *SENTENCES)
    record = json.loads(run("claims", "--json", "pairs.jsonl").out)
    check(record, "sentences", [1, 1 / 2, 2 / 3, 2 / 3])
    (more,) = record["more"]
    check(more, "articles", [1, 1, 1, 1])
    written(tmp_path, *ARTICLES)
    check(json.loads(run("claims", "--json", "pairs.jsonl").out), "articles", [1, 1, 1, 1])


def test_the_page_has_the_table_and_the_worst(tmp_path: Path, run: Run) -> None:
    long = f"{OTHER} {'Children sang and '.upper() * 30}"
    written(tmp_path, *SENTENCES, *ARTICLES, row("same", PIER, long, id="long"))
    said = run("claims", "pairs.jsonl")
    assert (said.status, said.err) == (0, "")
    assert "4 pairs of sentences, 3 of them the same\n" in said.out
    assert "2 pairs of articles, 1 of them the same\n" in said.out
    lines = said.out.splitlines()
    assert "as in memos              1.000   0.333   0.500     0.500" in lines
    assert "as in memos              1.000   1.000   1.000     1.000" in lines
    assert "The 2 worst" in lines
    assert any(line.startswith("3: kept apart, and is one (0.") for line in lines)
    assert f"  {OTHER}" in lines
    assert max(map(len, lines)) == len("  ") + 300
    assert sum(line.endswith("…") for line in lines) == 1


def test_a_bad_row_is_named_and_the_rest_is_measured(tmp_path: Path, run: Run) -> None:
    written(tmp_path, *SENTENCES, "no", row("perhaps"))
    said = run("claims", "pairs.jsonl", "--json")
    assert said.status == 0
    assert said.err.splitlines() == [
        "briefing: pairs.jsonl#4: is not JSON; a line is one object",
        "briefing: pairs.jsonl#5: label: 'perhaps' is none; write 'same' or 'different'",
    ]
    assert json.loads(said.out)["pairs"] == 3


def test_half_a_character_does_not_stop_the_report(tmp_path: Path, run: Run) -> None:
    written(tmp_path, row("same", "The pier \ud800", OTHER, id="\ud800"))
    for form in ([], ["--json"]):
        said = run("claims", "pairs.jsonl", *form)
        assert (said.status, said.err) == (0, "")
        assert "The pier ?" in said.out


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("nowhere.jsonl", "nowhere.jsonl: No such file or directory"),
        (".", ".: Is a directory"),
        ("empty.jsonl", 'empty.jsonl: has no pair; a line is {"a": …, "b": …, "label": …}'),
        ("bad.jsonl", 'bad.jsonl: has no pair; a line is {"a": …, "b": …, "label": …}'),
        ("latin.jsonl", "latin.jsonl: not UTF-8; save it as UTF-8"),
    ],
)
def test_nothing_to_measure_ends_with_three(
    name: str, line: str, tmp_path: Path, run: Run
) -> None:
    (tmp_path / "empty.jsonl").touch()
    (tmp_path / "bad.jsonl").write_text("no\n", encoding="utf-8")
    (tmp_path / "latin.jsonl").write_bytes(b"\xfc")
    for form in ([], ["--json"]):
        said = run("claims", name, *form)
        assert (said.status, said.out) == (exits.NOTHING_READ, "")
        assert said.err.splitlines()[-1] == f"briefing: {line}"


def test_the_help_says_what_a_row_is_and_gives_an_example(run: Run) -> None:
    for arguments in ([], ["claims"]):
        said = run(*arguments, "--help")
        assert (said.status, said.err) == (0, "")
        assert said.out.count("Example:\n") == 1
        assert "briefing evaluate claims pairs.jsonl" in said.out
    for word in ('"a"', '"b"', '"label"', "sentences", "articles", "--json"):
        assert word in said.out


def test_no_file_is_wrong_usage(run: Run) -> None:
    said = run("claims")
    assert said.status == exits.USAGE
    assert said.err == "briefing: Missing argument 'DATA'.\n"
