"""What a prompt asks for: one answer or many, what something is, how something is done, a story."""

from __future__ import annotations

import re

from . import clues

# What people advise has many answers, and so has a list of anything.
_BROAD = re.compile(
    r"(?i)\b(?:benefits?|(?:dis)?advantages?|features?|best|practices?|use ?cases?|used for"
    r"|limitations?|drawbacks?|downsides?|upsides?|problems?|challenges?|considerations?|tips"
    r"|ways?|pros|cons|strateg(?:y|ies)"
    r"|mistakes?|pitfalls?|examples?|factors|aspects|improv\w+|optimi[sz]\w+|troubleshoot\w*"
    r"|debug\w*|misbehav\w+|design\w*|approach\w*|describe|scenario|handl\w+|ensur\w+|secur\w+"
    r"|monitor\w*|manag\w+|overview|trade-?offs?|importan\w+|common|typical\w*|main|key|some"
    r"|differences?|cannot|list|habits?|role|relate|impact|affect|integrat\w+|deploy|implement\w*"
    r"|quick|cheap|slow"
    r"|faster|costs?|reliab\w+|available|availability|resilien\w+|tolera\w+|trouble"
    r"|(?:did|would|could|should|will|have|are|were|shall|may|might|if) (?:you|i|we)"
    r"|what (?:do|can) you|you (?:do|did|have|take|thought|made|want|deal|react|learn|work with)"
    r"|colleagues?|stakeholders?|people|teams?|wrong|is it|which does)\b"
    r"|\byour (?!function|code|lambda|app\b)"
)
STORY = re.compile(
    r"(?i)\b(?:tell me|describe (?:a|an|the|work|how|your)|design|did you|have you|you (?:led|made"
    r"|had|were|took|knew|saw)|(?:your|a) (?:manager|colleague|team)|stakeholders?|colleagues?"
    r"|do you (?:want|see yourself|like|prefer)|favou?rites?|your opinion|example of|sketch"
    r"|estimate)\b"
)
"""Prompts that want a story, a design or a taste: what their answers say is one way of many."""
COMMAND = re.compile(
    r"(?:Use|Set|Create|Make|Move|Let|Keep|Put|Measure|Break|Switch|Report|Publish|Show|Name|Say"
    r"|Give|Run|Build|Add|Choose|Pick|Take|Write|Read|Send|Store|Start|Stop|Split|Cut|Reduce|Limit"
    r"|Check|Test|Deploy|Configure|Enable|Turn|Package|Upload|Download|Process|Return|Avoid|Do"
    r"|Never|Always|Ask|Tell|Speak|Describe|Explain|Look|Find|Reproduce|Attach|Grant|Define"
    r"|Implement|Apply|Call|Pass|Share|Separate|Separating|Install|Import|Wrap|Cache|Log|Watch"
    r"|Treat|Ship|Roll|Agree|Design|Plan|Order|Place|Change|Replace|Remove|Provision|Schedule"
    r"|Restart|Open|Click|Select|Press|Type|Enter|Save|Copy|Declare|Assign|Compare|Combine"
    r"|Decide|Accept|Precompute|Count|Trace)\b"
)
"""Statements that say what to do begin like this."""
_DEFINING = re.compile(
    r"(?i)\b(?:what(?:['’]s| is| are| was| were| does| do| has)|who (?:is|are|was|were)|define"
    r"|explain|how (?:does|do|is|are)(?=[^?.]* works?\b))\s+(?P<rest>[^?.;:!]*)"
)
# What stands before a thing that is asked about, and where its name ends.
_BEFORE = re.compile(
    r"(?i)^(?:(?:an?|the|of|by|term|meaning|purpose|use|point|idea|concept|notion|goal|word|exactly"
    r"|meant|mean|means|definition|actually|main|called|is|are)\s+)*"
)
_ENDS = re.compile(
    r"(?i)\s(?:about|as|at|by|do|does|for|from|give|gives|has|have|in|into|mean|means|of|on|say"
    r"|says|that|to|which|who|with|within|works?)\b"
)
_NEXT = re.compile(
    r"(?i),?\s+(?:and|or|but)\s+(?=(?:what|how|why|when|where|which|who|whose|can|does|do|is|are"
    r"|should|would|in)\b)|,"
)
_SEVERAL = re.compile(r"(?i)\b(?:and|or|vs|versus|between)\b|[/&]")
_HOW = re.compile(r"(?i)\bhow\s+(?:do|can|to|does|is|are|would|should)\b")


def asks_how(prompt: str) -> bool:
    """Whether the prompt asks how one thing is done, which one statement can answer."""
    return bool(_HOW.search(prompt)) and not _BROAD.search(prompt)


def asks_what(prompt: str, subject: str) -> bool:
    """Whether the prompt asks what one thing is or does, and the subject is that thing."""
    asked = _DEFINING.search(prompt)
    if not asked:
        return False
    thing = _NEXT.split(asked["rest"])[0]
    if _SEVERAL.search(thing):
        return False
    name = _ENDS.split(_BEFORE.sub("", thing.strip()))[0]
    return bool(clues.words(subject)) and clues.names(name, subject)
