"""The server: drafts come in as they are typed, and what was found goes out."""

from __future__ import annotations

import asyncio
import os
from typing import TYPE_CHECKING, NamedTuple

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from prlint.console import Failure
from prlint.editor.actions import actions
from prlint.editor.diagnostics import Marked, marked
from prlint.editor.hover import markdown
from prlint.editor.positions import Positions
from prlint.editor.uris import path_of, uri_of
from prlint.run import run
from prlint.run.kept import Kept
from prlint.text.error import RuleError
from prlint.version import __version__

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prlint.report import RunError

#: Seconds without a keystroke before a draft is checked.
PAUSE = 0.25


class Checked(NamedTuple):
    """What is known of an open draft: its text's positions, and the places that were marked in it."""

    positions: Positions
    marked: list[Marked]


class Server(LanguageServer):
    """The language server of prlint; `shown` are the severities that are marked."""

    def __init__(self, shown: Sequence[str] = ("error", "warning")) -> None:
        # The whole text comes with each change: a release is short, and lines then mean one thing on both sides.
        super().__init__("prlint", __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full)
        self._shown = tuple(shown)
        self._kept = Kept()
        self._checked: dict[str, Checked] = {}
        self._waiting: dict[str, asyncio.Task[None]] = {}
        #: The files in which a draft's run found something wrong (prlint.yaml, a rule), by the draft.
        self._blamed: dict[str, set[str]] = {}

    def check(self, uri: str) -> None:
        """Checks an open draft and tells the editor."""
        document = self.workspace.get_text_document(uri)
        text, version = document.source, document.version
        path = path_of(uri)
        positions = self._positions(text)
        try:
            report = run([path], contents={path: text.encode("utf-8", "replace")}, kept=self._kept).report
        except (Failure, RuleError) as problem:
            self._say(str(problem))
            return
        lines: dict[str, Positions | None] = {}

        def positions_in(other: str) -> Positions | None:
            if other not in lines:
                lines[other] = self._positions_in(other)
            return lines[other]

        found = marked(report.findings, path, positions, self._shown, positions_in)
        self._checked[uri] = Checked(positions, found)
        self._publish(uri, [one.diagnostic for one in found], version)
        self._blame(uri, report.errors)

    async def check_soon(self, uri: str) -> None:
        """Checks an open draft once its author pauses."""
        before = self._waiting.pop(uri, None)
        if before is not None:
            before.cancel()
        self._waiting[uri] = asyncio.ensure_future(self._after_pause(uri))

    async def _after_pause(self, uri: str) -> None:
        await asyncio.sleep(PAUSE)
        # The workspace's own keys are URIs without their escapes: a name with a space would never be found.
        if any(document.uri == uri for document in self.workspace.text_documents.values()):
            self.check(uri)

    def check_all(self) -> None:
        """Checks every open draft: something that they depend on has changed."""
        for uri in list(self._checked):
            self.check(uri)

    def close(self, uri: str) -> None:
        """Forgets a draft, and takes its marks away."""
        self._checked.pop(uri, None)
        waiting = self._waiting.pop(uri, None)
        if waiting is not None:
            waiting.cancel()
        self._publish(uri, [])
        self._blame(uri, ())

    def at(self, uri: str, range: types.Range) -> tuple[Checked, list[Marked]] | None:
        """Returns what was marked in a range of an open draft, None where the draft is not known."""
        checked = self._checked.get(uri)
        if checked is None:
            return None
        start, end = checked.positions.offset(range.start), checked.positions.offset(range.end)
        return checked, [one for one in checked.marked if one.start <= end and start <= one.end]

    def _positions(self, text: str) -> Positions:
        encoding = self.workspace.position_encoding or types.PositionEncodingKind.Utf16
        return Positions(text, getattr(encoding, "value", encoding))

    def _positions_in(self, path: str) -> Positions | None:
        """Returns the lines of an earlier release, where its file is a text whose offsets an editor can show."""
        from prlint import engine, inputs

        sources = inputs.read([path]).sources
        if not sources:
            return None
        try:
            document = engine.read(sources[0])
        except ValueError:
            return None
        # In a Word file or a PDF there are no lines to show.
        return None if document.anchors else self._positions(document.text)

    def _publish(self, uri: str, diagnostics: list[types.Diagnostic], version: int | None = None) -> None:
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, diagnostics, version))

    def _blame(self, uri: str, errors: Sequence[RunError]) -> None:
        """Marks what is wrong with prlint.yaml, a rule or the draft itself where it stands, and says the rest."""
        wrong: dict[str, list[types.Diagnostic]] = {}
        for error in errors:
            if error.document is None or not os.path.isfile(error.document) or error.line is None:
                self._say(f"{error.document}: {error.message}" if error.document else error.message)
                continue
            at = types.Position(error.line - 1, max(0, (error.column or 1) - 1))
            wrong.setdefault(uri_of(error.document), []).append(
                types.Diagnostic(types.Range(at, at), error.message, types.DiagnosticSeverity.Error, source="prlint")
            )
        for gone in self._blamed.get(uri, set()) - wrong.keys():
            self._publish(gone, [])
        for file, diagnostics in wrong.items():
            self._publish(file, diagnostics)
        self._blamed[uri] = set(wrong)

    def _say(self, message: str) -> None:
        self.window_log_message(types.LogMessageParams(types.MessageType.Error, f"prlint: {message}"))


def server(shown: Sequence[str] = ("error", "warning")) -> Server:
    """Returns a server that answers an editor; `start_io()` runs it on standard input and output."""
    served = Server(shown)

    @served.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: types.DidOpenTextDocumentParams) -> None:
        served.check(params.text_document.uri)

    @served.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    async def changed(params: types.DidChangeTextDocumentParams) -> None:
        await served.check_soon(params.text_document.uri)

    @served.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(params: types.DidSaveTextDocumentParams) -> None:
        served.check_all()

    @served.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def files_changed(params: types.DidChangeWatchedFilesParams) -> None:
        served.check_all()

    @served.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        served.close(params.text_document.uri)

    @served.feature(types.TEXT_DOCUMENT_HOVER)
    def hovered(params: types.HoverParams) -> types.Hover | None:
        found = served.at(params.text_document.uri, types.Range(params.position, params.position))
        if found is None or not found[1]:
            return None
        pages = {one.finding.fingerprint: markdown(one.finding) for one in found[1]}
        content = types.MarkupContent(types.MarkupKind.Markdown, "\n\n---\n\n".join(pages.values()))
        return types.Hover(content, found[1][0].diagnostic.range)

    @served.feature(
        types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix])
    )
    def asked(params: types.CodeActionParams) -> list[types.CodeAction]:
        uri = params.text_document.uri
        found = served.at(uri, params.range)
        return [] if found is None else list(actions(uri, path_of(uri), found[1], found[0].positions))

    return served
