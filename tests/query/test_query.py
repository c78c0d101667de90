"""What a reader types is read as she means it, and no text is an error."""

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from core.model import Colour
from core.query import FIELDS, VALUES, Atom, Clause, Query, form, parse, spelt


def only(text: str) -> Atom:
    """Give the atom of a query that has one clause of one atom, and leaves nothing out."""
    (clause,) = parse(text).all
    assert not clause.negated
    (atom,) = clause.options
    return atom


def test_several_words_are_all_wanted():
    assert parse("稀土 copper").all == (Clause((Atom("稀土"),)), Clause((Atom("copper"),)))


def test_nothing_typed_wants_nothing():
    assert parse("") == parse("  ") == parse('"" - *') == Query()


def test_quotes_hold_words_together():
    assert only('"rare earth"') == Atom("rare earth", phrase=True)


@pytest.mark.parametrize(
    "quoted",
    [
        "“出口 管制”",
        "„出口 管制“",
        "＂出口 管制＂",
        "「出口 管制」",
        "『出口 管制』",
        "«出口 管制»",
    ],
)
def test_quotes_of_every_script_are_quotes(quoted):
    assert only(quoted) == Atom("出口 管制", phrase=True)


def test_a_quote_that_is_never_closed_is_read_as_its_words():
    assert parse('"rare earth') == parse("rare earth")


def test_a_minus_leaves_a_word_out():
    assert parse("铜 -铜川").all[1] == Clause((Atom("铜川"),), negated=True)
    assert parse("－铜川") == parse("−铜川") == parse("-铜川")


def test_a_minus_leaves_a_phrase_or_a_field_out():
    assert str(parse('-"rare earth" -title:铜')) == '-"rare earth" -title:铜'


def test_a_minus_inside_a_word_is_part_of_it():
    assert only("self-sufficiency") == Atom("self-sufficiency")
    assert parse("【早盘】-稀土") == parse("早盘 稀土")


def test_a_negative_figure_is_a_figure_and_a_year_can_be_left_out():
    assert only("-20.3%") == Atom("-20.3%")
    assert parse("-2025").all == (Clause((Atom("2025"),), negated=True),)
    assert parse('-"20.3%"').all[0].negated


@pytest.mark.parametrize("either", ["OR", "|", "或", "｜"])
def test_either_of_two_will_do(either):
    assert parse(f"铜 {either} copper").all == (Clause((Atom("铜"), Atom("copper"))),)


def test_a_small_or_is_a_word():
    assert [str(clause) for clause in parse("now or never").all] == ["now", "or", "never"]


def test_an_or_with_nothing_to_choose_from_is_the_word():
    assert str(parse("OR 铜")) == "or 铜"
    assert str(parse("铜 OR -铁")) == "铜 or -铁"


@pytest.mark.parametrize(
    "begun", ["铜 OR", "铜 |", "铜 title:", "铜 标题：", "铜 -", "铜 -is:", '铜 "']
)
def test_what_is_unfinished_at_the_end_is_not_there_yet(begun):
    assert parse(begun) == parse("铜")


def test_a_star_takes_every_ending():
    assert only("cop*") == Atom("cop", prefix=True)
    assert only("title:稀*") == Atom("稀", "title", prefix=True)


@pytest.mark.parametrize(
    ("text", "field"),
    [
        (name, field)
        for field in ("title", "source", "tag", "note", "author")
        for name in FIELDS[field]
    ],
)
def test_a_field_answers_to_its_names_in_both_languages(text, field):
    assert only(f"{text}:铜") == only(f"{text.upper()}：铜") == Atom("铜", field)


def test_a_field_may_stand_apart_from_what_is_wanted_in_it():
    assert only("标题： 铜") == Atom("铜", "title")
    assert only("source: “观察者网”") == Atom("观察者网", "source", phrase=True)


def test_a_tag_is_written_with_its_parents():
    assert only("tag:claim/forecast") == Atom("claim/forecast", "tag")


def test_a_name_in_quotes_may_be_of_signs_alone():
    assert parse('tag:"⭐"') == Query((Clause((Atom("⭐", "tag", phrase=True),)),))
    assert parse('page:"" tag:" " title:"⭐"') == Query()


def test_what_looks_like_a_field_and_is_none_is_a_word():
    assert only("http://example.org:80/") == Atom("http://example.org:80")
    assert only("10:30") == Atom("10:30")
    assert only("subtitle:x") == Atom("subtitle:x")


