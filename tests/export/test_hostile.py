"""Whatever strangers write is shown letter by letter and does nothing."""

import re
from dataclasses import replace

import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from core.export import markdown
from core.export.escape import escape, one_line
from core.export.marks import marked, paragraphs
from core.finding import Bearing, Cited, Figure, Finding, Row, Status
from core.model import Body, Kind, Masthead, Node, Tag
from core.outline import compose
from tests.export.marking import (
    BORIS,
    BORN,
    PARSER,
    PLAIN,
    annotated,
    claim,
    inlines,
    kinds,
    mark,
    parsed,
    words,
)
from tests.given import ANNA, made

FRAGMENTS = (
    *"*_`[]()<>#|~=$^%{}&;:!+-.\\/@\"'1a专。“ \t\n\r\0",
    *("[[", "![[", "]]", "**", "==", "~~", "```", "~~~", "---", "***", "===", "- ", "1. ", "2) "),
    *("<script>", "</b>", "<!--", "-->", "<?", "<![CDATA[", "<a@b.c>", "<http://e.vil>", "&lt;"),
    *("&#60;", "%%", "$$", "<%", "%>", "{{", "{%", "key:: ", "^id", "^[", "[^1]", "[1]: /x", "> "),
    *(
        "https://e.vil",
        "www.e.vil",
        "m@e.vil",
        "| - |",
        "|---|---|",
        "\n\n",
        "\n---\n",
        "    ",
        "#t",
    ),
    *(
        "\u202e",
        "\u2066",
        "\u2028",
        "\ud800",
        "\x1b",
        "é",
        "e\u0301",
        "👩\u200d🚀",
        "𠮷",
        "שלום",
        "🇨🇳",
    ),
)
hostile = st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=3), max_size=12).map("".join)
#: What Obsidian and its plug-ins look for, wherever it stands.
ACTIVE = re.compile(r"\[\[|%%|==|::|<%|\$\$|~~|\{\{|\{%|<!--|(?<!\\)://|(?<!\\)[`*_\[\]<>#|$^]")


def seen(text: str) -> str:
    """Give the letters of a text, white space apart."""
    return "".join(one_line(text).split())


def article_of(title: str, heading: str, text: str, block: str):
    rows = [
        Node(0, 0, Kind.NAMED, heading or "Supply"),
        Node(1, 1, Kind.CLAIM, text, citations=(1, 3)),
        Node(2, 1, Kind.BLOCK, block),
        Node(3, 1, Kind.CLAIM, "The last word"),
    ]
    return compose(Masthead(title, text, title, company=block), rows, "", Body.SUMMARY)


@given(hostile, hostile)
@example("<", "%")
@example("1", ". x")
@example("www", ".x.y")
@example("&", "#60;")
def test_escaped_text_is_plain_also_beside_other_escaped_text(one, other):
    text = escape(one) + escape(other)
    tokens = PARSER.parse(text.strip(" "))
    assert kinds(tokens) <= PLAIN
    assert [token.type for token in tokens] in ([], ["paragraph_open", "inline", "paragraph_close"])
    assert "".join("".join(map(words, inlines(tokens))).split()) == seen(one) + seen(other)
    assert not ACTIVE.search(text)


@given(hostile, hostile, hostile, hostile)
def test_a_document_keeps_its_shape_and_every_letter(title, heading, text, block):
    article = article_of(title, heading, text, block)
    tokens = parsed(markdown([annotated(article)]))
    assert kinds(tokens) <= PLAIN
    lines = [words(line) for line in inlines(tokens)]
    shown = ["".join(line.split()) for line in lines]
    headings = [token for token in tokens if token.type == "heading_open"]
    assert [token.tag for token in headings] == (["h1", "h2"] if seen(heading or "x") else ["h1"])
    assert sum(token.type == "list_item_open" for token in tokens) == 2
    assert seen(title) in shown[0]
    assert any(line.startswith(seen(text) + "[1][3]^c-") for line in shown)
    assert seen(block) in "".join(shown)
    assert lines[-1].startswith("The last word")


