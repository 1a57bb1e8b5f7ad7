"""When two prompts are the same question: equal, or reworded in ways that change nothing."""

from __future__ import annotations

import re
from hashlib import blake2s

from .words import bag, fold

_FENCE = re.compile(r"```[^\n]*\n.*?(?:```|\Z)|~~~[^\n]*\n.*?(?:~~~|\Z)", re.DOTALL)
_IMAGE = re.compile(r"!\[[^\]\[]{0,300}\]\(([^()\s]{1,600})[^()]{0,300}\)")
_LINK = re.compile(r"\[([^\]\[]{1,300})\]\([^()\s]{0,600}\)")
_NUMBER = re.compile(
    r"^[\s#>*_]*(?:(?:q|question|frage|pregunta|вопрос|问题|scenario|no)\s{0,2}[#.:]?\s{0,2})?"
    r"[(\[]?\d{1,4}(?:\.\d{1,3})*\s{0,2}(?:[.):\]]|[-–—](?=\s))\s{0,3}|^[\s#>*_]*(?:q|"
    r"question)\s{0,2}[:.)]\s*"
)
_TOKEN = re.compile(
    r"(?:(?<![\w.])\.(?=[^\W\d_]))?[^\W_]+(?:['.+#_-][^\W_]+)*(?:\+\+|#)?|[^\w\s]+|_+"
)
_PUNCTUATION = re.compile(r"^[.,;:?!¿¡。，；：？！、…\"“”„'‘’«»*_~()–—-]+$")
_POLITE = re.compile(
    r"^(?:(?:please|kindly|briefly|so|ok|okay|now|well)\s+|"
    r"(?:can|could|would|will) you\s+(?:please\s+|kindly\s+|briefly\s+)?(?=(?:explain|describe|"
    r"tell|define|list|"
    r"name|give|discuss|compare|outline|elaborate|summari[sz]e|show|walk)\b)|"
    r"(?:i would|i want) like (?:you )?to (?:know )?|tell (?:me|us) (?:about )?(?=(?:what|how|why|"
    r"when|which|where)\b)|"
    r"do you know (?=(?:what|how|why|when|which|where)\b))+"
)
_TO_ME = re.compile(r"^(explain|describe|show|tell|give) (?:to )?(?:me|us)\b ?")
_TRAILING = re.compile(
    r"(?: (?:please|briefly|in brief|in short|in detail|in your own words|with examples?|with an "
    r"example))+$"
)
_HOW = re.compile(r"\bhow (?:do|can|could|would|might) (?:you|we|i|one)\b")
_SHORT_FORMS = (
    (re.compile(r"\b(what|how|where|who|when|why|it|that|there)'s\b"), r"\1 is"),
    (re.compile(r"\b(what|how|where|who|they|we|you)'re\b"), r"\1 are"),
    (re.compile(r"\b(you|we|i|they)'d\b"), r"\1 would"),
    (re.compile(r"\bcan't\b"), "cannot"),
    (re.compile(r"\bwon't\b"), "will not"),
    (re.compile(r"\b(\w+)n't\b"), r"\1 not"),
)
_DROPPED = bag("a an the")
_SAME = {"are": "is", "does": "do", "vs": "versus", "v": "versus", "&": "and", "e.g": "eg"}


# A prompt of nothing but these asks about something that stands beside it.
_POINTING = bag(
    "what which how why where when who is do will would can be it this that these there they here "
    "of in on "
    "to for from by with and or if not you we your output result print printed log logged logging "
    "console "
    "code following snippet program function block example above below value happen return "
    "returned get "
    "true false correct incorrect wrong right statement option answer question choose select "
    "explain describe "
    "show one all none next first second third run executed execute error screen have has was"
)


def _singular(word: str) -> str:
    """English plurals and singulars as one; the rest of a word's form tells questions apart."""
    if len(word) < 4 or not word.isascii() or not word.isalpha():
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is", "as")):
        return word[:-1]
    return word


def _words(text: str) -> list[str]:
    found = []
    for token in _TOKEN.findall(text):
        if _PUNCTUATION.match(token) or token in _DROPPED:
            continue
        found.append(_singular(_SAME.get(token, token)))
    return found


def plainest(prompt: str) -> str:
    """The prompt without case, numbering, punctuation, articles, politeness and plural.

    Everything that may tell two questions apart stays, in its order: names, products, numbers,
    operators, negations, prepositions, and code and pictures to the letter.
    """
    exact = [" ".join(block.split()) for block in _FENCE.findall(prompt)]
    exact += _IMAGE.findall(prompt)
    text = fold(_LINK.sub(r"\1", _IMAGE.sub(" ", _FENCE.sub(" ", prompt))))
    text = _NUMBER.sub("", " ".join(text.split()))
    for pattern, instead in _SHORT_FORMS:
        text = pattern.sub(instead, text)
    text = " ".join(_words(text.replace("`", " ")))
    text = _TRAILING.sub("", _TO_ME.sub(r"\1 ", _POLITE.sub("", text)))
    text = _HOW.sub("how you", text).strip()
    return "\n".join(part for part in [text or fold(prompt).strip(), *exact] if part)


def _points_elsewhere(plain: str) -> bool:
    return "\n" not in plain and all(word in _POINTING for word in plain.split())


def fingerprint(prompt: str) -> str:
    """32 letters, the same for prompts that are equal or trivially reworded, and only for those.

    "" where the prompt alone does not say what is asked ("What is the output?" without its code):
    such a prompt is the same as no other. Choice questions also need the same options.
    """
    plain = plainest(prompt)
    if _points_elsewhere(plain):
        return ""
    return blake2s(plain.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
