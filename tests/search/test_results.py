"""What is found is in good order, says why, and counts what there is."""

import threading
from collections.abc import Callable
from dataclasses import replace

import pytest

from core import annotate
from core.change import Change
from core.library import Library, Reader
from core.model import Article, Colour, Kind, Node, Passage, Stance
from core.outline import compose
from core.search import Stopped, rows, search
from tests.generate import articles, mark
from tests.given import ANNA, made


def dated(article: Article, published: str | None, source: str = "Guan Cha Zhe Wang") -> Article:
    head = replace(article.masthead, published=published, source=source)
    edition = article.edition
    return compose(head, edition.nodes, edition.text, edition.body)


@pytest.fixture
def put(library: Library) -> Callable[..., object]:
    return lambda *some: library.commit(library.add(some).change)


def titles(reader: Reader, query: str, **more: object) -> list[str]:
    return [hit.title for hit in search(reader, query, **more).hits]  # type: ignore[arg-type]


def test_what_has_neither_source_nor_date_is_counted(library, put):
    put(dated(made("Pasted", "Copper is scarce"), None, source=""), made("Two", "Copper is dear"))
    found = search(library, "copper")
    assert found.total == len(found.hits) == 2
    assert found.counts.sources == {"": 1, "Guan Cha Zhe Wang": 1}
    assert found.counts.months == {"2025-11": 1}


def test_an_abbreviation_finds_its_plural_and_is_found_by_it(library, put):
    put(made("One", "Magnets for EVs"), made("Two", "An EV plant"), made("Three", "An evening"))
    assert set(titles(library, "EV")) == set(titles(library, "EVs")) == {"One", "Two"}
    assert set(titles(library, "电动车")) == {"One", "Two"}
    put(made("四", "电动车销量"))
    assert "四" in titles(library, "EVs")
    assert set(titles(library, "EVs", literal=True)) == {"One", "Two"}


def test_a_name_typed_as_one_word_is_found_as_english_writes_it(library, put):
    put(made("One", "Lei Jun named rivals"), made("Two", "Founder Ren Zhengfei spoke"))
    assert titles(library, "leijun") == ["One"]
    assert titles(library, "renzhengfei") == ["Two"]
    assert titles(library, "leijun", literal=True) == []


def test_a_word_of_one_language_finds_the_other_and_says_why(library, put):
    put(made("稀土还要等多久", "Waiting"), made("Magnets", "Rare earths are scarce"))
    for query, why in (("稀土", "稀土 → rare earth"), ("rare earths", "rare earths → 稀土")):
        found = search(library, query)
        assert found.total == 2
        assert [bool(hit.why) for hit in found.hits] == [False, True], query
        assert why in found.hits[1].why
    assert search(library, "稀土", literal=True).total == 1


def test_a_name_across_languages_has_to_be_a_word(library, put):
    put(
        made("铜川种樱桃", "x"),
        made("其中亚马逊最多", "y"),
        made("铜价", "z"),
        made("中亚五国", "w"),
    )
    assert "铜川种樱桃" not in titles(library, "copper")
    assert titles(library, "Central Asia") == ["中亚五国"]


def test_years_that_are_counted_are_none_of_the_calendar(library, put):
    put(made("2025年5月份数据", "x"), made("还要3年", "y"), made("By 2030 it is done", "z"))
    assert titles(library, "三年") == ["还要3年"]
    assert titles(library, "2030年") == ["By 2030 it is done"]


def test_what_was_typed_goes_before_what_means_the_same(library, put):
    put(
        dated(made("Rare earth, rare earth, rare earth", "Rare earth"), "2025-11-09 04:46"),
        dated(made("别的", "稀土在这里"), "2020-01-01 00:00"),
    )
    assert titles(library, "稀土")[0] == "别的"


def test_a_title_goes_before_a_claim_and_one_claim_before_two(library, put):
    put(
        made("apart", "Gallium is scarce", "Kazakhstan mines it"),
        made("together", "Gallium comes from Kazakhstan, says nobody"),
        made("Gallium and Kazakhstan", "neither"),
    )
    found = titles(library, "gallium kazakhstan")
    assert found[0] == "Gallium and Kazakhstan"
    assert found.index("together") < found.index("apart")


