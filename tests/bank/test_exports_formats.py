"""Each format of an export, read again by somebody else's reader, or by ours."""

from __future__ import annotations

import csv
import io
import re
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from questions.bank.exports import Format, anki, gather, gift, items, table, told, written
from questions.bank.models import KeyPoint, Question
from questions.bank.rules.wanted import Wanted
from questions.ingest import found
from tests import effort
from tests.bank import gift_grammar
from tests.bank.notes import NOTES

AT = datetime(2026, 11, 1, 9, tzinfo=UTC)
TOPIC = items.Topic(UUID(int=7), "limits-and-quotas", "limits and quotas", None, 0, True)


def item(prompt="What is a bucket?", text="A named place.", choices=(), number=1, **fields):
    """One question as it is exported."""
    answer = items.Answer(
        UUID(int=number + 1000), None, None, None, text, f"<p>{text}</p>", False, False, AT, AT
    )
    options = tuple(
        items.Choice(UUID(int=place), place, one, f"<p>{one}</p>", right, why, "")
        for place, (one, right, why) in enumerate(choices, start=number * 100)
    )
    given_ = {
        "id": UUID(int=number),
        "document": None,
        "state": "published",
        "visibility": "private",
        "kind": "choice" if choices else "open",
        "prompt": prompt,
        "prompt_html": f"<p>{prompt}</p>",
        "section": "",
        "position": number,
        "topics": (TOPIC.id,),
        "difficulty": "easy",
        "difficulty_source": "stated",
        "needs_key": False,
        "brought_by": None,
        "folded_into": None,
        "preferred": answer.id,
        "created": AT,
        "updated": AT,
        "choices": options,
        "answers": (answer,),
    }
    return items.Item(**{**given_, **fields})


def bank_of(*every):
    return items.Bank(every, topics=(TOPIC,))


# Moodle ---------------------------------------------------------------------------------------

LINE = st.text(alphabet="ab {}=~#:\\%/[]$!?\n-*`", min_size=1, max_size=30).filter(
    lambda text: text.strip()
)


@st.composite
def options_of(draw):
    texts = draw(st.lists(LINE, min_size=2, max_size=5))
    right = draw(st.lists(st.booleans(), min_size=len(texts), max_size=len(texts)))
    right[draw(st.integers(0, len(texts) - 1))] = True
    whys = draw(st.lists(st.just("") | LINE, min_size=len(texts), max_size=len(texts)))
    return list(zip(texts, right, whys, strict=True))


def stripped(text):
    return text.strip()


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(LINE, LINE, st.just([]) | options_of()), min_size=1, max_size=4))
def test_moodle_gets_every_sign_of_every_text(given_):
    every = [
        item(prompt, text, choices, number)
        for number, (prompt, text, choices) in enumerate(given_, start=1)
    ]
    asked = gift_grammar.questions(gift.write(bank_of(*every)).decode())
    assert len(asked) == len(every)
    for one, (prompt, text, choices) in zip(asked, given_, strict=True):
        assert one.form == "markdown"
        assert one.text == prompt.strip()
        assert one.feedback.startswith(text.strip())
        assert one.essay == (not choices)
        assert [(o.text, o.fraction > 0, o.feedback) for o in one.options] == [
            (text.strip(), right, why.strip()) for text, right, why in choices
        ]


def test_several_right_options_share_the_mark_and_wrong_ones_lose_it():
    choices = [("a", True, ""), ("b", True, ""), ("c", True, ""), ("d", False, "no")]
    asked = gift_grammar.questions(gift.write(bank_of(item(choices=choices))).decode())[0]
    assert [one.fraction for one in asked.options] == [33.33333, 33.33333, 33.33333, -100]
    assert asked.tags == ["difficulty-easy", "limits and quotas"]


def test_options_without_a_key_are_shown_and_not_scored():
    choices = [("red", False, ""), ("blue", False, "")]
    asked = gift_grammar.questions(gift.write(bank_of(item(choices=choices))).decode())[0]
    assert asked.essay
    assert "- [ ] red\n- [ ] blue" in asked.text


# Anki -----------------------------------------------------------------------------------------


def imported(file: bytes, times: int = 1):
    """A fresh collection of Anki's own after opening the package."""
    from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest

    folder = Path(tempfile.mkdtemp())
    (folder / "deck.apkg").write_bytes(file)
    collection = Collection(str(folder / "collection.anki2"))
    for _ in range(times):
        request = ImportAnkiPackageRequest(
            package_path=str(folder / "deck.apkg"), options=ImportAnkiPackageOptions()
        )
        log = collection.import_anki_package(request).log
    return collection, log


