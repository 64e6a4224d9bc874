"""Goal, objective or other: what a statement is, whatever it was filed as."""

import re

from goalsmith.engine.checks.base import View
from goalsmith.model.assessment import Kind, Type

_OTHER = ("not_clients_act", "restates_case", "rubric_words")


def type_of(view: View, said: set[str], filed: Kind) -> tuple[Type, str]:
    """Return the type and, where it is not the filed kind, the key of the rubric's message about it.

    `said` are the checks that say yes.
    """
    r = view.reading
    for name in _OTHER:
        if name in said:
            return "other", r.actor if name == "not_clients_act" else name
    outcome, act = _is_outcome(view), _is_act(view)
    if filed == "goal" and act and not outcome and _far(view):
        return filed, ""
    if outcome == act:
        return filed, ""
    if filed == "objective" and outcome and not r.scores and r.has("change", "limit", "baseline"):
        return filed, ""
    kind: Type = "goal" if outcome else "objective"
    return kind, "" if kind == filed else f"is_{kind}"


def _is_outcome(view: View) -> bool:
    r = view.reading
    if r.scores and (r.scores[0].place[0] < 60 or r.scores[0].decidable) and not _client_step_first(view):
        return True
    if r.has("state") or (r.has("wish") and not r.has("weak_act")):
        return True
    return bool(
        r.has("change", "baseline")
        or (r.has("dose") and r.has("outcome"))
        or (r.has("loose", "limit") and r.has("outcome"))
    )


_FAR = re.compile(
    r"\b(?:session|week) (?:[89]|1\d|2\d|eight|nine|ten|twelve|sixteen)\b|\bend of\b|\bcourse\b"
    r"|\bmonths?\b|\bchristmas\b|\bby (?:the )?(?:summer|spring|autumn|fall|winter)\b|\bagain\b|-session"
)


def _far(view: View) -> bool:
    """Whether the text looks so far ahead that a goal fits as well as a step does."""
    r = view.reading
    return bool(r.has("change", "loose", "limit", "outcome", "wish") or _FAR.search(r.norm)) and not r.has(
        "dose", "clock"
    )


def _client_step_first(view: View) -> bool:
    r = view.reading
    acts = [p for p in r.at("act") if p[0] < 40 and p not in r.at("outcome")]
    return bool(acts) and r.scores[0].place[0] > acts[0][1] + 15


def _is_act(view: View) -> bool:
    r = view.reading
    if r.scores and not _client_step_first(view):
        return False
    acts = [p for p in r.at("act") if p[0] < 60 or r.has("dose", "counted", "clock")]
    if r.has("state") or r.has("wish"):
        acts = [p for p in acts if p[0] < r.at("state", "wish")[0][0] and p not in r.at("outcome")]
    return bool(acts) or r.has("dose", "clock") or (r.has("technique_any") and not r.has("state", "wish"))
