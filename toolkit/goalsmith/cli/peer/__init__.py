"""`goalsmith peer`: one file a verb, as above."""

from goalsmith.cli.peer import adjudicate, agreement, close, fetch, followup, open, reassign, release, status
from goalsmith.cli.peer.group import peer

__all__ = [
    "adjudicate",
    "agreement",
    "close",
    "fetch",
    "followup",
    "open",
    "peer",
    "reassign",
    "release",
    "status",
]
