"""The cover of a book: the user's own, made fit for players, or one that is drawn."""

import warnings
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from narrate.errors import CoverMissing, CoverTooSmall, CoverUnreadable
from narrate.model.metadata import Metadata
from narrate.nearest import did_you_mean
from narrate.publish.jacket import QUALITY, draw_cover

if TYPE_CHECKING:
    from PIL.Image import Image

SMALLEST = 500
"""Pixels; players and shops refuse or blur less."""
LARGEST = 3000
LARGEST_BYTES = 5_000_000
"""A cover goes into every file; more than this slows players down."""
PADDED = 2400
_UNKNOWN = "it is of no kind that is known"
_TOO_LARGE = "it has far too many pixels"
_UPRIGHT = 1
_ORIENTATION = 0x0112
"""The EXIF tag."""


def prepare_cover(metadata: Metadata, folder: Path) -> Path:
    """Return a square JPEG or PNG: the user's cover, as it is where players take it so, or a drawn one.

    What is made is `cover.jpg` in `folder`, which has to be ours alone.  Raises what `check_cover` raises.
    """
    made = folder / "cover.jpg"
    if metadata.cover is None:
        return draw_cover(metadata, made)
    picture = check_cover(metadata.cover)
    return metadata.cover if _is_fit(picture, metadata.cover) else _squared(picture, made)


def check_cover(path: Path) -> "Image":
    """Open the user's cover; cheap enough to be asked before anything is spoken.

    Raises `CoverMissing`, `CoverUnreadable` or `CoverTooSmall`.
    """
    picture = _open(path)
    if min(picture.size) < SMALLEST:
        raise CoverTooSmall(path, *picture.size, SMALLEST)
    return picture


def is_usable(data: bytes) -> bool:
    """Tell whether a picture that came with a source will do as its cover."""
    try:
        return min(_decoded(data).size) >= SMALLEST
    except OSError:
        return False


def _open(path: Path) -> "Image":
    try:
        return _decoded(path.read_bytes())
    except FileNotFoundError as error:
        raise CoverMissing(path, _guess(path)) from error
    except OSError as error:
        raise CoverUnreadable(path, error.strerror or error) from error


def _decoded(data: bytes) -> "Image":
    """Decode all of a picture, which fails with an OSError where it is none, broken or a bomb."""
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings(action="error", category=Image.DecompressionBombWarning):
            picture = Image.open(BytesIO(data))
            picture.load()
    except UnidentifiedImageError as error:
        raise OSError(_UNKNOWN) from error
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise OSError(_TOO_LARGE) from error
    except (ValueError, SyntaxError) as error:
        raise OSError(error) from error
    return picture


def _guess(path: Path) -> str:
    names = [file.name for file in path.parent.glob("*") if file.is_file()]
    asked = did_you_mean(path.name, names)
    return f" ({asked})" if asked else ""


def _is_fit(picture: "Image", path: Path) -> bool:
    """Tell whether every player shows the file rightly as it is."""
    return (
        picture.format in {"JPEG", "PNG"}
        and picture.mode in {"RGB", "RGBA", "L", "P"}
        and picture.width == picture.height <= LARGEST
        and picture.getexif().get(_ORIENTATION, _UPRIGHT) == _UPRIGHT
        and path.stat().st_size <= LARGEST_BYTES
    )


def _squared(picture: "Image", path: Path) -> Path:
    """Keep the picture whole, turned as its camera says, on a square of its own blurred colours."""
    from PIL import ImageOps

    plain = _opaque(ImageOps.exif_transpose(picture))
    side = min(max(plain.size), PADDED)
    whole = ImageOps.contain(plain, (side, side))
    square = _blurred(plain, side)
    square.paste(whole, ((side - whole.width) // 2, (side - whole.height) // 2))
    profile = picture.info.get("icc_profile") if picture.mode == "RGB" else None
    square.save(path, "JPEG", quality=QUALITY, subsampling=0, optimize=True, icc_profile=profile)
    return path


def _opaque(picture: "Image") -> "Image":
    from PIL import Image

    if not picture.has_transparency_data:
        return picture.convert("RGB")
    page = Image.new("RGBA", picture.size, "white")
    page.alpha_composite(picture.convert("RGBA"))
    return page.convert("RGB")


def _blurred(picture: "Image", side: int) -> "Image":
    """Fill a square with the picture, far out of focus and a little darker."""
    from PIL import ImageEnhance, ImageFilter, ImageOps

    small = ImageOps.fit(picture, (side // 8, side // 8)).filter(ImageFilter.GaussianBlur(side / 150))
    return ImageEnhance.Brightness(small).enhance(0.75).resize((side, side))
