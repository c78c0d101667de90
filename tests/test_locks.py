"""What is installed without resolving anything is complete, and is what pyproject asks for."""

import re
import tomllib
from importlib.metadata import metadata, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


def pinned(*names: str) -> dict[str, str]:
    text = "\n".join((ROOT / "packaging" / name).read_text("utf-8") for name in names)
    pins = re.findall(r"^([\w.-]+)==(\S+)$", text, re.MULTILINE)
    return {canonicalize_name(name): version for name, version in pins}


RUN = pinned("requirements.lock")
DEV = pinned("requirements.lock", "requirements-dev.lock")


def missing(wanted: list[str], pins: dict[str, str]) -> list[str]:
    asked = [Requirement(each) for each in wanted]
    asked = [one for one in asked if one.marker is None or one.marker.evaluate({"extra": ""})]
    return [
        str(one)
        for one in asked
        if not one.specifier.contains(pins.get(canonicalize_name(one.name), "0"))
    ]


def test_what_meipi_runs_with_is_pinned_within_its_range():
    assert missing(PROJECT["dependencies"], RUN) == []


def test_what_work_on_meipi_needs_is_pinned_as_asked():
    assert missing(PROJECT["optional-dependencies"]["dev"], DEV) == []


# sqlite-utils asks for pip, which every virtual environment has.
@pytest.mark.parametrize("name", sorted(RUN))
def test_what_a_pinned_package_needs_is_pinned_too(name):
    wanted = [each for each in requires(name) or [] if not each.startswith("pip")]
    assert missing(wanted, RUN) == []


@pytest.mark.parametrize("name", sorted(DEV.keys() - RUN.keys()))
def test_what_a_tool_needs_is_pinned_too(name):
    assert missing(requires(name) or [], DEV) == []


def test_a_package_pinned_twice_has_one_version():
    files = [pinned(path.name) for path in (ROOT / "packaging").glob("*.lock")]
    for pins in files:
        for name, version in pins.items():
            assert all(other.get(name, version) == version for other in files)


PYTHONS = [minor for minor in range(40) if f"3.{minor}" in SpecifierSet(PROJECT["requires-python"])]


@pytest.mark.parametrize("name", sorted(RUN))
def test_a_pinned_package_is_for_every_python_that_meipi_is_for(name):
    (said,) = metadata(name).get_all("Requires-Python") or [""]
    asked = SpecifierSet(said)
    assert [minor for minor in PYTHONS if f"3.{minor}" not in asked] == []


def test_setup_looks_for_a_python_that_meipi_is_for():
    text = (ROOT / "packaging" / "setup.sh").read_text("utf-8")
    first, past = map(int, re.findall(r"\(3, (\d+)\)", text))
    assert list(range(first, past)) == PYTHONS
    assert all(f"python3.{minor} " in text for minor in PYTHONS)
