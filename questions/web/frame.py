"""Template tags for the frame around every page, most of which is the same again and again."""

from __future__ import annotations

from functools import cache
from typing import Any
from uuid import UUID, uuid4

from django.conf import settings
from django.http import HttpRequest
from django.template import Context, Library, Node, NodeList
from django.template.base import Parser, Token
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

register = Library()

MOST = 1000
"""Renderings of one block that are kept; there are fewer pages than that."""
STAND_IN = uuid4()
TOKEN = uuid4().hex
"""What stands in a kept block where the token of its reader's forms belongs."""


class Kept(Node):
    """A block that is rendered once for each kind of person on each page, and then kept."""

    def __init__(self, inside: NodeList) -> None:
        self.nodelist = inside
        self.known: dict[tuple[Any, ...], str] = {}

    def render(self, context: Context) -> SafeString:
        request = context.get("request")
        # An error's page may be shown before anybody knows who asked.
        if settings.DEBUG or request is None or not hasattr(request, "user"):
            return self.nodelist.render(context)
        key = kind_of(request)
        html = self.known.get(key)
        if html is None:
            with context.push(csrf_token=TOKEN):
                html = str(self.nodelist.render(context))
            if len(self.known) < MOST:
                self.known[key] = html
        if TOKEN in html:
            html = html.replace(TOKEN, str(context.get("csrf_token", "")))
        return mark_safe(html)  # nosec B308 B703: what a template rendered


def kind_of(request: HttpRequest) -> tuple[Any, ...]:
    """All by which a kept block may differ: which page it is on, and what its reader may do."""
    match, person = request.resolver_match, request.user
    page = match.view_name if match else ""
    if not person.is_authenticated:
        return (page,)
    return page, person.is_guest, person.is_mentor, person.is_editor, person.is_staff


@register.tag
def kept(parser: Parser, token: Token) -> Kept:
    """`{% kept %}…{% endkept %}`: nothing inside may be about one person or one row."""
    inside = parser.parse(("endkept",))
    parser.delete_first_token()
    return Kept(inside)


@register.simple_tag
def address(name: str, id: UUID) -> str:
    """`{% address 'bank:question' question.id %}`: the path of a page that takes one id.

    It is what `url` gives, without looking for it anew each time.
    """
    before, after = _around(name)
    return f"{before}{id}{after}"


@cache
def _around(name: str) -> tuple[str, str]:
    before, _, after = reverse(name, args=[STAND_IN]).partition(str(STAND_IN))
    return before, after
