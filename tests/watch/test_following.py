"""Feeds fetched: only over http, only what changed, within a size, and told when it fails."""

import gzip
import json
from pathlib import Path
from ssl import SSLCertVerificationError
from urllib.error import URLError

import pytest

from core import terms
from core.cells import as_csv
from core.errors import Unreadable
from core.export import write_notes
from core.ledger import axes_written, written
from core.model import Annotated, Term
from core.parse.folder import files_of
from core.watch import fetch, folder
from core.watch.follow import News, ask, read
from core.watch.kept import Told, is_due
from tests.given import made
from tests.parse.test_feed import ATOM


def follow(address: str, before: Told, now: float) -> News:
    """Fetch a feed and read it, as the window does on two workers."""
    return read(ask(address, before, now))


def test_a_feed_is_read_and_asked_again_only_for_what_changed(server):
    def answer(headers):
        if headers.get("If-None-Match") == '"one"':
            return 304, {}, b""
        return (
            200,
            {"ETag": '"one"', "Last-Modified": "Sun, 09 Nov 2025 04:46:00 GMT"},
            ATOM.encode(),
        )

    server.answers["/feed"] = answer
    first = follow(server.address + "/feed", Told(), 1000.0)
    assert [one.title for one in first.articles] == ["One"]
    assert first.told == Told(1000.0, "", "Notes", '"one"', "Sun, 09 Nov 2025 04:46:00 GMT")
    again = follow(server.address + "/feed", first.told, 5000.0)
    assert again.articles == ()
    assert (again.told.when, again.told.error, again.told.name) == (5000.0, "", "Notes")
    assert server.asked[1][1]["If-Modified-Since"] == "Sun, 09 Nov 2025 04:46:00 GMT"


def test_an_address_may_be_written_in_chinese(server):
    server.answers["/%E7%A8%80%E5%9C%9F?q=%E9%92%95%20a"] = (200, {}, ATOM.encode())
    assert fetch.fetch(f"{server.address}/稀土?q=钕%20a", Told()).read
    with pytest.raises(Unreadable, match="could not be reached"):
        fetch.fetch("http://例子.invalid/", Told())


def test_what_goes_wrong_is_told_and_the_name_stays(server):
    before = Told(1.0, "", "Notes", '"one"')
    news = follow(server.address + "/gone", before, 2.0)
    assert news.told == Told(
        2.0, "The server answered 404. It is tried again in an hour.", "Notes", '"one"'
    )
    server.answers["/page"] = (200, {}, b"<html></html>")
    assert follow(server.address + "/page", before, 2.0).told.error.startswith("This address gives")
    address = server.address
    server.close()
    assert "could not be reached" in follow(address, before, 2.0).told.error
    server.__init__()


LINK = "<!doctype html><html><head><title>x</title><LINK {}></head><body>hello</body></html>"

#: A page whose links are told from elsewhere.
BASE = (
    "rel=home><base href='/a/../'>"
    "<link rel=alternate type=application/atom+xml href=feed?a=1&amp;b=2"
)
#: A link that leads nowhere before one that does.
TWO = (
    "rel=alternate type=application/rss+xml href=''><link rel=alternate"
    " type=application/atom+xml href=/feed?a=1&amp;b=2"
)


@pytest.mark.parametrize(
    "said",
    [
        'rel="alternate" type="application/rss+xml" href="/feed?a=1&amp;b=2"',
        "href=feed?a=1&amp;b=2 type='application/atom+xml; charset=utf-8' rel='home alternate'",
        'rel="alternate" type="application/rss+xml" href="/feed?a=1&amp;b=2" data-href="/other"',
        'rel="alternate" type="application/feed+json" href="/feed?a=1&amp;b=2"',
        'rel="alternate" type="application/json" href="/feed?a=1&amp;b=2"',
        TWO,
        BASE,
    ],
)
def test_the_feed_that_a_page_names_is_read(server, said):
    server.answers["/"] = (200, {"ETag": '"page"'}, LINK.format(said).encode())
    server.answers["/feed?a=1&b=2"] = (200, {"ETag": '"feed"'}, ATOM.encode())
    for _ in range(2):
        news = follow(server.address + "/", Told(), 1.0)
        assert [one.title for one in news.articles] == ["One"]
        assert news.told == Told(1.0, "", "Notes")


