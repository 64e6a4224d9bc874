"""What the tests of reviewing share: a review folder as a learner fetches it, with a packet of sample plans in it."""

import json
import shutil
from datetime import UTC, datetime

from widget_tools import make_assignment

from goalsmith.data import data_root
from goalsmith.model import Assignment, Packet, PacketPlan
from goalsmith.store import load_exemplars, save_assignment, write_packet

REVIEW_BY = datetime(2027, 3, 9, 12, 0, tzinfo=UTC)
CALIBRATE_BY = datetime(2027, 3, 2, 12, 0, tzinfo=UTC)
PLANS = ("K7QM", "X2PD", "R9TB")


def exemplars(case="gad-maya"):
    return load_exemplars(case).exemplars


def sample(name, case="gad-maya"):
    """The plan of the case's exemplar of that id."""
    return next(one.plan for one in exemplars(case) if one.id == name)


def make_review(root, case="gad-maya", plans=PLANS[:2]):
    """The folder `<case>-review` in `root`; its packet has the case's flawed and strong exemplar by turns."""
    folder = make_assignment(root / f"{case}-review", case)
    save_assignment(folder, Assignment(case=case, course="demo", part="review"))
    samples = data_root() / "case_vignettes" / case / "exemplars.yaml"
    if samples.exists():
        shutil.copy(samples, folder)
    if plans:
        give(folder, case, plans)
    return folder


def give(folder, case="gad-maya", plans=PLANS[:2]):
    """Put a packet into the folder, as `goalsmith peer fetch` does."""
    kinds = dict(zip(PLANS, ("flawed", "strong", "flawed"), strict=True))
    order = [PacketPlan(id=one, plan=sample(kinds[one], case)) for one in plans]
    packet = Packet(case=case, course="demo", calibrate_by=CALIBRATE_BY, review_by=REVIEW_BY, plans=order)
    write_packet(folder, packet)


def own_plan(root, case="gad-maya"):
    """The learner's own plan, where the plan's assignment keeps it."""
    (root / case).mkdir()
    (root / case / f"{case}.plan.json").write_text(sample("strong", case).model_dump_json())


def saved_reviews(folder):
    return json.loads((folder / "reviews.json").read_text("utf-8"))


def calibrate(run):
    """Go through every sample plan with the reference levels themselves."""
    for one in run.exemplars:
        if run.done(one):
            continue
        for criterion in run.criteria(one):
            run.choose(one, criterion, one.levels[criterion])
        assert run.compare(one)


def fill(work, level=2):
    """Everything that a finished review needs."""
    for criterion in work.asked:
        work.choose(criterion, level)
    work.commit()
    for place in list(work.texts)[-2:]:
        comment = work.comment_on(place, 0, len(work.texts[place]))
        work.write_comment(comment.id, "This says who does what. You could add by when.")
    work.say_strength("Each step is small.")
    work.say_next_step("Add one date.")
