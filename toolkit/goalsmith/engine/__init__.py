"""Text and case in, evidence, levels and advice out. Pure functions: no file, clock or network is touched.

`Judge` is the door: made once for a rubric and a case, it assesses statements and plans.
"""
