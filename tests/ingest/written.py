"""The same made-up questions written in every format, so that readers can be held against them."""

from __future__ import annotations

import csv
import html
import io
import json
import os
import tempfile
from collections.abc import Callable

from tests.ingest.asked import Item


def markdown(items: list[Item]) -> bytes:
    return "".join(
        f"## {one.prompt}\n\n{_listed(one)}{as_markdown(one)}\n\n" for one in items
    ).encode()


def _listed(item: Item) -> str:
    letters = [f"- [{'x' if at == item.right else ' '}] {o}\n" for at, o in enumerate(item.options)]
    return "".join(letters) + ("\n" if letters else "")


def as_markdown(item: Item) -> str:
    said = []
    for block in item.blocks:
        match block.kind:
            case "points":
                said.append("\n".join(f"- {line}" for line in block.lines))
            case "steps":
                said.append("\n".join(f"{n}. {line}" for n, line in enumerate(block.lines, 1)))
            case "code":
                said.append("\n".join(["```", *block.lines, "```"]))
            case _:
                said.append("\n".join(block.lines))
    return "\n\n".join(said)


def restructured(items: list[Item]) -> bytes:
    said = ["Questions\n=========\n"]
    for item in items:
        said.append(f"{item.prompt}\n{'-' * len(item.prompt)}\n")
        for at, option in enumerate(item.options):
            said.append(f"{'ABCDE'[at]}. {option}\n")
        if item.options:
            said.append(f"\n**Answer:** {'ABCDE'[item.right]}\n")
        for block in item.blocks:
            match block.kind:
                case "points":
                    said.append("\n".join(f"* {line}" for line in block.lines) + "\n")
                case "steps":
                    said.append("\n".join(f"#. {line}" for line in block.lines) + "\n")
                case "code":
                    lines = "\n".join(f"   {line}" for line in block.lines)
                    said.append(f".. code-block::\n\n{lines}\n")
                case _:
                    said.append("\n".join(block.lines) + "\n")
    return "\n".join(said).encode()


def as_html(item: Item) -> str:
    said = []
    for block in item.blocks:
        lines = [html.escape(line) for line in block.lines]
        match block.kind:
            case "points":
                said.append("<ul>" + "".join(f"<li>{line}</li>\n" for line in lines) + "</ul>")
            case "steps":
                said.append("<ol>" + "".join(f"<li>{line}</li>" for line in lines) + "</ol>")
            case "code":
                said.append("<pre><code>" + "\n".join(lines) + "</code></pre>")
            case _:
                said.append(f"<p>{' '.join(lines)}</p>")
    return "\n".join(said)


def webpage(items: list[Item]) -> bytes:
    said = [
        "<!DOCTYPE html>\n<html><head><title>Q</title><style>p {}</style></head><body><h1>Q</h1>"
    ]
    for item in items:
        said.append(f"<h2>{html.escape(item.prompt)}</h2>")
        if item.options:
            options = "".join(f"<li>{html.escape(option)}</li>\n" for option in item.options)
            said.append(f'<ol type="A">{options}</ol>')
            said.append(f"<p><b>Answer: {'ABCDE'[item.right]}</b></p>")
        said.append(as_html(item))
    return "\n".join([*said, "<script>if (1 < 2) {}</script></body></html>"]).encode()


def folded(items: list[Item]) -> bytes:
    said = ["<!DOCTYPE html><html><body>"]
    for item in items:
        said.append(
            f"<details><summary>{html.escape(item.prompt)}</summary>{as_html(item)}</details>"
        )
    return "\n".join([*said, "</body></html>"]).encode()


def word(items: list[Item]) -> bytes:
    import docx

    document = docx.Document()
    document.add_heading("Questions", 0)
    for item in items:
        document.add_heading(item.prompt, 2)
        for at, option in enumerate(item.options):
            document.add_paragraph(f"{'ABCDE'[at]}. {option}")
        if item.options:
            document.add_paragraph().add_run(f"Answer: {'ABCDE'[item.right]}").bold = True
        for block in item.blocks:
            style = {"points": "List Bullet", "steps": "List Number"}.get(block.kind)
            for line in block.lines:
                if block.kind == "code":
                    document.add_paragraph().add_run(line).font.name = "Courier New"
                else:
                    document.add_paragraph(line, style=style)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def pdf(items: list[Item], *, packed: bool = True) -> bytes:
    from fpdf import FPDF

    page = FPDF()
    page.set_compression(packed)
    page.add_page()

    def put(text: str, font: str = "helvetica", style: str = "", size: int = 11) -> None:
        page.set_font(font, style, size)
        page.multi_cell(0, size * 0.5, text, new_x="LMARGIN", new_y="NEXT")

    for number, item in enumerate(items, 1):
        put(f"{number}. {item.prompt}", style="B", size=15)
        for at, option in enumerate(item.options):
            put(f"{'ABCDE'[at]}. {option}")
        if item.options:
            put(f"Answer: {'ABCDE'[item.right]}", style="B")
        for block in item.blocks:
            for at, line in enumerate(block.lines, 1):
                match block.kind:
                    case "points":
                        put(f"- {line}")
                    case "steps":
                        put(f"{at}. {line}")
                    case "code":
                        put(line, font="courier", size=10)
                    case _:
                        put(line)
            page.ln(5)
        page.ln(4)
    return bytes(page.output())