def test_words_side_by_side_go_before_words_apart(library, put):
    put(
        dated(made("apart", "In years past, prices rose 20 times"), "2025-11-09 04:46"),
        dated(made("close", "In times past, prices rose 20 years"), "2020-11-09 04:46"),
    )
    assert titles(library, "20 years")[0] == "close"


def test_a_short_text_goes_before_a_long_one_with_the_same_words(library, put):
    more = "Ports, mines and mills were closed for a week, and nobody could tell for how long."
    put(*(made(f"other {number}", "Zinc is scarce") for number in range(9)))
    put(
        dated(made("long", "Gallium is scarce", *[more] * 30), "2025-11-09 04:46"),
        dated(made("short", "Gallium is scarce", more), "2020-11-09 04:46"),
    )
    assert titles(library, "gallium") == ["short", "long"]


def undated(put: Callable[..., object]) -> None:
    """Put in an article of each kind that has no date, and two that have one."""
    put(
        dated(made("Copper one", "x"), "2025-11-09 04:46"),
        dated(made("Copper two", "x"), "soon"),
        dated(made("Copper three", "x"), "2024-01-01"),
        dated(made("Copper four", "x"), None),
    )


def test_what_has_no_date_goes_last_as_it_does_in_the_list(library, put):
    undated(put)
    listed = [card.title for card in library.cards(library.order())]
    assert listed[:2] == ["Copper one", "Copper three"]
    assert titles(library, "copper", by="date") == listed
    assert [card.title for card in library.cards(rows(library, "copper"))] == listed
    assert titles(library, "copper") == listed
    assert titles(library, "-tin", by="date") == listed


def test_what_has_no_date_is_of_no_month_and_neither_before_nor_after(library, put):
    undated(put)
    assert search(library, "copper").counts.months == {"2025-11": 1, "2024-01": 1}
    assert titles(library, "copper after:2024-06") == ["Copper one"]
    assert titles(library, "after:2020 before:2030") == ["Copper one", "Copper three"]


def test_a_time_is_told_as_it_was_written(library, put):
    undated(put)
    told = {hit.title: hit.published for hit in search(library, "copper").hits}
    assert (told["Copper two"], told["Copper four"]) == ("soon", "")


def test_of_very_many_those_with_the_words_in_a_title_go_first_and_then_the_newest(library, put):
    put(*(dated(made(f"{n}", "Gallium is scarce"), "2020-11-09 04:46") for n in range(1200)))
    put(
        dated(made("Gallium", "elsewhere"), "2019-11-09 04:46"),
        dated(made("new", "Gallium is scarce"), "2025-11-09 04:46"),
    )
    assert titles(library, "gallium", limit=2) == ["Gallium", "new"]
    assert search(library, "gallium").total == 1202


def test_a_hundred_words_with_many_names_are_one_question(library, put):
    put(made("t", "x"))
    terms = [
        "稀土",
        "铜",
        "关税",
        "芯片",
        "黄金",
        "中国",
        "出口管制",
        "自给率",
        "锂",
        "镍",
        "钴",
        "tariff",
    ]
    assert search(library, " ".join(f"{term} {term}s" for term in terms * 5)).total == 0
    assert search(library, " OR ".join(terms * 5)).total == 0


def test_what_many_notes_say_is_given_page_by_page(library, put):
    some = [made(f"t{number}", "a b c d") for number in range(60)]
    put(*some)
    marks = [edit for article in some for edit in mark(article, 1).edits]
    library.commit(Change("highlight", tuple(marks)))
    for one in [edit.record for edit in marks if edit.field == "passage"]:
        library.commit(annotate.note(library.highlight(one), "镓"))
    first, second = (search(library, "镓", limit=40, offset=at) for at in (0, 40))
    assert (len(first.hits), len(second.hits), first.total) == (40, 20, 60)


def test_of_equals_the_newer_goes_first_and_by_date_all_do(library, put):
    put(*(dated(made(f"铜 {year}", "same"), f"{year}-01-01 00:00") for year in (2023, 2025, 2024)))
    assert titles(library, "铜") == ["铜 2025", "铜 2024", "铜 2023"]
    put(dated(made("old", "铜 铜 铜 铜"), "2019-01-01 00:00"))
    assert titles(library, "铜", by="date")[-1] == "old"


