"""What was given up, each in one sentence."""

from collections.abc import Mapping

from goalsmith.peer.allocate.bounds import Reasons
from goalsmith.peer.allocate.model import ORDER, Guarantee, Relaxed
from goalsmith.peer.allocate.problem import Problem


def relaxed(problem: Problem, broken: Mapping[Guarantee, int], reasons: Reasons, k: int) -> tuple[Relaxed, ...]:
    """The sentences on what is `broken`, in the order in which guarantees are given up.

    `reasons` are proven; where there is none, the sentence says that no way was found.
    """
    proven: Reasons = {
        "groups": f"fewer than {k} of the right groups may read some plans",
        "reviews": f"fewer than {k} people may read some plans",
        **reasons,
    }
    return tuple(
        Relaxed(
            name,
            broken[name],
            f"{said(name, broken[name])}: {proven.get(name) or _sought(problem, k)}.",
            name in proven,
        )
        for name in ORDER
        if name in broken
    )


def said(name: Guarantee, cases: int) -> str:
    """How much of a guarantee is broken, as the head of a sentence."""
    if name == "sharing":
        return f"{counted(cases, 'pair')} of reviewers share more than one plan"
    if name == "connected":
        return (
            f"Reviewers and plans fall into {counted(cases, 'piece')} more than they should, with no plan between them"
        )
    if name == "reciprocal":
        return f"{counted(cases, 'pair')} of people review each other"
    if name == "loads":
        return f"Some review {cases + 1} plans more than others"
    if name == "groups":
        return f"{counted(cases, 'review')} break the rule on groups"
    return f"{counted(cases, 'review')} can be given to nobody"


def counted(number: int, noun: str) -> str:
    """The number with its noun."""
    return f"{number} {noun}" + ("" if number == 1 else "s")


def _sought(problem: Problem, k: int) -> str:
    terms = [f"{counted(len(problem.authors), 'plan')} with {counted(k, 'review')} each"]
    terms.append(counted(len(problem.reviewers), "reviewer"))
    if problem.conflicts:
        terms.append(counted(problem.conflicts, "conflict"))
    if problem.rule != "either":
        terms.append(f"reviews {problem.rule} groups")
    return f"no better way was found for {', '.join(terms)}"
