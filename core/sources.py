"""Chinese names of sources written in pinyin."""


def name(source: str | None) -> str | None:
    return source


def matching(text: str) -> tuple[str, ...]:
    return ()
