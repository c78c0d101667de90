"""English words that are spelt in two ways, so that labour is found by labor, and labor by labour.

Words are told one by one: no rule knows that "four" is no "for", and "promise" no "promize".
"""

from collections.abc import Iterator

OUR = "arm behavi cand col endeav fav flav harb hon hum lab neighb rum sav splend vap"
ISE = (
    "author capital central character commercial critic decarbon digit emphas final general"
    " industrial legal liberal local maxim minim mobil modern monet national normal optim organ"
    " penal pressur priorit privat real recogn securit special stabil standard subsid summar util"
)
PAIRS = {
    "aluminium": "aluminum",
    "analyse": "analyze",
    "catalogue": "catalog",
    "centre": "center",
    "defence": "defense",
    "fibre": "fiber",
    "grey": "gray",
    "jewellery": "jewelry",
    "licence": "license",
    "litre": "liter",
    "metre": "meter",
    "mould": "mold",
    "offence": "offense",
    "paralyse": "paralyze",
    "plough": "plow",
    "programme": "program",
    "sceptic": "skeptic",
    "sulphide": "sulfide",
    "sulphur": "sulfur",
    "theatre": "theater",
    "tonne": "ton",
    "tyre": "tire",
}


def pairs() -> Iterator[tuple[str, str]]:
    """Give each word as the British and as the Americans spell it."""
    yield from PAIRS.items()
    yield from ((f"{one}our", f"{one}or") for one in OUR.split())
    for one in ISE.split():
        yield f"{one}ise", f"{one}ize"
        yield f"{one}isation", f"{one}ization"
