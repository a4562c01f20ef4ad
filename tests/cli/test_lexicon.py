import re
import tomllib
import wave
from pathlib import Path

import pytest

from command import Narrate

ROOT = Path(__file__).parents[2]


@pytest.fixture
def tale(tmp_path: Path) -> Path:
    """A story with names, told by a voice of eSpeak."""
    folder = tmp_path / "tale"
    folder.mkdir()
    (folder / "tale.txt").write_text(
        "At dusk the ferry brought Ozmun to Velsheyda. Nobody in Velsheyda knew Ozmun’s brother.\n\n"
        "He took the lead, and Velsheyda slept.\n",
        encoding="utf-8",
    )
    return folder


def lexicon(folder: Path, text: str) -> None:
    (folder / "names.lexicon.toml").write_text(text, encoding="utf-8")


def test_the_names_of_the_seeds_are_said_as_they_should_be(narrate: Narrate) -> None:
    """Through the engine's own account of what it would say."""
    done = narrate("lexicon", "test", ROOT / "seeds")
    assert done.returncode == 0, done.stdout + done.stderr
    said = dict(re.findall(r"^ok +(\w+) +/(\S+)/", done.stdout, re.MULTILINE))
    assert said == {
        "Alimbekova": "ˌælɪmbˈɛkəvɐ",
        "Imankulov": "ˌɪməŋkˈuːlɒf",
        "Kazakhstan": "kˌæzəkstˈɑːn",
        "Kyzylorda": "kˌɪzɪlɔːdˈɑː",
        "Viktoria": "vɪktˈɔːɹiə",
    }
    assert "alone /kˈaɪzɪlˌɔːdɐ/" in done.stdout


def test_suggestions_are_a_lexicon_that_changes_nothing(narrate: Narrate, tale: Path) -> None:
    done = narrate("lexicon", "suggest", tale)
    assert list(tomllib.loads(done.stdout)) == ["Velsheyda", "Ozmun"], done.stderr
    assert "# 3 x; letter by letter" in done.stdout
    lexicon(tale, done.stdout)
    proof = narrate("lexicon", "test", tale).stdout
    for row in proof.splitlines():
        said, alone = re.findall(r"/(\S+)/", row)
        assert said == alone
    assert narrate("lexicon", "suggest", tale).stdout.strip() == ""


def test_homographs_that_are_left_to_the_engine_are_listed(narrate: Narrate, tale: Path) -> None:
    done = narrate("lexicon", "suggest", tale, "--homographs")
    assert done.stdout.split(maxsplit=2)[:2] == ["1", "lead"], done.stderr


def test_what_is_said_otherwise_than_expected_ends_with_1(narrate: Narrate, tale: Path) -> None:
    lexicon(tale, 'Ozmun = { ipa = "ˈɒzmʊn", expect = "ˈɒzmən" }\nVelsheyda = "Velshayda"\n')
    done = narrate("lexicon", "test", tale)
    assert done.returncode == 1
    assert re.search(r"^OTHER +Ozmun .*; expected /ˈɒzmən/$", done.stdout, re.MULTILINE)
    assert "2 words, 1 said otherwise than expected" in done.stderr


def test_what_an_engine_cannot_say_is_a_warning(narrate: Narrate, tale: Path) -> None:
    lexicon(
        tale, 'Ozmun = { ipa = "ˈøzmyn", expect = "ˈɜːzmuːn" }\nUno = { say = "Oono", language = "it" }\n'
    )
    done = narrate("lexicon", "test", tale)
    assert done.returncode == 0, done.stdout
    assert "eleanor has no ø, y and says the nearest" in done.stdout
    assert "no voice of this book says it so" in done.stdout
    assert (
        "rehearsal takes letters only and says it as printed"
        in narrate("lexicon", "test", tale, "--voice", "rehearsal").stdout
    )


def test_a_word_is_heard_as_printed_and_as_the_lexicon_has_it(narrate: Narrate, tale: Path) -> None:
    (tale / "narrate.toml").write_text('[pronounce]\nOzmun = "/ɒzˈmuːniːˌeɪlɪə/"\n', encoding="utf-8")
    out = tale / "out"
    done = narrate("lexicon", "say", "Ozmun", "--config", tale / "narrate.toml", "--output", out)
    assert done.returncode == 0, done.stderr
    printed, said = (_frames(out / name) for name in ("Ozmun, printed.wav", "Ozmun.wav"))
    assert 0 < printed < said


