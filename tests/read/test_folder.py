import os
import sys
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from narrate.config.schema import Config
from narrate.errors import (
    BadConfig,
    CannotRead,
    EmptyStory,
    NoReader,
    NoStories,
    NoSuchChapter,
    NoSuchPath,
    NothingToRead,
    OneTitleForMany,
)
from narrate.model.story import Book, Omission, Reason
from narrate.read.folder import read_books

HASH = "000_b6b4d7824c728f83.txt"
BOOK = "# One\n\nHe went.\n\n# Two\n\nShe stayed."


def shelf(folder: Path, **stories: str) -> Path:
    for name, text in stories.items():
        suffix = ".md" if text.startswith(("#", "---")) else ".txt"
        (folder / f"{name}{suffix}").write_text(text, encoding="utf-8")
    return folder


def read(path: Path, **config: Any) -> tuple[Book, ...]:  # noqa: ANN401 - TOML tables
    return read_books(path, Config.model_validate(config))


def titles(book: Book) -> list[str]:
    return [chapter.title for chapter in book.chapters]


def test_a_folder_is_one_book_of_its_stories_in_natural_order(tmp_path: Path) -> None:
    folder = tmp_path / "winter-tales"
    folder.mkdir()
    shelf(folder, story_10="He went.", story_2="She stayed.", Story_1="They met.")
    (book,) = read(folder)
    assert book.metadata.title == "Winter Tales"
    assert titles(book) == ["Story 1", "Story 2", "Story 10"]


def test_stories_of_one_name_come_in_the_order_of_their_endings(tmp_path: Path) -> None:
    shelf(tmp_path, b="He went.", a="# Deep\n\nShe stayed.")
    (tmp_path / "a.txt").write_text("They met.")
    assert [chapter.source.path.name for chapter in read(tmp_path)[0].chapters] == ["a.md", "a.txt", "b.txt"]


def test_an_ending_may_have_two_parts(tmp_path: Path) -> None:
    page = "<FictionBook><body><section><p>She stayed.</p></section></body></FictionBook>"
    for name in ("2_the-salt-lamp.FB2.ZIP", "10_the-pier.fb2.zip"):
        with ZipFile(tmp_path / name, "w") as file:
            file.writestr("any.fb2", page)
    (tmp_path / "pictures.zip").write_bytes(b"PK")
    (book,) = read(tmp_path)
    assert titles(book) == ["The Salt Lamp", "The Pier"]
    (book,) = read(tmp_path / "10_the-pier.fb2.zip")
    assert book.metadata.title == "The Pier"


def test_a_story_is_one_chapter_whatever_its_headings(tmp_path: Path) -> None:
    (book,) = read(shelf(tmp_path, tale=BOOK))
    assert titles(book) == ["Tale"]
    assert [block.text for block in book.chapters[0].blocks] == ["One", "He went.", "Two", "She stayed."]


def test_each_file_is_a_book_of_its_own_where_the_configuration_says_so(tmp_path: Path) -> None:
    books = read(shelf(tmp_path, tale=BOOK, other="He went."), book={"each": "file"})
    assert [book.metadata.title for book in books] == ["Other", "Tale"]
    assert titles(books[1]) == ["One", "Two"]


def test_a_file_is_always_a_book_of_its_own_headings(tmp_path: Path) -> None:
    (book,) = read(shelf(tmp_path, tale=BOOK) / "tale.md")
    assert (book.metadata.title, titles(book)) == ("Tale", ["One", "Two"])


def test_other_files_hidden_files_and_sub_folders_are_passed_over(tmp_path: Path) -> None:
    shelf(tmp_path, tale="He went.")
    for name in (".DS_Store", "._tale.txt", ".hidden.txt", "cover.jpg", "narrate.toml", "tale.txt~"):
        (tmp_path / name).write_bytes(b"\0\1")
    shelf_below = tmp_path / "drafts.txt"
    shelf_below.mkdir()
    shelf(shelf_below, other="She stayed.")
    assert [titles(book) for book in read(tmp_path)] == [["Tale"]]


