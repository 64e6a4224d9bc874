"""A text is cut into pieces that the network knows, each with its place."""

import pytest

from goalsmith.engine.harm.wordpiece import WordPieces

VOCABULARY = [
    "[PAD]",
    "[UNK]",
    "[CLS]",
    "[SEP]",
    "wash",
    "##es",
    "##ing",
    "hand",
    "##s",
    "the",
    "client",
    ".",
    "cafe",
    "x",
]


@pytest.fixture
def words():
    return WordPieces(VOCABULARY)


def told(words, text, names=()):
    return [VOCABULARY[piece.number] for piece in words.cut(text, names)]


def test_the_longest_piece_comes_first(words):
    assert told(words, "washes hands.") == ["wash", "##es", "hand", "##s", "."]


def test_each_piece_has_the_place_of_its_word(words):
    assert [piece.place for piece in words.cut("x washes")] == [(0, 1), (2, 8), (2, 8)]


def test_a_word_that_cannot_be_cut_is_one_unknown_piece(words):
    assert told(words, "x zebra x") == ["x", "[UNK]", "x"]
    assert told(words, "wash" * 30) == ["[UNK]"]


def test_accents_are_no_other_word(words):
    assert told(words, "café") == ["cafe"]


def test_the_clients_name_is_read_as_the_client(words):
    assert told(words, "ann washes", ["ann"]) == ["the", "client", "wash", "##es"]
    assert words.cut("ann", ["ann"])[0].place == (0, 3)
