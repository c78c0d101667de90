"""Every verb answers in the shape that docs/cli.md promises, key by key, and in plain lines too."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from core import annotate, backup
from core.anchor import describe
from core.annotate import vocabulary
from core.cli.shapes import annotated, article
from core.library import Library, Reader
from core.model import Body, Kind, Masthead, Node
from core.outline import compose
from tests.cli.conftest import SAMPLE, SAMPLES
from tests.given import ANNA, YEARS, made
from tests.terminal import Meipi

DOCS = Path(__file__).parents[2] / "docs" / "cli.md"
ARTICLE = {
    "title", "source", "source_zh", "published", "company", "symbol", "body", "sections", "blocks",
}  # fmt: skip
SECTION = {"kind", "number", "title", "heading", "claims"}
CLAIM = {"text", "citations", "truncated"}
HIGHLIGHT = {"id", "start", "end", "quote", "colour", "tags", "note", "author"}
TITLE = "重建稀土供应链要多久?从矿山到磁体的五道关"


def claims(article: dict[str, Any]) -> list[dict[str, Any]]:
    return [claim for section in article["sections"] for claim in section["claims"]]


def documented(verb: str) -> Any:
    """Give the first JSON example under a heading of docs/cli.md."""
    section = DOCS.read_text("utf-8").split(f"\n## {verb}\n")[1].split("\n## ")[0]
    found = re.search(r"```json\n(.*?)```", section, re.DOTALL)
    assert found
    return json.loads(found[1])


def keys(value: Any) -> Any:
    """Give the shape of a value: its keys, and those in it; lists by what is in them."""
    if isinstance(value, dict):
        return {key: keys(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [keys(value[0])] if value else []
    return ...


def test_parse(bare: Meipi, path: Path) -> None:
    said = bare("parse", "--json", SAMPLE)
    assert (said.code, said.err) == (0, "")
    assert said.json.keys() == {"page", "articles"}
    assert said.json["page"] == "关键矿产"
    first = said.json["articles"][0]
    assert first.keys() == ARTICLE
    assert (first["source"], first["source_zh"]) == ("Guan Cha Zhe Wang", "观察者网")
    assert (first["published"], first["body"]) == ("2025-11-04 01:20", "summary")
    assert all(section.keys() == SECTION for section in first["sections"])
    assert [s["kind"] for s in first["sections"]] == ["lead", "group", "group", "group"]
    assert first["sections"][1]["title"] == "The Five Steps"
    assert first["sections"][1]["heading"] == "Group 1: The Five Steps"
    assert all(claim.keys() == CLAIM for claim in claims(first))
    assert claims(first)[0]["citations"] == [1, 2]
    assert keys(first) == keys(documented("parse")["articles"][0])
    assert not path.exists()


def test_claims_under_no_heading_make_a_lead_section_of_their_own() -> None:
    rows = [
        Node(0, 0, Kind.CLAIM, "First"),
        Node(1, 0, Kind.CLAIM, "Second"),
        Node(2, 0, Kind.GROUP, "Group 1: Supply", "Supply", 1),
        Node(3, 1, Kind.CLAIM, "Third"),
        Node(4, 0, Kind.CLAIM, "Fourth"),
    ]
    sections = article(compose(Masthead("t"), rows, "", Body.SUMMARY))["sections"]
    told = [(one["kind"], [claim["text"] for claim in one["claims"]]) for one in sections]
    assert told == [("lead", ["First", "Second"]), ("group", ["Third"]), ("lead", ["Fourth"])]


def test_parse_of_a_folder_has_no_page_of_its_own(bare: Meipi) -> None:
    said = bare("parse", "--json", SAMPLES)
    assert said.json["page"] is None
    assert len(said.json["articles"]) > 5


def test_import_then_import_again(meipi: Meipi) -> None:
    first, parsed = meipi("import", SAMPLE, "--json"), meipi("parse", SAMPLE, "--json").json
    number = sum(len(claims(article)) for article in parsed["articles"])
    assert first.json.keys() == documented("import").keys()
    assert first.json["added"] == len(first.json["articles"]) == len(parsed["articles"])
    assert (first.json["updated"], first.json["unchanged"]) == (0, 0)
    assert first.json["claims"] == number
    assert first.json["blocks"] == sum(len(article["blocks"]) for article in parsed["articles"])
    again = meipi("import", SAMPLE, "--json")
    assert again.json == {**first.json, "added": 0, "unchanged": first.json["added"]}
    assert len(meipi("history", "--json").json) == 2


def test_import_tells_the_articles_in_the_order_of_the_page(
    meipi: Meipi, imported: list[str]
) -> None:
    titles = {one["id"]: one["title"] for one in meipi("list", "--json").json}
    parsed = meipi("parse", SAMPLE, "--json").json["articles"]
    assert [titles[one] for one in imported] == [one["title"] for one in parsed]


def test_list(meipi: Meipi, imported: list[str]) -> None:
    said = meipi("list", "--json").json
    assert all(keys(one) == keys(documented("list")[0]) for one in said)
    times = [one["published"] for one in said]
    assert times == sorted(times, reverse=True)
    assert {one["id"] for one in said} == set(imported)
    assert [type(said[0][key]) for key in ("claims", "highlights", "read")] == [int, int, bool]
    found = meipi("list", "--json", "稀土供应链", "decades").json
    assert [one["id"] for one in found] == imported[:1]
    assert meipi("list", "--json", "no such word").json == []


def test_list_a_page(meipi: Meipi, imported: list[str], tmp_path: Path) -> None:
    page = meipi("parse", SAMPLE, "--json").json["page"]
    said = meipi("list", "--json").json
    assert {one["pages"][0]["name"] for one in said} == {page}
    assert meipi("list", "--json", "--page", page).json == said
    assert meipi("list", "--json", "--page", page[1:]).json == said
    assert meipi("list", "--json", "--page", "").json == []
    alone = tmp_path / "one.txt"
    alone.write_text("Of no page\nA·2025-11-07 09:00\nCore Points - Output is small [1]")
    meipi("import", str(alone))
    assert [one["title"] for one in meipi("list", "--json", "--page", "").json] == ["Of no page"]
    none = meipi("list", "--page", "no such page")
    assert "No article came from a page 'no such page'" in none.err
    assert none.code == 1


def test_show_a_highlight(meipi: Meipi, imported: list[str]) -> None:
    made_ = meipi("highlight", imported[0], "--quote", YEARS, "--tag", "claim/forecast", "--json")
    assert made_.json.keys() == HIGHLIGHT
    assert keys(made_.json) == keys(documented("highlight"))
    assert (made_.json["quote"], made_.json["note"]) == (YEARS, None)
    assert made_.json["tags"] == ["claim/forecast"]
    shown = meipi("show", imported[0], "--json").json
    assert shown.keys() == ARTICLE | {"id", "pages", "elsewhere", "unplaced"}
    assert shown["pages"] == meipi("list", "--json").json[0]["pages"]
    assert all(one.keys() == CLAIM | {"id", "highlights"} for one in claims(shown))
    (claim,) = (one for one in claims(shown) if one["highlights"])
    (mark,) = claim["highlights"]
    assert mark == made_.json
    assert claim["text"][mark["start"] : mark["end"]] == YEARS
    assert (shown["elsewhere"], shown["unplaced"]) == ([], [])
    parsed = meipi("parse", SAMPLE, "--json").json["articles"][0]
    for one in claims(shown):
        del one["id"], one["highlights"]
    assert {key: shown[key] for key in ARTICLE} == parsed


def test_show_leaves_no_highlight_out(library: Library) -> None:
    old = made("t", "A supply chain takes 10 to 20 years", "Gallium prices rose 30% in March")
    library.commit(library.add([old]).change)
    for position, start, end in ((0, 0, 5), (1, 21, 35), (2, 0, 7)):
        library.commit(annotate.highlight(describe(old, position, start, end)))
    new = made("t", "A supply chain takes 10 to 20 years", "Quite another matter is told here")
    library.commit(library.add([new]).change)
    shown = annotated(library.annotated(new.id), ())
    placed = [mark for claim in claims(shown) for mark in claim["highlights"]]
    assert [mark["quote"] for mark in placed] == ["10 to 20 years"]
    (elsewhere,), (unplaced,) = shown["elsewhere"], shown["unplaced"]
    assert elsewhere.keys() == HIGHLIGHT | {"kind", "text"}
    assert (elsewhere["kind"], elsewhere["quote"]) == ("group", "Group")
    assert unplaced.keys() == HIGHLIGHT | {"state", "near"}
    assert (unplaced["quote"], unplaced["start"], unplaced["state"]) == ("Gallium", None, "orphan")


def test_tags_together(meipi: Meipi, imported: list[str]) -> None:
    meipi("highlight", imported[0], "--claim", "1", "--tag", "claim/forecast", "--tag", "矿产")
    meipi("highlight", imported[1], "--claim", "1", "--tag", "矿产")
    meipi("highlight", imported[1], "--claim", "2", "--tag", "claim/forecast", "--tag", "=risk")
    said = meipi("tags", "--together", "--json").json
    told = {tuple(one["tags"]): (one["highlights"], one["articles"]) for one in said}
    assert told == {
        ("claim/forecast", "矿产"): (1, 2),
        ("=risk", "claim/forecast"): (1, 1),
        ("=risk", "矿产"): (0, 1),
    }
    assert said[0]["tags"] == ["claim/forecast", "矿产"]
    assert "claim/forecast" in meipi("tags", "--together").out
    table = meipi("tags", "--together", "--csv").out.splitlines()
    assert table[0] == "one,other,highlights,articles"
    assert "'=risk,claim/forecast,1,1" in table
    assert meipi("tags", "--csv").code == 2


def test_a_tag_is_meant_by_any_of_its_names(
    meipi: Meipi, imported: list[str], path: Path, tmp_path: Path
) -> None:
    meipi("highlight", imported[0], "--claim", "1", "--tag", "claim/forecast")
    with Library(path, ANNA) as library:
        tag = next(one for one in library.tags() if one.path == "claim/forecast")
        library.commit(vocabulary.call(tag, ["REE"], library.tags()))
    marked = meipi("highlight", imported[1], "--claim", "1", "--tag", "ree", "--json").json
    assert marked["tags"] == ["claim/forecast"]
    assert meipi("tags", "--json").json[1]["aliases"] == ["REE"]
    assert meipi("export", "markdown", "--tag", "ree").out.count("claim/forecast") >= 2
    assert meipi("share", tmp_path / "share.meipi", "--tag", "REE").code == 0
    added = meipi("findings add", "It takes long", "--evidence", marked["id"], "--tag", "ree")
    assert added.code == 0, added.err
    assert [one["tags"] for one in meipi("findings", "--tag", "Ree", "--json").json] == [
        ["claim/forecast"]
    ]


def test_tags(meipi: Meipi, imported: list[str]) -> None:
    meipi("highlight", imported[0], "--claim", "1", "--tag", "claim/forecast", "--tag", "矿产")
    said = meipi("tags", "--json").json
    assert all(keys(one) == keys(documented("tags")[0]) for one in said)
    told = [(one["path"], one["name"], one["uses"]) for one in said]
    assert told == [("claim", "claim", 0), ("claim/forecast", "forecast", 1), ("矿产", "矿产", 1)]


def test_undo_and_redo_and_history(meipi: Meipi, imported: list[str]) -> None:
    meipi("highlight", imported[0], "--claim", "1")
    assert meipi("undo", "--json").json == {"undone": "highlight", "count": 1}
    assert meipi("undo", "--json").json == {"undone": "import", "count": len(imported)}
    assert meipi("list", "--json").json == []
    assert meipi("redo", "--json").json == {"redone": "import", "count": len(imported)}
    assert meipi("redo", "--json").json == {"redone": "highlight", "count": 1}
    nothing = meipi("redo", "--json")
    assert (nothing.code, nothing.json) == (1, {"redone": None, "count": 0})
    assert nothing.err == "There is nothing to redo.\n"
    said = meipi("history", "--json").json
    assert all(keys(one) == keys(documented("history")[0]) for one in said)
    assert [(one["name"], one["way"]) for one in said[:5]] == [
        ("highlight", "redo"),
        ("import", "redo"),
        ("import", "undo"),
        ("highlight", "undo"),
        ("highlight", "do"),
    ]
    assert meipi("history", "--limit", "2", "--json").json == said[:2]


def test_deeds_are_said_in_words_and_not_by_their_names(meipi: Meipi, imported: list[str]) -> None:
    deed = f"import {len(imported)} articles"
    assert meipi("undo").out == f"Undone: {deed}\n"
    assert meipi("redo").out == f"Redone: {deed}\n"
    told = meipi("history").out
    for way in ("", "Undo: ", "Redo: "):
        assert f"  {way}{deed.capitalize()} " in told


def test_what_cannot_be_redone_any_more_is_undone_in_words(
    meipi: Meipi, imported: list[str]
) -> None:
    meipi("highlight", imported[0], "--claim", "1")
    meipi("undo")
    meipi("highlight", imported[0], "--claim", "2")
    states = [one["state"] for one in meipi("history", "--json").json]
    assert states[:3] == ["done", None, "dropped"]
    told = meipi("history").out
    assert ("dropped" in told, "undone" in told) == (False, True)


def test_check(meipi: Meipi, imported: list[str]) -> None:
    said = meipi("check", "--json")
    assert said.code == 0
    assert said.json.keys() == documented("check").keys()
    assert (said.json["sound"], said.json["articles"]) == (True, len(imported))
    assert said.json["findings"] == []


def test_check_of_a_cache_that_differs_and_its_rebuild(
    meipi: Meipi, imported: list[str], path: Path
) -> None:
    with Library(path, ANNA) as library:
        library._connection.execute("UPDATE shelf SET read = 1")
    said = meipi("check", "--json")
    assert (said.code, said.json["sound"]) == (1, False)
    assert all("shelf differs from the log" in line for line in said.json["findings"])
    assert meipi("check").out.count("\n") == len(imported)
    assert meipi("check", "--rebuild").code == 0
    assert not any(one["read"] for one in meipi("list", "--json").json)


def test_before_a_rebuild_a_copy_is_made(meipi: Meipi, imported: list[str], path: Path) -> None:
    with Library(path, ANNA) as library:
        library._connection.execute("UPDATE shelf SET read = 1")
    said = meipi("check", "--rebuild", "--json")
    (copy,) = backup.copies(path)
    assert (copy.reason, said.json["before"]) == ("rebuild", str(copy.path))
    with Reader(copy.path) as before:
        assert all(card.read for card in before.cards(before.order()))
    again = meipi("check", "--rebuild").out
    assert f"What was there before is kept in {backup.copies(path)[0].path}.\n" in again


def test_what_is_past_copying_is_kept_as_it_is(
    meipi: Meipi, imported: list[str], path: Path
) -> None:
    with Library(path, ANNA) as library:
        asked = "SELECT rootpage FROM sqlite_master WHERE name = 'highlights'"
        (page,) = library._connection.execute(asked).fetchone()
        (size,) = library._connection.execute("PRAGMA page_size").fetchone()
    content = bytearray(path.read_bytes())
    content[(page - 1) * size : page * size] = b"\xff" * size
    path.write_bytes(content)
    meipi("check", "--rebuild")
    (aside,) = backup.folder(path).glob("*-damaged.sqlite")
    assert aside.read_bytes() == content


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["list"], ["published", "观察者网", "重建稀土供应链要多久"]),
        (["show", TITLE], ["> “10 to 20 years”", "#claim"]),
        (["show", TITLE], ["Group 1: The Five Steps", "[3][4]"]),
        (["tags"], ["uses", "claim"]),
        (["history"], ["Highlight", "Import", "done"]),
        (["check"], ["The library is sound: ", "1 highlight,"]),
        (["undo"], ["Undone: highlight\n"]),
        (["import", SAMPLE], ["unchanged."]),
        (["parse", SAMPLE], ["Group 1: The Five Steps"]),
    ],
)
def test_every_verb_speaks_to_people_too(
    meipi: Meipi, imported: list[str], words: list[str], told: list[str]
) -> None:
    meipi("highlight", imported[0], "--quote", YEARS, "--tag", "claim", "--note", "a\nb")
    said = meipi(*words)
    assert (said.code, said.err) == (0, "")
    for part in told:
        assert part in said.out


def test_what_is_shown_cannot_play_with_the_terminal(meipi: Meipi, library: Library) -> None:
    library.commit(library.add([made("a\x1b[31m\u202eb\x07", "c\x9bd\nе")]).change)
    for words in (["list"], ["show", library.cards(library.order())[0].id], ["list", "--json"]):
        out = meipi(*words).out
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", out)
