"""Making the demo: a course with a sample cohort, taken through every phase in this process."""

import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from goalsmith.data import data_root
from goalsmith.demo.cohort import Cohort, Learner, load_cohort
from goalsmith.demo.notebooks import greet
from goalsmith.demo.peer_round import PeerRound
from goalsmith.demo.supervise import supervise
from goalsmith.errors import CourseError
from goalsmith.grading import phases
from goalsmith.grading.course import new_course
from goalsmith.model import assignment_name
from goalsmith.model.assignment import PARTS_OF_A_CASE
from goalsmith.practice.home import quiet_lab, sign
from goalsmith.store import PlanStore, list_cases, plan_name

MARKER = ".goalsmith-demo"
_MADE_ANEW = ("course", "exchange", "cohort", "jupyter")
YOU = "learner"
_NOT_FOR_LEARNERS = (
    "@jupyter/nbgrader:create-assignment",
    "@jupyter/nbgrader:validate-assignment",
    "jupyterlab-jupytext",
    "@jupyterlab/extensionmanager-extension",  # opened, it would ask the network
)
Told = Callable[[str], None]


@dataclass(frozen=True)
class Step:
    """One phase: its name, what happened in it, and how many seconds it took."""

    name: str
    said: str
    seconds: float


@dataclass
class DemoCourse:
    """The demo's folder and what was done there."""

    root: Path
    case: str
    steps: list[Step] = field(default_factory=list)

    @property
    def course(self) -> Path:
        """The nbgrader course."""
        return self.root / "course"

    @property
    def home(self) -> Path:
        """Where Jupyter keeps what it writes."""
        return self.root / "jupyter"

    @property
    def notebook(self) -> Path:
        """The notebook to open first, seen from the demo's folder."""
        return Path(YOU) / self.case / f"{self.case}.ipynb"


PHASES = (
    "Build", "Release", "Fetch", "Submit", "Collect", "Grade", "Supervise", "Peer review", "Feedback", "Your turn",
)  # fmt: skip


def make_demo(root: Path, told: Told = lambda _phase: None) -> DemoCourse:
    """Make the demo in the folder `root`; `told` is called with the name of each of `PHASES` as it begins.

    An earlier demo there is made anew, but for the folder `learner/`, where the user's own plans lie.

    Raises:
        CourseError: the folder holds something else, or lies inside goalsmith's own.
    """
    root = root.expanduser().resolve()
    cohort = load_cohort()
    _make_room(root)
    demo = DemoCourse(root, cohort.case)
    _Making(demo, cohort, told).run()
    return demo


def _make_room(root: Path) -> None:
    """Empty the parts that are made anew, and mark the folder as ours."""
    if root.is_relative_to(data_root()):
        raise CourseError(f"{root} lies inside goalsmith itself; name a folder outside of it: goalsmith demo DIR")
    if root.exists() and not (root / MARKER).exists() and (not root.is_dir() or any(root.iterdir())):
        raise CourseError(f"{root} is not empty and holds no demo; name another folder: goalsmith demo DIR")
    root.mkdir(parents=True, exist_ok=True)
    (root / MARKER).write_text("Made by `goalsmith demo`; made anew when it runs again.\n", "utf-8")
    for name in _MADE_ANEW:
        shutil.rmtree(root / name, ignore_errors=True)


