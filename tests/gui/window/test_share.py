"""A share is opened to look into: a clean copy of it, and never the file itself."""

from pathlib import Path

from core.library import Library
from core.model import Article
from core.settings import Settings
from core.share.choose import Choice
from core.share.make import make
from gui.libraries import Shared
from gui.startup.opening import open_library
from tests.given import ANNA
from tests.gui.window.conftest import Open


def test_a_share_opens_as_a_library_that_can_only_be_read(
    open_window: Open, library: Library, article: Article, tmp_path: Path
) -> None:
    share = tmp_path / "for-ben.meipi"
    make(library.path, share, Choice(), ANNA)
    before = share.read_bytes()
    with open_library(share, Settings()) as reader:
        window = open_window(reader)
        assert window.articles.count() == library.count() > 0
        assert reader.annotated(article.id).article == article
        assert not reader.writable
        assert isinstance(reader, Shared)
        assert str(reader.why).endswith("Merge it into your library to mark its articles.")
        assert "can only be read" in window.notice.text()
        assert reader.path != share
    assert share.read_bytes() == before
    assert [path.name for path in tmp_path.glob("for-ben*")] == ["for-ben.meipi"]
