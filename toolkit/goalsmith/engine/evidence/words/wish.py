"""Figures of speech, values and slogans: what says how life should feel and shows nothing of it."""

from goalsmith.engine.evidence.words.listed import listed

# Figures by their families. Most of these words have a plain meaning too: what counts them as figures is that no
# amount, time or technique stands beside them (`checks/wish.py`).
_PATH = listed("""
    journey, crossroads, new chapter, next chapter, chapter, turn the|a|over page, turn ... corner, new leaf, clean
    slate, blank page, fresh page, fresh start, new start, new beginning, start over, start afresh, begin again, start
    again, square one, back on track, on the right track|path, new path, own path, open road, find ... way back, finish
    line, milestone, step into, cross the bridge, roadblock, detour, compass, stepping stone, road to recovery, way
    forward, move forward, second chance, rewrite ... story, next level, greener pastures, back in the game, first day
    of the rest
""")
_DEPTH = listed("""
    hole, pit, abyss, rock bottom, bottom of the, rut, quicksand, swamp, valley, mountain, summit, peak, climb
    out, climb up, climb back, crawl out, crawl up, dig ... out of, rise above, rise up, rise from, roof of, top
    of the world, on top of things|it, back on my|his|her|their feet, find ... feet, stand tall, stand on ... own
    feet, stand on ... two feet, new heights, cloud nine, ladder of life, land on ... feet, head above water, stay
    afloat, keep afloat
""")
_LIGHT = listed("""
    darkness, light in, the light, bit of light, light at the end, tunnel, shadow, dark place, dark cloud, cloud, fog,
    sunshine, sunrise, sunset, dawn, sunny side, rainbow, brighter, bright side, bright future, silver lining, shine,
    sparkle, spark, glow, torch, candle, beacon, flame, fire within, new day, spring in
""")
_WATER = listed("""
    wave, ocean, calm sea, the sea, storm, thunder, tide, current of, anchor, harbour, harbor, drowning, treading
    water, sink or swim, lighthouse, ship, boat, sail, shore, flood, calm waters, smooth sailing, weather the,
    whirlpool, stream of life, go with the flow, raft, rough waters
""")
_WALLS = listed("""
    shell, cage, prison, chain, shackles, bubble, cocoon, box, mask, cloak, armour, armor, wall down, walls down,
    tear|tears|break|breaks ... walls, comfort zone, own skin, locked door, open ... door to, key to, closed
    doors, break free, set ... free, breathe again, breathe freely, room to breathe, burst out, hiding place,
    glass ceiling
""")
_MACHINE = listed("""
    wheel, steering wheel, driver's seat, driving seat, passenger seat, back seat, autopilot, hamster, treadmill,
    volume, radio, turn ... off ... head, turn down the, switch ... off ... head|brain|mind, off switch, mute,
    recharge, batteries, battery, engine of, full tank, brakes on, put the brakes, reset button, reset, reboot, gear,
    rollercoaster, merry go round, record player, broken record, pressure cooker, let off steam, tap off, unplug
""")
_BEASTS = listed("""
    monster, demon, dragon, black dog, beast, wolf, lion, tiger, bully, elephant, butterfly, caterpillar, phoenix, bird,
    wings, fly, soar, ostrich, tomato, tortoise, devil, ghost, gremlin, vampire, zombie, puppet
""")
_FIGHT = listed("""
    battle, war, fight, fighter, warrior, conquer, defeat, beat this, beat it, win back, victory, survivor, victim,
    hero, soldier, slay, enemy, surrender, kick ... butt, kick this, take on the world, face my demons, upper hand
""")
_GROWTH = listed("""
    blossom, bloom, flourish, thrive, roots, put down roots, sprout, seed of, spread ... wings, flower again, ripen,
    blossoms, fresh air, breath of fresh
""")
_WEIGHT = listed("""
    weight off, weight of the world, burden, baggage, shoulders, lighter heart, load off, heavy heart, feather,
    let it go, let go, letting go, wash ... hands of, shake off, shake ... off, bury the past, leave the past,
    close the book, put the past, put it all behind, put ... behind me|him|her|them, clear the air
""")
_RULE = listed("""
    my own boss, his own boss, her own boss, captain, master of, king of, queen of, the boss of, bossing, reins,
    in the saddle, pilot of, in charge of, ruler of, take ... life back, get ... life back, have ... life back,
    want ... life back, control of ... life, own my|his|her life, call the shots, stand up to life, rule
    my|his|her life, run my|his|her life, owner of
""")
_SELF = listed("""
    being me, be me, real me, real him, real her, true self, old self, best self, former self, new self, new me,
    best version, better version, own person, be myself|himself|herself|themselves, being myself|himself|herself,
    feel like myself|himself|herself, like myself|himself|herself again, love myself|himself|herself, find
    myself|himself|herself, believe in myself|himself|herself, man i|he was|were, man he|i want|wants, woman i|she
    was, person i|he|she was|were, person i|he|she want|wants|used,
    mother|mum|mom|father|dad|husband|wife|partner|son|daughter ... deserve|deserves, born to be, meant to be,
    supposed to be, kind of guy|man|woman|person|girl|boy, sort of guy|man|woman|person, better
    person|man|woman|human, good person, new man|woman|person, whole again, complete again, feel whole, human
    again, alive again, feel alive
""")
_SLOGAN = listed("""
    act together, get a grip, pull ... together, pick up the pieces, get it together, get ... together and, one
    day at a time, one step at a time, day by day, step at a time, once and for all, one ... after another, small
    stuff, that's it, get over it, snap out, man up, toughen up, chin up, turn over, new lease, live laugh, seize
    the day, carpe diem, make the most, make peace, live in the moment, live for today, bounce back, on an even
    keel, even keel, piece of mind, peace of mind, whole new, at last, finally, move on, moving on, get on with
    life|things, get on with my|his|her life, have it all, no regrets, glass half full, never look back, sort ...
    life out, turn ... life around, whatever it takes, brand new, good vibes, positive vibes, live my|his|her
    best, mojo, sanity, heart of gold, heartbeat, soul
""")
METAPHOR = (
    *_PATH, *_DEPTH, *_LIGHT, *_WATER, *_WALLS, *_MACHINE, *_BEASTS, *_FIGHT, *_GROWTH, *_WEIGHT, *_RULE, *_SELF,
    *_SLOGAN,
)  # fmt: skip

