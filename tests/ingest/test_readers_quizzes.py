from __future__ import annotations

import json
import sqlite3

import pytest
from anki.collection import Collection, ExportAnkiPackageOptions

from questions.ingest import readers, rules
from tests.ingest import hostile


def read(name, text):
    return rules.read(
        readers.read(name, text.encode() if isinstance(text, str) else text)
    ).questions


@pytest.mark.parametrize(
    ("text", "prompt", "options", "answer"),
    [
        ("::T::Why? {=so ~not so}", "Why?", [("so", True), ("not so", False)], ""),
        ("Why? {\n=so#good\n~no#bad\n}", "Why?", [("so", True), ("no", False)], ""),
        ("Two is {T}", "Two is", [("True", True), ("False", False)], ""),
        (
            "Two is odd {FALSE#no#yes}",
            "Two is odd",
            [("True", False), ("False", True)],
            "no\n\nyes",
        ),
        ("Say {=a =b}", "Say", [], "- a\n- b"),
        ("Say {=a}", "Say", [], "a"),
        ("How many? {#5:1}", "How many?", [], "5 ± 1"),
        ("How many? {#1..5}", "How many?", [], "1 to 5"),
        ("Match {=a -> 1 =b -> 2}", "Match", [], "- a → 1\n- b → 2"),
        ("Write. {}", "Write.", [], ""),
        ("Write. {####A hint}", "Write.", [], "A hint"),
        ("It is {=so ~not} here.", "It is _____ here.", [("so", True), ("not", False)], ""),
        ("All? {~%50%a ~%50%b ~%-100%c}", "All?", [("a", True), ("b", True), ("c", False)], ""),
        ("\\{x \\= 1\\}? {=yes\\: so ~no}", "{x = 1}?", [("yes: so", True), ("no", False)], ""),
        ("[html]<b>Why</b>? {=<i>so</i> ~no}", "**Why**?", [("*so*", True), ("no", False)], ""),
    ],
)
def test_every_kind_of_gift_is_read(text, prompt, options, answer):
    question = read("a.gift", f"// note\n\n{text}\n")[0]
    assert question.prompt == prompt
    assert [(choice.text, choice.correct) for choice in question.choices] == options
    assert question.answer == answer


def test_gift_has_sections_and_places():
    text = "$CATEGORY: a/Sea\n\n::1::Why? {=so}\n::2::Who? {=I}\n\nJust a text.\n"
    found = read("a.gift", text)
    assert [(q.prompt, q.line, q.end_line, q.section) for q in found] == [
        ("Why?", 3, 3, "Sea"), ("Who?", 4, 4, "Sea"),
    ]  # fmt: skip
    assert readers.read("quiz.txt", b"Why? {=so ~no}\n\nWho? {=I ~you}\n").format == "gift"


def test_aiken_is_known_by_its_form():
    text = "Which one\nfits?\nA. one\nB) two\nANSWER: B\n\nWho?\nA. I\nB. you\nANSWER: A\n"
    outline = readers.read("quiz.txt", text.encode())
    assert outline.format == "aiken"
    found = rules.read(outline).questions
    assert [(q.prompt, q.line, q.end_line) for q in found] == [
        ("Which one\nfits?", 1, 5),
        ("Who?", 7, 10),
    ]
    assert [[c.correct for c in q.choices] for q in found] == [[False, True], [True, False]]


def test_a_text_with_one_such_question_among_prose_is_no_aiken():
    text = "Once upon a time.\n\nWho?\nA. I\nB. you\nANSWER: A\n\nThe end.\n"
    assert readers.read("tale.txt", text.encode()).format == "text"


@pytest.fixture
def collection(tmp_path):
    opened = Collection(str(tmp_path / "collection.anki2"))
    yield opened
    opened.close()


def note(collection, kind, fields, tags=()):
    made = collection.new_note(collection.models.by_name(kind))
    for name, value in fields.items():
        made[name] = value
    made.tags = list(tags)
    collection.add_note(made, collection.decks.id("Sea::Salt"))


