"""The sample articles that come with the program, so that nobody meets an empty window."""

from resources import HERE


def sample_texts() -> list[str]:
    """Give the pages' texts, in the order of their names."""
    folder = HERE.joinpath("samples")
    found = sorted((one.name, one) for one in folder.iterdir() if one.name.endswith(".txt"))
    return [one.read_text("utf-8") for _, one in found]
