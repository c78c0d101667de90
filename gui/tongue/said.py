"""What core says to a reader when something is wrong, in the language of the window.

Core speaks English and knows no window. Each of its sentences is here once, with {0} for what it
names; what is said is known by its words again, and said with what it named.
"""

import re
from functools import lru_cache

from core.errors import MeipiError
from gui.tongue import is_chinese, phrase, tr
from gui.tongue.reasons import reason

SENTENCES = (
    phrase("It is tried again in an hour."),
    phrase("It is tried again in {0} hours."),
    phrase("The server says that this feed is gone for good."),
    phrase("This feed has more than {0} lines."),
    phrase("Remove it, or look for another address."),
    phrase("This address gives no feed."),
    phrase("This file names no feed."),
    phrase("This list of feeds is larger than 2 MB."),
    phrase("Export your feeds as OPML from the program that follows them, and choose that file."),
    phrase("Look for the address of its RSS or Atom feed."),
    phrase("A feed has an address that begins with http:// or https://."),
    phrase("The server answered {0}."),
    phrase("The server wants to be told a name and a password."),
    phrase("Write them into the address: https://name:password@example.org/feed"),
    phrase("This is not a web address."),
    phrase("The server broke off before its answer was complete."),
    phrase("The server did not answer as a web server does."),
    phrase("This address redirects without end, or leads nowhere."),
    phrase("The server could not be reached: {0}."),
    phrase("The server could not prove who it is."),
    phrase("Open the address in a browser; if it opens there, this Python lacks certificates."),
    phrase("The server compressed its answer, though it was asked not to."),
    phrase("The server took more than a minute."),
    phrase("This address redirects to something that is not a web address."),
    phrase("What is at this address is larger than 8 MB."),
    phrase("What has been seen in folders and feeds could not be remembered: {0}."),
    phrase("This address gives no feed, or one that is not safe to read."),
    phrase("A confidence is between 0 and 100 per cent."),
    phrase("Choose one of these."),
    phrase("A finding needs a statement."),
    phrase("Say in a sentence what you found."),
    phrase("A statement has at most {0} characters."),
    phrase("Put the rest into the note."),
    phrase("There can be no such quantity, or no such days."),
    phrase("Leave it out."),
    phrase("A tag needs a name."),
    phrase("Type a word, or several with / between them."),
    phrase("A tag's name has at most {0} characters."),
    phrase("Shorten it."),
    phrase("A tag has at most {0} names with / between them."),
    phrase("A term needs a Chinese word."),
    phrase("Type one."),
    phrase("There is nothing to search for."),
    phrase("Type some words first."),
    phrase("A search has at most {0} characters."),
    phrase("A term has at most {0} characters."),
    phrase("There is a tag “{0}” already."),
    phrase("Join the two instead."),
    phrase("The tag “{0}” is called “{1}” already."),
    phrase("Join the two, or choose another name."),
    phrase("A tag has at most {0} other names."),
    phrase("Leave some out."),
    phrase("A tag cannot be moved below itself."),
    phrase("Choose another place for it."),
    phrase("The clock of this computer shows a year before 1970 or after 9999."),
    phrase("Set it right; nothing was changed."),
    phrase("A tag cannot be joined with one below it."),
    phrase("Move that one first."),
    phrase("This note is longer than a million characters."),
    phrase("Divide it."),
    phrase("{0} is a folder."),
    phrase("{0} is where Meipi keeps your preferences."),
    phrase("{0} is a library of Meipi, or a share."),
    phrase("Give the name of a file."),
    phrase("{0} is there already, and is no text of a library."),
    phrase("Give another name."),
    phrase("There is no library at {0}."),
    phrase("`meipi backup --list` shows some."),
    phrase("{0} is the library itself."),
    phrase("Name a copy of it."),
    phrase("{0} is not a Meipi library."),
    phrase("{0} was written by a newer Meipi."),
    phrase("Install that version."),
    phrase("{0} is not finished: {1} lies beside it."),
    phrase("Open it in Meipi once, or choose another copy."),
    phrase("Choose another copy."),
    phrase("{0} is there already, and is no older copy of this library."),
    phrase("{0} is damaged; no copy of it was made."),
    phrase("Restore a copy of it."),
    phrase("The copy of {0} could not be written."),
    phrase("The copy of {0} is not whole; it was not kept."),
    phrase("Check the disk, then try again."),
    phrase("What this link leads to is no longer here."),
    phrase("This finding is no longer there."),
    phrase("This tag is no longer there."),
    phrase("This search is no longer there."),
    phrase("Undo may bring it back."),
    phrase("There is no free name for {0} in {1}."),
    phrase("Choose another folder."),
    phrase("There is a mistake in {0}: {1}."),
    phrase("docs/export.md tells what a template can use."),
    phrase("{0} is larger than a template can be."),
    phrase("Is it another file?"),
    phrase("{0} could not be read: {1}."),
    phrase("{0} is not UTF-8."),
    phrase("Save it as UTF-8."),
    phrase("{0} could not be written: {1}."),
    phrase("Choose another place, or make room."),
    phrase("No article has the id {0}."),
    phrase("`meipi list` shows them all."),
    phrase("Several articles have an id that begins {0}."),
    phrase("Give more of it."),
    phrase("This article is not in the library."),
    phrase("It may have been taken away."),
    phrase("This highlight is no longer there."),
    phrase("{0} has no index to search."),
    phrase("`meipi check --rebuild` makes one."),
    phrase("This is the text of a library, and no page."),
    phrase("Merge that library, or import the pages."),
    phrase("There is no article in this text."),
    phrase("Open the page, select all of it (Ctrl+A), copy it (Ctrl+C), and paste it here."),
    phrase("{0} is not there."),
    phrase("Check its name and its folder."),
    phrase("{0} is not a file."),
    phrase("Choose a file with text in it."),
    phrase("There is no file of text in {0} ({1})."),
    phrase("Choose the folder that holds them."),
    phrase("{0} could not be looked into: {1}."),
    phrase("Choose the files in it, or another folder."),
    phrase("{0} is too large."),
    phrase("Divide it, and import the parts."),
    phrase("Check the file and its folder."),
    phrase("There is no article in this JSON."),
    phrase("This JSON is damaged in line {0}, or ends there too soon."),
    phrase("Save it again, whole, and import that."),
    phrase("This file holds no text."),
    phrase("Save what it shows as text or as a web page, and import that."),
    phrase("Import the answer of a search, with its docs, or one document."),
    phrase("{0} holds no preferences of Meipi."),
    phrase("Choose a file that the preferences exported."),
    phrase("The preferences could not be saved: {0}."),
    phrase("{0} is damaged, or made to do harm."),
    phrase("Ask for the file again."),
    phrase("The disk is full."),
    phrase("Free some space, then try again."),
    phrase("{0} is too large to look through."),
    phrase("Ask for a smaller share."),
    phrase("{0} could not be copied: {1}."),
    phrase("No copy could be made: {0}."),
    phrase("Check that the disk has room, then try again."),
    phrase("{0} is a link to another file."),
    phrase("Open that file itself."),
    phrase("Choose a file that Meipi made."),
    phrase("{0} is larger than two gigabytes."),
    phrase("{0} is a database of another program."),
    phrase("{0} is a single byte, and no library."),
    phrase("Choose another file, or restore a copy of it."),
    phrase("{0} could not be opened: {1}."),
    phrase("Check that it is there and can be read, then try again."),
    phrase("{0} lies beside {1}, which was not closed."),
    phrase("Ask for the file again, made by Share."),
    phrase("{0} holds more tables than a library has."),
    phrase("{0} holds an index that Meipi did not make: {1}."),
    phrase("{0} holds a table that Meipi did not make: {1}."),
    phrase("{0} holds a view that Meipi did not make: {1}."),
    phrase("{0} holds a trigger that Meipi did not make: {1}."),
    phrase("{0} holds {1} that Meipi did not make: {2}."),
    phrase("{0} lacks what every library has: {1}."),
    phrase("{0} holds more than {1} rows in {2}."),
    phrase("{0} is damaged."),
    phrase("{0} could not be looked through safely."),
    phrase("{0} takes too long to look through."),
    phrase("Sharing was called off; nothing was written."),
    phrase("{0} is there already and is no share."),
    phrase("Choose another name."),
    phrase("{0} could not be written whole."),
    phrase("Check the disk, then try again."),
    phrase("{0} is where the share would be written."),
    phrase("The file holds more than {0} {1}."),
    phrase("The file replaces more than it says."),
    phrase("Choose another file."),
    phrase("Choose a Meipi library."),
    phrase("{0} is a share and not a library."),
    phrase("Look into it with `meipi {0}`, or take it over with `meipi merge`."),
    phrase("{0} is in the format of an older Meipi."),
    phrase("Open it where it can be written to, and it is brought up to date."),
    phrase("{0} is damaged: a table is missing."),
    phrase("Install that version to open it."),
    phrase("{0} is no longer in {1}; nothing was changed."),
    phrase("{0} was replaced by another file; nothing was changed."),
    phrase("Put it back there, or open it where it is now."),
    phrase("Check the name of the file."),
    phrase("Open the library again."),
    phrase("{0} is empty."),
    phrase("Another program is using {0}."),
    phrase("{0} can only be read."),
    phrase("{0} could not be reached."),
    phrase("{0} is damaged or no library."),
    phrase("The disk is full; nothing was changed."),
    phrase("Copy it to where you may write."),
    phrase("{0} is not a Meipi share or library."),
    phrase("{0} has a format that Meipi never wrote."),
    phrase("{0} was not closed by the program that wrote it."),
    phrase("{0} was cut short on its way."),
    phrase("Import something into it first."),
    phrase("To read a page of text, import it instead of opening it."),
    phrase("Check the folder and the disk."),
    phrase("The log of {0} is damaged; nothing was changed."),
    phrase("Beside {0} lies {1}, which {2}."),
    phrase("This {0} was changed meanwhile."),
    phrase("This article was changed meanwhile."),
    phrase("Look at it again, then repeat."),
    phrase("This {0} was taken away meanwhile."),
    phrase("What was to be merged is damaged."),
    phrase("Nothing was changed."),
    phrase("There is no term in {0}."),
    phrase("Each line is: Chinese, English."),
    phrase("{0} is too large for a file of terms."),
    phrase("Split it."),
    phrase("{0} is not written in UTF-8."),
    phrase("{0} holds no text, or damaged text."),
    phrase("Save its terms as CSV in UTF-8."),
    phrase("There is no web page in this Safari archive, or it is damaged."),
    phrase("Save the page again, or copy what it shows and paste it."),
    phrase("This feed is larger than 4 MB."),
    phrase("There are more than {0} articles in this text."),
    phrase("There are more than {0} lines in this text."),
    phrase("There are more than {0} claims in this text."),
    phrase("An article in this text has more than {0} claims."),
    phrase("An article in this text is longer than {0} characters."),
    phrase("A line of this text is longer than a million characters."),
    phrase("This feed has more than {0} entries."),
    phrase("This feed is damaged, or not safe to read."),
    phrase("This table has no heading row that tells title, source, time or summary."),
    phrase("Put one over the rows, in English or Chinese, and import that."),
    phrase("A cell of this table is longer than a million characters."),
    phrase("This XML holds no feed and no web page."),
    phrase("Save the page itself, and import that."),
    phrase("What is piped in is too large."),
    phrase("A line of the file is not a term."),
    phrase("Look for a quotation mark that is never closed."),
    phrase("Move that file away, unless you know what it is, and open the library again."),
    phrase("A large task is under way just now."),
    phrase("Try again in a moment."),
    phrase("A confidence is a whole number from 0 to 100."),
    phrase("Leave it empty for none."),
    phrase("This is not a date."),
    phrase("Write it as 2026-11-29."),
    phrase("The picture is too tall for a PNG."),
    phrase("Filter the findings, or save an SVG."),
    phrase("There is no article in this."),
    phrase(
        "Open the page in a browser, select all of it (Ctrl+A), copy it (Ctrl+C) and"
        " paste it here. Or save the page, and import the file."
    ),
)

