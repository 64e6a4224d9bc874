"""Decisions as a supervisor takes them on the command line: read, checked, carried out, and told back."""

from dataclasses import dataclass
from pathlib import Path

from goalsmith.errors import RoundError
from goalsmith.grading.course import load_course
from goalsmith.model import Review
from goalsmith.peer.rounds.adjudicate import (
    Behind,
    Decision,
    behind,
    decide,
    find_matter,
    find_person,
    set_levels,
    waiting,
)
from goalsmith.peer.rounds.close import bring_up_to_date
from goalsmith.peer.rounds.database import find_round, rounds_of
from goalsmith.peer.rounds.settled import PEERS
from goalsmith.peer.rounds.tables import LogEntry, Matter


@dataclass(frozen=True)
class Choice:
    """What was chosen of `--release`, `--redact WORDS`, `--withhold` and `--accept`."""

    release: bool = False
    redact: str | None = None
    withhold: bool = False
    accept: bool = False

    def decision(self) -> Decision:
        """The one decision.

        Raises:
            RoundError: none was chosen, or more than one.
        """
        chosen: list[Decision] = []
        chosen += ["released"] if self.release else []
        chosen += ["redacted"] if self.redact is not None else []
        chosen += ["withheld"] if self.withhold else []
        chosen += ["accepted"] if self.accept else []
        if len(chosen) != 1:
            raise RoundError("Choose one of --release, --redact, --withhold and --accept for the matter.")
        return chosen[0]


def open_list(course: Path, assignment: str) -> list[str]:
    """What waits, the most urgent first, and how to decide it."""
    with rounds_of(course) as session:
        found = waiting(find_round(session, load_course(course).course_id, assignment))
        lines = [line for matter in found for line in _matter_lines(matter, assignment)]
    return lines or ["Nothing waits for you."]


def look_behind(course: Path, assignment: str, learner: str) -> list[str]:
    """Everything behind a learner's score."""
    with rounds_of(course) as session:
        round_ = find_round(session, load_course(course).course_id, assignment)
        found = behind(session, round_, find_person(round_, learner))
        return _behind_lines(found, assignment)


def decide_matter(course: Path, assignment: str, number: int, choice: Choice, *, by: str, why: str) -> list[str]:
    """Decide a matter and bring everything up to date.

    Raises:
        RoundError: there is no such matter, or it cannot be decided so.
    """
    decision = choice.decision()
    with rounds_of(course) as session:
        round_ = find_round(session, load_course(course).course_id, assignment)
        decide(session, round_, find_matter(round_, number), decision, by=by, why=why, replacement=choice.redact or "")
    return [f"Matter {number}: {decision}.", *_left(course, assignment, by)]


def set_plan_levels(course: Path, assignment: str, learner: str, given: list[str], *, by: str, why: str) -> list[str]:
    """Set levels of a plan and bring everything up to date.

    Raises:
        RoundError: nobody is named, a level cannot be read or set, or the reason is missing.
    """
    if not learner:
        raise RoundError(f"Say whose plan: goalsmith peer adjudicate {assignment} LEARNER --set {given[0]}")
    levels = dict(_level(text) for text in given)
    with rounds_of(course) as session:
        round_ = find_round(session, load_course(course).course_id, assignment)
        set_levels(session, round_, find_person(round_, learner), levels, by=by, why=why)
    said = ", ".join(f"{criterion} {level:g}" for criterion, level in levels.items())
    return [f"The plan of {learner}: {said}. It is in the log and in the gradebook.", *_left(course, assignment, by)]


def _left(course: Path, assignment: str, by: str) -> list[str]:
    _, waits = bring_up_to_date(course, assignment, by)
    return [f"{len(waits)} more wait for you." if waits else "Nothing more waits for you."]


def _level(text: str) -> tuple[str, float]:
    criterion, _, level = text.partition("=")
    try:
        return criterion.strip(), float(level)
    except ValueError:
        raise RoundError(f"--set {text}: write it as CRITERION=LEVEL, such as S=2 or fit=2.5.") from None


def _matter_lines(matter: Matter, assignment: str) -> list[str]:
    who = matter.participant.learner if matter.participant else ""
    lines = [
        f"{matter.id}. {matter.kind}, plan of {who}" if matter.kind != "pattern" else f"{matter.id}. pattern, {who}"
    ]
    lines.append(f"   {matter.reason}")
    if matter.words:
        lines.append(f"   {'In ' + matter.place + ': ' if matter.place else ''}“{matter.words}”")
    if matter.kind in ("disagreement", "appeal"):
        lines.append(f"   Look behind it: goalsmith peer adjudicate {assignment} {who}")
    elif matter.kind == "pattern":
        lines.append(f"   Looked at: goalsmith peer adjudicate {assignment} --matter {matter.id} --accept --why TEXT")
    else:
        lines.append(
            f"   Decide: goalsmith peer adjudicate {assignment} --matter {matter.id} --release (or --redact WORDS, "
            "--withhold) --why TEXT"
        )
    return lines


def _behind_lines(found: Behind, assignment: str) -> list[str]:
    person = found.person
    lines = [
        f"{person.learner} (plan {person.pseudonym})",
        "",
        "Level of 3    peers (90 %)           engine  supervisor",
    ]
    known = person.known or {}
    for score in found.scores:
        if score.criterion == "total":
            continue
        peers = f"{score.level:.1f} ({score.low:.1f} to {score.high:.1f})" if score.source == "peers" else "·"
        own = score.level if score.source == "supervisor" else known.get(score.criterion)
        engine = person.engine.get(score.criterion, "·")
        lines.append(f"{score.criterion:12}  {peers:20}  {engine!s:6}  {'·' if own is None else format(own, '.1f')}")
    for task, review in found.reviews:
        lines += ["", f"Reviewer {task.letter} ({task.reviewer.learner})", *_review_lines(review)]
    if found.own:
        lines += ["", "The author's own view", f"  {_levels(found.own)}"]
    if found.matters:
        lines.append("")
        lines += [f"{one.kind}: {one.reason} [{one.decision or 'open'}]" for one in found.matters]
    changes = [one for one in found.log if one.why != PEERS]
    if changes:
        lines.append("")
        lines += [
            f"{one.at:%Y-%m-%d %H:%M} {one.by}: {one.what} {one.before} -> {one.after} ({one.why})" for one in changes
        ]
    lines += ["", f"To set levels: goalsmith peer adjudicate {assignment} {person.learner} --set S=2 --why TEXT"]
    return lines


def _change_line(one: LogEntry) -> str:
    return f"{one.at:%Y-%m-%d %H:%M} {one.by}: {one.what} {one.before} -> {one.after} ({one.why})"


def _review_lines(review: Review) -> list[str]:
    lines = [f"  {_levels(review)}", f"  Strength: {review.strength}", f"  Next step: {review.next_step}"]
    return lines + [f"  “{comment.quote}”: {comment.text}" for comment in review.comments if comment.text.strip()]


def _levels(review: Review) -> str:
    return "  ".join(f"{criterion} {level}" for criterion, level in review.levels.items())
