"""Letters: the first line is the subject, the rest is plain words to one address."""

from __future__ import annotations

import pytest

from questions.web.mail import Attachment, letter

LOADERS = "django.template.loaders.locmem.Loader"


@pytest.fixture
def written(settings):
    """written(text): the words of letters/greeting.txt."""

    def put(text):
        [engine] = settings.TEMPLATES
        options = {
            **engine.get("OPTIONS", {}),
            "loaders": [(LOADERS, {"letters/greeting.txt": text})],
        }
        settings.TEMPLATES = [{**engine, "APP_DIRS": False, "DIRS": [], "OPTIONS": options}]

    return put


def test_the_first_line_is_the_subject(written, mailoutbox):
    written("Good morning, {{ name }}\n\nTwelve cards are due.\n")
    letter("lena@example.org", "greeting", {"name": "Lena"})
    [sent] = mailoutbox
    assert (sent.subject, sent.body) == ("Good morning, Lena", "Twelve cards are due.\n")
    assert sent.to == ["lena@example.org"]


def test_words_are_printed_as_they_are_and_a_subject_stays_one_line(written, mailoutbox):
    written("For {{ name }}\n{{ name }}")
    letter("lena@example.org", "greeting", {"name": "Q&A <b>"})
    assert (mailoutbox[0].subject, mailoutbox[0].body) == ("For Q&A <b>", "Q&A <b>\n")


def test_files_and_headers_go_along(written, mailoutbox):
    written("Mock interview\nSee you there.")
    file = Attachment("mock.ics", "BEGIN:VCALENDAR", "text/calendar")
    letter(
        "lena@example.org", "greeting", {}, attachments=[file], headers={"List-Unsubscribe": "<x>"}
    )
    [sent] = mailoutbox
    assert sent.attachments == [("mock.ics", "BEGIN:VCALENDAR", "text/calendar")]
    assert sent.extra_headers == {"List-Unsubscribe": "<x>"}
