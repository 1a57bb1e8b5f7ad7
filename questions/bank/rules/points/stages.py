"""Ways of making an English clause shorter, each a step that leaves other languages alone."""

from __future__ import annotations

import re
from collections.abc import Callable

from questions.bank.rules.words import bag

from .sentences import CARRIES, is_verb

Stage = Callable[[str], str]

DANGLING = bag(
    "a an and any are as at be been but by can could each for from has have if in into is it its "
    "like may might must nor not of on or over should such than that the their them these this "
    "those to upon via was we when where whether which while who will with within would you your "
    "e.g. i.e. & + – — - / = → so because since both between during using used every more most "
    "other one up out per et y o de la el los las un una en und oder der die das mit von zu le les "
    "du des"
)
_HANGING = bag(
    "that which who when if so because while where how whether since unless until although"
)


def _gone(pattern: str, instead: str = "") -> Stage:
    compiled = re.compile(pattern, re.IGNORECASE)
    return lambda text: compiled.sub(instead, text)


_MODAL = r"(?:can|should|may|could|must|need to|have to|want to)"

# What opens a sentence without saying anything.
OPENING = _gone(
    r"^(?:(?:(?:however|moreover|furthermore|additionally|in addition|similarly|next|finally|"
    r"lastly|first|firstly|second|secondly|third|thirdly|generally|typically|usually|basically|"
    r"essentially|in general|in other words|for example|for instance|in fact|of course|importantly|"
    r"specifically|(?:in )?(?:this|that) (?:case|way|approach)|as a result|as mentioned|"
    r"to do (?:this|that|so)|once again)\s?,|and|but|so that|so|also|then|thus|therefore|hence|"
    r"note that|please note(?: that)?|"
    r"remember(?: that)?|keep in mind(?: that)?|this means(?: that)?|that means(?: that)?|"
    r"it(?:['’]s| is) (?:important|recommended|possible|best|better|good practice|advisable|"
    r"worth noting) (?:to|that)|make sure(?: that| to)?|be sure to|"
    rf"(?:you|we)(?! (?:are|were|have|had|do|did|would|cannot|can['’]t|don['’]t)\b)"
    rf"(?: (?:{_MODAL}|will)(?! not\b))?(?: also| then)?|there (?:is|are)|one (?:can|"
    rf"should)|"
    r"the (?:primary|main|key|basic|core|general) (?:benefit|purpose|goal|idea|advantage|aim|"
    r"reason) (?:is|of \w+ is)(?: to| that)?)[,:]?\s+)+"
)
_EXAMPLES = _gone(
    r"(?:^|\s+)[(\[](?:e\.?g\.?|i\.?e\.?|for example|for instance|such as|like|eg)\b[^()\[\]]*[)\]]"
)
_SETTING = re.compile(
    r"^(?!by default)(?:for|by|in|with|while|as|at|on|after|before|during|to|since|although|though|"
    r"unlike|besides|despite|without|under|through|throughout|depending|due|because|instead|using|within|from|(?:when|if|"
    r"once) (?:you|we|using)|next time)"
    r"\b[^,:;()]{2,90},\s+(?P<rest>\S.*)$",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"^(?:when|if|once|whenever|where)\b[^,:;()]{2,90},\s+(?:then\s+)?(?P<rest>\S.*)$",
    re.IGNORECASE,
)
_STARTERS = bag("the a an you your it its they we this that these there each every all i he she")


# Not the clause yet, but the rest of a list: "using a, b or c you can".
_GOES_ON = re.compile(
    r"(?!(?:you|we|it|they)\b)[^,]{1,60}\s(?:or|and)\s[^,]{1,40}\s(?:you|we)\s", re.I
)
_IT_IS = re.compile(r"^(?:it|they|this) (?:is|are) ", re.IGNORECASE)


def _rest_alone(pattern: re.Pattern[str]) -> Stage:
    """Drops an opening up to its comma where a clause with a verb of its own follows."""

    def stage(text: str) -> str:
        found = pattern.match(text)
        if not found:
            return text
        words = [word.lower() for word in found["rest"].split()[:4]]
        alone = (
            words[0] in _STARTERS
            or is_verb(words[0])
            or any(word in CARRIES or is_verb(word) for word in words[1:])
        )
        if not alone or len(words) < 3 or _GOES_ON.match(found["rest"]):
            return text
        return _IT_IS.sub("", OPENING(found["rest"]))

    return stage


