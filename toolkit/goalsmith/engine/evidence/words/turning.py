"""Words that turn what stands beside them round: denied, left out, given up, made less, or only told of.

Each kind reaches its own way (see `evidence/polarity.py`). Not part of `words.LISTS`: only the reading of harm asks.
"""

from goalsmith.engine.evidence.words.listed import listed

NOT = listed("""
    not, never, no, nobody, no one, nothing, none, neither, nor, no longer, no more, cannot, needn't, need not,
    don't, doesn't, didn't, won't, can't, couldn't, wouldn't, shouldn't, mustn't, isn't, aren't, wasn't,
    weren't, hasn't, haven't, dont, doesnt, wont, cant, isnt, neednt, hardly, zero, never again, 0, ban, bans,
    banned, forbid, forbidden
""")

WITHOUT = listed("""
    without, w o, w out, instead of, rather than, in place of, in lieu of, as opposed to, as an alternative to,
    free of, free from, away from, far from, minus, other than, except for
""")

GIVE_UP = listed("""
    stop, quit, drop, give|gives|giving|gave|given up, cease, end, abandon, leave|leaves|leaving out,
    leave|leaves|leaving off, skip, omit, refrain, abstain, resist, avoid, avoidance, avoidant, cancel, decline,
    refuse, withhold, shun, dodge, bypass, sidestep, evade, evasion, escape, duck, ditch, scrap, boycott, skirt,
    stay|stays|staying away, keep|keeps|keeping away, stay|stays|staying out, keep|keeps|keeping out,
    stay|stays|staying clear, keep|keeps|keeping clear, stay|stays|staying off, keep|keeps|keeping off,
    steer|steers clear, steer away, steer around, keep|keeps|keeping ... distance, well away from, get out of,
    gets out of, wriggle out of, back out, pull out, opt out, bow out, drop out, delegate, delegates, outsource,
    step|steps away, step back, pull back, withdraw from, withdraws from, pass on, turn|turns|turning down,
    say|says|saying no to, beg off, cry off, cut|cuts|cutting out, do|does without, cut|cuts|cutting off,
    throw|throws|throwing out, throw|throws|throwing away, pour|pours|pouring away, get|gets|getting rid of,
    bin, discard, remove, delete, unlearn, hold|holds|holding off, hold|holds|holding back, put|puts|putting
    off, delay, postpone, defer, kick ... habit, withdrawn from, retire from, retirement from, resign, break
    off, breaks off, pause, suspend, look|looks away from, turn|turns|turning away from, shut out, shuts out,
    shy away, wait|waits|waiting ... before, cross|crosses off, cross|crosses out, phase|phases out, relinquish,
    forgo, forego, dispense with, dispenses with, say|says goodbye to, wash|washes ... hands of, no time for,
    off limits, out of bounds, shirk, dread, sit|sits out, hang up, lay|lays down, lays off, lay off, retreat
    from, retreats from, pulls out, backs out, bows out, opts out, stand down, stands down, drops out,
    interrupt, break|breaks the habit, no need for, exempt, detour, come|comes|coming off, tear|tears|tearing
    up, take|takes|taking off, be excused, is excused, excuse herself|himself|themselves|myself, long way, way
    round, way around
""")

# What lies inside them is given up, and what follows is not.
INSIDE = listed("""
    leave|leaves|leaving ... in|at the|a|her|his|their
    wardrobe|cupboard|locker|car|bathroom|kitchen|cellar|hallway|attic|staff|bag, put|puts|putting ... in|into
    the|a|her|his|their drawer|wardrobe|cellar|cupboard|attic|locker|bin|basement, leave|leaves|leaving ... at
    home, leave|leaves|leaving ... behind, leave|leaves|leaving ... in the drawer, leave|leaves|leaving ... in
    another room, leave|leaves|leaving ... outside, throw|throws|throwing ... away, throw|throws|throwing ...
    out, pour|pours|pouring ... away, pour|pours ... down, hand|hands|handing ... in at, hand|hands|handing ...
    pharmacy, bring|brings ... pharmacy, return|returns ... pharmacy, take|takes ... pharmacy, swap|swaps ...
    for, swap|swaps ... with, replace|replaces ... with, replace|replaces ... by, exchange ... for, trade ...
    for, give|gives ... a miss, hand|hands|handing ... over, put|puts|putting ... on ice, put|puts|putting ...
    on hold, let|lets ... slide, let|lets ... lapse, put|puts|putting ... away, sign|signs ... over, pass|passes
    ... on to, leave|leaves ... to others, take|takes ... out of the bedroom, put|puts ... in the bin,
    leave|leaves|leaving ... for good, leave|leaves|leaving ... altogether, turn|turns|turning ... down,
    put|puts|putting ... off, call|calls|calling ... off, cut|cuts|cutting ... out, turn|turns ... to the wall,
    turn|turns ... off, switch|switches ... off
""")

