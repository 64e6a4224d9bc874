"""`goalsmith peer followup`: take in what authors answered."""

import getpass
from pathlib import Path

from goalsmith.cli.peer.group import AssignmentName, By, CourseFolder, peer


@peer.command()
def followup(assignment: AssignmentName, course: CourseFolder = Path(), by: By = "") -> None:
    """Collect the follow-up: answers to next steps, revised plans, appeals and private flags.

    Example: goalsmith peer followup gad-maya
    """
    from goalsmith.peer.rounds.close import take_followup
    from goalsmith.peer.rounds.told import answered_lines

    for line in answered_lines(assignment, take_followup(course, assignment, by or getpass.getuser())):
        print(line)
