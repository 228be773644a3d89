"""Whatever a file holds, it becomes documents or a line that says why not."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta, timezone
from itertools import islice, permutations
from pathlib import Path
from typing import Any, BinaryIO

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from briefing import readers
from briefing.errors import ReadError
from briefing.model import Document, Unreadable
from briefing.readers import READERS, Blob, Reading, blobs, collect, dates, decoding, mending

ARTICLE = "The council of Valmorin met on Monday and put off its vote on the budget."
PAGE = f"<!doctype html><html><body><article><p>{ARTICLE}</p><p>{ARTICLE}</p></article></html>"

EXAMPLES = {
    "jsonl": ("a.jsonl", f'{{"text": "{ARTICLE}"}}\n{{"text": "{ARTICLE}"}}\n'),
    "html": ("a.html", PAGE),
    "markdown": ("a.md", f"# A title\n\n{ARTICLE}\n"),
    "text": ("a.txt", f"{ARTICLE}\n\n{ARTICLE}\n"),
}
"""Format → name and text of a file that only its reader should take."""

STARTS = (
    *(b"", b"{", b'{"text": "', b'[{"text": 1}, ', b'{"documents": [', b"---\n", b"Title: "),
    *(b"<!doctype html>", b"<html><body><p>", b"<!html><svg>", b"<?xml ", b"# ", b"date "),
    *(b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff\x00", b"\x1f\x8b", b"%PDF-", b"a\n\n" * 9),
)
NAMES = ("a.txt", "a.md", "a.html", "a.json", "a.jsonl", "a")


def blob(data: bytes | str, name: str = "a.txt", **rest: str) -> Blob:
    """Bytes as a reader is given them."""
    raw = data.encode() if isinstance(data, str) else data
    return Blob(name, raw[: blobs.HEAD], lambda: io.BytesIO(raw), len(raw), **rest)


def only(reading: Reading) -> Document:
    """The one document, of inputs that can all be read."""
    assert reading.unreadable == ()
    (document,) = reading.documents
    return document


def write(folder: Path, *names: str) -> None:
    """Files that can be read, each with a text of its own."""
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{ARTICLE} This is {path.name!a} of {path.parent.name!a}.")


def sources(*inputs: Path | str) -> list[str]:
    """What the documents of `inputs` are called."""
    reading = collect([str(each) for each in inputs])
    assert reading.unreadable == ()
    return [document.source for document in reading.documents]


def refused(*inputs: Path | str, max_bytes: int = blobs.MAX_BYTES) -> dict[str, str]:
    """Source → reason, of inputs that hold nothing to read."""
    reading = collect([str(each) for each in inputs], max_bytes=max_bytes)
    assert reading.documents == ()
    return {each.source: each.reason for each in reading.unreadable}


# Cases


def cases() -> Iterator[object]:
    """Rows of (file name, bytes, expected) from the file of cases."""
    text = (Path(__file__).parent / "cases" / "readers.md").read_text(encoding="utf-8")
    for section in text.split("\n## ")[1:]:
        heading = section.partition("\n")[0]
        found = re.findall(r"~~~~ file (\S+)\n(.*?)~~~~ gives\n(.*?)\n~~~~\n", section, re.S)
        assert found, heading
        for n, (name, given_, expected) in enumerate(found):
            yield pytest.param(name, given_.encode(), expected, id=f"{heading}-{n}")


@pytest.mark.parametrize(("name", "data", "expected"), list(cases()))
def test_a_file_gives_the_document_of_its_case(name: str, data: bytes, expected: str) -> None:
    (document,) = readers.read(blob(data, name))
    assert isinstance(document, Document)
    published = document.published and f"{document.published:%Y-%m-%d %H:%M}"
    fields = {
        "title": document.title,
        "published": published,
        "publisher": document.publisher,
        "url": document.url,
        "language": document.language,
        "origin": document.origin,
    }
    head = "".join(f"{key}: {value}\n" for key, value in fields.items() if value)
    assert f"{head}\n{document.text}".lstrip("\n") == expected.lstrip("\n")


# What holds for every row of the table


def test_every_format_has_an_example() -> None:
    assert list(EXAMPLES) == list(READERS)


@pytest.mark.parametrize("format_", READERS)
def test_a_reader_is_the_first_to_accept_its_example(format_: str) -> None:
    name, text = EXAMPLES[format_]
    accepting = [key for key, reader in READERS.items() if reader.accepts(blob(text, name))]
    assert accepting[0] == format_


@pytest.mark.parametrize("format_", READERS)
def test_a_reader_gives_documents_of_its_blob_and_the_same_twice(format_: str) -> None:
    name, text = EXAMPLES[format_]
    given_ = blob(text, f"folder/{name}", url="https://example.org/a")
    first = list(READERS[format_].read(given_, readers.read))
    assert first
    assert first == list(READERS[format_].read(given_, readers.read))
    for document in first:
        assert isinstance(document, Document), document.reason
        assert document.source.partition("#")[0] == given_.name
        assert ARTICLE in document.text


@pytest.mark.parametrize("format_", READERS)
def test_a_reader_closes_what_it_opens(format_: str) -> None:
    name, text = EXAMPLES[format_]
    opened: list[BinaryIO] = []

    def opener() -> BinaryIO:
        opened.append(io.BytesIO(text.encode()))
        return opened[-1]

    given_ = Blob(name, text.encode()[: blobs.HEAD], opener, len(text))
    assert list(READERS[format_].read(given_, readers.read))
    assert opened
    assert all(file.closed for file in opened)


@pytest.mark.parametrize("format_", READERS)
@settings(max_examples=100, deadline=None)
@given(start=st.sampled_from(STARTS), rest=st.binary(max_size=300), name=st.sampled_from(NAMES))
def test_a_reader_raises_nothing_but_that_it_cannot_read(
    format_: str, start: bytes, rest: bytes, name: str
) -> None:
    given_ = blob(start + rest, name)
    reader = READERS[format_]
    assert reader.accepts(given_) in (True, False)
    try:
        found = list(reader.read(given_, readers.read))
    except ReadError as error:
        assert error.source == name
        return
    assert all(isinstance(each, Document | Unreadable) for each in found)


@settings(max_examples=200, deadline=None)
@given(
    files=st.dictionaries(
        st.sampled_from(NAMES),
        st.builds(bytes.__add__, st.sampled_from(STARTS), st.binary(max_size=200)),
        min_size=1,
    )
)
def test_whatever_bytes_a_file_holds_it_is_read_or_named(
    files: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("any")
    for name, data in files.items():
        (folder / name).write_bytes(data)
    reading = collect([str(folder)])
    found: list[Document | Unreadable] = [*reading.documents, *reading.unreadable]
    assert {each.source.partition("#")[0] for each in found} == set(files)
    named = [document.source for document in reading.documents]
    assert len(named) == len(set(named))
    for document in reading.documents:
        assert document.text
        assert document.text == mending.mend(document.text)
        assert document.published is None or document.published.tzinfo is UTC
        json.dumps([document.text, document.title, document.url]).encode()
        document.text.encode()
    for each in reading.unreadable:
        assert each.reason
        assert "\n" not in f"{each.source}{each.reason}"


# What cannot be read


def test_what_cannot_be_read_costs_itself_alone(tmp_path: Path) -> None:
    write(tmp_path, "good.txt")
    (tmp_path / "empty.txt").touch()
    (tmp_path / "blank.md").write_text(" \n\n\t")
    (tmp_path / "image.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    (tmp_path / "some.bin").write_bytes(bytes(range(256)))
    (tmp_path / "zeros.txt").write_bytes(ARTICLE.encode() * 60 + bytes(5000))
    (tmp_path / "letter.pdf").write_bytes(b"%PDF-1.7\n")
    (tmp_path / "feed").write_text('<?xml version="1.0"?><rss></rss>')
    (tmp_path / "page.html").write_text("<html><body></body></html>")
    (tmp_path / "broken.json").write_text('[{"text": "a"},\n {"text": }]')
    (tmp_path / "lost").symlink_to(tmp_path / "nowhere")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    os.mkfifo(tmp_path / "pipe")
    missing = tmp_path / "missing.txt"
    reading = collect([str(missing), str(tmp_path)])
    assert [document.source for document in reading.documents] == ["good.txt"]
    assert {each.source: each.reason for each in reading.unreadable} == {
        str(missing): "no such file or folder",
        "empty.txt": "empty file",
        "blank.md": "no text",
        "image.txt": "image: no reader accepts this file",
        "some.bin": "binary: no reader accepts this file",
        "zeros.txt": "binary after its first lines",
        "letter.pdf": "PDF: no reader accepts this file",
        "feed": "XML: no reader accepts this file",
        "page.html": "no article text found",
        "broken.json": "not JSON: Expecting value at line 2, column 11",
        "lost": "broken link: no such file or directory",
        "loop": "broken link: too many levels of symbolic links",
        "pipe": "neither a file nor a folder; a pipe can be given as '-'",
    }


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    with (tmp_path / "huge.txt").open("wb") as file:
        file.write(ARTICLE.encode())
        file.truncate(200_500_000)
    write(tmp_path, "good.txt")
    reading = collect([str(tmp_path)])
    assert [document.source for document in reading.documents] == ["good.txt"]
    assert reading.unreadable == (
        Unreadable("huge.txt", "201 MB is over the limit of 50 MB per input"),
    )


def test_the_limit_is_an_argument(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("12345")
    assert refused(tmp_path, max_bytes=4) == {
        "a.txt": "5 bytes is over the limit of 4 bytes per input"
    }
    assert collect([str(tmp_path)], max_bytes=5).documents


def test_a_folder_without_files_is_said_to_be_so(tmp_path: Path) -> None:
    for name in ("empty", "hidden", "nested"):
        (tmp_path / name).mkdir()
    (tmp_path / "nested" / "empty").mkdir()
    (tmp_path / "hidden" / ".a.txt").write_text(ARTICLE)
    hidden = "nothing to read in this folder; hidden files are left out"
    assert refused(*(tmp_path / name for name in ("empty", "hidden", "nested"))) == {
        str(tmp_path / "empty"): "empty folder",
        str(tmp_path / "hidden"): hidden,
        str(tmp_path / "nested"): hidden,
    }


@pytest.mark.parametrize(
    ("given_", "source", "reason"),
    [
        ("", "''", "no such file or folder"),
        ("a\0b", "a%00b", "no such file or folder"),
        ("a\nb", "a%0Ab", "no such file or folder"),
        ("\ud800", "%ED%A0%80", "no such file or folder"),
        ("a" * 5000, "a" * 5000, "file name too long"),
        ("no/*.txt", "no/*.txt", "no file matches this pattern"),
        ("no/**x[/\0", "no/**x[/%00", "no file matches this pattern"),
        (
            "https://example.org/a",
            "https://example.org/a",
            "no such file; addresses are not fetched",
        ),
        ("-", "-", "there is no standard input"),
    ],
)
def test_an_input_that_is_nothing_is_named_as_it_was_written(
    given_: str, source: str, reason: str
) -> None:
    assert refused(given_) == {source: reason}


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may all")
def test_what_may_not_be_read_is_named(tmp_path: Path) -> None:
    write(tmp_path, "open/a.txt", "shut.txt", "closed/a.txt", "listed/a.txt")
    for name, mode in (("shut.txt", 0), ("closed", 0), ("listed", 0o400)):
        (tmp_path / name).chmod(mode)
    try:
        reading = collect([str(tmp_path), str(tmp_path / "closed" / "a.txt")])
    finally:
        for name in ("shut.txt", "closed", "listed"):
            (tmp_path / name).chmod(0o700)
    assert [document.source for document in reading.documents] == ["open/a.txt"]
    assert {each.source: each.reason for each in reading.unreadable} == {
        "shut.txt": "permission denied",
        f"{tmp_path.name}/closed": "permission denied",
        str(tmp_path / "closed" / "a.txt"): "permission denied",
        "listed/a.txt": "permission denied",
    }


def test_a_blob_that_cannot_be_opened_is_named() -> None:
    def opener() -> BinaryIO:
        raise PermissionError(13, "Permission denied", "/a/path/of/this/machine")

    given_ = Blob("a.txt", ARTICLE.encode(), opener, len(ARTICLE))
    assert list(readers.read(given_)) == [Unreadable("a.txt", "permission denied")]


# Names and order


def test_a_source_is_relative_to_the_input_that_named_it(tmp_path: Path) -> None:
    write(tmp_path, "in/b.txt", "in/a/c.txt", "in/a-z.txt", "alone.txt")
    expected = ["a-z.txt", "a/c.txt", "alone.txt", "b.txt"]
    assert sources(tmp_path / "in", tmp_path / "alone.txt") == expected


def test_rows_are_sorted_by_number(tmp_path: Path) -> None:
    rows = [json.dumps({"text": f"{ARTICLE} {n}"}) for n in range(1, 13)]
    (tmp_path / "a.jsonl").write_text("\n".join(rows))
    assert sources(tmp_path) == [f"a.jsonl#{n}" for n in range(1, 13)]


def test_the_order_of_inputs_has_no_influence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path, "mon/a.txt", "mon/b.txt", "tue/a.txt", "tue/deep/b.txt", "a.txt")
    (tmp_path / "mon" / "bad.bin").write_bytes(b"\0")
    inputs = ["mon", "tue", "a.txt", "tue/deep/b.txt", "none.txt", "mon/*.txt"]
    expected = collect(inputs)
    assert len(expected.documents) == 5
    for others in permutations(inputs):
        assert collect(others) == expected


def test_files_of_one_name_are_told_apart_by_their_folders(tmp_path: Path) -> None:
    write(tmp_path, "mon/ap/a.txt", "tue/ap/a.txt", "tue/b.txt", "ap/a.txt")
    assert sources(tmp_path / "mon", tmp_path / "tue") == [
        "b.txt",
        "mon/ap/a.txt",
        "tue/ap/a.txt",
    ]
    three = [tmp_path / name / "a.txt" for name in ("mon/ap", "tue/ap", "ap")]
    assert sources(*three) == ["mon/ap/a.txt", f"{tmp_path.name}/ap/a.txt", "tue/ap/a.txt"]


def test_a_file_is_read_once_by_its_longest_name(tmp_path: Path) -> None:
    write(tmp_path, "in/ap/a.txt")
    (tmp_path / "in" / "z.txt").symlink_to(tmp_path / "in" / "ap" / "a.txt")
    (tmp_path / "link").symlink_to(tmp_path / "in")
    inputs = ["in", "in/ap", "in/ap/a.txt", "in/../in/ap/a.txt", "link", "link/z.txt"]
    assert sources(*(tmp_path / each for each in inputs)) == ["ap/a.txt"]


def test_links_between_folders_have_an_end(tmp_path: Path) -> None:
    write(tmp_path, "b/a.txt", "c/a.txt")
    (tmp_path / "b" / "up").symlink_to(tmp_path)
    (tmp_path / "c" / "over").symlink_to(tmp_path / "b")
    (tmp_path / "a").symlink_to(tmp_path / "b")
    assert sources(tmp_path) == ["b/a.txt", "c/a.txt"]
    assert sources(tmp_path / "**" / "*.txt") == ["b/a.txt", "c/a.txt"]


def test_a_quoted_pattern_names_what_the_shell_would(tmp_path: Path) -> None:
    write(tmp_path, "b.txt", "a.txt", "c.md", "sub/d.txt", ".e.txt", "sub/.f/g.txt")
    expanded = sorted(tmp_path.glob("[!.]*.txt"))
    assert sources(tmp_path / "*.txt") == sources(*expanded) == ["a.txt", "b.txt"]
    assert sources(tmp_path / "**" / "*.txt") == ["a.txt", "b.txt", "d.txt"]
    assert sources(tmp_path / "**") == ["a.txt", "b.txt", "c.md", "sub/d.txt"]
    assert sources(tmp_path / "s*") == ["d.txt"]
    assert sources(tmp_path / "?.md") == ["c.md"]
    assert sources(tmp_path / ".*.txt") == [".e.txt"]


def test_a_name_with_the_signs_of_a_pattern_is_a_name_first(tmp_path: Path) -> None:
    write(tmp_path, "[a].txt", "a.txt")
    assert sources(tmp_path / "[a].txt") == ["[a].txt"]


def test_hidden_files_are_left_out_unless_named(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", ".b.txt", ".git/c.txt")
    assert sources(tmp_path) == ["a.txt"]
    assert sources(tmp_path / ".b.txt") == [".b.txt"]


def test_what_this_program_wrote_is_no_source(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "memo.md", "memo.html", "memo.sources.jsonl.gz", "memo.csv")
    assert sources(tmp_path) == sources(tmp_path / "*") == ["a.txt", "memo.csv"]
    assert refused(tmp_path / "memo.md") == {
        str(tmp_path / "memo.md"): "written by this program, so it is no source"
    }


def test_awkward_names_are_escaped_and_stay_different(tmp_path: Path) -> None:
    rows = "\n".join(json.dumps({"text": f"{ARTICLE} {n}"}) for n in range(2))
    (tmp_path / "a").write_text(rows)
    names = ["a#1", "a%231", "a%25231", "a\n1", "50%.txt", os.fsdecode(b"caf\xe9")]
    write(tmp_path, *names)
    found = sources(tmp_path)
    assert found == sorted(set(found))
    assert set(found) == {
        *("a#1", "a#2", "a%231", "a%25231", "a%2525231"),
        *("a%0A1", "50%.txt", "caf%E9"),
    }


def test_standard_input_is_read_once_and_has_its_own_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path, "-")
    rows = "\n".join(json.dumps({"text": f"{ARTICLE} {n}"}) for n in range(2))
    reading = collect(["-", "./-", "-"], stdin=io.BytesIO(rows.encode()))
    assert reading.unreadable == ()
    assert [d.source for d in reading.documents] == ["-#1", "-#2", f"{tmp_path.name}/-"]


@pytest.mark.parametrize(
    ("data", "reason"),
    [(b"", "nothing came in"), (b"12345", "more than 4 bytes, the limit per input")],
)
def test_standard_input_has_its_limits(data: bytes, reason: str) -> None:
    reading = collect(["-"], stdin=io.BytesIO(data), max_bytes=4)
    assert reading == Reading((), (Unreadable("-", reason),))


# JSON


def test_a_bad_row_costs_itself_alone() -> None:
    lines = [
        json.dumps({"text": ARTICLE}),
        '{"text": "cut off',
        "",
        '{"title": "no text"}',
        "[1]",
        '{"text": ' + "9" * 5000 + "}",
        '{"a":' * 100_000,
        json.dumps({"documents": [{"text": ARTICLE}, {"text": " "}, 7, {"text": ARTICLE}]}),
        '{"documents": []}',
        json.dumps({"text": ARTICLE, "documents": [{"text": ARTICLE}]}),
    ]
    found = list(readers.read(blob("\n".join(lines), "ap.jsonl")))
    named = [each.source for each in found if isinstance(each, Document)]
    assert named == [
        "ap.jsonl#1",
        "ap.jsonl#8.1",
        "ap.jsonl#8.4",
        "ap.jsonl#10",
        "ap.jsonl#10.1",
    ]
    assert [each for each in found if isinstance(each, Unreadable)] == [
        Unreadable(
            "ap.jsonl#2", "line 2 is not JSON: Unterminated string starting at column 10"
        ),
        Unreadable("ap.jsonl#4", "no text"),
        Unreadable("ap.jsonl#5", "line 5 is no object"),
        Unreadable("ap.jsonl#6", "line 6 is not JSON: a number has too many digits"),
        Unreadable("ap.jsonl#7", "line 7 is not JSON: nested too deeply"),
        Unreadable("ap.jsonl#8.2", "no text"),
        Unreadable("ap.jsonl#8.3", "line 8 document 3 is no object"),
        Unreadable("ap.jsonl#9", "no text"),
    ]


@pytest.mark.parametrize("first", ['{"text": "cut off', "{", "junk", "[]"])
def test_a_bad_first_row_costs_itself_alone(first: str) -> None:
    found = list(readers.read(blob(f'{first}\n{{"text": "{ARTICLE}"}}\n', "a.jsonl")))
    assert [each.source for each in found] == ["a.jsonl#1", "a.jsonl#2"]
    assert isinstance(found[0], Unreadable)
    assert isinstance(found[1], Document)


@pytest.mark.parametrize("indent", [None, 2])
def test_an_array_and_an_object_are_rows_too(indent: int | None) -> None:
    rows = [{"text": ARTICLE}, 7, {"documents": [{"text": ARTICLE}]}]
    found = list(readers.read(blob(json.dumps(rows, indent=indent), "a")))
    assert [each.source for each in found] == ["a#1", "a#2", "a#3.1"]
    assert found[1] == Unreadable("a#2", "item 2 is no object")
    found = list(readers.read(blob(json.dumps(rows[0], indent=indent), "a")))
    assert [each.source for each in found] == ["a#1"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_says_how_rows_are_written(encoding: str) -> None:
    rows = [json.dumps({"text": f"«{ARTICLE}» \u2028 {n} ਊ"}, ensure_ascii=False) for n in "12"]
    found = list(readers.read(blob("\n".join(rows).encode(encoding), "a.jsonl")))
    assert [each.source for each in found if isinstance(each, Document)] == [
        "a.jsonl#1",
        "a.jsonl#2",
    ]


def test_rows_stream() -> None:
    class Endless(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, buffer: Any) -> int:
            row = json.dumps({"text": ARTICLE}).encode() + b"\n"
            buffer[: len(row)] = row
            return len(row)

    def opener() -> BinaryIO:
        return io.BufferedReader(Endless())

    given_ = Blob("a.jsonl", b'{"text": "', opener, 10**12)
    named = [each.source for each in islice(readers.read(given_), 3)]
    assert named == ["a.jsonl#1", "a.jsonl#2", "a.jsonl#3"]


def test_what_begins_with_a_bracket_may_be_text() -> None:
    (document,) = readers.read(blob(f"[Update] {ARTICLE}", "-"))
    assert isinstance(document, Document)
    assert document.text == f"[Update] {ARTICLE}"


# Decoding

WORDS = "Le président a déclaré : « C’est l’été, déjà » – et s’en est allé. " * 3


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (WORDS, "utf-8"),
        (WORDS, "utf-8-sig"),
        (WORDS, "utf-16"),
        (WORDS, "utf-16-le"),
        (WORDS, "utf-32"),
        (WORDS, "cp1252"),
        ("The café was “closed” — and that’s final. " + ARTICLE * 9, "cp1252"),
        ("Министр иностранных дел заявил, что переговоры продолжатся. " * 3, "cp1251"),
        ("Минфин: министр заявил, что переговоры в Женеве продолжатся. " * 9, "koi8-r"),
        ("Minister oświadczył, że rozmowy będą kontynuowane we wtorek. " * 3, "cp1250"),
        ("外交部长表示，叙利亚问题会谈将于周二在日内瓦继续举行。" * 3, "gb18030"),
    ],
)
def test_text_is_decoded_by_its_mark_or_by_what_it_holds(text: str, encoding: str) -> None:
    data = text.encode(encoding)
    if encoding == "utf-16-le":
        data = b"\xff\xfe" + data
    assert decoding.decode(data) == text


@pytest.mark.parametrize("broken", [b"\xff\xfe", b"\xe2\x80", b"\xc3", b"\x80\x81"])
@pytest.mark.parametrize("text", [WORDS * 2, ARTICLE * 4])
def test_one_broken_place_does_not_spoil_the_rest(text: str, broken: bytes) -> None:
    data = text.encode()
    decoded = decoding.decode(data[:9] + broken + data[9:])
    assert decoded.replace("\ufffd", "") == text
    assert "\ufffd" in decoded


def test_a_page_may_declare_an_older_encoding() -> None:
    words = "Przemówienie ministra: źdźbło, łąka, jeż, bąk. " * 3
    page = PAGE.replace("<body>", '<head><meta charset="iso-8859-2"></head><body>')
    page = page.replace(ARTICLE, words)
    (document,) = readers.read(blob(page.encode("iso-8859-2"), "a.html"))
    assert isinstance(document, Document)
    assert words.strip() in document.text


def test_a_wrong_declaration_does_not_spoil_a_damaged_page() -> None:
    data = WORDS.encode()[:50] + b"\xc3" + WORDS.encode()[50:]
    assert decoding.decode(data, "iso-8859-1").replace("\ufffd", "") == WORDS


@pytest.mark.parametrize("declared", ["utf-8", "utf-16", "hex", "unicode_escape", "no", "a\0"])
def test_what_cannot_be_the_encoding_is_not_believed(declared: str) -> None:
    assert decoding.decode(WORDS.encode("cp1252"), declared) == WORDS


# Mending


@given(st.text(alphabet=st.characters(), max_size=60))
def test_mending_twice_changes_nothing(text: str) -> None:
    once = mending.mend(text)
    assert mending.mend(once) == once
    assert mending.line(mending.line(text)) == mending.line(text)


@given(
    st.text(alphabet=st.sampled_from("a e\u0301\u200c\u200d\u0645\ufb1d\t\n\r\xa0\xad\u2029 "))
)
def test_mending_odd_marks_twice_changes_nothing(text: str) -> None:
    once = mending.mend(text)
    assert mending.mend(once) == once


@pytest.mark.parametrize(
    ("title", "mended"),
    [
        (" Arn &#32;and Faro&#32;", "Arn and Faro"),
        ("Bread &amp;amp; salt", "Bread & salt"),
        ("&quot;No&quot; &#x2013; Holm&nbsp;", '"No" – Holm'),
        ("R&D; AT&T &c.", "R&D; AT&T &c."),
    ],
)
def test_a_title_has_no_entities(title: str, mended: str) -> None:
    assert mending.line(title) == mended


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("a\r\nb\rc\u2028d\u2029e\x0bf\x85g", "a\nb\nc\nd\n\ne\nf\ng"),
        ("\ufeffCha\xadteau\u200b \u202aof\u2069", "Chateau of"),
        ("1\xa0000\u202fkm\u3000\u2009away", "1 000 km away"),
        ("re\u0301sume\u0301", "résumé"),
        ("a\0b\x1bc\x7fd\x9be", "abcde"),
        ("a \n\n\n\n b\t\tc ", "a\n\nb c"),
        ("\ud83dbroken\ufffd", "\ufffdbroken\ufffd"),
        ("می\u200cخواهم a\u200cb", "می\u200cخواهم ab"),
    ],
)
def test_what_cannot_be_seen_goes_and_what_cannot_be_known_stays(
    text: str, mended: str
) -> None:
    assert mending.mend(text) == mended


# Dates


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2017-05-30", "2017-05-30T00:00"),
        ("2017-05-30T14:05:06.789Z", "2017-05-30T14:05"),
        ("2017-05-30 14:05:00 +0200", "2017-05-30T12:05"),
        ("2017-05-30T14:05:00+02:00", "2017-05-30T12:05"),
        (" 2017-05-30 14:05:00 UTC\n", "2017-05-30T14:05"),
        ("2017-05-30T14:05", "2017-05-30T14:05"),
        ("20170530", "2017-05-30T00:00"),
        (20170530, "2017-05-30T00:00"),
        ("2017/5/30", "2017-05-30T00:00"),
        ("Tue, 30 May 2017 14:05:00 +0200", "2017-05-30T12:05"),
        ("Tue, 30 May 2017 14:05:00 -0000", "2017-05-30T14:05"),
        ("30 May 2017", "2017-05-30T00:00"),
        ("Tuesday, 30. May 2017", "2017-05-30T00:00"),
        ("May 30, 2017", "2017-05-30T00:00"),
        ("Sept. 4, 2017", "2017-09-04T00:00"),
        (1496153100, "2017-05-30T14:05"),
        (1496153100.9, "2017-05-30T14:05"),
        (1496153100000, "2017-05-30T14:05"),
        ("1496153100", "2017-05-30T14:05"),
    ],
)
def test_a_date_is_a_moment_in_utc(value: object, expected: str) -> None:
    moment = dates.parse(value)
    assert moment is not None
    assert moment.tzinfo is UTC
    assert f"{moment:%Y-%m-%dT%H:%M}" == expected


@pytest.mark.parametrize(
    "value",
    [
        *("", "soon", "2017", "30/05/2017", "2017-02-31", "31 June 2017", "30 Mayor 2017"),
        *("0001-01-01T00:00+14:00", "7 years ago", "٣٠ مايو ٢٠١٧"),
        *(None, True, [], {}, float("nan"), float("inf"), 10**400, -1e18, 20170231),
    ],
)
def test_what_is_no_date_gives_none(value: object) -> None:
    assert dates.parse(value) is None


ZONES = st.builds(timezone, st.builds(timedelta, minutes=st.integers(-1439, 1439)))


@given(st.one_of(st.text(max_size=30), st.floats(), st.integers()))
def test_no_value_is_too_odd_for_a_date(value: object) -> None:
    moment = dates.parse(value)
    assert moment is None or moment.tzinfo is UTC


@given(st.datetimes(timezones=ZONES))
def test_a_written_moment_is_found_again(moment: datetime) -> None:
    assume(1 < moment.year < 9999)
    assert dates.parse(moment.isoformat()) == moment


# Around them


def test_heavy_libraries_wait_until_a_page_is_read_and_nothing_is_printed(
    tmp_path: Path,
) -> None:
    (tmp_path / "a.html").write_text("<html><body></body></html>")
    write(tmp_path, "a.txt")
    program = (
        "import sys; from briefing import readers; readers.collect(['a.txt'])\n"
        "assert not {'trafilatura', 'lxml', 'markdown_it'} & set(sys.modules)\n"
        "assert readers.collect(['a.html']).unreadable; assert 'lxml' in sys.modules\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, check=False
    )
    assert (run.returncode, run.stdout, run.stderr) == (0, b"", b"")


HOSTILE: dict[str, Callable[[], bytes]] = {
    "tags.html": lambda: b"<!doctype html>" + b"<div>" * 100_000,
    "comments.html": lambda: b"<!-- -->" * 500,
    "brackets.md": lambda: b"[" * 20_000,
    "quotes.md": lambda: b"> " * 20_000,
    "lists.md": lambda: b"".join(b"    " * n + b"- a\n" for n in range(300)),
    "objects.json": lambda: b'{"a":' * 100_000,
    "rules.txt": lambda: b"---\n" * 100_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_meant_to_hang_a_reader_has_an_end(name: str) -> None:
    found = list(readers.read(blob(HOSTILE[name](), name)))
    assert [each.source.partition("#")[0] for each in found] == [name]


# Real data, where it is there


def test_real_pages_give_their_text(shared_data: Path) -> None:
    folder = shared_data / "messy" / "html_trafilatura" / "html"
    reading = collect([str(folder)])
    n_pages = len(list(folder.iterdir()))
    assert len(reading.documents) + len(reading.unreadable) == n_pages
    assert len(reading.documents) >= 0.95 * n_pages


def test_no_real_file_of_another_format_is_too_odd(shared_data: Path) -> None:
    for name in ("feeds_node", "feeds_feedparser", "eml_mail", "pdf"):
        folder = shared_data / "messy" / name
        reading = collect([str(folder)])
        files = [path for path in folder.rglob("[!.]*") if path.is_file()]
        named = {each.source.partition("#")[0] for each in reading.unreadable}
        named |= {each.source.partition("#")[0] for each in reading.documents}
        assert len(named) == len(files)


def test_real_days_give_every_article(shared_data: Path, tmp_path: Path) -> None:
    import gzip

    data = gzip.decompress((shared_data / "daily_allsides_dev.jsonl.gz").read_bytes())
    (tmp_path / "daily.jsonl").write_bytes(data)
    expected = [
        f"daily.jsonl#{n}.{m}"
        for n, line in enumerate(data.splitlines(), start=1)
        for m, _ in enumerate(json.loads(line)["documents"], start=1)
    ]
    reading = collect([str(tmp_path)])
    assert reading.unreadable == ()
    assert [document.source for document in reading.documents] == expected
    assert all(d.title and d.publisher and d.published for d in reading.documents)
