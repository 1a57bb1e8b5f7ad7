"""Labels before a text: those of questions and answers, and any words before a colon."""

from __future__ import annotations

import re

from .words import ANSWER_WORDS, LEADING_NOUNS, LEVELS, QUESTION_LABELS, words_of

KNOWN = re.compile(
    r"#?\s?(" + "|".join(sorted(QUESTION_LABELS, key=len, reverse=True)) + r")"
    r"(?:\s*+(?:(?:[#№.]|n[or]\.?|n[°º]|number)\s*+:?)?\s*+(\d{1,4})[a-z]?\s*+[.:)：\-–—]*|\s*+[.:：)])"
    r"(?:\s+|$|(?=\W|[A-Z¿])|(?<=：))",
    re.IGNORECASE,
)
# A line of its own, with other words before the label: `NEW QUESTION 12`, `Sample Question 3:`.
LONE = re.compile(
    r"(?:[A-Z][^\W\d_]{1,14}[ ]){1,2}(?:Question|QUESTION|Problem|PROBLEM|Exercise|EXERCISE)"
    r"[ ]?(?:[#№]|No\.?|NO\.?)?[ ]?(\d{1,4})[.:)]?$"
)
# A label in brackets: `【答案】`, `[Answer]`, `[Q3]`.
BRACKETED = re.compile(r"[【\[]([^\W\d_]{1,10})[ ]?(\d{1,4})?[】\]](?!\()[:：]?[ \t]*")
# A folding box of a site's Markdown, with its title: `??? question "What is it?"`.
BOX = re.compile(r"[?!]{3}\+?[ ]+([\w-]{1,20})[ ]+\"([^\"]{3,300})\"[ ]*$")
# The word for an answer, closed by a full stop: `Answer. It floats.`
DOTTED = re.compile(r"([^\W\d_]{2,12})(?:[ ]\d{1,4})?\.(?:[ \t]+(?=[^\W\da-z_]|[¿¡\"“«(`*\d])|$)")
# What stands behind a question's number and is no part of it: `(hard)`, `of 20`, `Topic 1`.
ASIDE = re.compile(
    r"(?:(?:[(\[][^()\[\]]{1,60}[)\]]|(?:of|/)[ ]?\d{1,4}|topic[ ]?#?:?[ ]?\d{1,3}|"
    + "|".join(LEVELS)
    + r")[\s.:|·–—-]*)+$",
    re.IGNORECASE,
)
# When somebody said it, before who did.
STAMP = re.compile(
    r"(?:[\d./-]{6,10},?[ ]{1,2})?"
    r"(?:\[(?:[\d./-]{6,10},?[ ])?\d{1,2}:\d\d(?::\d\d)?(?:[ ]?[AP]M)?\]"
    r"|\(?\d{1,2}:\d\d(?::\d\d)?(?:[ ]?[AP]M)?\)?)[ \t]+(?:[-–][ \t]+)?"
    r"(?=\*{0,2}[^\W\d_][^:：\n]{0,30}[:：])"
)
PAIR = re.compile(r"(.{3,300}?\S)[ \t]*::[ \t]*(?=\S)")
# A question and its answer on one line, with a sign or a wide gap between them.
SIDES = re.compile(r"([^?？]{3,300}[?？])(?:[ \t]*\t[ \t]*|[ ]+(?:[-=]>|[-–—→=:|])[ ]+)(?=\S)")
SPACED = re.compile(r"([QA])(?:[ ]*\t|[ ]{2,}|[ ][-–—][ ])\s*(?=\S)")
# Signs of a heading with no blank behind them, and stars for signs.
TIGHT = re.compile(r"(#{1,6})(?=[^\W\d_a-z][^\s#]*[ ])")
STARS = re.compile(r"(\*{2,6})[ \t]+(?=[^\s*])(?!.*\*\*)")
HASHED = re.compile(r"#(q|question)\s+", re.IGNORECASE)
INSIDE = re.compile(
    r"^.{0,40}?[\s(\[]question\s*+#?\s*+(\d{1,4})\s*+[\])]?\s*+[-–—:.]\s*(?=\S)", re.IGNORECASE
)
LABEL = re.compile(
    r"([^\W\d_][^\W\d_/&'’ -]{0,18}(?:[ /&-][^\W\d_]{1,14}){0,2})"
    r"[ ]?(?:#?(\d{1,4})(?![ ]?[:：]\d))?[ ]?[:：]"
)
MIDWAY = re.compile(
    r"(?:(?<=[.?!？。！])[ \t]*|[ \t])\*{0,2}(?:a|ans|answer|答|答案)"
    r"\*{0,2}[:：]\*{0,2}[ \t]*(?=\S)"
    r"|(?<=[?？])[ \t]+\*{0,2}a[.)]\*{0,2}[ \t]+(?=\S)(?!.*[ \t]\(?b[.)][ \t])",
    re.IGNORECASE,
)
TITLE = re.compile(r"([^\W\d_]+(?: [^\W\d_]+){0,2})(?:\s*+#?\d{1,4})?\s*+[:：.]?$")
# The letter of an option, as the West, the East and Russian papers print it.
LETTER = re.compile(
    r"(?:(?i:option|choice)[ \t]+(?=[A-H]\b))?\(?([A-Za-z])(?:[.):]|[ \t]?[-–](?=[ \t]))"
    r"(?:[ \t]+|$|(?=[`*$\"“]))|([A-H])[、．）][ \t]*(?=\S)"
    r"|([а-зА-З]\)|[а-з]\.)[ \t]+"
)
# More options on the line of the first: `A) one  B) two  C) three`.
INLINE = re.compile(r"[ \t]\(?([B-Hb-h])(?:[.)][ \t]+|[、．][ \t]*)(?=\S)")
TELLING = frozenset({"correct", "right", "sample", "model", "expected", "suggested"})
EASTERN_ANSWERS = frozenset({"答案", "回答", "解答", "正解"})
SEVERAL = words_of(
    "answers solutions respuestas antworten lösungen réponses reponses risposte respostas ответы"
)
# A line of its own above a list of answers.
KEYED = re.compile(
    r"(?:the )?(?:correct )?(?:answers?|solutions?)(?: keys?| list| sheet)?", re.IGNORECASE
)


def is_answer(label: str) -> bool:
    """Whether a label announces an answer: its last word says so."""
    words = label.lower().split()
    if label[-2:] in EASTERN_ANSWERS:
        return True
    if len(words) == 1:
        return words[0] in ANSWER_WORDS or words[0] in {"a", "key"}
    if not words or (words[-1] in SEVERAL and words[0] not in TELLING):
        return False
    return words[-1] in ANSWER_WORDS or words[0] in LEADING_NOUNS or label.lower() == "answer key"
