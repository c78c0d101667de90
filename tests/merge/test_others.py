"""What a merge brings besides highlights is told before, and taken or left one by one."""

from core import annotate
from core.change import Change, Edit, Record, Take
from core.check import check
from core.ident import fresh
from core.library import Library
from core.merge import State, plan
from core.model import Article
from tests.given import passage


def told(anna: Library, ben: Library) -> list[tuple[Record, str, State]]:
    return [(one.kind, one.name, one.state) for one in plan(anna.path, ben.path).others]


def say(library: Library, kind: Record, record: str, **fields: str) -> str:
    edits = (Edit(kind, record, field, None, value) for field, value in fields.items())
    library.commit(Change("say", tuple(edits)))
    return record


def test_of_the_same_nothing_is_told(anna: Library, ben: Library) -> None:
    assert told(anna, ben) == []


def test_tags_terms_searches_and_findings_made_there_are_new(anna: Library, ben: Library) -> None:
    say(ben, Record.TAG, fresh(), name="矿产")
    say(ben, Record.TERM, fresh(), zh="稀土", en="rare earth")
    say(ben, Record.SEARCH, fresh(), name="Soon", query="稀土 2026")
    say(ben, Record.FINDING, fresh(), statement="It takes 20 years")
    assert told(anna, ben) == [
        (Record.FINDING, "It takes 20 years", State.NEW),
        (Record.SEARCH, "Soon", State.NEW),
        (Record.TAG, "矿产", State.NEW),
        (Record.TERM, "稀土", State.NEW),
    ]


def test_a_tag_renamed_there_is_changed_and_on_both_sides_in_conflict(
    anna: Library, ben: Library
) -> None:
    (tag,) = anna.tags()
    ben.commit(Change("rename", (Edit(Record.TAG, tag.id, "name", "claim", "thesis"),)))
    assert told(anna, ben) == [(Record.TAG, "thesis", State.CHANGED)]
    anna.commit(Change("rename", (Edit(Record.TAG, tag.id, "name", "claim", "assertion"),)))
    assert told(anna, ben) == [(Record.TAG, "thesis", State.CONFLICT)]
    (one,) = plan(anna.path, ben.path).others
    (field,) = one.fields
    assert (field.ours, field.theirs) == ("assertion", "thesis")


def test_a_reader_of_another_name_is_told_and_one_who_is_new_comes_along(
    anna: Library, ben: Library, rare_earths: Article
) -> None:
    ben.commit(annotate.highlight(passage(rare_earths, "oxides")))
    assert told(anna, ben) == []
    ben.commit(annotate.sign(anna.author.id, "Anna", "Anna K."))
    assert told(anna, ben) == [(Record.AUTHOR, "Anna K.", State.CHANGED)]


def test_an_article_taken_away_there_is_told_unless_a_mark_here_keeps_it(
    anna: Library, ben: Library, rare_earths: Article
) -> None:
    ben.commit(annotate.take_away([rare_earths.id]))
    assert told(anna, ben) == [(Record.ARTICLE, rare_earths.title, State.DELETED)]
    anna.commit(annotate.highlight(passage(rare_earths, "oxides")))
    assert told(anna, ben) == []
    before = anna.count()
    anna.merge(ben.path)
    assert anna.count() == before


def test_what_is_told_is_what_happens(anna: Library, ben: Library, rare_earths: Article) -> None:
    ben.commit(annotate.take_away([rare_earths.id]))
    (gone,) = plan(anna.path, ben.path).others
    anna.merge(ben.path, Take(frozenset({gone.id}), frozenset()))
    assert anna.count() == 0
    anna.undo()
    assert anna.count() == 1
    assert check(anna.path).sound


def test_only_what_is_ticked_is_taken(anna: Library, ben: Library) -> None:
    wanted = say(ben, Record.TERM, fresh(), zh="稀土", en="rare earth")
    say(ben, Record.TERM, fresh(), zh="锂", en="lithium")
    top = say(ben, Record.TAG, fresh(), name="矿产")
    under = say(ben, Record.TAG, fresh(), name="稀土", parent=top)
    anna.merge(ben.path, Take(frozenset(), frozenset(), frozenset({wanted, under})))
    assert [term.zh for term in anna.terms()] == ["稀土"]
    assert {tag.path for tag in anna.tags()} == {"claim", "矿产", "矿产/稀土"}
    assert [one.name for one in plan(anna.path, ben.path).others] == ["锂"]
    assert check(anna.path).sound


def test_a_highlight_is_not_taken_by_way_of_the_others(
    anna: Library, ben: Library, mark: str
) -> None:
    ben.commit(annotate.note(ben.highlight(mark), "his"))
    anna.merge(ben.path, Take(frozenset(), frozenset(), frozenset({mark})))
    assert anna.highlight(mark).note == "why?"


def test_a_finding_is_taken_with_the_marks_it_rests_on(
    anna: Library, ben: Library, rare_earths: Article
) -> None:
    made = ben.commit(annotate.highlight(passage(rare_earths, "oxides"))).edits[0].record
    finding = say(ben, Record.FINDING, fresh(), statement="It takes 20 years")
    rests = Edit(Record.FINDING, finding, f"evidence:{made}", None, "supports")
    ben.commit(Change("rest", (rests,)))
    anna.merge(ben.path, Take(frozenset(), frozenset(), frozenset({finding})))
    assert check(anna.path).sound
    anna.merge(ben.path)
    assert check(anna.path).sound
    assert plan(anna.path, ben.path).others == ()


def test_what_is_signed_with_a_name_and_not_known_here_is_counted(
    anna: Library, ben: Library, mark: str
) -> None:
    assert plan(anna.path, ben.path).signed == {}
    with Library(ben.path, anna.author) as forger:
        forger.commit(annotate.note(forger.highlight(mark), "I never wrote this"))
    assert plan(anna.path, ben.path).signed == {anna.author.id: 1}
    anna.merge(ben.path)
    assert plan(anna.path, ben.path).signed == {}


def test_a_tag_there_with_a_name_too_long_for_here_does_not_keep_the_rest_away(
    anna: Library, ben: Library
) -> None:
    say(ben, Record.TAG, fresh(), name="x" * 200)
    say(ben, Record.TAG, fresh(), name="claim")
    (pair,) = plan(anna.path, ben.path).alike
    assert pair.ours.path == pair.theirs.path == "claim"


def test_articles_that_are_marked_as_read_there_are_counted(
    anna: Library, ben: Library, rare_earths: Article
) -> None:
    was = {rare_earths.id: False}
    assert plan(anna.path, ben.path).turned == 0
    ben.commit(annotate.read(was, now=True))
    assert plan(anna.path, ben.path).turned == 1
    anna.commit(annotate.read(was, now=True))
    assert plan(anna.path, ben.path).turned == 0
