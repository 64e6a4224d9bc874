"""What `goalsmith score` reads and prints. Kept apart from the verb, so that starting the command stays light."""

import json
import sys
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, cast

from goalsmith.engine import Judge
from goalsmith.errors import BadFile, UnknownCase
from goalsmith.model import LETTERS, Case, Knowledge, StatementAssessment
from goalsmith.store import find_case, load_cases, load_knowledge, read_plan

Kind = Literal["goal", "objective"]


class Judges:
    """One judge a case, made when first asked for."""

    def __init__(self, cases: Path | None) -> None:
        """Take the cases of the file `cases`, or the shipped ones."""
        self._knowledge: Knowledge = load_knowledge()
        self._cases = {c.id: c for c in load_cases(cases)} if cases else None
        self.judge = lru_cache(maxsize=None)(self._judge)

    def case(self, case_id: str) -> Case:
        """Return the case.

        Raises:
            UnknownCase: no case has that id.
        """
        if self._cases is None:
            return find_case(case_id)
        if case_id not in self._cases:
            raise UnknownCase(f"there is no case called {case_id}; the file has {', '.join(sorted(self._cases))}")
        return self._cases[case_id]

    def _judge(self, case_id: str) -> Judge:
        return Judge(self._knowledge, self.case(case_id) if case_id else None)


def line(row_id: str, judged: StatementAssessment) -> dict[str, Any]:
    """One scored statement as a line of output."""
    evidence = [
        {
            "criterion": letter,
            "check": answer.check,
            "start": span.start,
            "end": span.end,
            "text": judged.text[span.start : span.end],
        }
        for letter in LETTERS
        for answer in judged.letters[letter].answers
        if answer.yes
        for span in answer.spans
    ]
    advice = [{"criterion": a.criterion, "check": a.check, "text": a.text, "ask": a.ask} for a in judged.advice]
    levels = {letter: judged.level(letter) for letter in LETTERS}
    out: dict[str, Any] = {"id": row_id, **levels, "type": judged.type, "evidence": evidence, "advice": advice}
    if judged.unsafe:
        out["unsafe"] = judged.unsafe
    if judged.flags:
        out["flags"] = list(judged.flags)
    if judged.notes:
        out["notes"] = [{"check": n.check, "text": n.text, "ask": n.ask} for n in judged.notes]
    return out


def show(row: dict[str, Any]) -> None:
    """Print one line of JSON."""
    print(json.dumps(row, ensure_ascii=False))


def one(text: str, kind: str, case_id: str, cases: Path | None, *, explained: bool = False) -> None:
    """Judge one text; a table in a terminal, a JSON line elsewhere, or how each level came about."""
    judge = Judges(cases).judge(case_id)
    judged = judge.statement(text, cast(Kind, kind))
    if explained:
        from goalsmith.cli.explain import explain

        alone = judge.knowledge.harm.scores.alone
        harm = (judge.harm_score(text), alone) if judge.case else None
        explain(judged, judge.knowledge.rubric, judge.case, harm=harm)
    elif sys.stdout.isatty():
        _table(judged)
    else:
        show(line("", judged))


def plan(path: Path, cases: Path | None) -> None:
    """Judge every statement of a plan, then print its levels as a whole."""
    case_id = path.name.removesuffix(".plan.json")
    judges = Judges(cases)
    judges.case(case_id)
    assessed = judges.judge(case_id).plan(read_plan(path, case_id))
    for row_id, judged in assessed.statements.items():
        show(line(row_id, judged))
    shares = {letter: round(share, 4) for letter, share in assessed.shares.items()}
    parts = {part: result.level for part, result in assessed.whole.items()}
    steps = [result.advice for result in assessed.whole.values() if result.advice]
    advice = [
        {"criterion": a.criterion, "check": a.check, "text": a.text, "ask": a.ask} for a in (*steps, *assessed.hints)
    ]
    notes = list(assessed.notes)
    levels = {**assessed.levels, **parts}
    show({"id": "plan", **levels, "shares": shares, "rubric": assessed.rubric, "notes": notes, "advice": advice})


def lines(file: str, cases: Path | None) -> int:
    """Judge a JSONL file, or standard input where `file` is "-"; return how many lines could not be judged."""
    judges, bad = Judges(cases), 0
    for number, raw in enumerate(_raw_lines(file), 1):
        if not raw.strip():
            continue
        try:
            show(_scored(raw, judges))
        except (ValueError, UnknownCase) as problem:
            bad += 1
            print(f"line {number}: {problem}", file=sys.stderr)
    return bad


def _raw_lines(file: str) -> Iterator[bytes]:
    if file == "-":
        yield from sys.stdin.buffer
        return
    try:
        with Path(file).open("rb") as stream:
            yield from stream
    except OSError as problem:
        raise BadFile(file, [f"cannot be read ({problem.strerror}); check the name"]) from None


def _scored(raw: bytes, judges: Judges) -> dict[str, Any]:
    try:
        row = json.loads(raw)
    except (ValueError, RecursionError):
        raise ValueError('is not JSON; write {"id": ..., "context": ..., "kind": ..., "text": ...}') from None
    if not isinstance(row, dict):
        raise ValueError("is not an object with id, context, kind and text")
    for field in ("id", "kind", "text"):
        if not isinstance(row.get(field), str):
            raise ValueError(f"{field}: has to be a text; add it")
    if row["kind"] not in ("goal", "objective"):
        raise ValueError(f"kind: is {row['kind']!r}; write goal or objective")
    context = row.get("context") or ""
    if not isinstance(context, str):
        raise ValueError("context: has to be the id of a case")
    return line(row["id"], judges.judge(context).statement(row["text"], row["kind"]))


def _table(judged: StatementAssessment) -> None:
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    table = Table("Letter", "Level", "Expected", "Evidence")
    for letter, result in judged.letters.items():
        spans = {judged.text[s.start : s.end] for a in result.answers if a.yes for s in a.spans}
        level = "needs a case" if result.level is None else str(result.level)
        table.add_row(letter, level, str(result.expected), escape(", ".join(sorted(spans))))
    console = Console()
    console.print(table)
    console.print(f"Reads as: {judged.type}")
    for advice in judged.advice:
        console.print(f"- {advice.criterion}: {escape(advice.text)} {escape(advice.ask)}")