def test_a_longer_text_is_an_equal_too(library, put):
    long = "Tin rose in May again, as did zinc, at the exchange in London"
    put(made("Old", "Tin rose in May", published="2025-01-01 10:00"))
    put(made("New", long, published="2025-02-01 10:00"))
    assert titles(library, "tin rose") == ["New", "Old"]


def test_of_more_equals_than_are_wanted_the_newest_are_found(library, put):
    put(*(made(f"铜 {n}", "same", published=f"2025-01-{n:02} 00:00") for n in range(1, 32)))
    assert titles(library, "铜", limit=3) == ["铜 31", "铜 30", "铜 29"]
    library.commit(annotate.take_away([made("铜 31", "same", published="2025-01-31 00:00").id]))
    assert titles(library, "铜", limit=3) == ["铜 30", "铜 29", "铜 28"]


def test_several_words_are_wanted_anywhere_in_one_article(library, put):
    put(made("Gallium", "Kazakhstan mines it"), made("Gallium alone", "x"))
    assert titles(library, "gallium kazakhstan") == ["Gallium"]
    assert titles(library, "gallium -kazakhstan") == ["Gallium alone"]
    assert sorted(titles(library, "kazakhstan OR alone")) == ["Gallium", "Gallium alone"]


def test_a_phrase_is_taken_as_it_is(library, put):
    put(made("a", "Rare earth magnets"), made("b", "The earth is rare"), made("c", "稀土"))
    assert titles(library, '"rare earth"') == ["a"]


def test_a_word_and_a_note_make_an_article_together(library, put):
    article, other = made("Gallium", "Scarce"), made("Gallium too", "Scarce")
    put(article, other)
    one = library.commit(mark(article, 1)).edits[0].record
    library.commit(annotate.note(library.highlight(one), "哈萨克斯坦?"))
    found = search(library, "gallium 哈萨克斯坦")
    assert [hit.title for hit in found.hits] == ["Gallium"]
    assert found.total == 1
    assert {row.kind for row in found.hits[0].rows} >= {"note"}
    (note,) = (row for row in found.hits[0].rows if row.kind == "note")
    assert note.highlight == one
    assert titles(library, "gallium -哈萨克斯坦") == ["Gallium too"]


def test_each_field_asks_for_its_own(library, put):
    article = dated(made("镓的供应", "Gallium"), "2025-06-01 00:00", "Cai Xin Wang")
    put(article, dated(made("镓", "Something"), "2024-06-01 00:00"))
    claim = article.edition.nodes[1]
    passage = Passage(article.id, article.edition.id, 1, 0, 3, claim.text[:3])
    library.commit(annotate.highlight(passage, Colour.RED, note="why", tags=["claim/forecast"]))
    library.commit(annotate.read({article.id: False}, now=True))
    for query in (
        *("title:供应", "source:cai", "tag:claim", "tag:forecast", "note:why", "colour:red"),
        *("颜色:红", "author:anna", "after:2025", "after:2025-06-01", "has:note", "is:read"),
        *("is:highlighted", "镓 -is:unread", "镓 -before:2025", "标题:供应", "tag:forecast OR zzz"),
    ):
        assert titles(library, query) == ["镓的供应"], query
    assert titles(library, "before:2025") == ["镓"]
    assert titles(library, "镓 is:unread") == ["镓"]
    assert titles(library, "colour:blue") == []
    assert titles(library, "author:nobody") == []
    assert titles(library, "tag:nothing") == []


def test_a_beginning_finds_every_word_that_goes_on_so(library, put):
    put(made("a", "New policies"), made("b", "Police"), made("c", "Tariffs"))
    assert "a" in titles(library, "polici*")
    assert sorted(titles(library, "poli*")) == ["a", "b"]
    assert titles(library, "tariff*") == titles(library, "tar*") == ["c"]


def test_all_that_is_found_is_counted(library, put):
    put(*articles(300))
    found = search(library, "copper", limit=5)
    assert len(found.hits) == 5
    assert found.total > 5
    assert sum(found.counts.sources.values()) == sum(found.counts.months.values()) == found.total
    every = search(library, "copper", limit=1000)
    assert len(every.hits) == found.total