def test_an_ending_in_capitals_is_read_too(tmp_path: Path) -> None:
    (tmp_path / "TALE.TXT").write_bytes(b"He went.")
    assert titles(read(tmp_path)[0]) == ["TALE"]


def test_a_readme_is_a_story_like_any_other(tmp_path: Path) -> None:
    assert titles(read(shelf(tmp_path, README="# A Tale\n\nHe went."))[0]) == ["A Tale"]


def test_a_title_is_the_configurations_first_then_the_texts_then_the_files(tmp_path: Path) -> None:
    told = "---\ntitle: Gold\n---\n\nHe went."
    shelf(tmp_path, a=told, b="# Silver\n\nHe went.", c_iron="He went.", d="# Tin\n\nHe went.")
    (book,) = read(tmp_path, chapter=[{"file": "d.md", "title": "Brass"}])
    assert titles(book) == ["Gold", "Silver", "C Iron", "Brass"]
    assert [chapter.titled_in_text for chapter in book.chapters] == [False, True, False, False]


def test_a_configured_title_that_the_heading_says_need_not_be_announced(tmp_path: Path) -> None:
    shelf(tmp_path, a="# Chapter 1: Gold\n\nHe went.")
    (book,) = read(tmp_path, chapter=[{"file": "a.md", "title": "GOLD"}])
    assert book.chapters[0].titled_in_text


def test_a_hash_is_never_a_title(tmp_path: Path) -> None:
    (tmp_path / HASH).write_text("Viktoria Alimbekova was a woman. She sang.", encoding="utf-8")
    (book,) = read(tmp_path / HASH)
    assert book.metadata.title == "Viktoria Alimbekova"
    assert titles(book) == ["Viktoria Alimbekova"]
    assert book.chapters[0].titled_in_text


def test_a_story_without_any_words_to_call_it_by_is_untitled(tmp_path: Path) -> None:
    (tmp_path / "17.txt").write_text("…", encoding="utf-8")
    assert titles(read(tmp_path / "17.txt")[0]) == ["Untitled"]


def test_a_folder_named_by_a_number_is_called_by_its_first_story(tmp_path: Path) -> None:
    folder = tmp_path / "17"
    folder.mkdir()
    assert read(shelf(folder, tale="He went."))[0].metadata.title == "Tale"


def test_the_working_folder_has_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "winter_tales"
    folder.mkdir()
    monkeypatch.chdir(shelf(folder, tale="He went."))
    assert read(Path())[0].metadata.title == "Winter Tales"


def test_numbers_before_all_names_are_mere_order(tmp_path: Path) -> None:
    (tmp_path / "2 Return.txt").write_text("He went.")
    (tmp_path / "10 End.txt").write_text("She stayed.")
    assert titles(read(tmp_path)[0]) == ["Return", "End"]


def test_words_before_the_first_heading_go_under_the_books_title(tmp_path: Path) -> None:
    (book,) = read(shelf(tmp_path, tale="---\ntitle: Gold\n---\n\nFor Tom.\n\n" + BOOK) / "tale.md")
    assert titles(book) == ["Gold", "One", "Two"]


def test_the_configuration_prevails_over_front_matter_and_that_over_defaults(tmp_path: Path) -> None:
    shelf(tmp_path, tale="---\nauthor: Jane\nlang: de\ngenre: Saga\ndate: 2020\n---\n\nHe went.")
    (book,) = read(tmp_path / "tale.md", book={"author": "Tom", "language": "en"})
    assert (book.metadata.author, book.metadata.language) == ("Tom", "en")
    assert (book.metadata.genre, book.metadata.date) == ("Saga", "2020")
    (book,) = read(tmp_path / "tale.md")
    assert (book.metadata.author, book.metadata.language) == ("Jane", "de")


