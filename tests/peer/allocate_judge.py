"""Guarantees of an allocation, counted from its pairs in the plainest way, for tests to compare with."""

from collections import Counter
from itertools import combinations, product


def ids(count):
    """p000, p001, ..."""
    return [f"p{number:03}" for number in range(count)]


def may_read(reviewer, author, conflicts=(), groups=None, rule="either"):
    """Whether this review may be given at all."""
    if reviewer == author or (reviewer, author) in conflicts or (author, reviewer) in conflicts:
        return False
    return rule == "either" or (groups[reviewer] == groups[author]) == (rule == "within")


def counted(pairs, authors, reviewers, k, groups=None, rule="either"):
    """How often each guarantee is broken, by its name in `relaxed`; those that are kept are left out."""
    there = set(pairs)
    got, load = (Counter(pair[at] for pair in pairs) for at in (1, 0))
    loads = [load[name] for name in reviewers]
    counts = {
        "sharing": sum(plans > 1 for plans in in_common(pairs).values()),
        "connected": max(0, pieces(pairs) - (len({groups[a] for _, a in pairs}) if rule == "within" else 1)),
        "reciprocal": sum((author, reviewer) in there for reviewer, author in pairs) // 2,
        "loads": max(0, max(loads, default=0) - min(loads, default=0) - 1),
        "groups": sum(not may_read(*pair, (), groups, rule) for pair in pairs),
        "reviews": sum(k - got[name] for name in authors),
    }
    return {name: count for name, count in counts.items() if count}


def in_common(pairs):
    """How many plans each pair of reviewers shares, of those who share some."""
    readers = {}
    for reviewer, author in pairs:
        readers.setdefault(author, []).append(reviewer)
    return Counter(pair for names in readers.values() for pair in combinations(sorted(names), 2))


def pieces(pairs):
    """Pieces of the graph of reviewers and plans."""
    parent = {}

    def top(node):
        while parent.setdefault(node, node) != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for reviewer, author in pairs:
        parent[top(("reads", reviewer))] = top(("plan", author))
    return len({top(node) for node in list(parent)})


def worth(pairs, authors, reviewers, k):
    """What an allocation gives up, dearest first: reviews, even loads, reciprocity, one piece, sharing."""
    broken = counted(pairs, authors, reviewers, k)
    load = Counter(reviewer for reviewer, _ in pairs)
    uneven = sum(load[name] ** 2 for name in reviewers)
    names = ("reciprocal", "connected", "sharing")
    return broken.get("reviews", 0), uneven, *(broken.get(name, 0) for name in names)


def best_worth(authors, reviewers, k, conflicts, groups=None, rule="either"):
    """The least that any allocation gives up: all of them are tried."""
    choices = []
    for author in authors:
        readers = [name for name in reviewers if may_read(name, author, conflicts, groups, rule)]
        choices.append([[(name, author) for name in some] for some in combinations(readers, min(k, len(readers)))])
    return min(worth([pair for part in parts for pair in part], authors, reviewers, k) for parts in product(*choices))
