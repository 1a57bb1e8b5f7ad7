"""Phrases that tell what a piece of an answer is for: closing, offering, introducing, "
"illustrating."""

from __future__ import annotations

import re

_ANSWER = re.compile(
    r"^[^\w<]{0,12}(?:(?:expected|sample|model|short|suggested|correct|possible|ideal|"
    r"good)\s+)?(?:answers?|ans|solution|respuesta|réponse|antwort|risposta|resposta|ответ|答案|回答|a)"
    r"\s{0,3}(?:\*\*|__)?\s{0,3}[:：](?:\s{0,3}(?:\*\*|__)(?!\w))?\s*",
    re.IGNORECASE,
)
_SHOWN = re.compile(
    r"^\W{0,12}(?:show|(?:show|view|see|click|reveal)[\w ]{0,20} (?:answer|solution)|"
    r"answers?|solution)\W{0,6}\n\s*",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"^(?:so,?\s+|and\s+|thus,?\s+)?(?:(?:in|as an?)\s+(?:summary|conclusion|short|essence|brief|"
    r"nutshell|closing)|in a nutshell|to (?:summari[sz]e|sum up|conclude|recap)|(?:summing|"
    r"wrapping) up|overall|all in all|summary|conclusion|recap|tl;?dr|bottom line|that(?:['’]s|"
    r" is) (?:why|all|it)\b|(?:by|with|when) (?:following|using|implementing|applying|combining|"
    r"leveraging|adopting|taking|doing) (?:these|this|all|the above|such)\b|(?:with|using|"
    r"following) (?:these|the above)\b|(?:these|the above) (?:\w+ )?(?:strategies|steps|techniques|"
    r"practices|approaches|methods|tools|measures|options) (?:help|ensure|allow|will|can|make|"
    r"should|together)\b|(?:understanding|knowing|mastering|choosing|properly|"
    r"remember)\b[^.]{0,80}\b(?:crucial|essential|important|key|vital)\b|en (?:resumen|conclusión|"
    r"definitiva|résumé|conclusion)|zusammenfassend|kurz gesagt|insgesamt|"
    r"итак|в итоге|таким образом|в заключение|总之|总结|综上|in sintesi|em resumo)\b",
    re.IGNORECASE,
)
_CHAT = re.compile(
    r"^(?:let me know|would you like|do you want|if you(?:['’]d| would)? (?:like|want|need|"
    r"prefer)[^.]{0,60}\b(?:i can|i['’]ll|let me|tell me|just ask)|feel free|i hope|hope (?:this|"
    r"that|it)|i can (?:also )?(?:help|show|explain|give|provide|create|make)|want me to|shall i|"
    r"should i|please (?:let me know|feel free)|(?:to be (?:completed|done|added|continued)|tbd|"
    r"todo|coming soon|n/a|(?:your |add (?:an? )?)?answer (?:goes )?here)\b[. ]*$|"
    r"happy to|sure[!,.]|certainly[!,.]|of course[!,]|absolutely[!,]|"
    r"(?:(?:well|so|yeah|okay|ok|honestly),? )?(?:(?:that|this|it)(?:['’]s| is) )?(?:an? )?"
    r"(?:(?:very|really) )?(?:great|good|excellent|interesting|nice) question|good luck|"
    r"(?:(?:well|so|honestly),? )?(?:it|that) (?:really |all )?depends"
    r"(?: on the (?:situation|context|use case|case))?[. ]*$|"
    r"thanks? for|thank you|dime si|avísame|lass mich wissen|дайте знать|希望)",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"^(?:(?:for )?(?:more )?examples?|sample|sample code|code|code (?:example|sample|snippet)|"
    r"output|syntax|demo|in code|summary|conclusion|recap|tl;?dr|in short|final (?:thoughts?|"
    r"words?|summary|tip)|(?:sample |short |concise |quick )?(?:interview )?(?:answer|"
    r"summary)(?: \(?(?:concise|short|summary)\)?)?|references?|resources?|(?:useful )?links?|"
    r"sources?|see also|further reading|read more|learn more|more info(?:rmation)?|documentation|"
    r"docs|related(?: questions?)?|follow[- ]?ups?(?: questions?)?|common mistakes?|"
    r"checked against|analogy|real[- ]world (?:example|analogy)|interview tips?|pro tips?|tips?|"
    r"difficulty|topics?|tags?|level|(?:real[- ]\w+ |simple |usage |use |practical |"
    r"code )?examples?(?: \w+){0,4}|(?:[\w'’-]+ ){0,3}(?:resources|references|links|readings?|"
    r"sources|articles|documentation)|"
    r"ejemplos?|resumen|referencias|beispiele?|zusammenfassung|quellen|пример|итог|例子|示例|总结|参考)$",
    re.IGNORECASE,
)
_ILLUSTRATING = re.compile(
    r"^(?:[^.,;:]{0,60}\bcan be (?:seen|found) (?:in|at|on|here)\b|"
    r"for (?:example|instance)|e\.g\.|example\b|imagine\b|suppose\b|say (?:you|we|i)\b|"
    r"(?:an?|one|another) (?:\w+ )?example\b|consider (?:the|"
    r"this|a)\b|here(?:['’]s| is| are)\b|see\b|refer to\b|the following\b|(?:the )?below\b|"
    r"as (?:shown|seen|"
    r"mentioned)|(?:take|have) a look\b|check out\b|(?:read|learn) more\b|"
    r"por ejemplo|zum beispiel|par exemple|например|例如|比如)",
    re.IGNORECASE,
)
_INTRODUCING = re.compile(
    r"^(?:here(?:['’]s| is| are)\b|there (?:are|is) (?:\w+ ){0,2}?(?:ways?|methods?|options?|"
    r"approaches|types?|kinds?|steps?|reasons?|things|strategies|techniques|factors|differences|"
    r"benefits|features|primary|main|key|several|many|multiple|some|a few|two|three|four|five)\b|"
    r"(?:it|this|they|these|we) (?:do(?:es)?|ha(?:s|ve)|serves?|offers?|fulfil+s?|plays?) "
    r"(?:two|three|four|five|several|many|multiple|a few|some)(?: \w+)? "
    r"(?:things|parts|purposes|roles|jobs|tasks|steps|sides|forms|goals|aspects)[. ]*$|"
    r"(?:you (?:need|have) to )?follow (?:the )?(?:below|following)\b|"
    r"(?:some|the|a few)?\s?(?:key|main|common|important|major|primary|best)\b[^.]{0,80}\b(?:are|"
    r"include|is)?\s*[:：]$|follow these|you can (?:do|achieve|accomplish|use) (?:this|that|it|"
    r"the following)\b|let(?:['’]s| us)\b|below\b|we (?:can|will) (?:do|see|use) (?:this|"
    r"the following))",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    r"^(?:etc|et cetera|and (?:so on|many more|more|others)|y (?:más|otros)|usw|und so weiter|"
    r"и т\.? ?д|и другие|等等?)$",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"^(?:the\s+)?(?:key points?|key facts|checklist|puntos clave|kernpunkte|points clés|ключевые "
    r"моменты|要点)$",
    re.IGNORECASE,
)
_CORE = re.compile(r"\s*[(\[]\s*core\s*[)\]]\s*", re.IGNORECASE)
_LEVEL_LINE = re.compile(r"^[*_]?\s*difficulty\s*:", re.IGNORECASE)


