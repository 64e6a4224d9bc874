"""Gaps of a template that are still open: what they will say is not there yet, however good the other words are.

Each letter has the gaps that answer its question. The places are those of the gaps.
"""

from goalsmith.engine.checks.base import View, Yes, check, found, yes


@check("slot")
def still_template(v: View) -> Yes | None:
    """Is a template that nobody has fitted to the client.

    Source: ours; a template is a start, and says nothing about this client.
    Yes: "By x, the client asks for reassurance x, down from x, and has time for x again."
    No: "By [by when], Ruth walks to the pharmacy for ten minutes."
    """
    return yes() if v.template else None


@check("slot")
def gap_what(v: View) -> Yes | None:
    """Leaves open what the client will do.

    Source: ANCHORS, S 1 (no concrete behaviour).
    Yes: "By session 6, Maya [behaviour] on five days a week."
    No: "By session 6, Maya marks each quiz once on five days a week."
    """
    return _open(v, "behaviour")


@check("slot")
def gap_where(v: View) -> Yes | None:
    """Leaves open where or when in the day, or with whom.

    Source: ANCHORS, S 2 (where, when, how or with what is missing).
    Yes: "Ruth sings one song [situation]."
    No: "Ruth sings one song at the kitchen sink."
    """
    return _open(v, "situation", "who")


@check("slot")
def gap_amount(v: View) -> Yes | None:
    """Leaves open what is counted, how much, or how far.

    Source: ANCHORS, M 2 (the criterion is incomplete).
    Yes: "Daniel washes his hands [target] times a day."
    No: "Daniel washes his hands 15 times a day."
    """
    return _open(v, "behaviour", "measure", "target", "dose")


@check("slot")
def gap_scale(v: View) -> Yes | None:
    """Leaves open where the client starts from, or how big the step is.

    Source: ANCHORS, A 2 (nothing in the text scales it).
    Yes: "Maya sends 4 texts a day (now [baseline])."
    No: "Maya sends 4 texts a day (now 12)."
    """
    return _open(v, "baseline", "target", "dose")


@check("slot")
def gap_aim(v: View) -> Yes | None:
    """Leaves open what is done, and so whether it serves a problem of the client.

    Source: ANCHORS, R 2 (general terms).
    Yes: "[behaviour] in worry time."
    No: "Writes down one worry in worry time."
    """
    return _open(v, "behaviour")


@check("slot")
def gap_when(v: View) -> Yes | None:
    """Leaves open by when.

    Source: ANCHORS, T 2 (no explicit date, session or week).
    Yes: "By [by when], GAD-7 below 10."
    No: "By session 8, GAD-7 below 10."
    """
    return _open(v, "by when")


def _open(v: View, *names: str) -> Yes | None:
    return found(v.reading.at(*(f"slot:{name}" for name in names))) if v.reading.holes else None
