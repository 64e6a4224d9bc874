"""Handing in one assignment folder through nbgrader, and the receipt for it.

Which exchange is used: nbgrader's configuration of the Jupyter configuration folders (`JUPYTER_CONFIG_PATH` among
them), and over it the nearest `nbgrader_config.py` above the assignment's folder, no higher than where the Jupyter
server's files begin. The course is the one that the assignment itself names.
"""

import os
from collections.abc import Callable
from datetime import UTC
from pathlib import Path

from jupyter_core.paths import jupyter_config_path
from nbgrader.exchange import ExchangeFactory
from nbgrader.exchange.default import Exchange, ExchangeSubmit
from nbgrader.utils import parse_utc
from traitlets.config import Config, ConfigFileNotFound, PyFileConfigLoader

from goalsmith.errors import BadFile, CourseError
from goalsmith.grading.config import venv_first
from goalsmith.grading.course import CONFIG_FILE
from goalsmith.grading.running import exchanged
from goalsmith.model import Assignment, AssignmentPart, FollowupFile, Receipt
from goalsmith.store import (
    ANSWERS_FILE,
    REVIEWS_FILE,
    STAGES_FILE,
    followup_digest,
    load_assignment,
    plan_digest,
    plan_name,
    read_answers,
    read_plan,
    read_reviews,
    read_stages,
    save_receipt,
    work_digest,
)


def submit_folder(folder: Path, config: Config | None = None) -> Receipt:
    """Submit the assignment in `folder` and write its receipt there. `config` stands in for the learner's own.

    Raises:
        CourseError, BadFile: in one sentence, why nothing was handed in.
    """
    venv_first()
    folder = folder.resolve()
    assignment = load_assignment(folder)
    name = assignment.name
    if folder.name != name:
        raise CourseError(f"The folder is called {folder.name}; call it {name} again and submit once more.")
    digest = _WORK[assignment.part](folder, assignment)
    settings = Config(config if config is not None else learner_config(folder))
    settings.CourseDirectory.course_id = assignment.course
    settings.CourseDirectory.assignment_id = name
    settings.Exchange.assignment_dir = str(folder.parent)
    settings.Exchange.path_includes_course = False
    _see_exchange(settings, assignment)
    sent = exchanged("Submit", settings)
    time = parse_utc(sent.timestamp).replace(tzinfo=UTC)
    receipt = Receipt(assignment=name, submitted_at=time, plan_digest=digest)
    save_receipt(folder, receipt)
    return receipt


def learner_config(folder: Path) -> Config:
    """The nbgrader configuration that applies to the assignment in `folder`."""
    config = Config()
    places = [Path(path) for path in reversed(jupyter_config_path())]
    for place in [*places, *_nearest(folder)]:
        try:
            config.merge(PyFileConfigLoader(CONFIG_FILE, path=str(place)).load_config())
        except ConfigFileNotFound:
            continue
    return config


def _nearest(folder: Path) -> list[Path]:
    top = Path(os.environ.get("JUPYTER_SERVER_ROOT", "/")).expanduser().resolve()
    for parent in folder.resolve().parents:
        if (parent / CONFIG_FILE).is_file():
            return [parent]
        if parent == top:
            break
    return []


def _plan(folder: Path, assignment: Assignment) -> str:
    """The digest of the plan that is there to hand in."""
    path = folder / plan_name(assignment.case)
    if not path.exists():
        raise CourseError("There is no plan to hand in yet. Write a first goal, and submit then.")
    return _read("the plan", lambda: plan_digest(read_plan(path, assignment.case)))


def _reviews(folder: Path, assignment: Assignment) -> str:
    """The digest of the reviews that are there to hand in."""
    path = folder / REVIEWS_FILE
    if not path.exists():
        raise CourseError("There is no review to hand in yet. Calibrate, or review a plan, and submit then.")
    return _read("the file of reviews", lambda: work_digest(read_reviews(path, assignment.case)))


def _followup(folder: Path, assignment: Assignment) -> str:
    """The digest of answers, later sessions and the revised plan; a course may have only one of the first two."""
    answers, stages = folder / ANSWERS_FILE, folder / STAGES_FILE
    if not answers.exists() and not stages.exists():
        what = "Answer a next step, and submit then." if assignment.peer else "Commit a session, and submit then."
        raise CourseError(f"There is nothing to hand in yet. {what}")
    given = work_digest(FollowupFile(case=assignment.case))
    if answers.exists():
        given = _read("the file of answers", lambda: work_digest(read_answers(answers, assignment.case)))
    done = ""
    if stages.exists():
        done = _read("the file of later sessions", lambda: work_digest(read_stages(stages, assignment.case)))
    return followup_digest(given, _plan(folder, assignment), done)


_WORK: dict[AssignmentPart, Callable[[Path, Assignment], str]] = {
    "plan": _plan,
    "review": _reviews,
    "followup": _followup,
}


def _read(what: str, digest: Callable[[], str]) -> str:
    try:
        return digest()
    except BadFile as problem:
        raise CourseError(f"Nothing was handed in, since {what} cannot be read: {problem}.") from None


def _see_exchange(config: Config, assignment: Assignment) -> None:
    """Say in plain words when the course's side of the exchange is not there; nbgrader's own has other words."""
    if not issubclass(ExchangeFactory(config=config).submit, ExchangeSubmit):
        return  # an exchange that is no folder has its own ways
    course = Path(Exchange(config=config).root) / assignment.course
    for part, what in ((course, "course"), (course / "outbound" / assignment.name, "assignment")):
        if not part.is_dir():
            raise CourseError(
                f"Nothing was handed in: this {what} ({part.name}) is not in the exchange of this computer. "
                "Your plan is saved; ask your supervisor whether it has been released."
            )
