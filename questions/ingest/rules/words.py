"""What the grammar knows of languages: how prompts open, what labels say, how levels are named."""

from __future__ import annotations

import re
from functools import lru_cache


def words_of(text: str) -> frozenset[str]:
    """The words of a text that lists them."""
    return frozenset(text.split())


ASKING = words_of(
    """
    what what's whats why how how's when where where's who who's whom whose which can could do
    does did is are was were will would should has have had may shall explain describe define
    compare contrast discuss differentiate distinguish difference differences elaborate
    illustrate summarize summarise outline clarify tell qué que
    cuál cual cuáles cómo como por cuándo cuando dónde donde quién explica explique describe
    define compara was wie warum wann wo wer welche welcher welches wozu wieso erkläre erklären
    beschreibe nenne nennen vergleiche quel quelle quels quelles comment pourquoi quand où qui
    expliquez décrivez définissez citez qual quais porque quando onde quem descreva cosa perché
    dove chi spiega descrivi что как почему зачем когда где кто какой какая какие какое чем
    объясните опишите назовите расскажите сравните перечислите що чому
    co czym dlaczego kiedy gdzie który jaka jakie jaki opisz wyjaśnij wymień porównaj
    wat waarom hoe welke noem beschrijf vad varför hur vilka beskriv förklara
    apa bagaimana mengapa jelaskan sebutkan nedir nasıl neden açıklayın
    ما ماذا كيف لماذا متى أين هل اشرح عرف اذكر قارن وضح
    """
)
TASKS = words_of(
    """
    create write implement design build make show demonstrate find calculate convert generate
    draw identify provide use add remove get set run deploy configure display delete update
    name list mention give state change apply suppose imagine consider walk talk save copy given
    refactor fix test select choose count compute retrieve reverse sort merge solve prove extract
    rewrite determine rank
    """
)
# These open many a sentence that asks nothing.
LOOSELY = words_of(
    """
    when where who can could do does did is are was were will would should has have had may shall
    cuando donde quand où wo wer quando onde
    """
)
CRAFTS = words_of("design implement write code")
INTERROGATIVE = words_of("what which whom whose where how qué welcher welche welchem quel quelle")
LEADS = words_of(
    """
    in on at for to from under with by of
    """
)
EASTERN = re.compile(
    r"^(?:请|什么|如何|怎么|怎样|为什么|为何|哪|谁|解释|描述|简述|说说|谈谈|何|なぜ|どう)|"
    r"(?:什么|吗|呢|ですか|とは|区别|か)[。?？]?$"
)
QUESTION_LABELS = words_of(
    """
    q que ques question scenario problem exercise task prompt case challenge puzzle pregunta frage
    aufgabe domanda pergunta вопрос задача питання 问 问题 题目 質問 問題 질문 문제 câu soru pytanie
    otázka vraag fråga kysymys kérdés întrebare pertanyaan soal سؤال السؤال س سوال שאלה प्रश्न
    """
)
ANSWER_WORDS = words_of(
    """
    ans answer answers solution solutions response reply respuesta respuestas solución antwort
    lösung lösungen antworten
    réponse réponses reponse reponses risposta risposte resposta respostas soluzione soluzioni
    ответ ответы решение решения відповідь 答 答案 回答 解答 正解 답 답변 정답
    cevap yanıt odpowiedź odpověď antwoord svar vastaus válasz răspuns jawaban جواب الجواب إجابة
    الإجابة ج پاسخ תשובה उत्तर
    """
)
# Where the adjective follows: "respuesta correcta".
LEADING_NOUNS = words_of("respuesta respuestas réponse réponses risposta resposta ответ")
LEVELS = words_of(
    """
    easy basic beginner junior simple medium intermediate moderate regular hard advanced expert
    senior difficult tough fácil medio difícil leicht mittel schwer facile moyen difficile
    """
)
META_LABELS = words_of(
    """
    difficulty level topic topics tag tags category categories
    """
)
OFFER = re.compile(
    r"(?:would you like|do you want|do you need|if you(?:'d| would)? (?:like|want)|want me to|"
    r"shall i\b|should i (?:also|give|show|make)|let me know)",
    re.IGNORECASE,
)
IMPERATIVE = words_of(
    """
    explain describe define compare contrast discuss differentiate distinguish difference
    differences elaborate illustrate summarize summarise outline clarify name list mention
    """
)
REMARK = re.compile(
    r"\b(?:questions? and answers?|interview questions?|these questions?)\b", re.IGNORECASE
)
CHAT = re.compile(
    r"\binterview(?:s|ers?)?\b|^(?:would you like|do you want|let me know|great question|got it)\b",
    re.IGNORECASE,
)
PARENTHESIS = re.compile(r" ?[(\[][^()\[\]]{0,60}[)\]]$")
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
EMOJI = (
    "\U0001f000-\U0001faff\u2190-\u2bff\u3030\u303d\ufe0f\u200d\u20e3\u2705\u2714\u274c\u2b50"
    "\u2022\u25aa\u25cf"
)
SIGN = re.compile(f"[{EMOJI}]")
LOOSE = frozenset(" \t*_~`\"'”’“«»")
RIGHT = re.compile(
    r"\s*(?:[(\[*_]*\s*(?:the\s+)?(?:correct|right|richtig|correcta|correcto)(?:\s+answer)?\s*[)\]*_]+"
    r"|[✅✔☑]\ufe0f?|<-+\s*correct.*|←\s*correct.*)\s*$",
    re.IGNORECASE,
)
QUOTED = re.compile(r"[\"“«„]([^\"“”«»„]{8,300}[?？])[*_]*[\"”»“]")


