"""briefing.toml: read, or refused in one line."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing import config
from briefing.errors import ConfigError

GOOD = """
[memo]
profile = "mine.toml"
words = 300
exclude_sources = ["Blog"]
templates = "looks"
publishers = "own.toml"

[[sources]]
name = "inbox"
path = "inbox"
"""


def write(folder: Path, text: str) -> Path:
    path = folder / "briefing.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_paths_start_at_the_folder_of_the_file(tmp_path: Path) -> None:
    settings = config.load(write(tmp_path, GOOD))
    assert settings.sources == (str(tmp_path / "inbox"),)
    assert settings.memo == {
        "profile": str(tmp_path / "mine.toml"),
        "words": 300,
        "exclude_sources": ("Blog",),
        "templates": tmp_path / "looks",
        "publishers": str(tmp_path / "own.toml"),
    }


def test_the_name_of_a_profile_is_no_path(tmp_path: Path) -> None:
    settings = config.load(write(tmp_path, '[memo]\nprofile = "foreign-affairs"\n'))
    assert settings.memo == {"profile": "foreign-affairs"}


def test_without_a_file_there_are_no_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert config.load(None) == config.Config({})
    write(tmp_path, "[memo]\nlines = 7\n")
    assert config.load(None).memo == {"lines": 7}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[memos]\n", "unknown key 'memos'; did you mean 'memo'?"),
        ("[memo]\nword = 3\n", "memo: unknown key 'word'; did you mean 'words'?"),
        ("[memo]\nwords = 'many'\n", "memo.words: 'many' is not right; write a whole number"),
        ("[memo]\nlines = true\n", "memo.lines: True is not right; write a whole number"),
        ("[memo]\ntitle = 1\n", "memo.title: 1 is not right; write a text"),
        ("[memo]\nexclude_sources = 'x'\n", "memo.exclude_sources: 'x' is not right"),
        ("memo = 1\n", "memo: is no table"),
        ("sources = 1\n", "sources: is no list"),
        ("sources = [1]\n", "sources[0]: is no table"),
        ("[[sources]]\nname = 'x'\n", "sources[0].path: None is no path"),
        ("[[sources]]\npaths = 'x'\n", "sources[0]: unknown key 'paths'; did you mean 'path'?"),
        ("[memo\n", "is not TOML"),
    ],
)
def test_a_wrong_file_is_one_line(text: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        config.load(write(tmp_path, text))
    assert said in str(caught.value)
    assert str(caught.value).startswith(str(tmp_path / "briefing.toml"))
    assert "\n" not in str(caught.value)


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read"):
        config.load(tmp_path / "none.toml")
    path = tmp_path / "latin.toml"
    path.write_bytes(b"[memo]\ntitle = '\xe9'\n")
    with pytest.raises(ConfigError, match="is not UTF-8"):
        config.load(path)