# What stands before them is given up.
GONE = listed("""
    in the bin, into the bin, back to the pharmacy, out of the bedroom, stay|stays at home, stay|stays in the
    drawer, left at home, left behind, left out, is|are out, is|are banned, is|are dropped, is|are skipped,
    is|are stopped, is|are removed, is|are off limits
""")

LESS = listed("""
    reduce, reduction, decrease, fewer, less, cut, cut back, cuts back, cut down, cuts down, lower, shrink,
    shorten, limit, cap, halve, taper, wean, fade, ration, no more than, no longer than, not longer than, not
    after, not more than, at most, at the most, max, maximum, fewer than, less than, limited to, restricted to,
    down to, down from, drop|drops|dropped ... from|to|below|under, fall|falls|fell ... from|to|below|under,
    fall|falls, comes|come|goes|go|is|are down, decline ... from|to, shrink ... to, gradually, step by step, bit
    by bit, dwindle, minimise, minimize, only once, to none, to zero, or fewer, or less, spaced out, from always
    to, never more than, one time only, down by, all down, go|goes|went down, becomes|become rarer, get|gets rarer,
    become|becomes less, cases out of
""")

# What is only told of: an urge that is felt, a slip that is written down.
TOLD = listed("""
    urge, urges, temptation, tempted, craving to, habit of, record, tally, tallies, log urges, note when, note
    each time, notes each time, notices, notice, noticing, catch|catches himself|herself|themselves, spot|spots,
    name|names the, recognise, recognize, identify, warning sign, warning signs, talk about, discuss, pros and
    cons, understand, explain, psychoeducation, learn about, whether to, belief that, thought that
""")

# Set phrases in which such a word means nothing of the kind, or a verb is none.
IDLE = listed("""
    not|never|don't|doesn't|without|longer|of|than leave|leaves|leaving, not|never|don't|doesn't|without|of|than
    walk|walks|walking|get|gets|getting|step|steps|stepping out|off, not|without|of hang|hanging|cut|cutting
    up|short, no later than, no earlier than, not only, no matter, no doubt, not just, no less than, not less
    than, nothing but, no fewer than, drop|drops|dropping|dropped off, drop|drops in, end of, the end, at the
    end, by the end, stop by, bus stop, bus stops, next stop, stop sign, cut up, pass out, pull through, no
    wonder, not until, not before, non stop, whether or not, if not, why not, dead end, week end, limit of, eye
    drops, lower deck, no sooner, stops later, one stop, two stops, three stops, four stops, five stops, six
    stops, third stop, month end, year end, not worth, isn't worth, isnt worth, not wake, not to wake, not
    waking, not knowing, on the phone, the phone, her|his|my phone, the call, phone call, the text, the message,
    by phone, phone log, way away from, along for the ride
""")

# Where a clause begins that tells of a condition and not of what is planned.
WHEN = listed("""
    when, whenever, if, each time, every time, once she, once he, in case, in the event, as soon as, unless, he
    now, she now, currently, at present, because, since she, since he, as she, as he, any time, anytime, the
    moment, even if, even when, even though, although, though, despite, in spite of, even with, should a|an|the|she|he,
    on days|evenings|nights|mornings|afternoons that|with|like|of, on a day|night|evening|morning of|with|when|that,
    in the weeks|days|hours after|before, after a night|day of|with|when
""")

LISTS = {
    "turn:not": NOT,
    "turn:without": WITHOUT,
    "turn:give_up": GIVE_UP,
    "turn:less": LESS,
    "turn:inside": INSIDE,
    "turn:gone": GONE,
    "turn:told": TOLD,
    "turn:idle": IDLE,
    "turn:when": WHEN,
}
