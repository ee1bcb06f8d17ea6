"""Pages: one builder per kind turns records into a page's address, title and the context of its template."""

from bangvang.pages.answers import Answers, Key, is_view
from bangvang.pages.catalogue import SHELLS, SINGLE, build_page, other_targets, people_targets, targets
from bangvang.pages.home import HomeWords, hand_over_words
from bangvang.pages.page import ROOT, Link, Page, Target
from bangvang.pages.papers import FILES_FOLDER
from bangvang.pages.pictures import Shown, Source, hand_over
from bangvang.pages.reading import Reading
from bangvang.pages.rendering import TEMPLATES, Renderer, TemplateFault, template_fault, template_line

__all__ = [
    "FILES_FOLDER",
    "ROOT",
    "SHELLS",
    "SINGLE",
    "TEMPLATES",
    "Answers",
    "HomeWords",
    "Key",
    "Link",
    "Page",
    "Reading",
    "Renderer",
    "Shown",
    "Source",
    "Target",
    "TemplateFault",
    "build_page",
    "hand_over",
    "hand_over_words",
    "is_view",
    "other_targets",
    "people_targets",
    "targets",
    "template_fault",
    "template_line",
]
