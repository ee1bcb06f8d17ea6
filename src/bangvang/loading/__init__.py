"""Loading: bytes → records, with the file and line of everything that stands in the way."""

from bangvang.loading.loaded import Loaded
from bangvang.loading.outline import Outline
from bangvang.loading.positions import Positions
from bangvang.loading.problem import Problem, Severity, Unreadable
from bangvang.loading.project import Project, load_bytes, load_project, project_cache, read_positions
from bangvang.loading.suggestions import suggest_entry, suggest_id, suggest_name

__all__ = [
    "Loaded",
    "Outline",
    "Positions",
    "Problem",
    "Project",
    "Severity",
    "Unreadable",
    "load_bytes",
    "load_project",
    "project_cache",
    "read_positions",
    "suggest_entry",
    "suggest_id",
    "suggest_name",
]
