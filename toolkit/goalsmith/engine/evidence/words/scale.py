"""Words that say how large a step is, and how sure: absolutes, feats, hedges, graded steps, aids, a starting level."""

from goalsmith.engine.evidence.words.listed import listed

ABSOLUTE = listed("""
    never, never again, completely, totally, entirely, zero, eliminate, eradicate, cure, cured, always, at all times,
    100% of the time, 100 of the time, all of the time, forever, no longer feel, no longer have|experience|worry, free
    of, free from, without any, no more, every single, perfectly, perfect, no thoughts, get rid of, worry free,
    anxiety free, symptom free, fully, no anxiety, no worry, no urges, no cravings, no panic, no fear
""")

# A whole life, with nothing left over.
TOTAL = listed("""
    never again, never ... again, ever again, for good, for ever, forever, for evermore, as
    long as she|he|they|i live, as long as she|he|they|i lives, until she|he|they|i dies|die, till death, rest of
    her|his|their|my|the life, rest of her|his|their|my days, lifelong, guaranteed, once and for all, permanently,
    no exceptions, without exception, without fail, ever after, ever more, for eternity, without a single
    lapse|slip|exception|failure, every night of the year, every day of the year, 365 days, eternally, every day of
    her|his|their life, irrevocably
""")

# Every moment and every place: too much to ask of a feeling, though not of an act.
EVERY_MOMENT = listed("""
    24 7, round the clock, around the clock, day or night, day and night, night and day, every hour of, every minute
    of, every second of, every moment of, every waking hour|moment|minute, all day every day, at all times, all of the
    time, all the time, at every moment, even once, not once, at all, at any hour, at any time of, everywhere,
    wherever, of any kind, of any sort, whatsoever, in any situation, in every situation, under all circumstances,
    nothing but, day in day out, never ... as long as
""")

# None at all of a thing.
NONE_OF = listed("""
    no, not one, not a single, not even one, zero, never, nothing, none, without any, without a single, not any,
    days|weeks|months|week|month|year without, free of all, rid of all, not a trace of, no trace of, no sign of,
    absence of all, nil
""")

# What nobody can order up, beside thoughts and feelings: the body's answers, wanting, dreams.
FELT = listed("""
    fancy, fancy a, crave, craving, want a drink, miss him, miss her, weep, cry, tear, tears, blush, blushing, red, go
    red, sweat, sweaty, tremble, shake, shaky, stammer, stutter, palpitation, heart rate, heartbeat, racing heart,
    dizziness, dizzy, giddy, breathless, nausea, butterflies, tense, tension, dream, nightmare, flashback, image,
    intrusion, self consciousness, nerve, jittery, startle, yearning, longing, jealousy, envy, boredom, tired,
    tiredness, exhausted, ruminate, rumination, bad night, low moment, sad moment, bad moment, hopelessness, self
    doubt, insecure, insecurity, regret, remorse, disgust, embarrassed, doubtful, second thoughts, headache,
    temptation, urge, desire, impulse, gloom, despair, misery, unhappy, negative, dark moment, dark thought, bad day,
    awake, wake in the night, wake up in the night, wake at night, lie there awake, toss and turn, sleepless,
    insomnia, bad dream, grieve, grieving, ache, hurt, panic attack, attack, intrusive, memories, miss her
    daughter|mother|son|father|husband|wife, suicidal, death wish, wish to die, hungover, withdrawal, worn out
""")

# Feelings that nobody has all the time.
GLAD = listed("""
    good mood, high spirits, cheer, happy, cheerful, calm, relaxed, confident, content, joyful, serene, at ease,
    peaceful, at peace, carefree, in control, positive, optimistic, comfortable, safe, energetic, rested, motivated
""")

CERTAIN = listed("""
    100 certain|sure|confident|safe, entirely|completely|totally|absolutely|utterly|fully|perfectly|dead certain,
    quite certain that, entirely|completely|totally|absolutely|utterly|fully|perfectly|dead sure,
    complete|total|absolute certainty, entirely|completely|totally|absolutely|utterly convinced, know for
    certain|sure|definite, without a shadow of, beyond all doubt, beyond any doubt, no doubt whatsoever, proof that
    nobody|nothing|no, certain that nobody|nothing, sure that nobody|nothing, certain nobody|nothing
""")

ERASED = listed("""
    erase ... memory|mind|head, delete ... memory|mind|head, wipe ... memory|mind|head, forget ... ever happened,
    forget ... completely|forever, erase ... thought|image|past, undo the past, undo what happened, bring ... back to
    life, make it never, turn back the clock, be over her|his|their|the death|loss|grief, get over her|his|their|the
    death|loss|grief, zero germs|bacteria|risk|dirt|mistakes|errors|doubt|danger|contamination, no germs, no risk,
    risk free, germ free, reads|read people's|others' minds, make no mistake, never make a|any mistake|error
""")