def test_a_folder_is_by_all_its_authors_and_has_what_its_stories_share(tmp_path: Path) -> None:
    front = "---\nauthor: {}\npublisher: The Press\nseries: {}\n---\n\nHe went."
    shelf(tmp_path, a=front.format("Jane", "A"), b=front.format("Tom", "B"), c=front.format("Jane", "A"))
    metadata = read(tmp_path)[0].metadata
    assert (metadata.author, metadata.publisher, metadata.series) == ("Jane, Tom", "The Press", "")
    assert metadata.genre == "Audiobook"


def test_the_narrating_voice_is_credited_where_nobody_names_a_narrator(tmp_path: Path) -> None:
    shelf(tmp_path, tale="---\nauthor: Jane\n---\n\nHe went.", told="---\nreader: Tom Roe\n---\n\nHe went.")
    voice = {"narrator": "old-tom"}
    told = {name: read(tmp_path / f"{name}.md", voices=voice)[0].metadata for name in ("tale", "told")}
    assert {name: metadata.narrator for name, metadata in told.items()} == {
        "tale": "Old Tom",
        "told": "Tom Roe",
    }
    (book,) = read(tmp_path / "told.md", voices=voice, book={"narrator": "Ann"})
    assert book.metadata.narrator == "Ann"


def test_a_chapter_has_its_own_voice(tmp_path: Path) -> None:
    shelf(tmp_path, a="He went.", b="She stayed.")
    (book,) = read(tmp_path, chapter=[{"file": "b.txt", "voice": "eleanor"}])
    assert [chapter.voice for chapter in book.chapters] == [None, "eleanor"]


def test_a_skipped_chapter_stays_in_view_of_the_ledger(tmp_path: Path) -> None:
    shelf(tmp_path, a="He went.", b="She stayed.")
    (book,) = read(tmp_path, chapter=[{"file": "a.txt", "skip": True}])
    assert book.chapters[0].blocks == ()
    assert book.chapters[0].omissions == (Omission(0, 8, Reason.SKIPPED),)


def test_a_skipped_story_need_not_be_readable(tmp_path: Path) -> None:
    shelf(tmp_path, a="", b="She stayed.")
    (book,) = read(tmp_path, chapter=[{"file": "a.txt", "skip": True}])
    assert titles(book) == ["B"]


def test_a_number_means_one_chapter_of_a_file_and_prevails_over_its_whole(tmp_path: Path) -> None:
    tables = [
        {"file": "tale.md", "number": 2, "title": "Zwei", "voice": "eleanor"},
        {"file": "tale.md", "voice": "arthur"},
    ]
    (book,) = read(shelf(tmp_path, tale=BOOK) / "tale.md", chapter=tables)
    assert titles(book) == ["One", "Zwei"]
    assert [chapter.voice for chapter in book.chapters] == ["arthur", "eleanor"]


def test_an_exception_for_a_story_beside_the_one_that_is_read_is_no_mistake(tmp_path: Path) -> None:
    shelf(tmp_path, a="He went.", b="She stayed.")
    assert titles(read(tmp_path / "a.txt", chapter=[{"file": "b.txt", "title": "B"}])[0]) == ["A"]


def test_an_exception_for_no_story_names_the_nearest(tmp_path: Path) -> None:
    shelf(tmp_path, snow="He went.")
    with pytest.raises(
        BadConfig, match=r"file = 'sno.txt': there is no such story; did you mean \"snow.txt\"\?$"
    ):
        read(tmp_path, chapter=[{"file": "sno.txt"}])


def test_the_stories_that_there_are_are_named_once(tmp_path: Path) -> None:
    shelf(tmp_path, snow="He went.")
    with pytest.raises(BadConfig, match=r"there is no such story; there are snow\.txt$"):
        read(tmp_path / "snow.txt", chapter=[{"file": "x"}])


def test_a_number_too_high_names_how_many_there_are(tmp_path: Path) -> None:
    shelf(tmp_path, tale=BOOK)
    with pytest.raises(NoSuchChapter, match="number = 3: the file gives 2 chapters here"):
        read(tmp_path / "tale.md", chapter=[{"file": "tale.md", "number": 3}])
    with pytest.raises(NoSuchChapter, match="number = 2: the file gives only one chapter here"):
        read(tmp_path, chapter=[{"file": "tale.md", "number": 2}])