def table(items: list[Item], sign: str = ",") -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=sign)
    if items[0].options:
        writer.writerow(["Question", "A", "B", "C", "D", "Correct", "Explanation"])
        for item in items:
            options = [*item.options, "", "", ""][:4]
            writer.writerow([item.prompt, *options, "ABCD"[item.right], as_markdown(item)])
    else:
        writer.writerow(["Question", "Answer"])
        writer.writerows([item.prompt, as_markdown(item)] for item in items)
    return out.getvalue().encode()


def tabbed(items: list[Item]) -> bytes:
    return table(items, "\t")


def records(items: list[Item]) -> bytes:
    said = []
    for item in items:
        if item.options:
            said.append(
                {
                    "question": item.prompt,
                    "options": list(item.options),
                    "answer": item.options[item.right],
                    "explanation": as_markdown(item),
                }
            )
        else:
            said.append({"q": item.prompt, "a": as_markdown(item)})
    return json.dumps({"title": "Questions", "items": said}, indent=2).encode()


def anki_text(items: list[Item]) -> bytes:
    out = io.StringIO(newline="")
    out.write("#separator:tab\n#html:true\n#tags column:3\n")
    writer = csv.writer(out, delimiter="\t", lineterminator="\n")
    for item in items:
        writer.writerow([f"{html.escape(item.prompt)}{_boxes(item)}", _back(item), "made up"])
    return out.getvalue().encode()


def _boxes(item: Item) -> str:
    return "".join(f"<br>{'ABCDE'[at]}) {html.escape(o)}" for at, o in enumerate(item.options))


def _back(item: Item) -> str:
    key = f"<div>{'ABCDE'[item.right]}</div>" if item.options else ""
    return key + as_html(item)


def package(items: list[Item]) -> bytes:
    import genanki

    model = genanki.Model(
        1091,
        "Plain",
        fields=[{"name": "Front"}, {"name": "Back"}],
        templates=[{"name": "Card", "qfmt": "{{Front}}", "afmt": "{{Back}}"}],
    )
    deck = genanki.Deck(2093, "Made up::Questions")
    for item in items:
        front = f"{html.escape(item.prompt)}{_boxes(item)}"
        deck.add_note(genanki.Note(model=model, fields=[front, _back(item)]))
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "deck.apkg")
        genanki.Package(deck).write_to_file(path)
        with open(path, "rb") as file:
            return file.read()


def _escaped(text: str) -> str:
    for sign in "\\~=#{}:":
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\n", "\\n")


def gift(items: list[Item]) -> bytes:
    said = ["// made up\n$CATEGORY: made/up\n"]
    for item in items:
        answers = [
            f"\t{'=' if at == item.right else '~'}{_escaped(option)}"
            for at, option in enumerate(item.options)
        ]
        answers = answers or [f"\t={_escaped(as_markdown(item))}"]
        more = f"\n\t####{_escaped(as_markdown(item))}" if item.options else ""
        said.append(
            f"[markdown]{_escaped(item.prompt)} {{\n" + "\n".join(answers) + f"{more}\n}}\n"
        )
    return "\n".join(said).encode()


def aiken(items: list[Item]) -> bytes:
    said = []
    for item in items:
        options = "\n".join(f"{'ABCDE'[at]}. {option}" for at, option in enumerate(item.options))
        said.append(f"{item.prompt}\n{options}\nANSWER: {'ABCDE'[item.right]}\n")
    return "\n".join(said).encode()


Writer = Callable[[list[Item]], bytes]
OPEN: dict[str, Writer] = {
    "a.md": markdown, "a.rst": restructured, "a.html": webpage, "folded.html": folded,
    "a.docx": word, "a.pdf": pdf, "a.csv": table, "a.tsv": tabbed, "a.json": records,
    "a.txt": anki_text, "a.apkg": package, "a.gift": gift,
}  # fmt: skip
CHOICE: dict[str, Writer] = {
    name: writer for name, writer in OPEN.items() if name != "folded.html"
} | {"aiken.txt": aiken}
