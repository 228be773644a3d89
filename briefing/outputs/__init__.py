"""Write a memo as a file or a message; outputs render and decide nothing."""

from __future__ import annotations

import importlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Protocol, cast

from briefing.errors import ConfigError, unknown
from briefing.model import Memo
from briefing.outputs import files
from briefing.outputs.options import Options

__all__ = ["OUTPUTS", "Output", "format_of", "render", "write"]


@dataclass(frozen=True, slots=True)
class Output:
    """One format; its module is loaded when it is first asked for."""

    suffix: str
    media_type: str
    module: str
    """Has `render(memo, options) -> bytes`."""


OUTPUTS: Mapping[str, Output] = MappingProxyType(
    {
        "md": Output(".md", "text/markdown", "briefing.outputs.markdown"),
        "txt": Output(".txt", "text/plain", "briefing.outputs.text"),
        "html": Output(".html", "text/html", "briefing.outputs.html"),
        "eml": Output(".eml", "message/rfc822", "briefing.outputs.email"),
        "json": Output(".json", "application/json", "briefing.outputs.json"),
    }
)


class _Renderer(Protocol):
    def render(self, memo: Memo, options: Options) -> bytes: ...


def render(
    memo: Memo,
    format: str,
    *,
    templates: Path | None = None,
    sender: str = "",
    recipients: Sequence[str] = (),
) -> bytes:
    """The memo in a row of OUTPUTS; the same memo gives the same bytes.

    `templates` is a folder whose templates replace the packaged ones of the same name;
    `sender` and `recipients` are for "eml". An unknown format is a ConfigError.
    """
    if format not in OUTPUTS:
        raise ConfigError(unknown("format", format, OUTPUTS))
    renderer = cast(_Renderer, importlib.import_module(OUTPUTS[format].module))
    return renderer.render(memo, Options(templates, sender, tuple(recipients)))


def format_of(path: Path | str) -> str:
    """The row of OUTPUTS that the suffix of a file names; a ConfigError if there is none."""
    suffix = Path(path).suffix.lower()
    for name, output in OUTPUTS.items():
        if output.suffix == suffix:
            return name
    known = ", ".join(output.suffix for output in OUTPUTS.values())
    raise ConfigError(f"{path}: no format has the suffix {suffix!r}; known are {known}")


def write(
    memo: Memo,
    path: Path | str,
    *,
    templates: Path | None = None,
    texts: bool = True,
    sender: str = "",
    recipients: Sequence[str] = (),
) -> None:
    """Write the memo in the format of the suffix, and beside it the texts that it cites.

    Memos of one stem share one file of texts, see `texts.beside`. Nothing is written when
    one of the two cannot be: an OutputError of one line.
    """
    # Loaded here, because gzip and json are of no use to what only asks for the table.
    from briefing.outputs import texts as texts_file

    path = Path(path)
    format_ = format_of(path)
    page = render(memo, format_, templates=templates, sender=sender, recipients=recipients)
    contents = {texts_file.beside(path): texts_file.render(memo)} if texts else {}
    files.write({**contents, path: page})
