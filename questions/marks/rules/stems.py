"""A light English stemmer: words of one family get one stem, whatever their ending."""

from __future__ import annotations

from functools import lru_cache

from .lists import bag, row

# An ending, and how many letters must be left for it to be taken off. Longer endings come first.
_ENDINGS = (
    ("abilities", 3), ("ability", 3), ("izations", 4), ("isations", 4), ("ization", 4),
    ("isation", 4), ("ational", 4), ("ations", 4), ("atically", 4), ("ically", 5),
    ("ation", 4), ("ating", 4),
    ("ated", 4), ("ates", 4), ("atic", 4), ("ator", 4), ("ional", 4), ("ities", 5), ("ently", 5),
    ("antly", 5), ("encies", 5), ("ences", 5), ("ances", 5), ("ments", 5), ("izing", 5),
    ("ising", 5), ("ency", 5), ("ancy", 5), ("ence", 5), ("ance", 5), ("able", 3), ("ible", 4),
    ("ment", 5), ("ally", 4), ("ions", 4), ("ized", 5), ("ised", 5), ("izes", 5), ("ises", 5),
    ("ate", 4), ("ion", 4), ("ity", 5), ("ing", 3), ("ive", 4), ("ize", 5), ("ise", 5),
    ("ent", 5), ("ant", 5), ("ness", 4), ("ors", 4), ("ers", 4), ("ies", 2), ("ied", 2),
    ("ic", 5), ("al", 5), ("ed", 3), ("er", 4), ("or", 4), ("es", 3), ("ly", 4), ("s", 3),
)  # fmt: skip
_IRREGULAR = dict(
    pair.split(":")
    for pair in row(
        "ran:run kept:keep sent:send built:build paid:pay held:hold lost:lose wrote:write "
        "written:write made:make took:take taken:take gave:give given:give went:go gone:go "
        "began:begin begun:begin bought:buy caught:catch chose:choose chosen:choose fell:fall "
        "fallen:fall found:find got:get gotten:get grew:grow grown:grow knew:know known:know "
        "left:leave meant:mean met:meet said:say saw:see seen:see shown:show spent:spend "
        "threw:throw thrown:throw understood:understand woke:wake broke:break broken:break "
        "froze:freeze frozen:freeze hid:hide hidden:hide bound:bind fed:feed spoke:speak "
        "came:come became:become brought:bring thought:think told:tell sold:sell drove:drive "
        "driven:drive rose:rise risen:rise used:use uses:use using:use children:child "
        "people:person indices:index indexes:index vertices:vertex matrices:matrix dies:die "
        "died:die dying:die storage:store failure:fail failures:fail response:respond "
        "responses:respond permission:permit permissions:permit choice:choose choices:choose "
        "loss:lose losses:lose growth:grow processing:process processed:process"
    )
)
# Words that an ending taken off would turn into others.
_WHOLE = bag(
    "access data eventual eventually general generally important importance instance instances "
    "instant instantly news process processes series several statement statements status "
    "universal universally"
)
_SAME = {
    "instances": "instance", "processes": "process", "statements": "statement",
    "eventually": "eventual", "generally": "general", "instantly": "instant",
    "importance": "important", "universally": "universal",
}  # fmt: skip
_VOWELS = frozenset("aeiouy")


_PAST = bag(
    "was were did had made took gave went got told said saw found kept left lost sent built paid "
    "held met wrote ran began chose came knew thought brought set put let cut"
)


def is_past(word: str) -> bool:
    """Whether a word looks like a verb in the past."""
    return word in _PAST or (len(word) > 4 and word.endswith("ed"))


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The stem of a folded word; short words and those with digits or other scripts stay whole."""
    word = _IRREGULAR.get(word, word)
    if word in _WHOLE:
        return _SAME.get(word, word)
    if len(word) <= 3 or not word.isascii() or not word.isalpha():
        return word
    return _trimmed(_without_ending(word))


def _without_ending(word: str) -> str:
    if word.endswith("our") and len(word) > 5:
        word = word[:-3] + "or"
    for ending, least in _ENDINGS:
        left = word[: -len(ending)]
        if not word.endswith(ending) or len(left) < least or not _VOWELS & set(left):
            continue
        if ending == "s" and left[-1] in "su":
            continue
        again = ending in {"s", "ing", "ed"} and len(left) > 5
        return _without_ending(left) if again else left
    return word


def _trimmed(word: str) -> str:
    """One form for what spelling does to the end of a stem: doubled, silent and changed letters."""
    if len(word) > 3 and word[-1] in "eiy" and word[-2] not in "aeo":
        word = word[:-1]
    if len(word) > 3 and word[-1] == word[-2]:
        word = word[:-1]
    if len(word) > 3 and word[-1] == "c":
        word = word[:-1] + "k"
    return word