@pytest.mark.parametrize("field", VALUES)
def test_a_value_answers_to_its_names_in_both_languages(field):
    for value, names in VALUES[field].items():
        assert {only(f"{field}:{name}") for name in names} == {Atom(value, field)}


def test_every_colour_can_be_asked_for():
    assert set(VALUES["colour"]) == set(Colour)


def test_a_value_that_a_field_does_not_know_is_read_as_words():
    assert only("is:beautiful") == Atom("is:beautiful", phrase=True)
    assert only("before:yesterday") == Atom("before:yesterday", phrase=True)
    assert only("before:2025-13") == Atom("before:2025-13", phrase=True)


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2025", "2025"),
        ("2025年", "2025"),
        ("2025-11", "2025-11"),
        ("2025年9月", "2025-09"),
        ("2025/1/9", "2025-01-09"),
        ("２０２５．１１．０９", "2025-11-09"),
        ("2025年11月9日", "2025-11-09"),
    ],
)
def test_a_date_is_read_as_people_write_it(written, date):
    assert only(f"before:{written}") == Atom(date, "before")
    assert only(f"之后:{written}") == Atom(date, "after")


def test_a_day_that_never_was_is_read_as_words():
    assert only("after:2025-02-30").phrase


@pytest.mark.parametrize(
    "text", ["稀土，芯片", "稀土、芯片。", "（稀土）芯片", "稀土;芯片!", "《稀土》【芯片】"]
)
def test_stops_and_brackets_part_words(text):
    assert parse(text) == parse("稀土 芯片")


def test_a_comma_does_not_part_the_digits_of_a_number():
    assert only("1,050") == only("１，０５０") == Atom("1,050")
    assert str(parse("7,000, 8.5, 10–20 and 34.")) == "7,000 8.5 10–20 and 34"


def test_full_width_letters_are_letters():
    assert only("ｔｉｔｌｅ：ＧＤＰ") == Atom("GDP", "title")


def test_marks_that_nobody_sees_part_no_word():
    assert only("稀\u200b土\ufeff") == Atom("稀土")
    assert parse("稀土\x00芯片\ud800") == parse("稀土 芯片")


def test_plain_words_are_told_without_fields_and_what_is_left_out():
    assert (
        parse('rare earth "by heart" title:铜 -iron a OR b magnets*').words == "rare earth magnets"
    )


def test_a_very_long_text_is_read_in_no_time_and_in_part():
    started = time.process_time()
    for text in ("「" * 10**5, '"a ' * 10**5, "title: " * 10**5, "-" * 10**5, "a" * 10**5):
        query = parse(text)
        assert len(query.all) <= 64
        assert len(str(query)) < 10**5
    assert time.process_time() - started < 5


BITS = [
    "title:",
    "标题：",
    "is:",
    "unread",
    "before:",
    "2025-11",
    "-",
    "−",
    '"',
    "“",
    "」",
    "「",
    "*",
]
BITS += [
    "OR",
    "或",
    "|",
    " ",
    "  ",
    "稀土",
    "copper",
    "20.3%",
    ",",
    ".",
    "(",
    ":",
    "¨",
    "\u0338",
    "ﷺ",
]


@given(st.text() | st.lists(st.sampled_from(BITS)).map("".join))
@example("--20.3%")
@example("-20.3%/")
@example('-a 或 或 b OR -c | "d')
@example(".title:foo")
@example("OR.")
def test_the_normal_form_says_the_same(text):
    query = parse(text)
    assert parse(str(query)) == query
    assert str(parse(str(query))) == str(query)


@pytest.mark.parametrize(
    "typed",
    ['tag:"sup"', "tag:sup", "标签：sup", "TAG:Sup ", "tag:“sup”", "標籤:「SUP」", "tag: sup"],
)
def test_a_search_is_the_same_however_it_is_typed(typed):
    assert form(typed) == form(spelt("tag", "sup"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ('tag:"supply chain"', "tag:supply chain"),
        ("tag:sup", "tag:sup*"),
        ("tag:sup", "-tag:sup"),
        ("tag:sup", "sup"),
        ('"sup"', "sup"),  # quotes say that no other name is meant
        ('page:"sup"', "page:sup"),  # and here, that it is all of the name
        ('tag:"-sup"', "tag:sup"),
    ],
)
def test_searches_that_differ_are_told_apart(one, other):
    assert form(one) != form(other)


@given(st.text(max_size=60))
def test_a_form_has_itself_for_its_form(text):
    assert form(form(text)) == form(text)
