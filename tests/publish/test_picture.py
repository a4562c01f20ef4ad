from pathlib import Path

from narrate.publish.picture import load_picture


def test_a_picture_tells_its_kind_by_its_first_bytes(tmp_path: Path) -> None:
    path = tmp_path / "misnamed.jpg"
    path.write_bytes(b"\x89PNG\r\n\x1a\n...")
    assert (load_picture(path).mime, load_picture(path).is_png) == ("image/png", True)
    path.write_bytes(b"\xff\xd8\xff\xe0...")
    assert (load_picture(path).mime, load_picture(path).is_png) == ("image/jpeg", False)
