"""Seconds that whole processes take: the help, and the memo of the examples.

    python tests/quality/benchmark_startup.py

Each is run once to warm the disk's cache, then `RUNS` times; the table has the median, the
least and the most, and the ratio to a Python that does nothing.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path

RUNS = 9
INBOX = Path(__file__).parents[2] / "examples" / "inbox"
COMMANDS = {
    "python -c pass": ["-c", "pass"],
    "briefing --help": ["-m", "briefing", "--help"],
    "briefing memo examples/inbox": ["-m", "briefing", "memo", str(INBOX), "--quiet"],
}


def seconds(arguments: list[str]) -> list[float]:
    """Seconds of each run."""
    taken = []
    for run in range(RUNS + 1):
        start = time.perf_counter()
        subprocess.run(
            [sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL, timeout=60
        )
        if run:
            taken.append(time.perf_counter() - start)
    return taken


def main() -> None:
    """Print the table."""
    print(f"{'command':30} {'median':>7} {'least':>7} {'most':>7} {'ratio':>7}")
    base = 0.0
    for name, arguments in COMMANDS.items():
        taken = seconds(arguments)
        median = statistics.median(taken)
        base = base or median
        row = f"{name:30} {median:6.2f}s {min(taken):6.2f}s {max(taken):6.2f}s"
        print(f"{row} {median / base:6.1f}x")


if __name__ == "__main__":
    main()
