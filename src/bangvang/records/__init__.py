"""Records: what the office owns. One noun per module; field, type, Vietnamese title and help stand together.

No module defers its annotations: pydantic would have to compile every one again whenever a command starts.
"""

from bangvang.records.actor import Actor, Signer
from bangvang.records.agency import Agency
from bangvang.records.award import AuthorityClass, Award, AwardKind, AwardLevel
from bangvang.records.base import Labelled, Part, Shorthand
from bangvang.records.basis import Basis
from bangvang.records.campaign import Campaign, CampaignType
from bangvang.records.cluster import Cluster
from bangvang.records.consultation import Consultation
from bangvang.records.dates import Day, PartialDate, Period
from bangvang.records.decision import Decision, Recipient, RemovedRow
from bangvang.records.deposit import Deposit
from bangvang.records.document import Action, Document, DocumentType, Section
from bangvang.records.event import Event
from bangvang.records.honour import Ground, Honour, HonourFacts, Standing, StandingState
from bangvang.records.honouree import ExampleLabel, Honouree
from bangvang.records.ids import MINT_FIRST, MINT_LENGTH, MINT_REST, RefersTo, is_id, is_minted, is_reserved
from bangvang.records.kinds import ASSET_FOLDERS, KINDS, OPEN_KINDS, Kind
from bangvang.records.level import Level
from bangvang.records.place import Place, PlaceType
from bangvang.records.practice import Practice
from bangvang.records.procedure import Procedure
from bangvang.records.record import TOLD, Entry, Record, Removed, Status, in_reading_order
from bangvang.records.redirect import Redirect
from bangvang.records.references import Loc, Reference, references, references_in, referring_fields
from bangvang.records.report import Report
from bangvang.records.schema import editor_settings, json_schema, schema_file_name
from bangvang.records.site import RuleName, Site
from bangvang.records.subject import CollectiveType, Living, Sex, Subject, SubjectKind
from bangvang.records.target import Aim, Target
from bangvang.records.vocabulary import Abbreviation, Occupation, OccupationClass, WorkField

__all__ = [
    "ASSET_FOLDERS",
    "KINDS",
    "MINT_FIRST",
    "MINT_LENGTH",
    "MINT_REST",
    "OPEN_KINDS",
    "TOLD",
    "Abbreviation",
    "Action",
    "Actor",
    "Agency",
    "Aim",
    "AuthorityClass",
    "Award",
    "AwardKind",
    "AwardLevel",
    "Basis",
    "Campaign",
    "CampaignType",
    "Cluster",
    "CollectiveType",
    "Consultation",
    "Day",
    "Decision",
    "Deposit",
    "Document",
    "DocumentType",
    "Entry",
    "Event",
    "ExampleLabel",
    "Ground",
    "Honour",
    "HonourFacts",
    "Honouree",
    "Kind",
    "Labelled",
    "Level",
    "Living",
    "Loc",
    "Occupation",
    "OccupationClass",
    "Part",
    "PartialDate",
    "Period",
    "Place",
    "PlaceType",
    "Practice",
    "Procedure",
    "Recipient",
    "Record",
    "Redirect",
    "Reference",
    "RefersTo",
    "Removed",
    "RemovedRow",
    "Report",
    "RuleName",
    "Section",
    "Sex",
    "Shorthand",
    "Signer",
    "Site",
    "Standing",
    "StandingState",
    "Status",
    "Subject",
    "SubjectKind",
    "Target",
    "WorkField",
    "editor_settings",
    "in_reading_order",
    "is_id",
    "is_minted",
    "is_reserved",
    "json_schema",
    "references",
    "references_in",
    "referring_fields",
    "schema_file_name",
]
