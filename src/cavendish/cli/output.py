"""Where pictures go: a file named after the prompt, a file or folder the caller names, or stdout.

All that can be wrong with the place is found before anything is drawn. A file is what its name says, appears whole or
not at all, and never takes the place of another unless the caller said `--force`.
"""

import os
import secrets
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from cavendish.cli.slug import slug
from cavendish.core.errors import CavendishError, EngineFailed, InvalidRequest
from cavendish.core.sniff import sniff
from cavendish.picture import MEDIA_TYPES, Picture

__all__ = ["Output", "open_output", "typed"]

FIELD = "output"
SUFFIXES = {"image/png": ".png", "image/jpeg": ".jpg", "image/webp": ".webp", "image/gif": ".gif"}


class NotWritten(CavendishError):
    """The picture was made, but the disk did not take it."""

    default_code = "not_written"
    charged = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """A checked place. `suffix` None takes the type that a picture turns out to have; `folder` None is stdout."""

    folder: Path | None
    stem: str = ""
    suffix: str | None = None
    media_type: str | None = None  # what the pictures must be
    overwrites: bool = False

    def write(self, pictures: Sequence[Picture]) -> list[Path]:
        """The files that were written, in order; none for stdout."""
        if self.folder is None:
            for picture in pictures:
                sys.stdout.buffer.write(picture.bytes)
            sys.stdout.buffer.flush()
            return []
        return [self._write(self.folder, picture, number) for number, picture in enumerate(pictures, 1)]

    def _write(self, folder: Path, picture: Picture, number: int) -> Path:
        suffix = self.suffix or SUFFIXES[picture.media_type]
        try:
            with _written(folder, picture.bytes) as draft:
                if self.overwrites:
                    return draft.replace(folder / _numbered(self.stem, number, suffix))
                return _put_beside(draft, folder, self.stem, suffix)
        except OSError as error:
            raise NotWritten(f"Cannot write into {folder}: {error.strerror}.", field=FIELD) from None


def open_output(word: str | None, *, prompt: str, media_type: str | None, count: int, force: bool) -> Output:
    """The place that `-o` names; InvalidRequest where nothing could be written there."""
    if word == "-":
        return _stdout(media_type, count, force)
    if word is None:
        return Output(folder=_writable(Path()), stem=slug(prompt), media_type=media_type)
    if os.path.isdir(word) or word.endswith(("/", os.sep)):
        return Output(folder=_writable(_made(Path(word))), stem=slug(prompt), media_type=media_type)
    return _file(Path(word), media_type, count, force)


def typed(picture: Picture, media_type: str | None) -> Picture:
    """The picture under its true type, or converted; EngineFailed where the bytes are no picture at all."""
    header = sniff(picture.blob)
    if header is None or header.media_type not in SUFFIXES:
        raise EngineFailed("The engine sent something that is no picture; nothing was written.")
    return picture.as_type(media_type) if media_type else picture


def _stdout(media_type: str | None, count: int, force: bool) -> Output:
    if count > 1:
        raise InvalidRequest("Only one picture can go to stdout: leave out -n, or name a folder with -o.", field=FIELD)
    if sys.stdout.isatty() and not force:
        raise InvalidRequest(
            "That would pour a picture's bytes over the terminal: redirect them (`-o - > cat.png`), or add --force.",
            field=FIELD,
        )
    return Output(folder=None, media_type=media_type)


def _file(path: Path, media_type: str | None, count: int, force: bool) -> Output:
    named = MEDIA_TYPES.get(path.suffix.lower())
    if path.suffix and named is None:
        raise InvalidRequest(f"{path.name}: the name must end in {', '.join(MEDIA_TYPES)}.", field=FIELD)
    if named and media_type and named != media_type:
        raise InvalidRequest(f"{path.name} is the name of another file type than --format asks for.", field=FIELD)
    folder = _writable(path.parent)
    for number in range(1, count + 1):
        _check_free(folder / _numbered(path.stem, number, path.suffix), force and named is not None)
    return Output(
        folder=folder,
        stem=path.stem,
        suffix=path.suffix or None,
        media_type=named or media_type,
        overwrites=force,
    )


def _check_free(target: Path, force: bool) -> None:
    try:
        exists = target.exists()
    except OSError as error:
        raise InvalidRequest(f"Cannot write {target.name[:80]}: {error.strerror}.", field=FIELD) from None
    if exists and not target.is_file():
        raise InvalidRequest(f"{target} is neither a file nor a folder.", field=FIELD)
    if exists and not force:
        raise InvalidRequest(f"{target} exists already: choose another name, or add --force.", field=FIELD)


def _made(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InvalidRequest(f"Cannot make the folder {folder}: {error.strerror}.", field=FIELD) from None
    return folder


def _writable(folder: Path) -> Path:
    """The folder, after a try: permissions alone do not tell of disks that are full or read-only."""
    if not folder.is_dir():
        raise InvalidRequest(f"There is no folder {folder}.", field=FIELD)
    try:
        with _written(folder, b"?"):
            return folder
    except OSError as error:
        where = folder.absolute()
        raise InvalidRequest(
            f"Cannot write into {where}: {error.strerror}. Name another with -o.", field=FIELD
        ) from None


@contextmanager
def _written(folder: Path, data: bytes) -> Iterator[Path]:
    """A file under a passing name, whole; gone afterwards if nobody moved it."""
    draft = folder / f".cavendish-{secrets.token_hex(6)}"
    try:
        draft.write_bytes(data)
        yield draft
    finally:
        draft.unlink(missing_ok=True)


def _put_beside(draft: Path, folder: Path, stem: str, suffix: str) -> Path:
    """The draft under the first name that is free. The name is taken before it is filled, so twins cannot collide."""
    number = 1
    while True:
        target = folder / _numbered(stem, number, suffix)
        try:
            target.open("xb").close()
        except FileExistsError:
            number += 1
            continue
        try:
            return draft.replace(target)
        except OSError:
            target.unlink()
            raise


def _numbered(stem: str, number: int, suffix: str) -> str:
    return f"{stem}{suffix}" if number == 1 else f"{stem}-{number}{suffix}"
