"""An editor that speaks to `prlint lsp` over standard input and output, as editors do."""

from __future__ import annotations

import asyncio
import sys
from typing import TYPE_CHECKING

from lsprotocol import types
from pygls.lsp.client import LanguageClient

from tests.cli.running import environment

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

#: Seconds until an answer that does not come is a failure.
PATIENCE = 60


class Editor:
    """One session: opens, changes and closes files of a folder, and waits for what the server says of them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.client = LanguageClient("editor", "1")
        self.said: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()
        self.logged: list[str] = []
        self._version = 0

        @self.client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def published(params: types.PublishDiagnosticsParams) -> None:
            self.said.put_nowait(params)

        @self.client.feature(types.WINDOW_LOG_MESSAGE)
        def logged(params: types.LogMessageParams) -> None:
            self.logged.append(params.message)

    def uri(self, name: str) -> str:
        return (self.folder / name).as_uri()

    async def open(self, name: str, text: str | None = None) -> list[types.Diagnostic]:
        text = (self.folder / name).read_text(encoding="utf-8") if text is None else text
        item = types.TextDocumentItem(self.uri(name), "plaintext", 0, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return await self.heard(name)

    def type(self, name: str, text: str) -> None:
        self._version += 1
        identifier = types.VersionedTextDocumentIdentifier(uri=self.uri(name), version=self._version)
        whole = types.TextDocumentContentChangeWholeDocument(text)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(identifier, [whole]))

    async def heard(self, name: str) -> list[types.Diagnostic]:
        """Returns what is published next about a file."""
        while True:
            params = await asyncio.wait_for(self.said.get(), PATIENCE)
            if params.uri == self.uri(name):
                return list(params.diagnostics)

    async def actions(self, name: str, diagnostic: types.Diagnostic) -> list[types.CodeAction]:
        found = await self.client.text_document_code_action_async(
            types.CodeActionParams(
                types.TextDocumentIdentifier(self.uri(name)),
                diagnostic.range,
                types.CodeActionContext([diagnostic]),
            )
        )
        return [one for one in found or () if isinstance(one, types.CodeAction)]

    async def hover(self, name: str, position: types.Position) -> str:
        found = await self.client.text_document_hover_async(
            types.HoverParams(types.TextDocumentIdentifier(self.uri(name)), position)
        )
        if found is None:
            return ""
        assert isinstance(found.contents, types.MarkupContent)
        return found.contents.value


def session(folder: Path, story: Callable[[Editor], Awaitable[None]], *arguments: str) -> Editor:
    """Starts the server in a folder, runs the story, and sees that the server ends well."""

    async def told() -> Editor:
        editor = Editor(folder)
        await editor.client.start_io(
            sys.executable, "-m", "prlint", "lsp", *arguments, cwd=str(folder), env=environment(folder)
        )
        await asyncio.wait_for(
            editor.client.initialize_async(
                types.InitializeParams(capabilities=types.ClientCapabilities(), root_uri=folder.as_uri())
            ),
            PATIENCE,
        )
        editor.client.initialized(types.InitializedParams())
        await story(editor)
        await asyncio.wait_for(editor.client.shutdown_async(None), PATIENCE)
        editor.client.exit(None)
        await asyncio.wait_for(editor.client.stop(), PATIENCE)
        return editor

    return asyncio.run(told())
