"""Every command once: its words, keys and icon, and in which menus it stands.

What Qt makes of them, and of the keys that a reader gave them, is in `actions`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from sys import platform

from core.model import Colour
from gui.tongue import phrase, tr
from gui.tongue.names import COLOURS


@dataclass(frozen=True, slots=True)
class Command:
    """A command: `name` is the slot that does it, `words` what a menu says.

    Of the commands of one `group`, one is in force; a `switch` is on or off. A command for
    `reading` has keys that mean something else to buttons and lists (Space, letters): it hears
    them only in the list of articles and in the tree.
    """

    name: str
    words: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    group: str = ""
    reading: bool = False
    switch: bool = False


def _keys(*usual: str, mac: tuple[str, ...]) -> tuple[str, ...]:
    """Give the usual keys, but on a Mac others.

    There ⌘H hides a program, F11 shows the desktop, ⌥ and an arrow go from word to word, and what
    is written on the key for Backspace is "delete".
    """
    return mac if platform == "darwin" else usual


DELETE = _keys("Delete", mac=("Backspace", "Delete"))
LANGUAGES = ("English", "简体中文")
FILE = (
    Command("import_files", phrase("Import Files…"), ("Ctrl+I",), "import"),
    Command("import_folder", phrase("Import a Folder…")),
    Command("paste", phrase("Paste a Page"), ("Ctrl+V",), "paste"),
    Command("look_now", phrase("Look for New Articles"), ("F5",)),
    Command("export", phrase("Export Markdown…"), ("Ctrl+E",), "export"),
    Command("share", phrase("Share…"), ("Ctrl+Shift+E",), "share"),
    Command("merge", phrase("Merge…"), ("Ctrl+Shift+I",), "merge"),
    Command("open_library", phrase("Open Library…"), ("Ctrl+O",), "library"),
    Command("backups", phrase("Backups…")),
    Command("add_sample", phrase("Add the Sample Articles")),
    Command("quit", phrase("Quit"), ("Ctrl+Q",)),
)
EDIT = (
    Command("undo", phrase("Undo"), ("Ctrl+Z",), "undo"),
    Command("redo", phrase("Redo"), _keys("Ctrl+Shift+Z", "Ctrl+Y", mac=("Ctrl+Shift+Z",)), "redo"),
    Command("history", phrase("History…"), _keys("Ctrl+H", mac=("Ctrl+Y",)), "history"),
    Command("copy", phrase("Copy"), ("Ctrl+C",), "copy"),
    Command("copy_cited", phrase("Copy with Citation"), ("Ctrl+Shift+C",)),
    Command("find_words", phrase("Find in Article…"), ("Ctrl+F",)),
    Command("find_next", phrase("Find Next"), _keys("F3", "Ctrl+G", mac=("Ctrl+G", "F3"))),
    Command(
        "find_previous",
        phrase("Find Previous"),
        _keys("Shift+F3", "Ctrl+Shift+G", mac=("Ctrl+Shift+G", "Shift+F3")),
    ),
    Command(
        "search", phrase("Search"), ("/", *_keys("Ctrl+Shift+F", mac=("Ctrl+Alt+F",))), "search"
    ),
    Command("save_search", phrase("Save Search"), ("Ctrl+D",)),
    Command("preferences", phrase("Preferences…"), ("Ctrl+,",)),
)
MARK = (
    Command("highlight", phrase("Highlight"), ("H",), "highlight"),
    *(
        Command(f"colour_{colour}", COLOURS[colour], (str(key),), group="colour")
        for key, colour in enumerate(Colour, 1)
    ),
    Command("tag", phrase("Tag…"), ("T",), "tag"),
    Command("tag_by_rule", phrase("Tag by Rule…"), ("Shift+T",)),
    Command("note", phrase("Note"), ("N",), "note"),
    Command("keep_private", phrase("Keep Private"), ("P",), "lock"),
    Command("agree", phrase("Agree"), ("+",), "agree"),
    Command("doubt", phrase("Doubt"), ("!",), "doubt"),
    Command("check", phrase("Check Later"), ("?",), "check"),
    Command("find", phrase("Finding"), ("F",), "finding"),
    Command("add_to_finding", phrase("Add to Finding…"), ("Shift+F",)),
    Command("reach", phrase("Highlight These Words Instead"), ("Shift+H",)),
    Command("next_highlight", phrase("Overlapping Highlights"), ("O",)),
    Command("next_conflict", phrase("Next Conflict"), ("F8",), "versions"),
    Command("accept_text", phrase("Accept the New Text"), ("A",)),
    Command("remove", phrase("Remove Highlight"), ("U", *DELETE), "remove"),
)
WORDS = (
    Command("look_up_word", phrase("Look Up Word"), ("L",)),
    Command("term", phrase("Term…"), ("D",)),
    Command("teach_word", phrase("Teach as One Word"), ("W",)),
    Command("terms", phrase("Your Terms…"), ("Ctrl+T",)),
)
ARTICLE = (
    Command("open_article", phrase("Read"), ("Return",), "open", reading=True),
    Command("original", phrase("Open the Original…"), ("B",)),
    Command("next_claim", phrase("Next Claim"), ("J",)),
    Command("previous_claim", phrase("Previous Claim"), ("K",)),
    Command("same_passage", phrase("Claims on the Same Passage"), ("S",)),
    Command("read_on", phrase("Mark as Read and Go On"), ("Space",), "read", reading=True),
    Command("next_article", phrase("Next Article"), ("Shift+J", "Ctrl+Down")),
    Command("previous_article", phrase("Previous Article"), ("Shift+K", "Ctrl+Up")),
    Command("next_unread", phrase("Next Unread Article"), ("Shift+N",)),
    Command("back", phrase("Back"), _keys("Alt+Left", mac=("Ctrl+[",))),
    Command("forward", phrase("Forward"), _keys("Alt+Right", mac=("Ctrl+]",))),
    Command("turn_unread", phrase("Mark as Read or Unread"), ("M",), "unread"),
    Command("take_away", phrase("Take Article Away"), ("Ctrl+Backspace",), "remove"),
)
VIEW = (
    Command("fold", phrase("Fold All"), ("Z",), "fold"),
    Command("unfold", phrase("Unfold All"), ("Shift+Z",), "unfold"),
    Command("focus_mode", phrase("Focus Mode"), _keys("F11", mac=("Ctrl+Shift+F",)), switch=True),
    Command("collect", phrase("Collect across Articles"), ("Ctrl+Shift+L",)),
    Command("open_beside", phrase("Open Beside"), ("Ctrl+\\",), switch=True),
    Command("go_to_list", phrase("Go to the Articles"), ("F4",), "list"),
    Command("show_sidebar", phrase("Side Bar"), ("F7",), "sidebar"),
    Command("show_inspector", phrase("Inspector"), ("F9",), "inspector"),
    Command("show_ledger", phrase("Ledger"), ("F6",), "ledger"),
    Command("show_due", phrase("What Is Due"), ("Shift+F6",)),
    Command("readers", phrase("Readers…"), ("Ctrl+Shift+R",), "readers"),
    Command("agreement", phrase("Agreement…"), ("Ctrl+Shift+A",)),
    Command("show_quantities", phrase("Quantities"), ("Q",), switch=True),
    Command("show_pinyin", phrase("Pinyin over Titles"), ("Y",), switch=True),
    Command("show_space", phrase("Space between Chinese and Latin"), switch=True),
    Command("script_written", phrase("Chinese as Written"), group="script"),
    Command("script_simplified", phrase("Simplified Chinese"), group="script"),
    Command("script_traditional", phrase("Traditional Chinese"), group="script"),
    Command("group_none", phrase("Not Grouped"), group="group"),
    Command("group_day", phrase("By Day"), group="group"),
    Command("group_source", phrase("By Source"), group="group"),
    Command("group_page", phrase("By Page"), group="group"),
    Command("group_tag", phrase("By Tag"), group="group"),
    Command("sort_date", phrase("Newest First"), group="sort"),
    Command("sort_oldest", phrase("Oldest First"), group="sort"),
    Command("sort_title", phrase("Sorted by Title"), group="sort"),
    Command("sort_source", phrase("Sorted by Source"), group="sort"),
    Command("larger", phrase("Larger Text"), ("Ctrl++", "Ctrl+=")),
    Command("smaller", phrase("Smaller Text"), ("Ctrl+-",)),
    Command("usual_size", phrase("Usual Text Size"), ("Ctrl+0",)),
    Command("lines_narrow", phrase("Narrow Lines"), group="lines"),
    Command("lines_medium", phrase("Medium Lines"), group="lines"),
    Command("lines_full", phrase("Full Width"), group="lines"),
    Command("underline_styles", phrase("Underline Styles"), switch=True),
    Command("language_system", phrase("Language of the System"), group="language"),
    Command("language_en", LANGUAGES[0], group="language"),
    Command("language_zh", LANGUAGES[1], group="language"),
    Command("light", phrase("Light"), group="theme"),
    Command("dark", phrase("Dark"), group="theme"),
    Command("contrast_light", phrase("High Contrast, Light"), group="theme"),
    Command("contrast_dark", phrase("High Contrast, Dark"), group="theme"),
    Command("system", phrase("As the System"), group="theme"),
)
TAGS = (
    Command("tags", phrase("All Tags…"), ("Ctrl+Shift+T",)),
    Command("tags_together", phrase("Tags Together…")),
    *(Command(f"pinned_{n}", phrase("Pinned Tag"), (f"Ctrl+{n}",)) for n in range(1, 10)),
)
HELP = (
    Command("palette", phrase("Every Command…"), ("Ctrl+K",), "search"),
    Command("keys", phrase("Keys…"), ("F1",), "help"),
    Command("tour", phrase("Take the Tour")),
    Command("about", phrase("About Meipi")),
)
MENUS = (
    (phrase("File"), FILE, (4, 6, 8, 9)),
    (phrase("Edit"), EDIT, (2, 4, 7, 9)),
    (phrase("Mark"), MARK, (0, 8, 12, 15, 17, 21)),
    (phrase("Tags"), TAGS, (1,)),
    (phrase("Words"), WORDS, (2,)),
    (phrase("Article"), ARTICLE, (1, 4, 8, 10)),
    (phrase("View"), VIEW, (1, 4, 9, 11, 17, 25, 32)),
    (phrase("Help"), HELP, ()),
)
TOOLS = ("import_files", "paste", "export", "", "undo", "redo", "", "highlight", "tag", "note")
OVER_CLAIM = (
    *("highlight", "colour", "", "tag", "note", "keep_private", "", "agree", "doubt", "check", ""),
    *("find", "add_to_finding", "", "same_passage", ""),
    *("look_up_word", "term", "teach_word", ""),
    *("copy", "copy_cited", "", "remove"),
)
OVER_SECTION = ("unfold", "fold")
OVER_HEAD = ("open_article", "", *OVER_SECTION)
ORDER = (
    *("group_none", "group_day", "group_source", "group_page", "group_tag", ""),
    *("sort_date", "sort_oldest", "sort_title", "sort_source"),
)
OVER_MARKS = (
    *("colour", "", "tag", "keep_private", "", "agree", "doubt", "check", ""),
    *("find", "add_to_finding", "", "copy", "copy_cited", "", "remove"),
)
OVER_ARTICLES = (
    *("open_article", "original", "", "turn_unread", "tag", "", "export", "", "take_away"),
)

GROUPS = ("colour", "group", "sort", "script", "lines", "language", "theme")
LIST, CHINESE, SIZE = phrase("Order of the List"), phrase("Chinese"), phrase("Size of Text")
#: The groups, and the commands, that stand in a menu of their own within one.
WITHIN = {
    "group": LIST,
    "sort": LIST,
    "show_pinyin": CHINESE,
    "show_space": CHINESE,
    "script": CHINESE,
    "larger": SIZE,
    "smaller": SIZE,
    "usual_size": SIZE,
    "lines": phrase("Length of Lines"),
    "language": phrase("Language"),
    "theme": phrase("Theme"),
}


def menu_within(command: Command) -> str:
    """Name the menu within one that a command stands in, if it does."""
    return WITHIN.get(command.group) or WITHIN.get(command.name, "")


def words_of(command: Command) -> str:
    """Say a command; a language by its own name."""
    return command.words if command.words in LANGUAGES else tr(command.words)


def commands() -> Iterator[Command]:
    """Walk every command, menu by menu."""
    for _, group, _ in MENUS:
        yield from group
