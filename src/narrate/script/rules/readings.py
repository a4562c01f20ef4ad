"""Which neighbours tell how a homograph is said: patterns in which `~` stands for the word."""

from dataclasses import dataclass
from typing import Final

A: Final = r"\b(?:an?|the|this|that|his|her|my|your|our|their|its|one|another|every|each|no|some|any)"
ITS: Final = r"\s+(?:the|this|that|these|those|his|her|my|your|our|their|its|an?|every|all)\b"
SELF: Final = r"\s+(?:(?:my|your|him|her|it)self|(?:our|your|them)selves)\b"
THEM: Final = rf"(?:\s+(?:me|him|her|it|us|them)\b|{SELF})"
NOUN_AFTER: Final = (
    "an?|the|this|that|his|her|my|your|our|their|its|one|another|every|each|no|any"
    "|single|little|last|first|what"
)
"""Words that a verb never follows."""
AUXILIARY: Final = (
    r"(?:do|does|did|can|could|will|would|shall|should|may|might|must|let|make|made|have|saw|watch(?:ed)?"
    r"|heard?|help(?:ed)?|\w+n['’]t)\s+(?:he|she)"
)
END: Final = r"(?=\s*(?:[.,;:!?…—–)”\"]|['’](?!\w)|$))"


@dataclass(frozen=True, slots=True)
class Reading:
    """A word in a place that tells how it is said."""

    word: str
    ipa: str
    place: str
    """What stands around the word."""
    say: str = ""
    """A respelling, where there is a plain one."""
    not_after: str = ""
    """Words that must not stand right before it."""


