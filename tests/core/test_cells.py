"""What is written for programs for tables: no cell is a formula, and none begins another."""

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.cells import FORMULAS, as_csv, defused, plain


@given(st.text(st.sampled_from([*FORMULAS, "'", "\t", "\r", " ", "a", "1", "."]), max_size=6))
def test_no_cell_begins_a_formula_and_every_cell_can_be_told(cell):
    told = defused(cell)
    assert told in (cell, f"'{cell}")
    assert plain(told) == cell
    if told == cell and not cell.lstrip("-").replace(".", "", 1).isdecimal():
        assert cell.lstrip()[:1] not in FORMULAS
        assert cell[:1] not in ("'", "\t", "\r")


@pytest.mark.parametrize("cell", ["=1", "+x", "-x", "@x", "|x", "\t=1", " =1", "＝1", "\u3000=1"])
def test_a_cell_that_starts_a_formula_is_defused(cell):
    (_, row) = csv.reader(StringIO(as_csv(["x", "y", "z"], [[cell, -0.25, None]])))
    assert row == [f"'{cell}", "-0.25", ""]


@pytest.mark.parametrize("end", ["\r", "\r\n", "\n"])
def test_no_end_of_a_line_within_a_cell_begins_another_cell(end):
    told = as_csv(["x"], [[f"said{end}=HYPERLINK(1)"]])
    assert "\r" not in told
    assert list(csv.reader(StringIO(told))) == [["x"], ["said\n=HYPERLINK(1)"]]
