"""What is shipped: the wheel holds all that a memo needs, and the repository no secrets."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_the_wheel_has_templates_profiles_and_schema(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=ROOT,
        check=True,
        capture_output=True,
        timeout=120,
    )
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        archive.extractall(tmp_path / "site")
    assert {
        "briefing/templates/memo.md.j2",
        "briefing/templates/email.html.j2",
        "briefing/cleaning/fitness.tsv",
        "briefing/sections/profiles/foreign-affairs.toml",
        "briefing/sections/profiles/foreign-affairs.tsv",
        "briefing/sections/profiles/cyber-security.toml",
        "briefing/sections/profiles/cyber-security.tsv",
        "briefing/sections/parties.toml",
        "briefing/outputs/memo.schema.json",
        "briefing/py.typed",
    } <= names
    assert not any(name.startswith(("tests/", "examples/")) for name in names)

    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "a.txt").write_text("Aid reached Aleppo in Syria on Monday, officials said.\n")
    code = (
        "import sys; sys.path.insert(0, 'site')\n"
        "import briefing; assert 'site' in briefing.__file__, briefing.__file__\n"
        "from briefing.cli import main; main(['memo', 'inbox', '-o', 'memo.html'])\n"
    )
    done = subprocess.run(
        [sys.executable, "-P", "-c", code],
        cwd=tmp_path,
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr.decode()
    assert "Aid reached Aleppo" in (tmp_path / "memo.html").read_text(encoding="utf-8")


def test_the_lock_has_hashes_and_no_address() -> None:
    lock = (ROOT / ".ci" / "lock.txt").read_text(encoding="utf-8")
    assert "--hash=sha256:" in lock
    assert "http" not in lock
    assert "index" not in lock