# What takes most people years, an audience or a body in training.
FEAT = listed("""
    keynote, world record, world champion, everest, olympic, olympics, ironman, triathlon, marathon, half marathon,
    ultramarathon, national television, live television, on tv, tedx, ted talk, stadium, lottery, millionaire, win the
    league, international congress|conference|congres, best seller, bestseller, bestselling, nobel, headline act, main
    stage, packed theatre|hall|theater, solo concert, concert tour, standing ovation, the whole country, go viral,
    auditorium, whole company, entire company, annual conference, speak|present|talk at ...
    conference|congress|convention|gala, transatlantic, fly to, across ... country|continent|europe|america|alps,
    intercontinental, build ... house|boat|cabin, write ... novel|book, fluent in, fluently, climb ... mountain,
    kilimanjaro, mont blanc, matterhorn, swim the channel, tour de france, win ...
    medal|prize|championship|tournament|trophy|award, perform ... opera, skydive, bungee, world tour, round the world,
    phd, doctorate, novel published, publish a novel|book, black belt, grandmaster, concert pianist, prime minister,
    president, famous, sing at the opera, party every night, party ... every night, out every night, every party
""")

ROLE = listed("""
    become|becomes|becoming ...
    chef|head|manager|director|partner|professor|boss|star|champion|captain|leader|owner|expert|ceo|master|consultant|principal,
    promoted to, made partner, made head, own restaurant|company|firm|business
""")

HEDGE = listed("""
    perhaps, maybe, might, possibly, hopefully, as tolerated, energy permitting, if possible, when possible, as
    needed, try to, attempt to, at some point, at some stage, when she|he|they feels, feel like it, if she|he|they
    feels, feel up, as able, where possible, think about, have a think, prn, if time allows, ideally, some kind of,
    and so on, sort of, we'll see, if the mood, one of these days, weather permitting, time permitting, if it's not
    too, if it doesn't feel, if all goes well, with luck, could see if, could maybe, would like to consider, consider
    doing, consider whether, or something, or so i hope, sometime, might try, when it's a good day, if the week isn't,
    should it suit, if convenient, given the chance, when ... feels right, in theory
""")

GRADED = listed("""
    gradual, gradually, step by step, graded, hierarchy, ladder, starting with, beginning with, start small, working
    up, work up to, building up to, build up from, adding, added each, increase by, increasing by, first couple,
    smallest, easiest, shortest, per week until, longer each, more each, fewer each|every, one fewer, one more, one
    rung, one step, at her|his|their|my own pace, first step, the first time, the week after, next week, week by week,
    then by, then alone, and on his|her|their|my own afterwards, then to none, halfway, half way
""")

# Somebody who helps.
SUPPORT = listed("""
    with support, with her|his|their|my sister|brother|wife|husband|partner|friend|daughter|son|mother|father, with
    her|his|their|my flatmate|housemate|therapist|colleague|neighbour|neighbor|boss|mentor|sponsor|dog, with help,
    with a friend|colleague|housemate|flatmate|neighbour|relative, accompanied, a lift, lift arranged, alongside, who
    is driving, next to her|him|them, sitting next to, beside her|him|them, on the phone, travelling with, riding
    along, comes along, along with me, come along, hand in hand, spare seat, supervised, prescribing doctor, camera
    off, online, at the quiet end
""")

# Something that helps to keep to a step and shows how it went.
AID = listed("""
    reminder, alarm, timer, tally, log, logged, diary, notebook, journal, checklist, worksheet, whiteboard, stuck on,
    calendar, chart, app, rating, rate, stopwatch, recording
""")

# Where the client stands now, in words.
NOW = listed("""
    now, currently, at intake, at present, at the moment, at baseline, at the outset, at the start it, up from, down
    from, until now, so far, at first, these days, instead of, today, presently, as of now, from the present, from
    roughly|about|around, brought down from, compared with, where there are none, it's been
""")

LISTS = {
    "absolute": ABSOLUTE,
    "total": TOTAL,
    "every_moment": EVERY_MOMENT,
    "none_of": NONE_OF,
    "felt": FELT,
    "glad": GLAD,
    "certain": CERTAIN,
    "erased": ERASED,
    "feat": FEAT,
    "role": ROLE,
    "hedge": HEDGE,
    "graded": GRADED,
    "support": SUPPORT,
    "aid": AID,
    "now": NOW,
}
