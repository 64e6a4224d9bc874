"""The last reviews, where those who are free may not read what is left: others hand plans over to them."""

from collections import deque
from collections.abc import Sequence

from goalsmith.peer.allocate.edges import Edges


def complete(edges: Edges, needs: Sequence[int], limit: int) -> None:
    """Bring every plan to as many reviews as it `needs`, or as near as can be, with levels up to `limit`.

    Each missing review is sought along chains: somebody reads the plan and hands another one over to somebody who hands
    another one over, and so on to somebody below the limit (augmenting paths: Ford & Fulkerson 1956). No other choice
    has more reviews.
    """
    alive = {reviewer for reviewer, level in enumerate(edges.level) if level <= limit}
    room = sum(limit - level for level in edges.level if level < limit)
    for author, need in enumerate(needs):
        while room and len(edges.readers[author]) < need:
            if not _found(edges, author, limit, alive):
                break
            room -= 1


def _found(edges: Edges, author: int, limit: int, alive: set[int]) -> bool:
    """Find and use a chain that ends with a review of the plan.

    Whoever was reached in vain leads to nobody with room, now or later, and is not tried again.
    """
    came: dict[int, tuple[int, int]] = {}
    queue = deque([(-1, author)])
    while queue:
        giver, plan = queue.popleft()
        for taker in [one for one in alive if one not in came and edges.may_take(one, plan)]:
            came[taker] = giver, plan
            if edges.level[taker] < limit:
                _hand_over(edges, taker, came)
                return True
            queue.extend((taker, other) for other in sorted(edges.plans[taker]) if (taker, other) not in edges.fixed)
    alive.difference_update(came)
    return False


def _hand_over(edges: Edges, taker: int, came: dict[int, tuple[int, int]]) -> None:
    while taker >= 0:
        giver, plan = came[taker]
        if giver >= 0:
            edges.drop(giver, plan)
        edges.add(taker, plan)
        taker = giver
