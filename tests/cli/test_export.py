"""`meipi export markdown`, as docs/cli.md tells of it."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from core import annotate
from core.anchor import describe
from core.annotate import findings
from core.annotate.findings import Draft
from core.cli import main
from core.finding import Bearing, Evidence
from core.library import Library
from core.model import Article
from tests.given import made


@pytest.fixture
def two(library: Library) -> tuple[Article, Article]:
    """Two articles, the first with a highlight under the tag claim/forecast."""
    first = made("中国稀土替代品要找多久", "It could take 10 to 20 years")
    second = made("Tin", "Stocks fell")
    library.commit(library.add([first, second]).change)
    passage = describe(first, 1, 14, 28)
    library.commit(annotate.highlight(passage, note="**Why**", tags=["claim/forecast"]))
    return first, second


class Ran:
    """What a verb said, and its exit code."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err

    @property
    def shape(self):
        return json.loads(self.out)


@pytest.fixture
def run(path: Path, capsys):
    def ran(*words: str) -> Ran:
        code = main(["export", "markdown", "--library", str(path), *words])
        return Ran(code, *capsys.readouterr())

    return ran


def test_all_of_it_goes_to_the_terminal(run, two):
    ran = run()
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("---\n")
    assert "It could take ==10 to 20 years== [1]" in ran.out
    assert "# Tin\n" in ran.out


def test_one_article_by_the_beginning_of_its_id_or_by_its_title(run, two):
    by_id, by_title = run("--article", two[1].id[:6]), run("--article", "Tin")
    assert by_id.out == by_title.out
    assert by_id.out.count("\n# ") == 1


def test_in_json_the_document_is_a_field(run, two):
    shape = run("--article", "Tin", "--json").shape
    assert shape.keys() == {"articles", "files", "markdown", "beside"}
    assert shape["articles"] == [two[1].id]
    assert shape["files"] == []
    assert shape["markdown"].endswith("\n")
    assert run("--article", "Tin", "-o", "-", "--json").shape == shape


def test_a_file_holds_one_document(run, two, tmp_path):
    file = tmp_path / "all.md"
    ran = run("-o", str(file))
    assert ran.out == f"Exported 2 articles to {file}.\n"
    assert file.read_text("utf-8") == run().out
    shape = run("-o", str(file), "--json").shape
    assert shape["files"] == [str(file)]
    assert shape["markdown"] is None


def test_a_name_ending_in_a_slash_is_a_folder_of_notes(run, two, tmp_path):
    shape = run("-o", f"{tmp_path}/notes/", "--json").shape
    assert shape["markdown"] is None
    assert len(shape["files"]) == 3
    assert {Path(file) for file in shape["files"]} == set((tmp_path / "notes").glob("*.md"))
    assert any(Path(file).name.startswith("中国稀土替代品要找多久 ") for file in shape["files"])


def test_a_folder_that_is_there_is_one_too(run, two, tmp_path):
    (tmp_path / "notes").mkdir()
    run("-o", str(tmp_path / "notes"), "--article", "Tin")
    assert len(list((tmp_path / "notes").glob("*.md"))) == 2


def test_a_note_that_was_edited_is_told_and_left(run, library, two, tmp_path):
    folder = tmp_path / "notes"
    run("-o", f"{folder}/", "--article", "Tin")
    (note,) = folder.glob("Tin *.md")
    note.write_text("hers", "utf-8")
    (tmp_path / "short.j2").write_text("{{ document.title }}", "utf-8")
    told = ("-o", f"{folder}/", "--article", "Tin", "--template", str(tmp_path / "short.j2"))
    ran = run(*told)
    new = note.with_name(f"{note.stem} new.md")
    assert ran.out.endswith(f"{note.name} was edited, and stays as it is; see {new.name}.\n")
    assert (note.read_text("utf-8"), new.read_text("utf-8").strip()) == ("hers", "Tin")
    note.write_text("hers again", "utf-8")
    new.write_text("and this", "utf-8")
    assert run(*told, "--json").shape["beside"] == []
    shape = run("-o", f"{folder}/", "--article", "Tin", "--json").shape
    assert shape["beside"] == [{"edited": str(note), "new": str(new.with_stem(f"{new.stem} 2"))}]


