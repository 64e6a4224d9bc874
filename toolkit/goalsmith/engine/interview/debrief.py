"""Looking back on an interview.

Where the case carries a risk of suicide, whether it was asked about comes first, before anything else.
"""

from collections import Counter
from collections.abc import Iterator

from goalsmith.engine.interview.conversation import Exchanges, found
from goalsmith.model import (
    POOR_KINDS,
    Case,
    Debrief,
    DebriefItem,
    Exchange,
    Fact,
    Interview,
    Interviewing,
    KindOfQuestion,
    Question,
)


def debrief(case: Case, exchanges: Exchanges, kinds: Interviewing) -> Debrief:
    """Look back on the interview of `case`.

    Raises:
        ValueError: the case has no interview.
    """
    if case.interview is None:
        raise ValueError(f"{case.id} has no interview")
    interview, known = case.interview, found(case.interview, exchanges)
    missed = [fact for fact in interview.facts if fact not in known]
    risk = _risk(case, interview, exchanges, kinds)
    grave = any(one.kind == "suicide" for one in case.risk)
    items = [
        *(risk if grave else ()),
        *(_found(fact) for fact in known),
        *_missed(interview, missed),
        *(() if grave else risk),
        *_poor(interview, exchanges, kinds),
        *_kinds(interview, exchanges, kinds),
    ]
    needed = sum(fact.needed for fact in known)
    return Debrief(tuple(items), (needed, needed + sum(fact.needed for fact in missed)))


def enquired(interview: Interview, exchanges: Exchanges, risk: str = "suicide") -> bool:
    """Whether a question was asked that enquires about `risk` in so many words."""
    return any(risk in question.enquires for one in exchanges if (question := interview.question(one.question)))


def _risk(case: Case, interview: Interview, exchanges: Exchanges, kinds: Interviewing) -> list[DebriefItem]:
    sources = tuple(one.cited for one in kinds.suicide_sources)
    if enquired(interview, exchanges):
        return [DebriefItem("risk", "suicide", "You asked about suicide in plain words.", kinds.suicide, "", sources)]
    carried = "; ".join(one.text for one in case.risk if one.kind == "suicide")
    said = "You ended without asking about suicide."
    said += f" This client carries the risk: {carried}." if carried else " Ask every client, in plain words."
    ask = next((one.ask for one in interview.questions if "suicide" in one.enquires), "")
    return [DebriefItem("risk", "suicide", said, kinds.suicide, ask, sources)]


def _found(fact: Fact) -> DebriefItem:
    return DebriefItem("found", fact.id, fact.text, fact.needed_for)


def _missed(interview: Interview, missed: list[Fact]) -> Iterator[DebriefItem]:
    """What a needed fact is for, and how to ask; never the fact itself. Of the others, how many."""
    for fact in (one for one in missed if one.needed):
        asking = next((q for q in interview.questions if fact.id in q.facts and q.kind not in POOR_KINDS), None)
        yield DebriefItem("missed", fact.id, fact.needed_for, "", asking.ask if asking else "")
    if others := sum(not one.needed for one in missed):
        more = "was 1 thing more" if others == 1 else f"were {others} things more"
        yield DebriefItem("missed", "others", f"There {more} to learn that a plan can do without.")


def _poor(interview: Interview, exchanges: Exchanges, kinds: Interviewing) -> Iterator[DebriefItem]:
    for one in exchanges:
        question = interview.question(one.question)
        if question and question.kind in POOR_KINDS:
            yield DebriefItem("poor", question.kind, one.asked, question.why)
        elif one.poor:
            yield DebriefItem("poor", one.poor, one.asked, _why(one, question, kinds.of(one.poor)))


def _why(one: Exchange, question: Question | None, kind: KindOfQuestion) -> str:
    answered = "It got a straight answer all the same, since it was a direct question. " if question else ""
    return answered + kind.works


def _kinds(interview: Interview, exchanges: Exchanges, kinds: Interviewing) -> Iterator[DebriefItem]:
    """The good kinds that this interview has: how often each was used, and why it works."""
    asked = [question.kind for one in exchanges if (question := interview.question(one.question))]
    used, has = Counter(asked), {one.kind for one in interview.questions}
    for kind in kinds.kinds:
        if kind.kind in has and kind.kind not in POOR_KINDS:
            sources = tuple(one.cited for one in kind.sources)
            yield DebriefItem("kinds", kind.kind, kind.name, kind.works, "", sources, used[kind.kind])