@pytest.mark.parametrize("legacy", [True, False])
def test_what_anki_exports_is_read_in_both_of_its_schemas(collection, tmp_path, legacy):
    note(
        collection,
        "Basic",
        {"Front": "Why <b>so</b>?", "Back": "<pre><code>a\nb</code></pre>"},
        ["hard"],
    )
    note(
        collection,
        "Cloze",
        {"Text": "The {{c1::sea::what}} is {{c2::salt}}.", "Back Extra": "Yes."},
    )
    note(
        collection,
        "Basic (and reversed card)",
        {"Front": "A<br>B", "Back": '<img src="p.png">'},
        ["x::y_z"],
    )
    path = str(tmp_path / "deck.apkg")
    collection.export_anki_package(
        out_path=path,
        options=ExportAnkiPackageOptions(
            with_scheduling=False, with_deck_configs=False, with_media=True, legacy=legacy
        ),
        limit=None,
    )
    with open(path, "rb") as file:
        found = read("deck.apkg", file.read())
    assert [(q.prompt, q.answer) for q in found] == [
        ("Why **so**?", "```\na\nb\n```"),
        ("The [what] is […].", "- sea\n- salt\n\nYes."),
        ("A\nB", "![](p.png)"),
    ]
    assert [q.section for q in found] == ["Salt"] * 3
    assert found[0].difficulty == "hard"
    assert found[2].topics == ("y z",)


def test_what_anki_exports_as_text_is_read(collection, tmp_path):
    note(collection, "Basic", {"Front": "Why?", "Back": "<ul><li>So</li></ul>"}, ["easy"])
    note(collection, "Basic", {"Front": 'A "quoted"\tword', "Back": "two<br>lines"})
    path = str(tmp_path / "notes.txt")
    collection.export_note_csv(
        out_path=path, limit=None, with_html=True, with_tags=True, with_deck=True,
        with_notetype=True, with_guid=True,
    )  # fmt: skip
    with open(path, "rb") as file:
        data = file.read()
    found = read("notes.txt", data)
    assert [(q.prompt, q.answer) for q in found] == [
        ("Why?", "- So"), ('A "quoted"\tword', "two\nlines"),
    ]  # fmt: skip
    assert [q.section for q in found] == ["Salt"] * 2
    assert found[0].difficulty == "easy"


def test_the_deck_that_only_says_to_update_is_not_taken_for_the_deck():
    dummy = hostile.database(
        hostile.NOTES, "INSERT INTO notes VALUES (1, 1, '', 'Please update' || char(31) || 'Anki')"
    )
    data = hostile.zstd(hostile.database(hostile.NOTES, hostile.ROW))
    packed = hostile.archive({"collection.anki2": dummy} | hostile.parts(data))
    assert [q.prompt for q in read("deck.apkg", packed)] == ["front"]


def test_a_deck_that_was_open_when_it_was_copied_is_read(tmp_path):
    path = tmp_path / "c.db"
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute(hostile.NOTES)
    connection.execute(hostile.ROW)
    connection.commit()
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    assert [q.prompt for q in read("deck.apkg", hostile.apkg(path.read_bytes()))] == ["front"]


def test_options_on_the_front_are_options_and_the_back_is_their_key():
    text = "#separator:tab\n#html:true\nWhich?<br>A) one<br>B) two\tB\n"
    question = read("notes.txt", text)[0]
    assert question.prompt == "Which?"
    assert [(choice.text, choice.correct) for choice in question.choices] == [
        ("one", False),
        ("two", True),
    ]


def test_a_column_that_is_no_number_is_left_alone():
    text = "#separator:tab\n#html:false\n#tags column:³\nWhat floats?\tWood\n"
    assert any("What floats?" in line for line in readers.read("a.txt", text.encode()).lines)


def test_options_of_json_may_call_their_text_after_the_answer():
    quiz = [
        {
            "questionText": "What floats?",
            "answerOptions": [
                {"answerText": "iron", "isCorrect": False},
                {"answerText": "wood", "isCorrect": True},
            ],
        }
    ]
    found = rules.read(readers.read("a.json", json.dumps(quiz).encode())).questions
    assert [(one.text, one.correct) for one in found[0].choices] == [
        ("iron", False),
        ("wood", True),
    ]