def test_tags_are_counted_by_articles(library, put):
    some = [made(f"铜 {number}", "a", "b") for number in range(3)]
    put(*some)
    for article in some[:2]:
        one = library.commit(mark(article, 1)).edits[0].record
        library.commit(annotate.tag([library.highlight(one)], "metal", library.tags()))
    (tag,) = library.tags()
    assert search(library, "铜").counts.tags == {tag.id: 2}
    assert search(library, "metal").total == 2
    library.undo()
    assert search(library, "铜").counts.tags == {tag.id: 1}


def test_pages_follow_one_another(library, put):
    put(*articles(120))
    every = titles(library, "is:unread", limit=120, by="date")
    parts = [titles(library, "is:unread", limit=50, offset=at, by="date") for at in (0, 50, 100)]
    assert [title for part in parts for title in part] == every


def test_a_long_text_is_shown_where_the_words_are(library, put):
    put(made("long", f"{'nothing ' * 100}\ngallium\n{'nothing ' * 100}"))
    (row,) = search(library, "gallium").hits[0].rows
    assert len(row.snippet) < 200
    ((start, end),) = row.snippet_marks
    assert row.snippet[start:end] == "gallium"
    assert "\n" not in row.snippet
    ((start, end),) = row.marks
    assert row.text[start:end] == "gallium"


def test_marks_stand_right_where_folding_changes_lengths(library, put):
    put(made("t", "①ﬁnancial ½ 臺灣的稀土 ﬃ Gallium"))
    for query, word in (("台湾", "臺灣"), ("gallium", "Gallium"), ("financial", "ﬁnancial")):
        (row,) = search(library, query, literal=True).hits[0].rows
        assert [row.text[i:j] for i, j in row.marks] == [word]


def test_what_says_nothing_finds_nothing_and_never_fails(library, put):
    put(made("铜", "copper"))
    for query in (
        "",
        "   ",
        "?",
        "-",
        "OR",
        '"',
        "title:",
        '"" ""',
        "((",
        "*",
        "NEAR(",
        "-a -b",
        "的",
    ):
        search(library, query)
    for query in ("", "?", '""'):
        assert search(library, query).total == 0
    assert search(library, 'x" OR "a').total == 0
    assert search(library, "a" * 10_000).total == 0
    assert search(library, " ".join(["铜"] * 500)).total == 1


def test_a_search_that_nobody_waits_for_is_stopped(library, put):
    put(*articles(400))
    with pytest.raises(Stopped):
        search(library, "the -copper", stop=lambda: True)
    assert search(library, "copper", stop=lambda: False).total


def test_a_worker_searches_with_a_reader_of_its_own_and_is_stopped_from_elsewhere(library, put):
    put(*articles(400))
    stopped, told = threading.Event(), list[str]()

    def work() -> None:
        with Reader(library.path) as reader:
            stopped.wait()
            try:
                search(reader, "china OR the OR of", stop=stopped.is_set)
            except Stopped:
                told.append("stopped")

    worker = threading.Thread(target=work)
    worker.start()
    stopped.set()
    worker.join()
    assert told == ["stopped"]


def test_chinese_without_spaces_is_cut(library, put):
    put(made("美国加征关税", "对半导体行业的影响"), made("美国", "x"))
    assert titles(library, "美国关税对半导体影响") == ["美国加征关税"]


def test_where_two_readers_say_the_same_one_claim_is_one_row(library, put, rare_earths):
    put(rare_earths)
    library.commit(mark(rare_earths))
    judged = library.annotated(rare_earths.id).placed[0].highlight
    library.commit(annotate.judge([judged], Stance.DOUBT))
    (hit,) = search(library, "oxides").hits
    assert [row.node for row in hit.rows] == [1]


def test_a_section_and_a_block_are_found_as_what_they_are(library, put):
    rows = [Node(0, 0, Kind.GROUP, "Group 1: Gallium", "Gallium", 1), Node(1, 0, Kind.BLOCK, "镓")]
    put(compose(made("t", "x").masthead, rows, "b", made("t", "x").edition.body))
    kinds = {row.kind for row in search(library, "gallium").hits[0].rows}
    assert kinds == {"group", "block"}


def test_somebody_elses_name_is_a_name_too(library, put):
    assert ANNA.name == "Anna"
    put(made("t", "x"))
    assert titles(library, "author:anna") == []
