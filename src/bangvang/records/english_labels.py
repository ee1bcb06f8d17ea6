"""English labels of the codes that pages in English show; a test keeps them complete."""

from collections.abc import Mapping

from bangvang.records.award import AuthorityClass, AwardKind, AwardLevel
from bangvang.records.base import Labelled
from bangvang.records.campaign import CampaignType
from bangvang.records.document import DocumentType
from bangvang.records.event import EventType
from bangvang.records.honour import StandingState
from bangvang.records.honouree import ExampleLabel
from bangvang.records.level import Level
from bangvang.records.practice import PracticeKind
from bangvang.records.report import ReportType
from bangvang.records.subject import SubjectKind

_LABELS: Mapping[type[Labelled], Mapping[str, str]] = {
    SubjectKind: {
        "individual": "Person",
        "collective": "Collective",
        "household": "Household",
        "locality": "Locality",
    },
    ExampleLabel: {
        "dien-hinh-tien-tien": "Outstanding example",
        "nguoi-tot-viec-tot": "Good people, good deeds",
        "nhan-to-moi": "New initiative",
    },
    StandingState: {"cancelled": "Cancelled", "stripped": "Stripped", "restored": "Restored"},
    AwardKind: {
        "order": "Orders",
        "medal": "Medals",
        "state-title": "State honorary titles",
        "prize": "Prizes",
        "title": "Emulation titles",
        "flag": "Emulation flags",
        "merit-certificate": "Certificates of merit",
        "commendation": "Commendation letters",
        "commemorative": "Commemorative medals",
        "badge": "Badges",
        "other": "Other forms",
    },
    AwardLevel: {
        "state": "State",
        "province": "Ministry or province",
        "district": "District",
        "commune": "Commune",
        "unit": "Workplace or unit",
    },
    AuthorityClass: {
        "state-president": "the President of the State",
        "president-ho-chi-minh": "President Hồ Chí Minh",
        "prime-minister": "the Prime Minister",
        "council-of-ministers": "the Council of Ministers",
        "minister": "ministers and heads of bodies of the same rank",
        "province-chair": "the chairperson of the province’s People’s Committee",
        "province-committee": "the province’s People’s Committee",
        "district-chair": "the chairperson of the district’s People’s Committee (until 30 June 2025)",
        "commune-chair": "the chairperson of the commune’s People’s Committee",
        "unit-head": "the head of an agency, organisation or unit",
        "enterprise-head": "the director of an enterprise or cooperative",
    },
    Level: {
        "national": "National",
        "ministry": "Ministry or central body",
        "province": "Province",
        "district": "District (until 30 June 2025)",
        "commune": "Commune",
        "unit": "Agency or unit",
    },
    CampaignType: {
        "regular": "Standing emulation movement",
        "annual": "Annual emulation movement",
        "wave": "Emulation wave",
        "thematic": "Thematic emulation campaign",
        "short": "Short emulation campaign",
        "peak": "Peak emulation drive",
        "special": "Special emulation campaign",
        "drive": "Public drive",
    },
    PracticeKind: {
        "initiative": "Initiative",
        "experience": "Lesson from experience",
        "model": "Model",
        "method": "Good practice",
    },
    EventType: {
        "congress": "Congress",
        "conference": "Conference",
        "ceremony": "Award ceremony",
        "launch": "Launch of a campaign",
        "review": "Review conference",
    },
    DocumentType: {
        "law": "Law",
        "decree": "Decree",
        "circular": "Circular",
        "directive": "Directive",
        "resolution": "Resolution",
        "conclusion": "Conclusion",
        "plan": "Plan",
        "programme": "Programme",
        "scheme": "Scheme",
        "decision": "Decision",
        "guideline": "Guideline",
        "notice": "Notice",
        "report": "Report",
    },
    ReportType: {"interim": "Interim report", "final": "Final report"},
}


def english_label(code: Labelled) -> str:
    """What a code is called in English."""
    return _LABELS[type(code)][code.value]


LABELLED_IN_ENGLISH = tuple(_LABELS)
"""The enumerations whose codes have English labels."""
