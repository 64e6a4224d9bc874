"""The conversation: what can be asked now, what the client answers, and what is known by now."""

from collections.abc import Sequence

from goalsmith.engine.interview.form import Poor
from goalsmith.engine.interview.understand import Understood
from goalsmith.model import Exchange, Fact, Interview, Question

Exchanges = Sequence[Exchange]


def offered(interview: Interview, exchanges: Exchanges) -> list[Question]:
    """The prepared questions in the list now: those that follow upon nothing, or upon one that has been asked."""
    asked = {one.question for one in exchanges}
    return [one for one in interview.questions if not one.after or asked & set(one.after)]


def answer(question: Question, exchanges: Exchanges, typed: str = "", poor: Poor | None = None) -> Exchange:
    """Ask a prepared question, by picking it or in the `typed` words that were understood as it.

    Asked again, the client answers as one who has heard it before.
    """
    again = any(one.question == question.id for one in exchanges)
    said = question.again if again and question.again else question.answer
    return Exchange(
        asked=typed or question.ask,
        question=question.id,
        typed=bool(typed),
        poor=poor,
        answer=said,
        facts=list(question.facts),
    )


def deflect(interview: Interview, exchanges: Exchanges, typed: str, poor: Poor | None = None) -> Exchange:
    """Answer what nothing prepared matches, or what is poorly put: the client's ways of doing so, taken in turn."""
    ways = getattr(interview.deflections, poor or "unmatched")
    before = sum(not one.question and one.poor == poor for one in exchanges)
    return Exchange(asked=typed, typed=True, poor=poor, answer=ways[before % len(ways)])


def reply(interview: Interview, exchanges: Exchanges, typed: str, meant: Understood) -> Exchange:
    """Answer what was `typed`, as it was understood."""
    if meant.question is None:
        return deflect(interview, exchanges, typed, meant.poor)
    return answer(meant.question, exchanges, typed, meant.poor)


def found(interview: Interview, exchanges: Exchanges) -> list[Fact]:
    """The facts that came out, in the order in which they did. One that the case no longer has is left out."""
    ids = dict.fromkeys(fact for one in exchanges for fact in one.facts)
    return [fact for one in ids if (fact := interview.fact(one))]


def still_out(interview: Interview, exchanges: Exchanges) -> tuple[int, int]:
    """How many facts are not found yet: of those that a plan needs, and of the others."""
    known = {fact.id for fact in found(interview, exchanges)}
    out = [fact.needed for fact in interview.facts if fact.id not in known]
    return sum(out), len(out) - sum(out)
