"""The demo's supervisor: scores the own part of most learners, changes one letter, confirms the rest."""

from pathlib import Path

from nbgrader.api import Gradebook

from goalsmith.demo.cohort import Cohort
from goalsmith.grading.confirm import confirm
from goalsmith.grading.running import course_config

BY_HAND = "supervisor"
LEFT_OPEN = 4


def supervise(course: Path, cohort: Cohort) -> tuple[int, int]:
    """Mark everybody but the last few; return how many were confirmed and how many wait."""
    came = [learner for learner in cohort.learners if learner.handed_in == "plan"]
    marked = came[:-LEFT_OPEN]
    config = course_config(course, cohort.case).CourseDirectory
    with Gradebook(config.db_url, config.course_id) as gradebook:
        for learner in marked:
            place = (cohort.case, cohort.case, learner.id)
            grade = gradebook.find_grade(BY_HAND, *place)
            grade.manual_score = round(grade.max_score * learner.quality / 3)
            grade.needs_manual_grade = False
            gradebook.find_comment(BY_HAND, *place).manual_comment = cohort.supervisor_says[learner.quality]
        changed = gradebook.find_grade("A", cohort.case, cohort.case, marked[0].id)
        changed.manual_score, changed.needs_manual_grade = changed.max_score - 2, False
        reason = gradebook.find_comment("A", cohort.case, cohort.case, marked[0].id)
        reason.manual_comment = "Two points less: five evenings a week leave no slack in a week like hers."
        gradebook.db.commit()
    confirm(course, cohort.case, [learner.id for learner in marked], by="demo supervisor")
    return len(marked), len(came) - len(marked) + sum(learner.handed_in == "damaged" for learner in cohort.learners)