def test_only_the_claims_are_written_that_a_search_is_about(run, library):
    tin = made("Tin", "Stocks fell", "Prices rose")
    library.commit(library.add([tin, made("Zinc", "Nothing")]).change)
    library.commit(annotate.highlight(describe(tin, 2, 0, 6), tags=["forecast"]))
    ran = run("--claims", "tag:forecast")
    assert "# Tin\n" in ran.out
    assert "==Prices== rose" in ran.out
    assert not any(word in ran.out for word in ("Stocks", "Zinc"))
    assert run("--claims", "tag:nix").err.startswith("There is no article to export.")


@pytest.mark.parametrize("is_share", [False, True])
def test_no_library_and_no_share_is_written_over(run, two, path, meipi, is_share):
    place = path.with_name("share.meipi") if is_share else path
    assert not is_share or meipi("share", place).code == 0
    before = place.read_bytes()
    for ran in (run("-o", str(place)), meipi("glossary export", place)):
        assert (ran.code, ran.out) == (1, "")
        assert ran.err.endswith(f"{place} is a library of Meipi, or a share. Give another name.\n")
    assert place.read_bytes() == before


def test_what_a_finding_rests_on_leads_to_no_claim_that_is_not_exported(run, library, tmp_path):
    tin = made("Tin", "Stocks fell", "Prices rose")
    library.commit(library.add([tin]).change)
    here = library.commit(annotate.highlight(describe(tin, 2, 0, 6), tags=["forecast"]))
    away = library.commit(annotate.highlight(describe(tin, 1, 0, 6)))
    marks = [one.edits[0].record for one in (here, away)]
    rests = tuple(Evidence(one, Bearing.SUPPORTS) for one in marks)
    library.commit(findings.find(Draft("Tin is dear", rests), library.tags()))
    run("--claims", "tag:forecast", "-o", f"{tmp_path}/notes/")
    written = [run("--claims", "tag:forecast").out]
    written += [one.read_text("utf-8") for one in (tmp_path / "notes").glob("*.md")]
    for text in written:
        assert f"#^h-{away.edits[0].record[:8]}" not in text
    for text in (one for one in written if "Tin is dear" in one):
        assert "“Stocks”" in text
        assert f"#^h-{here.edits[0].record[:8]}" in text


def test_it_says_which_pages_an_article_came_from(run, library, tmp_path):
    library.commit(library.add([replace(made("铜", "Copper rose"), page="铜矿")]).change)
    assert "\npages:\n  - 铜矿\n" in run("--article", "铜").out
    run("-o", f"{tmp_path}/notes/")
    (note,) = (tmp_path / "notes").glob("铜 *.md")
    assert "\nFrom the page: 铜矿\n" in note.read_text("utf-8")


def test_a_tag_chooses_whole_articles_and_holds_for_those_under_it(run, two):
    for tag in ("claim", "Claim/Forecast"):
        assert run("--tag", tag, "--json").shape["articles"] == [two[0].id]


def test_the_readers_own_notes_stay_markdown_and_others_do_not(run, two, monkeypatch):
    from core import settings
    from tests.given import ANNA

    assert "> \\*\\*Why\\*\\*" in run().out
    settings.save(settings.Settings(author=ANNA.id, name="Anna"))
    assert "> **Why**" in run().out


def test_a_template_of_ones_own(run, two, tmp_path):
    (tmp_path / "t.j2").write_text("{% for a in articles %}{{ a.title }};{% endfor %}", "utf-8")
    titles = run("--template", str(tmp_path / "t.j2")).out
    assert sorted(titles.strip().strip(";").split(";")) == ["Tin", two[0].title]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--article", "nix"), "No article has the id 'nix'."),
        (("--tag", "nix"), "There is no tag 'nix'."),
        (("--article", "Tin", "--tag", "claim"), "There is no article to export."),
        (("-o", "/no/such/place.md"), "could not be written"),
        (("--template", "/no/such.j2"), "could not be read"),
    ],
)
def test_what_can_be_mended_is_one_sentence_and_ends_with_1(run, two, words, said):
    ran = run(*words)
    assert ran.code == 1
    assert ran.out == ""
    assert said in ran.err
    assert ran.err.count("\n") == 1


def test_a_template_with_a_mistake_names_its_line(run, two, tmp_path):
    (tmp_path / "t.j2").write_text("\n\n{{ nix }}", "utf-8")
    ran = run("--template", str(tmp_path / "t.j2"))
    assert ran.code == 1
    assert "line 3 of the template t.j2" in ran.err


def test_another_form_is_a_wrong_use(path, capsys):
    assert main(["export", "word", "--library", str(path)]) == 2
