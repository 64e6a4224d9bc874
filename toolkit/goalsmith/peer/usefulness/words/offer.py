"""How reviewers offer a step."""

from goalsmith.engine.evidence.words.listed import listed

SUGGESTS = listed("""
    you could|can|might|may, maybe, perhaps, consider, considering, try, how about, what about, why not, what if,
    i'd|i_would
    put|write|suggest|set|say|add|choose|count|go|take|make|start|move|try|name|ask|split|pick|use|begin|leave|let,
    i suggest, i recommend, i propose, suggestion, proposal, suggest, my idea, idea, e.g, eg, i.e, for example,
    for instance, such as, instead, let's say|take|try|make|put|start, let us say|take|try|make|put|start,
    let her|him|them|client, would it be, could it be, it might|may help|work|be, start|starts|begin|begins with|by,
    better to, a first step, one small one, one|idea|option|way|step could|would be,
    could start|begin|try|write|add|use, would be better|kinder|easier|good|nice|safer|fairer to|if, as a start,
    for a start, as a first step, to begin with, to start with, could say, could read, would read,
    turn it round|around|into, the opposite, either
""")
"""What a step for the author begins with."""

OPENS = listed("could be, can be, might be, may be, better, rather, alternatively, alternative, option")
"""What a step begins with at the head of a sentence; right behind words of the plan it says what they may mean."""

MIGHT = listed("could be, might be, may be, can be")
"""What stands between a step and its amount: "the parking lot could be week 1"."""

CAN = listed("""
    she could, he could, they could, we could, one could, client could, could she, could he, could they, could client,
    could we, could you, could her|his, would she|he|client ... rather|prefer, she might, he might, client might,
    she can, he can, they can, client can
""")
"""Steps for the client. After "so" or "that" the same words tell what goes wrong."""

LATE = listed("""
    would|might|may|could|will be better|enough|easier|kinder|doable|plenty|nice|good|possible|fine|safer|fairer|ok,
    would|might|may|could|will be a
    good|nice|better|big|small|fair|first|real|useful|change|start|target|step|way|win,
    would|might|may|could help|work|suit|tie|fit, would|could|might be countable|measurable|clear|clearer|concrete,
    comes to mind|my, is something|one that|she|he|they|both|you|client, can do alone|herself|himself, could do,
    would do nicely|well|fine, will do, is enough, are enough, instead, gives|give her|him|them a|some|more,
    is a moment|way|start|beginning|place, first ... then, at first, first of all
""")
"""What follows a step: "two stops would be enough"."""

OVER = listed("""
    never again, for ever, forever, cure, cured, completely free, free of all, all day, every hour, hour after hour,
    24 7, around the clock, no more anxiety|worry|thoughts at all, until all ... gone, stop all,
    without any anxiety|worry|fear, for good
""")
"""Steps that nobody could take."""

ACTS = frozenset(
    listed("""
        add, write, choose, pick, name, set, put, ask, use, take, turn, count, make, split, move, change, replace,
        specify, include, mention, give, cut, lower, reduce, keep, start, begin, leave, aim, describe, plan, note,
        tie, decide, build, break, divide, state, define, link, connect, talk, let, look, go, say, shorten, swap,
        raise, halve, attach, fill, bring, record, log, rate, draw, list, call, phone, try, drop, combine, explain,
        rephrase
    """)
)
"""Words that open a request, in the form that asks: "Write 16 to 9"."""

BEFORE_ACTS = frozenset(
    listed("please, pls, so, then, and, or, maybe, just, but, also, simply, better, either, to, now")
)
"""Words that may stand before the word that opens a request."""
