"""Which sentences make sense alone: what may stand as an option of a made choice item."""

from __future__ import annotations

import re

from questions.marks.rules import ideas

LEFT_OUT = "… "
"""Stands for the subject of an option."""
SHORTEST = 25
LONGEST = 240
_FEWEST_WORDS = 5
_MOST_NAMING = 6
# What may follow a subject: a verb that says something of it.
_VERB = re.compile(
    r"(?:is|are|was|were|has|have|do|does|did|can|may|must|will|would|\w+[^\Wius]s)\b"
)
# Before one of these stands no verb but the last word of a subject: "lamps are".
_AFTER_NAMES = frozenset({"are", "is", "was", "were", "have", "has", "had", "can", "may", "will"})
_BEFORE_NAMES = frozenset({"a", "an", "the", "of", "and", "for", "in"})
# Openings that point at what stood before, answer yes or no, or only announce what comes.
_DANGLING = re.compile(
    r"""(?ix)^\W*(?:
      yes|no|nope|yeah|sure|absolutely|definitely|certainly|of\s+course|correct|true|false|right
      |exactly|great|good\s+question|it\s+depends|that\s+depends|depends|maybe|perhaps|not
      |it|its|it's|it’s|they|them|their|he|she|his|her|this|that|these|those|both|each|neither
      |either|such|here|i|i'd|i’d|i'm|i’m|i'll|i've|my|we|we'd|we'll|our|let's|let’s
      |however|but|so|also|then|therefore|thus|and|or|because|instead|otherwise|for\s+example
      |for\s+instance|first|firstly|second|secondly|next|finally|step|in\s+(?:this|that|such)
      |the\s+(?:above|following|former|latter|answer|solution|code|output|result|question|first
        |second|main\s+difference|same|other)
      |there\s+(?:are|is)\s+(?:an?|one|two|three|four|five|six|seven|several|many|some|various|a\s+few
        |multiple|different)
      |in\s+(?:summary|conclusion|short|general|essence|other\s+words)|overall|to\s+summari[sz]e
      |(?:in|on|at|by|with|from|for|to|into|within|after|before|between)\s
      |mistake|note|tip|usually|generally|typically|basically|nobody|you\b
      |(?:one|two|three|four|five|six|several|some|many|most|another|other)\b
    )\b"""
)
_ANNOUNCING = re.compile(
    r"(?i)\b(?:following|follows|below|above|these (?:steps|points|are|include)|listed|step by step"
    r"|scenario|this (?:question|example|case|answer))\b"
)
# What is said of everything says nothing of one question.
_PLATITUDE = re.compile(
    r"(?i)\b(?:is|are|remains?|becomes?) (?:an? |the |very |also |always )*(?:key|crucial|critical"
    r"|essential|important|vital|necessary|powerful|common|popular|great|useful|helpful|good|best)\b"
    r"|\b(?:stands? for|(?:is|are) (?:a )?part of"
    r"|(?:acronym|abbreviation|short) (?:for|of)|plays? an? |significantly|various|and more|etc)\b"
)
# A number of things at the end is told of only afterwards: "in three steps".
_COUNTED = re.compile(
    r"(?i)\b(?:two|three|four|five|six|seven|eight|nine|ten|\d)\b(?:\s+\w+){1,3}\W*$"
)
_LABEL = re.compile(r"^[\w /&()'’-]{2,40}:\s")
_HEDGED = re.compile(r"[:…?,;–—-]\W*$|\.\.\.\W*$")
_CODE = re.compile(r"[{}<>|]|=>|==|\(\)|://|\$\(|^\s*[`$#]")


def stands_alone(sentence: str) -> bool:
    """Whether a sentence says something whole, of a length that an option may have."""
    text = sentence.strip()
    if not SHORTEST <= len(text) <= LONGEST or len(text.split()) < _FEWEST_WORDS:
        return False
    if not text[0].isupper() and not text[0].isdigit():
        return False
    refused = (
        _DANGLING.match,
        _LABEL.match,
        _ANNOUNCING.search,
        _COUNTED.search,
        _PLATITUDE.search,
        _HEDGED.search,
        _CODE.search,
    )
    if any(look(text) for look in refused):
        return False
    return text.count("(") == text.count(")") and text.count('"') % 2 == 0


def ended(sentence: str) -> str:
    """The sentence with one full stop, so that punctuation gives nothing away."""
    return sentence.strip().rstrip(".!").rstrip() + "."


def unnamed(sentence: str, asked: frozenset[str]) -> str:
    """The sentence without the subject it begins with, where the question names that already."""
    words = sentence.split()
    last = 0
    for count, word in enumerate(words[:_MOST_NAMING], 1):
        said = ideas(word)
        if said and said <= asked:
            last = count
        elif word.lower() not in _BEFORE_NAMES:
            break
    if not last or len(words) - last < _FEWEST_WORDS or not _VERB.match(words[last]):
        return sentence
    if words[last + 1] in _AFTER_NAMES:
        return sentence
    return LEFT_OUT + " ".join(words[last:])
