"""What there is to choose from, and the shell's completion."""

from __future__ import annotations

import click


@click.command()
def rankers() -> None:
    """List the rankers, a name a line.

    Any of them goes with '--ranker'. Those of sumy take longer to start, and each has a limit
    on the number of sentences; what is over it is said.

    \b
    Example:
      briefing rankers
    """
    from briefing import rankers as table

    for name in table.RANKERS:
        stands_for = table.resolve(name)
        click.echo(name if stands_for == name else f"{name} = {stands_for}")


@click.command()
@click.argument("name", required=False)
def profiles(name: str | None) -> None:
    """List the profiles, or print one to copy and change.

    A profile says which sections a memo has, and which words speak for each. Nothing is
    written but to standard output.

    \b
    Example:
      briefing profiles foreign-affairs > my.toml
    """
    from briefing.sections import loading

    if name is None:
        for each in loading.shipped():
            click.echo(each)
    else:
        loading.load(name)
        click.echo(loading.source_of(name), nl=False)


@click.command()
def publishers() -> None:
    """Print the publishers that are known, as TOML.

    Who owns them, which of them are agencies, and which a state controls, with the public
    basis of that. A file of your own with such rows extends or changes them: name it with
    '--publishers', or in briefing.toml.

    \b
    Example:
      briefing publishers > known.toml
    """
    from briefing.publishers import table

    click.echo(table.SHIPPED.read_text(encoding="utf-8"), nl=False)


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print the completion script of a shell.

    Changes no file of yours.

    \b
    Example:
      briefing completion bash > ~/.local/share/bash-completion/completions/briefing
    """
    from click.shell_completion import get_completion_class

    maker = get_completion_class(shell)
    if maker is None:
        raise click.UsageError(f"{shell}: no such shell")
    click.echo(
        maker(context.find_root().command, {}, "briefing", "_BRIEFING_COMPLETE").source()
    )