# Values and states of mind as a whole, with nothing of a day in them.
VALUE = listed("""
    happy, happier, happiness, joy, joyful, peace, peaceful, serenity, serene, calm, calmer, calmness, quiet mind, clear
    mind, clear head, tranquillity, tranquility, freedom, free, free from, free of, liberated, normal, normality,
    normalcy, normal life, life, fuller life, full life, fully, good life, better life, better, best, strong, stronger,
    strength, brave, braver, bravery, courage, courageous, hope, hopeful, optimism, optimistic, positive, positivity,
    confident, confidence, self confidence, purpose, meaning, bliss, content, contentment, fulfilment, fulfillment,
    fulfilled, balance, balanced, harmony, whole, wholeness, alive, zest, worthy, worth, proud, pride, dignity, okay,
    ok, fine, alright, all right, well, wellbeing, wellness, good, great, healthy, healthier, carefree, laid back,
    relaxed, easy going, at ease, comfortable, in control, heal, healing, healed, recover, recovery, thrive, flourish,
    growth, grow, empowered, resilient, sane, enjoy life, enjoy, love life, fun, laugh, smile again, dream, success,
    successful, living, live, existence, closure, acceptance, grateful, gratitude, wisdom, faith in, loved, lovable,
    like other people, like everyone else, like everybody else, like normal people, cope, function, feel better, stable,
    stability, grounded, centred, centered, secure, security, safe, safety, independent, independence, world
""")

# Acts that figures of speech are made of as well; other acts are meant as they are said.
FIGURATIVE = listed("""
    turn, put, let, take, climb, crawl, come, get, shake, stop, open, close, break, find, start, begin, leave, hold,
    stand, carry, wash, pick, pick up, throw, build, watch, look, go, move, step, stay, keep, sit, face, touch, reach,
    wear, walk, catch, fall, lift, drop, raise, cut, pull, push, give, bring, make, draw, lie, dig, dance, run, wake,
    sleep, drive, travel, return, learn, do, swap, switch, turn off, turn up, get up, get out, fix, mend, paint, meet,
    see, say, hang, place, set, spin, shout, pass, feed, lock, clean, wait, ride, swim, play
""")

LISTS = {"figurative": FIGURATIVE, "metaphor": METAPHOR, "value": VALUE}