_CONSIDER = _gone(r"^consider (?:using )?(?=\w)", "use ")
_FILLER = bag(
    "also then simply just typically usually generally basically essentially actually really very "
    "quite particularly especially various several different specific certain respective "
    "corresponding given overall additional necessary appropriate seamlessly easily directly "
    "effectively efficiently properly gradually carefully thoroughly always often itself themselves"
)
_QUANTITY = re.compile(
    r"\b(?:(?:the|an?) (?:(?:\w+ed|specific|certain|large|small|set|given|wide|broad) )?"
    r"(?:number|amount|variety|set|range|series|collection|piece|kind|type|lot|couple) of|"
    r"the (?:process|concept|term|use|ability|presence|fact|way|case) (?:of|that)|the term|"
    r"for you|on your behalf)(?:\s+|$)",
    re.IGNORECASE,
)
_SO_ON = re.compile(r",?\s*(?<![\w/.])(?:etc|and so on|and more)\b(?!/)\.?", re.IGNORECASE)


def _unfilled(text: str) -> str:
    """The text without words that could be missing from every sentence."""
    text = _QUANTITY.sub("", text)
    if "etc" in text or "and so on" in text or "and more" in text:
        text = _SO_ON.sub("", text)
    return " ".join(word for word in text.split() if word.lower() not in _FILLER)


def _third(found: re.Match[str]) -> str:
    """The verb after "helps" as the sentence's own."""
    verb = found["verb"]
    if not is_verb(verb):
        return found[0]
    if found["helps"].lower() != "helps":
        return verb
    return verb + ("es" if verb.endswith(("s", "x", "ch", "sh")) else "s")


_HELPS = re.compile(
    r"\b(?P<helps>helps?)(?: (?:you|us|to|users|developers|teams)){0,2} (?P<verb>[a-z]+)",
    re.IGNORECASE,
)
_NATURE = (
    r"(?:an? |the )?(?:[\w-]+ )?(?:feature|tool|method|mechanism|process|technique|concept|"
    r"practice|approach|thing|term|property)s?"
)
_ALLOWS = r"(?:allows?|enables?|lets?|permits?)"
_PEOPLE = r"(?:you|us|users|developers|teams|them)"
_ABILITY = r"(?:the )?(?:ability|option|possibility)"
_FRAMES: tuple[Stage, ...] = (
    _gone(rf"\b(?:is|are) {_NATURE} (?:that|which) (?=\w)"),
    _gone(rf"\b(?:is|are) {_NATURE} used to (?=\w)", "lets you "),
    lambda text: _HELPS.sub(_third, text),
    _gone(rf"\b(?:that|which) {_ALLOWS} {_PEOPLE} (?:to )?", "to "),
    _gone(rf"\b{_ALLOWS} {_PEOPLE} to\b", "lets you"),
    _gone(rf"\b(?:provides?|gives?|offers?)(?: you)?(?: with)? {_ABILITY} to\b", "lets you"),
    _gone(r"\b(is|are) (?:designed|intended|meant) to be\b", r"\1"),
    _gone(r"\b(?:is|are|can be|may be|could be) (?:primarily |mainly |commonly |often )?"
          r"(?:used|designed|intended|meant|useful) (to|for)\b", r"\1"),
    _gone(r"\b(?:that|which|who) (?:is|are|was|were|can be|may be|has been|have been) (?=\w+ed\b)"),
    _gone(r"\bin order to\b", "to"),
    _gone(r"\brefers? to\b", "means"),
    _gone(r"\b(?:when|if) (?:you|we) (?:want|need|wish) to\b", "to"),
    _gone(rf"\b(?:that|which) (you|we) {_MODAL} ", r"\1 "),
    _gone(r"\b(?:provided|offered|managed) by (?:[A-Z]\w+\s?){1,3}(?:\([A-Z]+\))?(?=\s|$)"),
    _gone(r"\b(?:needs|has) to\b", "must"),
    _gone(r"\b(?:which|that) is (?:called|known as)\b", "called"),
)  # fmt: skip
_CLAUSES = _gone(
    r",\s*(?:which|ensuring|allowing|making|so|leading|thereby|thus|resulting|avoiding|because|"
    r"since|reducing|improving|enabling|providing|helping|giving|causing|depending|based|even|"
    r"especially|particularly|including|regardless|meaning|as|if|though|although|e\.g\.|i\.e\.|"
    r"for example|such as|rather than|instead of|where|when)\b.*$"
)
_LIKE = re.compile(r",?\s+(?:such as|like|including|for example|e\.g\.),?\s+", re.IGNORECASE)
_MEMBERS = re.compile(r",\s*(?:and |or )?|\s+(?:and|or)\s+")
PARENS = _gone(r"(?:^|\s+)[(\[][^()\[\]]*[)\]]")
_DEFINED = re.compile(
    r"^(?P<what>(?:[\w'’\"“”/.+#-]+ ){0,4}[\w'’\"“”/.+#-]+)(?P<also> \([^()]{1,30}\))? (?:is|"
    r"are) (?:an? |the )(?=\w)"
)
# Where two of these stand and no English article, "a" means something else.
_ELSEWHERE = bag(
    "el la los las un una en y de que se con por del al le les et du des est une der die das und "
    "ist ein eine il lo gli che di per da os um uma não para com na no"
)
_ARTICLES = _gone(
    r"\b(?:the|an?|your|our|their|its|my|own|any|all|each|some|being|will|would)\s+(?!of\b)(?=\w)"
)


