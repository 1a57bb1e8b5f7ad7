"""What a browser may send to the library: files, and the key that makes sending them safe."""

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
        error_messages={"required": "Choose at least one document."},
    )
    house = forms.BooleanField(label="For everybody: the house's", required=False)
    key = forms.UUIDField(widget=forms.HiddenInput)

    def given(self) -> list[tuple[str, bytes]]:
        """Names and bytes of the files."""
        return [(file.name or "", file.read()) for file in self.cleaned_data["documents"]]


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
