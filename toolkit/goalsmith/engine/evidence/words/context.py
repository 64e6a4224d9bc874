"""What pins an act down: the place, the part of the day, the company, the tool, the condition."""

from goalsmith.engine.evidence.words.listed import listed

# A place by its preposition, and by its name.
_SOMEWHERE = listed("""
    in|at|on|into|onto|inside|outside|behind|beside|near|past|through|round|around|across|along|opposite|to|off
    the|her|his|their|my|a|an, next to, in front of, close to, online
""")
SITE = listed("""
    in bed, out of bed, in town, on foot, upstairs, downstairs, outdoors, indoors, at work, at home, at school, in
    class, in public, at church, at college, in traffic, office, kitchen, bedroom, bathroom, garden, hallway,
    hall, desk, sofa, couch, armchair, balcony, porch, garage, garden shed, tool shed, park, street, shop, shops,
    store, supermarket, market, mall, checkout, queue, cafe, café, canteen, cafeteria, restaurant, bar, pub,
    library, gym, pool, bus, tram, train, metro, subway, underground, lift, elevator, escalator, car park, parking
    lot, motorway, highway, ring road, bridge, tunnel at, station, platform, airport, plane, cinema, theatre,
    theater, concert, stadium, church, mosque, temple, synagogue, cemetery, grave, hospital, clinic, surgery,
    waiting room, meeting room, break room, staff room, classroom, lecture, lecture hall, seminar, laboratory,
    lab, playground, school gate, beach, lake, forest, woods, corner shop, hairdresser, bank, post office, sink,
    stove, toilet, mirror, door handle, pavement, sidewalk, village, neighbourhood, neighborhood, block, workshop,
    allotment, field, pitch
""")

PART_OF_DAY = listed("""
    before|after|at|during|over|between bed, bedtime, before|after|at|over|during
    work|dinner|lunch|breakfast|supper|school|waking|class|church|tea|practice|meals|meal|rounds|shift, at
    lunchtime, lunch break, coffee break, work break, first thing, last thing, before
    leaving|going|eating|entering|sleeping|driving, after leaving|arriving|eating|waking|getting|finishing|coming,
    before and after, straight after, before the|each|every, after the|each|every, in the
    morning|evening|afternoon, on monday|tuesday|wednesday|thursday|friday|saturday|sunday, monday, tuesday,
    wednesday, thursday, friday, saturday, sunday, mon, tue, tues, wed, thu, thur, thurs, fri, sat, mornings,
    evenings, afternoons, morning, evening, afternoon, weekday, weekend, on shift, lights out, at night, school
    run, commute, rush hour, off peak, overnight, midday, dusk
""")

COMPANY = listed("""
    with|beside|alongside|accompanied|by a friend|colleague|neighbour|neighbor|sibling|flatmate|housemate,
    with|beside her|his|their|my|the, with someone, together with, alone, on her|his|their|my own, by
    herself|himself|themselves|myself, to her|his|their|my
    partner|daughter|son|mother|father|friend|husband|wife|boss|manager|sister|brother|therapist|doctor|colleague|neighbour,
    to a colleague|friend|stranger|neighbour|neighbor|classmate, stranger, colleague, coworker, co worker,
    cashier, shop assistant, barista, classmate, in front of, aloud, out loud, eye contact, unaccompanied, who is
    driving
""")

TOOL = listed("""
    using, via, by using|writing|calling|going|doing|saying|setting, workbook, worksheet, work sheet, notebook,
    notepad, diary, journal, log, logbook, calendar, planner, chart, checklist, check list, sheet, card, cards,
    list, app, alarm, timer, stopwatch, recording, recorder, audio, video, script, handout, whiteboard, fridge,
    phone camera, tally, counter, thermometer, scale of, suds, 0 10, 0 100, rating, rated, ratings, logged, log,
    from her|his|their|my list|hierarchy|ladder, hierarchy, with a, with an, with no, breathalyser, breathalyzer,
    blister pack, pill box, headphones, earplugs, bare hand, bare hands, bare handed, without gloves, photograph,
    letter, email, whatsapp, spreadsheet, rota book, step counter, flashcards, thought record, record sheet, sleep
    diary, mood diary, exposure hierarchy
""")

CONDITION = listed("""
    when, whenever, while, if, during, as soon as, each time, every time, in which, without, instead of, in place
    of, rather than, starting with, so that, as part of, until, till, unless, before, after, even if, even when,
    even though, where, despite, in order, in response, upon, once, from her|his|their list, in silence, at the
    first, at|to|until least|most half, by half, first, then, because, not asking, no asking, no going back
""")

LISTS = {
    "place": (*_SOMEWHERE, *SITE),
    "site": SITE,
    "part_of_day": PART_OF_DAY,
    "company": COMPANY,
    "tool": TOOL,
    "condition": CONDITION,
}
