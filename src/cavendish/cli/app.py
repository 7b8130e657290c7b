"""The commands and their options. What they do is loaded when they are called."""

from typing import Annotated

import typer

from cavendish.cli import examples

__all__ = ["app"]

app = typer.Typer(
    help=examples.ABOUT,
    epilog=examples.EXAMPLES,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)

Output = Annotated[
    str | None, typer.Option("--output", "-o", metavar="FILE|DIR|-", help="Where to; named after the prompt if absent.")
]
Model = Annotated[str | None, typer.Option("--model", "-m", metavar="MODEL", help="A name from `cavendish models`.")]
Engine = Annotated[str | None, typer.Option(metavar="ENGINE", help="Who draws: a name from `cavendish doctor`.")]
Size = Annotated[str | None, typer.Option(metavar="SIZE", help="512, 1K, 2K, 4K, or pixels such as 1280x720.")]
Aspect = Annotated[str | None, typer.Option(metavar="RATIO", help="Width to height, such as 16:9.")]
Count = Annotated[int, typer.Option("-n", metavar="COUNT", help="How many pictures.")]
Reference = Annotated[
    list[str] | None, typer.Option("--ref", metavar="IMAGE", help="A picture to look at; may be repeated.")
]
Seed = Annotated[
    int | None,
    typer.Option(metavar="NUMBER", min=0, max=2**31 - 1, help="Another number, another picture."),
]
Format = Annotated[str | None, typer.Option("--format", metavar="png|jpeg|webp", help="If no file's name says it.")]
Port = Annotated[int | None, typer.Option(metavar="PORT", min=0, max=65535, help="4011 if absent; 0 takes a free one.")]
Json = Annotated[bool, typer.Option("--json", help="One JSON document on stdout, for failures too.")]
Force = Annotated[bool, typer.Option("--force", help="Overwrite -o FILE; write bytes even to a terminal.")]
Config = Annotated[str | None, typer.Option(metavar="FILE", help="Settings; else cavendish.toml, here or of the user.")]


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version and leave.")] = False,
) -> None:
    if version:
        import cavendish

        print(f"cavendish {cavendish.__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        print(context.get_help())


@app.command(
    epilog=examples.GENERATE,
    help="Draw a picture of PROMPT (`-` reads it from stdin).",
    context_settings={"allow_extra_args": True},
)
def generate(
    context: typer.Context,
    prompt: Annotated[str, typer.Argument(metavar="PROMPT", help="What to draw, in quotes.")],
    output: Output = None,
    model: Model = None,
    engine: Engine = None,
    size: Size = None,
    aspect: Aspect = None,
    count: Count = 1,
    ref: Reference = None,
    seed: Seed = None,
    file_format: Format = None,
    as_json: Json = False,
    force: Force = False,
    config: Config = None,
) -> int:
    from cavendish.cli.draw import Job, draw
    from cavendish.core.errors import InvalidRequest

    if context.args:
        raise InvalidRequest('The prompt is one argument: put it in quotes, "like this".', field="prompt")
    return draw(
        Job(
            prompt=prompt,
            references=tuple(ref or ()),
            output=output,
            model=model,
            engine=engine,
            size=size,
            aspect=aspect,
            count=count,
            seed=seed,
            file_format=file_format,
            as_json=as_json,
            force=force,
            config=config,
        )
    )


@app.command(epilog=examples.EDIT, help="Change pictures as INSTRUCTION says (`-` reads it from stdin).")
def edit(
    images: Annotated[list[str], typer.Argument(metavar="IMAGE", help="The picture, or several.")],
    instruction: Annotated[str, typer.Argument(metavar="INSTRUCTION", help="What to change, in quotes.")],
    output: Output = None,
    model: Model = None,
    engine: Engine = None,
    size: Size = None,
    aspect: Aspect = None,
    count: Count = 1,
    ref: Reference = None,
    seed: Seed = None,
    file_format: Format = None,
    as_json: Json = False,
    force: Force = False,
    config: Config = None,
) -> int:
    from cavendish.cli.draw import Job, draw

    return draw(
        Job(
            prompt=instruction,
            images=tuple(images),
            references=tuple(ref or ()),
            output=output,
            model=model,
            engine=engine,
            size=size,
            aspect=aspect,
            count=count,
            seed=seed,
            file_format=file_format,
            as_json=as_json,
            force=force,
            config=config,
        )
    )


@app.command(epilog=examples.SERVE, help="Serve Google's and OpenAI's format to programs on this machine.")
def serve(
    port: Annotated[
        int | None, typer.Option(metavar="PORT", min=0, max=65535, help="0 takes a free one; 4011 if absent.")
    ] = None,
    engine: Engine = None,
    rehearse: Annotated[
        bool, typer.Option("--rehearse", help="Callers may ask for refusals and failures; see `rehearse`.")
    ] = False,
    config: Config = None,
) -> int:
    from cavendish.cli.serve import run_server

    return run_server(port=port, engine=engine, rehearse=rehearse, config=config)


@app.command(
    epilog=examples.REHEARSE,
    help="Run COMMAND once for each refusal, failure and delay, for nothing.",
    context_settings={"allow_interspersed_args": False},
)
def rehearse(
    command: Annotated[
        list[str] | None, typer.Argument(metavar="COMMAND", help="A program that draws, and its arguments.")
    ] = None,
    only: Annotated[list[str] | None, typer.Option(metavar="ENTRY", help="This one; may be repeated.")] = None,
    timeout: Annotated[float, typer.Option(metavar="SECONDS", min=0.1, help="A run that takes longer is ended.")] = 60,
    list_entries: Annotated[bool, typer.Option("--list", help="Print the entries and leave.")] = False,
    as_json: Json = False,
) -> int:
    from cavendish.cli import rehearse as rehearsal

    if list_entries:
        return rehearsal.list_rehearsals(as_json=as_json)
    return rehearsal.rehearse(command or (), only=only or (), timeout=timeout, as_json=as_json)


@app.command(help="List the models: names, sizes, list prices, and until when they live.")
def models(
    engine: Annotated[str | None, typer.Argument(metavar="ENGINE", help="With --check: only this one.")] = None,
    check: Annotated[bool, typer.Option("--check", help="Compare with the engines' own lists; free.")] = False,
    as_json: Json = False,
    config: Config = None,
) -> int:
    from cavendish.cli.models import check_models, list_models
    from cavendish.core.errors import InvalidRequest

    if check:
        return check_models(engine, config=config, as_json=as_json)
    if engine is not None:
        raise InvalidRequest(f"To compare with the engine {engine[:40]!r}, add --check.", field="engine")
    return list_models(config=config, as_json=as_json)


@app.command(help="Show every setting and where it comes from.")
def settings(as_json: Json = False, config: Config = None) -> int:
    from cavendish.cli.settings import show_settings

    return show_settings(config=config, as_json=as_json)


@app.command(help="Say what was found here: engines, keys, fonts, cores.")
def doctor(
    engine: Annotated[str | None, typer.Option(metavar="ENGINE", help="Check its key and model list; free.")] = None,
    config: Config = None,
) -> int:
    from cavendish.cli.doctor import check_engine, examine

    return examine(config=config) if engine is None else check_engine(engine, config=config)
