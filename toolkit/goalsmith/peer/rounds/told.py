"""What closing, releasing and the follow-up tell the supervisor, a sentence a line."""

from goalsmith.peer.rounds.close import Closed
from goalsmith.peer.rounds.followup import Answered
from goalsmith.peer.rounds.show import count


def closed_lines(closed: Closed) -> list[str]:
    """What `peer close` prints."""
    done, given = closed.reviews
    name = closed.assignment
    lines = [f"{'Brought up to date' if closed.again else 'Closed'}: {done} of {given} reviews are in."]
    lines.append(f"{count(closed.settled.plans, 'plan')} have levels by peers.")
    lines += [f"Could not read the reviews of {learner}: {why}." for learner, why in closed.unread.items()]
    if closed.missing:
        lines.append(
            f"Reviews never came from: {', '.join(closed.missing)}. They count as nothing for their reviewers."
        )
    if closed.settled.unread:
        names = ", ".join(closed.settled.unread)
        lines.append(f"Nobody reviewed the plan of: {names}. Score its peer review part in the formgrader.")
    if closed.ungraded:
        names = ", ".join(closed.ungraded)
        lines.append(
            f"Not everything of {names} has a place in the gradebook: not handed in, or {name} not graded yet."
        )
    if closed.waiting:
        lines.append(f"{count(len(closed.waiting), 'matter')} wait for you: goalsmith peer adjudicate {name}")
    lines.append(f"Then give the results back: goalsmith peer release {name}")
    return lines


def released_lines(assignment: str, number: int) -> list[str]:
    """What `peer release` prints."""
    pages = f"nbgrader generate_feedback {assignment} --force, and nbgrader release_feedback {assignment}"
    return [
        f"Released to {count(number, 'author')}, who get it with the button in {assignment}-followup.",
        f"Their feedback pages: {pages}",
        f"Later, take their answers in: goalsmith peer followup {assignment}",
    ]


def answered_lines(assignment: str, done: Answered) -> list[str]:
    """What `peer followup` prints."""
    lines = [f"{count(len(done.answered), 'author')} answered, {len(done.revised)} revised their plan."]
    lines += [f"{learner}: {why}." for learner, why in done.bad.items()]
    if done.appeals:
        names = ", ".join(done.appeals)
        lines.append(f"Appeals: {names}. Decide with: goalsmith peer adjudicate {assignment} {done.appeals[0]}")
    return lines