@pytest.mark.parametrize(
    "said",
    [
        'rel="alternate" type="application/rss+xml" href="file:///etc/passwd"',
        'rel="alternate" type="application/rss+xml" href="http://[x"',
        'rel="alternate" type="application/rss+xml" href=""',
        'rel="stylesheet" type="application/rss+xml" href="/feed"',
        'rel="alternate" type="text/html" href="/feed"',
    ],
)
def test_a_page_that_names_no_feed_is_told_as_none(server, said):
    server.answers["/"] = (200, {}, LINK.format(said).encode())
    assert follow(server.address + "/", Told(), 1.0).told.error.startswith("This address gives no")
    assert [path for path, _ in server.asked] == ["/"]


def test_links_are_told_from_where_a_page_and_a_feed_were_found_after_all(server):
    named = 'rel="alternate" type="application/rss+xml" href="feed"'
    server.answers["/old"] = (302, {"Location": "/new/page"}, b"")
    server.answers["/new/page"] = (200, {}, LINK.format(named).encode())
    server.answers["/new/feed"] = (301, {"Location": "/far/feed"}, b"")
    relative = ATOM.replace("</updated>", '</updated><link href="one"/>').encode()
    server.answers["/far/feed"] = (200, {}, relative)
    (one,) = follow(server.address + "/old", Told(), 1.0).articles
    assert one.masthead.url == f"{server.address}/far/one"


def test_a_feed_in_json_is_read_and_so_is_one_whose_letters_only_its_server_tells(server):
    items = [{"id": "1", "title": "锌价"}]
    told = {"version": "https://jsonfeed.org/version/1.1", "title": "矿产", "items": items}
    server.answers["/json"] = (200, {"ETag": '"j"'}, json.dumps(told).encode())
    news = follow(server.address + "/json", Told(), 1.0)
    assert ([one.title for one in news.articles], news.told.name) == (["锌价"], "矿产")
    assert news.told.etag == '"j"'
    chinese = ATOM.replace("Notes", "ノート").encode("shift_jis")
    server.answers["/atom"] = (200, {"Content-Type": "text/xml; charset=Shift_JIS"}, chinese)
    assert follow(server.address + "/atom", Told(), 1.0).told.name == "ノート"


def test_a_page_named_as_a_feed_is_not_followed_on(server):
    said = 'rel="alternate" type="application/rss+xml" href="/b"'
    server.answers["/"] = server.answers["/b"] = (200, {}, LINK.format(said).encode())
    assert follow(server.address + "/", Told(), 1.0).told.error.startswith("This address gives no")
    assert [path for path, _ in server.asked] == ["/", "/b"]


@pytest.mark.parametrize(
    "there", ["file:///etc/passwd", "ftp://127.0.0.1/x", "data:text/xml,<rss/>", "FILE:/etc/passwd"]
)
def test_a_redirect_leads_to_no_file(server, there):
    server.answers["/feed"] = (302, {"Location": there}, b"")
    with pytest.raises(Unreadable, match="redirects to something that is not a web address"):
        fetch.fetch(server.address + "/feed", Told())
    with pytest.raises(Unreadable, match="begins with http"):
        fetch.fetch(there, Told())


def test_a_redirect_to_another_web_address_is_followed_but_not_for_ever(server):
    server.answers["/old"] = (301, {"Location": "/new"}, b"")
    server.answers["/new"] = (200, {}, ATOM.encode())
    assert fetch.fetch(server.address + "/old", Told()).read == ATOM.encode()
    server.answers["/ring"] = (302, {"Location": "/ring"}, b"")
    with pytest.raises(Unreadable):
        fetch.fetch(server.address + "/ring", Told())


