"""From a plan to the levels of its parts, by the rules of the rubric, with one next step each."""

from goalsmith.engine.advice import quote
from goalsmith.engine.facts import Facts
from goalsmith.engine.levels import Ladder
from goalsmith.engine.whole.base import PLAN_CHECKS, Finding
from goalsmith.engine.whole.view import PlanView, Read
from goalsmith.model import PARTS, Advice, Part, PartResult, Plan, PlanAnswer, PlanAssessment, WholeRubric


def assess_whole(
    rubric: WholeRubric, plan: Plan, judged: PlanAssessment, facts: Facts, read: Read
) -> tuple[dict[Part, PartResult], tuple[Advice, ...]]:
    """Return each part's result, and the remarks that touch no level. `judged` has the plan's statements.

    Safety has a level only where the case carries risk. An empty plan is level 0 without remarks.
    """
    view = PlanView(plan, judged, facts, read)
    findings = {name: PLAN_CHECKS[name](view) for name in rubric.checks}
    parts = {part: _part(part, rubric, findings) for part in PARTS}
    if not facts.case.risk:
        parts["safety"] = PartResult("safety", None)
    notes = [_advice("note", name, rubric, findings[name]) for name in rubric.notes] if view.branches else []
    return parts, tuple(note for note in notes if note)


def unknown_checks(rubric: WholeRubric) -> list[str]:
    """The checks that a rubric asks for and the engine does not have."""
    return [name for name in rubric.checks if name not in PLAN_CHECKS]


def _part(part: Part, rubric: WholeRubric, findings: dict[str, Finding]) -> PartResult:
    ladder = Ladder(rubric.criteria[part])
    said = {name for name, finding in findings.items() if finding.yes}
    number = ladder.fired(said)
    level = ladder.levels[number]
    steps = (_advice(part, name, rubric, findings[name]) for name in ladder.blocking(number, said))
    answers = tuple(
        PlanAnswer(name, found.yes, found.words, found.where, found.fact)
        for name in ladder.names
        for found in [findings[name]]
    )
    return PartResult(part, level, answers, next((step for step in steps if step), None) if level < 3 else None)


def _advice(criterion: str, name: str, rubric: WholeRubric, found: Finding) -> Advice | None:
    """The message of a check whose answer calls for it."""
    check = rubric.checks[name]
    if found.yes != (check.when == "yes") or not check.advice:
        return None
    return Advice(criterion, name, _fill(check.advice, found), _fill(check.ask, found), fact=found.fact)


def _fill(sentence: str, found: Finding) -> str:
    """Put the words of the plan and of the case into a message; what has no words is left out with its quotes."""
    words = quote(found.words, ()) if found.words else ""
    fact = quote(found.fact, ()) if found.fact else ""
    filled = sentence.replace("{quote}", words).replace("{where}", found.where).replace("{fact}", fact)
    return " ".join(filled.replace("“” ", "").replace(" (“”)", "").replace(" ()", "").split())
