"""How well raters agree: pure functions on levels.

Comes in: a matrix of levels, units in rows and raters in columns, NaN where nothing was rated. Goes out: a coefficient
with an interval, or NaN with the reason why these data have none.
"""

from goalsmith.peer.agreement.alpha import krippendorff_alpha
from goalsmith.peer.agreement.coefficient import Coefficient, Matrix
from goalsmith.peer.agreement.icc import icc
from goalsmith.peer.agreement.intervals import Estimate, with_interval
from goalsmith.peer.agreement.kappa import quadratic_kappa

__all__ = ["Coefficient", "Estimate", "Matrix", "icc", "krippendorff_alpha", "quadratic_kappa", "with_interval"]
