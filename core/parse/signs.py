r"""Citations in the signs of other hands, `¹`, `(1)(3)`, `\[1\]`, `[[1]](#p1)`, to `[1][3]`.

Small raised figures are exponents too, and figures in round brackets are codes. They are taken for
citations only in a text that has none of the usual kind, and where several claims end in them.
"""

import re
from itertools import islice

from core.parse import cites

_LINKED = re.compile(rf"\[?\\?\[({cites.NUMBER})\\?\](?:\]?\((?:https?://|#)[^\s()]{{0,500}}\))")
_ESCAPED = re.compile(rf"\\\[({cites.NUMBER})\\?\]")
#: As machines that write with their sources in view mark them, and notes in Chinese.
_MARKED = re.compile(
    rf"\[\[({cites.NUMBER})\]\]|\[(?:citation:|ref\.? ?|注|註)({cites.NUMBER})\]"
    rf"|〔({cites.NUMBER})〕|【({cites.NUMBER})†[^\[\]【】]{{0,80}}】"
)
#: What such texts have: looked for first, as most have none, and all of a text is looked through.
_OF_MARKED = re.compile(r"\[[\[cr注註]")
_OF_LINKED = re.compile(r"\][()）]")
#: Square brackets in round ones.
_BOXED = re.compile(rf"\s?[(（]((?:\[{cites.NUMBER}\][,，、;]?\s?){{1,9}})(?<!\s)[)）]")
RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_USUAL = str.maketrans(RAISED, "0123456789")
#: Where a claim ends: at the end of a line, before a dash, or before a heading and a dash.
_HEADING = r"[A-Z第组](?:[^()（）\n]|\([^()\d]{0,40}\)){0,100}"
_END = rf"(?=[.。;；]?(?:[ \t]*$|\s{{1,2}}[-–—•*]\s|\s{_HEADING}\s[-–—•]\s))"
#: A figure after a single letter, a unit or a ten is an exponent.
_NO_EXPONENT = r"(?<!\b[a-zA-Z])(?<!\b[kcmdµn]m)(?<!\b(?:ft|in|yd|mi))(?<!\b10)"
_MOST = 12  # citations of one claim, written so
_RAISED = re.compile(
    rf"(?<=[^\s{RAISED}]){_NO_EXPONENT}"
    rf"(?:[,，、 \u200b]?(?:[⁽(]?[{RAISED}]{{1,3}}[⁾)]?)){{1,{_MOST}}}+{_END}",
    re.MULTILINE,
)
_NUMBER = r"[1-9]\d{0,2}"
_ONE = rf"[(（]\s?{_NUMBER}(?:[,，、]\s?{_NUMBER}){{0,9}}\s?[)）]"
_ROUND = re.compile(rf"(?<=[^\s:：])\s?{_ONE}(?: ?{_ONE}){{0,{_MOST}}}+{_END}", re.MULTILINE)
_CLAIM = re.compile(r"^[ \t]*(?:[-*•·▪●–—]|\d{1,2}[.)])\s.*|^.*\S\s[-–—•]\s.*", re.MULTILINE)
_FEWEST_RAISED, _FEWEST_ROUND = 2, 3


def usual(text: str) -> str:
    """Write a text's citations as the site writes them."""
    is_linked = _OF_LINKED.search(text) is not None
    text = _LINKED.sub(r"[\1]", text) if is_linked else text
    text = _ESCAPED.sub(r"[\1]", text) if "\\" in text else text
    if _OF_MARKED.search(text) or "〔" in text or "†" in text:
        text = _MARKED.sub(lambda found: f"[{found[found.lastindex or 0]}]", text)
    text = _BOXED.sub(r" \1", text) if is_linked else text
    raised = not text.isascii() and any(figure in text for figure in RAISED)
    if not (raised or ")" in text or "）" in text) or cites.CITE.search(text):
        return text
    if raised and len(_RAISED.findall(text)) >= _FEWEST_RAISED:
        return _RAISED.sub(_bracketed, text)
    rounds = (found for claim in _CLAIM.finditer(text) for found in _ROUND.finditer(claim[0]))
    if sum(1 for _ in islice(rounds, _FEWEST_ROUND)) < _FEWEST_ROUND:
        return text
    return _CLAIM.sub(lambda claim: _ROUND.sub(_bracketed, claim[0]), text)


def _bracketed(run: re.Match[str]) -> str:
    figures = re.findall(r"\d+", run[0].translate(_USUAL))
    return " " + "".join(f"[{figure}]" for figure in figures)
