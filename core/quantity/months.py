"""The months by their English names, whole and short, and their numbers."""

MONTHS = {
    word: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
            "august aug", "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for word in names.split()
}  # fmt: skip
