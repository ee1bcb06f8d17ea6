"""Proofs: any page as readers would see it, made from records that need not be saved yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from bangvang.assets import FOLDER, asset_names, share_images
from bangvang.frozen.archive import read_archive
from bangvang.pages.answers import Answers
from bangvang.pages.catalogue import build_page, other_targets, people_targets
from bangvang.pages.changes import hand_over_changes
from bangvang.pages.frozen_note import hand_over_freezes
from bangvang.pages.home import hand_over_words
from bangvang.pages.page import Target
from bangvang.pages.pictures import hand_over
from bangvang.pages.rendering import Renderer
from bangvang.publishing.attachments import attachments
from bangvang.publishing.change_log import read_change_log
from bangvang.publishing.frame import Frame, begin_frame
from bangvang.publishing.gallery import Gallery, gallery
from bangvang.publishing.home_words import read_home_words
from bangvang.publishing.rendering import Press, page_bytes
from bangvang.publishing.settings import read_settings
from bangvang.registry import Registry
from bangvang.template_cache import template_cache


@dataclass(frozen=True)
class Proof:
    """The whole site of one state of the records, each page made when it is asked for."""

    root: Path
    registry: Registry
    frame: Frame
    renderer: Renderer

    def page(self, url: str) -> bytes | None:
        """The page at an address such as `guong/x/`; None where readers would find none."""
        target = self._target(url)
        if target is not None:
            return page_bytes(self._press, *build_page(self._answers, target))
        written = self.frame.site / url / "index.html"
        return written.read_bytes() if written.is_file() else None

    def file(self, path: str) -> bytes | None:
        """A file that pages need: style, script, photo, paper."""
        found = self._files.get(path)
        return found.read_bytes() if found is not None and found.is_file() else None

    def _target(self, url: str) -> Target | None:
        """Pages of records are known without putting everybody on the lists."""
        own = next((one for one in people_targets(self._answers) if one.url == url), None)
        return own or next((one for one in other_targets(self._answers) if one.url == url), None)

    @cached_property
    def _gallery(self) -> Gallery:
        return gallery(self.registry, self.root)

    @cached_property
    def _answers(self) -> Answers:
        answers = Answers(self.registry)
        hand_over(answers, self._gallery.shown)
        hand_over_words(answers, read_home_words(self.root))
        hand_over_changes(answers, read_change_log(self.root))
        hand_over_freezes(answers, read_archive(self.root).freezes)
        return answers

    @cached_property
    def _press(self) -> Press:
        address = read_settings(self.root).address
        return Press(self._answers, self.renderer, self.frame.shells, share_images(), address, self.root, self.root, {})

    @cached_property
    def _files(self) -> Mapping[str, Path]:
        files = {path: self.frame.site / path for path in self.frame.files()}
        files |= {served: FOLDER / name for name, served in asset_names().items()}
        files |= {**self._gallery.files, **attachments(self.registry, self.root)}
        return files


class ProofRoom:
    """Makes proofs; what all of them share is made once."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._saved: Proof | None = None
        self.imagined: Proof | None = None
        """The last proof of something that is not saved."""

    def proof(self, registry: Registry) -> Proof:
        """The site of these records; the same again while they are the same."""
        frame = begin_frame(self._root).result()
        if self._saved is None or self._saved.registry is not registry or self._saved.frame != frame:
            self._saved = Proof(self._root, registry, frame, self._renderer)
        return self._saved

    def imagine(self, registry: Registry) -> Proof:
        """The site of records as they might be."""
        self.imagined = Proof(self._root, registry, begin_frame(self._root).result(), self._renderer)
        return self.imagined

    @cached_property
    def _renderer(self) -> Renderer:
        return Renderer(self._root / "overrides", template_cache("pages", self._root))
