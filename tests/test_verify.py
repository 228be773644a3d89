"""Verify: what stands in a source is found, and nothing else."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing import outputs, readers
from briefing.errors import VerifyError
from briefing.model import Memo, Sentence
from briefing.verify import Line, Outcome, check, status
from briefing.verify.slices import difference
from tests import memos
from tests.builders import document


@pytest.fixture(params=["md", "json"])
def memo_path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / f"memo.{request.param}"
    outputs.write(memos.example(), path)
    return path


@pytest.fixture
def markdown(tmp_path: Path) -> Path:
    path = tmp_path / "memo.md"
    outputs.write(memos.example(), path)
    return path


def edited(path: Path, old: str, new: str) -> tuple[Line, ...]:
    """What is not found once `old` is `new` in a memo."""
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return wrong(path)


def wrong(path: Path) -> tuple[Line, ...]:
    return tuple(line for line in check(path) if line.outcome != "found")


# --- Found ----------------------------------------------------------------------------


def test_every_line_headline_and_title_is_found(memo_path: Path) -> None:
    lines = check(memo_path)
    assert {line.outcome for line in lines} == {"found"}
    assert {line.message for line in lines} == {""}
    assert status(lines) == 0
    expected = {item.claim.best.text for item in memos.example().items}
    assert expected | {"Convoy arrives [updated]"} < {line.text for line in lines}
    assert len(lines) == 4 + 1 + 3


def test_where_a_line_stands_is_said(tmp_path: Path) -> None:
    outputs.write(memos.example(), tmp_path / "m.md")
    outputs.write(memos.example(), tmp_path / "m.json")
    assert [line.where for line in check(tmp_path / "m.md")][:2] == ["line 9", "line 14"]
    assert [line.where for line in check(tmp_path / "m.json")][:2] == ["item 1", "item 2"]


@pytest.mark.parametrize("suffix", ["md", "json"])
def test_an_empty_memo_has_no_lines(tmp_path: Path, suffix: str) -> None:
    outputs.write(memos.memo([]), tmp_path / f"memo.{suffix}")
    assert check(tmp_path / f"memo.{suffix}") == ()


@given(
    text=st.text(min_size=1).filter(str.strip),
    suffix=st.sampled_from(["md", "json"]),
)
@settings(deadline=None, max_examples=200, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_a_source_says_is_found_again(
    tmp_path_factory: pytest.TempPathFactory, text: str, suffix: str
) -> None:
    path = tmp_path_factory.mktemp("memo") / f"memo.{suffix}"
    outputs.write(memos.of_line(text, title=text, publisher=text, url=text), path)
    assert wrong(path) == ()


def test_a_look_without_coverage_can_be_checked(markdown: Path) -> None:
    memo = markdown.read_text("utf-8")
    bare = memo[: memo.index("## Coverage")] + memo[memo.index("## Sources") :]
    markdown.write_text(bare, encoding="utf-8")
    assert wrong(markdown) == ()


def test_a_memo_with_the_line_ends_of_windows_is_the_same_memo(markdown: Path) -> None:
    markdown.write_bytes(markdown.read_bytes().replace(b"\n", b"\r\n"))
    assert wrong(markdown) == ()


# --- Changed --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("but a date, 12 June", "but a date 12 June", "is not in S3"),
        ("the town of ", "the ", "is not in S1"),
        ("120 lorries", "210 lorries", "is not in S1"),
        (" on Monday. [S1]", " [S1]", "is cut out of a longer sentence of S1"),
        ("- Officials said 120", "- 120", "is cut out of a longer sentence of S1"),
        ("- A website", "- website", "is cut out of a longer sentence of S2"),
        ("12 June. [S3]", "12 June [S3]", "is cut out of a longer sentence of S3"),
        ("the line. [S1]", "the line. [S2]", "is not in S2, but in S1"),
        ("Officials said", "**Officials** said", "is not written as this program writes"),
        ("crossed the line", "crossed\u200b the line", "is not in S1"),
        ("crossed the line", "crossed\u202e the line", "is not written as this program writes"),
        ("crossed the line", "crossed<!-- --> the line", "is not written as this program"),
        ("crossed the line", "crossed&#32;the line", "is not written as this program writes"),
        ("- Officials", "* Officials", "cites no source"),
        ("the line. [S1]", "the line.", "cites no source"),
        ("- Officials", "3. Officials", "is not numbered"),
        ("1. Aid", "2. Aid", "is not numbered 1"),
        ("1. Aid", "- Aid", "is not numbered 1"),
        ("- ▸ 1\n", "- ▸ 2\n", "points to what is not in the bottom line"),
        ("### Convoy arrives", "### Convoys arrive", "is not the title of S2"),
        ("arrives \\[updated] [S2]", "arrives \\[updated] [S1]", "is not the title of S1"),
        ("“Aid reaches Example”", "“Aid leaves Example”", "are not those of S1"),
        ("Example Herald, “Aid", "Example Herald, “War”, “Aid", "are not those of S1"),
        ("aid?id=1&page=2>", "aid?id=2&page=2>", "are not those of S1"),
        ("2017-05-29 — inbox", "2017-05-29 — outbox", "are not those of S2"),
        ("- [S1] Example Herald", "- [S2] Example Herald", "are not those of S2"),
        ("\n- Officials", "\nA war began.\n- Officials", "cites no source"),
        ("\n- Officials", "\n- A war began.\n- Officials", "cites no source"),
        ("\n- Officials", "\n### A war began\n- Officials", "cites no source"),
        ("\n- Officials", "\n<b>War</b>\n- Officials", "cites no source"),
        ("\n- Officials", "\n- [S1]\n- Officials", "cites no source"),
        ("\n- Officials", "\nNothing significant reported.\n- Officials", "cites no source"),
        ("\n- Officials", "\n## Coverage\n\nA war began.\n- Officials", "cites no source"),
        ("## Syria\n", "## Syria\n\n- A war began, officials said\n", "cites no source"),
        ("### Convoy", "## Convoy", "is the title of a section"),
        ("\n- [S3] undated", "\n- A war began.\n- [S3] undated", "cites no source"),
    ],
)
def test_an_edit_of_markdown_is_a_changed_line(
    markdown: Path, old: str, new: str, message: str
) -> None:
    lines = edited(markdown, old, new)
    assert any(message in line.message and line.outcome == "changed" for line in lines), lines
    assert status(lines) == 5


def test_what_stands_behind_the_sources_is_checked_too(markdown: Path) -> None:
    with markdown.open("a", encoding="utf-8") as file:
        file.write("\n## Late news\n\n- A war began.\n")
    (line,) = wrong(markdown)
    assert (line.text, line.outcome, line.source) == ("- A war began.", "changed", "")


MEMO = outputs.render(memos.example(), "md").decode()
STARTS = [
    MEMO.index(s) for s in ("1. Aid", "- Officials", "### Convoy", "- A website", "- The")
]
PRINTED = [(start, MEMO.index("]", MEMO.index(" [S", start)) + 1) for start in STARTS]
"""Start and end, citation included, of what a memo prints of its sources."""


@st.composite
def edits(draw: st.DrawFn) -> tuple[int, int, str]:
    """A slice of a printed line, of one character or none, and what stands in its place."""
    start, end = draw(st.sampled_from(PRINTED))
    at = draw(st.integers(start, end - 1))
    length = draw(st.integers(0, 1))
    if length and draw(st.booleans()):
        return at, length, ""
    signs = st.one_of(
        st.sampled_from("\\ .,0123456789[]*_`<>&\n\u202e\u2069"),
        st.characters(exclude_categories=["Cs"]),
    )
    # An empty line before a line changes nothing.
    same = MEMO[at : at + length] or ("\n" if at == start else "")
    return at, length, draw(signs.filter(lambda sign: sign != same))


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A memo with its texts beside it, to be written over."""
    path = tmp_path_factory.mktemp("memo") / "memo.md"
    outputs.write(memos.example(), path)
    return path