def test_more_than_eight_megabytes_are_not_read(server):
    server.answers["/big"] = (200, {}, b"x" * (fetch.LARGEST + 1))
    with pytest.raises(Unreadable, match="larger than 8 MB"):
        fetch.fetch(server.address + "/big", Told())


def test_what_comes_too_slowly_is_let_go(server, monkeypatch):
    server.answers["/slow"] = (200, {}, b"x" * 300_000)
    monkeypatch.setattr(fetch, "LONGEST", -1)
    with pytest.raises(Unreadable, match="more than a minute"):
        fetch.fetch(server.address + "/slow", Told())


def test_an_answer_that_breaks_off_or_is_none_is_told(server):
    server.answers["/half"] = (200, {"Content-Length": "9999"}, ATOM.encode())
    with pytest.raises(Unreadable, match="broke off"):
        fetch.fetch(server.address + "/half", Told())
    server.answers["/chunk"] = (200, {"Transfer-Encoding": "chunked"}, b"zz")
    with pytest.raises(Unreadable, match="as a web server does"):
        fetch.fetch(server.address + "/chunk", Told())


def test_a_server_that_says_wait_for_ever_is_let_go(server, monkeypatch):
    monkeypatch.setattr(fetch, "LONGEST", -1)
    server.answers["/wait"] = (100, {}, b"HTTP/1.1 100 Continue\r\n\r\n" * 9)
    with pytest.raises(Unreadable, match="more than a minute"):
        fetch.fetch(server.address + "/wait", Told())


@pytest.mark.parametrize("address", ["http://a\nb/", "http://[::1", "http://\u202e/"])
def test_what_is_no_address_is_told(address):
    with pytest.raises(Unreadable, match="is not a web address"):
        fetch.fetch(address, Told())


def test_an_answer_that_is_packed_is_unpacked_no_further_than_is_read(server):
    whole = gzip.compress(ATOM.encode())
    packed = {"Content-Encoding": "GZIP"}
    server.answers |= {
        "/feed": (200, packed, whole),
        "/half": (200, packed, whole[:-20]),
        "/none": (200, packed, ATOM.encode()),
        "/file": (200, {}, whole),
        "/twice": (200, {"Content-Encoding": "gzip, identity"}, whole),
        "/bomb": (200, packed, gzip.compress(bytes(fetch.LARGEST + 1))),
        "/else": (200, {"Content-Encoding": "br"}, whole),
    }
    for path in ("/feed", "/file", "/twice"):
        assert fetch.fetch(server.address + path, Told()).read == ATOM.encode()
    for path, told in (
        ("/half", "broke off"),
        ("/none", "broke off"),
        ("/bomb", "larger than 8 MB"),
        ("/else", "compressed"),
    ):
        with pytest.raises(Unreadable, match=told):
            fetch.fetch(server.address + path, Told())


def test_what_a_server_wants_to_hear_again_cannot_spoil_a_request(server):
    server.answers["/feed"] = (200, {"ETag": "x" * 600, "Last-Modified": "é"}, ATOM.encode())
    answer = fetch.fetch(server.address + "/feed", Told())
    assert (answer.etag, answer.modified) == ("", "")


@pytest.mark.parametrize(
    ("code", "said", "hours"),
    [
        (503, "7201", 3),
        (429, "0", 1),
        (429, "60", 1),
        (503, "Fri, 31 Dec 9999 23:59:59 GMT", 24),
        (503, "Sun, 09 Nov 2025 04:46:00 GMT", 1),
        (503, "9" * 400, 24),
        (503, "soon", 1),
        (503, "-5", 1),
    ],
)
def test_a_server_that_wants_to_be_left_alone_is_for_a_day_at_most(server, code, said, hours):
    server.answers["/feed"] = (code, {"Retry-After": said}, b"")
    told = follow(server.address + "/feed", Told(), 0.0).told
    assert told.error.endswith("in an hour." if hours == 1 else f"in {hours} hours.")
    assert not is_due(told, hours * 3600 - 1)
    assert is_due(told, hours * 3600)
    server.answers["/feed"] = (200, {}, ATOM.encode())
    assert is_due(follow(server.address + "/feed", told, 0.0).told, 3600)


