"""A memo as a message: plain text and HTML, a draft or ready for `sendmail -t`."""

from __future__ import annotations

import email.errors
import email.policy
import email.utils
import hashlib
import re
from email.headerregistry import Address
from email.message import EmailMessage

import css_inline

from briefing.errors import ConfigError
from briefing.model import Memo
from briefing.outputs import html, layout, text
from briefing.outputs.options import Options

_POLICY = email.policy.default.clone(linesep="\n", cte_type="7bit")
"""Line feeds, as a file and `sendmail` want them; SMTP makes CRLF of them."""

_NO_ADDRESS = "no e-mail address; give 'Name <name@example.org>'"

_INLINER = css_inline.CSSInliner(load_remote_stylesheets=False, keep_at_rules=True)


def render(memo: Memo, options: Options) -> bytes:
    """The message; the same bytes for the same memo and addresses.

    Date is as-of, and missing in an undated memo; Message-ID and a missing From or Date are
    left to the program that sends. An address that is none is a ConfigError.
    """
    plain = text.page(memo, options)
    subject, body = text.title(memo), html.body(memo, options)
    page = layout.wrap_page("email.html.j2", subject, body, options.templates)
    inlined = _INLINER.inline(page)

    message = EmailMessage(_POLICY)
    if options.sender:
        senders = _addresses(options.sender)
        if len(senders) > 1:
            raise ConfigError(f"{options.sender!r}: a message has one sender")
        message["From"] = senders
    if options.recipients:
        message["To"] = [a for given in options.recipients for a in _addresses(given)]
    else:
        # Mail programs open it for writing instead of as something received.
        message["X-Unsent"] = "1"
    message["Subject"] = subject
    if memo.as_of is not None:
        message["Date"] = email.utils.format_datetime(memo.as_of)
    message["MIME-Version"] = "1.0"
    message.set_content(plain, cte="quoted-printable")
    message.add_alternative(inlined, subtype="html", cte="quoted-printable")
    digest = hashlib.sha256(f"{plain}\0{inlined}".encode()).hexdigest()
    for part in message.iter_parts():
        del part["MIME-Version"]
    message.set_boundary(f"=_{digest[:40]}")
    # A full stop alone on a line ends the message for sendmail without -i.
    return re.sub(rb"^\.$", b"=2E", message.as_bytes(), flags=re.MULTILINE)


def _addresses(given: str) -> tuple[Address, ...]:
    """What a header takes; a list of addresses may stand in one text."""
    pairs = email.utils.getaddresses([given]) if given.isprintable() else []
    if not pairs or not all("@" in spec and spec.isascii() for _name, spec in pairs):
        raise ConfigError(f"{given!r}: {_NO_ADDRESS}")
    try:
        return tuple(Address(name, addr_spec=spec) for name, spec in pairs)
    except (ValueError, email.errors.MessageError) as error:
        raise ConfigError(f"{given!r}: {_NO_ADDRESS}") from error
