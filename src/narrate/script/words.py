"""Words of English prose that tell where a sentence may or may not end."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


NEVER_LAST = _words(
    "mr mrs ms messrs mssrs mme mmes mlle mlles mdlle mdlles rt asst atty i.e e.g viz cf vs op loc"
)
"""Abbreviations after which something always follows in the same sentence."""

ABBREVIATIONS = NEVER_LAST | _words(
    """
    dr drs st ste sts prof profs rev revd hon esq jr sr jun sen gov pres supt insp det
    capt cpt lieut lt col gen maj brig adm cmdr comdr cdr sgt sergt corp cpl pte pvt bp abp archbp fr
    thos wm jas geo chas jos jno edw robt saml benj danl
    co ltd inc corp bros assn dept univ mt mts ft ave blvd rd hwy bldg
    etc ibid op loc sc scil ca approx resp obs n.b q.v p.s
    a.m p.m a.d b.c b.c.e c.e u.s u.s.a u.k u.n e.u d.c n.y l.a r.n m.d ph.d b.a m.a ll.d d.d m.p q.c k.c
    h.m h.m.s h.r.h s.s r.a r.a.f u.s.s
    jan feb apr aug sept sep oct nov dec tues thurs thur thu
    inst ult prox approx est misc trans eds vol vols pp nos tel
    abt rep reps sens br ald amb coll educ div regt sec mi retd
    sq cu lb lbs oz ozs cwt qr qrs yd yds ft tbsp tsp pt hants wilts bucks herts notts yorks lancs staffs mss
    """
)
"""Words that usually carry their full stop for themselves; what follows decides."""

TITLES = _words("dr prof rev hon capt col gen maj lieut lt sgt sergt det insp supt gov pres sen")
"""What stands before a name."""

NAMES_AND_WORDS = _words("Will May Who Such Most Many")
"""Starters of sentences that people are called by."""

BEFORE_NUMBERS = _words(
    """
    no nos n° nr p pp vol vols v vv ch chap chaps fig figs art arts sec sect bk pt pts par fol ff op l ll n nn
    col app pl ver pg ppg rte hwy rm apt bks cantos wk abt aet æt res para paras rs lat tel ex
    gen exod deut isa jer ezek prov matt rom cor heb will hen vict eliz geo ed mk jan feb mar apr
    jun jul aug sept sep oct nov dec c ca circa fl cap lib
    """
)
"""Words that are abbreviations where a number follows; before anything else most of them are words."""

PARTS = _words("art arts sec sect ch chap vol vols bk bks pt pts par app fig figs cap sc")
"""Those of them that no sentence ends with."""

LETTERED = _words(
    "vitamin plan section type class grade row ward hepatitis exhibit platform flat unit schedule"
)
"""What has a letter for its number."""

CLOCK = _words("a.m p.m")
"""Halves of the day."""

AFTER_CLOCK = _words(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july
    august september october november december gmt bst utc est edt cst cdt mst mdt pst pdt cet eastern
    central pacific greenwich
    """
)
"""Capitalised words that may follow a time of day in the same sentence."""

STARTERS = _words(
    """
    the an this that these those he she it we they you who whom whose what when where why how which
    there here his her its our their your my mine him them us me myself himself herself
    then but and or so yet for nor if although though while as after before until till since because unless
    in on at by from with without during under over through to of into upon among between behind beside
    not no nobody none nothing nowhere everyone everybody everything someone somebody something anyone
    anybody anything one two three all some many most much few both each every neither either another such
    other others several any
    even only still now soon later once twice perhaps maybe meanwhile however therefore thus hence also
    again already always never often sometimes suddenly finally besides instead otherwise indeed
    did do does was is are were am be been had has have will would could should can may might must shall
    p.s n.b let come go look see yes oh ah well please thank
    it's he's she's that's there's what's who's we're they're you're don't didn't isn't wasn't won't can't
    couldn't wouldn't let's i'm i've i'd i'll
    """
)
"""Words whose capital letter tells of a sentence's beginning, for they are no names."""

SPEECH_VERBS = _words(
    """
    said says say asked asks cried cries shouted shouts whispered whispers replied replies answered answers
    called calls exclaimed exclaims murmured murmurs muttered mutters demanded demands inquired inquires
    enquired enquires yelled yells screamed screams repeated repeats continued continues added adds observed
    observes remarked remarks returned retorted gasped gasps began begins growled growls snapped
    sighed sighs roared roars bellowed echoed interrupted insisted insists protested pleaded begged sobbed
    stammered stuttered agreed suggested groaned moaned hissed croaked ejaculated responded responds rejoined
    announced declared persisted urged queried pursued drawled panted wailed shrieked squeaked chuckled
    faltered ventured grumbled mumbled commented corrected joked teased barked grunted howled quavered
    snarled cooed sneered scoffed gushed blurted crooned countered boomed bawled bleated blustered hollered
    jeered mused objected prompted purred rasped rumbled scolded spluttered sputtered squealed thundered
    trilled twittered whimpered whined wheezed yelped chirped chided implored entreated quipped piped
    volunteered wondered lamented
    """
)
"""What a name does in a tag after a quotation."""

ADDRESSED = _words(
    """
    told warned ordered advised reminded assured informed promised cautioned challenged commanded explained
    admitted confessed declared vowed swore spat noted laughed
    """
)
"""What a name does in a tag only where nobody, or no more than a pronoun, comes after it."""

SPEECH_PHRASES = frozenset(
    ("went on", "goes on", "broke in", "breaks in", "put in", "cut in", "chimed in", "burst out")
)
"""Verbs of speech in two words."""

NO_SPEECH = _words("nothing no not never little")
"""After a verb of speech these say that the words before were not its object."""

PARTICLES = _words("de von van der den du la le di da of the and")
"""Small words inside names and titles."""

NUMBERED = _words(
    """
    charles henry louis george edward james william richard philip francis napoleon frederick pius leo paul
    john alexander nicholas peter clement gregory innocent benedict elizabeth mary anne act scene part book
    chapter canto volume section
    """
)
"""What a Roman numeral stands behind, so that one letter is no initial."""
