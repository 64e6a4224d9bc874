"""As many allowed reviews as there can be at all: a maximum flow from plans to reviewers."""

from collections.abc import Callable, Sequence

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import maximum_flow

Edge = tuple[int, int]


def most_reviews(
    needs: Sequence[int], room: Sequence[int], may: Callable[[int, int], bool], rng: np.random.Generator
) -> list[Edge]:
    """Return pairs of reviewer and author, as many as `needs` (by author) and `room` (by reviewer) allow.

    `may(reviewer, author)` says which pairs are possible. Among equal solutions `rng` chooses.
    """
    authors = rng.permutation([a for a, need in enumerate(needs) if need > 0]).tolist()
    reviewers = rng.permutation([r for r, free in enumerate(room) if free > 0]).tolist()
    if not authors or not reviewers:
        return []
    source, sink = 0, 1 + len(authors) + len(reviewers)
    rows, columns, capacity = [], [], []
    for at, author in enumerate(authors, 1):
        rows.append(source)
        columns.append(at)
        capacity.append(needs[author])
        for to, reviewer in enumerate(reviewers, 1 + len(authors)):
            if may(reviewer, author):
                rows.append(at)
                columns.append(to)
                capacity.append(1)
    for to, reviewer in enumerate(reviewers, 1 + len(authors)):
        rows.append(to)
        columns.append(sink)
        capacity.append(room[reviewer])
    shape = (sink + 1, sink + 1)
    graph = coo_array((np.array(capacity, dtype=np.int32), (rows, columns)), shape=shape).tocsr()
    flow = maximum_flow(graph, source, sink).flow.tocoo()
    return sorted(
        (reviewers[int(to) - 1 - len(authors)], authors[int(at) - 1])
        for at, to, amount in zip(flow.row, flow.col, flow.data, strict=True)
        if amount > 0 and 0 < at <= len(authors) < to < sink
    )
