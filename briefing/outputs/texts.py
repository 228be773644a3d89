"""The texts that a memo cites, in a file beside it, so that it can be verified alone."""

from __future__ import annotations

import gzip
import io
from pathlib import Path

from briefing.model import Memo
from briefing.outputs import json


def beside(memo: Path) -> Path:
    """Where the texts of a memo stand: `memo.sources.jsonl.gz` for `memo.md`."""
    return memo.with_name(f"{memo.stem}.sources.jsonl.gz")


def render(memo: Memo) -> bytes:
    """Rows {"id", "source", "title", "url", "text"}, gzipped without a clock or a name."""
    rows = (
        {
            "id": source.id,
            "source": source.document.source,
            "title": source.document.title,
            "url": source.document.url,
            "text": source.document.text,
        }
        for source in memo.sources
    )
    packed = io.BytesIO()
    with gzip.GzipFile(filename="", mode="wb", fileobj=packed, mtime=0) as file:
        for row in rows:
            file.write(f"{json.dumps(row)}\n".encode())
    return packed.getvalue()
