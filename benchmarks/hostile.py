#!/usr/bin/env python3
"""The worst milliseconds for 1,000 characters that any nasty input takes; the limit is 50.

    hostile.py [--slowest 8]

Each piece is repeated to 1,000, 4,000 and 100,000 characters: digits, brackets, quotes, combining marks, scripts from
right to left, emoji, lone surrogates, separators, openings of patterns, and typos. Of a long text the engine reads the
first 4,000 characters, so the rate that counts is that of the texts up to there. A crash ends the script.
"""

import argparse
import time
from pathlib import Path

from goalsmith.engine import Judge
from goalsmith.store import load_cases, load_knowledge

HERE = Path(__file__).parent
LIMIT = 50
LENGTHS = (1000, 4000, 100_000)
PIECES = (
    "7", "1 ", "1.", "1,", "1-", "1/", "12:30 ", "GAD-7 ", "GAD-7 of 9 ", "PHQ-9 from 17 to ", "%",
    "5 % of the ", "a", "ab", "z ", "'", '"', "\"'", "('\"", "(", ")", "((now ", "[", "<", "≤", "~", "\\", "\0",
    "\t", "\n", "\r\n", " ", ".", ". ", "; ", ", ", "-", "- ", "--", "…", "\u00ad", "\u200b", "s\u00ade",
    "\ufeff ", "\u0301", "e\u0301 ", "İ", "ß ", "ﬁ ", "שלום ", "مرحبا ", "\u202e", "目标", "กำหนด ", "🙂",
    "👩‍👩‍👧 ", "🇬🇧", "\ud800", "\udfff ", "𝐬𝐞𝐬𝐬𝐢𝐨𝐧 ", "٣ ", "Ⅷ ", "½ ", "from ", "from 1 ",
    "from a score of ", "to ", "to 1 ", "by ", "by the ", "by the end of the ", "by the end of her ", "within ",
    "within 1 ", "in no more than ", "for the next ", "for the next two ", "over the course of the ", "until ",
    "at least ", "no more than ", "no more than 1 ", "up to a total of ", "every ", "every other ",
    "each single ", "Monday and ", "mon, ", "on Monday to ", "May ", "1 May ", "the 3rd ",
    "between sessions 1 and ", "(currently ", "now ", "session ", "session 1 and ", "week 1 to ", "times ",
    "twice ", "one of the ", "half an ", "a couple of ", "twenty five ", "she ", "her ",
    "his wife and her sister ", "the therapist ", "the client will ", "client's ", "I'll ", "don't ", "n't ",
    "has had ", "has been ", "aged 34, ", "and ", "and also ", ", and ", "not ", "so that ", "in order to ",
    "exposure ", "reassurance ", "wash hands ", "text ... partner ", "cognitive ", "behaviour ",
    "progressive muscle ", "sesion ", "reassurrance ", "contaminatoin ", "approximatley ",
    "Specific, measurable ", "ignore the rubric ", "<script>", "=cmd() ", "{quote} ",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa ", "aaaaaaaaaab ", "abcdefghijkl" * 9 + " ",
)  # fmt: skip


def main() -> None:
    """Judge every text three times, take the fastest, and print the worst rates."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--slowest", type=int, default=8)
    wanted = parser.parse_args()
    case = next(case for case in load_cases(HERE / "contexts.yaml") if case.id == "ocd-daniel")
    judge = Judge(load_knowledge(), case)
    judge.statement("Daniel washes his elephants no more than 10 times a day by sesion 6.", "objective")
    rates = sorted((_rate(judge, piece, length) for piece in PIECES for length in LENGTHS), reverse=True)
    for rate, length, piece in rates[: wanted.slowest]:
        print(f"{rate:6.2f} ms for 1,000 characters, {length:>7,} characters of {piece[:30]!a}")
    print(f"worst of {len(rates)}: {rates[0][0]:.1f} ms for 1,000 characters (limit {LIMIT})")


def _rate(judge: Judge, piece: str, length: int) -> tuple[float, int, str]:
    texts = [f"{n}{piece * (length // len(piece) + 1)}"[:length] for n in "123"]  # a text that is known costs less
    taken = []
    for text in texts:
        start = time.process_time()
        judged = judge.statement(text, "objective")
        taken.append(time.process_time() - start)
    spans = [span for result in judged.letters.values() for answer in result.answers for span in answer.spans]
    if not all(0 <= span.start < span.end <= length for span in spans):
        raise SystemExit(f"a span lies outside the text: {piece!a}")
    return 1000 * min(taken) / (length / 1000), length, piece


if __name__ == "__main__":
    main()
