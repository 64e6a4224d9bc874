"""`goalsmith peer`: one file a verb, as above."""

from goalsmith.cli.peer import fetch, open, reassign, status
from goalsmith.cli.peer.group import peer

__all__ = ["fetch", "open", "peer", "reassign", "status"]