#: What it tells besides: why two claims are a pair, what a share left out, what a check found.
TOLD = (
    phrase("Both give the same figures for the same thing."),
    phrase("Both say the same in other words."),
    phrase("One says it and the other denies it: {0}."),
    phrase("One says it and the other the opposite: {0}."),
    phrase("It rose here and fell there: {0}."),
    phrase("It fell here and rose there: {0}."),
    phrase("{0} against {1}: {2}."),
    phrase("{0} in {1}, then {2} in {3}: {4}."),
    phrase("{0} on {1}, then {2} on {3}: {4}."),
    phrase("1 private highlight was left out."),
    phrase("{0} private highlights were left out."),
    phrase("Private highlights were left out."),
    phrase("Findings that are private, or rest on what stays, were left out."),
    phrase("The texts of the articles were left out."),
    phrase("Earlier versions were left out."),
    phrase("Articles that were not chosen were left out."),
    phrase("Only highlights with these tags were taken: {0}."),
    phrase("Highlights of other authors were left out."),
    phrase("The file is damaged: {0}."),
    phrase("The table or index {0} is {1}."),
    phrase("The library holds a trigger, {0}, which Meipi did not make."),
    phrase("{0} of {1} names a row of {2} that is not there."),
    phrase("Revision {0} ({1} of {2} {3}) is not what was written."),
    phrase("The text {0} of article {1} cannot be read: {2}."),
    phrase("Article {0} has not the title, source or time it was imported with."),
    phrase("The text {0} of article {1} is not what was imported."),
    phrase("The text {0} of article {1} is summed up wrongly."),
    phrase("The quote of highlight {0} is not what stands in its text."),
    phrase("The index lacks the text of {0}."),
    phrase("The index has the text of {0} wrong."),
    phrase("The index shows a text of {0} that is not shown."),
    phrase("The index lacks the note on “{0}”."),
    phrase("The index has the note on “{0}” wrong."),
    phrase("The index has a note of highlight {0}, which has none."),
    phrase("The log cannot be folded: {0}."),
    phrase("The table {0} differs from the log of {1}."),
    phrase("The table {0} lacks what the log says of {1}."),
    phrase("The table {0} says what the log does not of {1}."),
)


