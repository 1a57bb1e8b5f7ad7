"""What a browser may send to the library: files or text, and the key that makes it safe."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from . import names, sniff
from .readers import kinds

MOST = 50
"""Files of one upload."""

MOST_TEXT = 1_000_000
"""Letters of a text that is pasted."""

NOTHING = "Choose at least one document, or paste its text."
TOO_MANY = f"That is more than {MOST} files. Send them in several goes."


def too_large() -> str:
    """What is said to more than the limit."""
    most = settings.UPLOAD_LIMIT // (1024 * 1024)
    return f"Together these are more than {most} MB. Send them in several goes."


def is_too_large(files: Sequence[UploadedFile[Any]]) -> bool:
    return sum(file.size or 0 for file in files) > settings.UPLOAD_LIMIT


def complaints(files: Sequence[UploadedFile[Any]]) -> list[str]:
    """Why some of these files are not taken, judged by how they begin; no file is used up."""
    found = []
    for file in files:
        head = file.read(sniff.HEAD)
        file.seek(0)
        if said := sniff.complaint(names.tidy(file.name or ""), head):
            found.append(said)
    return found


class FilesInput(forms.FileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files of one field, as a list."""

    widget = FilesInput

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile[Any]]:
        if not data and not self.required:
            return []
        files: list[UploadedFile[Any]] = [
            super(FilesField, self).clean(file, initial) for file in data or [None]
        ]
        if len(files) > MOST:
            raise forms.ValidationError(TOO_MANY)
        if is_too_large(files):
            raise forms.ValidationError(too_large(), code="too_large")
        if said := complaints(files):
            raise forms.ValidationError(said)
        return files


class UploadForm(forms.Form):
    """Documents of one's own."""

    documents = FilesField(
        label="Documents",
        allow_empty_file=True,
        help_text=(
            f"Choose several, or drop them here. {kinds.FORMATS}, up to 20 MB together. "
            "They are yours alone."
        ),
        required=False,
    )
    text = forms.CharField(
        label="Text",
        required=False,
        max_length=MOST_TEXT,
        widget=forms.Textarea(attrs={"rows": 10, "spellcheck": "false"}),
        help_text="Questions with their answers, marked in whatever way: # headings, numbers, Q: …",
    )
    called = forms.CharField(
        label="Name",
        required=False,
        max_length=100,
        help_text="Text under a name that you used before is read as its new version.",
    )
    house = forms.BooleanField(label="For everybody: the house's", required=False)
    key = forms.UUIDField(widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not self.errors and not given["documents"] and not given["text"]:
            self.add_error("documents", NOTHING)
        return given

    def given(self) -> list[tuple[str, bytes]]:
        """Names and bytes of the files, and of the text that was pasted."""
        files = [(file.name or "", file.read()) for file in self.cleaned_data["documents"]]
        text, called = self.cleaned_data["text"], self.cleaned_data["called"]
        return [*files, (names.of_text(text, called), text.encode())] if text else files


class AcceptForm(forms.Form):
    """Which of the changes that were shown are taken; what was not shown is taken too."""

    shown = forms.JSONField(required=False, widget=forms.HiddenInput)
    key = forms.UUIDField(widget=forms.HiddenInput)

    def left_out(self, taken: Sequence[str]) -> frozenset[str]:
        """The keys that were shown and not ticked."""
        shown = self.cleaned_data["shown"]
        every = [str(key) for key in shown] if isinstance(shown, list) else []
        return frozenset(every) - frozenset(taken)


class KeyForm(forms.Form):
    """A press of a button."""

    key = forms.UUIDField(widget=forms.HiddenInput)


class ShareForm(forms.Form):
    """With whom a document is shared."""

    email = forms.EmailField(label="Email of the person", max_length=254)
