from dataclasses import replace

import pytest

from narrate.model.ipa import alike
from narrate.model.script import Line, Role
from narrate.script.rules import rewrite
from narrate.script.rules.homographs import WORDS, homographs
from narrate.script.rules.readings import READINGS
from narrate.speak.engines.espeak import Espeak
from narrate.speak.wording import worded
from narrate.testing.voices import TRIAL

VOICE = replace(TRIAL, engine_voice="en-gb-x-rp")

SAID = {
    "By noon he read every page of it.": "ɹˈɛd",
    "They dug up an old lead pipe.": "lˈɛd",
    "A box made of lead, and very small.": "lˈɛd",
    "He had to wind the music box.": "wˈaɪnd",
    "Tear it up, and burn it.": "tˈeəɹ",
    "There was a long tear in her sleeve.": "tˈeəɹ",
    "Close the gate behind you.": "klˈəʊz",
    "At the close of the year they left.": "klˈəʊz",
    "The meeting drew to a close.": "klˈəʊz",
    "She made a bow, and went.": "bˈaʊ",
    "Bow before the queen.": "bˈaʊ",
    "He leaned over the bow of the boat.": "bˈaʊ",
    "Foam flew across the bows.": "bˈaʊz",
    "They had a row about money.": "ɹˈaʊ",
    "The lane wound down to a mill.": "wˈaʊnd",
    "He wound the thread twice.": "wˈaʊnd",
    "The valley road winds on for miles.": "wˈaɪndz",
    "It was drawn in minute detail.": "maɪnjˈuːt",
    "And present yourself at nine.": "pɹɪzˈɛnt",
    "Rats lived in the heaps of refuse.": "ɹˈɛfjuːs",
    "Use the back door.": "jˈuːz",
    "We shall put it to use.": "jˈuːs",
    "Cowards desert their post.": "dɪzˈɜːt",
    "Polish the brass, please.": "pˈɒlɪʃ",
    "Then she dove into the lake.": "dˈəʊv",
    "A fat sow lay in the yard.": "sˈaʊ",
    "He seemed perfectly content.": "kəntˈɛnt",
    "We sold fresh produce.": "pɹˈɒdjuːs",
    "Permit me to pass.": "pəmˈɪt",
    "Do you insult me?": "ɪnsˈʌlt",
    "Excuse me, sir.": "ɪkskjˈuːz",
    "Nothing could separate them.": "sˈɛpəɹeɪt",
    "He was an advocate in town.": "ˈædvəkət",
    "Her uncle, an old invalid, slept.": "ˈɪnvəlɪd",
    "Grandfather caught a bass.": "bˈæs",
    "She began to frequent the taverns.": "fɹɪkwˈɛnt",
    "An aged man opened.": "ˈeɪdʒɪd",
    "Learned men came from far.": "lˈɜːnɪd",
    "Blessed are the bold.": "blˈɛsɪd",
    "Ill luck dogged him.": "dˈɒɡd",
    "My beloved, come.": "bɪlˈʌvɪd",
    "All day he moped.": "mˈəʊpt",
}
"""A sentence, and how its homograph is said in it."""

LEFT = [
    "Did he read it?",
    "She could not lead them.",
    "The lead singer bowed to them.",
    "To lead soldiers is hard.",
    "The wind blew all night.",
    "Exposed to wind all night, they froze.",
    "A tear ran down her cheek.",
    "A single tear down his face.",
    "They came close the first time.",
    "He was so close his breath could be felt.",
    "A bow and arrow hung there.",
    "He made a bow and arrow.",
    "They had a row of beans.",
    "A deep wound in his side.",
    "Did he wound the bear?",
    "Wait a minute.",
    "A five minute description of it.",
    "There is no use in it.",
    "A Polish officer came.",
    "The content of the box.",
    "No excuse.",
    "The learned judged otherwise.",
    "He learned friends had come.",
    "Two white doves and a dove.",
]
"""Where nothing is certain, or all is as it should be."""


@pytest.fixture(scope="module")
def heard() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What the engine says of each sentence by itself, and what it says with the rule."""
    lines = [Line(text, Role.NARRATOR, "v", rewrites=rewrite(text, (homographs,))) for text in SAID]
    worded_so = tuple(worded(line, VOICE) for line in lines)
    engine = Espeak()
    return engine.transcribe(tuple(SAID), VOICE), engine.transcribe(worded_so, VOICE)


@pytest.mark.parametrize("text", SAID)
def test_a_homograph_is_said_as_its_neighbours_tell_and_the_engine_would_not(
    heard: tuple[tuple[str, ...], tuple[str, ...]], text: str
) -> None:
    alone, ruled = (each[list(SAID).index(text)].split() for each in heard)
    assert any(alike(SAID[text], word) for word in ruled)
    assert not any(alike(SAID[text], word) for word in alone)


@pytest.mark.parametrize("text", LEFT)
def test_what_is_not_certain_is_left_alone(text: str) -> None:
    assert rewrite(text, (homographs,)) == ()


def test_every_word_is_one_that_is_looked_for() -> None:
    assert all(WORDS.fullmatch(reading.word) for reading in READINGS)
