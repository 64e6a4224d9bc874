"""Any text of any script: no crash, levels in range, spans inside, the same answer twice, and in good time."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goalsmith.engine import Judge
from goalsmith.store import find_case, load_knowledge

JUDGE = Judge(load_knowledge(), find_case("ocd-daniel"))
WORDS = st.sampled_from(
    [
        "from",
        "to",
        "40",
        "3",
        "x/day",
        "≤",
        "daily",
        "by",
        "session",
        "week",
        "6",
        "Y-BOCS",
        "GAD-7",
        "never",
        "Daniel",
        "will",
        "wash",
        "hands",
        "the",
        "next",
        "of",
        "-",
        "→",
        "5%",
        "a",
        "at",
        "most",
        "(",
        ")",
        ".",
        ",",
        "'",
        '"',
        "/",
        "and",
        "or",
        "until",
        "flatmate",
        "therapist",
        "washing",
        "text",
        "...",
        "half",
        "an",
        "hour",
        "once",
        "sesion",
        "Reassurrance",
        "approximatley",
        "won't",
        "she\u2019ll",
        "  ",
        "\n- ",
        "ses\u00adsion",
        "\u200b",
        "e\u0301",
        "\ud800",
        "\u0130",
    ]
)
ANYTHING = st.text(st.characters(exclude_categories=()), max_size=400)
TEXTS = st.one_of(
    ANYTHING, st.lists(WORDS, max_size=60).map(" ".join), st.lists(st.one_of(WORDS, ANYTHING)).map("".join)
)


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.sampled_from(["goal", "objective"]))
def test_any_text_is_judged(text, kind):
    judged = JUDGE.statement(text, kind)
    assert judged == JUDGE.statement(text, kind)
    for result in judged.letters.values():
        assert result.level in (0, 1, 2, 3)
        assert result.level <= result.reached <= 3
    spans = [s for r in judged.letters.values() for a in r.answers for s in a.spans]
    for span in spans + [s for a in judged.advice for s in a.spans]:
        assert 0 <= span.start < span.end <= len(text)


@pytest.mark.parametrize(
    "piece",
    [
        "a", "1", " ", "from 1 ", "to 1 ", "(now ", "by the end of the ", "1 of 1 ", "and ", ", ", "in the ", "\n", "é",
        "0-", "at least ", "no more than ", "for the next ", "very ", "'", "session ", "client's ", "word ", "words ",
        "don't ", "reassurrance ", "contaminatoin ", "z\u00ad", "  \u200b", "(",
    ],
)  # fmt: skip
def test_long_repetitive_texts_take_no_more_than_their_length_allows(piece):
    text = (piece * 3000)[:3000]
    JUDGE.statement(text, "objective")
    start = time.process_time()
    JUDGE.statement(text, "objective")
    assert time.process_time() - start < 0.050 * 3


def test_a_huge_text_is_cut_and_judged():
    start = time.process_time()
    JUDGE.statement("wash hands ten times a day " * 40_000, "objective")
    assert time.process_time() - start < 1
