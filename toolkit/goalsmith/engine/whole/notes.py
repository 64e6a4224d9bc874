"""What is worth a remark and touches no level."""

from goalsmith.engine.whole.base import Finding, check, held, lacks
from goalsmith.engine.whole.view import PlanView
from goalsmith.engine.whole.when import sessions


@check
def early_step(v: PlanView) -> Finding:
    """At least one objective is due in the first third of the planned sessions, so that something is won early.

    Source: our own rule of thumb; a first success shows client and clinician that the way is right.
    Yes: "by session 4" of 12
    No: every objective "by session 12"
    """
    third = -(-v.case.planned_sessions // 3)
    dues = []
    for row in v.steps():
        named = sessions(f"{row.text}. {getattr(row.source, 'due', '')}", v.case)
        if named:
            dues.append((max(named), row))
    first = min(dues, key=lambda pair: pair[0], default=None)
    if first is None or first[0] > third:
        return lacks(fact=f"session {third}")
    return held(first[1].text, first[1].label)


@check
def risk_enquiry(v: PlanView) -> Finding:
    """Where the case names no risk, the plan records that risk was or will be asked about.

    Source: our own rule; asking about risk belongs to every intake. It lowers no level.
    Yes: "Asked about suicide at intake, denied; asked again at session 6"
    No: nothing about risk anywhere
    """
    if v.case.risk or any(str(text).strip() for text in v.plan.safety.model_dump().values()):
        return held()
    return held() if any("risk" in v.said(view) for _, view in v.views()) else lacks()
