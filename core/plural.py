"""English nouns, one and many: those that go their own way, and the endings of all others.

Which words are plurals at all, and which mean something else than their singular, is for those to
say who ask.
"""

_OWN = {
    "aloes": "aloe",
    "analyses": "analysis",
    "axes": "axis",
    "bonuses": "bonus",
    "buses": "bus",
    "businessmen": "businessman",
    "businesswomen": "businesswoman",
    "calories": "calorie",
    "campuses": "campus",
    "censuses": "census",
    "children": "child",
    "cookies": "cookie",
    "crises": "crisis",
    "criteria": "criterion",
    "echoes": "echo",
    "embargoes": "embargo",
    "epochs": "epoch",
    "feet": "foot",
    "fishermen": "fisherman",
    "gases": "gas",
    "halves": "half",
    "heroes": "hero",
    "hoes": "hoe",
    "indices": "index",
    "knives": "knife",
    "leaves": "leaf",
    "lenses": "lens",
    "lives": "life",
    "men": "man",
    "menus": "menu",
    "mice": "mouse",
    "monarchs": "monarch",
    "mosquitoes": "mosquito",
    "movies": "movie",
    "overshoes": "overshoe",
    "phenomena": "phenomenon",
    "potatoes": "potato",
    "robotaxis": "robotaxi",
    "shelves": "shelf",
    "shoes": "shoe",
    "snowshoes": "snowshoe",
    "statuses": "status",
    "stomachs": "stomach",
    "taxis": "taxi",
    "teeth": "tooth",
    "theses": "thesis",
    "thieves": "thief",
    "tiptoes": "tiptoe",
    "toes": "toe",
    "tomatoes": "tomato",
    "torpedoes": "torpedo",
    "vetoes": "veto",
    "viruses": "virus",
    "volcanoes": "volcano",
    "wives": "wife",
    "wolves": "wolf",
    "women": "woman",
    "zombies": "zombie",
}
_MANY = {one: many for many, one in _OWN.items()}
#: Words in s that are no plurals, or are their own; so are those like "glass", "virus", "basis".
_ALIKE = frozenset(
    str.split(
        "always bias canvas chaos christmas corps cosmos economics gas lens mathematics mumps news"
        " physics politics series species texas"
    )
)
#: What is many, and shows it by no ending.
UNCHANGED = frozenset(
    str.split("aircraft cattle crew data media people personnel police spacecraft staff")
)
_LONGER = ("ches", "oes", "shes", "sses", "xes", "zzes")


def singular(word: str) -> str:
    """Give a word in small letters without its plural; what has none stays as it is."""
    if word in _OWN:
        return _OWN[word]
    if not word[1:].endswith("s") or word in _ALIKE or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    return word[: -2 if word.endswith(_LONGER) else -1]


def plural(noun: str) -> str:
    """Give a noun in the plural; one that is in it already stays as it is."""
    if noun in _MANY or noun in _ALIKE or noun in UNCHANGED:
        return _MANY.get(noun, noun)
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")