READINGS: Final = (
    Reading("read", "ˈrɛd", r"\b(?:he|she)\s+(?:\w+ly\s+)?~", "red", AUXILIARY),
    Reading("lead", "ˈlɛd",
            r"~(?=\s+(?:pipes?|piping|poisoning|bullets?|coffins?|pencils?|pellets?|ore|acetate|oxide"
            r"|weights?|roofs?|sheeting|linings?|shot|balls?|paint)\b)", "led",
            "to|will|would|shall|should|can|could|may|might|must|not|I|you|we|they|who"),
    Reading("lead", "ˈlɛd", rf"\b(?:of|like|molten|melted|as)\s+~{END}", "led"),
    Reading("wind", "ˈwaɪnd",
            r"\b(?:to|will|would|must|could)\s+~(?=\s+(?:the|his|her|my|your|their|its?|them)\b)"),
    Reading("wind", "ˈwɪnd",
            r"\bto\s+~(?=\s+(?:and|or)\s+(?:rain|weather|sun|waves?|snow|water|tides?|storm|cold|sea)\b)"),
    Reading("winds", "ˈwaɪndz",
            r"\b(?:road|path|river|stream|track|trail|lane|street|way|staircase|stairs?|brook"
            r"|procession)\s+(?:\w+ly\s+)?~"),
    Reading("winds", "ˈwaɪndz", r"~(?=\s+(?:its|his|her)\s+way\b)"),
    Reading("wound", "ˈwaʊnd",
            r"\b(?:he|she|it)\s+(?:\w+ly\s+)?~", "", AUXILIARY.replace("(?:he|she)", "(?:he|she|it)")),
    Reading("wound", "ˈwaʊnd",
            r"\b(?:road|path|river|stream|track|trail|lane|street|way|staircase|stairs|brook"
            r"|procession|they|we|I|which|and|was|were|had|have|has)\s+(?:\w+ly\s+)?~(?=\s+(?:round"
            r"|around|through|along|down|back|up|its|their|in\s+and)\b)"),
    Reading("wound", "ˈwaʊnd", r"~(?=\s+(?:(?:its|their|his|her)\s+(?:\w+\s+)?way|itself)\b)"),
    Reading("tear", "ˈtɛə", rf"~(?=\s+(?:apart|open|up|off|away|out)\b|{THEM})", "", NOUN_AFTER),
    Reading("tear", "ˈtɛə",
            rf"~(?=\s+(?:down|through|into|from|at){ITS})", "", NOUN_AFTER + r"|\w+ed|\w+ing"),
    Reading("tear", "ˈtɛə",
            r"~(?=\s+in\s+(?:the|his|her|my|your|its)\s+(?:\w+\s+)?(?:cloth|fabric|curtains?|sails?"
            "|skirt|shirt|dress|sleeve|coat|paper|page|veil|canvas|tent|trousers|jacket|cloak"
            r"|stockings?|silk|lining|muscle|map)\b)"),
    Reading("close", "ˈkləʊz",
            rf"~(?={ITS}(?!\s+(?:to|by)\b))", "cloze",
            "so|too|very|as|how|\\w+[^l]ly|came|comes?|was|is|are|were|am|be|been|being|quite|drew"
            "|draws?|stood|kept|keep|stay(?:ed)?|got|get|near|and|pretty|a|the|sat|sit|sits|lay|lie"
            "|lies|hold|held|hung|ran|run|\\w+ed"),
    Reading("close", "ˈkləʊz", r"\bthe\s+~(?=\s+of\b)", "cloze"),
    Reading("close", "ˈkləʊz", rf"\bto\s+a\s+~(?:{END}|(?=\s+(?:with|when|as|and|on|at|in)\b))", "cloze"),
    Reading("bow", "ˈbaʊ",
            r"~(?=\s+(?:(?:his|her|my|your|our|their|its)\s+heads?|(?:before|to)\s+(?:the|him|her|me"
            r"|us|them|you|his|my)|low|deeply|down|and\s+scrape)\b)", "bough",
            "a|the|his|her|my|your|our|their|its|from"),
    Reading("bow", "ˈbaʊ", r"\b(?:had|have|has|used|began|going|obliged|forced)\s+to\s+~", "bough"),
    Reading("bow", "ˈbaʊ",
            r"\ba\s+(?:low|deep|slight|stiff|polite|formal|courtly|graceful|profound|respectful"
            r"|mocking|ironical|ironic|ceremonious|sweeping|curt|solemn)\s+~(?!\s+(?:and\s+arrows?|tie"
            "|of|from))", "bough"),
    Reading("bow", "ˈbaʊ",
            r"\b(?:ma(?:de|kes?|king)|t(?:ook|akes?|aking)|with|returned|g(?:ave|ives?"
            rf"|iving))\s+a\s+~(?:{END}|(?=\s+(?:to|and\s+(?!arrow))\b))(?!\s+and\s+arrow)", "bough"),
    Reading("bow", "ˈbaʊ",
            r"~(?=\s+(?:of\s+(?:the|his|her|our|their|a)\s+(?:ship|boat|vessel|canoe|yacht|schooner"
            r"|galley|brig)|waves?|and\s+stern|to\s+stern)\b)", "bough"),
    Reading("bow", "ˈbaʊ",
            r"\b(?:starboard|port|larboard|weather|lee|(?:ship|boat|vessel|canoe|schooner|brig)['’]s)\s+~",
            "bough"),
    Reading("bows", "ˈbaʊz",
            r"~(?=\s+of\s+(?:the|his|her|our|their|a)\s+(?:ship|boat|vessel|canoe|yacht|schooner"
            r"|galley|brig)\b)", "boughs"),
    Reading("bows", "ˈbaʊz", r"\b(?:across|over|under)\s+(?:the|her|our|their|its)\s+~", "boughs"),
    Reading("row", "ˈraʊ",
            r"\b(?:blazing|furious|terrible|dreadful|frightful|fearful|flaming|stand-up|tremendous"
            r"|violent|awful)\s+~(?!\s+of\b)"),
    Reading("row", "ˈraʊ",
            rf"\b(?:kick(?:ed|ing|s)?\s+up|ma(?:de|king)\s+such|had)\s+a\s+~(?:{END}|(?=\s+(?:with"
            r"|about|over|and|last|when|because)\b))"),
    Reading("minute", "maɪˈnjuːt",
            r"~(?=\s+(?:details?|particles?|amounts?|quantit(?:y|ies)|examination|inspection"
            "|description|fragments?|creatures?|organisms?|scrutiny|differences?|portions?|attention"
            "|scale|insects?|specks?|grains?|drops?|observations?|particulars|accuracy|investigation"
            r"|points?)\b)", "my-newt",
            r"\d+|one|two|three|four|five|ten|fifteen|twenty|thirty|forty|sixty|every|each|last|per"),
    Reading("minute", "maɪˈnjuːt",
            r"\b(?:so|extremely|exceedingly|infinitely|inconceivably|comparatively)\s+~", "my-newt"),
    Reading("objects", "əbˈdʒɛkts", r"\b(?:he|she|who|nobody|anyone|anybody|everybody)\s+(?:\w+ly\s+)?~"),
    Reading("present", "prɪˈzɛnt", rf"~(?={SELF})"),
    Reading("presents", "prɪˈzɛnts", rf"~(?={SELF})"),
    Reading("refuse", "ˈrɛfjuːs",
            r"\b(?:heaps?|piles?|bits|mass|masses|mounds?|bags?|scraps|loads?|sort"
            r"|kinds?)\s+of\s+~(?!\s+to\b)"),
    Reading("refuse", "ˈrɛfjuːs",
            r"~(?=\s+(?:bins?|heaps?|collections?|collectors?|dumps?|pits?|sacks?|disposal)\b)", "",
            "to|I|you|we|they|will|would|not|must|who"),
    Reading("use", "ˈjuːz",
            r"(?:^|[.!?:;]\s+|[.!?]?[”\"“‘]\s*|\b(?:and|or|then|always|never|only|just|also|please|who"
            rf"|people|not)\s+)~(?={ITS}|{THEM})", "", ""),
    Reading("use", "ˈjuːs",
            rf"\bput(?:ting|s)?\s+(?:\w+\s+){{0,3}}to\s+(?:good\s+|better\s+|some\s+)?~(?:{END}"
            r"|(?=\s+(?:in|by|for|as|at|on)\b))"),
    Reading("desert", "dɪˈzɜːt",
            r"~(?=\s+(?:me|us|them|him|you|(?:his|her|their|my|our|your)\s+(?:post|wife|husband"
            r"|friends?|children|family|home|master|country|king|comrades?|mother|father))\b)", "",
            f"{NOUN_AFTER}|in|of|great|vast|open|from"),
    Reading("polish", "ˈpɒlɪʃ", rf"(?:^|[.!?]\s+|[“‘\"])~(?={ITS}|\s+(?:it|them|up|off)\b)", "polish"),
    Reading("dove", "ˈdəʊv",
            r"\b(?:he|she|they|I|we|it|who|and|then|quickly)\s+~(?=\s+(?:into|in|under|down|for"
            r"|through|off|behind|beneath|headfirst|back|straight)\b)"),
    Reading("sow", "ˈsaʊ",
            r"\b(?:an?|the|his|her|their|our|my|(?:an?|the|his|her|that|this|old)\s+(?:old|fat|big"
            r"|great|black|white|brood|huge|pink|wild))\s+~"),
    Reading("content", "kənˈtɛnt",
            r"\b(?:not|quite|perfectly|well|very|more|be|is|am|are|was|were|been|being|seem(?:ed|s)?"
            r"|f(?:elt|eels?)|rest(?:ed|s)?|so)\s+~"),
    Reading("content", "kənˈtɛnt",
            rf"~(?={SELF}|\s+with\b)", "", f"{NOUN_AFTER}|of|fat|sugar|water|alcohol|moral"),
    Reading("produce", "ˈprɒdjuːs", r"\b(?:fresh|farm|garden|agricultural|dairy|local)\s+~"),
    Reading("permit", "pəˈmɪt", rf"~(?={THEM}|\s+you\b)", "", f"{NOUN_AFTER}"),
    Reading("insult", "ɪnˈsʌlt", rf"~(?={THEM}|\s+(?:you|my|your|his|our|their)\b)", "", f"{NOUN_AFTER}"),
    Reading("insult", "ɪnˈsʌlt",
            r"\b(?:dare|not|n['’]t|mean|meant|wish(?:ed)?|want(?:ed)?|intend(?:ed)?)\s+to\s+~"),
    Reading("subject", "səbˈdʒɛkt",
            rf"\b(?:to|will|would|not|must)\s+~(?={THEM}|{ITS})(?=(?:\W+\w+){{1,8}}?\W+to\b)"),
    Reading("excuse", "ɪksˈkjuːz",
            rf"~(?={THEM}|\s+(?:you|my|your|his|our|their)\b)", "exkyooz", f"{NOUN_AFTER}|of"),
    Reading("separate", "ˈsɛpəreɪt",
            r"~(?=\s+(?:them|us|him|it|themselves|himself|herself|itself|ourselves)\b)", "", NOUN_AFTER),
    Reading("advocate", "ˈædvəkət",
            r"\b(?:an?|his|her|their|my|your|our|strong|great|learned|devil['’]s|warm|eloquent|stout"
            r"|ardent)\s+~"),
    Reading("invalid", "ˈɪnvəlɪd",
            r"\b(?:an|the|old|poor|chronic|confirmed|helpless|bedridden|hopeless|permanent|his|her"
            rf"|our)\s+~(?:{END}|(?=\s+(?:who|for|lay|in|had|was|chairs?|mother|father|wife|husband"
            r"|sister|brother|aunt|uncle|daughter|son|lady|gentleman)\b))"),
    Reading("bass", "ˈbæs", r"\b(?:sea|striped|largemouth|smallmouth|caught\s+a|fish(?:ing)?\s+for)\s+~"),
    Reading("intimate", "ˈɪntɪmeɪt", r"\bto\s+~(?=\s+(?:that|to|as)\b)"),
    Reading("frequent", "frɪˈkwɛnt",
            r"\b(?:to|who|they|not)\s+~(?=\s+(?:the|these|this|that|those|a|such)\b)"),
    Reading("aged", "ˈeɪdʒɪd",
            r"~(?=\s+(?:man|woman|men|women|mother|father|parents?|lady|gentleman|couple|face|servant"
            r"|king|priest|aunt|uncle|relatives?|grandfather|grandmother)\b)", "", "have|has|had"),
    Reading("learned", "ˈlɜːnɪd",
            r"~(?=\s+(?:judges?|friends?|m[ae]n|professors?|doctors?|counsel|gentlem[ae]n|scholars?"
            "|societ(?:y|ies)|treatises?|lady|ladies|brethren|authors?|books?|discourses?"
            r"|professions?|clerk|monks?)\b)", "", "I|you|he|she|we|they|had|has|have|who|and|never"),
    Reading("blessed", "ˈblɛsɪd", r"(?:^|[.!?]\s+|[“‘\"])~(?=\s+(?:are|is|be)\b)"),
    Reading("blessed", "ˈblɛsɪd",
            r"\b(?:every|whole|this|our|the)\s+~(?=\s+(?:thing|day|virgin|saints?|word|lord|lady|night"
            r"|relief|sight|sacrament|one|ones|spirits?|isles?|hour|souls?)\b)"),
    Reading("dogged", "ˈdɒɡd", r"~(?=\s+(?:by|his|her|their|him|them|me|us|my|our)\b)", "", NOUN_AFTER),
    Reading("beloved", "bɪˈlʌvɪd",
            r"\b(?:my|his|her|their|our|your|the|dearly|most|O)\s+~(?!\s+(?:by|of)\b)"),
    Reading("moped", "ˈməʊpt", r"\b(?:he|she|they|and|had|I|we)\s+~"),
)  # fmt: skip
"""The first reading that holds somewhere has the word there."""
