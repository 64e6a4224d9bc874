"""goalsmith: practice, SMART feedback and grading for mental-health treatment plans.

Importing this package is light: it pulls in neither nbgrader nor pandas nor the widgets. Each room is imported
by its own name, for example ``from goalsmith.widgets import PlanEditor``.
"""

from goalsmith.data import data_root

__version__ = "0.1.0"
__all__ = ["__version__", "data_root"]