@given(edit=edits())
@settings(max_examples=500, deadline=None)
def test_no_change_of_one_character_in_a_printed_line_is_found(
    written: Path, edit: tuple[int, int, str]
) -> None:
    at, length, new = edit
    written.write_bytes(f"{MEMO[:at]}{new}{MEMO[at + length :]}".encode())
    assert status(check(written)) in (4, 5)


def json_edited(path: Path, edit: Callable[[dict[str, Any]], object]) -> tuple[Line, ...]:
    memo = json.loads(path.read_text("utf-8"))
    edit(memo)
    path.write_text(json.dumps(memo), encoding="utf-8")
    return wrong(path)


def first_item(memo: dict[str, Any]) -> dict[str, Any]:
    item: dict[str, Any] = memo["sections"][0]["stories"][0]["items"][0]
    return item


@pytest.mark.parametrize(
    ("edit", "message"),
    [
        (lambda m: first_item(m).update(text="Aid reached the town"), "stands at 0:42 in S1"),
        (lambda m: first_item(m).update(start=1), "stands at 1:42 in S1"),
        (lambda m: first_item(m).update(end=41), "stands at 0:41 in S1"),
        (lambda m: first_item(m).update(end=9999), "stand at 0:9999, which is not within S1"),
        (lambda m: first_item(m).update(text="", end=0), "which is not within S1"),
        (lambda m: first_item(m).update(text="y.", start=-2, end=42), "which is not within"),
        (lambda m: first_item(m).update(source="S2"), "in S2, but in S1"),
        (lambda m: first_item(m).update(n=2), "has the number of another item"),
        (lambda m: m.update(bottom_line=[9]), "is the number of no item"),
        (lambda m: m["sources"][0].update(title="Else"), "are not those of S1"),
        (lambda m: m["sources"][0].update(url="https://else.example"), "are not those of S1"),
        (lambda m: m["sources"][1].update(path="else"), "are not those of S2"),
        (lambda m: m["sources"].append(m["sources"][0]), "S1 is listed twice"),
        (
            lambda m: m["sections"][1]["stories"][0]["headline"].update(text="Else"),
            "is not the title of S2",
        ),
    ],
)
def test_an_edit_of_json_is_a_changed_line(
    tmp_path: Path, edit: Callable[[dict[str, Any]], object], message: str
) -> None:
    path = tmp_path / "memo.json"
    outputs.write(memos.example(), path)
    lines = json_edited(path, edit)
    assert any(message in line.message for line in lines), lines
    assert status(lines) == 5


