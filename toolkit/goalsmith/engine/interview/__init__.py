"""An interview with the fictional client: a typed question understood, answered, and looked back upon.

Comes in: an `Interview` and the exchanges so far. Goes out: the next `Exchange`, the facts found, a `Debrief`, or for
an author what is wrong with a case's interview. Pure functions: the same words get the same answer, always.
"""

from goalsmith.engine.interview.check import check
from goalsmith.engine.interview.conversation import answer, deflect, found, offered, reply, still_out
from goalsmith.engine.interview.debrief import debrief
from goalsmith.engine.interview.form import form, parts
from goalsmith.engine.interview.understand import Listener, Understood

__all__ = [
    "Listener",
    "Understood",
    "answer",
    "check",
    "debrief",
    "deflect",
    "form",
    "found",
    "offered",
    "parts",
    "reply",
    "still_out",
]
