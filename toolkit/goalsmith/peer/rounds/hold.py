"""Which plans are held back until the supervisor has decided, and how decided redactions read."""

from goalsmith.model import Plan
from goalsmith.peer.packets.places import replaced
from goalsmith.peer.rounds.tables import Matter, Participant

LETS_GO = ("released", "redacted", "accepted")
BLANK = "[…]"


def held(participant: Participant) -> bool:
    """Whether the plan stays out of packets: a text of it, or a reviewer's private flag, waits or was not let go."""
    return any(matter.state == "open" or matter.decision not in LETS_GO for matter in _matters(participant))


def redacted_plan(participant: Participant) -> Plan:
    """The plan as it travels: with the words that the supervisor redacted replaced wherever they stand in that text.

    A matter's `replacement` takes the place of its `words` in the text at its `place`; an empty one leaves "[…]".
    """
    plan = Plan.model_validate(participant.plan)
    for matter in _matters(participant):
        if matter.decision == "redacted":
            plan = replaced(plan, matter.place, matter.words, matter.replacement or BLANK)
    return plan


def _matters(participant: Participant) -> list[Matter]:
    """What is there about the words of the plan. A reviewer's flag has the place "plan" with the kind of the flag."""
    return [
        matter
        for matter in participant.round.matters
        if matter.participant_id == participant.id
        and (matter.kind == "plan-text" or (matter.kind == "flag" and matter.place.startswith("plan")))
    ]
