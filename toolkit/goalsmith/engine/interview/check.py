"""What is wrong with the interview of a case, for its author: one sentence for each thing."""

from collections import Counter
from collections.abc import Iterable, Iterator

from goalsmith.engine.interview.match import words_of
from goalsmith.model import DIRECT_KINDS, POOR_KINDS, Case, Interview, Question, QuestionKind

WANTED: tuple[QuestionKind, ...] = (
    "open", "scaling", "miracle", "exception", "functional", "values", "strengths", "culture", "barrier", "safety",
    "frequency", "duration", "substance",
)  # fmt: skip
"""The kinds that every interview has."""


def check(case: Case) -> list[str]:
    """Return what is wrong; an empty list where nothing is, or where the case has no interview."""
    interview = case.interview
    if interview is None:
        return []
    found = [*_twice(interview), *_unknown(case, interview), *_unreachable(interview), *_facts(interview)]
    found += [*_poor(interview), *_kinds(interview), *_problems(case, interview), *_same_words(interview)]
    return [f"interview.{one}" for one in found]


def _twice(interview: Interview) -> Iterator[str]:
    for where, ids in (("facts", interview.facts), ("questions", interview.questions)):
        for one, count in Counter(entry.id for entry in ids).items():
            if count > 1:
                yield f"{where}.{one}: the id stands {count} times; give each its own"


def _unknown(case: Case, interview: Interview) -> Iterator[str]:
    facts = {one.id for one in interview.facts}
    questions = {one.id for one in interview.questions}
    problems = {one.id for one in case.presenting_problems}
    for question in interview.questions:
        for one in sorted(set(question.facts) - facts):
            yield f"questions.{question.id}.facts: there is no fact {one}; add it, or mend its name"
        for one in sorted(set(question.after) - questions):
            yield f"questions.{question.id}.after: there is no question {one}; add it, or mend its name"
    for fact in interview.facts:
        if fact.problem and fact.problem not in problems:
            yield f"facts.{fact.id}.problem: there is no problem {fact.problem}; it has to be one of the case's"


def _reached(interview: Interview) -> set[str]:
    """The good questions that are offered at some time to somebody who never asks a poor one."""
    good = [one for one in interview.questions if one.kind not in POOR_KINDS]
    reached = {one.id for one in good if not one.after}
    while more := {one.id for one in good if one.id not in reached and reached & set(one.after)}:
        reached |= more
    return reached


def _unreachable(interview: Interview) -> Iterator[str]:
    reached = _reached(interview)
    for one in interview.questions:
        if one.after and one.id not in reached and not (one.kind in POOR_KINDS and reached & set(one.after)):
            yield (
                f"questions.{one.id}.after: none of {', '.join(one.after)} is ever offered before it to somebody who "
                "asks no poor question; name one that is, or take `after` out"
            )


def _facts(interview: Interview) -> Iterator[str]:
    reached = _reached(interview)
    bringing = {fact.id: [one for one in interview.questions if fact.id in one.facts] for fact in interview.facts}
    for fact, questions in bringing.items():
        if not questions:
            yield f"facts.{fact}: no question brings it out; name it in the facts of one"
        elif all(one.kind in POOR_KINDS for one in questions):
            yield f"facts.{fact}: only a poor question brings it out ({_ids(questions)}); name it in a good one too"
        elif not any(one.id in reached for one in questions):
            yield f"facts.{fact}: only questions that are never offered bring it out ({_ids(questions)})"


def _poor(interview: Interview) -> Iterator[str]:
    needed = {fact.id for fact in interview.facts if fact.needed}
    for one in interview.questions:
        if one.kind in POOR_KINDS and (brought := sorted(needed & set(one.facts))):
            yield (
                f"questions.{one.id}.facts: a poor question brings out {', '.join(brought)}, which a plan needs; "
                "let only good ones do so"
            )


def _kinds(interview: Interview) -> Iterator[str]:
    has = {one.kind for one in interview.questions}
    for kind in WANTED:
        if kind not in has:
            direct = ", a direct question that always gets a straight answer" if kind in DIRECT_KINDS else ""
            yield f"questions: none is of the kind {kind}{direct}; add one"
    if not any("suicide" in one.enquires for one in interview.questions):
        yield "questions: none enquires about suicide; add one of the kind safety with `enquires: [suicide]`"


def _problems(case: Case, interview: Interview) -> Iterator[str]:
    for problem in case.presenting_problems:
        if not any(fact.needed and fact.problem == problem.id for fact in interview.facts):
            yield f"facts: none that a plan needs belongs to the problem {problem.id}; add one with `needed: true`"


def _same_words(interview: Interview) -> Iterator[str]:
    """Two questions with a wording of the same words cannot be told apart when one of them is typed."""
    first: dict[tuple[str, ...], tuple[str, str]] = {}
    for question in interview.questions:
        for text in (question.ask, *question.also):
            other, said = first.setdefault(tuple(sorted(words_of(text))), (question.id, text))
            if other != question.id:
                yield f'questions.{question.id}: "{text}" is "{said}" of {other} in the same words; change one'


def _ids(questions: Iterable[Question]) -> str:
    return ", ".join(one.id for one in questions)
