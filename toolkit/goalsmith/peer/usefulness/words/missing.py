"""How reviewers say that something is missing, or stands in the way."""

from goalsmith.engine.evidence.words.listed import listed

LACKS = listed("""
    no, not, none, nothing, nobody, no one, nowhere, neither, without, lack, lacks, lacking, miss, misses, missing,
    unclear, forgot, forgotten, absent, hard|difficult to tell|see|say|know, hardly, open, unsaid, left out, undefined
""")
"""Words of absence. With one of `THINGS` in the same sentence they say what is missing."""

THINGS = listed("""
    number, numbers, figure, count, amount, quantity, size, extent, degree, target, targets, score, baseline,
    starting point|level|value|score, frequency, how many|often|much|long|far, instrument, measure, metric, scale,
    rating, rate, dose, unit, finish line, minutes, hours, times, date, dates, deadline, due date, end, end date,
    endpoint, finish, session, duration, time, beginning, day, days, week, when, where, place, room, situation,
    context, order, with whom, who, person, doctor, which, name, skill, technique, exactly what, what exactly,
    what she|he|they|client, behavior, behaviour, action, act, own step|part, first step, example, trigger, criterion,
    reason, support, barrier, warning sign|signs, coping, phone number, phone numbers, tablets, means, own words,
    half met, tell|know|see|decide|say if|whether|that, from outside, from the outside, see ... outside
""")
"""What can be missing: a thing that one could put in, not the name of a letter."""

ABSENT = listed("""
    no|only_one|only_two goal|goals|objective|objectives|step|steps|measure|measures, no way to tell|see|know|say,
    nothing about|on|of, says|say|said|mentions|tells|tell|told nothing about|of|on,
    nothing is|was said|told|mentioned, no mention, no word on|about|of, not mention, nothing to do with,
    not belong together|here, not match, not go together, do|does not serve,
    not sure|clear|obvious which|how|when|where|who|by|whether, not clear what,
    i wonder what|which|how|when|where|who|whether|if, would need|like|want to know, i'd need|like|want to know,
    i'd need, i miss|missed, only a direction, appear|appears|stand|stands|mentioned|found nowhere,
    nowhere in the plan, not in the|your plan, nobody is named, leaves|leave|left|leaving ... open, is|are open,
    is missing, are missing, still missing, not said, not stated, not mentioned, not named, not defined, not given,
    not countable, have|has|must to guess, must guess, could|can be anything|anybody,
    can|may|could mean anything|many|both, anything from, something else, means something different,
    everybody|everyone understands, nothing in the text, cannot see|count|tell|picture|imagine|find,
    not picture|imagine, could not find|see|tell|picture, not find any|anyone|anything|where|who,
    nobody|no_one|anyone to call, nothing that one|we|you can see, would not know,
    nobody|no_one|nothing could|can|sees|knows, nothing|nobody ... could|can ... tell|see|say|decide|count,
    cannot be seen|counted|measured, not know what|which|how|when, invisible, way out, in one sentence,
    two|three|four|several|many goals|things|aims|objectives|steps in|at one|once,
    two|three goals|aims|things|objectives
""")
"""Whole ways of saying that something is missing."""

FAULTS = listed("""
    against ... barrier|doubts|advice|wish, runs|run|running into|against, goes|go|work|works against, ignores,
    ignore, overlooks, passes over, do|does not fit, collides, collide with, clashes, clash, feeds,
    feed the|her|his|that, keeps|keep|keeping her|his|the|this|that|worry|fear|ocd|anxiety|it ... going|alive|up,
    avoids|avoid|avoiding the|his|her|what|facing, safety behavior|behaviour, relies|rely on, dangerous, unsafe,
    risky, depends on, not in her|his|their hands, cannot decide ... herself|himself,
    makes|make|get|gets|come|comes|came ... worse|stronger|back, train|trains it,
    is|are|this|that avoidance|reassurance|checking, the reassurance|avoidance|checking, very reassurance, leap, jump,
    too big|large|steep|long|many|fast|early|short|difficult|hard|much|open, takes|take longer, a lot at|in,
    impossible, nobody|no_one|anyone|anybody|nothing ... promise|control|manage|guarantee, cannot promise|control,
    cannot be ordered|made|forced|promised, absolute, outside_of|outside|beyond|out_of her|his|their|anyone's control,
    out of reach, is up to, up to the|her|other|them|him, not hers|his|theirs to, what you do,
    daughter's|partner's|client's|chef's|therapist's|flatmate's|your|others part|job|task,
    what the therapist|clinician does, is not what, no car, no promise|safety_plan, not a safety plan,
    is nothing|not that|something ... promise, put|puts pressure on, already met, already planned, only free time,
    required by, hardly ever, so ... could fail, cannot stop|work|drive, very far from
""")
"""Ways of saying what stands in the way."""

ASKS = listed("""
    how many, how often, how much, how long, how far, how large, how big, how soon, how early, which, what exactly,
    exactly what, by when, until when, till when, till what, since when, from what, to what, than what, earlier than,
    from when, starting when, what kind|sort|type of, for what, about what, of what, to which, at which, in which,
    what for, compared to|with what, what does|would|will|did she|he|they|client|the|this, what is|are the|her|his
    target|score|baseline|number|measure|skill|step, who asks|decides|says|calls|does|counts|with|is|checks,
    with whom, with who, where, at what time, what time, how would she|he|they|client|you notice|know|see|tell, when,
    who
""")
"""Questions that ask for what is missing."""

DEMANDS = listed("""
    add, adds, adding, need, needs, needed, should, put, write, give, include, state, specify, name, please, pls,
    want, would be good|nice|helpful|useful|great|help, must, has to, have to, would like, wish, better with, missing
""")
"""Words that ask for a thing to be put in."""

TURNS = listed("""
    but, never, always, only, because, although, though, unless, already, cannot, will not, so she|he|they|that,
    without, too, every ... same, more and more, not, nobody, no one, even, yet, still, nothing, hardly, instead of,
    rather than
""")
"""Words by which a sentence about the client turns into an objection."""

CLIENT = listed("""
    she, he, her, his, him, they, them, their, hers, she'd, he'd, they'd, client, patient, the plan, family, therapist
""")
"""Whom an objection is about."""

IDLE = listed("""
    s|m|a|r|t is|are|still missing, s|m|a|r|t is still missing, nothing to
    add|change|improve|criticise|criticize|complain|say, nothing is|was missing|lacking|unclear, nothing missing,
    nothing more, nothing else, nothing could be better|clearer, no change, no changes, no complaints, no criticism,
    no suggestions, no notes, no objections, no questions, no need to, no problem with, no weakness,
    not change anything|a, would not change, do not change, not only, could not be clearer|better, no doubt, not bad,
    without doubt, leaves nothing|no ... open|wish, not much to add, not miss anything, nothing i would,
    no idea how to improve, not an|no expert, cannot say much, not say much, not agree, not convinced,
    not my favorite, not my favourite, no time, out of time, not had time, not sure about, not sure what to,
    not really sure, really not sure, impossible to measure|verify|judge|achieve, cannot see how this|it|that,
    not see how this|it|that, not see|find|found any|a mistake|mistakes|fault|faults|error|errors|problem|problems
""")
"""Words of absence that say of nothing that it is missing: praise, doubt, excuses, and the name of a letter."""
