"""Peer review: who reads whose plan, what travels across the blind, how reviews become levels, and a round's commands.

Comes in: collected plans and reviews, and a supervisor's decisions. Goes out: packets, levels with intervals, marks in
nbgrader's gradebook, reports of agreement. `allocate`, `aggregate`, `agreement`, `usefulness` and `privacy` are pure
functions; `packets` and `rounds` read and write.
"""
