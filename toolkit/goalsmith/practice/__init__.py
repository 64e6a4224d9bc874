"""Jupyter on one person's own machine, with nothing outside one folder read or written.

Comes in: a folder. Goes out: a server on it, on the loopback interface only, ended when its block ends.
"""

from goalsmith.practice.lab import Lab, free_port, lab_environment

__all__ = ["Lab", "free_port", "lab_environment"]
