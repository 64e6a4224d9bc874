"""A learner's own place on a shared machine, as nbgrader expects it."""

from pathlib import Path

from goalsmith.grading import phases


def set_up(course: Path, who: phases.Learner) -> None:
    """Make the folders of `who`, with the nbgrader configuration of their own that a shared machine gives them."""
    who.cache.mkdir(parents=True)
    who.folder.mkdir(parents=True)
    (who.folder / "nbgrader_config.py").write_text(
        "from goalsmith.grading import configure\nc = get_config()\n"
        f"configure(c, {str(course)!r})\nc.Exchange.cache = {str(who.cache)!r}\n"
        f"c.CourseDirectory.student_id = {who.id!r}\n"
    )
