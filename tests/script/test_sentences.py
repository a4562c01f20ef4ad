import subprocess
import sys
import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from narrate.script.sentences import split, verses

PROSE = st.text(st.sampled_from("aIb NoMr. ?!…\"'“”‘’«»()[]—-;,:5V\n\u00a0。") | st.characters(), max_size=60)


def sentences(paragraph: str) -> list[str]:
    return [paragraph[start:end] for start, end in split(paragraph)]


def divided(marked: str) -> tuple[list[str], list[str]]:
    """Take a bar for the place where a sentence should end."""
    wanted = marked.split(" | ")
    return sentences(" ".join(wanted)), wanted


@given(PROSE)
@example("  lead and tail \n")
@example("a. b) 1. 2. 3.")
@example("「はい。」彼は言った。そう。")
def test_the_sentences_and_the_gaps_between_them_are_the_paragraph(paragraph: str) -> None:
    at, rebuilt = 0, ""
    for start, end in split(paragraph):
        assert not paragraph[at:start].strip()
        assert start < end
        assert paragraph[start:end] == paragraph[start:end].strip()
        rebuilt += paragraph[at:end]
        at = end
    assert not paragraph[at:].strip()
    assert rebuilt + paragraph[at:] == paragraph


@pytest.mark.parametrize(
    "marked",
    [
        '"Are you cold?" asked Mrs. Venn.',
        '"Halt!" Sergeant Oakes bellowed across the yard. | Nobody halted.',
        '"Whose coat is this?" I asked.',
        '"Whose coat is this?" Miss Lavinia Tell slowly asked.',
        '"Whose coat is this?" Old Tom de Vere went on.',
        "‘Is that all?’ said the boy. | ‘That is all.’",
        "“I have been—” Lavinia began. | The lamp went out.",
        '"I was only--" | The door slammed.',
        '"Go!" shrieked the parrot. | Nobody went.',
        "« Qui est là ? » demanda-t-il. | Personne.",
        "„Wer da?“ rief der Posten. | Niemand.",
        '"You may laugh--" ("I do," said Kit) "--but it is true."',
        '"If it rains," said the carter, "we shall stop. | I know the road."',
    ],
)
def test_a_quotation_and_its_tag_stay_together(marked: str) -> None:
    got, wanted = divided(marked)
    assert got == wanted


@pytest.mark.parametrize(
    "marked",
    [
        '"Who goes there?" | Wilkins lowered his lantern.',
        '"Who goes there?" | The sentry called nobody back.',
        '"Help!" | Wilkins said nothing.',
        '"It is late." | Nora called the dog.',
        '"Is it far?" | "Not very."',
        "“Enough!” | He struck the table.",
    ],
)
def test_what_happens_after_a_quotation_is_a_sentence_of_its_own(marked: str) -> None:
    got, wanted = divided(marked)
    assert got == wanted


