"""Write a recorded book's files, where they do not stand already as they would be written."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from narrate.listener import Listener
from narrate.model.recording import Encoding, marks
from narrate.pipeline import work
from narrate.pipeline.hands import Hands
from narrate.pipeline.orders import Order, Part
from narrate.pipeline.plan import Edition
from narrate.pipeline.record import PUBLISH, Recorded
from narrate.publish.leftovers import sweep
from narrate.store.store import Store


def orders(edition: Edition, recorded: Recorded) -> Iterator[Order]:
    """Yield an order for every format that the book is wanted in."""
    folder = edition.config.output.folder.absolute()
    for name, form in edition.forms.items():
        encoding = edition.encoding(form)
        parts = tuple(_parts(recorded, encoding, whole=form.unit == "book"))
        paths = tuple(path.absolute() for path in edition.paths(form))
        yield Order(
            name, recorded.recording.metadata, recorded.recording.rate, encoding, parts, folder, paths
        )


def _parts(recorded: Recorded, encoding: Encoding, *, whole: bool) -> Iterator[Part]:
    tracks, sound = recorded.recording.tracks, recorded.sound[encoding]
    if whole:
        yield Part(marks(tracks), tuple(place for track in sound for place in track))
    else:
        yield from (Part(marks([track]), place) for track, place in zip(tracks, sound, strict=True))


def publish(wanted: Sequence[Order], store: Store, hands: Hands, listener: Listener) -> None:
    """Write the files of every order, all formats at the same time.

    Raises `SoundLost` where packets are no longer in the store, and `BuildFailed` where a file cannot be
    written or is not as recorded; an older one is left as it was then.
    """
    stale = [order for order in wanted if not order.stands(store)]
    anew = {order.form for order in stale}
    written = [
        (order, hands.ask(PUBLISH, work.write_files, store.url, order, _own_cover(order))) for order in stale
    ]
    for order, future in written:
        future.result()
        order.note(store)
    for order in wanted:
        for path in order.paths:
            listener.published(path, anew=order.form in anew)


def _own_cover(order: Order) -> bytes | None:
    """Return the user's cover, else the source's where that will do."""
    from narrate.publish.cover import is_usable

    if order.metadata.cover:
        return order.metadata.cover.read_bytes()
    return order.metadata.picture if is_usable(order.metadata.picture) else None


def examine(wanted: Sequence[Order], store: Store) -> None:
    """Read all sound that is ordered, so that the store finds whatever of it is damaged at once."""
    for place in {place for order in wanted for part in order.parts for place in part.sound}:
        store.verify(work.SOUND, place)


def shelves(edition: Edition) -> Iterator[Path]:
    """Yield the folders that a book's files are written to, and the output folder itself."""
    yield edition.config.output.folder
    for form in edition.forms.values():
        yield from (path.parent for path in edition.paths(form))


def clear(left: Collection[Path]) -> None:
    """Take away what workers left half-written when they were sent home, and the shelves made for it."""
    for shelf in left:
        sweep(shelf, ours=True)
        if shelf.parent in left:
            with suppress(OSError):  # it is not empty, or was never made
                shelf.rmdir()