def _small(text: str) -> str:
    """The text without articles and the like, if it is English."""
    words = text.lower().split()
    foreign = sum(word in _ELSEWHERE for word in words) >= 2 and "the" not in words
    return text if foreign else _ARTICLES(text)


_BEING = _gone(
    r"(?<!that )(?<!which )(?<!\bit )\b(?:is|are|can be|may be|could be|can|must be)\s+(?=\w)"
)
_TAIL = re.compile(
    r"\s(?:so that|in order to|depending on|based on|because|due to|ensuring|allowing|making|"
    r"leading to|resulting in|as well as|along with|regardless of|rather than|such as|across|"
    r"within|while still|until|unless|in case|in response)\s.*$",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"^[^,]*\b(?:that|which|who)\b", re.IGNORECASE)
_CARRIED = re.compile(r"\b(?:should|must|can|will|may|is|are|was|were)\b", re.IGNORECASE)


def _untailed(text: str) -> str:
    """The text without a clause at its end, unless that holds the verb of the whole."""
    found = _TAIL.search(text)
    if not found or (_RELATIVE.match(text[: found.start()]) and _CARRIED.search(found[0])):
        return text
    return text[: found.start()]


def _defined(text: str) -> str:
    found = _DEFINED.match(text)
    if not found or "," in text[: found.end()]:
        return text
    opening = text.split(None, 1)[0].lower()
    if is_verb(opening) or (opening in DANGLING and opening not in ("a", "an", "the")):
        return text
    what = re.sub(r"^(?:an?|the) ", "", found["what"], flags=re.IGNORECASE)
    return f"{what}{found['also'] or ''}: {text[found.end() :]}"


def _examples_told(text: str) -> str:
    """Of "various things such as A, B and C" the three or more names, of fewer the things."""
    found = _LIKE.search(text)
    if not found:
        return text
    before, told = text[: found.start()].split(), text[found.end() :]
    members = [member for member in _MEMBERS.split(told) if member.strip()]
    if len(members) < 3 or any(len(member.split()) > 3 for member in members[:3]):
        return " ".join(before)
    for _ in range(4):
        if not before or before[-1].lower() in DANGLING or is_verb(before[-1]):
            break
        before.pop()
    return " ".join([*before, told])


STAGES: tuple[Stage, ...] = (
    _EXAMPLES, _rest_alone(_SETTING), _CONSIDER, _unfilled, *_FRAMES, _examples_told, _CLAUSES,
    PARENS, _defined,
    _small, _rest_alone(_CONDITION), _untailed, _BEING,
)  # fmt: skip
