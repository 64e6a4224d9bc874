"""What a revision changed: levels before and after, and each changed statement with the words that went and came."""

import difflib
import re
from html import escape

from goalsmith.model import CRITERIA, Goal, Knowledge, Objective, Plan, PlanAssessment, PlanCriterion

_WORDS = re.compile(r"\s+|\w+|[^\w\s]")
Row = Goal | Objective
_KEPT = 0.5
"""The share of the shorter text's words that must be left for the change to be shown within it."""
_LONGEST = 300
"""Words and spaces of one text that are compared: the time grows with their third power where words repeat."""


def change_html(
    before: Plan, after: Plan, judged_before: PlanAssessment, judged_after: PlanAssessment, knowledge: Knowledge
) -> str:
    """Return the change as HTML; every word of the learner is escaped. Statements are matched by their ids."""
    old = {row.id: row for row in before.statements()}
    new = {row.id: row for row in after.statements()}
    rows = [_statement(label, old.get(row.id), row) for label, row in labelled(after)]
    rows += [_statement(label, row, None) for label, row in labelled(before) if row.id not in new]
    changed = [row for row in rows if row]
    same = sum(_said(old[key]) == _said(new[key]) for key in old.keys() & new.keys() if new[key].text.strip())
    kept = f"<p>{same} statement{'' if same == 1 else 's'} unchanged.</p>"
    none = '<p class="gs-empty">Nothing has been changed yet.</p>'
    list_ = f'<ul class="gs-changes">{"".join(changed)}</ul>' if changed else none
    return f'<section class="gs-change">{_levels(judged_before, judged_after, knowledge)}{list_}{kept}</section>'


def labelled(plan: Plan) -> list[tuple[str, Row]]:
    """Each statement with what the page calls it: "Goal 2", "Objective 2.1"."""
    return [
        pair
        for number, goal in enumerate(plan.goals, 1)
        for pair in (
            (f"Goal {number}", goal),
            *((f"Objective {number}.{at}", step) for at, step in enumerate(goal.objectives, 1)),
        )
    ]


def words_html(before: str, after: str) -> str:
    """The words of both texts in one line: what went in `<del>`, what came in `<ins>`.

    Where little is left of a text, or a text is far longer than a statement, the old one stands whole before the new.

    >>> words_html("she sleeps better", "she sleeps 7 hours")
    'she sleeps <del>better</del><ins>7 hours</ins>'
    >>> words_html("feel better", "GAD-7 at 9 by session 12")
    '<del>feel better</del> <ins>GAD-7 at 9 by session 12</ins>'
    """
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    if max(len(old), len(new)) > _LONGEST:
        return f"<del>{escape(before)}</del> <ins>{escape(after)}</ins>" if before != after else escape(after)
    match = difflib.SequenceMatcher(lambda word: not word.strip(), old, new, autojunk=False)
    kept = sum(block.size for block in match.get_matching_blocks())
    if before.strip() and after.strip() and kept < _KEPT * min(len(old), len(new)):
        return f"<del>{escape(before)}</del> <ins>{escape(after)}</ins>"
    out = []
    for kind, a, b, c, d in match.get_opcodes():
        gone, come = escape("".join(old[a:b])), escape("".join(new[c:d]))
        if kind == "equal":
            out.append(gone)
        else:
            out.append((f"<del>{gone}</del>" if gone else "") + (f"<ins>{come}</ins>" if come else ""))
    return "".join(out)


def levels_of(judged: PlanAssessment) -> dict[PlanCriterion, int]:
    """The level 0 to 3 of each criterion that the case asks for."""
    found = {**judged.levels, **{part: result.level for part, result in judged.whole.items()}}
    return {one: level for one in CRITERIA if (level := found.get(one)) is not None}


def _levels(before: PlanAssessment, after: PlanAssessment, knowledge: Knowledge) -> str:
    names = {**knowledge.rubric.criteria, **knowledge.whole.criteria}
    old, new = levels_of(before), levels_of(after)
    rows = "".join(
        f'<tr><th scope="row">{escape(names[one].name)}</th><td>{old[one]}</td><td>{new[one]}</td>'
        f"<td>{_way(old[one], new[one])}</td></tr>"
        for one in old
        if one in new
    )
    head = "".join(f'<th scope="col">{name}</th>' for name in ("Level of 3", "Before", "Now", "Change"))
    return f'<table class="gs-change-levels"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'


def _way(old: int, new: int) -> str:
    return "same" if old == new else f"{'up' if new > old else 'down'} {abs(new - old)}"


def _statement(label: str, before: Row | None, after: Row | None) -> str:
    if before is not None and after is not None:
        if _said(before) == _said(after):
            return ""
        text = words_html(before.text, after.text)
        facts = "".join(
            f"<dd>{escape(name)}: {words_html(old, new)}</dd>"
            for (name, old), (_, new) in zip(_facts(before), _facts(after), strict=True)
            if old != new
        )
        what = "changed"
    elif after is not None:
        text, facts, what = f"<ins>{escape(after.text)}</ins>", "", "new"
    else:
        text, facts, what = f"<del>{escape(before.text if before else '')}</del>", "", "taken out"
    if not re.sub(r"<[^>]*>", "", text).strip() and not facts:
        return ""
    more = f"<dl>{facts}</dl>" if facts else ""
    return f'<li><b>{escape(label)}</b> <small>{what}</small><p dir="auto">{text}</p>{more}</li>'


def _said(row: Row) -> tuple[str, list[tuple[str, str]]]:
    return row.text, _facts(row)


def _facts(row: Row) -> list[tuple[str, str]]:
    if isinstance(row, Objective):
        return [("Due", row.due), ("Interventions", "; ".join(row.interventions))]
    measure = row.measure
    scores = " to ".join(f"{score:g}" for score in (measure.baseline, measure.target) if score is not None)
    return [("Measure", f"{measure.instrument} {scores}".strip()), ("Review by", row.review_by)]
