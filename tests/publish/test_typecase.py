from pathlib import Path

import pytest

from narrate.publish import typecase


def test_plain_fonts_come_first_and_serifs_before_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = ["B-Bold.ttf", "Mono.ttf", "Sans.otf", "NotoSerif-Regular.ttc", "SansSerif.TTF", "readme.txt"]
    (tmp_path / "deep").mkdir()
    for name in names:
        (tmp_path / "deep" / name).write_bytes(b"")
    monkeypatch.setattr(typecase, "folders", lambda: (tmp_path, tmp_path / "missing"))
    typecase.installed.cache_clear()
    try:
        found = [font.name for font in typecase.installed()]
    finally:
        typecase.installed.cache_clear()
    assert found == ["NotoSerif-Regular.ttc", "Sans.otf", "SansSerif.TTF", "B-Bold.ttf", "Mono.ttf"]


@pytest.mark.parametrize(
    ("system", "folder"), [("win32", "Fonts"), ("darwin", "Library"), ("linux", "fonts")]
)
def test_every_system_has_its_folders(monkeypatch: pytest.MonkeyPatch, system: str, folder: str) -> None:
    monkeypatch.setattr("narrate.publish.typecase.sys.platform", system)
    assert all(folder in "/".join(path.parts) for path in typecase.folders()[:1])
    assert len(typecase.folders()) >= 2
