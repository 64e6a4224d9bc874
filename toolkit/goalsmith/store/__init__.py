"""Files on disk: author files read with errors that name file, line and field; plans saved so that nothing is lost.

Comes in: paths. Goes out: objects of `goalsmith.model`. Nothing here judges or draws.
"""

from goalsmith.store.calibration import anchors_digest, keep_calibration, kept_calibration
from goalsmith.store.catalogue import (
    find_case,
    list_cases,
    load_cases,
    load_exemplars,
    load_folder,
    load_knowledge,
    load_review_rubric,
    review_rubric_file,
    whole_rubric_file,
    wording_file,
)
from goalsmith.store.plans import MAX_PLAN_BYTES, PlanStore, plan_name, read_plan
from goalsmith.store.receipts import (
    followup_digest,
    load_assignment,
    load_receipt,
    plan_digest,
    save_assignment,
    save_receipt,
)
from goalsmith.store.reviews import (
    ANSWERS_FILE,
    PACKET_FILE,
    RETURNED_FILE,
    REVIEWS_FILE,
    WorkStore,
    answer_store,
    read_answers,
    read_packet,
    read_returned,
    read_reviews,
    review_store,
    work_digest,
    write_packet,
    write_returned,
)

__all__ = [
    "ANSWERS_FILE",
    "MAX_PLAN_BYTES",
    "PACKET_FILE",
    "RETURNED_FILE",
    "REVIEWS_FILE",
    "PlanStore",
    "WorkStore",
    "anchors_digest",
    "answer_store",
    "find_case",
    "followup_digest",
    "keep_calibration",
    "kept_calibration",
    "list_cases",
    "load_assignment",
    "load_cases",
    "load_exemplars",
    "load_folder",
    "load_knowledge",
    "load_receipt",
    "load_review_rubric",
    "plan_digest",
    "plan_name",
    "read_answers",
    "read_packet",
    "read_plan",
    "read_returned",
    "read_reviews",
    "review_rubric_file",
    "review_store",
    "save_assignment",
    "save_receipt",
    "whole_rubric_file",
    "wording_file",
    "work_digest",
    "write_packet",
    "write_returned",
]
