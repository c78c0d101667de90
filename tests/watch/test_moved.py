"""A feed that has another address from now on, as its server says."""

from email.message import Message
from io import BytesIO
from urllib.request import Request

import pytest

from core.watch.fetch import _Redirects, fetch
from core.watch.follow import News, ask, read
from core.watch.kept import Told
from tests.parse.test_feed import ATOM
from tests.watch.conftest import Server


def follow(address: str, before: Told | None = None) -> News:
    return read(ask(address, before or Told(), 1.0))


@pytest.mark.parametrize(
    ("codes", "moved"),
    [
        ((301,), "/1"),
        ((308,), "/1"),
        ((302,), ""),
        ((303,), ""),
        ((307,), ""),
        ((301, 308), "/2"),
        ((301, 302, 301), "/1"),
        ((302, 301), ""),
    ],
)
def test_only_what_moved_for_good_has_another_address(server: Server, codes, moved: str):
    for number, code in enumerate(codes):
        server.answers[f"/{number}"] = (code, {"Location": f"/{number + 1}"}, b"")
    server.answers[f"/{len(codes)}"] = (200, {}, ATOM.encode())
    news = follow(f"{server.address}/0")
    assert [one.title for one in news.articles] == ["One"]
    assert news.moved == (server.address + moved if moved else "")


@pytest.mark.parametrize(
    "answer", [(200, {}, b"<html>Log in</html>"), (404, {}, b""), (200, {}, b"<rss>")]
)
def test_what_does_not_answer_well_there_keeps_its_address(server: Server, answer):
    server.answers |= {"/old": (301, {"Location": "/new"}, b""), "/new": answer}
    news = follow(f"{server.address}/old")
    assert (news.moved, bool(news.told.error)) == ("", True)


def test_what_has_not_changed_has_moved_all_the_same(server: Server):
    server.answers |= {"/old": (301, {"Location": "/new"}, b""), "/new": (304, {}, b"")}
    assert follow(f"{server.address}/old", Told(etag='"1"')).moved == f"{server.address}/new"


def test_a_password_goes_along_within_a_server_and_keeps_an_address_otherwise(server: Server):
    other = Server()
    there = {"Location": f"{other.address}/new"}
    server.answers |= {
        "/old": (301, {"Location": "/new"}, b""),
        "/new": (200, {}, ATOM.encode()),
        "/away": (301, there, b""),
    }
    other.answers["/new"] = (200, {}, ATOM.encode())
    address = server.address.replace("://", "://anna:geheim@")
    assert fetch(f"{address}/old", Told()).moved == f"{address}/new"
    assert fetch(f"{address}/away", Told()).moved == ""
    assert fetch(f"{server.address}/away", Told()).moved == f"{other.address}/new"
    other.close()


@pytest.mark.parametrize(
    ("here", "there", "moved"),
    [("http", "https", True), ("https", "https", True), ("https", "http", False)],
)
def test_nothing_moves_to_where_it_would_be_overheard(here: str, there: str, moved: bool):
    redirects, new = _Redirects(), f"{there}://h.example/new"
    asked = Request(f"{here}://h.example/old")
    redirects.redirect_request(asked, BytesIO(), 301, "", Message(), new)
    redirects.redirect_request(asked, BytesIO(), 302, "", Message(), "https://h.example/")
    assert redirects.moved == (new if moved else "")
