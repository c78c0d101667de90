"""Doors to http and https through which an answer is heard until a moment, and no byte beyond it.

A timeout alone begins anew with every byte: who lets one drip now and then, or says "wait" for
ever, would keep us for as long. What is asked and read is `fetch`'s.
"""

import io
import time
import urllib.request
from functools import partial
from http.client import HTTPConnection, HTTPResponse, HTTPSConnection
from socket import socket
from typing import TYPE_CHECKING

from core.errors import Unreadable

if TYPE_CHECKING:
    from ssl import SSLContext


class _Until(io.RawIOBase):
    """The bytes of a connection, until it is too late."""

    def __init__(self, raw: io.RawIOBase, end: float) -> None:
        super().__init__()
        self._raw, self._end = raw, end

    def readable(self) -> bool:
        return True

    def readinto(self, into: bytearray | memoryview) -> int | None:  # type: ignore[override]  # of those it is given
        if time.monotonic() > self._end:
            raise Unreadable("The server took more than a minute.", "It is tried again in an hour.")
        return self._raw.readinto(into)

    def close(self) -> None:
        self._raw.close()
        super().close()


class _Answer(HTTPResponse):
    def __init__(self, sock: socket, method: str | None = None, *, end: float) -> None:
        super().__init__(sock, method=method)
        self.fp = io.BufferedReader(_Until(self.fp.detach(), end))


class _Plain(HTTPConnection):
    def __init__(self, host: str, timeout: float, *, end: float) -> None:
        super().__init__(host, timeout=timeout)
        self.response_class = partial(_Answer, end=end)  # type: ignore[assignment]  # it is only called


class _Secure(HTTPSConnection):
    def __init__(self, host: str, timeout: float, context: "SSLContext", *, end: float) -> None:
        super().__init__(host, timeout=timeout, context=context)
        self.response_class = partial(_Answer, end=end)  # type: ignore[assignment]  # it is only called


class Plain(urllib.request.HTTPHandler):
    """What opens http addresses."""

    def __init__(self, end: float) -> None:
        super().__init__()
        self._end = end

    def http_open(self, req: urllib.request.Request) -> HTTPResponse:
        return self.do_open(partial(_Plain, end=self._end), req)


class Secure(urllib.request.HTTPSHandler):
    """What opens https addresses."""

    def __init__(self, end: float) -> None:
        super().__init__()
        self._end = end

    def https_open(self, req: urllib.request.Request) -> HTTPResponse:
        from ssl import create_default_context  # loaded with the first https address

        return self.do_open(partial(_Secure, end=self._end), req, context=create_default_context())
