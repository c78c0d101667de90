"""What stands over a mail that was forwarded, in text copied out of it: a few words, and its head.

They are no article, and none of one. They are kept beside the first.
"""

import re
from collections.abc import Sequence

from core.parse.lines import EMPTY, Line, Look

_SENDER = re.compile(r"[*\s]*(?:From|发件人|發件人|寄件者|寄件人)[*\s]*[:：].*")
_NAME = re.compile(
    r"[*\s]*(?:From|Sent|Date|To|Cc|CC|Reply-To|Subject|发件人|發件人|寄件者|寄件人|收件人|收件者|抄送"
    r"|副本|主题|主題|主旨|日期|时间|時間|发送时间|發送時間|发件时间)[*\s]*[:：].*"
)
_RULE = re.compile(
    r"[-—=*_ ]{2,}.{0,40}(?:[Ff]orwarded|[Oo]riginal|转发|轉寄|原始邮件|原郵件).{0,40}"
    r"|Begin forwarded message:?|.{0,80}(?:wrote|写道|寫道)[:：]"
)
_FEWEST, _MOST_OVER = 3, 40  # lines
_PLAIN = frozenset((Look.TEXT, Look.BLANK))


def taken_out(lines: list[Line]) -> tuple[list[Line], list[str]]:
    """Take the heads of mails out of a page's lines, and the words over the first; give them."""
    kept = list[str]()
    for place, line in enumerate(lines):
        if line.text and _SENDER.fullmatch(line.text) is not None:
            end = _end(lines, place)
            if end - place >= _FEWEST:
                begins = _begin(lines, place, is_first=not kept)
                kept += [one.text for one in lines[begins:end] if one.text]
                lines[begins:end] = [EMPTY] * (end - begins)
    return lines, kept


def _end(lines: Sequence[Line], start: int) -> int:
    end = start
    while end < len(lines) and _NAME.fullmatch(lines[end].text) is not None:
        end += 1
    return end


def _begin(lines: Sequence[Line], place: int, *, is_first: bool) -> int:
    """Give where a head begins: with the line that parts it, or the words over the first."""
    if is_first and place <= _MOST_OVER and all(line.look in _PLAIN for line in lines[:place]):
        return 0
    above = place - 1
    while above > 0 and not lines[above].text:
        above -= 1
    return above if above >= 0 and _RULE.fullmatch(lines[above].text) else place
