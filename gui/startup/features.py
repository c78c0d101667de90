"""PySide kept from loading what it tells of itself, until that is asked for.

With its first module it unpacks and compiles a dozen of its own, which spell the signatures of all
it has, for messages about wrong arguments and for help: a third of the time to a bare window, and
megabytes. A door stands in for the one that loads them, and loads them where a message is wanted.

Nor does it look there whether a module asks for its `__feature__`, which takes as much again: it
reads the text of every module that is imported. None of ours asks.

All this leans on what PySide does inside, so that it is left alone where it is not a version that
was tried, or cannot be told, as in a frozen program.
"""

import io
import sys
from functools import cache, partial
from importlib import import_module
from importlib.machinery import ModuleSpec
from importlib.util import find_spec, module_from_spec
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

TRIED = b"6.11."  # how the versions of PySide begin that are known inside
#: What PySide unpacks with, and loads for nothing else.
UNPACKING = ("zipfile", "base64", "tempfile", "textwrap", "traceback")
PACKAGES = ("shibokensupport", "shibokensupport.signature")
LOADER, MAPPING = (f"{PACKAGES[1]}.{name}" for name in ("loader", "mapping"))
#: What PySide asks the loader for at once, to call it later.
ASKED = ("pyside_type_init", "create_signature", "seterror_argument", "make_helptext")
#: What it asks for to call it whenever something is imported.
HEARD = ("finish_import", "feature_import", "feature_imported", "post_init")


def want_none() -> None:
    """Load PySide, before anything else does, without what it tells of itself."""
    if "shiboken6" not in sys.modules and _is_tried():
        _load_lean()
    if not isinstance(sys.modules.get(LOADER), _Door):
        _take_all_for_asking_nothing()


def _is_tried() -> bool:
    found = find_spec("shiboken6")
    told = Path(found.origin).with_name("_config.py") if found and found.origin else None
    return bool(told and told.is_file() and b'"%b' % TRIED in told.read_bytes())


def _load_lean() -> None:
    lent = {name: ModuleType(name) for name in UNPACKING}
    lent["base64"].__dict__["b64decode"] = lambda _text: b""
    lent["zipfile"].__dict__["ZipFile"] = _Packed
    there = {name: sys.modules[name] for name in lent if name in sys.modules}
    sys.modules.update(lent)
    try:
        import_module("shiboken6")
    finally:
        for name in lent:
            del sys.modules[name]
        sys.modules.update(there)


class _Packed:
    """Of what is packed into PySide, the packages, empty, and the door."""

    def __init__(self, _file: io.BytesIO) -> None:
        self._texts = {f"{_path(name)}/__init__.py": b"" for name in PACKAGES}
        self._texts[f"{_path(LOADER)}.py"] = b"from gui.startup.features import door; door()"
        self.filelist = [SimpleNamespace(filename=name) for name in self._texts]

    def open(self, name: str, _mode: str) -> io.BytesIO:
        return io.BytesIO(self._texts[name])


def _path(module: str) -> str:
    return module.replace(".", "/")


class _Door(ModuleType):
    """What PySide takes for the module that loads the rest."""

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(_opened(), name)


def door() -> None:
    """Put the door where the loader is being imported."""
    loader, mapping = sys.modules[LOADER], module_from_spec(ModuleSpec(MAPPING, None))
    loader.__class__ = _Door
    vars(loader).update({name: partial(_call, name) for name in ASKED})
    vars(loader).update(dict.fromkeys(HEARD, _hear))
    vars(mapping)["update_mapping"] = _update
    sys.modules[MAPPING] = mapping


def _hear(*_given: object) -> None:
    """Leave imports as they are: PySide changes nothing of them."""


def _call(name: str, *given: object) -> object:
    return getattr(_opened(), name)(*given)


def _update() -> object:
    """Be called by PySide before it spells the first message, where it expects the mapping."""
    _opened()
    return vars(sys.modules[MAPPING])["update_mapping"]()


@cache
def _opened() -> ModuleType:
    """Load what the door stands for; the mapping fills the module that PySide holds already."""
    bootstrap: Any = sys.modules["signature_bootstrap"]
    for name in UNPACKING:
        setattr(bootstrap, name, import_module(name))
    finders, packed = bootstrap.prepare_zipfile()
    finders.insert(0, packed)
    del sys.modules[LOADER]
    packed.exec_module(sys.modules[MAPPING])
    loader = import_module(LOADER)
    finders.remove(packed)
    return loader


def _take_all_for_asking_nothing() -> None:
    """Have every module taken for one that asks for nothing, where PySide is loaded as it is."""
    import_module("PySide6.QtCore")
    feature: Any = import_module("shibokensupport.feature")
    if hasattr(feature, "_mod_uses_pyside"):
        feature._mod_uses_pyside = lambda _module: True  # noqa: SLF001  no other way
