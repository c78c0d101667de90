"""Find the counted noun behind an English number: "three Central Asian countries".

The head is the first plural of the words that follow, a few adjectives between them allowed. A
number that is part of a name ("Boeing 737 jets") counts nothing.
"""

import re
from typing import NamedTuple

from core import plural
from core.quantity.months import MONTHS
from core.quantity.plain import wordset

#: No counted noun is farther from its number than so many words.
WORDS = 6

_MORE = re.compile(r"[ -](?:more|additional|further|extra)(?=[ ](?!than)[A-Za-z])")
_WORD = re.compile(
    r"[ -]((?:[2-6]G(?:-A)?|\d{1,3}-inch)(?=[ ][a-z])"
    r"|[A-Za-z][A-Za-z0-9'.-]{0,30}[A-Za-z0-9]|[A-Za-z])"
)
_STOPS = wordset(
    """
    a about after again against ago all also although among an and annually any are as at
    away back be because been before being below between both but by can cents could daily
    did do does done down during each earlier either else even ever every fewer for from had
    has have he her here hers him his how however i if in instead into is it its later less
    like made makes many may me might monthly more most much must my near never next nor not
    now of off on once only or our out over own per percent plus pm am quite rather said
    says shall she should since so some such than that the their them then there these they
    this those though through times to together too toward towards under until up upon us
    very via was we were what when where whether which while who whole whose why will with
    within without would yet you your yearly years year versus vs rose fell went came saw
    got became passed failed rises falls says sees gives takes makes means goes comes
    remains equals stands sits seeks
    """
)
#: What is counted and shows no plural, or not by its ending.
_PLURALS = plural.UNCHANGED | {"series", "species"}
#: What looks like a plural and is none.
_NO_PLURALS = wordset(
    """
    was has its less yes perhaps across towards besides sometimes afterwards upwards
    downwards overseas says does goes
    """
)
#: Plurals that go before another noun: "sales outlets", "goods trains".
_MODIFIERS = wordset(
    """
    sales goods systems communications operations arms sports futures bonds savings customs
    electronics semiconductors robotics logistics securities telecommunications services
    physics economics materials earths minerals metals rights ports honours overseas affairs
    energies central previous various serious autonomous famous
    """
)
#: Words with a capital that may stand before a number without being its name.
_OPENERS = wordset(
    """
    the a an in on at of by for from with to and or but about around over under nearly
    almost some more than least up only just all its their his her our these those this that
    last next first other another roughly approximately exactly fully currently now today so
    while as when after before since until among between across within china's has have had
    are is were was will would can sold added built opened made took bought hired shipped
    delivered launched produced exported imported cut lost gained adding ordered both
    however meanwhile january february march april may june july august september october
    november december there it they we you he she total every each no not twelve nine
    """
)
#: The Three Gorges, the Two Sessions: a numeral with a capital inside a sentence is a name's.
_TITLED = re.compile(r"(?<![\w])[Tt]he[ ][A-Z][a-z]+[ -](?:[a-z]+[ ])?[A-Z]", re.ASCII)
#: The October 9 controls are of a day.
_DATED = re.compile(
    r"(?:^|(?:(?<![A-Za-z])(?:[Tt]he|[Oo]n|[Bb]y|[Uu]ntil|[Ss]ince|[Bb]efore|[Aa]fter)|['’]s)[ ])"
    rf"(?:{'|'.join(name.capitalize() for name in MONTHS)})\.?[ ]$"
)
_CAPITAL = re.compile(r"(?<![\w.&'-])([A-Z][\w.&'-]*)[ ]$")


class Noun(NamedTuple):
    """A counted noun: its head in the singular, and where it ends."""

    head: str
    end: int


def noun(cased: str, at: int, limit: int) -> Noun | None:
    """Find the noun that begins right behind a number, a space or hyphen between them."""
    more = _MORE.match(cased, at, limit)
    end, found = more.end() if more else at, None
    if cased[end : end + 1] == "-" and _is_of_it(cased, end, limit):
        return None
    for _ in range(WORDS):
        match = _WORD.match(cased, end, limit)
        if not match:
            break
        word = match.group(1)
        if word.lower() in _STOPS:
            break
        end = match.end()
        if _is_plural(word):
            found = Noun(singular(word), end)
            if word.lower() not in _MODIFIERS:
                break
        elif found:
            break
    return found and _bare(cased, found)


def _is_of_it(cased: str, at: int, limit: int) -> bool:
    """Tell what a number is part of the name of: a two-bedroom flat, a five-axis machine."""
    match = _WORD.match(cased, at, limit)
    return match is not None and not _is_plural(match.group(1).rpartition("-")[2])


def _bare(cased: str, found: Noun) -> Noun:
    """Leave the sign of a possessive outside: "three makers' profits"."""
    return found if cased[found.end - 1] not in "'’" else Noun(found.head, found.end - 1)


def _is_plural(word: str) -> bool:
    small = word.lower()
    if small in _PLURALS:
        return True
    if small in _NO_PLURALS or len(small) < 3 or small.endswith("'s"):
        return False
    return singular(word) != small


def singular(word: str) -> str:
    """Give an English plural in the singular; names in capitals keep theirs (GPUs: GPU)."""
    ahead, dash, last = word.rpartition("-")
    if dash:
        return f"{ahead.lower()}-{singular(last)}"
    small, stem = word.lower(), word[:-1]
    if small == "people":
        return "person"
    if word.endswith("s") and stem.isupper() and len(stem) > 1:
        return stem
    return plural.singular(small)


def is_name(cased: str, floor: int, at: int) -> bool:
    """Tell whether a number belongs to the word before it: "Model 3", "Airbus 320"."""
    if _TITLED.match(cased, max(floor, at - 4)) or _DATED.search(cased[max(floor, at - 20) : at]):
        return True
    match = _CAPITAL.search(cased[max(floor, at - 26) : at])
    if not match:
        return False
    word = match.group(1)
    if word.lower() in _OPENERS or word.endswith((".", "'s", "s'")):
        return False
    begin = max(floor, at - 26) + match.start()
    return not _opens_sentence(cased, begin)


def _opens_sentence(cased: str, at: int) -> bool:
    ahead = cased[max(0, at - 4) : at].rstrip(" \"'“(*-")
    return not ahead or ahead[-1] in ".!?:;。！？：；"
