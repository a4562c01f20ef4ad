from collections.abc import Callable

import pytest

Say = Callable[[str], str]


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("Mr. and Mrs. Ott", "Mister and Missus Ott"),
        ("Dr Ott saw Prof. Lee", "Doctor Ott saw Professor Lee"),
        ("Lieut.-Col. Ott and Sgt. Lee", "Lieutenant-Colonel Ott and Sergeant Lee"),
        ("Messrs. Ott", "Messers Ott"),
        ("Ann Ott, Jr., and Lee, Esq., of Rye", "Ann Ott, Junior, and Lee, Esquire, of Rye"),
        ("the Rev. Mr. Ott", "the Reverend Mister Ott"),
        ("Wm. Ott", "William Ott"),
        ("Gen. 3, Col. 4", "Gen. three, Col. four"),
    ],
)
def test_titles(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("said M. Leroux", "said Monsieur Leroux"),
        ("to MM. de Retz", "to Messieurs de Retz"),
        ("Ann M. Leroux", "Ann M Leroux"),
        ("Mme. Petit, Mlle. Roux", "Madame Petit, Mademoiselle Roux"),
    ],
)
def test_monsieur(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("the Rt. Hon. Ann Ott", "the Right Honourable Ann Ott"),
        ("Asst. Supt. Ott", "Assistant Superintendent Ott"),
        ("the Supt. of it", "the Superintendent of it"),
        ("Mdlle. Roux", "Mademoiselle Roux"),
        ("Hon'ble Mr. Das", "Honourable Mister Das"),
        ("2nd Lieut. Ott", "second Lieutenant Ott"),
    ],
)
def test_titles_of_office(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("Uncle Chas. and Robt. wept", "Uncle Charles and Robert wept"),
    ],
)
def test_shortened_names_without_a_surname(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("the Insp. rose", "the Inspector rose"),
        ("our Col. of old", "our Colonel of old"),
        ("the Sec. of State", "the Secretary of State"),
        ("Rep. Holt and Br. Leo", "Representative Holt and Brother Leo"),
    ],
)
def test_an_office_without_a_name(say: Say, printed: str, said: str) -> None:
    assert say(printed) == said