def without_answer_label(answer: str) -> str:
    """The answer without the "A:" or "Expected answer:" in front of it."""
    for pattern in (_SHOWN, _ANSWER):
        answer = pattern.sub("", answer, count=1)
    return answer


def closes(text: str) -> bool:
    """Whether a paragraph only sums up."""
    return bool(_CLOSING.match(text))


def chats(text: str) -> bool:
    """Whether a sentence talks to the reader about the talk itself."""
    return bool(_CHAT.match(text))


def is_aside(title: str) -> bool:
    """Whether what stands under a title illustrates, repeats or refers, and carries no point."""
    return bool(_ASIDE.match(title.strip(" .:：!()").strip()))


def is_own_list(title: str) -> bool:
    """Whether a title announces the author's own list of key points."""
    return bool(_OWN.match(title.strip(" .:：").strip()))


def introduces(sentence: str) -> bool:
    """Whether a sentence only leads to what comes after it."""
    return sentence.endswith((":", "：")) or bool(_INTRODUCING.match(sentence))


def illustrates(sentence: str) -> bool:
    """Whether a sentence is an example or points elsewhere."""
    return bool(_ILLUSTRATING.match(sentence))


def states_level(raw: str) -> bool:
    """Whether a line only holds difficulty and topics."""
    return bool(_LEVEL_LINE.match(raw.strip()))


def trails_off(text: str) -> bool:
    """Whether a text only says that there would be more."""
    return bool(_TRAILING.match(text.strip(" .…")))


def core_marked(raw: str) -> tuple[bool, str]:
    """Whether the author marked a point as core, and the point without the mark."""
    return bool(_CORE.search(raw)), _CORE.sub(" ", raw).replace(" :", ":").strip()
