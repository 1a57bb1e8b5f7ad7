"""What a browser may send: a package of Anki's, and presses of buttons."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from .actions import Kind

NOT_ANKI = "This is no package of Anki's. Choose a file that ends in .apkg or .colpkg."


def too_large() -> str:
    return f"This is more than {settings.UPLOAD_LIMIT // (1024 * 1024)} MB. Export it in parts."


def complaint(file: UploadedFile[Any]) -> tuple[str, str] | None:
    """Why a file is not taken, and by what name; None where it is. The file is not used up."""
    if (file.size or 0) > settings.UPLOAD_LIMIT:
        return too_large(), "too_large"
    head = file.read(4)
    file.seek(0)
    ends = (file.name or "").lower().endswith((".apkg", ".colpkg"))
    return None if ends and head == b"PK\x03\x04" else (NOT_ANKI, "unreadable")


class KeyForm(forms.Form):
    """A press of a button."""

    key = forms.UUIDField(widget=forms.HiddenInput)


class BringForm(KeyForm):
    """A deck or a whole collection."""

    package = forms.FileField(
        label="Anki deck or collection",
        help_text="A .apkg or .colpkg file, exported with scheduling, up to 20 MB.",
        error_messages={"required": "Choose a file."},
        widget=forms.FileInput(attrs={"accept": ".apkg,.colpkg"}),
    )

    def clean_package(self) -> UploadedFile[Any]:
        file: UploadedFile[Any] = self.cleaned_data["package"]
        if (said := complaint(file)) is not None:
            raise forms.ValidationError(said[0], code=said[1])
        return file


class TakeForm(KeyForm):
    """Which file to write."""

    kind = forms.TypedChoiceField(choices=[(k.value, k.title) for k in Kind], coerce=Kind)
