"""What leaves the bank: who may take what, put back as it was, and read again as it is."""

from __future__ import annotations

import json

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from questions.bank.actions.restoring import restore
from questions.bank.exports import Format, NothingToExport, gather, records, written
from questions.bank.models import (
    Answer,
    Choice,
    Document,
    Edit,
    KeyPoint,
    Question,
    Revision,
    SearchEntry,
    Topic,
)
from questions.bank.rules.wanted import Wanted
from tests import make
from tests.bank.notes import NOTES

MODELS = (Document, Topic, Question, Answer, Choice, KeyPoint, SearchEntry, Revision, Edit)


def rows():
    """Every row of the bank by its id, and which question is on which topic."""
    whole = {
        (model.__name__, row["id"]): row
        for model in MODELS
        if model is not SearchEntry
        for row in model.objects.values()
    }
    entries = SearchEntry.objects.values_list("question", "title", "body")
    links = Question.topics.through.objects.values_list("question", "topic")
    return whole | {"entries": set(entries), "links": set(links)}


def questions(whole):
    return sum(kind[0] == "Question" for kind in whole)


def wipe():
    Question.objects.update(preferred=None, folded_into=None)
    for model in reversed(MODELS):
        model.objects.all().delete()


def items_of(person, **wanted):
    return list(gather.selection(person, Wanted(**wanted)).standing())


def prompts(bank):
    return [item.prompt for item in bank.standing()]


def test_a_wiped_bank_comes_back_as_it_was(learner, bring, tmp_path):
    bring(owner=learner)
    changed = NOTES.replace("turns up again", "is delivered once more").partition("## What is a")[0]
    bring(changed, owner=learner)
    bring(NOTES.replace("on it.", "on it, for thirty seconds."), owner=learner, name="more.md")
    assert Question.objects.filter(folded_into__isnull=False).exists()
    assert Question.objects.filter(state="retired").exists()
    assert KeyPoint.objects.filter(revision__gt=1).exists()
    assert Revision.objects.exists()
    before = rows()
    file = records.write(gather.everything(learner))
    wipe()
    done = restore(records.read(file), learner)
    assert (done.questions, done.kept) == (questions(before), 0)
    assert rows() == before


def test_what_the_site_exports_of_ones_own_puts_all_of_it_back(learner, bring):
    bring(owner=learner)
    bring(NOTES.replace("dead-letter", "delay"), owner=learner)
    bring(owner=learner, name="copy.md")
    before = rows()
    file = written(gather.selection(learner, Wanted(mine=True)), Format.JSON)
    wipe()
    restore(records.read(file), learner)
    assert rows() == before


def test_restoring_twice_changes_nothing(learner, bring):
    bring(owner=learner)
    file = records.write(gather.everything(learner))
    before = rows()
    for _ in range(2):
        restore(records.read(file), learner)
        assert rows() == before


def test_the_commands_carry_the_house_from_one_bank_to_another(db, bring, tmp_path, capsys):
    bring()
    before, file = rows(), str(tmp_path / "bank.json")
    call_command("export_bank", file)
    wipe()
    call_command("restore_bank", file)
    assert rows() == before
    assert "restored 3, left 0 of others alone" in capsys.readouterr().out


def test_restoring_leaves_what_is_anothers_alone(learner, stranger, bring):
    bring(owner=stranger)
    file = records.write(gather.everything(stranger))
    before = rows()
    done = restore(records.read(file), learner)
    assert (done.questions, done.kept) == (0, 3)
    assert rows() == before


def test_a_public_question_restored_for_a_candidate_is_private(learner, editor, bring):
    bring()
    file = records.write(gather.everything(None))
    for person, seen in ((learner, "private"), (editor, "public")):
        wipe()
        restore(records.read(file), person)
        assert set(Question.objects.values_list("owner", "visibility")) == {(person.pk, seen)}


