"""Photos: what a record names in data/photos/, made fit for pages."""

from bangvang.publishing.photos.darkroom import prepare, prepare_for_print, sweep
from bangvang.publishing.photos.picture import Format, Picture, Rendition

__all__ = ["Format", "Picture", "Rendition", "prepare", "prepare_for_print", "sweep"]
