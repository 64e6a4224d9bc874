"""A whole course in one folder: made-up learners, every phase of nbgrader, and JupyterLab on the result.

Comes in: a folder. Goes out: a course with gradebook, exchange, feedback pages, and one learner's notebooks to try.
"""

from goalsmith.demo.cohort import Cohort, load_cohort
from goalsmith.practice import Lab, free_port, lab_environment

__all__ = ["Cohort", "Lab", "free_port", "lab_environment", "load_cohort"]