def notes_of(collection):
    return {
        note["Prompt"]: note
        for note in (collection.get_note(pk) for pk in collection.find_notes(""))
    }


def test_anki_opens_the_deck_with_every_field_tag_and_block_of_code(learner, bring):
    bring(owner=learner)
    bank = gather.selection(learner, Wanted(mine=True))
    collection, _ = imported(written(bank, Format.ANKI))
    try:
        notes = notes_of(collection)
        assert len(notes) == collection.card_count() == 3
        timeout = notes["<p>Why does a queue need a visibility timeout?</p>"]
        assert list(timeout.keys()) == list(anki.FIELDS)
        assert "It hides a message" in timeout["Answer"]
        assert "Key points" not in timeout["Answer"]
        assert timeout["Key points"].count("<li>") == 3
        assert timeout["Key points"].count("(core)") == 2
        assert re.fullmatch(r"Notes on tides, lines \d+–\d+", timeout["Source"])
        assert sorted(timeout.tags) == ["difficulty::medium", "queues", "retries"]
        assert 'class="codehilite"' in timeout["Answer"]
        assert "seconds" in timeout["Answer"]
        assert ".codehilite" in timeout.note_type()["css"]
        order = next(note for prompt, note in notes.items() if "keeps the order" in prompt)
        assert "<p>A. A standard queue</p>" in order["Prompt"]
        assert order["Answer"].startswith("<p>Answer: B</p>")
        assert "It keeps the order within" in order["Answer"]
        shown = timeout.cards()[0].answer()
        assert "style=" not in re.sub(r"<style>.*?</style>", "", shown, flags=re.DOTALL)
    finally:
        collection.close()


def test_a_deck_opened_twice_is_one_deck(learner, bring):
    bring(owner=learner)
    bank = gather.selection(learner, Wanted(mine=True))
    collection, log = imported(written(bank, Format.ANKI), times=2)
    try:
        assert collection.note_count() == 3
        assert len(log.duplicate) + len(log.updated) == 3
    finally:
        collection.close()


def test_a_changed_question_changes_its_note_and_keeps_its_id(learner, bring):
    bring(owner=learner)
    first = written(gather.selection(learner, Wanted(mine=True)), Format.ANKI)
    collection, _ = imported(first)
    before = {note.guid: note.id for note in notes_of(collection).values()}
    question = Question.objects.get(prompt__startswith="What is a dead")
    question.preferred.html = "<p>Another answer.</p>"
    question.preferred.save()
    question.updated = datetime(2027, 1, 1, tzinfo=UTC)
    question.save()
    again = written(gather.selection(learner, Wanted(mine=True)), Format.ANKI)
    from anki.collection import ImportAnkiPackageOptions, ImportAnkiPackageRequest

    try:
        path = Path(collection.path).parent / "again.apkg"
        path.write_bytes(again)
        options = ImportAnkiPackageOptions(update_notes=1)
        request = ImportAnkiPackageRequest(package_path=str(path), options=options)
        collection.import_anki_package(request)
        notes = notes_of(collection)
        assert {note.guid: note.id for note in notes.values()} == before
        assert "Another answer." in notes["<p>What is a dead-letter queue?</p>"]["Answer"]
    finally:
        collection.close()


HTML = st.text(alphabet="ab<>&\\([{c1:}])$'\" \n", max_size=40)


