from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions.ingest import readers
from questions.ingest.readers import text as reader
from questions.ingest.readers.decode import decode
from questions.ingest.readers.repair import repair

SENTENCES = [
    "Größe und Maß: „Überfluss“ – schön, oder?",
    "Où est l’école ? Là-bas, près de la forêt… « voilà »",
    "¿Qué pasó, señor Núñez? ¡Nada más!",
    "Não há solução; a manhã começa às três.",
    "Что это такое — и зачем?",
    "什么是锁？一种保护。",
    "日本語の文章です。",
    "A → B, x × y ≤ 3 µs, 20 °C, £5, 10 €",
    "Done 👍🏽, next 👉 and ⚠️ or ✅",
    "AMANHÃ— DE NOVO, À NOITE",
    "plain ASCII",
]


def damaged(text: str) -> str:
    """The text read as Windows-1252 although it was UTF-8, the five unused bytes kept."""
    return "".join(
        chr(byte) if byte in {0x81, 0x8D, 0x8F, 0x90, 0x9D} else bytes([byte]).decode("cp1252")
        for byte in text.encode()
    )


@given(st.lists(st.sampled_from(SENTENCES)).map("\n".join))
def test_correct_text_is_never_changed(text):
    assert repair(text) == text


@given(st.lists(st.sampled_from(SENTENCES[:3] + SENTENCES[4:9])).map("\n".join))
def test_text_that_was_decoded_twice_comes_back(text):
    assert repair(damaged(text)) == text


@given(st.text())
def test_repairing_again_changes_nothing(text):
    once = repair(text)
    assert repair(once) == once


@given(st.text().map(damaged))
def test_repairing_damaged_text_again_changes_nothing(text):
    once = repair(text)
    assert repair(once) == once


@pytest.mark.parametrize(
    ("lost", "meant"),
    [
        ("he said â€œnoâ€ twice", "he said “no” twice"),
        ("*â€œWhy?â€*", "*“Why?”*"),
        ("(â€œsoâ€)", "(“so”)"),
        ("it is â€œoverâ€", "it is “over”"),
        ("âš\u00a0ï¸ **Note**", "⚠️ **Note**"),
        ("size Ã— time", "size × time"),
    ],
)
def test_lost_bytes_do_not_hinder_the_repair(lost, meant):
    assert repair(lost) == meant


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_every_unicode_encoding_is_read(encoding):
    text = "What is a naïve façade?\nA thin one — mostly.\n"
    assert decode(text.encode(encoding)) == text


def test_windows_text_is_read():
    text = "“Résumé” – what is that? It’s French.\n" * 20
    assert decode(text.encode("cp1252")) == text
    assert decode(b"caf\xe9 \x80 \x81") == "café € \x81"


def test_two_encodings_in_one_file_are_read_line_by_line():
    assert decode("größe\n".encode() + "maß\n".encode("cp1252")) == "größe\nmaß\n"


@given(st.binary(max_size=500))
def test_any_bytes_become_lines(data):
    outline = reader.read(data)
    assert not any("\n" in line or "\r" in line for line in outline.lines)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_numbered_alike_whatever_ends_them(end):
    outline = readers.read("a.md", end.join(["one", "", "three"]).encode())
    assert outline.lines == ("one", "", "three")


def test_mixed_line_ends_count_as_the_file_does():
    assert readers.read("a.md", b"a\r\nb\nc\r\n").lines == ("a", "b", "c", "")


def test_only_line_feeds_end_lines():
    text = "a\u2028b\x0bc\x85d\n"
    assert len(readers.read("a.txt", text.encode()).lines) == 2
