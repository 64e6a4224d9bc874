"""Moves that work against treatment, by the practices of the client's diagnoses.

Two readers look for them. A practice's rules name the behaviours that keep the disorder going (`does`) and what the
client needs to come back to (`leaves`): `moves` finds them in a text, `evidence.polarity` says whether the sentence
plans them or leaves them out, `own` reads from the case what this client avoids. `network` reads the text as a whole,
as it has learned from labelled statements; `wordpiece` cuts the text for it. In comes a reading, out comes the first
clear move with the words that it rests on, or None.
"""

from goalsmith.engine.harm.moves import Hit, Moves

__all__ = ["Hit", "Moves"]
