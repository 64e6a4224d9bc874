"""Moves that work against treatment, by the practices of the client's diagnoses.

A practice names the behaviours that keep the disorder going (`does`) and what the client needs to come back to
(`leaves`). `moves` finds them in a text, `evidence.polarity` says whether the sentence plans them or leaves them out,
`own` reads from the case what this client avoids, and `weighed` adds up how much all words speak for harm. In comes a
reading, out comes the first clear move, or None.
"""

from goalsmith.engine.harm.moves import Hit, Moves

__all__ = ["Hit", "Moves"]
