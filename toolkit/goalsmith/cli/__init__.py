"""The `goalsmith` command: one file a verb, no logic. Each verb imports what it needs when it runs."""

from goalsmith.cli import case, confirm, course, demo, grade, peer, practice, score, submit
from goalsmith.cli.app import app

__all__ = ["app", "case", "confirm", "course", "demo", "grade", "peer", "practice", "score", "submit"]
