"""Mail: which part is the release, how it is decoded, and what is left alone."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from prlint import engine
from prlint.digest import sha256
from tests.support import builtin

PLAIN = (
    "Tessaly Foods Opens a Bakery\n\n" + "Tessaly Foods’ bakery in Lyon is open, and employs forty people. " * 8 + "\n"
)
PAGE = "<html><head><meta charset=iso-8859-1></head><body><p>Tessaly Foods’ bakery in <b>Lyon</b> is open.</p></body></html>"


def mail(plain: str = "", page: str = "", attached: bytes = b"", **how: str) -> bytes:
    message = EmailMessage()
    message["From"] = "jane@tessaly.example"
    message["Subject"] = "Draft"
    message["Date"] = "Mon, 02 Mar 2026 08:00:00 +0000"
    if plain:
        message.set_content(plain, **how)
    if page and plain:
        message.add_alternative(page, subtype="html", **how)
    elif page:
        message.set_content(page, subtype="html", **how)
    if attached:
        message.add_attachment(attached, maintype="application", subtype="pdf", filename="draft.pdf")
    return bytes(message)


def read(data: bytes):
    return engine.read(engine.Source("draft.eml", data))


@pytest.mark.parametrize("cte", ["quoted-printable", "base64", "8bit"])
def test_the_plain_text_is_read_and_decoded(cte: str) -> None:
    document = read(mail(PLAIN, PAGE, b"%PDF", cte=cte))
    assert document.view.text.split("\n")[0] == "Tessaly Foods Opens a Bakery"
    assert "Foods' bakery" in document.view.text
    assert "draft.pdf" not in document.text
    start, end = document.view.source_span(0, 7)
    assert document.text[start:end] == "Tessaly"


def test_a_message_in_html_is_read_whatever_the_page_declares() -> None:
    document = read(mail(page=PAGE))
    assert (document.format, document.view.text) == ("html", "Tessaly Foods' bakery in Lyon is open.")


def test_a_stub_that_points_to_the_html_is_not_the_release() -> None:
    assert read(mail("View this message in your browser.", PAGE)).format == "html"


def test_another_charset_and_one_that_nobody_knows() -> None:
    assert "Foods' bakery" in read(mail(PLAIN, charset="windows-1252", cte="8bit")).view.text
    unknown = mail(PLAIN, cte="8bit").replace(b'charset="utf-8"', b'charset="x-none"')
    assert "Foods' bakery" in read(unknown).view.text


def test_the_digest_is_that_of_the_file() -> None:
    data = mail(PLAIN)
    assert read(data).sha256 == sha256(data).hexdigest()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (mail(attached=b"%PDF"), "no text to check.*draft.pdf"),
        (b"From: a@b.example\n\n", "no text to check"),
        (b"From: a@b.example\nContent-Type: text/html\n\n<html><script>x</script></html>", "no text to check"),
    ],
)
def test_a_message_without_text_is_an_error(data: bytes, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        read(data)


def test_hostile_messages_end_in_an_error_or_a_text() -> None:
    deep = "".join(f"Content-Type: multipart/mixed; boundary=b{i}\n\n--b{i}\n" for i in range(3000))
    wide = "Content-Type: multipart/mixed; boundary=b\n\n" + "--b\nContent-Type: text/plain\n\nx\n" * 20_000
    odd = "Content-Type: text/plain; charset=\0\nContent-Transfer-Encoding: base64\n\n!!!!"
    texts = (deep, wide, odd, "Subject: " + "=?utf-8?q?" * 50_000, "Content-Type: multipart/mixed\n\nno boundary")
    sources = [engine.Source(f"{i}.eml", text.encode()) for i, text in enumerate(texts)]
    report = engine.check(sources, builtin())
    assert len(report.errors) + len(report.documents) == len(texts)
    assert {error.kind for error in report.errors} <= {"unreadable-input"}


def test_a_note_that_brings_the_release_is_not_taken_for_it() -> None:
    for data in (
        mail("The release is attached.\n", "", b"%PDF"),
        mail(page="<p>The release is attached.</p>", attached=b"%PDF"),
    ):
        with pytest.raises(ValueError, match=r"brings draft\.pdf.* save that and check it"):
            read(data)
    logo = mail("Tessaly Foods opens a bakery.\n", "", b"x").replace(b"draft.pdf", b"logo.png")
    assert read(logo).view.text == "Tessaly Foods opens a bakery."