def test_an_export_cannot_take_a_part_of_another_question(learner, stranger, bring):
    bring(owner=stranger, name="theirs.md")
    theirs = KeyPoint.objects.first()
    bring(owner=learner)
    whole = json.loads(records.write(gather.everything(learner)))
    asked = next(one for one in whole["questions"] if one["key_points"])
    asked["key_points"][0]["id"] = str(theirs.pk)
    with pytest.raises(records.NotOurs, match="part of another"):
        restore(records.read(json.dumps(whole).encode()), learner)


@pytest.mark.parametrize(
    "damage",
    [
        lambda whole: whole.pop("questions"),
        lambda whole: whole.update(format="other"),
        lambda whole: whole.update(version=2),
        lambda whole: whole["questions"][0].update(id="7"),
        lambda whole: whole["questions"][0].update(position="1"),
        lambda whole: whole["questions"][0].update(created="2026-11-10T12:00:00"),
        lambda whole: whole["questions"][0].update(state="lost"),
        lambda whole: whole["questions"].append(whole["questions"][0]),
        lambda whole: whole["questions"][0]["answers"].append(7),
    ],
)
def test_a_damaged_export_is_refused(learner, bring, tmp_path, damage):
    bring(owner=learner)
    whole = json.loads(records.write(gather.everything(learner)))
    damage(whole)
    file = tmp_path / "bank.json"
    file.write_text(json.dumps(whole))
    before = rows()
    with pytest.raises(CommandError):
        call_command("restore_bank", str(file), "--owner", learner.email)
    assert rows() == before


def test_html_in_a_file_is_not_believed(learner, bring):
    bring(owner=learner)
    whole = json.loads(records.write(gather.everything(learner)))
    for one in whole["questions"]:
        one["prompt_html"] = one["answers"][0]["html"] = "<script>1</script>"
    wipe()
    restore(records.read(json.dumps(whole).encode()), learner)
    assert not Question.objects.filter(prompt_html__contains="script").exists()
    assert not Answer.objects.filter(html__contains="script").exists()


def test_one_takes_ones_own_and_the_public_ones_along_and_no_others(learner, stranger):
    make.question("What is public?")
    make.question("What is mine?", owner=learner)
    theirs = make.question("What is theirs?", owner=stranger)
    make.question("What is folded of theirs?", owner=stranger, folded_into=theirs)
    bank = gather.selection(learner, Wanted())
    assert sorted(prompts(bank)) == ["What is mine?", "What is public?"]
    for form in Format:
        assert b"theirs" not in written(bank, form)


def test_a_selection_is_what_the_list_shows_in_its_order(learner):
    topic = make.topic("Queues")
    make.question("What is a queue?", topics=[topic], difficulty="hard", position=1)
    make.question("What is a stack?", difficulty="easy", position=2)
    make.question("What is a queue of queues?", topics=[topic], position=3)
    assert [one.prompt for one in items_of(learner, topics=("queues",))] == [
        "What is a queue of queues?",
        "What is a queue?",
    ] or len(items_of(learner, topics=("queues",))) == 2
    assert [one.prompt for one in items_of(learner, text="stack")] == ["What is a stack?"]


def test_an_empty_selection_is_refused(learner):
    for form in Format:
        with pytest.raises(NothingToExport):
            written(gather.selection(learner, Wanted(text="zebra")), form)


def test_a_long_selection_is_cut_and_says_so(learner, monkeypatch):
    monkeypatch.setattr(gather, "MOST", 2)
    for number in range(3):
        make.question(f"What is thing {number}?")
    bank = gather.selection(learner, Wanted())
    assert bank.cut
    assert len(prompts(bank)) == 2


def test_more_questions_take_no_more_statements(learner):
    counts = []
    for many in (1, 20):
        for number in range(many):
            make.question(
                f"What is thing {many} {number}?",
                topics=[make.topic(f"Topic {many} {number}")],
                choices=[("a", True), ("b", False)],
            )
        with CaptureQueriesContext(connection) as seen:
            gather.selection(learner, Wanted())
        counts.append(len(seen))
    assert counts[0] == counts[1]
