"""The commands, as their users call them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from briefing import cli
from briefing.cli import exits
from tests.commands import run

TEXT = (
    "The French president met the Russian president in Paris on Monday "
    "and discussed sanctions. Aid convoys reached two besieged districts of Aleppo in Syria "
    "on Sunday, officials said.\n"
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own for each test, with one article."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ok.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def process(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "briefing", *arguments],
        input=stdin,
        capture_output=True,
        timeout=60,
        check=False,
    )


def test_a_memo_goes_to_standard_output(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    said = run("memo", "ok.txt", capsysbinary=capsysbinary)
    assert (said.status, said.err) == (0, "")
    assert said.out.startswith("# Daily briefing")
    assert "## Syria" in said.out


def test_the_suffix_decides_the_format(
    folder: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    names = ("m.md", "m.txt", "m.html", "m.eml", "m.json")
    given = [part for name in names for part in ("-o", name)]
    said = run("memo", "ok.txt", *given, capsysbinary=capsysbinary)
    assert said.status == 0
    assert said.lines == [f"briefing: wrote {name}" for name in names]
    assert (
        json.loads((folder / "m.json").read_text(encoding="utf-8"))["stats"]["documents"] == 1
    )
    written = {path.name for path in folder.iterdir()}
    assert written == {*names, "ok.txt", "m.sources.jsonl.gz"}


def test_what_memo_writes_verify_finds(
    folder: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    run("memo", "ok.txt", "-o", "m.md", "-o", "m.json", capsysbinary=capsysbinary)
    for name in ("m.md", "m.json"):
        said = run("verify", name, capsysbinary=capsysbinary)
        assert said.status == 0
        assert "lines found in their sources" in said.out
    page = folder / "m.md"
    page.write_text(page.read_text().replace("Aleppo in Syria", "Aleppo, in Syria"))
    said = run("verify", "m.md", "--quiet", capsysbinary=capsysbinary)
    assert said.status == exits.NOT_IN_SOURCE
    assert "Aid convoys reached" in said.out
    (folder / "m.sources.jsonl.gz").unlink()
    assert run("verify", "m.json", capsysbinary=capsysbinary).status == exits.UNREADABLE
    again = run("verify", "m.json", "--texts", "ok.txt", capsysbinary=capsysbinary)
    assert again.status == 0


def test_no_texts_leaves_the_texts_out(
    folder: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    run("memo", "ok.txt", "-o", "m.md", "--no-texts", "--quiet", capsysbinary=capsysbinary)
    assert {path.name for path in folder.iterdir()} == {"ok.txt", "m.md"}


def bad_inputs(folder: Path) -> None:
    (folder / "empty.txt").touch()
    (folder / "noise.bin").write_bytes(bytes(range(256)) * 8)
    (folder / "broken.txt").write_bytes(
        b"Aid reached Homs in Syria on Monday \xff\xfe, they said."
    )
    (folder / "bad.jsonl").write_text('{"text": "Fine text here, he said."}\n{"text": \n')
    (folder / "hollow").mkdir()
    (folder / "hollow" / "a.bin").write_bytes(b"\0\1\2\3" * 99)
    with (folder / "big.txt").open("wb") as big:
        big.truncate(200 * 1024 * 1024)


def test_bad_inputs_cost_themselves_alone(
    folder: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    bad_inputs(folder)
    said = run(
        "memo", ".", "nowhere.txt", "-o", "m.md", "-o", "m.json", capsysbinary=capsysbinary
    )
    assert said.status == 0
    for name in (
        "empty.txt",
        "noise.bin",
        "bad.jsonl#2",
        "hollow/a.bin",
        "big.txt",
        "nowhere.txt",
    ):
        line = [each for each in said.lines if name in each]
        assert len(line) == 1, name
    coverage = json.loads((folder / "m.json").read_text(encoding="utf-8"))["coverage"]
    named = {row["source"] for row in coverage["unreadable"]}
    assert {"empty.txt", "noise.bin", "bad.jsonl#2", "big.txt", "nowhere.txt"} <= named
    assert coverage["read"] == 3
    page = (folder / "m.md").read_text(encoding="utf-8")
    assert "big.txt" in page
    assert "Aid convoys reached" in page


def test_strict_writes_nothing_when_an_input_cannot_be_read(
    folder: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    said = run(
        "memo", "ok.txt", "nowhere.txt", "--strict", "-o", "m.md", capsysbinary=capsysbinary
    )
    assert said.status == exits.UNREADABLE
    assert said.lines == ["briefing: nowhere.txt: no such file or folder"]
    assert not (folder / "m.md").exists()


@pytest.mark.parametrize("name", ["hollow", "nowhere", "empty.txt", "*.nothing"])
def test_nothing_readable_ends_with_three(
    name: str, folder: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    bad_inputs(folder)
    said = run("memo", name, "-o", "m.md", capsysbinary=capsysbinary)
    assert said.status == exits.NOTHING_READ
    assert said.lines[-1] == "briefing: nothing readable; no memo was written"
    assert len(said.lines) == 2
    assert not (folder / "m.md").exists()


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["--ranker", "lexrank"], "unknown ranker 'lexrank'; did you mean 'lex-rank'?"),
        (["--profile", "foreign-afairs"], "unknown profile 'foreign-afairs'; did you mean "),
        (
            ["--profile", "p.toml"],
            "p.toml: sections[0]: unknown key 'term'; did you mean 'terms'?",
        ),
        (["--words", "0"], "words: 0 is no budget; 1 is the least"),
        (["--words", "many"], "Invalid value for '--words': 'many' is not a valid integer."),
        (["--lines", "-2"], "lines: -2 is no budget; 1 is the least"),
        (["--date", "2017-02-30"], "'2017-02-30' is no day; write it like 2017-05-29"),
        (["--templates", "nowhere"], "--templates: nowhere is no folder"),
        (["-o", "m.doc"], "m.doc: no format has the suffix '.doc'; known are .md"),
        (["--config", "nowhere.toml"], "nowhere.toml: cannot be read"),
        (["--word", "3"], "No such option '--word'"),
    ],
)
def test_wrong_usage_is_one_line_and_two(
    arguments: list[str],
    line: str,
    folder: Path,
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    (folder / "p.toml").write_text('[[sections]]\nid = "x"\nterm = ["a"]\n')
    said = run("memo", "ok.txt", *arguments, capsysbinary=capsysbinary)
    assert said.status == exits.USAGE
    assert len(said.lines) == 1
    assert line in said.err
    assert said.out == ""


def test_no_input_is_wrong_usage(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    said = run("memo", capsysbinary=capsysbinary)
    assert (said.status, said.lines) == (
        2,
        ["briefing: no INPUT; name a file, a folder or '-'"],
    )


def test_an_output_that_cannot_be_written_costs_itself_alone(
    folder: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    before = {path.name for path in folder.iterdir()}
    said = run(
        "memo", "ok.txt", "-o", "ok.txt/m.md", "-o", "none/m.md", "-o", "good.md",
        capsysbinary=capsysbinary,
    )  # fmt: skip
    assert said.status == exits.DELIVERY_FAILED
    assert len(said.lines) == 3
    assert {p.name for p in folder.iterdir()} - before == {"good.md", "good.sources.jsonl.gz"}


def test_settings_come_from_the_file_and_the_command_line_wins(
    folder: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    (folder / "briefing.toml").write_text(
        '[memo]\ntitle = "Desk note"\nwords = 20\n[[sources]]\nname = "ok"\npath = "ok.txt"\n'
    )
    said = run("memo", capsysbinary=capsysbinary)
    assert said.out.startswith("# Desk note")
    assert "14 words quoted" in said.out
    said = run("memo", "--title", "Mine", "--lines", "9", capsysbinary=capsysbinary)
    assert said.out.startswith("# Mine")
    assert "28 words quoted" in said.out


def test_filters_and_marks_reach_the_memo(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    said = run(
        "memo", "ok.txt", "--handling", "Internal", "--date", "2026-01-02",
        "--exclude-source", "nobody", "--format", "json", capsysbinary=capsysbinary,
    )  # fmt: skip
    memo = json.loads(said.out)
    assert (memo["handling"], memo["date"]) == ("Internal", "2026-01-02")
    empty = run("memo", "ok.txt", "--exclude-source", "ok.txt", capsysbinary=capsysbinary)
    assert empty.status == 0
    assert "Nothing significant reported." in empty.out


def test_a_mail_has_its_sender_and_recipients(
    folder: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    run(
        "memo", "ok.txt", "-o", "m.eml", "--from", "desk@example.org", "--to", "a@example.org",
        "--to", "b@example.org", "--quiet", capsysbinary=capsysbinary,
    )  # fmt: skip
    head = (folder / "m.eml").read_text(encoding="utf-8").split("\n\n")[0]
    assert "From: desk@example.org" in head
    assert "To: a@example.org, b@example.org" in head


def test_notes_of_the_ranker_are_said_once(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    said = run("memo", "ok.txt", "--ranker", "lex-rank", capsysbinary=capsysbinary)
    notes = [line for line in said.lines if line.startswith("briefing: note: lex-rank")]
    assert len(notes) == 1
    quiet = run("memo", "ok.txt", "--ranker", "lex-rank", "--quiet", capsysbinary=capsysbinary)
    assert quiet.err == ""


def test_the_lists_name_what_memo_takes(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    rankers = run("rankers", capsysbinary=capsysbinary).out.splitlines()
    assert rankers[0].startswith("default = ")
    assert {"lead", "lex-rank", "consensus"} <= set(rankers)
    assert run("profiles", capsysbinary=capsysbinary).out == "cyber-security\nforeign-affairs\n"
    shown = run("profiles", "foreign-affairs", capsysbinary=capsysbinary).out
    assert 'id = "media-disinformation"' in shown


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_has_a_completion(
    shell: str, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    said = run("completion", shell, capsysbinary=capsysbinary)
    assert "_BRIEFING_COMPLETE" in said.out


def test_help_has_one_example_a_command_and_a_default_an_option(
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    assert run(capsysbinary=capsysbinary).status == 2
    for name, command in cli.commands.commands.items():
        help_ = run(name, "--help", capsysbinary=capsysbinary).out
        assert help_.count("Example:") == 1
        assert f"briefing {name}" in help_.split("Example:")[1]
        first = (command.help or "").splitlines()[0]
        assert len(first) < 60
        assert first.endswith(".")


def test_the_table_of_publishers_can_be_printed_extended_and_is_checked(
    folder: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    shipped = run("publishers", capsysbinary=capsysbinary).out
    assert 'name = "Reuters"' in shipped
    (folder / "own.toml").write_text(shipped, encoding="utf-8")
    done = run("memo", "ok.txt", "--publishers", "own.toml", capsysbinary=capsysbinary)
    assert (done.status, done.err) == (0, "")
    (folder / "own.toml").write_text("[[publishers]]\nnam = 'x'\n", encoding="utf-8")
    done = run("memo", "ok.txt", "--publishers", "own.toml", capsysbinary=capsysbinary)
    assert done.status == 2
    assert "own.toml: publishers[0]: unknown key 'nam'; did you mean 'name'?" in done.err
    done = run("memo", "ok.txt", "--publishers", "none.toml", capsysbinary=capsysbinary)
    assert done.status == 2
    assert "none.toml: cannot be read" in done.err


def test_the_program_runs_as_a_module_and_reads_standard_input() -> None:
    done = process("memo", "-", "--lines", "2", stdin=TEXT.encode())
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"Aid convoys reached" in done.stdout
    assert process("--version").stdout.startswith(b"briefing ")


def test_the_help_loads_nothing_heavy_and_the_memo_no_sumy() -> None:
    code = (
        "import sys\nfrom briefing import cli\n"
        "try:\n    cli.main(sys.argv[1:])\n"
        "except SystemExit:\n    pass\n"
        "sys.stderr.write(' '.join(sorted(m for m in sys.modules if '.' not in m)))\n"
    )

    def loaded(*arguments: str) -> set[str]:
        done = subprocess.run(
            [sys.executable, "-c", code, *arguments],
            capture_output=True,
            check=True,
            timeout=60,
        )
        return set(done.stderr.decode().split())

    assert not loaded("--help") & {"numpy", "scipy", "jinja2", "trafilatura", "nltk", "sumy"}
    assert not loaded("memo", "ok.txt", "--quiet") & {"nltk", "sumy", "trafilatura", "rich"}


def test_a_closed_pipe_is_quiet() -> None:
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, "-m", "briefing", "memo", "ok.txt"],
        stdout=write,
        stderr=subprocess.PIPE,
        check=False,
        timeout=60,
    )
    os.close(write)
    assert done.stderr == b""


def test_an_interrupt_ends_with_130(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli.commands, "invoke", interrupted)
    assert exits.run(cli.commands, ["rankers"]) == exits.INTERRUPTED


def test_a_bar_shows_on_a_terminal_when_there_is_much_to_do(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    rows = "\n".join(json.dumps({"text": TEXT.strip()}) for _ in range(120))
    (folder / "many.jsonl").write_text(rows, encoding="utf-8")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "choose" in run("memo", "many.jsonl", capsysbinary=capsysbinary).err
    assert run("memo", "ok.txt", capsysbinary=capsysbinary).err == ""
    assert run("memo", "many.jsonl", "--quiet", capsysbinary=capsysbinary).err == ""
