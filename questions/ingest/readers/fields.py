"""What the columns of a table and the keys of a record mean, told by their names."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape

from questions.ingest.rules.shapes import Choice, Entry


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


ROLES = {
    "prompt": _names(
        """
        question questions q prompt prompts front ask problem query stem questiontext
        questiontitle questionname interviewquestion questionbody term pregunta frage domanda
        pergunta aufgabe scenario вопрос 问题 題目 题目 質問 問題 вопросы vraag fråga
        """
    ),
    "answer": _names(
        """
        answer answers a ans back response responses reply solution solutions definition
        sampleanswer modelanswer idealanswer expectedanswer answertext answerbody answerhtml
        respuesta antwort musterantwort lösung solución réponse reponse risposta resposta ответ 答案
        回答 解答 antwoord svar completion
        """
    ),
    "key": _names(
        """
        correct correctanswer correctanswers correctoption correctoptions correctchoice
        correctchoices rightanswer rightoption answerkey key correctkey rightanswers correctindex
        answerindex correctanswerindex correctoptionindex correctanswerid correctletter
        correctresponse answeroption respuestacorrecta respuestascorrectas richtigeantwort
        richtigeantworten bonneréponse réponsecorrecte rispostacorretta respostacorreta
        respostacerta правильныйответ правильныеответы 正确答案 正確答案
        """
    ),
    "options": _names(
        """
        options choices alternatives possibleanswers answerchoices answeroptions opciones
        optionen variants multiplechoices
        """
    ),
    "wrong": _names(
        """
        incorrectanswers incorrectanswer wronganswers wronganswer distractors distractor
        incorrect wrong incorrectoptions wrongoptions
        """
    ),
    "why": _names(
        """
        explanation explanations rationale why reason reasoning feedback generalfeedback
        justification comment comments erklärung explicación explication
        """
    ),
    "difficulty": _names(
        """
        difficulty level difficultylevel seniority dificultad schwierigkeit schwierigkeitsgrad
        niveau stufe nivel difficulté difficoltà dificuldade сложность уровень 难度 難度
        """
    ),
    "topics": _names(
        """
        topic topics tag tags category categories subject theme skill skills area thema themen
        tema temas thème argomento категория тема 分类 标签
        """
    ),
    "section": _names("section chapter group deck module unit"),
    "code": _names("code codesnippet snippet codeblock"),
    "more": _names(
        """
        example examples note notes details followup followups tip tips commonmistakes
        keypoints extra backextra realworldexample
        """
    ),
}
HEAVIER = ("prompt", "answer", "key", "options", "wrong", "why")
OPTION = re.compile(r"(?:option|choice|opt|answer|alternative|opción|ans)?([a-j]|\d{1,2})$")
CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
LABELLED = re.compile(r"(?:^|(?<=[\s;,|]))\(?([A-Ja-j])[.):]\s*")
QUOTED = re.compile(r"'((?:[^'\\]|\\.)*)'|\"((?:[^\"\\]|\\.)*)\"")
ENTITY = re.compile(r"&(?!(?:lt|gt|amp);)(?:[a-zA-Z]{2,10}|#\d{1,6}|#[xX][0-9a-fA-F]{1,5});")
PAIRED = re.compile(r"</(?:p|div|ul|ol|li|pre|span|strong|b|i|em|h[1-6]|table|code|a)>|<br\s*/?>")
GUARDED = re.compile(r"'\s*[\"']?[=+\-@\t\r]")
WORDS = re.compile(r"[^\W_]+")
BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
REMARK = re.compile(r"[ ]+[-–][ ]+(?:max|min|up to|at most)\b.*", re.IGNORECASE)
COUNTING = frozenset(["number", "total", "no", "num", "count", "nr", "anzahl", "número"])
MOST_OPTIONS = 26


def squeezed(name: str) -> str:
    """A name in small letters without spaces and signs."""
    return "".join(character for character in name.casefold() if character.isalnum())


def role(name: str) -> str:
    """What a name says its values are, or ""."""
    said = squeezed(name[:60])
    return next((role for role, names in ROLES.items() if said in names), "")


def headed(head: str) -> str:
    """What the head of a column says: the whole of it, or without a remark and by its last word."""
    head = unremarked(head)
    said = role(head)
    if said or option(head) >= 0:
        return said
    words = WORDS.findall(BRACKETS.sub("", head[:60]).replace("_", " "))
    if not 1 <= len(words) <= 4 or words[0].casefold() in COUNTING:
        return ""
    said = role("".join(words)) or role(words[-1])
    return said if said not in {"key", "wrong", "code"} else ""


def unremarked(head: str) -> str:
    """The head of a column without what a template says about its cells behind a dash."""
    return REMARK.sub("", head[:120])


def option(name: str) -> int:
    """Which option a column of this name holds, from 0; -1 for none."""
    match = OPTION.fullmatch(squeezed(name[:40]))
    if match is None:
        return -1
    said = match[1]
    return int(said) - 1 if said.isdigit() else ord(said) - ord("a")


@dataclass(slots=True)
class Parts:
    """One question as a format hands it over."""

    prompt: str = ""
    answer: str = ""
    options: list[Choice] = field(default_factory=list)
    key: str = ""
    why: str = ""
    code: str = ""
    section: str = ""
    difficulty: str = ""
    topics: list[str] = field(default_factory=list)
    more: list[str] = field(default_factory=list)

    def entry(self, line: int, end_line: int) -> Entry:
        """The question for the grammar, with the key before what explains it."""
        prompt = self.prompt
        if self.code.strip() and self.code.strip() not in prompt:
            code = self.code.strip("\n")
            prompt += f"\n\n{code}" if "```" in code else f"\n\n```\n{code}\n```"
        said = [self.answer] if not self.options or self.answer != self.key else []
        rest = [part for part in (*said, self.why, *self.more) if part.strip()]
        answer = "\n\n".join(rest)
        if self.options and self.key and not any(one.correct for one in self.options):
            answer = f"{self.key}\n{answer}"
        return Entry(
            prompt=prompt,
            answer=answer,
            options=tuple(self.options[:MOST_OPTIONS]),
            line=line,
            end_line=end_line,
            section=self.section or None,
            difficulty=self.difficulty or None,
            topics=tuple(dict.fromkeys(topic for topic in self.topics if topic)),
        )


def markdown(text: str) -> str:
    """A value as Markdown: pieces of HTML are rendered, entities become their letters."""
    if "<" in text and "```" not in text and PAIRED.search(text):
        from . import webpage  # only files that hold HTML need it

        return webpage.markdown(text)
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
    if "&" in text:
        text = ENTITY.sub(lambda found: unescape(found[0]), text)
    return text.strip("\n").rstrip()


def unguarded(cell: str) -> str:
    """A cell without the apostrophe that keeps spreadsheets from calculating it."""
    return cell[1:] if cell[:1] == "'" and GUARDED.match(cell) else cell


def listed(text: str) -> list[str]:
    """The options that one text holds: a list in brackets, lines, labelled or parted by signs."""
    text = text.strip()
    if text[:1] == "[" and text[-1:] == "]" and len(text) < 20_000:
        found = [single or double for single, double in QUOTED.findall(text)]
        if len(found) >= 2:
            return found
    labels = [match for match in LABELLED.finditer(text) if len(match[0]) < 8]
    chain = [at for at, match in enumerate(labels) if match[1].lower() == chr(ord("a") + at)]
    if len(chain) >= 2 and len(chain) == len(labels) and labels[0].start() == 0:
        stops = [*(match.start() for match in labels[1:]), len(text)]
        found = [text[m.end() : stop] for m, stop in zip(labels, stops, strict=True)]
        return [one.strip(" ;,|\n") for one in found]
    for sign in ("\n", "|", ";", ","):
        parts = [part.strip() for part in text.split(sign)]
        if len([part for part in parts if part]) >= 2:
            return [unlabelled(part) for part in parts if part]
    return [text] if text else []


def unlabelled(text: str) -> str:
    """An option without its letter."""
    match = LABELLED.match(text)
    return text[match.end() :].strip() if match and match.end() < len(text) else text


def split_topics(text: str) -> list[str]:
    """The topics that one text names."""
    return [" ".join(part.split()) for part in re.split(r"[,;|\n]", text) if part.strip()]
