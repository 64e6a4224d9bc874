"""Thread: do problem, goal, objective and measure connect?"""

from itertools import combinations, islice

from goalsmith.engine.facts import COMMON, content
from goalsmith.engine.whole.base import Finding, at, check, held, lacks
from goalsmith.engine.whole.view import Branch, PlanView, Row

_ALIKE = 0.8
_FEWEST = 3
_COMPARED = 60
_SCORE_ONLY = ("symptom", "inner")


def serves(row: Row, branch: Branch, view: PlanView) -> bool:
    """Whether an objective leads to its goal: through a shared problem, shared words, or a supported technique."""
    if not row.sound or (branch.row is None and not branch.topics):
        return False
    if row.topics & branch.topics or _shared(row, branch, view):
        return True
    # A goal about the diagnosis's score, or about no problem in particular, is served by work on any of them.
    broad = not branch.topics or bool(branch.row and branch.row.view.reading.scores)
    if row.has("technique_own") or (broad and (row.topics or row.has(*_SCORE_ONLY))):
        return broad or not row.topics
    return False


def _shared(row: Row, branch: Branch, view: PlanView) -> bool:
    """Whether objective and goal share a telling word, the client's name aside."""
    if branch.row is None:
        return False
    own = set(content(branch.row.view.reading.norm)) - COMMON - view.facts.names
    concepts = {label for label in row.view.reading.places if label.startswith("concept:")}
    alike = {s for s in own & set(content(row.view.reading.norm)) if len(s) > _FEWEST}
    return bool(alike) or not concepts.isdisjoint(branch.row.view.reading.places)


def _pairs(view: PlanView) -> list[tuple[Row, Branch]]:
    return [(row, branch) for branch in view.branches for row in branch.steps]


@check
def some_objective_serves(v: PlanView) -> Finding:
    """At least one objective leads to the goal that it stands under.

    Source: ANCHORS, Thread 0 and 1.
    Yes: fewer reassurance texts under a goal about reassurance
    No: only a dream diary, under a goal about intrusive thoughts
    """
    for row, branch in _pairs(v):
        if serves(row, branch, v):
            return at(row, yes=True)
    first = next(v.steps(), None)
    return at(first, yes=False) if first else lacks(fact="no objective yet")


@check
def objectives_serve(v: PlanView) -> Finding:
    """Every objective leads to the goal that it stands under; a goal without objectives breaks the thread too.

    Source: ANCHORS, Thread 2.
    Yes: a worry period under a goal about worry
    No: EMDR under a goal about worry; a therapist's task
    """
    for row, branch in _pairs(v):
        if not serves(row, branch, v):
            return at(row, yes=False)
    for branch in v.branches:
        if branch.row and not branch.steps:
            return at(branch.row, yes=False)
    return held() if v.branches else lacks(fact="no objective yet")


@check
def problems_answered(v: PlanView) -> Finding:
    """Every listed problem has a goal, or is set aside with a decision (later, refer) and a reason.

    A goal answers a problem by its `problem` field or by what it and its objectives speak of. A problem that the case
    also lists as a risk is answered by the safety part.
    Source: ANCHORS, Thread 2.
    Yes: tension, "later", "likely to ease with worry; counted again at session 6"
    No: sleep, "later", without a reason
    """
    spoken = frozenset[str]().union(*(b.topics for b in v.branches), *(row.topics for row in v.steps()))
    reasoned = {r.id for r in v.plan.problems if r.decision in ("later", "refer") and len(r.reason.split()) > 1}
    risks = {risk.id for risk in v.case.risk} if any(_safety_fields(v)) else set()
    for problem in v.case.presenting_problems:
        if problem.id not in spoken | reasoned | risks:
            return lacks(fact=problem.text)
    return held()


def _safety_fields(v: PlanView) -> list[str]:
    return [str(text).strip() for text in v.plan.safety.model_dump().values()]


@check
def goals_measured(v: PlanView) -> Finding:
    """Each goal has a measure: an instrument with a target, or a count or score to reach in its text.

    Source: ANCHORS, Thread 2 and 3.
    Yes: "GAD-7 from 16 to 9"; the measure field filled with instrument and target
    No: an instrument without a target
    """
    for branch in v.branches:
        if branch.row is None:
            return lacks(where=branch.label, words="no words yet")
        if (branch.row.judged.letters["M"].reached or 0) < 3:
            return at(branch.row, yes=False)
    return held() if v.branches else lacks()


@check
def outcome_measure(v: PlanView) -> Finding:
    """At least one goal is followed with an outcome measure, by its measure field or in its text, with a target.

    Source: ANCHORS, Thread 3; de Jong K et al. (2021). Using progress feedback to improve outcomes and reduce drop-out,
    treatment duration, and deterioration: a multilevel meta-analysis.
    Yes: "PHQ-9 from 17 to 9"
    No: only tallies of texts and checks
    """
    for branch in v.branches:
        field = branch.goal.measure
        if field.target is not None and field.instrument.strip() and v.read(field.instrument).reading.scores:
            return held(field.instrument, branch.label)
        if branch.row and any(score.decidable for score in branch.row.view.reading.scores):
            return at(branch.row, yes=True)
    return lacks(fact=", ".join(v.case.measures))


@check
def duplicates(v: PlanView) -> Finding:
    """Two goals, or two objectives, say the same in nearly the same words and with the same numbers.

    Steps that differ in their numbers are grades of one ladder, not duplicates.
    Source: none needed; it counts shared words.
    Yes: "Maya writes down her worries in her journal." twice
    No: "no more than 8 texts by session 4", "no more than 4 texts by session 6"
    """
    for one, two in combinations(islice(v.rows(), _COMPARED), 2):
        if type(one.source) is type(two.source) and _alike(one, two):
            return held(two.text, f"{one.label} and {two.label}")
    return lacks()


def _alike(one: Row, two: Row) -> bool:
    a, b = ({s for s in row.view.reading.tokens.stems if s[0].isdigit()} for row in (one, two))
    left, right = set(content(one.view.reading.norm)), set(content(two.view.reading.norm))
    shortest = min(len(left), len(right))
    return a == b and shortest >= _FEWEST and len(left & right) >= _ALIKE * len(left | right)
