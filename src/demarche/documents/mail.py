"""E-mails saved as files (.eml): subject, sender, day and text. Attachments are named, not read."""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from email.message import EmailMessage

from demarche.documents.arrivals import Source
from demarche.documents.build import Found, one_document
from demarche.documents.limits import BINARY_BYTES
from demarche.documents.pages import article_text, open_page
from demarche.errors import DocumentError


def read_mail_file(data: bytes, _source: Source) -> Found:
    """One e-mail. Its day is the day in the sender's own zone."""
    if not data.strip():
        raise DocumentError("is empty")
    message = message_from_bytes(data, policy=policy.default)
    if not message.keys():
        raise DocumentError("is no e-mail: it has no header lines")
    stamp = _day(message)
    attached = [part.get_filename() or part.get_content_type() for part in message.iter_attachments()]
    note = f"has attachments that were not read: {', '.join(attached[:5])}" if attached else ""
    return Found(
        text=_text(message),
        title=_header(message, "subject"),
        publisher=_sender(message),
        day=stamp[:10],
        date_rule=f"e-mail:Date {stamp}" if stamp else "",
        notes=(note,) if note else (),
    )


def _text(message: EmailMessage) -> str:
    body = message.get_body(("plain", "html"))
    if body is None:
        raise DocumentError("has no text: it holds attachments only; save them and read those")
    try:
        words = str(body.get_content())
    except (LookupError, ValueError, AttributeError):  # an encoding that nobody knows
        raw = body.get_payload(decode=True)
        words = raw.decode("cp1252", "replace") if isinstance(raw, bytes) else ""
    if body.get_content_type() == "text/html":
        return article_text(open_page(words.encode("utf-8", "replace"), "utf-8")) if words.strip() else ""
    return _unwrapped(words.replace("\r\n", "\n"))


def _unwrapped(words: str) -> str:
    """Paragraphs without the line ends that mail programs put into them; quoted lines and signatures stay."""
    paragraphs = re.split(r"\n\s*\n", words.strip())
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs if paragraph.strip())


def _header(message: EmailMessage, name: str) -> str:
    try:
        return " ".join(str(message[name] or "").split())
    except (ValueError, IndexError, AttributeError, TypeError):  # a header too broken for the standard library
        return ""


def _sender(message: EmailMessage) -> str:
    try:
        first = next(iter(message["from"].addresses), None) if message["from"] else None
    except (ValueError, IndexError, AttributeError, TypeError):
        return ""
    return "" if first is None else first.display_name or first.domain


def _day(message: EmailMessage) -> str:
    try:
        moment = message["date"].datetime if message["date"] else None
    except (ValueError, IndexError, AttributeError, TypeError):
        return ""
    return "" if moment is None else moment.isoformat(timespec="minutes")


read_mail = one_document(read_mail_file, BINARY_BYTES)
