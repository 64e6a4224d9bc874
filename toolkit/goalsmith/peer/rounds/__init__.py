"""A round of peer review: its state in a database, and every command that moves it on.

Comes in: a course folder with collected plans, reviews and answers. Goes out: packets for reviewers, scores and
comments for nbgrader's gradebook, and a log of every change. Each command can be repeated after a crash at any point.
"""
