"""Photos: what a record names in data/photos/, made fit for pages."""

from bangvang.publishing.photos.darkroom import prepare, sweep
from bangvang.publishing.photos.picture import Format, Picture, Rendition

__all__ = ["Format", "Picture", "Rendition", "prepare", "sweep"]