@pytest.mark.parametrize(
    "marked",
    [
        "Dr. Quill, Messrs. Roe and Co., and Capt. Vane were late. | They were always late.",
        "The Rev. J. R. Amory preached at St. Olave's. | It rained.",
        "They call it U.N. territory. | We call it home.",
        "She arrived at 6 p.m. | Wilkins was asleep.",
        "She arrived at 6 p.m. Tuesday, by rail. | Nobody met her.",
        "By 6 p.m. Wilkins was asleep.",
        "We shall meet on Jan. 3. | Bring the map.",
        "See No. 12, vol. iii, p. 40, fig. 2. | It is torn.",
        "'Mr. Venn,' he said, 'is out.'",
        "Come home, old chap. | Dinner is laid.",
        "I saw Fred. | Alex had gone, and Ed. | Nobody else came.",
        "He was asked twice. | No. | He would not go.",
        "He said no. | That was all.",
        "The keys, the lamp, etc. | We packed everything.",
        "It was he and I. | Wilkins had gone.",
        "It happened under Henry V. | France was quiet.",
        "The note was signed A. W. | Whose hand was it?",
        "It cost £2. 5s. 6d. in those days. | It costs more now.",
        "He is 5.5 feet tall and has $3.50. | I counted it.",
        "Write to me@example.org or see https://example.org/a.b?c=d. | Do it soon.",
        "Version 2.0.1 is out. | Nobody cares.",
        "He came from D.C. Wilkins with a letter.",
        "To MM. Roux and Petit, and SS. Peter and Paul. | Amen.",
        "It weighed 7 cwt. 2 qrs. 14 lbs. | Nobody lifted it.",
        "He bought 60 lbs. Dutch cheese. | It was old.",
        "It was a 6.5 mm. Mauser. | We ran.",
        "They met on Mon. Oct. 3, and on Sat. the 8th. | It rained.",
        "He sat. | Mon came in.",
        "He lived in Red Lion Sq. | Nobody knew.",
        "Asst. Supt. Vane and Mdlle. Roux came. | It was late.",
        "In the reign of Will. IV. and Ed. III. it stood.",
        "It was done at will. | I saw it.",
        "See op. cit., p. 9, and Matt. 5:9. | It is there.",
        "The rifle, no. C2766, was new. | It cost Rs. 500.",
        "They paid £5 7s. 6½d. for it. | It was dear.",
        "By Art. I, Sec. 4, and Ch. I. of the Act, it was void. | Not so.",
        "Take Rte. 9 north. | Then Hwy. 4.",
        "They fed him vitamin K. | Salt was all he had.",
        "“Hush!” Nell’s uncle warned. | “Not here!” Hugh, who had the key, whispered.",
        "“Go!” the guard ordered. | “Now!” Roe ordered. | “Halt!” | Roe ordered the men back.",
        "“Never!” Holt told her. | “Look!” | Holt told her the whole story.",
        "Yours, Ann Roe, M.D. | P.S. Burn this.",
        "The shout of “Thieves! Thieves!” woke us. | We rose.",
        "“Who’s there?” Mr. Holt the miller asked. | “Friends.”",
        "“Well . . . ” | She wept.",
        "Lat. 51° N., long. 7° W. was the place. | We waited long. | 5 men came.",
    ],
)
def test_a_stop_inside_a_sentence_is_told_from_one_that_ends_it(marked: str) -> None:
    got, wanted = divided(marked)
    assert got == wanted


@pytest.mark.parametrize(
    "marked",
    [
        "I thought ... I thought it was you.",
        "And then … nothing happened.",
        "We waited.... | Nobody came.",
        "We waited... | The clock struck.",
        "“Well . . . perhaps,” he said. | “Perhaps not.”",
        "Ah! what a morning. | Larks sang.",
        "What?! | You again?",
        "He left it (an old one) behind. | (He often did.) | She found it.",
        "Prices fell (see Table 3). | They rose again.",
        "1. Take the road. | 2. Cross the bridge. | 3. Wait.",
        "a) flour | b) salt | c) water",
        "The tide turned.[4] | Boats left.",
        "The tide turned. [4] | Boats left.",
        "The end. * * *",
        "What a day...!",
    ],
)
def test_marks_that_are_not_a_single_stop(marked: str) -> None:
    got, wanted = divided(marked)
    assert got == wanted


def test_chinese_and_japanese_need_no_blank_between_sentences() -> None:
    assert sentences("「行くな！」と彼は言った。雨だった。") == [
        "「行くな！」",
        "と彼は言った。",
        "雨だった。",
    ]


def test_a_text_without_capitals_still_has_sentences() -> None:
    assert sentences("it rained. nobody came. the end.") == ["it rained.", "nobody came.", "the end."]


def test_a_paragraph_without_a_word_or_with_one_mark_does_no_harm() -> None:
    assert sentences("") == sentences(" \n ") == []
    assert sentences("…") == ["…"]


def test_a_stanza_is_divided_at_its_line_ends() -> None:
    stanza = "The owl went by,\n  hooting. \n\nThe moon was high."
    assert [stanza[start:end] for start, end in verses(stanza)] == [
        "The owl went by,",
        "hooting.",
        "The moon was high.",
    ]


@pytest.mark.parametrize("ugly", ["!", '"', ". ", "a. ", "' ", " ", "[1] ", "— ", ".”"])
def test_a_paragraph_of_nothing_but_marks_takes_no_longer_than_its_length_deserves(ugly: str) -> None:
    began = time.process_time()
    split("a" + ugly * 20_000 + "b")
    assert time.process_time() - began < 5


def test_nothing_is_looked_for_outside_the_program() -> None:
    program = (
        "import nltk.data, narrate.script.sentences as s\n"
        "def find(*a, **k): raise AssertionError(a)\n"
        "nltk.data.find = nltk.data.load = find\n"
        "print(len(s.split('He met Dr. Quill. She did not.')))"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout == "2\n"
