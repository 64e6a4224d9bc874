"""The words and colours that stand for a level, the same on every page."""

from pathlib import Path

from goalsmith.model import LetterResult

LEVEL_WORDS = ("missing", "vague", "partly there", "clear")
CSS = (Path(__file__).parent / "style.css").read_text("utf-8")


def level_text(result: LetterResult) -> str:
    """Say a letter's level in words, and whether it is what is expected: "2 of 3, partly there (expected)"."""
    if result.reached is None:
        return "needs a case"
    outcome = "reached" if result.met else f"{result.expected} expected"
    return f"{result.reached} of 3, {LEVEL_WORDS[result.reached]} ({outcome})"
