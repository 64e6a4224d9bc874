"""Text and case in, evidence, levels and advice out. Pure functions: no file, clock or network is touched.

`Judge` is the door: made once for a rubric and a case, it assesses statements and plans.

A text is made comparable (`text`), its evidence is gathered once (`reading`, `evidence/`, `phrases`), the yes/no
`checks` ask it together with the case (`facts`, `harm`), the rubric's rules turn answers into `levels`, and `advice`
says what to add.
"""

from goalsmith.engine.judge import Judge

__all__ = ["Judge"]