@settings(
    max_examples=effort.times(8, 300), deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
@given(st.lists(HTML, min_size=1, max_size=20))
def test_anki_opens_whatever_the_prompts_say(texts):
    from html import escape

    every = [
        item(f"Q{number}", prompt_html=f"<p>Q{number} {escape(text)}</p>", number=number)
        for number, text in enumerate(texts, start=1)
    ]
    collection, _ = imported(anki.write(bank_of(*every)))
    try:
        assert collection.note_count() == collection.card_count() == len(texts)
    finally:
        collection.close()


def test_anki_takes_no_words_for_orders_and_no_picture_for_its_own():
    html = '<p>[sound:a.mp3] [latex]x[/latex] \\(y\\) <img src="/a.png" alt="A &quot;b&quot;"></p>'
    shown = anki._shown(html)
    assert "[sound:" not in shown
    assert "[latex]" not in shown
    assert "\\(" not in shown
    assert "A &quot;b&quot;" in shown
    assert "<img" not in shown


def test_the_same_questions_are_the_same_deck():
    assert anki.write(bank_of(item())) == anki.write(bank_of(item()))


# Markdown and CSV, read again -----------------------------------------------------------------


def said(given_):
    """What a reading says of a question, without where it stands."""
    return (
        given_.prompt,
        given_.answer.strip(),
        given_.kind,
        [(one.text, one.correct, one.why) for one in given_.choices],
        [(point.text, point.core) for point in given_.points],
        sorted(topic.casefold() for topic in given_.topics),
        given_.difficulty,
    )


def reading(name, data):
    return [said(one) for one in found.read(name, data).given]


def test_markdown_reads_back_as_the_same_questions(learner, bring):
    bring(owner=learner)
    file = written(gather.selection(learner, Wanted(mine=True)), Format.MARKDOWN)
    assert reading("out.md", file)[:2] == reading("tides.md", NOTES.encode())[:2]
    assert len(reading("out.md", file)) == 3


def test_markdown_read_back_into_a_bank_changes_no_question(learner, bring):
    bring(owner=learner)
    file = written(gather.selection(learner, Wanted(mine=True)), Format.MARKDOWN).decode()
    again = bring(file, owner=learner)
    third = bring(file, owner=learner)
    assert (again.written.created, again.written.retired) == (0, 0)
    assert third.written.updated == 0


def test_a_checklist_that_an_editor_wrote_goes_along(learner, bring):
    bring(owner=learner)
    question = Question.objects.get(prompt__startswith="What is a dead")
    question.points.all().delete()
    for place, (text, core) in enumerate([("Kept for a look", True), ("Alarms on it", False)]):
        KeyPoint.objects.create(question=question, position=place, text=text, core=core)
    bank = gather.selection(learner, Wanted(text="dead letter"))
    for form, name in ((Format.MARKDOWN, "out.md"), (Format.CSV, "out.csv")):
        assert reading(name, written(bank, form))[0][4] == [
            ("Kept for a look", True),
            ("Alarms on it", False),
        ]


def test_a_table_has_a_row_for_each_question_and_reads_back(learner, bring):
    bring(owner=learner)
    bank = gather.selection(learner, Wanted(mine=True))
    file = written(bank, Format.CSV)
    listed = list(csv.DictReader(io.StringIO(file.decode("utf-8-sig"))))
    assert [table.plain(row["Question"]) for row in listed] == [
        one.prompt for one in bank.standing()
    ]
    assert [row["Correct"] for row in listed] == ["", "B", ""]
    assert listed[1]["Why 2"] == "It keeps the order within each message group."
    assert listed[2]["Answer"].startswith("'=A place")
    assert [row["Id"] for row in listed] == [str(item.id) for item in bank.standing()]
    assert reading("out.csv", file) == reading("tides.md", NOTES.encode())


def test_moodles_file_reads_back(learner, bring):
    bring(owner=learner)
    file = written(gather.selection(learner, Wanted(mine=True)), Format.GIFT)
    assert reading("out.gift", file) == reading("tides.md", NOTES.encode())


def test_our_json_reads_back_as_a_document_too(learner, bring):
    bring(owner=learner)
    file = written(gather.selection(learner, Wanted(mine=True)), Format.JSON)
    assert reading("out.json", file) == reading("tides.md", NOTES.encode())


DANGEROUS = st.text(alphabet="=+-@\t\r\n' \"a1,;(＝|", max_size=12)


@given(DANGEROUS)
def test_no_cell_is_calculated_and_none_is_lost(cell):
    safe = table.guarded(cell)
    assert safe.lstrip("\"' \n")[:1] not in set("=+-@\t\r") or safe[0] == "'"
    assert table.plain(safe) == cell


@given(st.lists(st.lists(DANGEROUS, min_size=3, max_size=3), max_size=5))
def test_a_row_survives_the_way_through_a_csv_reader(cells):
    out = io.StringIO(newline="")
    csv.writer(out).writerows([[table.guarded(cell) for cell in row] for row in cells])
    back = csv.reader(io.StringIO(out.getvalue(), newline=""))
    assert [[table.plain(cell) for cell in row] for row in back] == cells


def test_a_checklist_is_taken_out_of_an_answer_once():
    text = "It hides.\n\n**Key points**\n\n- **a** (core): b\n- c\n\n**Follow-up:** why?"
    assert told.without_checklist(text) == "It hides.\n\n**Follow-up:** why?"
    assert told.without_checklist("It hides.") == "It hides."