COMPARES = re.compile(r"\w (?:vs\.?|versus) \w|\bdifferences? between\b")
# What a title calls a list of things to answer.
ASKED_HERE = re.compile(
    r"\b(?:interview|questions?|quiz(?:zes)?|exercises?|faqs?|q ?& ?a|problems|preguntas|"
    r"ejercicios|entrevista|fragen|aufgaben|übungen|perguntas|questões|exercices|entretien|domande)\b|"
    r"вопрос|задач|упражнени|собеседован|面试|问题|习题|練習|質問",
    re.IGNORECASE,
)


@lru_cache(maxsize=8192)
def asks(text: str) -> float:
    """How much a line reads like a prompt, from 0 (not at all) to 1 (it ends as a question)."""
    text = bare(text)
    if not text or OFFER.match(text):
        return 0.0
    if text[-1] in "?？؟" or text[0] == "¿":
        return 1.0
    if PARENTHESIS.sub("", text)[-1:] in {"?", "？"}:
        return 1.0
    if "? " in text:
        return 0.9
    score = opening(text)
    return score * 0.4 if text[-1] in ":：," else score


def commands(text: str) -> bool:
    """Whether a short line of its own tells somebody to explain something."""
    words = WORD.findall(text[:60].lower())
    return bool(words) and words[0] in IMPERATIVE and len(text) <= 160 and ". " not in text


def opening(text: str) -> float:
    """How much the first words of a text sound like the opening of a prompt."""
    words = WORD.findall(text[:120].lower())[:3]
    if not words:
        return 0.0
    if EASTERN.search(text):
        return 0.8
    score = 0.8 if words[0] in ASKING else 0.5 if words[0] in TASKS else 0.0
    if words[0] in LOOSELY:
        score = 0.4
    elif words[0] == "how" and words[1:2] in (["to"], ["it"], ["this"], ["we"]):
        score = 0.5
    elif (words[0] in CRAFTS and words[1:2] in (["a"], ["an"], ["the"], ["your"], ["code"])) or (
        words[0] in LEADS and len(words) > 1 and words[1] in INTERROGATIVE
    ):
        score = 0.8
    if score < 0.6 and ("vs" in text or "versus" in text or "ifference" in text):
        score = 0.6 if COMPARES.search(text[:120].lower()) else score
    return score * 0.5 if text[0].islower() else score


def bare(text: str) -> str:
    """The text without closing emoji, quotation marks and emphasis."""
    text = " ".join(text.split()).lstrip(" *_\"'“«„")
    end = len(text)
    while end and (text[end - 1] in LOOSE or SIGN.match(text[end - 1])):
        end -= 1
    return text[:end]
