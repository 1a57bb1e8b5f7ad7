"""Labels before a text: those of questions and answers, and any words before a colon."""

from __future__ import annotations

import re

from .words import ANSWER_WORDS, LEADING_NOUNS, QUESTION_LABELS

KNOWN = re.compile(
    r"#?\s?(" + "|".join(sorted(QUESTION_LABELS, key=len, reverse=True)) + r")"
    r"(?:\s*+[#№.]?\s*+(\d{1,4})[a-z]?\s*+[.:)：\-–—]*|\s*+[.:：)])(?:\s+|$|(?=\W|[A-Z¿])|(?<=：))",
    re.IGNORECASE,
)
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
    r"\*{0,2}[:：]\*{0,2}[ \t]*(?=\S)",
    re.IGNORECASE,
)
TITLE = re.compile(r"([^\W\d_]+(?: [^\W\d_]+){0,2})(?:\s*+#?\d{1,4})?\s*+[:：.]?$")
# More options on the line of the first: `A) one  B) two  C) three`.
INLINE = re.compile(r"[ \t]\(?([B-Hb-h])[.)][ \t]+(?=\S)")
SEVERAL = frozenset({"answers", "solutions", "respuestas"})


def is_answer(label: str) -> bool:
    """Whether a label announces an answer: its last word says so."""
    words = label.lower().split()
    if len(words) == 1:
        return words[0] in ANSWER_WORDS or words[0] in {"a", "key"}
    if not words or words[-1] in SEVERAL:
        return False
    return words[-1] in ANSWER_WORDS or words[0] in LEADING_NOUNS or label.lower() == "answer key"
