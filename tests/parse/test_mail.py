"""Mails: what is in them is read, however it was packed for the way."""

from email.message import EmailMessage
from email.policy import SMTP

import pytest

from core.parse import parse_bytes
from tests.parse.outlined import outlined

TEXT = "金價\n中央社·2025-09-10 08:08\n\nCore Insights\n- Up [1]\n- Down [2]\n"
HEAD = "<h1>金價</h1><p>中央社·2025-09-10 08:08</p>"
PAGE = f"{HEAD}<h3>Core Insights</h3><ul><li>Up [1]<li>Down [2]</ul>"
ROWS = ["lead: Core Insights", "  - Up[1]", "  - Down[2]"]


def mail(subject: str = "周报") -> EmailMessage:
    made = EmailMessage(policy=SMTP)
    made["From"] = "每日 <daily@example.org>"
    made["Subject"] = subject
    made["Date"] = "Thu, 11 Sep 2025 09:00:00 +0800"
    return made


def read(made: EmailMessage) -> tuple[str, str | None, list[str]]:
    (article,) = parse_bytes(made.as_bytes()).articles
    return article.title, article.masthead.source, outlined(article)


@pytest.mark.parametrize("charset", ["utf-8", "gb18030", "big5"])
@pytest.mark.parametrize("way", ["base64", "quoted-printable", "8bit"])
@pytest.mark.parametrize("form", ["plain", "html"])
def test_a_mail_is_what_is_in_it(charset, way, form):
    made = mail()
    made.set_content(TEXT if form == "plain" else PAGE, subtype=form, charset=charset, cte=way)
    assert read(made) == ("金價", "中央社", ROWS)


def test_of_two_forms_that_is_read_in_which_an_article_is_seen():
    made = mail()
    made.set_content(TEXT)
    made.add_alternative("<p>See this mail in your browser.</p>", subtype="html")
    assert read(made) == ("金價", "中央社", ROWS)


def test_of_two_forms_the_page_is_read_once():
    made = mail()
    made.set_content("See the page.")
    made.add_alternative("<p>AMP", subtype="x-amp-html")
    made.add_alternative(PAGE, subtype="html")
    assert read(made) == ("金價", "中央社", ROWS)


def test_texts_that_hang_on_a_mail_are_read_and_pictures_are_not():
    made = mail()
    made.set_content("Look at this.")
    made.add_attachment(TEXT.encode(), maintype="text", subtype="plain", filename="a.txt")
    made.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="a.png")
    assert read(made) == ("金價", "中央社", [*ROWS, "  | Look at this."])


def test_a_mail_sent_on_is_read_through_its_signs_or_in_its_box():
    quoted, boxed = mail(), mail()
    quoted.set_content("".join(f"> {line}\n" for line in TEXT.splitlines()))
    inner = mail()
    inner.set_content(TEXT)
    boxed.add_attachment(inner)
    assert read(quoted) == read(boxed) == ("金價", "中央社", ROWS)


@pytest.mark.parametrize(
    "subject", ["[Copper] Prices rise", "[快讯] 铜价上涨", '"Big" week', "- Up", "Prices [Copper]"]
)
def test_a_subject_keeps_its_brackets_and_quotes(subject):
    made = mail(subject)
    made.set_content("Core Insights - Up [1] - Down [2]")
    assert read(made)[0] == subject


def test_a_text_without_a_title_has_that_of_its_mail():
    made = mail("镍的周报")
    made.set_content("Core Insights - Up [1] - Down [2]")
    title, source, rows = read(made)
    assert (title, source, rows[:3]) == ("镍的周报", "每日", ROWS)
    (article,) = parse_bytes(made.as_bytes()).articles
    assert article.masthead.published == "2025-09-11 01:00"


def test_text_that_flows_is_put_together():
    made = mail()
    body = "金價\n中央社·2025-09-10 08:08\n\nCore Insights - Up in \nSeptember [1] - Down [2]\n"
    made.set_content(body, cte="8bit")
    made.set_param("format", "flowed")
    assert read(made)[2] == [ROWS[0], "  - Up in September[1]", ROWS[2]]


def test_a_mail_cut_off_or_wrongly_told_is_read_as_far_as_it_goes():
    made = mail()
    made.set_content(TEXT, cte="quoted-printable")
    read_so_far = made.as_bytes().replace(b"utf-8", b"klingon").replace(b"=?utf", b"=?x-k")
    (article,) = parse_bytes(read_so_far[:-3]).articles
    assert outlined(article)[:2] == ROWS[:2]


@pytest.mark.parametrize(
    "head",
    [
        f'Content-Type: text/plain; a="{";" * 400_000}',
        f"Content-Type: text/plain\nSubject: {'=?utf-8?q?a?= ' * 100_000}",
        f"Content-Type: text/plain\nFrom: {'((' * 200_000}",
        f"Content-Type: text/plain\nDate: {'1 ' * 300_000}",
        "Content-Type: multipart/mixed; boundary=a\n\n--a" * 2_000,
    ],
)
def test_a_head_without_end_takes_no_time(head):
    text = f"MIME-Version: 1.0\n{head}\n\nCore Insights - Up [1]\n"
    assert parse_bytes(text.encode()).articles


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_each_mail_in_a_box_is_read_as_it_was_packed(end):
    first, second, third = mail(), mail(), mail("铜价")
    first.set_content(TEXT, charset="gb18030", cte="base64")
    second.set_content(PAGE.replace("金價", "镍价"), subtype="html", cte="quoted-printable")
    third.set_content("Core Insights\n- Up [1]\n- Down\n>From here on [2]\n", cte="8bit")
    over = "From daily@example.org Thu Sep 11 09:00:00 2025\n"
    packed = [
        over.encode() + one.as_bytes().replace(b"\r\n", b"\n") for one in (first, second, third)
    ]
    box = b"\n".join(packed).replace(b"\n", end.encode())
    articles = parse_bytes(box).articles
    assert [one.title for one in articles] == ["金價", "镍价", "铜价"]
    assert [outlined(one) for one in articles[:2]] == [ROWS, ROWS]
    assert articles[2].masthead.source == "每日"
    assert outlined(articles[2])[:3] == [*ROWS[:2], "  - Down From here on[2]"]


@pytest.mark.parametrize("button", ["退订", "Unsubscribe", "View in browser »", "Logo"])
def test_a_button_of_a_mail_is_no_title(button):
    summary = "<h3>Core Insights</h3><ul><li>Up [1]<li>Down [2]</ul>"
    for page in (f"<p>{button}</p>{summary}", f"{summary}<p>{button}</p>"):
        made = mail("锑与铋")
        made.set_content(page, subtype="html")
        title, source, told = read(made)
        assert (title, source, told[:3]) == ("锑与铋", "每日", ROWS)
        assert button in told[3]