class _Making:
    """The phases in order; each says in one line what happened."""

    def __init__(self, demo: DemoCourse, cohort: Cohort, told: Told) -> None:
        self.demo, self.cohort, self.told = demo, cohort, told
        self.course, self.case = demo.course, cohort.case
        self.cases = [case.id for case in list_cases()]
        self.assignments = [assignment_name(case, part) for case in self.cases for part in PARTS_OF_A_CASE]
        self.people = [(one, self._person(one.id)) for one in cohort.learners]

    def run(self) -> None:
        work = (
            self.build,
            self.release,
            self.fetch,
            self.submit,
            self.collect,
            self.grade,
            self.supervise,
            self.peer_review,
            self.feedback,
            self.your_turn,
        )
        for name, phase in zip(PHASES, work, strict=True):
            self.told(name)
            began = time.perf_counter()
            said = phase()
            self.demo.steps.append(Step(name, said, time.perf_counter() - began))

    def build(self) -> str:
        new_course(self.course)
        path = self.course / "course.yaml"
        due = (datetime.now(UTC) + timedelta(days=14)).replace(hour=18, minute=0, second=0, microsecond=0).isoformat()
        text = path.read_text("utf-8").replace("exchange: null", "exchange: ../exchange")
        path.write_text(text.replace("{due: null", f"{{due: {due}"), "utf-8")
        (self.demo.root / "exchange").mkdir(mode=0o777)
        # nbgrader wants the exchange open to all, whatever the umask says.
        (self.demo.root / "exchange").chmod(0o777)
        phases.build(self.course)
        for name in self.assignments:
            phases.generate(self.course, name)
        return f"{len(self.cases)} cases built from text: {', '.join(self.cases)}"

    def release(self) -> str:
        for name in self.assignments:
            phases.release(self.course, name)
        return f"{len(self.assignments)} assignments in the exchange"

    def fetch(self) -> str:
        for _, person in self.people:
            phases.fetch(self.course, person, self.case)
        return f"{len(self.people)} made-up learners fetched {self.case}"

    def submit(self) -> str:
        handed_in = [one for one, person in self.people if self._hand_in(one, person)]
        missing = len(self.people) - len(handed_in)
        return f"{len(handed_in)} handed in, one of them a damaged file; {missing} did not"

    def collect(self) -> str:
        return f"{len(phases.collect(self.course, self.case))} submissions collected"

    def grade(self) -> str:
        result = phases.grade(self.course, self.case)
        return f"{len(result.graded)} graded, {len(result.failed)} failed; no learner code was run"

    def supervise(self) -> str:
        confirmed, waiting = supervise(self.course, self.cohort)
        return f"{confirmed} learners scored and confirmed, {waiting} left for you in the formgrader"

    def peer_review(self) -> str:
        people = [person for one, person in self.people if one.handed_in == "plan"]
        return PeerRound(self.course, self.case, people).play()

    def feedback(self) -> str:
        written = 0
        for part in PARTS_OF_A_CASE:
            name = assignment_name(self.case, part)
            pages = phases.feedback(self.course, name)
            phases.release_feedback(self.course, name)
            written += len(pages)
            for person in (person for _, person in self.people if self._got(person, pages)):
                phases.fetch_feedback(self.course, person, name)
        return f"{written} feedback pages written, released, and fetched by their learners"

    def _got(self, person: phases.Learner, pages: list[Path]) -> bool:
        return any(page.parts[-3] == person.id for page in pages)

    def your_turn(self) -> str:
        you = phases.Learner(YOU, self.demo.root / YOU, self.demo.root / "cohort" / ".you" / "cache")
        you.folder.mkdir(exist_ok=True)
        you.cache.mkdir(parents=True)
        for name in self.assignments:
            folder = you.folder / name
            # What the new course gives replaces what an earlier one gave; what you wrote is no part of either.
            released = self.course / "release" / name
            for path in (p.relative_to(released) for p in released.rglob("*") if p.is_file()):
                (folder / path).unlink(missing_ok=True)
            (folder / f"{name}.receipt.json").unlink(missing_ok=True)
            phases.fetch(self.course, you, name)
            if name in self.cases:
                greet(folder / f"{name}.ipynb", self.demo.home)
            else:
                sign(folder / f"{name}.ipynb", self.demo.home)
        _configure_jupyter(self.demo, you.cache)
        return f"your notebooks lie in {you.folder}"

    def _hand_in(self, one: Learner, person: phases.Learner) -> bool:
        folder = person.folder / self.case
        if one.handed_in == "nothing":
            return False
        PlanStore(folder, self.case).save(self.cohort.plan(one))
        phases.submit(self.course, person, self.case)
        if one.handed_in == "damaged":
            # A good submission that is cut off on its way: the learner's own side never sends such a file.
            (sent,) = (self.demo.root / "exchange").glob(f"*/inbound/{one.id}+{self.case}+*/{plan_name(self.case)}")
            sent.write_bytes(sent.read_bytes()[:200])
        return True

    def _person(self, name: str) -> phases.Learner:
        folder = self.demo.root / "cohort" / name
        (folder / "cache").mkdir(parents=True, exist_ok=True)
        return phases.Learner(name, folder, folder / "cache")


def _configure_jupyter(demo: DemoCourse, cache: Path) -> None:
    """Tell the Lab that will be opened, and what it runs, where the course and the exchange are."""
    path = demo.home / "config" / "nbgrader_config.py"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        "from goalsmith.grading import configure\n\n"
        "c = get_config()  # noqa: F821 - nbgrader gives it\n"
        f"configure(c, {str(demo.course)!r})\n"
        f"c.Exchange.cache = {str(cache)!r}\n"
        f"c.Exchange.assignment_dir = {str(demo.root / YOU)!r}\n",
        "utf-8",
    )
    # Authors' tools would only be in a learner's way.
    quiet_lab(demo.home, _NOT_FOR_LEARNERS)
