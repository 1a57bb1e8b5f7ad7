"""Plain text cut into sentences, and long sentences into clauses that stand alone."""

from __future__ import annotations

import re

from questions.bank.rules.words import bag

_END = re.compile(r"(?<=[.!?;])[\"'”’)]*\s+(?=[\"'“‘(]?\w)|(?<=[。！？；])\s*|\n+")
_SHORT = bag("e.g. i.e. vs. cf. approx. incl. no. fig. eq. dr. mr. mrs. ms. st. p. pp. resp. ca.")
_ABBREVIATED = 5  # letters of a word that its full stop may only shorten
_HARD_WRAP = 50  # characters; a shorter line that the next starts with a capital is its own


def _joined(text: str) -> str:
    """One line, line ends kept only where a sentence seems to end without a full stop."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    parts: list[str] = []
    for number, line in enumerate(lines):
        following = lines[number + 1] if number + 1 < len(lines) else ""
        ends = len(line) < _HARD_WRAP and following[:1].isupper() and line[-1] not in ",-–"
        parts.append(line + ("\n" if ends else " "))
    return "".join(parts).strip()


def sentences(text: str) -> list[str]:
    """The sentences in order, abbreviations not taken for ends."""
    found: list[str] = []
    for piece in _END.split(_joined(text)):
        piece = piece.strip()
        if not piece:
            continue
        last = found[-1].rsplit(None, 1)[-1].lower().lstrip("(") if found else ""
        goes_on = piece[0].islower() and last.endswith(".") and len(last) <= _ABBREVIATED
        if found and (last in _SHORT or goes_on):
            found[-1] += " " + piece
        else:
            found.append(piece)
    return found


# Verbs that open an imperative or follow "and" with the same subject.
VERBS = bag(
    "access add adjust allocate allow analyze apply assign attach authenticate automate avoid "
    "balance "
    "batch block build cache call capture change check choose clean combine compare compress "
    "configure "
    "connect consider control convert copy create customize cut debug decouple define delete "
    "deploy "
    "design detect determine disable divide document download emit enable encapsulate encrypt "
    "enforce "
    "ensure establish evaluate execute expose extract fetch filter find fix follow freeze generate "
    "get "
    "give grant group handle help hold identify implement import improve include increase "
    "initialize "
    "inject insert install integrate invoke isolate keep label launch leverage limit list load log "
    "look "
    "loop lower maintain make manage map mark measure merge migrate minimize mock modify monitor "
    "mount "
    "move need offload open optimize organize package parse partition pass pay perform persist "
    "pick place "
    "plan poll prefer prepare prevent process produce protect provide provision publish pull push "
    "put query "
    "raise read rebuild receive record recover reduce refactor release reload remove rename render "
    "replace "
    "replay request require reset resolve restart restore restrict retrieve retry return reuse "
    "review "
    "rewrite roll rotate route run save scale scan schedule secure select send separate serve set "
    "share "
    "shift sign simplify skip sort specify split start stay stop store stream subscribe swap "
    "switch sync "
    "synchronize tag take terminate test throttle trace track transform trigger tune turn "
    "understand "
    "update upgrade upload use validate verify version visualize wait warm watch wrap write"
)

CARRIES = bag("is are was were can has have will should must may does do gets becomes needs")


def is_verb(word: str) -> bool:
    """Whether an English word looks like a verb in the present."""
    bare = word.lower().strip(",;")
    if bare in VERBS:
        return True
    for ending in ("ies", "es", "s"):
        if bare.endswith(ending):
            base = bare[: len(bare) - len(ending)] + ("y" if ending == "ies" else "")
            if base in VERBS or base + "e" in VERBS:
                return True
    return len(bare) > 5 and bare.endswith(("ize", "ise", "ify", "izes", "ises", "ifies"))


_ADVERB = re.compile(
    r"^(?:optionally|also|then|automatically|finally|possibly|even|always|only)\s+", re.I
)
_SETTING = re.compile(
    r"^(?:(?:to|by|for|in|when|if|with|on|as)\b[^,:;()]{2,90},\s+)?"
    r"(?:(?:you|we|one)(?:\s+(?:can|could|should|may|must|need to))?(?:\s+also)?\s+)?",
    re.IGNORECASE,
)
_LIST = re.compile(r",\s+(?:and\s+|or\s+)?|;\s+|\s+(?:and|plus|\+|&)\s+")
_HALVES = re.compile(r",?\s+(?:and|but|plus|\+)\s+|;\s+|,\s+(?:so|while|whereas|but|then)\s+")


def _breaks(text: str, pattern: re.Pattern[str]) -> list[tuple[int, int]]:
    """Where a pattern matches outside any parentheses."""
    found, opened, seen = [], 0, 0
    for match in pattern.finditer(text):
        opened += text.count("(", seen, match.start()) - text.count(")", seen, match.start())
        seen = match.start()
        if opened <= 0:
            found.append(match.span())
    return found


def _parts(text: str, pattern: re.Pattern[str]) -> list[str]:
    spans = _breaks(text, pattern)
    starts = [0, *(end for _, end in spans)]
    ends = [*(start for start, _ in spans), len(text)]
    return [text[start:end] for start, end in zip(starts, ends, strict=True)]


def _opens_with_verb(part: str) -> bool:
    words = _ADVERB.sub("", part.strip()).split()
    return len(words) >= 2 and is_verb(words[0])


def actions(sentence: str) -> list[str]:
    """The members of "do A, do B and do C", at least three, or nothing."""
    joined: list[str] = []
    sentence = _SETTING.sub("", sentence)
    for part in (_ADVERB.sub("", part.strip(" .")) for part in _parts(sentence, _LIST)):
        if joined and not _opens_with_verb(part):
            joined[-1] += " and " + part
        else:
            joined.append(part)
    first = joined[0].split()
    at = next((i for i, word in enumerate(first[:7]) if word.lower() in VERBS), None)
    if len(joined) < 3 or at is None:
        return []
    joined[0] = " ".join(first[at:])
    return joined if all(len(part.split()) >= 2 for part in joined) else []


def _opens_with_clause(part: str) -> bool:
    """Whether a part has a subject of its own and, soon, a verb that fits one."""
    words = part.split()[:6]
    return len(part.split()) >= 4 and any(
        word.lower() in CARRIES or (word.endswith("s") and is_verb(word)) for word in words[1:]
    )


def halves(sentence: str) -> list[str]:
    """The sentence in two where a second verb begins after "and" or the like, else as it is."""
    for start, end in _breaks(sentence, _HALVES):
        head, tail = sentence[:start], sentence[end:]
        clause = "," in sentence[start:end] and _opens_with_clause(tail)
        if len(head.split()) >= 3 and (clause or _opens_with_verb(tail)):
            return [head, tail]
    return [sentence]
