"""Jupyter on one person's own machine, with nothing outside one folder read or written, and practice without a course.

Comes in: a folder. Goes out: the notebooks of the shipped cases in it, and a server on it, JupyterLab or Voila, on the
loopback interface only, ended when its block ends.
"""

from goalsmith.practice.lab import Lab
from goalsmith.practice.server import exact_port, free_port, lab_environment
from goalsmith.practice.voila import Voila

__all__ = ["Lab", "Voila", "exact_port", "free_port", "lab_environment"]
