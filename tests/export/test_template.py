"""Templates: a reader's own, what they see, and what a mistake in one becomes."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from core.errors import Unreadable
from core.export import BadTemplate, Template, load, markdown, notes
from core.export.template import built_in, source
from core.model import Annotated, Stance
from tests.export.marking import BORIS, annotated, mark
from tests.given import ANNA, made

PAGE = Path(__file__).parents[2] / "docs" / "export.md"


@pytest.fixture
def one() -> Annotated:
    article = made("中国 <稀土>", "It could take 10 to 20 years")
    return annotated(
        article,
        mark(article, 1, "10 to 20 years", note="**Mine**\nline two", tags=["t1", "t3"]),
        mark(article, 1, "could", note="**Hers**", by=BORIS, stance=Stance.DOUBT),
    )


def written(one: Annotated, text: str) -> str:
    return markdown([one], mine=ANNA.id, template=Template(text, "mine.j2"))


@pytest.mark.parametrize(
    ("template", "wanted"),
    [
        ("{{ document.title }}", "中国 \\<稀土\\>"),
        ("{{ articles[0].title | raw }}", "中国 <稀土>"),
        ("{{ articles | length }} of {{ articles[0].time }}", "1 of 2025-11-09 04:46 UTC"),
        ("{{ articles[0].outlet }}", "观察者网 (Guan Cha Zhe Wang)"),
        ("{{ articles[0].tags | join(' ', 'shown') }}", "#claim/forecast #rare-earth (rare earth)"),
        ("{{ articles[0].rows[1].marked }}", "It ==could== take ==10 to 20 years=="),
        ("{{ articles[0].rows[1].cited }}", "[1]"),
        ("{{ articles[0].marks[0].note | behind('> ') }}", "> **Mine**\n> line two"),
        ("{{ articles[0].marks[1].note }}", "\\*\\*Hers\\*\\*"),
        ("{{ articles[0].marks[0].written }}", "\\*\\*Mine\\*\\* line two"),
        ("{{ articles[0].marks[1].author }}", "Boris"),
        ("{{ articles[0].marks[0].created }}", "2025-10-09 08:53 UTC"),
        ("{{ {'a': 'b: c', 'd': ['稀土', 'no']} | yaml }}", "a: 'b: c'\nd:\n  - 稀土\n  - 'no'"),
        ("{{ '##' }}", "\\#\\#"),
        ("{{ '##' | raw }}", "##"),
        ("{{ none }}|{{ 1 }}", "|1"),
        ("a\r\nb\r\n\r\n", "a\nb"),
    ],
)
def test_what_a_template_writes(one, template, wanted):
    assert written(one, template) == f"{wanted}\n"


@pytest.mark.parametrize(
    ("company", "symbol", "firm"),
    [
        ("MP Materials", "US:MP", "MP Materials (US:MP)"),
        ("MP", None, "MP"),
        (None, "US:MP", "US:MP"),
    ],
)
def test_a_company_stands_with_its_symbol_as_far_as_both_are_known(one, company, symbol, firm):
    head = replace(one.article.masthead, company=company, symbol=symbol)
    named = replace(one, article=replace(one.article, masthead=head))
    assert written(named, "{{ articles[0].firm | raw }}") == f"{firm}\n"


def test_what_a_macro_gives_is_escaped_once_more_unless_it_is_raw(one):
    macro = "{% macro m(x) %}**{{ x }}**{% endmacro %}"
    assert written(one, macro + "{{ m('a*') | raw }}") == "**a\\***\n"
    assert written(one, macro + "{{ m('a') }}") == "\\*\\*a\\*\\*\n"


@pytest.mark.parametrize(
    ("template", "line", "said"),
    [
        ("{{ articles", 1, "unexpected end"),
        ("a\n{% for %}", 2, "expression"),
        ("a\nb\n{{ nothing }}", 3, "undefined"),
        ("a\n{{ articles[0].titel }}", 2, "a sheet has no attribute 'titel'"),
        ("{{ 1 / 0 }}", 1, "zero"),
        ("{{ 'x' | nope }}", 1, "nope"),
        ("{% include '/etc/passwd' %}", 1, ""),
        ("{{ articles.__class__ }}", 1, "unsafe"),
        ("{{ ''.__class__.__mro__ }}", 1, "unsafe"),
        ("{{ articles | join('', '__class__') }}", 1, "not for templates"),
        ("{{ articles.append(1) }}", 1, "unsafe"),
        ("{{ '{:>999999999}'.format(1) }}", 1, "unsafe"),
        ("{{ ''.center(999999999) }}", 1, "unsafe"),
        ("{{ '%999999999d' % 1 }}", 1, "numbers"),
        ("{{ 'a' * 99999999 }}", 1, "repeats"),
        ("{{ 9 ** 999999 }}", 1, "powers"),
        ("{{ range(99999999) }}", 1, "count"),
        (
            "{% for i in range(9999) %}{% for j in range(9999) %}{% endfor %}{% endfor %}",
            1,
            "count",
        ),
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", 1, "without end"),
        (
            (
                "{% set n = namespace(x='ab') %}{% for i in range(60) %}"
                "{% set n.x = n.x ~ n.x %}{% endfor %}"
            ),
            1,
            "keeps more",
        ),
    ],
)
def test_a_mistake_is_one_sentence_with_its_line(one, template, line, said):
    with pytest.raises(BadTemplate) as trouble:
        written(one, template)
    assert f"in line {line} of the template mine.j2" in trouble.value.sentence
    assert said in trouble.value.sentence
    assert "\n" not in str(trouble.value)
    assert trouble.value.remedy


def test_a_template_is_read_from_a_file_with_or_without_a_mark_of_its_encoding(tmp_path, one):
    file = tmp_path / "我的.j2"
    for mark_ in (b"", b"\xef\xbb\xbf"):
        file.write_bytes(mark_ + "题:{{ articles[0].title }}".encode())
        assert markdown([one], template=load(file)) == "题:中国 \\<稀土\\>\n"


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b" " * (1 << 20) + b"x", None])
def test_a_file_that_is_no_template_is_refused(tmp_path, content):
    file = tmp_path / "x.j2"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(Unreadable):
        load(file)


def test_the_same_articles_give_the_same_bytes(one):
    assert markdown([one]) == markdown([one])
    assert [note.text for note in notes([one])] == [markdown([one])]


def test_a_note_says_whose_article_it_is(one):
    (note,) = notes([one])
    assert note.article == one.article.id
    assert note.file == f"中国 稀土 {one.article.id[:8]}.md"


def test_a_row_keeps_its_anchor_when_other_rows_change(one):
    longer = made("中国 <稀土>", "Something new", "It could take 10 to 20 years")
    anchors = re.findall(r"It could.*(\^c-\w+)", markdown([annotated(longer)]))
    assert anchors == re.findall(r"years==.*(\^c-\w+)", markdown([one]))


def test_two_rows_with_the_same_words_have_anchors_of_their_own():
    twice = markdown([annotated(made("T", "Same", "Same"))])
    assert len(set(re.findall(r"\^c-\w+", twice))) == 2


def test_the_page_on_templates_names_every_field_and_filter():
    told = PAGE.read_text("utf-8")
    names = {*Template("", "x")._sandbox.filters, "range", "namespace"}
    for value in ("Sheet", "Row", "Mark", "Label", "Document", "Conclusion", "Witness"):
        kind = getattr(__import__("core.export.sheet", fromlist=[value]), value)
        names |= {name for name in dir(kind) if name[0] != "_"}
    missing = {name for name in names if f"`{name}`" not in told}
    assert missing == set()


def test_the_example_on_the_page_works(one):
    told = PAGE.read_text("utf-8")
    (example,) = re.findall("```jinja\n(.*?)```", told, flags=re.DOTALL)
    document = written(one, example)
    assert document.startswith("---\ntitle: 中国 <稀土>\n")
    assert "==10 to 20 years==" in document
    assert "> **Mine**" in document


def test_meipis_own_templates_are_files_to_start_from():
    assert source("article.md.j2").startswith("{#- What Meipi exports")
    assert built_in("article.md.j2") is built_in("article.md.j2")
