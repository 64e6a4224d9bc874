"""Collecting so that nothing one learner does to their submission stops the others'."""

import re
import shutil
from datetime import datetime
from pathlib import Path
from typing import Any

from nbgrader.exchange.default import ExchangeCollect, ExchangeReleaseFeedback

from goalsmith.grading.notebooks import mend, note_trouble
from goalsmith.grading.restore import is_ours, released_notebook

# A learner's name comes from a folder name that anybody may choose: it must be no path and no markup.
LEARNER_NAME = re.compile(r"\w[\w.@-]{0,99}")


class Collect(ExchangeCollect):
    """`nbgrader collect` that puts the released notebook in place of a missing, renamed or unreadable one."""

    def _path_to_record(self, path: str) -> dict[str, Any]:
        try:
            record: dict[str, Any] = super()._path_to_record(path)
        except Exception:  # whatever somebody named a folder, the others are collected
            record = {}
        if LEARNER_NAME.fullmatch(record.get("username", "")):
            return record
        self.log.warning("Left out, since its name is not a learner's, assignment's and time: %s", Path(path).name)
        return {"username": "", "filename": "", "timestamp": datetime.min}  # nbgrader's have no zone

    def copy_files(self) -> None:
        """Collect everything that has a proper name."""
        self.src_records = [record for record in self.src_records if record["username"]]
        super().copy_files()

    def do_copy(self, src: str, dest: str, log: Any = None) -> None:
        """Copy one submission; one that cannot be copied leaves a notice to its learner."""
        ours = is_ours(self.coursedir, self.coursedir.assignment_id)
        try:
            super().do_copy(src, dest, log)
        except (OSError, RuntimeError) as problem:
            if not ours:
                raise
            self.log.warning("%s could not be copied: %s", Path(src).name, problem)
            _keep_small_parts(Path(src), Path(dest))
        if ours:
            mend(Path(dest), released_notebook(self.coursedir, self.coursedir.assignment_id))
            # The folder's name says when it came; the file inside is the learner's to change.
            (Path(dest) / "timestamp.txt").unlink(missing_ok=True)
            (Path(dest) / "timestamp.txt").write_text(Path(src).name.rsplit("+", 3)[2], "utf-8")


class ReleaseFeedback(ExchangeReleaseFeedback):
    """`nbgrader release_feedback` that goes past a submission which lacks the secret that its feedback is sent by."""

    def copy_files(self) -> None:
        """Release everybody's but theirs, and say whose could not be."""
        secrets = {
            page.parent.parent.name: (page.parent / "submission_secret.txt").is_file()
            and (page.parent / "timestamp.txt").is_file()
            for page in Path(self.coursedir.root).glob(self._pages())
        }
        lacking = sorted(learner for learner, has in secrets.items() if not has)
        if lacking:
            self.log.warning("No feedback can be sent to %s: not collected from the exchange", ", ".join(lacking))
        already = [name for name in self.coursedir.student_id_exclude.split(",") if name]
        self.coursedir.student_id_exclude = ",".join([*already, *lacking])
        super().copy_files()

    def _pages(self) -> str:
        return f"{self.coursedir.feedback_directory}/*/{self.coursedir.assignment_id}/*.html"


def _keep_small_parts(src: Path, dest: Path) -> None:
    """Keep what nbgrader needs to send feedback back, and say why the rest is not there."""
    shutil.rmtree(dest, ignore_errors=True)
    dest.mkdir(parents=True)
    secret = src / "submission_secret.txt"
    if secret.is_file() and not secret.is_symlink() and secret.stat().st_size < 10_000:
        shutil.copyfile(secret, dest / secret.name)
    note_trouble(dest, "uncollected")