def test_a_path_that_leads_nowhere_names_its_nearest_neighbour(tmp_path: Path) -> None:
    shelf(tmp_path, snow="He went.")
    with pytest.raises(NoSuchPath, match=r"sno\.txt: there is no such file .*; did you mean .*snow\.txt.?\?"):
        read(tmp_path / "sno.txt")
    with pytest.raises(NoSuchPath, match=r"there is no such file or folder$"):
        read(tmp_path / "nowhere" / "far.txt")


def test_a_name_that_is_too_long_for_the_system_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CannotRead, match="too long"):
        read(tmp_path / ("x" * 300 + ".txt"))


def test_a_file_in_a_folder_that_may_not_be_entered_is_refused(tmp_path: Path) -> None:
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    with pytest.raises(CannotRead, match=r"loop.*symbolic links"):
        read(loop / "tale.txt")


def test_a_folder_that_may_not_be_listed_still_gives_the_one_story_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(folder: Path) -> None:
        raise PermissionError(13, "Permission denied", str(folder))

    monkeypatch.setattr(Path, "iterdir", refuse)
    path = shelf(tmp_path, tale="He went.") / "tale.txt"
    assert titles(read(path)[0]) == ["Tale"]
    assert titles(read(path, chapter=[{"file": "tale.txt", "title": "Gold"}])[0]) == ["Gold"]


def test_an_empty_folder_and_one_without_stories_name_what_is_read(tmp_path: Path) -> None:
    with pytest.raises(NoStories, match=r"holds no story.*\.markdown, \.md, .*\.text, \.txt"):
        read(tmp_path)
    (tmp_path / "cover.jpg").touch()
    with pytest.raises(NoStories, match="holds no story"):
        read(tmp_path)


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    (tmp_path / "tale.doc").touch()
    with pytest.raises(NoReader, match=r"tale\.doc: nothing here reads files that end in '\.doc'"):
        read(tmp_path / "tale.doc")


def test_an_empty_story_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EmptyStory, match=r"b\.txt"):
        read(shelf(tmp_path, a="He went.", b=""))


def test_a_link_to_nothing_is_refused(tmp_path: Path) -> None:
    shelf(tmp_path, a="He went.")
    (tmp_path / "b.txt").symlink_to(tmp_path / "gone.txt")
    with pytest.raises(CannotRead, match=r"b\.txt"):
        read(tmp_path)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_locked_folder_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "locked"
    folder.mkdir()
    folder.chmod(0)
    with pytest.raises(CannotRead, match="Permission denied"):
        read(folder)


def test_a_book_of_which_all_is_skipped_is_refused(tmp_path: Path) -> None:
    shelf(tmp_path, a="He went.")
    with pytest.raises(NothingToRead, match="skips every chapter"):
        read(tmp_path, chapter=[{"file": "a.txt", "skip": True}])


def test_one_title_for_many_books_is_refused(tmp_path: Path) -> None:
    shelf(tmp_path, a="He went.", b="She stayed.")
    with pytest.raises(OneTitleForMany, match="'Gold' is for one book"):
        read(tmp_path, book={"each": "file", "title": "Gold"})


def test_every_exception_for_no_story_is_told_at_once(tmp_path: Path) -> None:
    shelf(tmp_path, snow="It snowed.")
    with pytest.raises(BadConfig) as refusal:
        read(tmp_path, chapter=[{"file": "sno.txt"}, {"file": "rain.txt"}])
    assert [line.split("'")[1] for line in str(refusal.value).splitlines()] == ["sno.txt", "rain.txt"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no named pipes in folders")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    for path in (tmp_path / "a.txt", tmp_path):
        with pytest.raises(CannotRead, match=r"a\.txt.* it is no regular file"):
            read_books(path, Config())