@given(hostile, hostile, st.data())
def test_a_highlight_of_hostile_words_is_told_whole(text, note, data):
    article = made("T", f"a{text}b", "The last word")
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start + 1, len(text) + 2))
    quote = f"a{text}b"[start:end]
    tag = Tag("t", text, None, text)
    placed = mark(article, claim(article), quote, note=note, tags=["t"], by=BORIS)
    tokens = parsed(markdown([annotated(article, placed, tags=[tag])], mine=ANNA.id))
    assert kinds(tokens) <= PLAIN
    shown = ["".join(words(line).split()) for line in inlines(tokens)]
    assert any(seen(quote) in line and line.count("·yellow·") for line in shown)
    assert seen(note) in "".join(shown)
    assert "Thelastword[2]" in shown[-1]


spans = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=5)


@given(hostile, spans)
@example("0:\r*", [(1, 4)])
def test_marks_in_place_change_no_letter_and_come_in_pairs(text, pairs):
    with_marks, without = marked(text, pairs), marked(text, [])
    parts = with_marks.split("==")
    assert len(parts) % 2 == 1
    assert all(part and part == part.strip() for part in parts[1::2])
    plain = [words(line) for line in inlines(PARSER.parse("".join(parts)))]
    assert plain == [words(line) for line in inlines(PARSER.parse(without))]


@given(hostile, spans)
def test_no_mark_crosses_from_one_line_of_a_block_to_the_next(text, pairs):
    for line in paragraphs(text, pairs):
        assert len(line.split("==")) % 2 == 1


@given(hostile)
@example("---")
@example("no")
@example("2025-11-09")
@example("a: b # c")
def test_front_matter_gives_any_title_back_letter_for_letter(title):
    article = replace(made("x", "A claim"), masthead=Masthead(title, title, "2025-11-09 04:46"))
    document = markdown([annotated(article)])
    document.encode("utf-8")
    front = yaml.safe_load(re.split("^---$", document, maxsplit=2, flags=re.MULTILINE)[1])
    writable = re.sub("[\ud800-\udfff]", "\ufffd", title)
    assert front["title"] == (writable or "A claim")
    assert front["published"] == "2025-11-09 04:46 UTC"
    assert front["article_id"] == article.id


@given(hostile, hostile, hostile, hostile)
def test_a_finding_is_shown_letter_by_letter_and_links_to_its_evidence(said, quote, note, name):
    article = made("A title", "A claim")
    placed = mark(article, claim(article), "A claim")
    one = placed.highlight.id
    cited = Cited("f", one, Bearing.SUPPORTS, quote, article.id, name, name, name, True)
    figure = Figure("date", said=name)
    finding = Finding(
        *("f", said, (), figure, None, 0, Status.OPEN, None, note, (), BORIS.id, BORN, BORN)
    )
    other = replace(cited, highlight="h", article="another", bearing=Bearing.CONTRADICTS)
    row = Row(finding, (cited, other), (f"a/{name}",), name)
    document = markdown([annotated(article, placed)], findings=[row])
    tokens = parsed(document)
    assert kinds(tokens) <= {*PLAIN, "link_open", "link_close"}
    links = [
        child.attrs["href"]
        for token in tokens
        for child in token.children or ()
        if child.type == "link_open"
    ]
    assert len(links) == 1
    assert str(links[0]).startswith("#%5Eh-")
    headings = [token.tag for token in tokens if token.type == "heading_open"]
    assert headings == ["h1", "h2", "h2"]


def test_nothing_that_turns_text_round_or_rings_is_written():
    article = made("a\u202eb\x07\ud800", "c\u2066d\0e")
    document = markdown([annotated(article)])
    assert not re.search("[\0-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", document)
    assert "# ab��\n" in document
    assert "- cd�e [1]" in document
