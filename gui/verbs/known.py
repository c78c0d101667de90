"""What other programs call the commands: by these words the palette finds ours, too."""

from gui.actions import Command

#: By the name of a command, or of a group of them.
KNOWN = {
    "import_files": "add load open file 添加 打开文件",
    "import_folder": "add directory 添加 目录",
    "export": "save as html csv table obsidian 另存为 导出表格",
    "share": "send publish 发送 发布",
    "merge": "join combine sync collaborate 同步 合并",
    "open_library": "database switch new library 数据库 新建",
    "backups": "restore check repair rebuild recover integrity 恢复 还原 检查 修复",
    "add_sample": "demo example 示例",
    "quit": "exit close 关闭",
    "history": "revisions versions log activity 版本 日志 记录",
    "copy_cited": "cite quote reference 引用",
    "save_search": "bookmark smart folder 收藏 书签",
    "preferences": "settings options configure feeds rss watch clipboard font 设置 选项 订阅 字体",
    "highlight": "mark annotate 标记 批注",
    "colour": "color 荧光笔",
    "tag": "label code keyword 标记 编码 关键词",
    "tag_by_rule": "autocode automatic batch label 自动 批量",
    "note": "comment memo annotate 评论 备注 批注",
    "keep_private": "secret hide 隐藏 保密",
    "find": "claim conclusion memo evidence 结论 论断",
    "reach": "move adjust extend range 移动 调整",
    "remove": "delete erase unmark 取消",
    "take_away": "delete trash discard 移除 回收站",
    "look_up_word": "dictionary define translate 词典 翻译",
    "term": "define glossary translation 定义 翻译",
    "teach_word": "segment dictionary 分词",
    "terms": "glossary vocabulary dictionary 词汇表 术语表 词典",
    "turn_unread": "seen new 已读 未读",
    "same_passage": "cross reference citation 引文",
    "fold": "collapse 收起",
    "unfold": "expand 展开",
    "focus_mode": "full screen distraction zen 全屏",
    "collect": "retrieve gather query codes 汇总 检索",
    "open_beside": "split compare second pane 分屏 对照",
    "show_sidebar": "navigation folders tags panel 导航 面板",
    "show_inspector": "details annotations properties panel 详情 属性 面板",
    "show_ledger": "findings table timeline chart forecasts 表格 时间线 图表",
    "show_due": "forecast deadline calibration score 到期 预测",
    "readers": "authors people coders annotators 作者 人员",
    "agreement": "kappa alpha intercoder reliability 信度 一致",
    "show_quantities": "numbers figures values 数字 数值",
    "script": "hanzi characters convert 繁体 简体 转换",
    "group": "arrange category 分类",
    "sort": "order 顺序",
    "larger": "zoom in font 放大 字号",
    "smaller": "zoom out font 缩小 字号",
    "usual_size": "reset zoom font 重置 字号",
    "lines": "column width 栏宽 行宽",
    "underline_styles": "colour blind accessibility 色盲 无障碍",
    "language": "locale translation 界面语言",
    "theme": "appearance mode night day colours 外观 模式 夜间 深色",
    "tags": "labels codes codebook manage rename 编码本 管理",
    "tags_together": "cooccurrence matrix network graph 共现 矩阵 网络",
    "palette": "actions run search commands 命令",
    "keys": "shortcuts keyboard bindings hotkeys help 快捷键 帮助",
    "tour": "tutorial introduction help 教程 入门 帮助",
    "about": "version licence 版本 许可",
}


def known_as(command: Command) -> tuple[str, ...]:
    """Give the words; of the Chinese ones also how they are read."""
    from core.glossary.reading import pinyin, plain  # noqa: PLC0415  when it is asked for

    words = KNOWN.get(command.name) or KNOWN.get(command.group, "")
    read = (plain(pinyin(word)) for word in words.split() if not word.isascii())
    return (*words.split(), *read)
