"""Praise, words that hurt, and words to the grader."""

from goalsmith.engine.evidence.words.listed import listed

PRAISE = listed("""
    great, good, nice, nicely, well done|thought|written|put, super, excellent, perfect, lovely, like, liked, love,
    loved, wonderful, strong, clear, congratulations, impressive, thank, thanks, agree, enjoyed, pleasure, easy, fine,
    respect, beautiful
""")
"""Words of praise. A sentence that has one objects to nothing, unless it goes on with "but"."""

META = listed("""
    review, reviewing, reviewed, reviewer, read|reading your|this plan|goal|objective, easy|nice to read, i read,
    i have read, write, writing, wrote, course, class, thought, effort, hand|handed in, choice of words, expected,
    textbook, classic, deserve, deserves, pass the|this, mine, colleague, colleagues, discuss, luck, compare, comment,
    feedback, opinion, style, format, spelling, grammar, layout, smile, laugh, what was asked, rework, revise
""")
"""Words about writing and reviewing plans. A sentence that has one sets nothing beside the client's life."""

UNKIND = listed("""
    lazy, ridiculous, laughable, idiotic, idiot, moron, clueless, bullshit, wtf, lol, a disgrace, waste of time,
    wasted my time, incompetent, amateurish, so sloppy, is sloppy, makes me laugh, zero effort, no effort at|from,
    this|that|it is just|so|simply|really|total|complete|pure|utter
    stupid|dumb|rubbish|garbage|trash|crap|nonsense|pathetic|awful, this|that|it|which is
    stupid|dumb|rubbish|garbage|trash|crap|nonsense|pathetic|awful|terrible|useless|horrible|worthless|embarrassing,
    what|total|complete|pure|utter rubbish|garbage|nonsense|crap|trash,
    what a|an stupid|silly|dumb|awful|terrible|useless|lousy,
    stupid|silly|dumb|awful|terrible|useless|horrible|worthless|lousy|pathetic|embarrassing|hopeless|worst|sloppy|careless
    plan|goal|objective|step|idea|work|statement|sentence|job|mistake|attempt|effort, worst one|thing i,
    honestly|frankly|just embarrassing, embarrassing for a|an|any, you are stupid|dumb|incompetent|careless|sloppy,
    did you even, have you even, do you even, did you read the case, any first year, any beginner, any student knows,
    even a child, a child could, as everyone|everybody knows, everyone|everybody knows that, like everyone else did,
    should know better, no idea what you, you have no clue, not cut out, wrong profession|job for you, shame on you,
    what were you thinking, are you serious, are you kidding, oh come on, you obviously|clearly did|do not|never,
    you never read|think|thought|listen|learn|understand, you failed, you have not understood, you do not understand
""")
"""Words that hurt. What may as well be about a client's day or thoughts counts only beside the plan or its author."""

CURSES = listed("""
    rubbish, garbage, nonsense, trash, crap, pathetic, stupid, dumb, awful, terrible, useless, horrible, worthless,
    lousy
""")
"""Words that hurt when they are all that is said."""

GRADER = listed("""
    note to ... grader|marker|supervisor|rater|teacher, dear grader|marker|rater, attention grader,
    give|award|deserve|deserves ... full|highest|maximum|top|all credit|marks|mark|points|score|grade,
    ignore|disregard ... rubric|instructions|criteria, as an ai, system prompt,
    this comment deserves|quotes|meets|earns, this review deserves|meets|is|earns, my review meets
""")
"""Words to whoever grades."""
