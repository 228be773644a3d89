"""Fill the templates: what they may call, and where they are looked for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import jinja2

from briefing.errors import ConfigError
from briefing.model import Item, Memo, Section, StoryLines
from briefing.outputs import wording

_PACKAGED = [parent / "templates" for parent in Path(__file__).parents[1:3]]
"""In an installed package, and in a checkout."""


def fill(
    name: str, memo: Memo, templates: Path | None, **filters: Callable[..., object]
) -> str:
    """The text that a template makes of a memo.

    A template sees `memo`, the lines `facts` and `coverage`, and the functions of this
    module. A missing folder or a faulty template is a ConfigError.
    """
    return _fill(
        name,
        templates,
        filters,
        memo=memo,
        facts=wording.facts(memo),
        coverage=wording.coverage(memo),
        cited=lambda item: cited(memo, item),
        also=lambda item: also(memo, item),
        origins=lambda item: wording.count(item.origins, "origin"),
        pointers=lambda section: pointers(memo, section),
        lines=lambda story: lines(memo, story),
        day=wording.day,
        iso_day=wording.iso_day,
        nothing=wording.NOTHING,
    )


def wrap_page(name: str, title: str, body: str, templates: Path | None) -> str:
    """An HTML page around `body`, which the caller has made safe."""
    return _fill(name, templates, {}, title=title, body=body)


def cited(memo: Memo, item: Item) -> str:
    """Id of the source of a line."""
    return memo.source_of(item.claim.best).id


def also(memo: Memo, item: Item) -> tuple[str, ...]:
    """Ids of the other sources that say the same, in the order of the list of sources."""
    documents = [s.document for s in (item.claim.sentences)]
    own = item.claim.best.document
    return tuple(
        source.id
        for source in memo.sources
        if source.document is not own and any(source.document is d for d in documents)
    )


def pointers(memo: Memo, section: Section) -> tuple[int, ...]:
    """Numbers of the lines of a section that stand in the bottom line."""
    top = {item.n for item in memo.bottom_line}
    return tuple(sorted(item.n for item in section.items if item.n in top))


def lines(memo: Memo, story: StoryLines) -> tuple[Item, ...]:
    """The lines of a story that do not stand in the bottom line."""
    top = {item.n for item in memo.bottom_line}
    return tuple(item for item in story.items if item.n not in top)


def _fill(
    name: str,
    templates: Path | None,
    filters: dict[str, Callable[..., object]],
    **values: object,
) -> str:
    if templates is not None and not templates.is_dir():
        raise ConfigError(f"{templates}: no folder of templates")
    folders = [*([templates] if templates else []), *_PACKAGED]
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(folders),
        undefined=jinja2.StrictUndefined,
        autoescape=lambda template: bool(template) and str(template).endswith(".html.j2"),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(filters)
    try:
        return environment.get_template(name).render(values)
    except jinja2.TemplateSyntaxError as error:
        where = f"{error.filename or name}: line {error.lineno}"
        raise ConfigError(f"{where}: {error.message}") from error
    except (jinja2.TemplateError, UnicodeDecodeError, OSError) as error:
        raise ConfigError(f"{name}: {error}") from error
