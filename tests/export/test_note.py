"""A reader's own notes stay Markdown, and stay in their place."""

from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from core.export import markdown
from core.export.note import foreign, own
from tests.export.marking import annotated, claim, inlines, mark, parsed, words
from tests.export.test_hostile import hostile
from tests.given import ANNA, made

LINES = st.lists(
    hostile
    | st.sampled_from(
        [
            "```",
            "~~~",
            "   ```",
            "- ```",
            "> ~~~",
            "1. a",
            "   b",
            "    c",
            "$$",
            "%%",
            "<div>",
            "|a|b|",
        ]
    ),
    max_size=8,
).map("\n".join)


def with_note(note: str) -> str:
    article = made("T", "One word", "The last word")
    placed = mark(article, claim(article), "word", note=note)
    return markdown([annotated(article, placed)], mine=ANNA.id)


def test_what_is_private_says_so_in_the_document():
    article = made("T", "One word", "The last word")
    placed = mark(article, claim(article), "word")
    hidden = replace(placed, highlight=replace(placed.highlight, private=True))
    told = [markdown([annotated(article, one)], mine=ANNA.id) for one in (placed, hidden)]
    assert ["· yellow · private" in one for one in told] == [False, True]


@given(LINES)
@example("```\n<b>")
@example("- a\n  ```\n<b>\n  ```")
@example("foo `bar\nbaz ` <b> `")
@example("| ` | <b> ` |\n|---|---|\n| ` | <b> ` |")
@example("    ```\n<b>")
@example("- x\n    ```\n<b>")
@example("\\<b>")
@example("`\\`<b>`")
@example("---\ntitle: x\n---")
def test_whatever_a_note_holds_the_rest_of_the_document_stays(note):
    document = with_note(note)
    tokens = parsed(document)
    assert not any(token.type == "html_block" for token in tokens)
    inside = [child for line in inlines(tokens) for child in line.children or ()]
    assert not any(child.type == "html_inline" for child in inside)
    assert words(inlines(tokens)[-1]).startswith("The last word [2] ^c-")
    assert [token.tag for token in tokens if token.type == "heading_open" and token.level == 0] == [
        "h1",
        "h2",
    ]


@pytest.mark.parametrize(
    "note",
    [
        "**Why** *so* slow?",
        "- one\n- two\n    - three",
        "[IEA](https://iea.org/x) and <https://iea.org>",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "`a < b` and 5 < 6 & 20% of $5",
        "`a | b` is either",
        "```python\nif a < b: print('<b>')\n```",
        "> quoted",
        "#tag [[Another note]] $x^2$ $$y$$ ==marked==",
        "专家称**芯片自给**需要十年。",
    ],
)
def test_ordinary_markdown_is_left_as_it_was_written(note):
    assert own(note) == note


@pytest.mark.parametrize(
    ("note", "kept"),
    [
        ("```\nopen", "```\nopen\n```"),
        ("1. x\n   ~~~~\nopen", "1. x\n   ~~~~\n   open\n   ~~~~"),
        ("a %% b", "a \\%\\% b"),
        ("a <!-- b", "a \\<!-- b"),
        ("$$ open", "\\$\\$ open"),
        ("a ` b", "a \\` b"),
        ("<% tp.x %>", "\\<\\% tp.x %>"),
        ("\\%%", "\\%\\%"),
        ("hers ^c-12", "hers \\^c-12"),
        ("[3]: https://example.org", "[3\\]: https://example.org"),
        ("> - [\n3\n]: https://example.org", "> - [\n3\n\\]: https://example.org"),
        ("[mine]: https://example.org", "[mine]: https://example.org"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
    ],
)
def test_what_could_swallow_the_rest_is_closed_or_escaped(note, kept):
    assert own(note) == kept


def test_a_note_of_somebody_else_keeps_its_lines_and_nothing_else():
    assert foreign("# Hers\n**b** <b>\n\n- x") == "\\# Hers\\\n\\*\\*b\\*\\* \\<b\\>\n\n\\- x"


def test_a_link_of_somebody_else_is_its_words_and_leads_nowhere():
    assert foreign("see [[meipi:3f2a1b2c-4d5e|**10** years]]") == "see \\*\\*10\\*\\* years"
