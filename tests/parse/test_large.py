"""What a large text takes while it is read is little more than its articles take afterwards."""

import tracemalloc

from core.parse import parse_text

FLAT = "标题 {0}\n雪球· 2025-09-10 08:08\nCore Points - Tin rose {0} [1]\n"
MARKDOWN = "# 标题 {0}\n\n雪球· 2025-09-10 08:08\n\n## Core Points\n\n- Tin rose {0} [1]\n\n"


def test_lines_go_as_their_articles_are_made():
    for one in (FLAT, MARKDOWN):
        text = "".join(one.format(number) for number in range(2_000))
        assert parse_text(one).articles  # what is loaded for it is loaded now
        tracemalloc.start()
        page = parse_text(text)
        kept, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert len(page.articles) == 2_000
        assert most < 1.4 * kept
