"""Files on disk: author files read with errors that name file, line and field; plans saved so that nothing is lost.

Comes in: paths. Goes out: objects of `goalsmith.model`. Nothing here judges or draws.
"""

from goalsmith.store.catalogue import (
    find_case,
    list_cases,
    load_cases,
    load_exemplars,
    load_folder,
    load_knowledge,
    whole_rubric_file,
)
from goalsmith.store.plans import MAX_PLAN_BYTES, PlanStore, plan_name, read_plan
from goalsmith.store.receipts import load_assignment, load_receipt, plan_digest, save_assignment, save_receipt

__all__ = [
    "MAX_PLAN_BYTES",
    "PlanStore",
    "find_case",
    "list_cases",
    "load_assignment",
    "load_cases",
    "load_exemplars",
    "load_folder",
    "load_knowledge",
    "load_receipt",
    "plan_digest",
    "plan_name",
    "read_plan",
    "save_assignment",
    "save_receipt",
    "whole_rubric_file",
]
