"""Common English words that are one slip of the finger away from a word of our vocabulary, and are no typo.

Base forms only: the stem stands for all of them. When a vocabulary grows, what belongs here is found by asking
`Spelling.nearest` about the words of ordinary prose.
"""

ENGLISH = """
abide abridge abuse accent accident accommodate acne addition adopt affect agree aide aloud alter amount analysis anger
anonymous apply appreciate approximate arise armor armour array assertion assume attach attain await awhile bang
banish ban bare barge bark bash batch bath bead beam bear beat became begin beginner believe bellow beside bind
binge bite blank blanket blaze bless blink bloom blur board boast boil bold bolt bond bore born borrow bounce bowl brace
braid brake bran brand brave bray breach bread breed brew bride brief broom brow browse brush budge build bulge bump
bunk burden burn burst bury bust buster butter buzz cable cache camel camp cancer candle cannon canoe canvas cape
card care caret carrier cart carve cash cast caster cattle cause cave cease cell center certain chain chair
chalk champ chance chap charge charm chart charter chase chat cheap cheat cheek cheer chess chest chew chick chief chin
chip choke chomp chop chore chuck church cider clamp clan clash clasp clause claw clay cleanse clear click cliff cling
clip cloak clone close closest cloth clothe cloud clove clown club clue clump clutch coach coal coarse coast coat code
collection collective colon column comb come comet comma comment communicate compact compete compile
compose comprise concept concern conclude condition conduct conference confidential confine conform conjure conscience
conserve consist consistent constant construction contest contract contrast convene convention conversion convert
convey convince cool copper copy coral cord core corn correct corrupt cosy cottage council count county
course court cover covert cow crack craft cramp crane crash crate crawl craze cream creed creep crest crib crime crisp
critic crop cross crow crowd crown crude cruel cruise crumb crush crust cube cuddle cull cure curse curve cushion
daemon dame damp dancer dare dash dawn deal dealt decay deceive deed deem deepen delight demand demon demote dense dent
deny depart depend depth derive dim dinner dirt disclose discuss distract dive diver doom dose dote dove down
draft drag drain drape drawn dread dream dress drift drill drip drive driven drove drown drum duck dull dump dune
dusk dust dwell dying dyed ear earn eastern edit elapse eldest elect elevate elimination emission emit employ enact
encase end engage enjoin entail entire entirety equality erase erect essay eternal evade even evoke exact examine
exceed except exchange excite exclude exempt exert exhibit exist expand expel expire explode export expose extend
extent external fable facet fail faint fair fake fallen fame fare farther fast fate fatal faulty feast feather fell fence
ferry fetch fever fidget field fierce fight file fill final fine finer fire firm fish fist flag flair flake flame
flap flare flash flatten flatter flaw flea fleet flesh flew flicker flirt flood floor flour flow flower flown fluid flush
flute foam fold fond font fool foot forbid force forge fork forth foster foul found founder fountain fox frame freeze
frequent fright fringe frost frown fruit fry fuel fund fur fuse gain gallon gang garlic gasp gate gather gaze gear
genuine ghost gift gist glance glare gleam glean glide globe gloom glory gloss glove glow glue goat golf goose govern gown
grab grace grain grape grasp grass grave graze grease greed grief grieve grill grim grin grind grip groan groom grow grown
growl grunt guard guess guide guilt gulp gust halfway hall halt handy hang happen harbor harm harsh haste hasten hatch
haul haunt haven heap hear heard heat heave hedge heel height heir helmet hen herd hide hike hint hip hire hobble hoist
hood hook hop horn horse hose host hotel hound hover howl hug hum humble hunt hurdle hurl hush idle identify identity
imply impose indeed indent indication infant infer inform ingest inhale inherit inject inn inquire insect insert insight
instruct intend interaction intervene introduce invade invent invention invest invoke irritate issue jail
jaw jet jolt judge juice jump junk kennel kick kneel knelt knew knight knit knob knock knot lace lack lake lamb lame lamp
lane lapse latch latin latter laugh launch lawn lay leak lean leap learnt lease leash leather leave lecture lemon lend
lessen lesser lever lick lid lift lighten lightning likely limb limp linen linger lion lip litter liver loaf loan lobby
log logic loop loose lord lose lottery loud lounge lovely loyal luck lump lunge lurk lush magic maid major manage manor
mansion manure maple march marine mark market marsh mash mask mass massage master match mate mature meadow
means meant meddle mediate memorise memorize mend mental mention mercy mere merge merit mess mild military mill mind mine
mingle mink minor mint minus mirror miser miss mist mistake mitten mix moan mock mode moist mole monk monkey month moor
mop moral motion motor mould mount mourn mouse mouth move mow muddle mug mumble muse museum must mutter mystery nail naked
near neat neck neglect neighbor nephew nerve nest niece nimble noble nod noise none north nose notch notion nought novel
numb nun nurse nurture nut oak oath oar occasion occasional offer officer onion opera oppose option orange orbit order
organ otter outcome outer oven oversight owe owl oyster pace packet pad page pail pair palace pale palm pan panel pant
pants paragraph pardon parse particular pasta paste pastor pastry pat patch patent path patrol patron pause pave paw peace
peach peak pear pearl peck peel peer pencil penny pension pepper perch perfume period perish permit petal petty phrase
pickle piece pier pigeon pile pill pilot pinch pine pink pint pipe pistol pitch plain plan plane plank plant plaster
plastic plate platter plead pleasant please pledge plenty plot plough pluck plug plumb plunge poem poet poke pole polish
polite poll pond pony pool pope popular porch pork port pose possess post potato potter pouch pound pour powder
prank preach precious predict prefer premise present preserve press presume pretend pretty prevail prevent preview
prey price prick pride priest prime prince print prior prise prize probe proceed produce profit promote prompt prone proof
proper propose prose proud prove proverb provide province prune public pulse pump punch pupil puppy purchase pure purge
purse push puzzle quack quail quake qualify queen query quest quick quiet quilt quit quite quiz quota quote rabbit race
rack radio radius raft rage raid rail rain ramp ranch range rank rapid rare rash rate raw ray razor reap rear rebel
recede receipt recent recipe reckon reel refer refill refine reflect reform refund regard regret reign rejoice relate
relay reliable relic remain remainder remark remedy remind remote rent repair repay repeal reply report rescue resent
reserve reside resign resist resort respond restrain result resume retail retain retire retreat reveal revenge revert
revive revolve reward rhyme ribbon rice rid riddle ride ridge rifle rinse riot rip ripe ripple rise rival roam roar roast
rob robe robin robot rod role roll roof root rope rose rot rotten rough round rouse route row royal rub rubber rude ruin
rule rumble rush rust sack sad saddle sail saint sake salad sale salmon salt salute sand sane sauce saucer savage
scale scan scar scarce scare scarf scatter scene scent scheme scold scoop scope scorch scorn scout scrap scrape
scratch scream screech screen screw scrip scrub seal seam season seat seed seek seem seize sell sense sentence sequel
serene series sermon sew shack shade shadow shaft shake shallow shame shape shard shark sharp shave shawl shed sheep
sheer sheet shelf shell shelter shelve shepherd shield shine ship shirt shiver shoe shook shoot shore shot shout
shove shovel show shred shrine shrink shrub shrug shun shut shy sieve sigh sight signal silk silly silver simmer sin
singe sink sip skate sketch ski skid skin skip skirt skull slam slap slash slate slave slay sledge sleeve slender slice
slide slim slip slit slope slot slump sly smack smash smear smell smile smoke smooth smother snack snail snake snap snare
snarl snatch sneak sneeze sniff snore snow soak soap soar sob sober sock sofa soil soldier sole solve sore sour south
sow space spade span spare spark sparse speech speed spell spice spider spike spill spin spine spirit spit
splash split spoil spoke sponge spoon spot spout sprain spray spread sprout spun spur squad squash squeak squeal
squeeze stab stable stack stage stain stair stake stale stalk stall stamp stare startle starve stash statue stay
steak steal steam steel steep steer stem stern stew stiff stile sting stir stitch stock stole stomp stone stood stool
stoop store storm story stout stove strain strand strange strap straw stray stream stretch strict stride strike string
strip stripe stroke strung stubborn stuck stuff stumble stump stung stupid sturdy submit suck sudden sue suffer sugar suit
sulk sum summary summit sunk superb supper supply supreme surge surprise surrender survey suspect swallow swam swan swap
swarm sway swear sweat sweep swell swept swift swing switch sword swore swung symptom syrup tack tail tale tall tame tan
tank tap tape tar taste tax tea teach teacher tear tease tell temple tempt tend tender tennis tent tenth terminate terrace
terror thaw theft theme thence thick thief thigh thing thorn thorough those though thread threat threw thrill thrive
throat throne throng throw thrown throughput thrust thumb thus ticket tickle tide tight tile till tilt timber tin tiny tip
tire toad toady toast toe toil toll tomb tone tongue tooth torch tore torn toss tough tour towel tower toy trace
traces trade trail train trait tram tramp trans transfer transform transition translation trap travel tray
tread treasure treat treaty tremble trench trend trial tribe trick trickle trim trio trip triplet trot trough trousers
trout truck trunk truss tub tube tuck tug tumble tune tunnel turf turkey twig twin twist twitch type ugly
ultimate unable union unit unite unless unlike unpack urge usher usual utter vague vain vale valley van vanish
vary vase vast vault veil vein venture verb verse vessel vest view villa vine violet virtue void volt vote vow vowel vulgar
wade wage wail waist wake wander want ward ware warm warn warp wash wasp waste wave wax weak weaken weakly wealth weapon
wear weave wedge weed weep weigh weir weld west whale wheat wheel whence whereas wherever whether whine whip whirl
whisk whisker whisky whisper whistle whole wicked wide widow width wield wild wilt wince wind wine wing wink winner wipe
wire wise wit witch withdraw wither withheld withhold woke wolf womb won wonder wood wool worse worst worth wound wove
wrap wrath wreath wreck wrestle wring wrinkle wrist wrong wrote yard yarn yawn yell yolk young youth zeal zone
asymmetry border conservation contradict emoticon negate park pending photographic poison predicate predication pull ranger
redaction remission sanitise snip spew table tamper taper tier tracer unpaid
augusta augustine
"""
