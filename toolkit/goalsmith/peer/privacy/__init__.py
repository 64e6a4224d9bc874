"""Looking for people in learners' words, so that nothing crosses the blind that names somebody.

Comes in: a text, and everybody on the roster. Goes out: the words that may name somebody, each with a reason. `search`
looks for the roster, `patterns` for what looks like anybody's personal data; `roster` alone reads files.
"""

from goalsmith.peer.privacy.hit import Hit
from goalsmith.peer.privacy.roster import Person, read_roster
from goalsmith.peer.privacy.search import Searcher, searcher

__all__ = ["Hit", "Person", "Searcher", "read_roster", "searcher"]
