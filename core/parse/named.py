"""What others call the title, source, time and text of an article, over columns and in JSON."""

import re
from functools import lru_cache

_NAMES = {
    "title": "title headline subject 标题 標題 题目 題目 文章标题 新闻标题 标题名称",
    "source": "source publisher author outlet media 来源 來源 出处 出處 媒体 媒體 作者 机构 機構"
    " 发布机构 信源 消息来源",
    "time": "time date published publishedat publisheddate publishdate publishtime publicationdate"
    " datetime pubdate day 时间 時間 日期 发布时间 發佈時間 發布時間 发布日期"
    " 發佈日期 發布日期 发表时间",
    "summary": "summary abstract insights keypoints digest 摘要 总结 總結 要点 要點 概要 内容摘要"
    " 文章摘要 核心观点 核心要点 洞察",
    "content": "content text body fulltext description 内容 內容 正文 全文 原文 简介 描述",
    "url": "url link href 链接 鏈接 連結 网址 網址 原文链接 地址",
    "company_name": "company companyname 公司 公司名称",
    "symbol": "symbol ticker 代码 代碼 股票代码 证券代码",
    "": "id docid no # row rank score 序号 序號 编号 編號",
}
_FIELD_OF = {name: field for field, names in _NAMES.items() for name in names.split()}
_LONGEST = 40


@lru_cache(maxsize=256)
def field_of(name: str) -> str | None:
    """Give the field that a name means: "" for what is no text of it, None for another."""
    bare = re.sub(r"[\s_:：*-]", "", name).lower() if len(name) <= _LONGEST else ""
    return _FIELD_OF.get(bare)