def test_a_hash_that_fits_an_edit_proves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "memo.json"
    outputs.write(memos.example(), path)
    forged = outputs.render(memos.of_line("A war began."), "json")
    path.write_bytes(forged)
    assert status(check(path)) == 5


# --- Whole sentences ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("He came.", "He came. She left."),
        ("She left.", "He came. She left."),
        ("She left.", "He came.She left."),
        ("He came.", "He came.She left."),
        ("He came.", 'He came."Yes," she said.'),
        ("He came", "He came\nShe left"),
        ("She left", "He came\r\n\r\nShe left"),
        ("“He came.”", "She said: no. “He came.” And left."),
        ('"He came."', 'She said no. "He came." And left.'),
        ("He came.[1]", "He came.[1] She left."),
        ("He came.*", "He came.* She left."),
        ("Aid arrived.", "PARIS (AP) — Aid arrived."),
        ("Aid arrived.", "News\n\nWASHINGTON, May 29 (Reuters) - Aid arrived."),
        ("他来了。", "他来了。她走了。"),
        ("It is over?!", "It is over?! Yes"),
        ("No.", "No way. No."),
    ],
)
def test_a_whole_sentence_is_found(quote: str, text: str) -> None:
    assert difference(quote, text) == ""


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("came", "He came."),
        ("e came.", "He came."),
        ("came.", "He came."),
        ("He came", "He came."),
        ("He", "He came. She left."),
        ("He came.", "He came.” She left."),
        ("He came.", "“He came.” She left."),
        ("He came.", '"He came." She left.'),
        ("Aid arrived.", "The paper of May 29 says Aid arrived."),
        ("rose 3", "They rose 3.5 percent."),
    ],
)
def test_a_part_of_a_sentence_is_not(quote: str, text: str) -> None:
    assert difference(quote, text) == "is cut out of a longer sentence of"


