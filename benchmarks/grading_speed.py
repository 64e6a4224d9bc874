"""Seconds per submission: `goalsmith grade` against stock `nbgrader autograde`, on the same cohort in one run.

Stock means nbgrader as it comes: it runs each learner's notebook, so the widgets start in a kernel for each. Both are
timed as commands, start of Python included.

    python benchmarks/grading_speed.py [LEARNERS]
"""

import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from goalsmith.grading import phases
from goalsmith.grading.course import CONFIG_FILE, new_course
from goalsmith.store import PlanStore, load_exemplars

CASE = "gad-maya"
BIN = Path(sys.executable).parent
STOCK = 'c = get_config()\nc.CourseDirectory.course_id = "course"\n'


def main() -> None:
    """Make a cohort, grade it both ways, and print what each took."""
    learners = int(sys.argv[1]) if len(sys.argv) > 1 else 24
    with tempfile.TemporaryDirectory() as place:
        course = make_cohort(Path(place) / "ours" / "course", learners)
        stock = Path(shutil.copytree(course, Path(place) / "stock" / "course"))
        (stock / CONFIG_FILE).write_text(STOCK)
        ours = timed([BIN / "goalsmith", "grade", CASE], course)
        theirs = timed([BIN / "nbgrader", "autograde", CASE], stock)
    print(f"{learners} submissions of {CASE}, seconds per submission (whole command)")
    print(f"goalsmith grade          {ours / learners:6.2f}   ({ours:.1f} s)")
    print(f"nbgrader autograde stock {theirs / learners:6.2f}   ({theirs:.1f} s)")
    print(f"ratio                    {theirs / ours:6.1f}")


def make_cohort(course: Path, learners: int) -> Path:
    """A course with `learners` collected submissions, taken in turn from the case's exemplar plans."""
    new_course(course)
    settings = course / "course.yaml"
    settings.write_text(settings.read_text().replace("exchange: null", "exchange: exchange"))
    phases.build(course, CASE)
    phases.generate(course, CASE)
    phases.release(course, CASE)
    plans = [exemplar.plan for exemplar in load_exemplars(CASE).exemplars]
    for number in range(learners):
        name = f"learner{number:03}"
        who = phases.Learner(name, course.parent / "learners" / name, course.parent / "caches" / name)
        PlanStore(phases.fetch(course, who, CASE), CASE).save(plans[number % len(plans)].model_copy(deep=True))
        phases.submit(course, who, CASE)
    phases.collect(course, CASE)
    return course


def timed(command: list[str | Path], course: Path) -> float:
    """Seconds that `command` takes in the course's folder."""
    start = time.perf_counter()
    subprocess.run(command, cwd=course, check=True, capture_output=True)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
