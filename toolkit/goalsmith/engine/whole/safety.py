"""Safety: does a plan for a client at risk hold the parts of a safety plan? Asked only where the case carries risk.

The parts are those of Stanley B, Brown GK (2012), Safety Planning Intervention: a brief intervention to mitigate
suicide risk, and who reassesses the risk and when.
"""

from collections.abc import Iterator

from goalsmith.engine.checks import View
from goalsmith.engine.evidence.first import Wording
from goalsmith.engine.evidence.words.listed import listed
from goalsmith.engine.reading import LONGEST
from goalsmith.engine.text import normalise, tokenise
from goalsmith.engine.whole.base import Finding, check, held, lacks
from goalsmith.engine.whole.view import PlanView, Row

_LONG = 200
# What fills a field and settles nothing.
_NOTHING = frozenset(
    listed("""
    na, n a, none, nothing, none known, no known, not applicable, tbd, tba, to be decided, to be discussed,
    to be agreed, to be done, unknown, yes, no, as needed, see above, ok, okay, will do, discussed, in place, safe,
    safety, safety plan, safety plan in place, pending, later, same, the same
""")
)
_DENIED = Wording(
    r"\b(?:no|denies|denied|without|free of|never have|not have) (?:\w+ ){0,2}(?:suicidal|suicide|self-harm"
    r"|thoughts of (?:death|dying|suicide))"
)
_PROMISED = Wording(
    r"\b(?:promis\w+|pledg\w+|swears?|vows?|contracts?(?: for safety)?|no[- ](?:suicide|harm) (?:contract|agreement))\b"
)


def _field(v: PlanView, name: str) -> str:
    """What a field of the safety part says, or nothing where it is empty, a mere denial or a promise."""
    text = str(getattr(v.plan.safety, name)).strip()
    norm = normalise(text[:LONGEST])
    words = " ".join(tokenise(norm[:_LONG]).words)
    if len(text) < 2 or words in _NOTHING or not words or _DENIED.search(norm) or _PROMISED.search(norm):
        return ""
    return text


def _rows(v: PlanView) -> Iterator[Row]:
    """The statements that speak of the risk, or stand under a goal that does, and do not work against treatment."""
    risks = {risk.id for risk in v.case.risk}
    for branch in v.branches:
        about = branch.goal.problem in risks or bool(branch.row and "risk" in v.said(branch.row.view))
        for row in (branch.row, *branch.steps) if branch.row else branch.steps:
            if (about or "risk" in v.said(row.view)) and not row.judged.unsafe and not _hollow(row.view):
                yield row


def _hollow(view: View) -> bool:
    return _PROMISED.search(view.reading.norm) is not None


def _part(v: PlanView, *names: str) -> Finding:
    """Whether one of the fields, or a statement about the risk, holds the part."""
    for name in names:
        if said := _field(v, name):
            return held(said, "Safety")
        for row in _rows(v):
            if places := v.said(row.view).get(f"safety:{name}"):
                return held(row.text[slice(*places[0])], row.label)
    return lacks(fact=_risk(v))


def _risk(v: PlanView) -> str:
    return v.case.risk[0].text if v.case.risk else ""


@check
def risk_mentioned(v: PlanView) -> Finding:
    """The plan speaks of the risk at all, be it in a denial.

    Source: ANCHORS, Safety 0 and 1.
    Yes: "Ruth will have no suicidal thoughts."
    No: a plan about choir and garden only
    """
    filled = [str(text).strip() for text in v.plan.safety.model_dump().values()]
    if any(filled):
        return held(next(text for text in filled if text), "Safety")
    for where, view in v.views():
        if places := v.said(view).get("risk"):
            return held(view.reading.text[slice(*places[0])], where)
    risks = {risk.id for risk in v.case.risk}
    decided = any(r.id in risks and (r.decision or r.reason) for r in v.plan.problems)
    return held(fact=_risk(v)) if decided or any(g.problem in risks for g in v.plan.goals) else lacks(fact=_risk(v))


@check
def some_safety_step(v: PlanView) -> Finding:
    """At least one part of a safety plan is there. A denial or a promise is none.

    Source: ANCHORS, Safety 2; Rozek DC et al. (2022). Suicide intervention practices: what is being used by mental
    health clinicians and mental health allies?
    Yes: "Calls 988 when the thoughts come"
    No: "Promises not to act on it"
    """
    for name in v.plan.safety.__class__.model_fields:
        found = _part(v, name)
        if found.yes:
            return found
    return lacks(fact=_risk(v))


@check
def reassesses(v: PlanView) -> Finding:
    """It is settled who asks about the risk again, and when.

    Source: ANCHORS, Safety 3.
    Yes: who "therapist", when "at each session"
    No: who "therapist", when left empty
    """
    who, when = _part(v, "reassessed_by"), _part(v, "reassessed_when")
    return who if who.yes and when.yes else lacks(fact=_risk(v))


@check
def warning_signs(v: PlanView) -> Finding:
    """The signs are named by which client and others would know that a crisis begins.

    Source: Stanley and Brown 2012, step 1.
    Yes: "stays in bed past noon and does not pick up the phone"
    No: an empty field
    """
    return _part(v, "warning_signs")


@check
def own_coping(v: PlanView) -> Finding:
    """There is something that the client can do alone first.

    Source: Stanley and Brown 2012, step 2.
    Yes: "listens to the radio in the kitchen"
    No: "none"
    """
    return _part(v, "own_coping")


@check
def people_places(v: PlanView) -> Finding:
    """There are people and places that distract, or people to ask for help.

    Source: Stanley and Brown 2012, steps 3 and 4.
    Yes: "phones her choir friend"
    No: an empty field
    """
    return _part(v, "people_and_places", "helpers")


@check
def professionals(v: PlanView) -> Finding:
    """There are professionals or services to turn to.

    Source: Stanley and Brown 2012, step 5.
    Yes: "988, and the clinic's duty line"
    No: an empty field
    """
    return _part(v, "professionals")


@check
def means(v: PlanView) -> Finding:
    """It is settled how the means of harm are kept out of reach.

    Source: Stanley and Brown 2012, step 6.
    Yes: "her daughter keeps the spare tablets"
    No: an empty field
    """
    return _part(v, "means")