def test_a_feed_of_more_lines_than_anybody_writes_is_refused(server):
    entry = "&lt;p&gt;x" * 60_000
    server.answers["/feed"] = (200, {}, ATOM.replace("short", entry).replace("whole", "").encode())
    told = follow(server.address + "/feed", Told(), 0.0)
    assert told.told.error.startswith("This feed has more than 50,000 lines.")
    assert told.articles == ()


def test_a_feed_that_is_gone_for_good_is_asked_no_more_by_itself(server):
    server.answers["/feed"] = (410, {}, b"")
    told = follow(server.address + "/feed", Told(name="Notes"), 0.0).told
    assert told.error.startswith("The server says that this feed is gone for good.")
    assert told.name == "Notes"
    assert not is_due(told, 1e9)
    server.answers["/feed"] = (304, {}, b"")  # by hand, it may be asked all the same
    assert is_due(follow(server.address + "/feed", told, 0.0).told, 3600)


def test_a_feed_is_asked_at_most_once_an_hour():
    assert is_due(None, 0)
    assert not is_due(Told(1000), 1000 + 3599)
    assert is_due(Told(1000), 1000 + 3600)
    assert is_due(Told(1000), 500)  # the clock was set back


def test_what_meipi_itself_exported_is_no_news(tmp_path):
    article = made("稀土", "One claim", "Another")
    annotated = Annotated(article, (), {}, {}, read=False)
    write_notes(tmp_path, [annotated])
    note = next(tmp_path.glob("稀土*.md"))
    note.write_bytes(note.read_bytes().replace(b"\n", b"\r\n"))  # as Windows' editors keep it
    (tmp_path / "page.md").write_text("---\ntitle: x\n---\n# T\n\n### S\n- a [1]\n", "utf-8")
    found = folder.read(folder.look(str(tmp_path)).items())
    assert [Path(one.path).name for one in found if one.articles] == ["page.md"]
    assert [one.error for one in found] == [""] * 3
    assert [one.name for one in files_of(tmp_path)] == ["page.md"]


@pytest.mark.parametrize("mark", [",", "\t"])
def test_a_table_of_articles_is_read_and_one_that_meipi_wrote_is_not(tmp_path, mark):
    head, row = mark.join(("title", "source", "summary")), mark.join(("Tin", "Notes", "One claim"))
    (tmp_path / ("tin.csv" if mark == "," else "tin.TSV")).write_text(f"{head}\n{row}\n")
    for number, columns in enumerate((written.HEAD, axes_written.HEAD)):
        (tmp_path / f"{number}.csv").write_text(as_csv(columns, [columns]), "utf-8")
    (tmp_path / "terms.csv").write_text(terms.written([Term("1", "锌", ("zinc",))]), "utf-8")
    found = folder.read(folder.look(str(tmp_path)).items())
    assert [one.title for each in found for one in each.articles] == ["Tin"]
    assert [one.error for one in found] == [""] * 4


def test_reading_is_called_off_between_files_and_within(tmp_path):
    (tmp_path / "tin.csv").write_text("title,summary\n" + "Tin,One claim\n" * 1000)
    heard = list[int]()

    def off(done: int, _total: int) -> None:
        heard.append(done)
        if done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        folder.read(folder.look(str(tmp_path)).items(), off)
    assert heard[0] == 0
    assert len(heard) < 5


def test_a_file_that_cannot_be_read_is_named_on_one_line(tmp_path):
    (tmp_path / "new\u2028line.json").write_text("{bad")
    (found,) = folder.read(folder.look(str(tmp_path)).items())
    assert found.error.startswith("new‹U+2028›line.json: This JSON is damaged")


def test_a_server_that_cannot_prove_who_it_is_is_told_from_one_that_is_not_there():
    unproved = fetch.unreached(URLError(SSLCertVerificationError("self-signed certificate")))
    assert "lacks certificates" in unproved.remedy
    assert fetch.unreached(URLError(TimeoutError("timed out"))).remedy == fetch.LATER