def in_words(error: MeipiError) -> str:
    """Say what went wrong and what to do, as `str` does in English."""
    between = "" if is_chinese() else " "
    return between.join(filter(None, (explained(error.sentence), explained(error.remedy))))


def retold(text: str) -> str:
    """Say what `str` made of an error and somebody kept; of several, each on a line of its own."""
    return "\n".join(map(_retold, text.split("\n")))


def _retold(line: str) -> str:
    between = "" if is_chinese() else " "
    told = between.join(map(explained, re.split(r"(?<=\.) (?=[A-Z`])", line)))
    name, colon, sentence = line.partition(": ")  # of the file that it is about
    of_file = colon and told == line and explained(sentence) != sentence
    return f"{name}：{explained(sentence)}" if of_file else told


def explained(sentence: str) -> str:
    """Say a sentence of core; one that is not known stays as it is."""
    if not is_chinese():
        return sentence
    for pattern, known in _patterns():
        if found := pattern.fullmatch(sentence):
            return tr(known).format(*(_named(found, one) for one in range(1, pattern.groups + 1)))
    return sentence


def _named(found: re.Match[str], group: int) -> str:
    """Say what a sentence names: after a colon stands what the system said."""
    is_reason = found.string.endswith(": ", 0, found.start(group))
    return reason(found[group]) if is_reason else found[group]


@lru_cache(maxsize=1)
def _patterns() -> list[tuple[re.Pattern[str], str]]:
    """Give what the sentences look like, those with most words of their own first."""
    own = sorted((*SENTENCES, *TOLD), key=lambda one: len(re.sub(r"\{\d\}", "", one)), reverse=True)
    return [(_pattern(one), one) for one in own]


def _pattern(sentence: str) -> re.Pattern[str]:
    parts = map(re.escape, re.split(r"\{\d\}", sentence))
    return re.compile("(.+?)".join(parts), re.DOTALL)