@pytest.mark.parametrize("quote", ["", " ", "\n", "She came."])
def test_nothing_stands_in_no_text(quote: str) -> None:
    assert difference(quote, "He came. She left.\n") == "is not in"


# --- Unavailable ----------------------------------------------------------------------


def test_without_texts_nothing_is_found(memo_path: Path) -> None:
    (memo_path.parent / "memo.sources.jsonl.gz").unlink()
    lines = check(memo_path)
    assert {line.outcome for line in lines} == {"unavailable"}
    assert lines[0].message == "the text of S1 is not at hand"
    assert status(lines) == 4


def test_a_citation_of_what_is_not_listed_is_unavailable(markdown: Path) -> None:
    (line,) = edited(markdown, "the line. [S1]", "the line. [S7]")
    assert (line.outcome, line.source) == ("unavailable", "S7")
    assert line.message == "S7 is not in the list of sources"


def test_a_copy_in_what_is_not_listed_is_unavailable(memo_path: Path) -> None:
    old, new = ("also S2", "also S8") if memo_path.suffix == ".md" else ('"S2"\n', '"S8"\n')
    lines = edited(memo_path, old, new)
    assert [line.message for line in lines] == ["S8 is not in the list of sources"]
    assert status(lines) == 4


def test_a_source_whose_text_was_not_kept_is_unavailable(memo_path: Path) -> None:
    beside = memo_path.parent / "memo.sources.jsonl.gz"
    rows = gzip.decompress(beside.read_bytes()).splitlines(keepends=True)
    beside.write_bytes(gzip.compress(b"".join(rows[1:])))
    lines = wrong(memo_path)
    assert {(line.source, line.outcome) for line in lines} == {("S1", "unavailable")}


def test_a_changed_line_outweighs_an_unavailable_one() -> None:
    outcomes: tuple[Outcome, ...] = ("found", "unavailable", "changed")
    lines = [Line("", "", outcome, "") for outcome in outcomes]
    assert [status(lines[:n]) for n in range(4)] == [0, 0, 4, 5]


# --- Texts from elsewhere -------------------------------------------------------------


def test_texts_may_stand_in_another_file(memo_path: Path, tmp_path: Path) -> None:
    beside = memo_path.parent / "memo.sources.jsonl.gz"
    plain = tmp_path / "kept.jsonl"
    plain.write_bytes(gzip.decompress(beside.read_bytes()))
    beside.unlink()
    assert status(check(memo_path, texts=plain)) == 0


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    (folder / "a.txt").write_text("Aid arrived on Monday. It was late.\n", encoding="utf-8")
    rows = [
        {"title": title, "source": "Wire", "url": url, "text": text, "date": "2017-05-29"}
        for title, url, text in (
            ("Talks", "https://wire.example/live", "The talks began on Tuesday. All came."),
            ("Talks end", "https://wire.example/live", "The talks ended on Friday. All left."),
        )
    ]
    lines = "".join(f"{json.dumps(row)}\n" for row in rows)
    (folder / "b.jsonl").write_text(lines, encoding="utf-8")
    return folder


def of_inputs(inputs: Path) -> Memo:
    """A memo of the first sentence of each document."""
    documents = readers.collect([str(inputs)]).documents
    ends = [document.text.index(".") + 1 for document in documents]
    return memos.memo(
        memos.item(n, Sentence(document, 0, end, 0))
        for n, (document, end) in enumerate(zip(documents, ends, strict=True), 1)
    )


@pytest.mark.parametrize("suffix", ["md", "json"])
def test_inputs_can_be_read_again(tmp_path: Path, inbox: Path, suffix: str) -> None:
    path = tmp_path / f"memo.{suffix}"
    outputs.write(of_inputs(inbox), path, texts=False)
    lines = check(path, texts=inbox)
    assert len(lines) == 6
    assert {line.outcome for line in lines} == {"found"}
    assert check(path, inputs=[str(inbox)]) == lines
    assert status(check(path)) == 4


