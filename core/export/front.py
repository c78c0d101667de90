"""Front matter: properties as YAML that any reader of YAML gives back letter for letter."""

import re
from collections.abc import Mapping

import yaml

from core.export.escape import Markdown

_SURROGATE = re.compile("[\ud800-\udfff]")
#: Harmless in a file, but not in an editor that shows it; spelt out between double quotes.
_UNSEEN = re.compile("[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


class _Dumper(yaml.SafeDumper):
    """Writes text with marks that nobody sees between double quotes."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002
        super().increase_indent(flow, indentless=False)


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    plain = _SURROGATE.sub("\ufffd", text)
    style = '"' if _UNSEEN.search(plain) or not plain.isprintable() else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", plain, style=style)


_Dumper.add_representer(str, _text)
_Dumper.add_representer(Markdown, _text)


def front_matter(properties: Mapping[str, object]) -> Markdown:
    """Give properties as YAML, without the lines of dashes; what is None or empty is left out."""
    held = {key: value for key, value in properties.items() if value not in (None, "", (), [])}
    if not held:
        return Markdown("")
    text = yaml.dump(
        held, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=float("inf"), indent=2
    )
    return Markdown(_UNSEEN.sub(_spelt, text).rstrip("\n"))


def _spelt(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04X}"
