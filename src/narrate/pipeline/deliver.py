"""Bring finished files to where they are wanted: here as ever, to a URL whole and checked."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from platform import node
from secrets import token_hex
from tempfile import TemporaryDirectory

from narrate.errors import FileRefused, NotShared, TargetNotWritable
from narrate.model.url import Url
from narrate.pipeline.abroad import files, reason
from narrate.publish.drafts import bench
from narrate.publish.target import check_target


def check_folder(folder: Path, expected: int) -> None:
    """Prove that the output folder takes files, and where it is here, that `expected` bytes fit in.

    Raises `TargetNotWritable`, `NotEnoughSpace` or `UrlNeeds`.
    """
    if not isinstance(folder, Url):
        check_target(folder, expected)
        return
    try:
        with files(folder / f".narrate-{token_hex(4)}.probe", TargetNotWritable) as (system, probe):
            system.pipe_file(probe, b"\0")
            with suppress(PermissionError):  # who may write need not be allowed to delete
                system.rm_file(probe)
    except FileNotFoundError as error:
        raise TargetNotWritable(folder, reason(error)) from error


@contextmanager
def delivery(folder: Path, paths: Sequence[Path]) -> Iterator[tuple[Path, tuple[Path, ...]]]:
    """Offer a bench to work at, and for each path the one to write to; at the end all are in their places.

    Files for a URL are made at the bench, each put there in one go; after a failure none.  Raises
    `NotShared` where the folder is not on this machine, `FileRefused` where a URL takes no file.
    """
    away = isinstance(folder, Url)
    if not (away or folder.is_dir()):
        raise NotShared(folder, node())
    if not away:
        with bench(folder) as here:
            yield here, tuple(paths)
        return
    with TemporaryDirectory(prefix="narrate-") as name, bench(Path(name)) as here:
        made = tuple(here / "made" / path.relative_to(folder) for path in paths)
        earlier = _bring_earlier(paths, made)
        yield here, made
        for path, url in zip(made, paths, strict=True):
            _put(path, url)
        _remove_superseded(earlier)


def _bring_earlier(paths: Sequence[Path], made: Sequence[Path]) -> dict[Path, Path]:
    """Fetch what lies beside the files of a book of many, for some of it may be superseded by them."""
    for path in made:
        path.parent.mkdir(parents=True, exist_ok=True)
    if len(paths) == 1:
        return {}
    home, ours, brought = made[0].parent, {path.name for path in paths}, dict[Path, Path]()
    with suppress(FileNotFoundError), files(paths[0].parent, FileRefused) as (system, folder):
        for name in (each["name"] for each in system.ls(folder, detail=True) if each["type"] == "file"):
            copy = home / name.rpartition("/")[2]
            if copy.name not in ours and copy.suffix == made[0].suffix:
                system.get_file(name, str(copy))
                brought[copy] = paths[0].parent / copy.name
    return brought


def _remove_superseded(earlier: dict[Path, Path]) -> None:
    """Remove there what was removed here."""
    for copy, url in earlier.items():
        if not copy.exists():
            with suppress(FileNotFoundError), files(url, FileRefused) as (system, name):
                system.rm_file(name)


def _put(path: Path, url: Path) -> None:
    try:
        with files(url, FileRefused) as (system, name):
            system.put_file(str(path), name)
            kept, made = int(system.info(name)["size"]), path.stat().st_size
    except FileNotFoundError as error:
        raise FileRefused(url, reason(error)) from error
    if kept != made:
        raise FileRefused(url, f"it holds {kept} bytes of {made}")
