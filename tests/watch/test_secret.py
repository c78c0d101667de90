"""A password in the address of a feed: sent to its server and to no other, and never shown."""

import os
import stat
from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path

import pytest

from core import settings
from core.errors import Unreadable
from core.watch import kept, secret
from core.watch.fetch import fetch
from core.watch.follow import ask
from core.watch.kept import Kept, Told
from tests.parse.test_feed import ATOM
from tests.watch.conftest import Server

SHOWN = {
    "https://h.example/@anna:b/feed": "https://h.example/@anna:b/feed",
    "https://anna@h.example/feed": "https://anna@h.example/feed",
    "https://anna:geheim@h.example/feed": "https://anna:…@h.example/feed",
    "https://anna:geh@eim@h.example/feed": "https://anna:…@h.example/feed",
    "HTTP://:geheim@h.example": "HTTP://:…@h.example",
    "https://anna:ge/heim@h.example/feed": "https://anna:…@h.example/feed",
    "https://anna:ge?h@eim#@h.example/": "https://anna:…@h.example/",
    "https://h.example:8080/@anna": "https://h.example:8080/@anna",
}


@pytest.fixture
def elsewhere(server: Server) -> Iterator[Server]:
    one = Server()
    yield one
    one.close()


def with_secret(address: str, told: str = "anna:geheim") -> str:
    return address.replace("://", f"://{told}@")


def heard(server: Server) -> list[str | None]:
    """Give what was told with each question."""
    said = (headers.get("Authorization") for _, headers in server.asked)
    return [b64decode(one.removeprefix("Basic ")).decode() if one else None for one in said]


@pytest.mark.parametrize("address", SHOWN)
def test_an_address_is_shown_without_its_password(address: str):
    assert secret.shown(address) == SHOWN[address]


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("anna:geheim", "anna:geheim"),
        ("anna", "anna:"),
        ("%E5%AE%89:a%3Ab%40c:%2Fd", "安:a:b@c:/d"),
        ("安:密", "安:密"),
    ],
)
def test_a_server_is_told_the_name_and_password_of_its_address(server: Server, told, said):
    server.answers["/feed"] = (200, {}, ATOM.encode())
    answer = fetch(with_secret(f"{server.address}/feed", told), Told())
    assert heard(server) == [said]
    assert answer.address == f"{server.address}/feed", "from which links are told"


def test_a_password_is_sent_on_within_a_server_and_to_no_other(server: Server, elsewhere: Server):
    server.answers["/old"] = (302, {"Location": "/mid"}, b"")
    server.answers["/mid"] = (302, {"Location": f"{elsewhere.address}/back"}, b"")
    elsewhere.answers["/back"] = (302, {"Location": f"{server.address}/feed"}, b"")
    server.answers["/feed"] = (200, {}, ATOM.encode())
    fetch(with_secret(f"{server.address}/old"), Told())
    assert heard(server) == ["anna:geheim", "anna:geheim", None]
    assert heard(elsewhere) == [None]


def test_the_feed_of_a_page_is_asked_with_its_password(server: Server, elsewhere: Server):
    page = "<html><head><link rel=alternate type=application/rss+xml href='{}'></head></html>"
    server.answers["/"] = (200, {}, page.format("/feed").encode())
    server.answers["/feed"] = (200, {}, ATOM.encode())
    server.answers["/other"] = (200, {}, page.format(f"{elsewhere.address}/feed").encode())
    ask(with_secret(f"{server.address}/"), Told(), 1.0)
    assert heard(server) == ["anna:geheim", "anna:geheim"]
    ask(with_secret(f"{server.address}/other"), Told(), 1.0)
    assert heard(elsewhere) == [None]


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("http://h.example/a", "https://h.example/b", True),
        ("http://a:b@h.example:80/a", "http://H.example/b", True),
        ("https://h.example/a", "http://h.example/b", False),
        ("https://h.example/a", "https://h.example:444/b", False),
        ("http://h.example:81/a", "https://h.example/b", False),
        ("https://h.example/a", "https://h.example.net/b", False),
    ],
)
def test_only_the_same_server_or_its_encrypted_side_is_told(one: str, other: str, is_same):
    assert secret.is_same_server(one, other) == is_same


@pytest.mark.parametrize(
    "address", ["https://anna:ge/heim@h.example/", "https://a:b@/", "http://@"]
)
def test_what_is_no_address_is_told_without_a_password(address: str):
    with pytest.raises(Unreadable) as raised:
        fetch(address, Told())
    assert "heim" not in str(raised.value)


def test_who_asks_without_a_password_is_told_how(server: Server):
    server.answers["/feed"] = (401, {"WWW-Authenticate": "Basic"}, b"")
    with pytest.raises(Unreadable, match="wants to be told a name and a password"):
        fetch(f"{server.address}/feed", Told())


@pytest.mark.skipif(os.name != "posix", reason="no such rights")
def test_what_is_remembered_of_it_nobody_else_can_read():
    address = "https://anna:geheim@h.example/feed"
    for place in (settings.path(), kept.path()):
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text("{}")
        place.chmod(0o644)
    preferences = settings.load()
    preferences.feeds = [address]
    settings.save(preferences)
    kept.save(Kept(places={address: Told()}))
    for place in (settings.path(), kept.path()):
        assert rights(place) == 0o600
        assert "geheim" in place.read_text()
    assert "geheim" not in settings.exchanged(preferences).decode()


def rights(place: Path) -> int:
    return stat.S_IMODE(place.stat().st_mode)