@pytest.mark.parametrize("suffix", ["md", "json"])
def test_a_source_that_has_moved_is_known_by_its_address(
    tmp_path: Path, inbox: Path, suffix: str
) -> None:
    path = tmp_path / f"memo.{suffix}"
    outputs.write(of_inputs(inbox), path, texts=False)
    moved = inbox.rename(tmp_path / "moved") / "b.jsonl"
    moved = moved.rename(moved.with_name("c.jsonl"))
    lines = {line.source: line.outcome for line in check(path, texts=moved)}
    assert lines == {"S1": "unavailable", "S2": "found", "S3": "found"}


def test_an_input_that_has_changed_is_seen(tmp_path: Path, inbox: Path) -> None:
    path = tmp_path / "memo.md"
    outputs.write(of_inputs(inbox), path)
    (inbox / "a.txt").write_text("Aid arrived on Sunday. It was late.\n", encoding="utf-8")
    assert status(check(path)) == 0
    lines = [line for line in check(path, texts=inbox) if line.outcome == "changed"]
    assert [line.text for line in lines] == ["Aid arrived on Monday."]


def test_texts_that_do_not_exist_are_unavailable(memo_path: Path, tmp_path: Path) -> None:
    assert status(check(memo_path, texts=tmp_path / "none")) == 4


# --- No memo --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.txt", b"", "only .md and .json"),
        ("a.md", b"# Shopping\n\n- milk\n", "not a memo: no '## Bottom line'"),
        ("a.md", b"\xff\xfe", "not a memo: not UTF-8"),
        ("a.json", b"{", "not a memo: not JSON"),
        ("a.json", b"[" * 100_000, "not a memo: not JSON"),
        ("a.json", b"[]", "not a memo: its schema is not"),
        ("a.json", b'{"schema": "briefing.memo/2"}', "not a memo: its schema is not"),
        ("a.json", b'{"schema": "briefing.memo/1"}', "'sections' is not of type list"),
        (
            "a.json",
            b'{"schema": "briefing.memo/1", "sections": [1]}',
            "'sections' has an entry that is no object",
        ),
        (
            "a.json",
            b'{"schema": "briefing.memo/1", "sections": [], "bottom_line": [], "sources": '
            b'[{"id": true}]}',
            "'id' is not of type str",
        ),
    ],
)
def test_what_is_no_memo_cannot_be_checked(
    tmp_path: Path, name: str, content: bytes, message: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(VerifyError) as caught:
        check(path)
    assert str(caught.value).startswith(f"{path}: ")
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_missing_memo_cannot_be_checked(tmp_path: Path) -> None:
    with pytest.raises(VerifyError, match="cannot be read: No such file"):
        check(tmp_path / "none.md")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"\x1f\x8b\x08\x00damaged", "cannot be read"),
        (gzip.compress(b"x" * 1000, mtime=0)[:-20], "cannot be read"),
        (gzip.compress(b"{}\n", mtime=0), "not a file of texts"),
        (gzip.compress(b"{\n", mtime=0), "not a file of texts"),
        (gzip.compress(b"3\n", mtime=0), "not a file of texts"),
    ],
)
def test_damaged_texts_cannot_be_used(markdown: Path, content: bytes, message: str) -> None:
    beside = markdown.parent / "memo.sources.jsonl.gz"
    beside.write_bytes(content)
    with pytest.raises(VerifyError, match=message) as caught:
        check(markdown)
    assert str(beside) in str(caught.value)


def test_a_folder_in_place_of_texts_cannot_be_used(markdown: Path) -> None:
    beside = markdown.parent / "memo.sources.jsonl.gz"
    beside.unlink()
    beside.mkdir()
    with pytest.raises(VerifyError, match="cannot be read: Is a directory"):
        check(markdown)


def test_messages_name_the_beginning_of_a_line_in_one_line(tmp_path: Path) -> None:
    text = "Officials\nsaid " + "very much " * 20 + "\x1b[31m."
    whole = document(text, title="Title", day="2017-05-29")
    path = tmp_path / "memo.md"
    outputs.write(memos.memo([memos.item(1, Sentence(whole, 0, len(text), 0))]), path)
    (line,) = edited(path, "said", "denied")
    assert "\n" not in line.message
    assert len(line.message) < 100