def test_the_lexicon_of_stories_elsewhere_is_heard_under_legal_names(narrate: Narrate, tale: Path) -> None:
    lexicon(tale, '"Oz/mun" = "/ɒzˈmuːniːˌeɪlɪə/"\n')
    out = tale / "out"
    done = narrate("lexicon", "say", "Oz/mun", "--book", tale, "-o", out)
    assert done.returncode == 0, done.stderr
    assert sorted(path.name for path in out.iterdir()) == ["Oz-mun, printed.wav", "Oz-mun.wav"]
    assert _frames(out / "Oz-mun, printed.wav") != _frames(out / "Oz-mun.wav")


@pytest.mark.parametrize("verb", [("test",), ("export",), ("say", "Ozmun", "--book")])
def test_stories_that_are_not_there_have_no_lexicon(
    verb: tuple[str, ...], narrate: Narrate, tmp_path: Path
) -> None:
    """The one of the folder around them is not theirs."""
    lexicon(tmp_path, 'Ozmun = "Ozzman"\n')
    done = narrate("lexicon", *verb, "tael")
    assert done.returncode == 2
    assert done.stderr == "narrate: tael: there is no such file or folder\n"


def test_no_entries_are_no_proof(narrate: Narrate, tale: Path) -> None:
    done = narrate("lexicon", "test", tale)
    assert done.returncode == 0
    assert done.stderr.startswith("nothing to test: ")


def _frames(path: Path) -> int:
    with wave.open(str(path)) as sound:
        return int(sound.getnframes())


def test_pls_goes_out_and_comes_in_again(narrate: Narrate, tale: Path) -> None:
    lexicon(tale, 'Ozmun = "/ˈɒzmʊn/"\nSt = "Saint"\nlead = { say = "led", before = ["pipe"] }\n')
    done = narrate("lexicon", "export", tale, "--pls", "--output", tale / "names.pls")
    assert "left out, for PLS knows no conditions: lead" in done.stderr
    (tale / "names.lexicon.toml").unlink()
    (tale / "narrate.toml").write_text('[book]\nlexicons = ["names.pls"]\n')
    assert tomllib.loads(narrate("lexicon", "export", tale).stdout) == {
        "Ozmun": {"ipa": "ˈɒzmʊn", "language": "en"},
        "St": {"say": "Saint", "language": "en"},
    }


def test_a_broken_lexicon_is_named_before_anything_is_made(narrate: Narrate, tale: Path) -> None:
    (tale / "narrate.toml").write_text('[book]\nlexicons = ["names.pls"]\n')
    (tale / "names.pls").write_text("Ozmun = Ozzman")
    done = narrate(tale)
    assert done.returncode == 2
    assert "names.pls: cannot be used as a PLS lexicon: it is not XML" in done.stderr.replace("\n", " ")


def test_why_names_the_entries_and_what_they_say(narrate: Narrate, tale: Path) -> None:
    lexicon(tale, 'Ozmun = "/ˈɒzmʊn/"\n')
    assert narrate(tale, "-f", "mp3").returncode == 0
    lexicon(tale, 'Ozmun = "/ˈɒzmən/"\nbrother = "bruther"\n')
    done = narrate("why", tale, "-f", "mp3").stdout
    assert 'lexicon entry Ozmun "/ˈɒzmʊn/" -> "/ˈɒzmən/"' in done
    assert "lexicon entry brother is new" in done
    assert "2 of 4 lines would be spoken again" in done


def test_a_batch_notices_a_changed_lexicon(narrate: Narrate, tale: Path) -> None:
    lexicon(tale, 'Ozmun = "Ozzman"\n')
    assert "made: " in narrate("batch", tale.parent, "-f", "mp3").stderr
    assert "made: " not in narrate("batch", tale.parent, "-f", "mp3").stderr
    lexicon(tale, 'Ozmun = "Ozzmon"\n')
    assert "made: " in narrate("batch", tale.parent, "-f", "mp3").stderr
