"""English words without their endings: plurals, -ed and -ing are one word with what they are of.

Lighter than Porter's rules, which make one word of "import" and "important". What is given back is
for comparing, not for reading: "refining", "refined" and "refine" are all "refin". A short word
keeps its e, and gets it back with "caring" and "planed": a plane is no plan, and care no car.
"""

from functools import cache, lru_cache

LONGEST = 64
#: Endings that are none, and words whose forms no rule makes.
KEPT = frozenset(
    str.split(
        "across aids always armed arms beijing bias boeing brics canvas chaos christmas corps"
        " customs during earnings evening france futures gas gbps goods holdings housing indeed"
        " kansas kbps laos lens mars mbps meeting news nothing options proceeds rating savings"
        " securities series something species texas united whereas wyoming"
    )
)
#: What is kept as another word is, by the word.
FORMS = """
    analysis: analyses | become: became | begin: began begun | break: broke broken
    bring: brought | build: built | bus: buses | buy: bought | child: children
    choose: chose chosen | crisis: crises | criterion: criteria | draw: drawn drew
    fall: fallen fell | fight: fought | focus: focussed | foot: feet | freeze: froze frozen
    gas: gases | give: gave given | grow: grew grown | hold: held | index: indices | keep: kept
    lose: lost | make: made | man: men | meet: met | pay: paid | rise: risen rose | seek: sought
    sell: sold | send: sent | shrink: shrank shrunk | sink: sank sunk | slide: slid | spend: spent
    strike: struck | take: taken took | throw: threw thrown | use: used uses using
    woman: women | write: written wrote
    apu: apus | cpu: cpus | dpu: dpus | gpu: gpus | guru: gurus | houthi: houthis
    iraqi: iraqis | israeli: israelis | meeting: meetings | menu: menus | npu: npus
    pakistani: pakistanis | rating: ratings | robotaxi: robotaxis | saudi: saudis | taxi: taxis
    tpu: tpus
"""
IRREGULAR = {
    form: word
    for one in FORMS.replace("\n", "|").split("|")
    for word, _, forms in [one.strip().partition(": ")]
    for form in forms.split()
}
VOWELS = frozenset("aeiouy")
AGREED = frozenset(("agreed", "decreed", "freed", "guaranteed", "refereed"))


def stem(word: str) -> str:
    """Give a folded word without its ending; words of other scripts stay, and so do short ones."""
    word = word[:LONGEST]
    if not word.isascii() or len(word) < 4:
        return IRREGULAR.get(word, word)
    if word in KEPT:
        return word
    bare = _bare(IRREGULAR.get(word) or _without_ending(_singular(word)))
    return _american().get(bare, bare)


def _singular(word: str) -> str:
    if word in KEPT or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return _with_y(word)
    return word[:-2] if word.endswith(("sses", "zzes")) else word[:-1]


def _without_ending(word: str) -> str:
    if word.endswith("eed"):
        return word[:-1] if word in AGREED else word
    if word.endswith("ied") and len(word) > 4:
        return _with_y(word)
    for ending in ("ing", "ed"):
        rest = word.removesuffix(ending)
        if rest != word and len(rest) > 2 and not VOWELS.isdisjoint(rest) and word not in KEPT:
            return f"{rest}e" if _is_short(rest) else rest
    return word


def _with_y(word: str) -> str:
    """Give the word in y whose form ends in ies or ied: y is i, but in one so short as "try"."""
    return f"{word[:-3]}{'y' if len(word) == 5 else 'i'}"


def _is_short(word: str) -> bool:
    """Tell whether a word has one vowel between consonants: with an ending, its last is doubled.

    What comes with a single one is another word, which ends in e.
    """
    if len(word) < 3 or word[-1] in "aeiouwxy" or word[0] in "aeiou":
        return False
    return word[-2] in VOWELS and VOWELS.isdisjoint(word[1:-2])


def _bare(word: str) -> str:
    """Take from a word what an ending would have taken: e, the second of two letters; y is i.

    Two of s are the word's own: a loss is not Los Angeles.
    """
    if len(word) < 4:
        return word
    if word.endswith("e"):
        return word if _is_short(word[:-1]) else word[:-1]
    if word.endswith("y") and word[-2] not in VOWELS:
        return f"{word[:-1]}i"
    if word[-1] == word[-2] != "s":
        return word[:-1]
    return word


@cache
def _american() -> dict[str, str]:
    """Give the American spelling of what is left of a British word."""
    from core.words import american  # with the first word, not the first picture

    return {_bare(_without_ending(a)): _bare(_without_ending(b)) for a, b in american.pairs()}


@cache
def _irregular() -> dict[str, tuple[str, ...]]:
    """Give what forms begin with that do not begin as their word does, by what that is kept as."""
    made = dict[str, tuple[str, ...]]()
    for form, word in (*((a, stem(b)) for a, b in IRREGULAR.items()), *_american().items()):
        made[word] = (*made.get(word, ()), form)
    return made


@lru_cache(4096)
def beginnings(term: str) -> tuple[str, ...]:
    """Give how the forms of a word may begin that is kept so; with one of them each does begin."""
    begun = term[:-1] if term[-1] in "ei" or (len(term) == 3 and term[-1] == "y") else term
    return (begun, *_irregular().get(term, ()))
