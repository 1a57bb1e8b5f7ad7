"""Every code that an error of the API may have: what it means and which status it comes with."""

from __future__ import annotations

from collections.abc import Iterator

from questions.errors import Refusal

from .errors import status_of

GENERAL: dict[str, tuple[int, str]] = {
    "invalid": (400, "The body or a parameter is not valid; `fields` says which and why."),
    "parse_error": (400, "The body is no JSON."),
    "not_authenticated": (401, "There is no token, or it is no longer good."),
    "authentication_failed": (401, "The token is none that was ever given."),
    "permission_denied": (403, "This is for others."),
    "csrf": (403, "A browser's call came without its token."),
    "not_found": (404, "It is not there, or not yours."),
    "method_not_allowed": (405, "Nothing here does that."),
    "not_acceptable": (406, "Only JSON is answered."),
    "key_reused": (409, "The key came before with another body."),
    "too_large": (413, "More bytes than any call needs, or an upload beyond its limit."),
    "unsupported_media_type": (415, "Only application/json is read, and uploads as form data."),
    "malformed": (422, "It is well-formed and cannot be meant."),
    "client_too_old": (426, "The app has to be renewed."),
    "throttled": (429, "Too many calls; `Retry-After` says when to come back."),
    "failed": (500, "A mistake of ours; it is in the log under the request's id."),
    "database_away": (503, "Nothing was changed; `Retry-After` says when to try again."),
}


def refusals(kind: type[Refusal] = Refusal) -> Iterator[type[Refusal]]:
    """A kind of refusal and all that are more particular; each slice has its own."""
    yield kind
    for one in kind.__subclasses__():
        yield from refusals(one)


def codes() -> dict[str, tuple[int, str]]:
    """Status and meaning by code; a refusal means what its class says of itself."""
    found = dict(GENERAL)
    for kind in refusals():
        means = " ".join((kind.__doc__ or "").split("\n\n")[0].split())
        found.setdefault(kind.code, (status_of(kind("")), means))
    return dict(sorted(found.items()))


def told() -> str:
    """All of them as a list in Markdown."""
    lines = (f"- `{code}` ({status}): {means}" for code, (status, means) in codes().items())
    return "Permanent. New ones may come.\n\n" + "\n".join(lines)
