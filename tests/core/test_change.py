"""A change, and what can be asked of it."""

from dataclasses import replace

from core.change import Change, Edit, Record


def test_records_are_named_once_each_in_order_also_after_a_change_of_the_change() -> None:
    edits = [Edit(Record.TAG, one, "name", None, "x") for one in ("b", "a", "b")]
    change = Change("tag", (*edits, Edit(Record.ARTICLE, "c", "edition", None, "1")))
    for one in (change, replace(change, id="1")):
        assert one.records(Record.TAG) == ("b", "a")
        assert one.records(Record.ARTICLE) == ("c",)
        assert one.records(Record.PAIR) == ()
    assert replace(change, edits=()).records(Record.TAG) == ()
    assert change == replace(change)
