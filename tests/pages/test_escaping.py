"""Text made safe for a page quickly is what the general way makes of it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment
from markupsafe import Markup, escape

from bangvang.pages.escaping import QuickTemplate, escaped, markup, shown
from bangvang.pages.page import Link
from bangvang.records import SubjectKind


@given(st.text("ab&<>'\"ạ/", max_size=12))
def test_a_text_is_escaped_as_ever(text: str) -> None:
    """Whether or not there is anything to escape."""
    assert escaped(text) == shown(text) == str(escape(text))
    assert type(escaped(text)) is str


@given(st.text("ab&<>", max_size=12))
def test_what_is_html_stays_as_it_is(text: str) -> None:
    """A piece of a page is not escaped twice."""
    assert shown(markup(text)) == text
    assert type(markup(text)) is Markup


def test_other_values_look_as_they_say() -> None:
    """A link is a link, a number its digits, a kind of text its text."""
    link = Link("A & B", "guong/a/")
    assert shown(link) == link.__html__()
    assert shown(12) == "12"
    assert shown(SubjectKind.HOUSEHOLD) == str(escape(SubjectKind.HOUSEHOLD))


def test_a_template_escapes_what_it_shows() -> None:
    """Texts, not pieces, whether from its context, a macro, a loop or a filter."""
    environment = Environment(autoescape=True)
    environment.template_class = QuickTemplate
    source = (
        "{% macro m(x) %}[{{ x }}]{% endmacro %}{{ text }}{{ piece }}{{ m(text) }}{% for x in several %}{{ x }}"
        "{% endfor %}{{ text | upper }}{{ text ~ piece }}{% set s %}{{ text }}{% endset %}{{ s }}{{ none }}"
    )
    given = {"text": "<i>", "piece": Markup("<b>"), "several": ["&", Markup("&amp;"), 3]}
    plain = Environment(autoescape=True).from_string(source).render(given)
    assert environment.from_string(source).render(given) == plain
