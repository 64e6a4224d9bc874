"""The texts of a travelling plan by their place, such as "g1.text", "g1-o2.interventions.0" or "safety.means"."""

from collections.abc import Iterator

from pydantic import BaseModel

from goalsmith.model import Plan
from goalsmith.peer.packets.allow import TRAVELS


def texts(plan: Plan) -> Iterator[tuple[str, str]]:
    """Every text of the plan that is not empty, with its place, in the order of the page."""
    for name, record in _records(plan):
        for field in TRAVELS[type(record)]:
            if type(record).model_fields[field].annotation not in (str, list[str]):
                continue  # numbers and choices say nothing in a learner's own words
            value = getattr(record, field)
            if isinstance(value, str) and value:
                yield f"{name}.{field}", value
            elif isinstance(value, list):
                yield from ((f"{name}.{field}.{at}", one) for at, one in enumerate(value) if one)


def replaced(plan: Plan, place: str, words: str, by: str) -> Plan:
    """A copy of the plan in which `words` at `place` read `by`; the plan as it is where there is no such place."""
    new = plan.model_copy(deep=True)
    records = dict(_records(new))
    name, _, field = place.partition(".")
    field, _, at = field.partition(".")
    record = records.get(name)
    if record is None or field not in TRAVELS[type(record)]:
        return new
    value = getattr(record, field)
    if isinstance(value, list):
        setattr(record, field, [_put(one, words, by) if str(n) == at else one for n, one in enumerate(value)])
    else:
        setattr(record, field, _put(value, words, by))
    return new


def _put(text: str, words: str, by: str) -> str:
    return text.replace(words, by) if words else text


def _records(plan: Plan) -> Iterator[tuple[str, BaseModel]]:
    """Each record of the plan that has texts, under the first part of its place."""
    for problem in plan.problems:
        yield f"problem {problem.id}", problem
    for goal in plan.goals:
        yield goal.id, goal
        yield f"{goal.id} measure", goal.measure
        yield from ((step.id, step) for step in goal.objectives)
    yield "safety", plan.safety
