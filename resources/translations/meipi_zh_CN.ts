<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source> and </source>
        <translation>和</translation>
    </message>
    <message>
        <source> by {name}</source>
        <translation>，{name} 标注</translation>
    </message>
    <message>
        <source> … (cut off)</source>
        <translation> …（已截断）</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n 篇文章</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) changed in {place}.</source>
        <translation>
            <numerusform>{place} 有 %n 篇文章已更新。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) chosen.</source>
        <translation>
            <numerusform>已选 %n 篇文章。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) taken away there</source>
        <translation>
            <numerusform>对方移走了 %n 篇文章</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) in it (is|are) signed with your name, and not known here. Take them only if you made them, on another computer.</source>
        <translation>
            <numerusform>其中有 %n 处改动署着您的名字，但这里没有记录。只有确是您在另一台电脑上所做，才应接受。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed by both of you</source>
        <translation>
            <numerusform>%n 处双方都改过</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed there</source>
        <translation>
            <numerusform>%n 处对方改过</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n claim(s)</source>
        <translation>
            <numerusform>%n 条论断</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n claim(s) chosen that (is|are) folded away.</source>
        <translation>
            <numerusform>已选 %n 条折叠起来的论断。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n claim(s) chosen.</source>
        <translation>
            <numerusform>已选 %n 条论断。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n claim(s) on {name}.</source>
        <translation>
            <numerusform>{name} 上有 %n 条论断。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n claim(s) proposed.</source>
        <translation>
            <numerusform>建议 %n 条论断。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n 天前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n due</source>
        <translation>
            <numerusform>%n 个到期</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n feed(s) could not be read.</source>
        <translation>
            <numerusform>%n 个订阅源无法读取。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n 个观点</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s) to be judged</source>
        <translation>
            <numerusform>%n 个观点待判定</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n folder(s) could not be looked at.</source>
        <translation>
            <numerusform>%n 个文件夹无法查看。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n highlight(s)</source>
        <translation>
            <numerusform>%n 处高亮</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n highlight(s) (is|are) new. Comparing the rest with your library…</source>
        <translation>
            <numerusform>有 %n 处新高亮。其余的正在与您的文库比较…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n judgement(s)</source>
        <translation>
            <numerusform>%n 次判断</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left to read</source>
        <translation>
            <numerusform>%n 篇待读</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) ago</source>
        <translation>
            <numerusform>%n 个月前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>另外 %n 人</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) of (a reader|readers)</source>
        <translation>
            <numerusform>%n 个读者署名</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new article(s)</source>
        <translation>
            <numerusform>%n 篇新文章</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new article(s) from {place}.</source>
        <translation>
            <numerusform>{place} 有 %n 篇新文章。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new highlight(s)</source>
        <translation>
            <numerusform>%n 处新高亮</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n 条批注</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) of claims</source>
        <translation>
            <numerusform>%n 对论断</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) of tags. Choose one to see what has both.</source>
        <translation>
            <numerusform>共 %n 对标签。选一对，查看同时带有两者的内容。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n 处</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n private highlight(s) (goes|go) along: whoever gets the file can read them.</source>
        <translation>
            <numerusform>%n 处私密高亮会一起送出：拿到文件的人都能读到。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n private highlight(s) (stays|stay) here, with all that was ever said in them.</source>
        <translation>
            <numerusform>%n 处私密高亮连同其全部历史留在本机。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reader(s)</source>
        <translation>
            <numerusform>%n 位读者</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed there</source>
        <translation>
            <numerusform>%n 处对方已删除</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n revision(s)</source>
        <translation>
            <numerusform>%n 条修订</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) (was|were) refused</source>
        <translation>
            <numerusform>%n 行被拒收</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) in it (was|were) refused. {0}</source>
        <translation>
            <numerusform>其中 %n 行被拒收。{0}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n saved search(es)</source>
        <translation>
            <numerusform>%n 个已存搜索</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n source(s)</source>
        <translation>
            <numerusform>%n 个来源</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) (was|were) taken since.</source>
        <translation>
            <numerusform>此后又有 %n 步操作。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tag(s)</source>
        <translation>
            <numerusform>%n 个标签</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tag(s) there (has|have) the name of one of yours: tick what is one tag</source>
        <translation>
            <numerusform>对方有 %n 个标签与您的同名：勾选其实是同一个的</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tags</source>
        <translation>
            <numerusform>%n 个标签</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tags have this name, made by {0}</source>
        <translation>
            <numerusform>有 %n 个标签用这个名字，创建者：{0}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n term(s)</source>
        <translation>
            <numerusform>%n 个术语</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n that (was|were) removed here</source>
        <translation>
            <numerusform>%n 项已在此移除</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n that you took away with Undo</source>
        <translation>
            <numerusform>%n 项因您撤销合并而退回</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n the same</source>
        <translation>
            <numerusform>%n 处相同</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) in the library (is|are) not right.</source>
        <translation>
            <numerusform>文库中有 %n 处不对。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) ago</source>
        <translation>
            <numerusform>%n 年前</numerusform>
        </translation>
    </message>
    <message>
        <source>(emptied)</source>
        <translation>（已清空）</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>(no title)</source>
        <translation>（无标题）</translation>
    </message>
    <message>
        <source>(no title) {gist}</source>
        <translation>（无标题）{gist}</translation>
    </message>
    <message>
        <source>(one word)</source>
        <translation>（作为一个词）</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message numerus="yes">
        <source>, %n article(s)</source>
        <translation>
            <numerusform>，%n 篇文章</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n tags of this name</source>
        <translation>
            <numerusform>，同名标签 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n text(s)</source>
        <translation>
            <numerusform>，%n 个版本</numerusform>
        </translation>
    </message>
    <message>
        <source>, below {0}</source>
        <translation>，在“{0}”之下</translation>
    </message>
    <message>
        <source>, folded</source>
        <translation>，已折叠</translation>
    </message>
    <message>
        <source>, private</source>
        <translation>，私密</translation>
    </message>
    <message>
        <source>, two versions</source>
        <translation>，有两个版本</translation>
    </message>
    <message>
        <source>1 is full agreement, 0 is what chance alone would give, less is worse than chance.</source>
        <translation>1 为完全一致，0 为纯属偶然的水平，负值则不如偶然。</translation>
    </message>
    <message>
        <source>1 is full agreement, 0 is what chance alone would give.</source>
        <translation>1 为完全一致，0 为纯属偶然的水平。</translation>
    </message>
    <message>
        <source>1 private highlight was left out.</source>
        <translation>未包含 1 处私密高亮。</translation>
    </message>
    <message>
        <source>A cell of this table is longer than a million characters.</source>
        <translation>此表格中有单元格超过一百万个字符。</translation>
    </message>
    <message>
        <source>A confidence is a number from 0 to 100 per cent.</source>
        <translation>把握是 0 到 100 之间的百分数。</translation>
    </message>
    <message>
        <source>A confidence is a whole number from 0 to 100.</source>
        <translation>把握是 0 到 100 的整数。</translation>
    </message>
    <message>
        <source>A confidence is between 0 and 100 per cent.</source>
        <translation>把握在 0% 到 100% 之间。</translation>
    </message>
    <message>
        <source>A copy of your library is made first. One Undo takes all of it back.</source>
        <translation>会先备份您的文库。撤销一次即可全部退回。</translation>
    </message>
    <message>
        <source>A feed has an address that begins with http:// or https://.</source>
        <translation>订阅源的网址以 http:// 或 https:// 开头。</translation>
    </message>
    <message>
        <source>A finding is being written ›</source>
        <translation>正在写一个观点 ›</translation>
    </message>
    <message>
        <source>A finding is being written. Close anyway?</source>
        <translation>有一个观点还没写完。仍要关闭吗？</translation>
    </message>
    <message>
        <source>A finding needs a statement.</source>
        <translation>观点需要一句陈述。</translation>
    </message>
    <message>
        <source>A folder of notes, with an index</source>
        <translation>一个笔记文件夹，附索引</translation>
    </message>
    <message>
        <source>A forecast that came partly true is half a hit; unclear and moot ones are not counted. The Brier score is the mean square of confidence less outcome: 0 is perfect, and saying 50% every time gives 0.25. Fewer than {few} are too few to say.</source>
        <translation>部分应验算半次命中；不明的和不再相关的不计。Brier 分是把握与结果之差的均方：0 为完美，每次都说 50% 得 0.25。少于 {few} 次时不给出数字。</translation>
    </message>
    <message>
        <source>A judgement is whether a claim is under a tag, in articles that two or more have marked.</source>
        <translation>一次判断，是指在两人以上标注过的文章里，一条论断是否归入某个标签。</translation>
    </message>
    <message>
        <source>A large task is under way just now.</source>
        <translation>正在进行一项大的操作。</translation>
    </message>
    <message>
        <source>A large task is under way.</source>
        <translation>正在进行大型操作。</translation>
    </message>
    <message>
        <source>A library from {name}: {made}.</source>
        <translation>{name} 的文库：{made}。</translation>
    </message>
    <message>
        <source>A library: {made}.</source>
        <translation>文库：{made}。</translation>
    </message>
    <message>
        <source>A line of the file is not a term.</source>
        <translation>文件中有一行不是术语。</translation>
    </message>
    <message>
        <source>A line of this text is longer than a million characters.</source>
        <translation>文本中有一行超过一百万个字符。</translation>
    </message>
    <message>
        <source>A row of this table has more than {0} cells.</source>
        <translation>此表格中有一行超过 {0} 个单元格。</translation>
    </message>
    <message>
        <source>A search has at most {0} characters.</source>
        <translation>搜索最多 {0} 个字符。</translation>
    </message>
    <message>
        <source>A share from {name}: {made}.</source>
        <translation>{name} 的分享：{made}。</translation>
    </message>
    <message>
        <source>A share: {made}.</source>
        <translation>分享：{made}。</translation>
    </message>
    <message>
        <source>A statement has at most {0} characters.</source>
        <translation>陈述最多 {0} 个字符。</translation>
    </message>
    <message>
        <source>A tag cannot be joined with one below it.</source>
        <translation>标签不能与自己的下级合并。</translation>
    </message>
    <message>
        <source>A tag cannot be moved below itself.</source>
        <translation>标签不能移到自己下面。</translation>
    </message>
    <message>
        <source>A tag has at most {0} names with / between them.</source>
        <translation>标签最多有 {0} 级名称，用 / 隔开。</translation>
    </message>
    <message>
        <source>A tag has at most {0} other names.</source>
        <translation>一个标签最多有 {0} 个其他名称。</translation>
    </message>
    <message>
        <source>A tag needs a name.</source>
        <translation>标签需要名称。</translation>
    </message>
    <message>
        <source>A tag&apos;s name has at most {0} characters.</source>
        <translation>标签名最多 {0} 个字符。</translation>
    </message>
    <message>
        <source>A template of yours…</source>
        <translation>您自己的模板…</translation>
    </message>
    <message>
        <source>A term has at most {0} characters.</source>
        <translation>术语最多 {0} 个字符。</translation>
    </message>
    <message>
        <source>A term needs a Chinese word.</source>
        <translation>术语需要一个中文词。</translation>
    </message>
    <message>
        <source>A term of yours</source>
        <translation>您的术语</translation>
    </message>
    <message>
        <source>About Meipi</source>
        <translation>关于眉批</translation>
    </message>
    <message>
        <source>Accept the New Text</source>
        <translation>接受新文字</translation>
    </message>
    <message>
        <source>Accept the new text</source>
        <translation>接受新文字</translation>
    </message>
    <message>
        <source>Accept the new text of {:,} highlights</source>
        <translation>接受 {:,} 处高亮的新文字</translation>
    </message>
    <message>
        <source>Accepted the new text</source>
        <translation>已接受新文字</translation>
    </message>
    <message>
        <source>Accepted the new text of {:,} highlights</source>
        <translation>已接受 {:,} 处高亮的新文字</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message numerus="yes">
        <source>Add %n Article(s)</source>
        <translation>
            <numerusform>添加 %n 篇文章</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n article(s)?</source>
        <translation>
            <numerusform>添加 %n 篇文章？</numerusform>
        </translation>
    </message>
    <message>
        <source>Add Folder…</source>
        <translation>添加文件夹…</translation>
    </message>
    <message>
        <source>Add a tag</source>
        <translation>添加标签</translation>
    </message>
    <message>
        <source>Add evidence</source>
        <translation>添加证据</translation>
    </message>
    <message>
        <source>Add evidence to {:,} findings</source>
        <translation>给 {:,} 个观点添加证据</translation>
    </message>
    <message>
        <source>Add the Sample Articles</source>
        <translation>添加示例文章</translation>
    </message>
    <message>
        <source>Add this article?</source>
        <translation>添加这篇文章？</translation>
    </message>
    <message>
        <source>Add to Finding…</source>
        <translation>加入观点…</translation>
    </message>
    <message>
        <source>Add to Your Terms…</source>
        <translation>加入您的术语…</translation>
    </message>
    <message>
        <source>Add to which finding?</source>
        <translation>加入哪个观点？</translation>
    </message>
    <message>
        <source>Add “{title}”?</source>
        <translation>添加“{title}”？</translation>
    </message>
    <message>
        <source>Added evidence</source>
        <translation>已添加证据</translation>
    </message>
    <message>
        <source>Added evidence to {:,} findings</source>
        <translation>已给 {:,} 个观点添加证据</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>网址</translation>
    </message>
    <message>
        <source>Address of a feed</source>
        <translation>订阅源网址</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>添加…</translation>
    </message>
    <message numerus="yes">
        <source>After that you look into %n Meipi file(s).</source>
        <translation>
            <numerusform>随后查看其中 %n 个眉批文件。</numerusform>
        </translation>
    </message>
    <message>
        <source>Agree</source>
        <comment>of readers</comment>
        <translation>一致</translation>
    </message>
    <message>
        <source>Agree</source>
        <translation>同意</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>一致性</translation>
    </message>
    <message>
        <source>Agreement by tag</source>
        <translation>各标签的一致性</translation>
    </message>
    <message>
        <source>Agreement…</source>
        <translation>一致性…</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>All Articles</source>
        <translation>全部文章</translation>
    </message>
    <message>
        <source>All Tags…</source>
        <translation>全部标签…</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>All highlights</source>
        <translation>全部高亮</translation>
    </message>
    <message>
        <source>All of a kind</source>
        <translation>同类归一</translation>
    </message>
    <message>
        <source>All of it, also what was there before</source>
        <translation>全部，包括以前的内容</translation>
    </message>
    <message>
        <source>All of {many}</source>
        <translation>全部 {many}</translation>
    </message>
    <message>
        <source>All tags</source>
        <translation>全部标签</translation>
    </message>
    <message>
        <source>All that can be added</source>
        <translation>全部可添加的</translation>
    </message>
    <message>
        <source>All that is new or different</source>
        <translation>全部新的或不同的</translation>
    </message>
    <message>
        <source>All that it says is known here.</source>
        <translation>其中的内容这里都已有。</translation>
    </message>
    <message>
        <source>Along with it</source>
        <translation>一并附上</translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation>Alpha</translation>
    </message>
    <message>
        <source>Already here</source>
        <translation>已在文库</translation>
    </message>
    <message>
        <source>Also called</source>
        <translation>也叫</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>总是</translation>
    </message>
    <message>
        <source>An article in this text has more than {0} claims.</source>
        <translation>文本中有一篇文章的论断超过 {0} 条。</translation>
    </message>
    <message>
        <source>An article in this text is longer than {0} characters.</source>
        <translation>文本中有一篇文章超过 {0} 个字符。</translation>
    </message>
    <message numerus="yes">
        <source>And %n more, in its table</source>
        <translation>
            <numerusform>另有 %n 条，见表格</numerusform>
        </translation>
    </message>
    <message>
        <source>Another page</source>
        <translation>另一页面</translation>
    </message>
    <message>
        <source>Another program is using {0}.</source>
        <translation>另一个程序正在使用 {0}。</translation>
    </message>
    <message>
        <source>Another text</source>
        <translation>正文不同</translation>
    </message>
    <message>
        <source>Another version of: {0}</source>
        <translation>另写一版：{0}</translation>
    </message>
    <message>
        <source>Any words</source>
        <translation>任意词语</translation>
    </message>
    <message>
        <source>Anything</source>
        <translation>任意内容</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Apr</source>
        <translation>4月</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Article taken away there</source>
        <translation>对方移走的文章</translation>
    </message>
    <message>
        <source>Article {0:,}</source>
        <translation>第 {0:,} 篇</translation>
    </message>
    <message>
        <source>Article {0} has not the title, source or time it was imported with.</source>
        <translation>文章 {0} 的标题、来源或时间与导入时不同。</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Articles found</source>
        <translation>找到的文章</translation>
    </message>
    <message>
        <source>Articles that were not chosen were left out.</source>
        <translation>未包含没有选中的文章。</translation>
    </message>
    <message>
        <source>Articles {0:,} to {1:,}</source>
        <translation>第 {0:,} 至 {1:,} 篇</translation>
    </message>
    <message>
        <source>As said</source>
        <translation>原文说法</translation>
    </message>
    <message>
        <source>As the System</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>As the page wrote it</source>
        <translation>按网页所写</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>As written</source>
        <translation>按原文</translation>
    </message>
    <message>
        <source>Ask for a smaller share.</source>
        <translation>请对方发小一些的分享。</translation>
    </message>
    <message>
        <source>Ask for the file again, made by Share.</source>
        <translation>请对方用“分享”重新制作文件。</translation>
    </message>
    <message>
        <source>Ask for the file again.</source>
        <translation>请对方重发文件。</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>至少</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>至多</translation>
    </message>
    <message>
        <source>Aug</source>
        <translation>8月</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Back to the highlights</source>
        <translation>回到高亮</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Backups…</source>
        <translation>备份…</translation>
    </message>
    <message>
        <source>Before a merge</source>
        <translation>合并之前</translation>
    </message>
    <message>
        <source>Before a new format</source>
        <translation>换新格式之前</translation>
    </message>
    <message>
        <source>Before a rebuild</source>
        <translation>重建之前</translation>
    </message>
    <message>
        <source>Before a restore</source>
        <translation>恢复之前</translation>
    </message>
    <message>
        <source>Beijing</source>
        <translation>北京</translation>
    </message>
    <message>
        <source>Being looked at…</source>
        <translation>正在查看…</translation>
    </message>
    <message>
        <source>Below: {0}</source>
        <translation>在下面：{0}</translation>
    </message>
    <message>
        <source>Beside {0} lies {1}, which {2}.</source>
        <translation>{0} 旁边的 {1} 有问题：{2}。</translation>
    </message>
    <message>
        <source>Besides: {0}</source>
        <translation>此外：{0}</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>最佳</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝色</translation>
    </message>
    <message>
        <source>Both changed</source>
        <translation>双方都改</translation>
    </message>
    <message>
        <source>Both give the same figures for the same thing.</source>
        <translation>两条就同一事给出相同的数字。</translation>
    </message>
    <message>
        <source>Both of you changed this. Both versions are kept; you settle it later, where the highlight is shown.</source>
        <translation>双方都改了这里。两个版本都会保留；以后在显示该高亮处由您选定。</translation>
    </message>
    <message>
        <source>Both say the same in other words.</source>
        <translation>两条换了说法，意思相同。</translation>
    </message>
    <message>
        <source>Brier score</source>
        <translation>Brier 分</translation>
    </message>
    <message numerus="yes">
        <source>Bring Back %n</source>
        <translation>
            <numerusform>找回 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Bring back what was written on</source>
        <translation>恢复正在书写的内容</translation>
    </message>
    <message>
        <source>Bring back {:,} records</source>
        <translation>恢复 {:,} 项正在书写的内容</translation>
    </message>
    <message>
        <source>Bringing {name} up to date</source>
        <translation>正在更新 {name} 的格式</translation>
    </message>
    <message>
        <source>Brought back</source>
        <translation>已恢复</translation>
    </message>
    <message>
        <source>By Day</source>
        <translation>按日期分组</translation>
    </message>
    <message>
        <source>By Page</source>
        <translation>按页面分组</translation>
    </message>
    <message>
        <source>By Source</source>
        <translation>按来源分组</translation>
    </message>
    <message>
        <source>By Tag</source>
        <translation>按标签分组</translation>
    </message>
    <message>
        <source>By author</source>
        <translation>按作者</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>手动</translation>
    </message>
    <message>
        <source>By source</source>
        <translation>按来源</translation>
    </message>
    <message>
        <source>By status</source>
        <translation>按状态</translation>
    </message>
    <message>
        <source>By tag</source>
        <translation>按标签</translation>
    </message>
    <message>
        <source>By year of horizon</source>
        <translation>按到期年份</translation>
    </message>
    <message>
        <source>By {0}.</source>
        <translation>作者：{0}。</translation>
    </message>
    <message>
        <source>Called off. All is as it was.</source>
        <translation>已取消，一切保持原样。</translation>
    </message>
    <message>
        <source>Calling it off. All will be as it was.</source>
        <translation>正在取消。一切会保持原样。</translation>
    </message>
    <message>
        <source>Came true</source>
        <translation>应验</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Change a finding</source>
        <translation>修改观点</translation>
    </message>
    <message>
        <source>Change a saved search</source>
        <translation>修改已存搜索</translation>
    </message>
    <message>
        <source>Change the words of a highlight</source>
        <translation>改变高亮的文字</translation>
    </message>
    <message>
        <source>Change the words of {:,} highlights</source>
        <translation>改变 {:,} 处高亮的文字</translation>
    </message>
    <message>
        <source>Change {:,} findings</source>
        <translation>修改 {:,} 个观点</translation>
    </message>
    <message>
        <source>Change {:,} saved searches</source>
        <translation>修改 {:,} 个已存搜索</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>已改</translation>
    </message>
    <message>
        <source>Changed elsewhere: {0}</source>
        <translation>别处改成了：{0}</translation>
    </message>
    <message>
        <source>Changed the finding</source>
        <translation>已修改观点</translation>
    </message>
    <message>
        <source>Changed the search</source>
        <translation>已修改搜索</translation>
    </message>
    <message>
        <source>Changed there</source>
        <translation>对方改过</translation>
    </message>
    <message>
        <source>Changed {0}</source>
        <translation>修改于 {0}</translation>
    </message>
    <message>
        <source>Changed {:,} findings</source>
        <translation>已修改 {:,} 个观点</translation>
    </message>
    <message>
        <source>Changed {:,} searches</source>
        <translation>已修改 {:,} 个搜索</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>字形</translation>
    </message>
    <message>
        <source>Check Later</source>
        <translation>待查</translation>
    </message>
    <message>
        <source>Check its name and its folder.</source>
        <translation>请检查文件名和文件夹。</translation>
    </message>
    <message>
        <source>Check later</source>
        <translation>待查</translation>
    </message>
    <message>
        <source>Check that it is there and can be read, then try again.</source>
        <translation>请看它是否存在、能否读取，再试一次。</translation>
    </message>
    <message>
        <source>Check that the disk has room, then try again.</source>
        <translation>请看磁盘是否有空间，再试一次。</translation>
    </message>
    <message>
        <source>Check the Library</source>
        <translation>检查文库</translation>
    </message>
    <message>
        <source>Check the Library…</source>
        <translation>检查文库…</translation>
    </message>
    <message>
        <source>Check the disk, then try again.</source>
        <translation>请检查磁盘，再试一次。</translation>
    </message>
    <message>
        <source>Check the file and its folder.</source>
        <translation>请检查文件和所在文件夹。</translation>
    </message>
    <message>
        <source>Check the folder and the disk.</source>
        <translation>请检查文件夹和磁盘。</translation>
    </message>
    <message>
        <source>Check the library under File › Backups…: it tells where.</source>
        <translation>请在“文件 › 备份…”中检查文库，看看是哪里。</translation>
    </message>
    <message>
        <source>Check the name of the file.</source>
        <translation>请检查文件名。</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>Chinese as Written</source>
        <translation>中文按原文</translation>
    </message>
    <message>
        <source>Choose a Meipi library.</source>
        <translation>请选眉批文库。</translation>
    </message>
    <message>
        <source>Choose a Template</source>
        <translation>选择模板</translation>
    </message>
    <message>
        <source>Choose a claim first.</source>
        <translation>请先选一条论断。</translation>
    </message>
    <message>
        <source>Choose a file that Meipi made.</source>
        <translation>请选眉批所做的文件。</translation>
    </message>
    <message>
        <source>Choose a file that the preferences exported.</source>
        <translation>请选由“设置”导出的文件。</translation>
    </message>
    <message>
        <source>Choose a file with text in it.</source>
        <translation>请选一个有文字的文件。</translation>
    </message>
    <message>
        <source>Choose a finding</source>
        <translation>选择观点</translation>
    </message>
    <message>
        <source>Choose a highlight in the tree first.</source>
        <translation>请先在要点中选一处高亮。</translation>
    </message>
    <message>
        <source>Choose a highlight whose words, number or name changed.</source>
        <translation>请先选一处文字、数字或名称有变的高亮。</translation>
    </message>
    <message>
        <source>Choose a highlight, and then the words in its claim that it should cover.</source>
        <translation>请先选中一处高亮，再在它的论断中选中要改到的文字。</translation>
    </message>
    <message>
        <source>Choose a step to undo it and everything after it. Undoing can be undone.</source>
        <translation>选一步操作，可撤销它和之后的全部操作。撤销本身也可以撤销。</translation>
    </message>
    <message>
        <source>Choose a tag</source>
        <translation>选择标签</translation>
    </message>
    <message>
        <source>Choose a tag to rename it, give it a colour or names, or join it with another.</source>
        <translation>选一个标签，可改名、设颜色、起中英文名，或与另一个合并。</translation>
    </message>
    <message>
        <source>Choose another copy.</source>
        <translation>请另选一个备份。</translation>
    </message>
    <message>
        <source>Choose another file, or restore a copy of it.</source>
        <translation>请选择其他文件，或用它的备份恢复。</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>请另选文件。</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>请换一个文件夹。</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>请换一个名字。</translation>
    </message>
    <message>
        <source>Choose another place for it.</source>
        <translation>请另选位置。</translation>
    </message>
    <message>
        <source>Choose another place, or make room.</source>
        <translation>请另选位置，或腾出空间。</translation>
    </message>
    <message>
        <source>Choose one from the list.</source>
        <translation>请从列表中选。</translation>
    </message>
    <message>
        <source>Choose one of these.</source>
        <translation>请选其中之一。</translation>
    </message>
    <message>
        <source>Choose the files in it, or another folder.</source>
        <translation>请选其中的文件，或另选文件夹。</translation>
    </message>
    <message>
        <source>Choose the folder that holds them.</source>
        <translation>请选它们所在的文件夹。</translation>
    </message>
    <message>
        <source>Chosen words</source>
        <translation>选中的文字</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>论断</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>论断</translation>
    </message>
    <message>
        <source>Claims on the Same Passage</source>
        <translation>同一段落的论断</translation>
    </message>
    <message>
        <source>Claims on which readers differ</source>
        <translation>读者有分歧的论断</translation>
    </message>
    <message>
        <source>Claims proposed</source>
        <translation>建议的论断</translation>
    </message>
    <message>
        <source>Claims that some put under the tag and others did not</source>
        <translation>有人归入该标签、有人没有的论断</translation>
    </message>
    <message>
        <source>Claims that two or more readers have judged, by marking or by passing them</source>
        <translation>两位以上读者判断过的论断，无论标注还是略过</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Click one in the list, or go on to the next with {next_article}.</source>
        <translation>在列表中点击一篇，或按 {next_article} 转到下一篇。</translation>
    </message>
    <message>
        <source>Click the highlight to remove: there are several here.</source>
        <translation>这里有几处高亮：请点击要删除的那一处。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
    <message>
        <source>Close and Lose It</source>
        <translation>关闭并放弃</translation>
    </message>
    <message>
        <source>Close the ledger</source>
        <translation>关闭台账</translation>
    </message>
    <message>
        <source>Cohen&apos;s kappa, for two readers: agreement beyond chance</source>
        <translation>Cohen&apos;s kappa，适用于两位读者：超出偶然的一致</translation>
    </message>
    <message>
        <source>Cohen&apos;s kappa: {0}. </source>
        <translation>Cohen&apos;s kappa：{0}。</translation>
    </message>
    <message>
        <source>Collect</source>
        <translation>汇集</translation>
    </message>
    <message>
        <source>Collect across Articles</source>
        <translation>跨文章汇集</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message numerus="yes">
        <source>Colour %n Claim(s)</source>
        <translation>
            <numerusform>给 %n 条论断着色</numerusform>
        </translation>
    </message>
    <message>
        <source>Colour a claim</source>
        <translation>给论断着色</translation>
    </message>
    <message>
        <source>Colour {:,} claims</source>
        <translation>给 {:,} 条论断着色</translation>
    </message>
    <message>
        <source>Colour, Names, Join…</source>
        <translation>颜色、名称、合并…</translation>
    </message>
    <message>
        <source>Coloured a claim</source>
        <translation>已给论断着色</translation>
    </message>
    <message>
        <source>Coloured {0}</source>
        <translation>改为{0}</translation>
    </message>
    <message>
        <source>Coloured {:,} claims</source>
        <translation>已给 {:,} 条论断着色</translation>
    </message>
    <message>
        <source>Comes back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Commands that fit</source>
        <translation>符合的命令</translation>
    </message>
    <message>
        <source>Comparing it with your library…</source>
        <translation>正在与您的文库比较…</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>正在比较…</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>把握</translation>
    </message>
    <message>
        <source>Confirm the {relation}</source>
        <translation>确认{relation}</translation>
    </message>
    <message>
        <source>Confirm the {relation} (C)</source>
        <translation>确认{relation} (C)</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>Confirmed by {name}, {day}</source>
        <translation>{name} 于 {day} 确认</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>Connection refused</source>
        <translation>连接被拒绝</translation>
    </message>
    <message>
        <source>Connection reset by peer</source>
        <translation>连接被对方中断</translation>
    </message>
    <message>
        <source>Connection timed out</source>
        <translation>连接超时</translation>
    </message>
    <message>
        <source>Contradicts</source>
        <translation>反驳</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message numerus="yes">
        <source>Copied %n claim(s).</source>
        <translation>
            <numerusform>已复制 %n 条论断。</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied and checked: {0}.</source>
        <translation>已备份并重新读过：{0}。</translation>
    </message>
    <message>
        <source>Copied with its citation.</source>
        <translation>已连同出处复制。</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>已复制。</translation>
    </message>
    <message>
        <source>Copied: {0}. But the log of the library is damaged, and the copy&apos;s with it: check the library.</source>
        <translation>已备份：{0}。但文库的日志已损坏，备份中也一样：请检查文库。</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy (Ctrl+C)</source>
        <translation>复制 (Ctrl+C)</translation>
    </message>
    <message>
        <source>Copy Claims as CSV</source>
        <translation>以 CSV 复制论断</translation>
    </message>
    <message>
        <source>Copy Table as CSV</source>
        <translation>以 CSV 复制表格</translation>
    </message>
    <message>
        <source>Copy it to where you may write, and open the copy.</source>
        <translation>请把它复制到可以写入的地方，再打开副本。</translation>
    </message>
    <message>
        <source>Copy it to where you may write.</source>
        <translation>请将它复制到可以写入的地方。</translation>
    </message>
    <message>
        <source>Copy the quote</source>
        <translation>复制引文</translation>
    </message>
    <message>
        <source>Copy the text of a page first.</source>
        <translation>请先复制网页的文字。</translation>
    </message>
    <message>
        <source>Copy with Citation</source>
        <translation>连同出处复制</translation>
    </message>
    <message>
        <source>Copying your library first…</source>
        <translation>正在先备份您的文库…</translation>
    </message>
    <message>
        <source>Correct your term</source>
        <translation>修改您的术语</translation>
    </message>
    <message>
        <source>Correct…</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>Cutting text into words anew</source>
        <translation>正在重新切词</translation>
    </message>
    <message>
        <source>Daily</source>
        <translation>每日</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Dec</source>
        <translation>12月</translation>
    </message>
    <message>
        <source>Decided by the Chosen Highlight</source>
        <translation>由选中的高亮定论</translation>
    </message>
    <message>
        <source>Decides</source>
        <translation>定论</translation>
    </message>
    <message>
        <source>Define a term</source>
        <translation>定义术语</translation>
    </message>
    <message>
        <source>Define {:,} terms</source>
        <translation>定义 {:,} 个术语</translation>
    </message>
    <message>
        <source>Delete drops it</source>
        <translation>按 Delete 去掉</translation>
    </message>
    <message>
        <source>Describe a tag</source>
        <translation>说明标签</translation>
    </message>
    <message>
        <source>Describe {:,} tags</source>
        <translation>说明 {:,} 个标签</translation>
    </message>
    <message>
        <source>Described the tag</source>
        <translation>已说明标签</translation>
    </message>
    <message>
        <source>Described {:,} tags</source>
        <translation>已说明 {:,} 个标签</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>详情…</translation>
    </message>
    <message>
        <source>Device or resource busy</source>
        <translation>设备正忙</translation>
    </message>
    <message>
        <source>Dictionary</source>
        <translation>词典</translation>
    </message>
    <message>
        <source>Differ</source>
        <translation>分歧</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>已超出磁盘配额</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>不采纳</translation>
    </message>
    <message>
        <source>Dismiss (D): it will not be proposed again</source>
        <translation>不采纳 (D)：以后不再提出</translation>
    </message>
    <message>
        <source>Dismissed</source>
        <translation>未采纳</translation>
    </message>
    <message>
        <source>Dismissed by {name}, {day}</source>
        <translation>{name} 于 {day} 不予采纳</translation>
    </message>
    <message>
        <source>Divide it, and import the parts.</source>
        <translation>请拆开后分别导入。</translation>
    </message>
    <message>
        <source>Divide it.</source>
        <translation>请拆分。</translation>
    </message>
    <message>
        <source>Done again</source>
        <translation>已重做</translation>
    </message>
    <message>
        <source>Doubt</source>
        <translation>存疑</translation>
    </message>
    <message>
        <source>Drop evidence</source>
        <translation>去掉证据</translation>
    </message>
    <message>
        <source>Drop evidence of {:,} findings</source>
        <translation>去掉 {:,} 个观点的证据</translation>
    </message>
    <message>
        <source>Drop the tag {0}</source>
        <translation>去掉标签 {0}</translation>
    </message>
    <message>
        <source>Drop this tag</source>
        <translation>去掉这个标签</translation>
    </message>
    <message numerus="yes">
        <source>Drop to import %n file(s)</source>
        <translation>
            <numerusform>松开以导入 %n 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>Drop to import this text</source>
        <translation>松开以导入这段文字</translation>
    </message>
    <message>
        <source>Drop to import {name}</source>
        <translation>松开以导入“{name}”</translation>
    </message>
    <message numerus="yes">
        <source>Drop to look into %n Meipi file(s)</source>
        <translation>
            <numerusform>松开以查看 %n 个眉批文件</numerusform>
        </translation>
    </message>
    <message>
        <source>Drop to look into {name}</source>
        <translation>松开以查看“{name}”</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>已放弃</translation>
    </message>
    <message>
        <source>Dropped</source>
        <comment>tag</comment>
        <translation>已去掉</translation>
    </message>
    <message>
        <source>Dropped a tag of {:,} highlights</source>
        <translation>已去掉 {:,} 处高亮的标签</translation>
    </message>
    <message>
        <source>Dropped evidence</source>
        <translation>已去掉证据</translation>
    </message>
    <message>
        <source>Dropped evidence of {:,} findings</source>
        <translation>已去掉 {:,} 个观点的证据</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>今天到期</translation>
    </message>
    <message>
        <source>Each colour is underlined in its own way, for those who cannot tell colours apart.</source>
        <translation>每种颜色有自己的下划线，便于不易分辨颜色的读者。</translation>
    </message>
    <message>
        <source>Each line is: Chinese, English.</source>
        <translation>每行为：中文, 英文。</translation>
    </message>
    <message>
        <source>Earlier versions were left out.</source>
        <translation>未包含以前的版本。</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>End the Tour</source>
        <translation>结束导览</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Enter keeps it; Esc leaves it</source>
        <translation>回车保留；Esc 放弃</translation>
    </message>
    <message>
        <source>Enter or a double click on a command gives it another key.</source>
        <translation>在命令上按回车或双击，可换快捷键。</translation>
    </message>
    <message>
        <source>Enter shows the claim in the window</source>
        <translation>按回车在窗口中显示该论断</translation>
    </message>
    <message>
        <source>Every Command…</source>
        <translation>全部命令…</translation>
    </message>
    <message>
        <source>Every claim that says</source>
        <translation>凡论断提到</translation>
    </message>
    <message>
        <source>Every command</source>
        <translation>全部命令</translation>
    </message>
    <message>
        <source>Every page, text, deed and quote is checked against what it was made from.</source>
        <translation>每一页、每篇正文、每步操作、每段引文都会逐一核对。</translation>
    </message>
    <message>
        <source>Everybody said the same of every claim, so there is nothing to set against chance.</source>
        <translation>所有人对每条论断的判断都相同，因此无法与偶然相比。</translation>
    </message>
    <message>
        <source>Everybody&apos;s highlights</source>
        <translation>所有人的高亮</translation>
    </message>
    <message>
        <source>Everything stays on this computer: {path}</source>
        <translation>一切都留在这台电脑上：{path}</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Evidence ({0})</source>
        <translation>证据（{0}）</translation>
    </message>
    <message>
        <source>Evidence of: {one}</source>
        <translation>所支撑的观点：{one}</translation>
    </message>
    <message>
        <source>Export Markdown</source>
        <translation>导出 Markdown</translation>
    </message>
    <message>
        <source>Export Markdown…</source>
        <translation>导出 Markdown…</translation>
    </message>
    <message>
        <source>Export Settings</source>
        <translation>导出设置</translation>
    </message>
    <message>
        <source>Export Terms</source>
        <translation>导出术语</translation>
    </message>
    <message>
        <source>Export a Folder of Notes</source>
        <translation>导出笔记文件夹</translation>
    </message>
    <message>
        <source>Export your feeds as OPML from the program that follows them, and choose that file.</source>
        <translation>请在原来的阅读程序中把订阅源导出为 OPML，再选择那个文件。</translation>
    </message>
    <message>
        <source>Exported your terms to {path}.</source>
        <translation>已将您的术语导出到 {path}。</translation>
    </message>
    <message>
        <source>Exported {many} to {place}.</source>
        <translation>已将 {many}导出到 {place}。</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>正在导出</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>落空</translation>
    </message>
    <message>
        <source>Feb</source>
        <translation>2月</translation>
    </message>
    <message>
        <source>Feeds to follow</source>
        <translation>订阅源</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>文件已存在</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>文件名过长</translation>
    </message>
    <message>
        <source>Files can be dropped anywhere in this window.</source>
        <translation>文件可以拖到窗口的任何地方。</translation>
    </message>
    <message>
        <source>Filter findings</source>
        <translation>筛选观点</translation>
    </message>
    <message>
        <source>Filter the findings, or save an SVG.</source>
        <translation>请筛选观点，或存为 SVG。</translation>
    </message>
    <message>
        <source>Find Next</source>
        <translation>查找下一处</translation>
    </message>
    <message>
        <source>Find Previous</source>
        <translation>查找上一处</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>查找命令</translation>
    </message>
    <message>
        <source>Find a command or a key</source>
        <translation>查找命令或快捷键</translation>
    </message>
    <message>
        <source>Find a preference</source>
        <translation>查找设置</translation>
    </message>
    <message>
        <source>Find a tag</source>
        <translation>查找标签</translation>
    </message>
    <message>
        <source>Find a tag or source</source>
        <translation>查找标签或来源</translation>
    </message>
    <message>
        <source>Find a term</source>
        <translation>查找术语</translation>
    </message>
    <message>
        <source>Find in Article…</source>
        <translation>查找文中词语…</translation>
    </message>
    <message>
        <source>Find in this article</source>
        <translation>在本文中查找</translation>
    </message>
    <message>
        <source>Find it in the other language</source>
        <translation>用另一种语言查找</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>观点</translation>
    </message>
    <message>
        <source>Finding (F)</source>
        <translation>观点 (F)</translation>
    </message>
    <message>
        <source>Finding: {0}, {below}</source>
        <translation>观点：{0}，{below}</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>观点</translation>
    </message>
    <message>
        <source>Findings ({0:,})</source>
        <translation>观点（{0:,}）</translation>
    </message>
    <message>
        <source>Findings that are private, or rest on what stays, were left out.</source>
        <translation>未包含私密的、或依据留在本机内容的观点。</translation>
    </message>
    <message>
        <source>Findings that fit</source>
        <translation>符合的观点</translation>
    </message>
    <message>
        <source>First claim</source>
        <translation>第一条论断</translation>
    </message>
    <message>
        <source>Focus Mode</source>
        <translation>专注模式</translation>
    </message>
    <message>
        <source>Fold All</source>
        <translation>全部折叠</translation>
    </message>
    <message>
        <source>Folders to watch</source>
        <translation>监视的文件夹</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Forget a saved search</source>
        <translation>删除已存搜索</translation>
    </message>
    <message>
        <source>Forget {:,} saved searches</source>
        <translation>删除 {:,} 个已存搜索</translation>
    </message>
    <message>
        <source>Forgot the search</source>
        <translation>已删除搜索</translation>
    </message>
    <message>
        <source>Forgot {:,} searches</source>
        <translation>已删除 {:,} 个搜索</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>Free some space, then try again.</source>
        <translation>请腾出空间，再试一次。</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起</translation>
    </message>
    <message>
        <source>From another library</source>
        <translation>来自另一个文库</translation>
    </message>
    <message>
        <source>From {name}</source>
        <translation>来自 {name}</translation>
    </message>
    <message>
        <source>From {them}</source>
        <translation>来自 {them}</translation>
    </message>
    <message>
        <source>Full Width</source>
        <translation>全宽</translation>
    </message>
    <message>
        <source>Full width</source>
        <translation>全宽</translation>
    </message>
    <message>
        <source>Give a tag</source>
        <translation>加标签</translation>
    </message>
    <message>
        <source>Give another name.</source>
        <translation>请换一个名字。</translation>
    </message>
    <message>
        <source>Give more of it.</source>
        <translation>请给得更全一些。</translation>
    </message>
    <message>
        <source>Give the name of a file.</source>
        <translation>请给出文件名。</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>已加上</translation>
    </message>
    <message>
        <source>Go back to a copy: choose one in the list of copies.</source>
        <translation>请恢复到某个备份：在备份列表中选一个。</translation>
    </message>
    <message>
        <source>Go back to the copy of {0}?</source>
        <translation>恢复到 {0} 的备份吗？</translation>
    </message>
    <message>
        <source>Go to Claim</source>
        <translation>转到论断</translation>
    </message>
    <message>
        <source>Go to Evidence</source>
        <translation>转到证据</translation>
    </message>
    <message>
        <source>Go to a claim first, or select words in it.</source>
        <translation>请先转到一条论断，或选中其中的文字。</translation>
    </message>
    <message>
        <source>Go to a claim with {next_claim}, or drag over some of its words. Then press {highlight}.</source>
        <translation>按 {next_claim} 转到一条论断，或拖选其中的文字，然后按 {highlight}。</translation>
    </message>
    <message>
        <source>Go to the Articles</source>
        <translation>转到文章列表</translation>
    </message>
    <message>
        <source>Go to the {0}</source>
        <translation>转到{0}</translation>
    </message>
    <message>
        <source>Going back brings back {some}.</source>
        <translation>恢复后会找回 {some}。</translation>
    </message>
    <message>
        <source>Going back takes away {some}.</source>
        <translation>恢复后会失去 {some}。</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿色</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰色</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>这里</translation>
    </message>
    <message>
        <source>Here, from another page</source>
        <translation>已有，来自另一页面</translation>
    </message>
    <message>
        <source>High Contrast, Dark</source>
        <translation>高对比度（深色）</translation>
    </message>
    <message>
        <source>High Contrast, Light</source>
        <translation>高对比度（浅色）</translation>
    </message>
    <message>
        <source>High contrast, dark</source>
        <translation>高对比度（深色）</translation>
    </message>
    <message>
        <source>High contrast, light</source>
        <translation>高对比度（浅色）</translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation>高亮</translation>
    </message>
    <message>
        <source>Highlight These Words Instead</source>
        <translation>改为高亮所选文字</translation>
    </message>
    <message>
        <source>Highlight what matters</source>
        <translation>高亮重要内容</translation>
    </message>
    <message>
        <source>Highlight {:,} passages</source>
        <translation>高亮 {:,} 处</translation>
    </message>
    <message>
        <source>Highlight {colour}</source>
        <translation>高亮为{colour}</translation>
    </message>
    <message>
        <source>Highlight {place} of {many} here.</source>
        <translation>此处第 {place} 个高亮，共 {many} 个。</translation>
    </message>
    <message>
        <source>Highlighted</source>
        <translation>已高亮</translation>
    </message>
    <message>
        <source>Highlighted in {0}</source>
        <translation>高亮为{0}</translation>
    </message>
    <message>
        <source>Highlighted words</source>
        <translation>高亮的文字</translation>
    </message>
    <message>
        <source>Highlighted {:,} passages</source>
        <translation>已高亮 {:,} 处</translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation>高亮</translation>
    </message>
    <message>
        <source>Highlights of other authors were left out.</source>
        <translation>未包含其他作者的高亮。</translation>
    </message>
    <message>
        <source>Highlights of the article</source>
        <translation>该文章的高亮</translation>
    </message>
    <message>
        <source>Highlights of this article</source>
        <translation>本文的高亮</translation>
    </message>
    <message>
        <source>Highlights with these tags:</source>
        <translation>带这些标签的高亮：</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>History ({0})</source>
        <translation>历史（{0}）</translation>
    </message>
    <message>
        <source>History…</source>
        <translation>历史…</translation>
    </message>
    <message>
        <source>Hit rate</source>
        <translation>命中率</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>命中</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Horizon</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>How it bears on the finding</source>
        <translation>它对观点的作用</translation>
    </message>
    <message>
        <source>H{half} {year}</source>
        <translation>{year}年H{half}</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Import Feeds</source>
        <translation>导入订阅源</translation>
    </message>
    <message>
        <source>Import Files</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>Import Files…</source>
        <translation>导入文件…</translation>
    </message>
    <message>
        <source>Import OPML…</source>
        <translation>导入 OPML…</translation>
    </message>
    <message>
        <source>Import Settings</source>
        <translation>导入设置</translation>
    </message>
    <message>
        <source>Import Terms</source>
        <translation>导入术语</translation>
    </message>
    <message>
        <source>Import a Folder</source>
        <translation>导入文件夹</translation>
    </message>
    <message>
        <source>Import a Folder…</source>
        <translation>导入文件夹…</translation>
    </message>
    <message>
        <source>Import an article</source>
        <translation>导入文章</translation>
    </message>
    <message>
        <source>Import something into it first.</source>
        <translation>请先导入一些内容。</translation>
    </message>
    <message>
        <source>Import the answer of a search, with its docs, or one document.</source>
        <translation>请导入带 docs 的搜索结果，或单个文档。</translation>
    </message>
    <message>
        <source>Import {:,} articles</source>
        <translation>导入 {:,} 篇文章</translation>
    </message>
    <message>
        <source>Imported an article</source>
        <translation>已导入文章</translation>
    </message>
    <message>
        <source>Imported {:,} articles</source>
        <translation>已导入 {:,} 篇文章</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>In high contrast</source>
        <translation>高对比度时</translation>
    </message>
    <message>
        <source>In the glossary</source>
        <translation>词表中有</translation>
    </message>
    <message>
        <source>In the glossary: {0}</source>
        <translation>词表：{0}</translation>
    </message>
    <message>
        <source>In the list, the letters C, F, P, U and M judge.</source>
        <translation>在列表中，按字母 C、F、P、U、M 判定。</translation>
    </message>
    <message>
        <source>In the text</source>
        <translation>在正文中</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>读写出错</translation>
    </message>
    <message>
        <source>Insights</source>
        <translation>要点</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>详情栏</translation>
    </message>
    <message>
        <source>Install that version to change it.</source>
        <translation>要修改它，请安装那个版本。</translation>
    </message>
    <message>
        <source>Install that version to open it.</source>
        <translation>要打开它，请安装那个版本。</translation>
    </message>
    <message>
        <source>Install that version.</source>
        <translation>请安装那个版本。</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>这是一个文件夹</translation>
    </message>
    <message>
        <source>Is it another file?</source>
        <translation>是否选错了文件？</translation>
    </message>
    <message>
        <source>Is this library your own?</source>
        <translation>这是您自己的文库吗？</translation>
    </message>
    <message>
        <source>It Is Mine</source>
        <translation>是我的</translation>
    </message>
    <message>
        <source>It fell here and rose there: {0}.</source>
        <translation>这里下降，那里上升：{0}。</translation>
    </message>
    <message numerus="yes">
        <source>It holds %n step(s) that the library does not have.</source>
        <translation>
            <numerusform>它还有文库中没有的 %n 步操作。</numerusform>
        </translation>
    </message>
    <message>
        <source>It holds just what the library holds now.</source>
        <translation>它与文库现在的内容完全相同。</translation>
    </message>
    <message>
        <source>It is in no article of the list, so it is settled here.</source>
        <translation>它不在列表的任何文章里，所以在这里选定。</translation>
    </message>
    <message>
        <source>It is not in the library. Copy from here what you want to put there.</source>
        <translation>它不在文库里。请从这里复制您想放进去的内容。</translation>
    </message>
    <message>
        <source>It is still in the window. You can mend it there, or copy it.</source>
        <translation>它还在窗口里，您可以在那里修改或复制。</translation>
    </message>
    <message>
        <source>It is tried again in an hour.</source>
        <translation>一小时后会再试。</translation>
    </message>
    <message>
        <source>It is tried again in {0} hours.</source>
        <translation>{0} 小时后会再试。</translation>
    </message>
    <message numerus="yes">
        <source>It marks %n article(s) of yours as read, or as unread.</source>
        <translation>
            <numerusform>它会把您的 %n 篇文章标为已读或未读。</numerusform>
        </translation>
    </message>
    <message>
        <source>It may be shared again</source>
        <translation>已允许分享</translation>
    </message>
    <message>
        <source>It may have been taken away.</source>
        <translation>它可能已被移走。</translation>
    </message>
    <message>
        <source>It moved here from {address}.</source>
        <translation>原址为 {address}，现已迁到这里。</translation>
    </message>
    <message>
        <source>It rests on nothing yet. </source>
        <translation>还没有任何依据。</translation>
    </message>
    <message>
        <source>It rests on one passage: [{number}] of one article.</source>
        <translation>只依据一个段落：某篇文章的 [{number}]。</translation>
    </message>
    <message>
        <source>It rose here and fell there: {0}.</source>
        <translation>这里上升，那里下降：{0}。</translation>
    </message>
    <message>
        <source>It was changed in two places. Both are kept until you choose.</source>
        <translation>两处各改了一次。在您选定之前，两个版本都保留。</translation>
    </message>
    <message>
        <source>It was settled elsewhere meanwhile. This is what you were writing.</source>
        <translation>它已在别处选定。这是您正在写的内容。</translation>
    </message>
    <message>
        <source>It was taken away elsewhere meanwhile; what you wrote brought it back.</source>
        <translation>它同时在别处被移除；您写下的内容已使它恢复。</translation>
    </message>
    <message>
        <source>It was written by an older Meipi. A copy of it as it is now is kept first.</source>
        <translation>它由较早版本的眉批写成。更新前会先保留一份现在的副本。</translation>
    </message>
    <message>
        <source>It will look like this:</source>
        <translation>导出的样子：</translation>
    </message>
    <message>
        <source>Its password is sent without encryption, for everybody on the way to read.</source>
        <translation>密码未加密发送，途中任何人都能看到。</translation>
    </message>
    <message>
        <source>Jan</source>
        <translation>1月</translation>
    </message>
    <message>
        <source>Join the claims of {:,} pairs</source>
        <translation>关联 {:,} 对论断</translation>
    </message>
    <message>
        <source>Join the tags of {:,} highlights</source>
        <translation>合并 {:,} 处高亮的标签</translation>
    </message>
    <message>
        <source>Join the two instead.</source>
        <translation>请改为合并这两个。</translation>
    </message>
    <message>
        <source>Join the two, or choose another name.</source>
        <translation>请合并这两个标签，或换一个名称。</translation>
    </message>
    <message>
        <source>Join two claims</source>
        <translation>关联两条论断</translation>
    </message>
    <message>
        <source>Join two tags</source>
        <translation>合并两个标签</translation>
    </message>
    <message>
        <source>Join with…</source>
        <translation>合并到…</translation>
    </message>
    <message>
        <source>Joined the claims</source>
        <translation>已关联论断</translation>
    </message>
    <message>
        <source>Joined the claims of {:,} pairs</source>
        <translation>已关联 {:,} 对论断</translation>
    </message>
    <message>
        <source>Joined the tags</source>
        <translation>已合并标签</translation>
    </message>
    <message>
        <source>Joined the tags of {:,} highlights</source>
        <translation>已合并 {:,} 处高亮的标签</translation>
    </message>
    <message>
        <source>Judge</source>
        <translation>判断</translation>
    </message>
    <message>
        <source>Judge a claim</source>
        <translation>判断论断</translation>
    </message>
    <message>
        <source>Judge a finding</source>
        <translation>判定观点</translation>
    </message>
    <message>
        <source>Judge {:,} claims</source>
        <translation>判断 {:,} 条论断</translation>
    </message>
    <message>
        <source>Judge {:,} findings</source>
        <translation>判定 {:,} 个观点</translation>
    </message>
    <message>
        <source>Judge {:,} highlights</source>
        <translation>判断 {:,} 处高亮</translation>
    </message>
    <message>
        <source>Judged</source>
        <translation>已判断</translation>
    </message>
    <message>
        <source>Judged a claim</source>
        <translation>已判断论断</translation>
    </message>
    <message>
        <source>Judged on</source>
        <translation>判定日期</translation>
    </message>
    <message>
        <source>Judged on {0}</source>
        <translation>判定于 {0}</translation>
    </message>
    <message>
        <source>Judged the finding</source>
        <translation>已判定观点</translation>
    </message>
    <message>
        <source>Judged {:,} claims</source>
        <translation>已判断 {:,} 条论断</translation>
    </message>
    <message>
        <source>Judged {:,} findings</source>
        <translation>已判定 {:,} 个观点</translation>
    </message>
    <message>
        <source>Judged {:,} highlights</source>
        <translation>已判断 {:,} 处高亮</translation>
    </message>
    <message>
        <source>Judged: {0}</source>
        <translation>判断：{0}</translation>
    </message>
    <message>
        <source>Judgement</source>
        <translation>判断</translation>
    </message>
    <message>
        <source>Jul</source>
        <translation>7月</translation>
    </message>
    <message>
        <source>Jun</source>
        <translation>6月</translation>
    </message>
    <message>
        <source>Kappa</source>
        <translation>Kappa</translation>
    </message>
    <message>
        <source>Keep Both</source>
        <translation>两个都保留</translation>
    </message>
    <message>
        <source>Keep Private</source>
        <translation>设为私密</translation>
    </message>
    <message>
        <source>Keep This</source>
        <translation>用这个</translation>
    </message>
    <message>
        <source>Keep What I Wrote</source>
        <translation>用我写的</translation>
    </message>
    <message>
        <source>Keep it private: it stays here when you share</source>
        <translation>设为私密：分享时留在本机</translation>
    </message>
    <message>
        <source>Keep it private: it stays here when you share (P)</source>
        <translation>设为私密：分享时留在本机 (P)</translation>
    </message>
    <message>
        <source>Keep private</source>
        <translation>设为私密</translation>
    </message>
    <message>
        <source>Keep the claims of {:,} pairs apart</source>
        <translation>分开 {:,} 对论断</translation>
    </message>
    <message>
        <source>Keep this: {0} of {1}</source>
        <translation>用这个：{1} 的{0}</translation>
    </message>
    <message>
        <source>Keep two claims apart</source>
        <translation>分开两条论断</translation>
    </message>
    <message>
        <source>Keep {:,} highlights private</source>
        <translation>将 {:,} 处高亮设为私密</translation>
    </message>
    <message>
        <source>Kept private</source>
        <translation>已设为私密</translation>
    </message>
    <message>
        <source>Kept the claims apart</source>
        <translation>已分开论断</translation>
    </message>
    <message>
        <source>Kept the claims of {:,} pairs apart</source>
        <translation>已分开 {:,} 对论断</translation>
    </message>
    <message>
        <source>Kept {:,} highlights private</source>
        <translation>已将 {:,} 处高亮设为私密</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Keys…</source>
        <translation>快捷键…</translation>
    </message>
    <message>
        <source>Krippendorff&apos;s alpha, for any number of readers: agreement beyond chance</source>
        <translation>Krippendorff&apos;s alpha，适用于任意多位读者：超出偶然的一致</translation>
    </message>
    <message>
        <source>Krippendorff&apos;s alpha: {0}</source>
        <translation>Krippendorff&apos;s alpha：{0}</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Language of the System</source>
        <translation>系统语言</translation>
    </message>
    <message>
        <source>Larger Text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>Lay together</source>
        <translation>归并</translation>
    </message>
    <message>
        <source>Leave it empty for none.</source>
        <translation>没有就留空。</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>不作依据</translation>
    </message>
    <message>
        <source>Leave it out.</source>
        <translation>请略去。</translation>
    </message>
    <message>
        <source>Leave some out.</source>
        <translation>请去掉几个。</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>台账</translation>
    </message>
    <message numerus="yes">
        <source>Left %n file(s) that you had edited; the new text is beside, in “… new.md”.</source>
        <translation>
            <numerusform>你改过的 %n 个文件未动；新的内容在旁边的“… new.md”中。</numerusform>
        </translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>已去掉</translation>
    </message>
    <message>
        <source>Length of Lines</source>
        <translation>行宽</translation>
    </message>
    <message>
        <source>Length of lines</source>
        <translation>行宽</translation>
    </message>
    <message>
        <source>Let it be shared</source>
        <translation>允许分享</translation>
    </message>
    <message>
        <source>Let {:,} highlights be shared</source>
        <translation>允许分享 {:,} 处高亮</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>文库</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Lists of feeds (*.opml *.xml)</source>
        <translation>订阅源列表 (*.opml *.xml)</translation>
    </message>
    <message>
        <source>Lists of terms (*.csv *.tsv *.txt)</source>
        <translation>术语表 (*.csv *.tsv *.txt)</translation>
    </message>
    <message>
        <source>Literal only</source>
        <translation>仅字面</translation>
    </message>
    <message>
        <source>Look Up Word</source>
        <translation>查词</translation>
    </message>
    <message>
        <source>Look at it again, then repeat.</source>
        <translation>请再看一眼，然后重做。</translation>
    </message>
    <message>
        <source>Look for New Articles</source>
        <translation>查看新文章</translation>
    </message>
    <message>
        <source>Look for a quotation mark that is never closed.</source>
        <translation>请检查引号。</translation>
    </message>
    <message>
        <source>Look for the address of its RSS or Atom feed.</source>
        <translation>请找它的 RSS 或 Atom 订阅源的网址。</translation>
    </message>
    <message>
        <source>Look into It</source>
        <translation>先看看</translation>
    </message>
    <message>
        <source>Look into it with `meipi {0}`, or take it over with `meipi merge`.</source>
        <translation>用 `meipi {0}` 查看，或用 `meipi merge` 合并。</translation>
    </message>
    <message>
        <source>Looked at {when}</source>
        <translation>查看于 {when}</translation>
    </message>
    <message>
        <source>Looking for claims that belong together…</source>
        <translation>正在寻找相关的论断…</translation>
    </message>
    <message>
        <source>Looking for new articles…</source>
        <translation>正在查看新文章…</translation>
    </message>
    <message>
        <source>Looking for them in the library…</source>
        <translation>正在文库中查找…</translation>
    </message>
    <message>
        <source>Looking through it… {0}</source>
        <translation>正在查看… {0}</translation>
    </message>
    <message>
        <source>Looking through the file</source>
        <translation>正在查看文件</translation>
    </message>
    <message>
        <source>Looking through the library…</source>
        <translation>正在检查文库…</translation>
    </message>
    <message>
        <source>Looking through the other articles…</source>
        <translation>正在查看其余文章…</translation>
    </message>
    <message>
        <source>Looking through {name}…</source>
        <translation>正在查看 {name}…</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>Made a finding</source>
        <translation>已建立观点</translation>
    </message>
    <message>
        <source>Made a finding on {:,} highlights</source>
        <translation>已由 {:,} 处高亮建立观点</translation>
    </message>
    <message>
        <source>Magenta</source>
        <translation>品红</translation>
    </message>
    <message>
        <source>Make Finding</source>
        <translation>建立观点</translation>
    </message>
    <message>
        <source>Make Them One Tag</source>
        <translation>合并成一个标签</translation>
    </message>
    <message>
        <source>Make a Copy Now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Make a finding</source>
        <translation>建立观点</translation>
    </message>
    <message>
        <source>Make a finding on {:,} highlights</source>
        <translation>由 {:,} 处高亮建立观点</translation>
    </message>
    <message>
        <source>Make it by hand.</source>
        <translation>请手动建立。</translation>
    </message>
    <message>
        <source>Make the finding (Enter in the statement, or Ctrl+Enter)</source>
        <translation>建立观点（在陈述中按回车，或 Ctrl+回车）</translation>
    </message>
    <message>
        <source>Making a copy…</source>
        <translation>正在备份…</translation>
    </message>
    <message>
        <source>Mar</source>
        <translation>3月</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Mark as Read and Go On</source>
        <translation>标为已读并继续</translation>
    </message>
    <message>
        <source>Mark as Read or Unread</source>
        <translation>标为已读或未读</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>标为已读</translation>
    </message>
    <message>
        <source>Mark as unread</source>
        <translation>标为未读</translation>
    </message>
    <message>
        <source>Mark {:,} articles as read</source>
        <translation>将 {:,} 篇文章标为已读</translation>
    </message>
    <message>
        <source>Mark {:,} articles as unread</source>
        <translation>将 {:,} 篇文章标为未读</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>Marked as read</source>
        <translation>已标为已读</translation>
    </message>
    <message>
        <source>Marked as unread</source>
        <translation>已标为未读</translation>
    </message>
    <message>
        <source>Marked by</source>
        <translation>标注者</translation>
    </message>
    <message>
        <source>Marked {:,} articles as read</source>
        <translation>已将 {:,} 篇文章标为已读</translation>
    </message>
    <message>
        <source>Marked {:,} articles as unread</source>
        <translation>已将 {:,} 篇文章标为未读</translation>
    </message>
    <message>
        <source>Marks of {names} are hidden</source>
        <translation>已隐藏{names}的标注</translation>
    </message>
    <message>
        <source>May</source>
        <translation>5月</translation>
    </message>
    <message>
        <source>May be shared again</source>
        <translation>可再分享</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>度量</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>中</translation>
    </message>
    <message>
        <source>Medium Lines</source>
        <translation>中等行宽</translation>
    </message>
    <message>
        <source>Meipi</source>
        <translation>眉批</translation>
    </message>
    <message>
        <source>Meipi can import saved pages and texts, folders of them, shares, and other Meipi libraries.</source>
        <translation>眉批可以导入保存的网页和文本、装有它们的文件夹，以及分享和其他眉批文库。</translation>
    </message>
    <message>
        <source>Meipi has not opened it on this computer before.

If somebody sent it to you, look into it: a clean copy is shown, nothing in the file can do any harm, and what you want of it can be merged. If it is your own, you can write in it.</source>
        <translation>眉批以前没有在这台电脑上打开过它。

如果是别人发来的，请先看看：显示的是干净的副本，文件里的任何东西都不会造成危害，想要的内容可以合并进来。如果是您自己的，就会以可写方式打开。</translation>
    </message>
    <message>
        <source>Meipi itself has none.</source>
        <translation>眉批自己没有备份。</translation>
    </message>
    <message>
        <source>Meipi libraries (*.meipi *.db *.sqlite)</source>
        <translation>眉批文库 (*.meipi *.db *.sqlite)</translation>
    </message>
    <message>
        <source>Meipi shares (*.meipi)</source>
        <translation>眉批分享 (*.meipi)</translation>
    </message>
    <message>
        <source>Meipi takes a copy once a day, if anything was done, and before it merges, restores or brings a library to a newer format. The older they are, the fewer are kept.</source>
        <translation>有改动的日子，眉批每天备份一次；合并、恢复或升级文库格式之前也会备份。越旧的备份保留得越少。</translation>
    </message>
    <message>
        <source>Meipi 眉批</source>
        <translation>眉批 Meipi</translation>
    </message>
    <message>
        <source>Meipi 眉批 {0}</source>
        <translation>眉批 Meipi {0}</translation>
    </message>
    <message>
        <source>Meipi&apos;s own</source>
        <translation>眉批自带</translation>
    </message>
    <message>
        <source>Mentioned in</source>
        <translation>被提及于</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message numerus="yes">
        <source>Merge %n Article(s)</source>
        <translation>
            <numerusform>合并 %n 篇文章</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Merge %n Highlight(s)</source>
        <translation>
            <numerusform>合并 %n 处高亮</numerusform>
        </translation>
    </message>
    <message>
        <source>Merge a Share or a Library</source>
        <translation>合并分享或文库</translation>
    </message>
    <message numerus="yes">
        <source>Merge and Bring Back %n</source>
        <translation>
            <numerusform>合并并找回 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Merge into My Library…</source>
        <translation>合并到我的文库…</translation>
    </message>
    <message>
        <source>Merge it into your library to mark its articles.</source>
        <translation>请将它合并到您的文库，再标注其中的文章。</translation>
    </message>
    <message>
        <source>Merge that library, or import the pages.</source>
        <translation>请合并该文库，或导入网页本身。</translation>
    </message>
    <message>
        <source>Merge what a colleague sent you, and look here again.</source>
        <translation>合并同事发来的内容，再到这里看。</translation>
    </message>
    <message>
        <source>Merge {0}</source>
        <translation>合并 {0}</translation>
    </message>
    <message>
        <source>Merge {:,} records</source>
        <translation>合并 {:,} 条记录</translation>
    </message>
    <message>
        <source>Merged {brought} from {source}.</source>
        <translation>已从 {source} 合并 {brought}。</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>合并…</translation>
    </message>
    <message>
        <source>Merging</source>
        <translation>正在合并</translation>
    </message>
    <message>
        <source>Merging…</source>
        <translation>正在合并…</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>月份</translation>
    </message>
    <message>
        <source>Moot</source>
        <translation>不再相关</translation>
    </message>
    <message>
        <source>More menus</source>
        <translation>更多菜单</translation>
    </message>
    <message>
        <source>More tags stand together; these do so most often.</source>
        <translation>一同出现的不止这些，这里是最常见的。</translation>
    </message>
    <message>
        <source>More tools</source>
        <translation>更多工具</translation>
    </message>
    <message>
        <source>Most of this can be made anew from the log of what was done, which is never changed. A copy is taken first.</source>
        <translation>其中大部分可以由操作日志重建；日志从不改动。会先做备份。</translation>
    </message>
    <message>
        <source>Move that file away, unless you know what it is, and open the library again.</source>
        <translation>除非您清楚那是什么，请移走那个文件，再打开文库。</translation>
    </message>
    <message>
        <source>Move that one first.</source>
        <translation>请先移动那一个。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Name a copy of it.</source>
        <translation>请指明它的一个备份。</translation>
    </message>
    <message>
        <source>Name in Chinese</source>
        <translation>中文名</translation>
    </message>
    <message>
        <source>Name in English</source>
        <translation>英文名</translation>
    </message>
    <message>
        <source>Name of a reader</source>
        <translation>读者署名</translation>
    </message>
    <message>
        <source>Name or service not known</source>
        <translation>找不到该主机名</translation>
    </message>
    <message>
        <source>Narrow</source>
        <translation>窄</translation>
    </message>
    <message>
        <source>Narrow Lines</source>
        <translation>窄行</translation>
    </message>
    <message>
        <source>Narrow by {0}</source>
        <translation>按{0}缩小范围</translation>
    </message>
    <message>
        <source>Network is unreachable</source>
        <translation>网络不通</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新</translation>
    </message>
    <message>
        <source>New finding</source>
        <translation>新观点</translation>
    </message>
    <message>
        <source>New highlights</source>
        <translation>新高亮</translation>
    </message>
    <message>
        <source>New or different</source>
        <translation>新的或不同的</translation>
    </message>
    <message>
        <source>New tag “{0}”</source>
        <translation>新标签“{0}”</translation>
    </message>
    <message>
        <source>Newer text</source>
        <translation>正文更新</translation>
    </message>
    <message>
        <source>Newest First</source>
        <translation>最新在前</translation>
    </message>
    <message>
        <source>Next Article</source>
        <translation>下一篇</translation>
    </message>
    <message>
        <source>Next Claim</source>
        <translation>下一条论断</translation>
    </message>
    <message>
        <source>Next Conflict</source>
        <translation>下一处冲突</translation>
    </message>
    <message>
        <source>Next Unread Article</source>
        <translation>下一篇未读文章</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>No Colour</source>
        <translation>无颜色</translation>
    </message>
    <message>
        <source>No address associated with hostname</source>
        <translation>该主机名没有地址</translation>
    </message>
    <message>
        <source>No article has all of these words.
Try it without “{0}”.</source>
        <translation>没有文章包含全部这些词。
试试去掉“{0}”。</translation>
    </message>
    <message>
        <source>No article has the id {0}.</source>
        <translation>没有编号为 {0} 的文章。</translation>
    </message>
    <message>
        <source>No article has these very words.
Turn “Literal only” off to find other names, too.</source>
        <translation>没有文章包含这些字面。
关掉“仅字面”，可同时查找别名。</translation>
    </message>
    <message>
        <source>No article has these words in a row.
Try it without the quotes.</source>
        <translation>没有文章连续出现这些词。
试试去掉引号。</translation>
    </message>
    <message>
        <source>No article matches.</source>
        <translation>没有这样的文章。</translation>
    </message>
    <message>
        <source>No article speaks of “{0}”.
Is it spelt as you mean it?</source>
        <translation>没有文章提到“{0}”。
写法对吗？</translation>
    </message>
    <message>
        <source>No articles yet.</source>
        <translation>还没有文章。</translation>
    </message>
    <message>
        <source>No citation, unlike the claims beside it</source>
        <translation>没有出处，与旁边的论断不同</translation>
    </message>
    <message>
        <source>No claim matches, or all that do are marked like this already.</source>
        <translation>没有这样的论断，或者都已如此标注。</translation>
    </message>
    <message>
        <source>No claim matches.</source>
        <translation>没有这样的论断。</translation>
    </message>
    <message>
        <source>No command is called that, or has that key.</source>
        <translation>没有这样的命令或按键。</translation>
    </message>
    <message>
        <source>No command is called that.</source>
        <translation>没有这样的命令。</translation>
    </message>
    <message>
        <source>No copy could be made: {0}.</source>
        <translation>无法制作副本：{0}。</translation>
    </message>
    <message>
        <source>No finding has a horizon yet. Make a finding of a claim that says when: “within five years”, “by the end of 2030”.</source>
        <translation>还没有带期限的观点。请由说明时间的论断建立观点，如“五年之内”“到 2030 年底”。</translation>
    </message>
    <message>
        <source>No finding has a quantity yet. Make findings of claims that count something, such as “10 to 20 years”, and the same quantity from several sources stands on one line here.</source>
        <translation>还没有带数量的观点。请由含数字的论断建立观点，如“10 到 20 年”；几个来源的同一数量会排在一条线上。</translation>
    </message>
    <message>
        <source>No finding says all these words.</source>
        <translation>没有观点包含全部这些词。</translation>
    </message>
    <message>
        <source>No findings yet. Select a claim, or words in it, and press {key}: say in a sentence what you found, and it stands here with its evidence.</source>
        <translation>还没有观点。选一条论断或其中的文字，按 {key}：用一句话写下您的发现，它就连同证据列在这里。</translation>
    </message>
    <message>
        <source>No folder is watched, and no feed is followed.</source>
        <translation>还没有监视文件夹，也没有订阅源。</translation>
    </message>
    <message>
        <source>No highlight among them is private.</source>
        <translation>其中没有私密高亮。</translation>
    </message>
    <message>
        <source>No highlights</source>
        <translation>没有高亮</translation>
    </message>
    <message>
        <source>No horizon</source>
        <translation>无期限</translation>
    </message>
    <message>
        <source>No judgement any more</source>
        <translation>已取消判断</translation>
    </message>
    <message>
        <source>No other claim is on {name}.</source>
        <translation>{name} 上没有别的论断。</translation>
    </message>
    <message>
        <source>No page</source>
        <translation>无页面</translation>
    </message>
    <message>
        <source>No pair was confirmed. C confirms the one that is chosen.</source>
        <translation>还没有确认过论断对。按 C 确认选中的一对。</translation>
    </message>
    <message>
        <source>No pair was dismissed. D dismisses the one that is chosen.</source>
        <translation>还没有不采纳的论断对。按 D 不采纳选中的一对。</translation>
    </message>
    <message>
        <source>No preference is called that.</source>
        <translation>没有这样的设置。</translation>
    </message>
    <message>
        <source>No quantity could be read in this. Write it like 10–20 years, 85% or $8.5 billion.</source>
        <translation>读不出数量。请写成 10–20 years、85% 或 $8.5 billion 这样。</translation>
    </message>
    <message>
        <source>No route to host</source>
        <translation>无法到达该主机</translation>
    </message>
    <message>
        <source>No source</source>
        <translation>无来源</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>设备上没有剩余空间</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>没有该文件或文件夹</translation>
    </message>
    <message>
        <source>No tag</source>
        <translation>无标签</translation>
    </message>
    <message>
        <source>No tag has this key yet: Tags &gt; All Tags… gives it one.</source>
        <translation>还没有标签用这个快捷键：可在“标签 &gt; 全部标签…”中指定。</translation>
    </message>
    <message>
        <source>No tag is called that.</source>
        <translation>没有这个名字的标签。</translation>
    </message>
    <message>
        <source>No tag that stands with another is called that.</source>
        <translation>没有这样的标签与别的标签同时出现。</translation>
    </message>
    <message>
        <source>No tags yet. Choose a claim, and press {key} to give it one.</source>
        <translation>还没有标签。选一条论断，按 {key} 加标签。</translation>
    </message>
    <message>
        <source>No term says that.</source>
        <translation>没有这样的术语。</translation>
    </message>
    <message>
        <source>No terms yet. Point at a Chinese word, or press {key} on one, to add it.</source>
        <translation>还没有术语。指着一个中文词，或在词上按 {key}，即可添加。</translation>
    </message>
    <message>
        <source>No time could be read in this. Write it like 2035–2045, by 2030, Q4 2026 or 5 years.</source>
        <translation>读不出时间。请写成 2035–2045、by 2030、Q4 2026 或 5 years 这样。</translation>
    </message>
    <message>
        <source>No two claims seem to contradict, to echo or to update one another. Meipi looks again after every import, and proposes only what it is nearly sure of.</source>
        <translation>没有看来互相矛盾、呼应或更新的论断。每次导入后眉批会再找一遍，只提出相当有把握的。</translation>
    </message>
    <message>
        <source>No two readers have tagged claims of the same article yet.</source>
        <translation>还没有两位读者给同一篇文章的论断加过标签。</translation>
    </message>
    <message>
        <source>No two tags stand together yet. Give a highlight, or an article, two of them.</source>
        <translation>还没有两个标签同时出现。给一处高亮或一篇文章加上两个标签试试。</translation>
    </message>
    <message>
        <source>Nobody differs here.</source>
        <translation>这里没有分歧。</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Not Grouped</source>
        <translation>不分组</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>不是文件夹</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>Not grouped</source>
        <translation>不分组</translation>
    </message>
    <message>
        <source>Not in the glossary.</source>
        <translation>词表中没有。</translation>
    </message>
    <message>
        <source>Not judged yet</source>
        <translation>尚未判定</translation>
    </message>
    <message>
        <source>Not looked at yet</source>
        <translation>尚未查看</translation>
    </message>
    <message>
        <source>Not marked by</source>
        <translation>未标注者</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>未说明</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Note (N)</source>
        <translation>批注 (N)</translation>
    </message>
    <message>
        <source>Note emptied</source>
        <translation>批注已清空</translation>
    </message>
    <message>
        <source>Note on {:,} highlights</source>
        <translation>批注 {:,} 处高亮</translation>
    </message>
    <message>
        <source>Note saved</source>
        <translation>批注已保存</translation>
    </message>
    <message>
        <source>Note: {0}</source>
        <translation>批注：{0}</translation>
    </message>
    <message>
        <source>Nothing can be added here</source>
        <translation>此处不能添加内容</translation>
    </message>
    <message>
        <source>Nothing can be added just now</source>
        <translation>现在不能添加内容</translation>
    </message>
    <message>
        <source>Nothing else is left to read here.</source>
        <translation>这里没有其他未读文章。</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>Nothing has been done here yet.</source>
        <translation>这里还没有任何操作。</translation>
    </message>
    <message>
        <source>Nothing has been judged yet. Judge what is due, and here stands how often whose forecasts came true.</source>
        <translation>还没有判定过。请判定到期的观点，这里就会列出谁的预测应验得多。</translation>
    </message>
    <message>
        <source>Nothing here with “{0}”.
Try it without {name}.</source>
        <translation>这里没有“{0}”。
试试去掉 {name}。</translation>
    </message>
    <message>
        <source>Nothing in it is run, and nothing is written.</source>
        <translation>不会运行其中任何东西，也不会写入任何东西。</translation>
    </message>
    <message>
        <source>Nothing in {name} is new to your library.</source>
        <translation>{name} 中没有您文库里没有的内容。</translation>
    </message>
    <message>
        <source>Nothing is due. A finding with a horizon, such as “by the end of 2026”, comes here when its day comes, to be judged.</source>
        <translation>没有到期的观点。带期限的观点，如“到 2026 年底”，到日子就会列在这里等待判定。</translation>
    </message>
    <message>
        <source>Nothing is left without “{0}”.
Try it with that word.</source>
        <translation>去掉“{0}”后什么都不剩。
试试保留这个词。</translation>
    </message>
    <message>
        <source>Nothing is sent anywhere. It helps whoever fixes Meipi.</source>
        <translation>不会发送到任何地方。这份报告有助于修复眉批。</translation>
    </message>
    <message>
        <source>Nothing new</source>
        <translation>没有新的</translation>
    </message>
    <message>
        <source>Nothing new.</source>
        <translation>没有新内容。</translation>
    </message>
    <message>
        <source>Nothing uses it.</source>
        <translation>没有任何内容使用它。</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>没有改动任何内容。</translation>
    </message>
    <message>
        <source>Nothing was changed. Check that the file is there and whole, then try again.</source>
        <translation>什么都没有改动。请确认文件存在且完整，再试一次。</translation>
    </message>
    <message>
        <source>Nov</source>
        <translation>11月</translation>
    </message>
    <message>
        <source>Now: {0}</source>
        <translation>现在：{0}</translation>
    </message>
    <message>
        <source>Number lines</source>
        <translation>数轴</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Oct</source>
        <translation>10月</translation>
    </message>
    <message>
        <source>Of what</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Offer what you copy</source>
        <translation>提议添加复制的文章</translation>
    </message>
    <message>
        <source>Oldest First</source>
        <translation>最早在前</translation>
    </message>
    <message>
        <source>On one article</source>
        <translation>在同一篇文章中</translation>
    </message>
    <message>
        <source>On one highlight</source>
        <translation>在同一处高亮上</translation>
    </message>
    <message>
        <source>One file</source>
        <translation>一个文件</translation>
    </message>
    <message>
        <source>One other claim stands on it:</source>
        <translation>另有一条论断依据它：</translation>
    </message>
    <message>
        <source>One says it and the other denies it: {0}.</source>
        <translation>一方肯定，另一方否定：{0}。</translation>
    </message>
    <message>
        <source>One says it and the other the opposite: {0}.</source>
        <translation>双方说法相反：{0}。</translation>
    </message>
    <message>
        <source>One word</source>
        <translation>作为一个词</translation>
    </message>
    <message>
        <source>One word, wherever text is cut into words</source>
        <translation>切词时始终作为一个词</translation>
    </message>
    <message>
        <source>Only as it is now, no earlier words</source>
        <translation>只要现在的样子，不含以前的文字</translation>
    </message>
    <message>
        <source>Only highlights with these tags were taken: {0}.</source>
        <translation>只包含带这些标签的高亮：{0}。</translation>
    </message>
    <message>
        <source>Only my own</source>
        <translation>只要我自己的</translation>
    </message>
    <message>
        <source>Only pages of the web are opened from here, and not this address: {0}</source>
        <translation>这里只打开网页，不打开这个地址：{0}</translation>
    </message>
    <message>
        <source>Only what has one of these {0}</source>
        <translation>只看属于这些{0}之一的</translation>
    </message>
    <message>
        <source>Only what is shown changes; marks, copies and exports keep the text as written.</source>
        <translation>只改变显示；标注、复制和导出都保持原文。</translation>
    </message>
    <message>
        <source>Only what was typed, and no other names of it</source>
        <translation>只找所键入的，不找别名</translation>
    </message>
    <message>
        <source>Only {claims} claims were judged by two or more; fewer than {FEW} are too few to say.</source>
        <translation>两人以上判断过的论断只有 {claims} 条；少于 {FEW} 条说明不了问题。</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>file</comment>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未决</translation>
    </message>
    <message>
        <source>Open Another Library…</source>
        <translation>打开另一个文库…</translation>
    </message>
    <message>
        <source>Open Beside</source>
        <translation>并排打开</translation>
    </message>
    <message>
        <source>Open Library…</source>
        <translation>打开文库…</translation>
    </message>
    <message>
        <source>Open My Library</source>
        <translation>打开我的文库</translation>
    </message>
    <message>
        <source>Open an article</source>
        <translation>打开一篇文章</translation>
    </message>
    <message>
        <source>Open it in Meipi once, or choose another copy.</source>
        <translation>请在眉批中打开一次，或另选一个备份。</translation>
    </message>
    <message>
        <source>Open it where it can be written to, and it is brought up to date.</source>
        <translation>请在可写入的地方打开，它就会更新。</translation>
    </message>
    <message>
        <source>Open or Make a Library</source>
        <translation>打开或新建文库</translation>
    </message>
    <message>
        <source>Open that file itself.</source>
        <translation>请直接打开那个文件。</translation>
    </message>
    <message>
        <source>Open the Original…</source>
        <translation>打开原文网页…</translation>
    </message>
    <message>
        <source>Open the Sample Library</source>
        <translation>打开示例文库</translation>
    </message>
    <message>
        <source>Open the address in a browser; if it opens there, this Python lacks certificates.</source>
        <translation>请用浏览器打开该地址；若能打开，则是本机 Python 缺少证书。</translation>
    </message>
    <message>
        <source>Open the library again.</source>
        <translation>请重新打开该文库。</translation>
    </message>
    <message>
        <source>Open the page in a browser, select all of it (Ctrl+A), copy it (Ctrl+C) and paste it here. Or save the page, and import the file.</source>
        <translation>请在浏览器中打开网页，全选 (Ctrl+A)、复制 (Ctrl+C)，再粘贴到这里。也可以存下网页，导入文件。</translation>
    </message>
    <message>
        <source>Open the page, select all of it (Ctrl+A), copy it (Ctrl+C), and paste it here.</source>
        <translation>请打开网页，全选 (Ctrl+A)、复制 (Ctrl+C)，再粘贴到这里。</translation>
    </message>
    <message>
        <source>Open this address in the browser?</source>
        <translation>在浏览器中打开这个网址吗？</translation>
    </message>
    <message>
        <source>Open your own library to see its copies.</source>
        <translation>请打开您自己的文库，查看它的备份。</translation>
    </message>
    <message>
        <source>Open your own library, then merge.</source>
        <translation>请先打开您自己的文库，再合并。</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>不允许此操作</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>橙色</translation>
    </message>
    <message>
        <source>Order of the List</source>
        <translation>列表顺序</translation>
    </message>
    <message>
        <source>Order: {order}</source>
        <translation>顺序：{order}</translation>
    </message>
    <message>
        <source>Other names</source>
        <translation>其他名称</translation>
    </message>
    <message>
        <source>Other than highlights</source>
        <translation>高亮以外的内容</translation>
    </message>
    <message>
        <source>Others see it beside what you share.</source>
        <translation>您分享的内容旁会显示它。</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>Overlapping Highlights</source>
        <translation>重叠的高亮</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Pages (*.txt *.md *.html *.htm *.mhtml *.mht *.webarchive *.eml *.mbox *.json *.jsonl *.csv *.tsv *.rss *.atom *.xml)</source>
        <translation>网页 (*.txt *.md *.html *.htm *.mhtml *.mht *.webarchive *.eml *.mbox *.json *.jsonl *.csv *.tsv *.rss *.atom *.xml)</translation>
    </message>
    <message>
        <source>Pages that are saved there from now on are imported, unread.</source>
        <translation>此后存入其中的页面将导入为未读文章。</translation>
    </message>
    <message>
        <source>Pair</source>
        <translation>论断对</translation>
    </message>
    <message>
        <source>Pair of claims</source>
        <translation>一对论断</translation>
    </message>
    <message>
        <source>Pairs shown</source>
        <translation>显示的论断对</translation>
    </message>
    <message>
        <source>Partly</source>
        <translation>部分应验</translation>
    </message>
    <message>
        <source>Passage</source>
        <translation>段落</translation>
    </message>
    <message>
        <source>Passage {passage} of this article</source>
        <translation>本文的段落 {passage}</translation>
    </message>
    <message>
        <source>Paste a Page</source>
        <translation>粘贴网页</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>权限不足</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图</translation>
    </message>
    <message>
        <source>Picture (PNG)</source>
        <translation>图片 (PNG)</translation>
    </message>
    <message>
        <source>Picture (SVG)</source>
        <translation>图片 (SVG)</translation>
    </message>
    <message>
        <source>Picture as PNG…</source>
        <translation>图存为 PNG…</translation>
    </message>
    <message>
        <source>Picture as SVG…</source>
        <translation>图存为 SVG…</translation>
    </message>
    <message>
        <source>Pinned Tag</source>
        <translation>常用标签</translation>
    </message>
    <message>
        <source>Pinyin over Titles</source>
        <translation>标题注音</translation>
    </message>
    <message>
        <source>Pinyin over titles</source>
        <translation>标题注音</translation>
    </message>
    <message>
        <source>Point at one to see how it is read.</source>
        <translation>指着一处，可看到它如何被读出。</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Press a key</source>
        <translation>请按键</translation>
    </message>
    <message>
        <source>Press the key for “{words}”. Esc leaves it as it is.</source>
        <translation>请按下“{words}”的快捷键。按 Esc 保持不变。</translation>
    </message>
    <message>
        <source>Press {search} and type 稀土: “rare earth” is found as well. Typing xitu finds both.</source>
        <translation>按 {search} 并输入“稀土”：rare earth 也会找到。输入 xitu 亦然。</translation>
    </message>
    <message>
        <source>Press {tag}, write a word of your own, such as forecast, and press Enter.</source>
        <translation>按 {tag}，写一个您自己的词，例如“预测”，再按回车。</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Preview of the note</source>
        <translation>批注预览</translation>
    </message>
    <message>
        <source>Previous Article</source>
        <translation>上一篇</translation>
    </message>
    <message>
        <source>Previous Claim</source>
        <translation>上一条论断</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>私密</translation>
    </message>
    <message>
        <source>Private highlights</source>
        <translation>私密高亮</translation>
    </message>
    <message>
        <source>Private highlights ({private:,})</source>
        <translation>私密高亮（{private:,}）</translation>
    </message>
    <message>
        <source>Private highlights were left out.</source>
        <translation>未包含私密高亮。</translation>
    </message>
    <message>
        <source>Progress of the search for pairs</source>
        <translation>寻找论断对的进度</translation>
    </message>
    <message>
        <source>Proposals</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Proposed pairs</source>
        <translation>建议的论断对</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>发表</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>紫色</translation>
    </message>
    <message>
        <source>Put it back there, or open it where it is now.</source>
        <translation>请将其放回原处，或在其现在的位置打开。</translation>
    </message>
    <message>
        <source>Put it back there, or restore a copy of it.</source>
        <translation>请把它放回原处，或恢复一个备份。</translation>
    </message>
    <message>
        <source>Put one over the rows, in English or Chinese, and import that.</source>
        <translation>请在各行上方加上标题行（中文或英文），再导入。</translation>
    </message>
    <message>
        <source>Put the rest into the note.</source>
        <translation>其余的请写进批注。</translation>
    </message>
    <message>
        <source>Putting the copy in place…</source>
        <translation>正在恢复备份…</translation>
    </message>
    <message>
        <source>Quantities</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Q{quarter} {year}</source>
        <translation>{year}年Q{quarter}</translation>
    </message>
    <message>
        <source>RSS, Atom or JSON Feed; each is asked once an hour while Meipi is open, through the proxy of your system if it has one.</source>
        <translation>RSS、Atom 或 JSON Feed；眉批打开时每小时查询一次，系统设有代理时经由代理。</translation>
    </message>
    <message>
        <source>Read</source>
        <comment>state</comment>
        <translation>已读</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>阅读</translation>
    </message>
    <message>
        <source>Read bilingual research, mark what matters, keep it all on your own disk.

眉批 are the notes a reader writes in the upper margin.

Free software under the GNU General Public License, version 3 or later.

Its dictionary is made from CC-CEDICT, published by MDBG, under CC BY-SA 4.0; the words that Chinese is cut into are jieba&apos;s, under the MIT licence.</source>
        <translation>阅读双语研究，标注要紧处，一切都存在自己的硬盘上。

眉批，是读者写在书页上方空白处的批语。

自由软件，依 GNU 通用公共许可证第 3 版或更高版本发布。

词典取自 MDBG 发布的 CC-CEDICT，许可为 CC BY-SA 4.0；分词所用的词表取自 jieba，许可为 MIT。</translation>
    </message>
    <message>
        <source>Read bilingual research, mark what matters, keep it on your own disk.</source>
        <translation>阅读双语研究，标注要紧处，一切都存在自己的硬盘上。</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>文件系统只读</translation>
    </message>
    <message>
        <source>Readers</source>
        <translation>读者</translation>
    </message>
    <message>
        <source>Readers: whose marks are shown</source>
        <translation>读者：显示谁的标注</translation>
    </message>
    <message>
        <source>Readers: {seen} of {every}</source>
        <translation>读者：{seen}/{every}</translation>
    </message>
    <message>
        <source>Readers…</source>
        <translation>读者…</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>阅读</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Reading… {0}</source>
        <translation>正在读取… {0}</translation>
    </message>
    <message>
        <source>Rebuild</source>
        <translation>重建</translation>
    </message>
    <message>
        <source>Rebuilding…</source>
        <translation>正在重建…</translation>
    </message>
    <message>
        <source>Recolour</source>
        <translation>换颜色</translation>
    </message>
    <message>
        <source>Recolour {:,} highlights</source>
        <translation>给 {:,} 处高亮换颜色</translation>
    </message>
    <message>
        <source>Recoloured</source>
        <translation>已换颜色</translation>
    </message>
    <message>
        <source>Recoloured {:,} highlights</source>
        <translation>已给 {:,} 处高亮换颜色</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Record by</source>
        <translation>记录依据</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>红色</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Redo {deed}</source>
        <translation>重做{deed}</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Remove Highlight</source>
        <translation>删除高亮</translation>
    </message>
    <message>
        <source>Remove a finding</source>
        <translation>删除观点</translation>
    </message>
    <message>
        <source>Remove a tag</source>
        <translation>删除标签</translation>
    </message>
    <message>
        <source>Remove a tag of {:,} highlights</source>
        <translation>删除 {:,} 处高亮的标签</translation>
    </message>
    <message>
        <source>Remove highlight</source>
        <translation>删除高亮</translation>
    </message>
    <message>
        <source>Remove it, or look for another address.</source>
        <translation>请移除它，或另找一个地址。</translation>
    </message>
    <message>
        <source>Remove this finding</source>
        <translation>删除这个观点</translation>
    </message>
    <message>
        <source>Remove this highlight</source>
        <translation>删除这处高亮</translation>
    </message>
    <message>
        <source>Remove {:,} findings</source>
        <translation>删除 {:,} 个观点</translation>
    </message>
    <message>
        <source>Remove {:,} highlights</source>
        <translation>删除 {:,} 处高亮</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>移除 {name}</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>Removed here</source>
        <translation>已在此移除</translation>
    </message>
    <message>
        <source>Removed the finding</source>
        <translation>已删除观点</translation>
    </message>
    <message>
        <source>Removed the highlight</source>
        <translation>已删除高亮</translation>
    </message>
    <message>
        <source>Removed the tag</source>
        <translation>已删除标签</translation>
    </message>
    <message>
        <source>Removed the tag of {:,} highlights</source>
        <translation>已删除 {:,} 处高亮的标签</translation>
    </message>
    <message>
        <source>Removed there</source>
        <translation>对方已删除</translation>
    </message>
    <message>
        <source>Removed {:,} findings</source>
        <translation>已删除 {:,} 个观点</translation>
    </message>
    <message>
        <source>Removed {:,} highlights</source>
        <translation>已删除 {:,} 处高亮</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Rename a tag</source>
        <translation>重命名标签</translation>
    </message>
    <message>
        <source>Renamed the tag</source>
        <translation>已重命名标签</translation>
    </message>
    <message>
        <source>Replace with Current Search</source>
        <translation>改为当前的搜索</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Restore This Copy</source>
        <translation>恢复这个备份</translation>
    </message>
    <message>
        <source>Restore a copy of it.</source>
        <translation>请恢复它的一个备份。</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>恢复…</translation>
    </message>
    <message>
        <source>Revision {0} ({1} of {2} {3}) is not what was written.</source>
        <translation>修订 {0}（{2} {3} 的 {1}）与所写的不符。</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save Search</source>
        <translation>保存搜索</translation>
    </message>
    <message>
        <source>Save a search</source>
        <translation>保存搜索</translation>
    </message>
    <message>
        <source>Save it again, whole, and import that.</source>
        <translation>请重新完整地保存一份，再导入。</translation>
    </message>
    <message>
        <source>Save it as UTF-8.</source>
        <translation>请存为 UTF-8。</translation>
    </message>
    <message>
        <source>Save its terms as CSV in UTF-8.</source>
        <translation>请将其中的词条另存为 UTF-8 编码的 CSV。</translation>
    </message>
    <message>
        <source>Save the page again, or copy what it shows and paste it.</source>
        <translation>请重新保存网页，或复制所见内容后粘贴。</translation>
    </message>
    <message>
        <source>Save the page itself, and import that.</source>
        <translation>请保存网页本身，再导入它。</translation>
    </message>
    <message>
        <source>Save what is shown to a file</source>
        <translation>把显示的内容存为文件</translation>
    </message>
    <message>
        <source>Save what it shows as text or as a web page, and import that.</source>
        <translation>请把其中显示的内容另存为文本或网页，再导入。</translation>
    </message>
    <message>
        <source>Save {:,} searches</source>
        <translation>保存 {:,} 个搜索</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Saved Searches</source>
        <translation>已存搜索</translation>
    </message>
    <message>
        <source>Saved as you type; Esc leaves it</source>
        <translation>边写边存；按 Esc 离开</translation>
    </message>
    <message>
        <source>Saved search</source>
        <translation>已存搜索</translation>
    </message>
    <message>
        <source>Saved the search</source>
        <translation>已保存搜索</translation>
    </message>
    <message>
        <source>Saved to {path}.</source>
        <translation>已存到 {path}。</translation>
    </message>
    <message>
        <source>Saved your term</source>
        <translation>已保存术语</translation>
    </message>
    <message>
        <source>Saved {:,} notes</source>
        <translation>已保存 {:,} 条批注</translation>
    </message>
    <message>
        <source>Saved {:,} searches</source>
        <translation>已保存 {:,} 个搜索</translation>
    </message>
    <message>
        <source>Saved {:,} terms</source>
        <translation>已保存 {:,} 个术语</translation>
    </message>
    <message>
        <source>Say in a sentence what you found</source>
        <translation>用一句话写下您的发现</translation>
    </message>
    <message>
        <source>Say in a sentence what you found.</source>
        <translation>请用一句话写下您的发现。</translation>
    </message>
    <message>
        <source>Say which claims, and a tag or a colour.</source>
        <translation>请指明哪些论断，以及标签或颜色。</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search articles</source>
        <translation>搜索文章</translation>
    </message>
    <message>
        <source>Search results</source>
        <translation>搜索结果</translation>
    </message>
    <message>
        <source>Searches look for it in both languages. Put a semicolon between several names.</source>
        <translation>搜索时两种语言都会找。多个名称用分号隔开。</translation>
    </message>
    <message>
        <source>Second claim</source>
        <translation>第二条论断</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Select Chinese characters in a claim first.</source>
        <translation>请先在论断中选中汉字。</translation>
    </message>
    <message>
        <source>Select words in a claim and press {key} to highlight them.</source>
        <translation>在论断中选中文字，按 {key} 高亮。</translation>
    </message>
    <message>
        <source>Sep</source>
        <translation>9月</translation>
    </message>
    <message>
        <source>Set it right; nothing was changed.</source>
        <translation>请调准时钟；未作任何更改。</translation>
    </message>
    <message>
        <source>Settings (*.json)</source>
        <translation>设置 (*.json)</translation>
    </message>
    <message>
        <source>Settings exported to {name}.</source>
        <translation>设置已导出到 {name}。</translation>
    </message>
    <message numerus="yes">
        <source>Settings imported from {name}, but not the keys of %n command(s).</source>
        <translation>
            <numerusform>已从 {name} 导入设置，但有 %n 条命令的按键没有导入。</numerusform>
        </translation>
    </message>
    <message>
        <source>Settings imported from {name}.</source>
        <translation>已从 {name} 导入设置。</translation>
    </message>
    <message>
        <source>Settle two versions</source>
        <translation>选定版本</translation>
    </message>
    <message>
        <source>Settle {:,} conflicts</source>
        <translation>选定 {:,} 处冲突</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>已定</translation>
    </message>
    <message>
        <source>Settled {:,} conflicts</source>
        <translation>已选定 {:,} 处冲突</translation>
    </message>
    <message>
        <source>Several articles have an id that begins {0}.</source>
        <translation>有几篇文章的编号以 {0} 开头。</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>分享</translation>
    </message>
    <message>
        <source>Share Again</source>
        <translation>取消私密</translation>
    </message>
    <message>
        <source>Shared {0}.</source>
        <translation>已分享{0}。</translation>
    </message>
    <message>
        <source>Share…</source>
        <translation>分享…</translation>
    </message>
    <message>
        <source>Sharing</source>
        <translation>正在分享</translation>
    </message>
    <message>
        <source>Sharing was called off; nothing was written.</source>
        <translation>已取消分享，没有写入任何内容。</translation>
    </message>
    <message>
        <source>Sharing…</source>
        <translation>正在分享…</translation>
    </message>
    <message>
        <source>Shelves</source>
        <translation>栏目</translation>
    </message>
    <message>
        <source>Shorten it.</source>
        <translation>请缩短。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Show Everybody</source>
        <translation>显示所有人</translation>
    </message>
    <message>
        <source>Show Folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Show Them</source>
        <translation>查看高亮</translation>
    </message>
    <message>
        <source>Show all of it (0)</source>
        <translation>显示全部 (0)</translation>
    </message>
    <message>
        <source>Show it in the text</source>
        <translation>在正文中显示</translation>
    </message>
    <message>
        <source>Show the Claims</source>
        <translation>显示论断</translation>
    </message>
    <message>
        <source>Show the claims of all these articles together</source>
        <translation>将这些文章的论断汇集在一起</translation>
    </message>
    <message>
        <source>Show the hidden marks</source>
        <translation>显示隐藏的标注</translation>
    </message>
    <message>
        <source>Show the note as it will read</source>
        <translation>显示批注排好版的样子</translation>
    </message>
    <message>
        <source>Show the same as a table</source>
        <translation>以表格显示</translation>
    </message>
    <message>
        <source>Show…</source>
        <translation>显示…</translation>
    </message>
    <message>
        <source>Side Bar</source>
        <translation>侧栏</translation>
    </message>
    <message>
        <source>Sign with a name</source>
        <translation>署名</translation>
    </message>
    <message>
        <source>Sign with {:,} names</source>
        <translation>署 {:,} 个名字</translation>
    </message>
    <message>
        <source>Simplified Chinese</source>
        <translation>简体中文</translation>
    </message>
    <message>
        <source>Simplified 简体</source>
        <translation>简体</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Size of Text</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Skip This Step</source>
        <translation>跳过此步</translation>
    </message>
    <message>
        <source>Smaller Text</source>
        <translation>缩小文字</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>某位读者</translation>
    </message>
    <message>
        <source>Something unexpected went wrong last time. A report was kept.</source>
        <translation>上次出现了意料之外的问题，已留下一份报告。</translation>
    </message>
    <message>
        <source>Something unexpected went wrong; what you did last may not have been done.</source>
        <translation>出现了意料之外的问题；您最后的操作可能没有完成。</translation>
    </message>
    <message>
        <source>Something you typed could not be saved. Close anyway?</source>
        <translation>您输入的内容有一部分无法保存。仍要关闭吗？</translation>
    </message>
    <message>
        <source>Soon</source>
        <translation>即将到期</translation>
    </message>
    <message>
        <source>Sort and group the list</source>
        <translation>列表排序与分组</translation>
    </message>
    <message>
        <source>Sorted by Source</source>
        <translation>按来源排序</translation>
    </message>
    <message>
        <source>Sorted by Title</source>
        <translation>按标题排序</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Source and time</source>
        <translation>来源与时间</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Space between Chinese and Latin</source>
        <translation>中文与西文之间留空</translation>
    </message>
    <message>
        <source>Space ticks a row, Ctrl+A all or none</source>
        <translation>空格勾选一行，Ctrl+A 全选或全不选</translation>
    </message>
    <message>
        <source>Split it.</source>
        <translation>请拆分。</translation>
    </message>
    <message>
        <source>Stale file handle</source>
        <translation>文件句柄已失效</translation>
    </message>
    <message>
        <source>Stands at: {0}</source>
        <translation>改到：{0}</translation>
    </message>
    <message>
        <source>Stands under</source>
        <translation>上级</translation>
    </message>
    <message>
        <source>Stands with</source>
        <translation>同时出现的标签</translation>
    </message>
    <message>
        <source>Start a New Library</source>
        <translation>新建文库</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>陈述</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Step {number} of {many}</source>
        <translation>第 {number} 步，共 {many} 步</translation>
    </message>
    <message>
        <source>Supports</source>
        <translation>支持</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>表格 (CSV)</translation>
    </message>
    <message>
        <source>Table as CSV…</source>
        <translation>表格存为 CSV…</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message numerus="yes">
        <source>Tag %n Claim(s)</source>
        <translation>
            <numerusform>给 %n 条论断加标签</numerusform>
        </translation>
    </message>
    <message>
        <source>Tag (T)</source>
        <translation>标签 (T)</translation>
    </message>
    <message>
        <source>Tag a claim</source>
        <translation>给论断加标签</translation>
    </message>
    <message>
        <source>Tag a finding</source>
        <translation>给观点加标签</translation>
    </message>
    <message>
        <source>Tag by Rule</source>
        <translation>按规则加标签</translation>
    </message>
    <message>
        <source>Tag by Rule…</source>
        <translation>按规则加标签…</translation>
    </message>
    <message>
        <source>Tag dropped</source>
        <translation>已去掉标签</translation>
    </message>
    <message>
        <source>Tag it</source>
        <translation>加上标签</translation>
    </message>
    <message>
        <source>Tag the Claims</source>
        <translation>给论断加标签</translation>
    </message>
    <message>
        <source>Tag {0}</source>
        <translation>标签 {0}</translation>
    </message>
    <message>
        <source>Tag {0} dropped</source>
        <translation>去掉标签 {0}</translation>
    </message>
    <message>
        <source>Tag {:,} claims</source>
        <translation>给 {:,} 条论断加标签</translation>
    </message>
    <message>
        <source>Tag {:,} findings</source>
        <translation>给 {:,} 个观点加标签</translation>
    </message>
    <message>
        <source>Tag {:,} highlights</source>
        <translation>给 {:,} 处高亮加标签</translation>
    </message>
    <message>
        <source>Tag {path} dropped</source>
        <translation>去掉标签 {path}</translation>
    </message>
    <message>
        <source>Tagged</source>
        <translation>已加标签</translation>
    </message>
    <message>
        <source>Tagged a claim</source>
        <translation>已给论断加标签</translation>
    </message>
    <message>
        <source>Tagged the finding</source>
        <translation>已给观点加标签</translation>
    </message>
    <message>
        <source>Tagged {0}</source>
        <translation>加标签 {0}</translation>
    </message>
    <message>
        <source>Tagged {:,} claims</source>
        <translation>已给 {:,} 条论断加标签</translation>
    </message>
    <message>
        <source>Tagged {:,} findings</source>
        <translation>已给 {:,} 个观点加标签</translation>
    </message>
    <message>
        <source>Tagged {:,} highlights</source>
        <translation>已给 {:,} 处高亮加标签</translation>
    </message>
    <message>
        <source>Tagged {path}</source>
        <translation>加标签 {path}</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Tags Together</source>
        <translation>标签共现</translation>
    </message>
    <message>
        <source>Tags Together…</source>
        <translation>标签共现…</translation>
    </message>
    <message>
        <source>Tags that could be one</source>
        <translation>可能相同的标签</translation>
    </message>
    <message>
        <source>Tags that fit</source>
        <translation>符合的标签</translation>
    </message>
    <message>
        <source>Tag…</source>
        <translation>标签…</translation>
    </message>
    <message>
        <source>Take Article Away</source>
        <translation>移走文章</translation>
    </message>
    <message>
        <source>Take Away</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Take That One</source>
        <translation>采用那个</translation>
    </message>
    <message>
        <source>Take a term away</source>
        <translation>移除术语</translation>
    </message>
    <message>
        <source>Take an article away</source>
        <translation>移走文章</translation>
    </message>
    <message>
        <source>Take off {spoken}</source>
        <translation>去掉{spoken}</translation>
    </message>
    <message>
        <source>Take the Tour</source>
        <translation>功能导览</translation>
    </message>
    <message>
        <source>Take this off ({0})</source>
        <translation>去掉这一项（{0}）</translation>
    </message>
    <message>
        <source>Take {:,} articles away</source>
        <translation>移走 {:,} 篇文章</translation>
    </message>
    <message>
        <source>Take {:,} terms away</source>
        <translation>移除 {:,} 个术语</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Taken away here</source>
        <translation>这里已移走</translation>
    </message>
    <message>
        <source>Taken over. One Undo takes all of it back.</source>
        <translation>已接收。撤销一次即可全部退回。</translation>
    </message>
    <message>
        <source>Taking it over… {long} Cancel leaves everything as it was.</source>
        <translation>正在接收… {long} 取消则一切保持原样。</translation>
    </message>
    <message>
        <source>Taught it as one word</source>
        <translation>已记为一个词</translation>
    </message>
    <message>
        <source>Taught {:,} words</source>
        <translation>已记下 {:,} 个词</translation>
    </message>
    <message>
        <source>Teach a word</source>
        <translation>记一个词</translation>
    </message>
    <message>
        <source>Teach as One Word</source>
        <translation>记为一个词</translation>
    </message>
    <message>
        <source>Teach {:,} words</source>
        <translation>记 {:,} 个词</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Templates (*.j2 *.jinja *.jinja2 *.md *.txt)</source>
        <translation>模板 (*.j2 *.jinja *.jinja2 *.md *.txt)</translation>
    </message>
    <message>
        <source>Temporary failure in name resolution</source>
        <translation>暂时无法解析主机名</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>术语</translation>
    </message>
    <message>
        <source>Term…</source>
        <translation>术语…</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>That is the main job</source>
        <translation>主要功能就是这些</translation>
    </message>
    <message>
        <source>The article as it was understood</source>
        <translation>解析后的文章</translation>
    </message>
    <message>
        <source>The best first</source>
        <translation>最佳的在前</translation>
    </message>
    <message>
        <source>The claims collected</source>
        <translation>汇集的论断</translation>
    </message>
    <message>
        <source>The claims it finds are shown here. Nothing is tagged before you say so.</source>
        <translation>找到的论断会列在这里；未经确认，不会加任何标签。</translation>
    </message>
    <message>
        <source>The clock of this computer shows a year before 1970 or after 9999.</source>
        <translation>这台电脑的时钟显示的年份早于 1970 年或晚于 9999 年。</translation>
    </message>
    <message>
        <source>The copy of {0} could not be written.</source>
        <translation>无法写入 {0} 的副本。</translation>
    </message>
    <message>
        <source>The copy of {0} is not whole; it was not kept.</source>
        <translation>{0} 的备份不完整，没有保留。</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>磁盘已满。</translation>
    </message>
    <message>
        <source>The disk is full; nothing was changed.</source>
        <translation>磁盘已满；未作任何更改。</translation>
    </message>
    <message>
        <source>The file holds more than {0} {1}.</source>
        <translation>文件里的 {1} 超过 {0}。</translation>
    </message>
    <message>
        <source>The file is damaged: {0}.</source>
        <translation>文件已损坏：{0}。</translation>
    </message>
    <message>
        <source>The file replaces more than it says.</source>
        <translation>文件要替换的比它声明的多。</translation>
    </message>
    <message>
        <source>The finding rests on {many} passages now.</source>
        <translation>这个观点现在有 {many} 处依据。</translation>
    </message>
    <message>
        <source>The finding was discarded.</source>
        <translation>已放弃这个观点。</translation>
    </message>
    <message>
        <source>The first will look like this:</source>
        <translation>第一篇的样子：</translation>
    </message>
    <message>
        <source>The first {0} of them are shown: find one by its name.</source>
        <translation>只显示前 {0} 对：其余可按名称查找。</translation>
    </message>
    <message>
        <source>The folder {folder} could not be made: {strerror}.</source>
        <translation>无法建立文件夹 {folder}：{strerror}。</translation>
    </message>
    <message>
        <source>The highlight covers other words now</source>
        <translation>已改变高亮的文字</translation>
    </message>
    <message>
        <source>The highlight in both libraries</source>
        <translation>两个文库中的这处高亮</translation>
    </message>
    <message>
        <source>The index has a note of highlight {0}, which has none.</source>
        <translation>索引中有高亮 {0} 的批注，而它并无批注。</translation>
    </message>
    <message>
        <source>The index has the note on “{0}” wrong.</source>
        <translation>索引中“{0}”上的批注有误。</translation>
    </message>
    <message>
        <source>The index has the text of {0} wrong.</source>
        <translation>索引中{0}的正文有误。</translation>
    </message>
    <message>
        <source>The index lacks the note on “{0}”.</source>
        <translation>索引中缺少“{0}”上的批注。</translation>
    </message>
    <message>
        <source>The index lacks the text of {0}.</source>
        <translation>索引中缺少{0}的正文。</translation>
    </message>
    <message>
        <source>The index shows a text of {0} that is not shown.</source>
        <translation>索引中有{0}的一份并未显示的正文。</translation>
    </message>
    <message>
        <source>The library holds a trigger, {0}, which Meipi did not make.</source>
        <translation>文库含有并非眉批所建的触发器 {0}。</translation>
    </message>
    <message>
        <source>The library is in use just now: waiting for it…</source>
        <translation>文库正在使用中，请稍候…</translation>
    </message>
    <message>
        <source>The library is sound: {0}.</source>
        <translation>文库完好：{0}。</translation>
    </message>
    <message>
        <source>The log cannot be folded: {0}.</source>
        <translation>日志无法归并：{0}。</translation>
    </message>
    <message>
        <source>The log of {0} is damaged; nothing was changed.</source>
        <translation>{0} 的日志已损坏；没有改动任何内容。</translation>
    </message>
    <message>
        <source>The log of {name} is damaged, and today&apos;s copy with it.</source>
        <translation>{name} 的日志已损坏，今天的备份中也一样。</translation>
    </message>
    <message>
        <source>The new key</source>
        <translation>新的快捷键</translation>
    </message>
    <message>
        <source>The newest first</source>
        <translation>最新的在前</translation>
    </message>
    <message>
        <source>The next one</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>The one before</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>The one used last</source>
        <translation>上次使用的颜色</translation>
    </message>
    <message>
        <source>The picture is too tall for a PNG.</source>
        <translation>图太高，存不了 PNG。</translation>
    </message>
    <message>
        <source>The preferences could not be saved: {0}.</source>
        <translation>无法保存设置：{0}。</translation>
    </message>
    <message>
        <source>The quote of highlight {0} is not what stands in its text.</source>
        <translation>高亮 {0} 的引文与正文不符。</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>The search for pairs was called off.</source>
        <translation>已取消寻找论断对。</translation>
    </message>
    <message>
        <source>The server answered {0}.</source>
        <translation>服务器答复 {0}。</translation>
    </message>
    <message>
        <source>The server broke off before its answer was complete.</source>
        <translation>服务器中途断开，内容不完整。</translation>
    </message>
    <message>
        <source>The server compressed its answer, though it was asked not to.</source>
        <translation>服务器压缩了答复，而请求中要求不压缩。</translation>
    </message>
    <message>
        <source>The server could not be reached: {0}.</source>
        <translation>无法连接服务器：{0}。</translation>
    </message>
    <message>
        <source>The server could not prove who it is.</source>
        <translation>服务器无法证明自己的身份。</translation>
    </message>
    <message>
        <source>The server did not answer as a web server does.</source>
        <translation>服务器的回应不符合网络协议。</translation>
    </message>
    <message>
        <source>The server says that this feed is gone for good.</source>
        <translation>服务器说这个订阅源已永久撤销。</translation>
    </message>
    <message>
        <source>The server took more than a minute.</source>
        <translation>服务器用时超过一分钟。</translation>
    </message>
    <message>
        <source>The server wants to be told a name and a password.</source>
        <translation>服务器要求用户名和密码。</translation>
    </message>
    <message>
        <source>The share of pairs of readers who say the same of a claim</source>
        <translation>对同一论断判断相同的读者对所占比例</translation>
    </message>
    <message>
        <source>The table or index {0} is {1}.</source>
        <translation>表或索引 {0} 不对：{1}。</translation>
    </message>
    <message>
        <source>The table {0} differs from the log of {1}.</source>
        <translation>表 {0} 与日志中的 {1} 不同。</translation>
    </message>
    <message>
        <source>The table {0} lacks what the log says of {1}.</source>
        <translation>表 {0} 缺少日志中的 {1}。</translation>
    </message>
    <message>
        <source>The table {0} says what the log does not of {1}.</source>
        <translation>表 {0} 中的 {1} 在日志里没有。</translation>
    </message>
    <message>
        <source>The tag “{0}” is called “{1}” already.</source>
        <translation>标签“{0}”已经叫作“{1}”。</translation>
    </message>
    <message>
        <source>The text has changed: please look</source>
        <translation>正文有变：请看一下</translation>
    </message>
    <message>
        <source>The text {0} of article {1} cannot be read: {2}.</source>
        <translation>文章 {1} 的正文 {0} 无法读取：{2}。</translation>
    </message>
    <message>
        <source>The text {0} of article {1} is not what was imported.</source>
        <translation>文章 {1} 的正文 {0} 与导入时不同。</translation>
    </message>
    <message>
        <source>The text {0} of article {1} is summed up wrongly.</source>
        <translation>文章 {1} 的正文 {0} 的校验和不对。</translation>
    </message>
    <message>
        <source>The texts of the articles</source>
        <translation>文章正文</translation>
    </message>
    <message>
        <source>The texts of the articles were left out.</source>
        <translation>未包含文章正文。</translation>
    </message>
    <message>
        <source>The whole library</source>
        <translation>整个文库</translation>
    </message>
    <message>
        <source>The whole library ({0})</source>
        <translation>整个文库（{0}）</translation>
    </message>
    <message>
        <source>The {0:,} selected</source>
        <translation>选中的 {0:,} 篇</translation>
    </message>
    <message numerus="yes">
        <source>The {0} tags that stand together most; %n more are in the table.</source>
        <translation>
            <numerusform>图中是共现最多的 {0} 个标签；另有 %n 个见表格。</numerusform>
        </translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>There</source>
        <translation>对方</translation>
    </message>
    <message>
        <source>There are copies of it. The file is left as it is until you choose one; then its bytes are kept among the copies, and the copy is put in its place.</source>
        <translation>它有备份。在您选定之前，文件保持不动；选定后，原文件会存入备份，再由备份取代它。</translation>
    </message>
    <message>
        <source>There are copies of it. Was it moved? Then open it where it is now. A copy is put in its old place.</source>
        <translation>它有备份。是移动过吗？那就在新位置打开它。备份会放回原来的位置。</translation>
    </message>
    <message>
        <source>There are more than {0} articles in this text.</source>
        <translation>文本中的文章超过 {0} 篇。</translation>
    </message>
    <message>
        <source>There are more than {0} claims in this text.</source>
        <translation>文本中的论断超过 {0} 条。</translation>
    </message>
    <message>
        <source>There are more than {0} lines in this text.</source>
        <translation>文本超过 {0} 行。</translation>
    </message>
    <message>
        <source>There are more than {0} parts in this text.</source>
        <translation>文本超过 {0} 个部分。</translation>
    </message>
    <message>
        <source>There are no copies yet.</source>
        <translation>还没有备份。</translation>
    </message>
    <message>
        <source>There are no marks of several readers here.</source>
        <translation>这里没有多位读者的标注。</translation>
    </message>
    <message>
        <source>There are two versions of its place. Settle them first.</source>
        <translation>它的位置有两个版本。请先选定一个。</translation>
    </message>
    <message>
        <source>There can be no such quantity, or no such days.</source>
        <translation>不可能有这样的数量或日期。</translation>
    </message>
    <message>
        <source>There is a mistake in {0}: {1}.</source>
        <translation>{0} 有错误：{1}。</translation>
    </message>
    <message>
        <source>There is a tag “{0}” already.</source>
        <translation>已经有标签“{0}”。</translation>
    </message>
    <message>
        <source>There is another copy of it in the same folder:
{names}

Merging joins what was done in both. Nothing of either is lost, and it can be undone.</source>
        <translation>旁边有它的另一份：
{names}

合并会把两边所做的汇到一起。哪一边都不会丢失，也可以撤销。</translation>
    </message>
    <message>
        <source>There is no Chinese word here to look up.</source>
        <translation>这里没有可查的中文词。</translation>
    </message>
    <message>
        <source>There is no article in this JSON.</source>
        <translation>这个 JSON 里没有文章。</translation>
    </message>
    <message>
        <source>There is no article in this text.</source>
        <translation>这段文字里没有文章。</translation>
    </message>
    <message>
        <source>There is no article in this.</source>
        <translation>这里面没有文章。</translation>
    </message>
    <message>
        <source>There is no article to open beside this one.</source>
        <translation>没有可以并排打开的文章。</translation>
    </message>
    <message>
        <source>There is no article to read here.</source>
        <translation>这里没有可以阅读的文章。</translation>
    </message>
    <message>
        <source>There is no file of text in {0} ({1}).</source>
        <translation>{0} 中没有文本文件（{1}）。</translation>
    </message>
    <message>
        <source>There is no finding yet. Press {0} to make the first.</source>
        <translation>还没有观点。按 {0} 建立第一个。</translation>
    </message>
    <message>
        <source>There is no free name for {0} in {1}.</source>
        <translation>{1} 中没有可供 {0} 使用的文件名。</translation>
    </message>
    <message>
        <source>There is no highlight here.</source>
        <translation>这里没有高亮。</translation>
    </message>
    <message>
        <source>There is no highlight here. {key} takes the article away.</source>
        <translation>这里没有高亮。{key} 可移走这篇文章。</translation>
    </message>
    <message>
        <source>There is no highlight in what is chosen.</source>
        <translation>所选内容里没有高亮。</translation>
    </message>
    <message>
        <source>There is no library at {0}.</source>
        <translation>{0} 处没有文库。</translation>
    </message>
    <message>
        <source>There is no tag “{path}”.</source>
        <translation>没有标签“{path}”。</translation>
    </message>
    <message>
        <source>There is no term in {0}.</source>
        <translation>{0} 里没有术语。</translation>
    </message>
    <message>
        <source>There is no text here to find words in.</source>
        <translation>这里没有可供查找的正文。</translation>
    </message>
    <message>
        <source>There is no text to paste.</source>
        <translation>没有可粘贴的文字。</translation>
    </message>
    <message>
        <source>There is no web page in this Safari archive, or it is damaged.</source>
        <translation>此 Safari 归档中没有网页，或已损坏。</translation>
    </message>
    <message>
        <source>There is no word “{0}”: these begin with it.</source>
        <translation>没有“{0}”这个词：以下以它开头。</translation>
    </message>
    <message>
        <source>There is nothing to change here: it is like this already.</source>
        <translation>这里无需改动：已经如此。</translation>
    </message>
    <message>
        <source>There is nothing to search for.</source>
        <translation>没有可搜索的内容。</translation>
    </message>
    <message>
        <source>There is nothing to settle.</source>
        <translation>没有要选定的。</translation>
    </message>
    <message>
        <source>There was nothing new in {source}.</source>
        <translation>{source} 中没有新内容。</translation>
    </message>
    <message>
        <source>There was nothing new to add.</source>
        <translation>没有新内容可添加。</translation>
    </message>
    <message>
        <source>They get this colour.</source>
        <translation>新的高亮用这个颜色。</translation>
    </message>
    <message>
        <source>This JSON is damaged in line {0}, or ends there too soon.</source>
        <translation>这份 JSON 的第 {0} 行已损坏，或内容在那里中断。</translation>
    </message>
    <message>
        <source>This XML holds no feed and no web page.</source>
        <translation>此 XML 中既没有订阅源，也没有网页。</translation>
    </message>
    <message>
        <source>This address gives no feed, or one that is not safe to read.</source>
        <translation>这个网址不是订阅源，或读取并不安全。</translation>
    </message>
    <message>
        <source>This address gives no feed.</source>
        <translation>这个网址不是订阅源。</translation>
    </message>
    <message>
        <source>This address redirects to something that is not a web address.</source>
        <translation>这个网址转到了并非网址的地方。</translation>
    </message>
    <message>
        <source>This address redirects without end, or leads nowhere.</source>
        <translation>此地址不断跳转，或无处可去。</translation>
    </message>
    <message>
        <source>This article</source>
        <translation>这篇文章</translation>
    </message>
    <message>
        <source>This article came without an address.</source>
        <translation>这篇文章没有附带网址。</translation>
    </message>
    <message>
        <source>This article is not in the library.</source>
        <translation>这篇文章不在文库里。</translation>
    </message>
    <message>
        <source>This article was changed meanwhile.</source>
        <translation>这篇文章此间已被改动。</translation>
    </message>
    <message>
        <source>This article was taken away.</source>
        <translation>这篇文章已被移走。</translation>
    </message>
    <message>
        <source>This cannot be imported</source>
        <translation>无法导入</translation>
    </message>
    <message>
        <source>This claim cites no passage.</source>
        <translation>这条论断没有注明段落。</translation>
    </message>
    <message>
        <source>This claim rests on it alone</source>
        <translation>只有这条论断依据它</translation>
    </message>
    <message>
        <source>This feed has more than {0} entries.</source>
        <translation>此订阅源超过 {0} 个条目。</translation>
    </message>
    <message>
        <source>This feed has more than {0} lines.</source>
        <translation>这个订阅源超过 {0} 行。</translation>
    </message>
    <message>
        <source>This feed is damaged, or not safe to read.</source>
        <translation>此订阅源已损坏，或读取不安全。</translation>
    </message>
    <message>
        <source>This feed is larger than 4 MB.</source>
        <translation>此订阅源超过 4 MB。</translation>
    </message>
    <message>
        <source>This file holds no text.</source>
        <translation>这个文件中没有文本。</translation>
    </message>
    <message>
        <source>This file names no feed.</source>
        <translation>这个文件里没有订阅源。</translation>
    </message>
    <message>
        <source>This file names {0:,} feeds. You follow the first {1}.</source>
        <translation>这个文件里有 {0:,} 个订阅源，已添加前 {1} 个。</translation>
    </message>
    <message>
        <source>This finding is no longer there.</source>
        <translation>这个观点已不在了。</translation>
    </message>
    <message>
        <source>This finding rests on nothing that is there.</source>
        <translation>这个观点的依据都已不在。</translation>
    </message>
    <message>
        <source>This folder cannot be looked at: {why}.</source>
        <translation>无法查看此文件夹：{why}。</translation>
    </message>
    <message>
        <source>This highlight is no longer there.</source>
        <translation>这处高亮已不在了。</translation>
    </message>
    <message>
        <source>This is not a date.</source>
        <translation>这不是日期。</translation>
    </message>
    <message>
        <source>This is not a web address.</source>
        <translation>这不是有效的网址。</translation>
    </message>
    <message>
        <source>This is the same in both.</source>
        <translation>两边相同。</translation>
    </message>
    <message>
        <source>This is the text of a library, and no page.</source>
        <translation>这是文库导出的文本，不是网页。</translation>
    </message>
    <message>
        <source>This library seems to have been changed on another computer as well.</source>
        <translation>这个文库似乎在另一台电脑上也写过。</translation>
    </message>
    <message>
        <source>This list of feeds is larger than 2 MB.</source>
        <translation>这个订阅源列表超过 2 MB。</translation>
    </message>
    <message numerus="yes">
        <source>This may take %n minute(s).</source>
        <translation>
            <numerusform>可能需要 %n 分钟。</numerusform>
        </translation>
    </message>
    <message>
        <source>This may take {told}.</source>
        <translation>可能需要{told}。</translation>
    </message>
    <message>
        <source>This note is longer than a million characters.</source>
        <translation>这条批注超过一百万个字符。</translation>
    </message>
    <message>
        <source>This note is too long or too deep to preview.</source>
        <translation>这条批注太长或嵌套太深，无法预览。</translation>
    </message>
    <message>
        <source>This search finds nothing to export.</source>
        <translation>这个搜索没有可导出的内容。</translation>
    </message>
    <message>
        <source>This search is no longer there.</source>
        <translation>这个已存搜索已不在了。</translation>
    </message>
    <message>
        <source>This table has no heading row that tells title, source, time or summary.</source>
        <translation>此表格没有注明标题、来源、时间或摘要的标题行。</translation>
    </message>
    <message>
        <source>This tag is no longer there.</source>
        <translation>这个标签已不在了。</translation>
    </message>
    <message>
        <source>This was changed there, and not here. Their version takes the place of yours.</source>
        <translation>对方改过，您没有改。对方的版本会取代您的。</translation>
    </message>
    <message>
        <source>This was removed there, and is still here. Merging removes it here, too.</source>
        <translation>对方删除了它，您这里还在。合并后这里也会删除。</translation>
    </message>
    <message>
        <source>This {0} was changed meanwhile.</source>
        <translation>这条记录（{0}）此间已被改动。</translation>
    </message>
    <message>
        <source>This {0} was taken away meanwhile.</source>
        <translation>这条记录（{0}）此间已被移走。</translation>
    </message>
    <message>
        <source>Tick a tag.</source>
        <translation>请勾选一个标签。</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Timeline of horizons</source>
        <translation>期限时间线</translation>
    </message>
    <message>
        <source>Times of articles</source>
        <translation>文章时间</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>To read a page of text, import it instead of opening it.</source>
        <translation>要读网页文字，请用导入而不是打开。</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Today, {0}</source>
        <translation>今天，{0}</translation>
    </message>
    <message>
        <source>Too many levels of symbolic links</source>
        <translation>符号链接层数过多</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>打开的文件过多</translation>
    </message>
    <message>
        <source>Took the article away</source>
        <translation>已移走文章</translation>
    </message>
    <message>
        <source>Took your term away</source>
        <translation>已移除术语</translation>
    </message>
    <message>
        <source>Took {:,} articles away</source>
        <translation>已移走 {:,} 篇文章</translation>
    </message>
    <message>
        <source>Took {:,} terms away</source>
        <translation>已移除 {:,} 个术语</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>Tour</source>
        <translation>导览</translation>
    </message>
    <message>
        <source>Traditional Chinese</source>
        <translation>繁体中文</translation>
    </message>
    <message>
        <source>Traditional 繁體</source>
        <translation>繁体 繁體</translation>
    </message>
    <message>
        <source>Transport endpoint is not connected</source>
        <translation>连接已断开</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>请稍后再试。</translation>
    </message>
    <message>
        <source>Two Versions</source>
        <translation>两个版本</translation>
    </message>
    <message>
        <source>Two texts</source>
        <translation>两份正文</translation>
    </message>
    <message>
        <source>Two versions</source>
        <translation>两个版本</translation>
    </message>
    <message>
        <source>Two versions of it: press {key} to settle them</source>
        <translation>有两个版本：按 {key} 选定</translation>
    </message>
    <message>
        <source>Two versions to choose from</source>
        <translation>有两个版本可选</translation>
    </message>
    <message>
        <source>Type a name; use / to go down the hierarchy</source>
        <translation>键入名称；用 / 进入下一级</translation>
    </message>
    <message>
        <source>Type a word, or several with / between them.</source>
        <translation>请键入一个词，或用 / 隔开的几个词。</translation>
    </message>
    <message>
        <source>Type one.</source>
        <translation>请键入。</translation>
    </message>
    <message>
        <source>Type some words first.</source>
        <translation>请先键入一些词。</translation>
    </message>
    <message>
        <source>Unclear</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>Under</source>
        <translation>上级</translation>
    </message>
    <message>
        <source>Underline Styles</source>
        <translation>下划线样式</translation>
    </message>
    <message>
        <source>Underline quantities</source>
        <translation>给数量加下划线</translation>
    </message>
    <message>
        <source>Underline styles</source>
        <translation>下划线样式</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message numerus="yes">
        <source>Undo %n Step(s), Back to Here</source>
        <translation>
            <numerusform>撤销 %n 步，回到这里</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo Back to Here</source>
        <translation>撤销到这里</translation>
    </message>
    <message>
        <source>Undo This Step</source>
        <translation>撤销这一步</translation>
    </message>
    <message>
        <source>Undo may bring it back.</source>
        <translation>撤销或可找回。</translation>
    </message>
    <message>
        <source>Undo {deed}</source>
        <translation>撤销{deed}</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Undone here</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Unfold All</source>
        <translation>全部展开</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>未读</translation>
    </message>
    <message>
        <source>Untag</source>
        <translation>去掉标签</translation>
    </message>
    <message>
        <source>Untag a finding</source>
        <translation>去掉观点的标签</translation>
    </message>
    <message>
        <source>Untag {:,} findings</source>
        <translation>去掉 {:,} 个观点的标签</translation>
    </message>
    <message>
        <source>Untag {:,} highlights</source>
        <translation>去掉 {:,} 处高亮的标签</translation>
    </message>
    <message>
        <source>Untagged the finding</source>
        <translation>已去掉观点的标签</translation>
    </message>
    <message>
        <source>Untagged {:,} findings</source>
        <translation>已去掉 {:,} 个观点的标签</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>止</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Used before</source>
        <translation>用过的规则</translation>
    </message>
    <message>
        <source>Usual Key</source>
        <translation>默认快捷键</translation>
    </message>
    <message>
        <source>Usual Text Size</source>
        <translation>默认字号</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Watch a Folder</source>
        <translation>监视文件夹</translation>
    </message>
    <message>
        <source>Watched</source>
        <translation>关注中</translation>
    </message>
    <message>
        <source>Watching</source>
        <translation>自动获取</translation>
    </message>
    <message>
        <source>We differ here: {0}</source>
        <translation>分歧：{0}</translation>
    </message>
    <message>
        <source>Went back to the copy of {when}.</source>
        <translation>已恢复到 {when} 的备份。</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>What I think of it</source>
        <translation>我的看法</translation>
    </message>
    <message>
        <source>What Is Due</source>
        <translation>到期事项</translation>
    </message>
    <message>
        <source>What has been seen in folders and feeds could not be remembered: {0}.</source>
        <translation>无法保存文件夹和订阅源的查看记录：{0}。</translation>
    </message>
    <message>
        <source>What is at this address is larger than 8 MB.</source>
        <translation>这个网址的内容大于 8 MB。</translation>
    </message>
    <message>
        <source>What is counted</source>
        <translation>计数方式</translation>
    </message>
    <message>
        <source>What is due</source>
        <translation>到期事项</translation>
    </message>
    <message>
        <source>What is listed</source>
        <translation>列出哪些</translation>
    </message>
    <message>
        <source>What is piped in is too large.</source>
        <translation>管道输入的内容过大。</translation>
    </message>
    <message>
        <source>What is there now is copied first, so that this can be undone.</source>
        <translation>会先备份现在的内容，因此这一步可以反悔。</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>问题所在</translation>
    </message>
    <message>
        <source>What the article says, by section and claim</source>
        <translation>文章内容，按章节和论断</translation>
    </message>
    <message>
        <source>What the note could link to</source>
        <translation>批注可链接到的内容</translation>
    </message>
    <message>
        <source>What this link leads to is no longer here.</source>
        <translation>这个链接所指的内容已不在了。</translation>
    </message>
    <message>
        <source>What uses it</source>
        <translation>使用情况</translation>
    </message>
    <message>
        <source>What was refused</source>
        <translation>被拒收的内容</translation>
    </message>
    <message>
        <source>What was taken away here</source>
        <translation>这里退回或移除的内容</translation>
    </message>
    <message>
        <source>What was there before is kept as {name}.</source>
        <translation>原来的内容保存为 {name}。</translation>
    </message>
    <message>
        <source>What was there before is kept in {0}.</source>
        <translation>原来的文库保存在 {0}。</translation>
    </message>
    <message>
        <source>What was to be merged is damaged.</source>
        <translation>要合并的内容已损坏。</translation>
    </message>
    <message>
        <source>What you were writing when Meipi ended was kept.</source>
        <translation>Meipi 结束时您正在写的内容已保留。</translation>
    </message>
    <message>
        <source>What you wrote of it is still in the window.</source>
        <translation>您写的内容还在窗口里。</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>When you copy an article in another program, Meipi offers to add it.</source>
        <translation>您在其他程序中复制文章时，眉批会提议添加。</translation>
    </message>
    <message>
        <source>Where I am</source>
        <translation>我所在的时区</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>谁</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>谁的</translation>
    </message>
    <message>
        <source>Whose marks are shown</source>
        <translation>显示谁的标注</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>With commas between them</source>
        <translation>用逗号隔开</translation>
    </message>
    <message>
        <source>With confidence</source>
        <translation>带把握的</translation>
    </message>
    <message>
        <source>Without a date</source>
        <translation>无日期</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>Without a source</source>
        <translation>无来源</translation>
    </message>
    <message>
        <source>Without a tag</source>
        <translation>无标签</translation>
    </message>
    <message>
        <source>Without a title</source>
        <translation>无标题</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>词</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>词语</translation>
    </message>
    <message>
        <source>Words of the finding</source>
        <translation>观点的用词</translation>
    </message>
    <message>
        <source>Write Another…</source>
        <translation>另写一版…</translation>
    </message>
    <message>
        <source>Write a note, in Markdown if you like</source>
        <translation>写批注，可用 Markdown</translation>
    </message>
    <message>
        <source>Write it as 2026-11-29.</source>
        <translation>请写成 2026-11-29 这样。</translation>
    </message>
    <message>
        <source>Write them into the address: https://name:password@example.org/feed</source>
        <translation>请写进网址：https://name:password@example.org/feed</translation>
    </message>
    <message>
        <source>Written as</source>
        <translation>写成</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>黄色</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>You</source>
        <translation>您</translation>
    </message>
    <message>
        <source>You can look at it.</source>
        <translation>您可以浏览它。</translation>
    </message>
    <message>
        <source>You follow the feeds of this file already.</source>
        <translation>这个文件里的订阅源都已在列表中。</translation>
    </message>
    <message>
        <source>You removed this; it was changed there since, so it comes back.</source>
        <translation>您删除过它；此后对方又改过，所以会恢复。</translation>
    </message>
    <message>
        <source>You see the articles first. Nothing is added before you say so.</source>
        <translation>会先显示其中的文章；未经您确认，不会添加任何内容。</translation>
    </message>
    <message>
        <source>You see what is new in it first. Nothing is merged before you say so.</source>
        <translation>会先显示其中的新内容；未经您确认，不会合并任何内容。</translation>
    </message>
    <message>
        <source>Your Term</source>
        <translation>您的术语</translation>
    </message>
    <message>
        <source>Your Terms</source>
        <translation>您的术语</translation>
    </message>
    <message>
        <source>Your Terms…</source>
        <translation>您的术语…</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>您的名字</translation>
    </message>
    <message>
        <source>Your term</source>
        <translation>您的术语</translation>
    </message>
    <message>
        <source>Your terms</source>
        <translation>您的术语</translation>
    </message>
    <message>
        <source>Zoom in (+)</source>
        <translation>放大 (+)</translation>
    </message>
    <message>
        <source>Zoom out (-)</source>
        <translation>缩小 (-)</translation>
    </message>
    <message>
        <source>`meipi backup --list` shows some.</source>
        <translation>`meipi backup --list` 可列出备份。</translation>
    </message>
    <message>
        <source>`meipi check --rebuild` makes one.</source>
        <translation>`meipi check --rebuild` 可以重建。</translation>
    </message>
    <message>
        <source>`meipi list` shows them all.</source>
        <translation>`meipi list` 可列出全部。</translation>
    </message>
    <message>
        <source>a few seconds</source>
        <translation>几秒钟</translation>
    </message>
    <message>
        <source>a few seconds left</source>
        <translation>还需几秒钟</translation>
    </message>
    <message>
        <source>a minute</source>
        <translation>一分钟</translation>
    </message>
    <message>
        <source>a name changed</source>
        <translation>所指已变</translation>
    </message>
    <message>
        <source>a number changed</source>
        <translation>数字有变</translation>
    </message>
    <message>
        <source>a research report</source>
        <translation>研究报告</translation>
    </message>
    <message>
        <source>a tag without a name</source>
        <translation>未命名的标签</translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>大约还需 %n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n second(s) left</source>
        <translation>
            <numerusform>大约还需 %n 秒</numerusform>
        </translation>
    </message>
    <message>
        <source>agree</source>
        <translation>同意</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>and counts</source>
        <translation>并含数量</translation>
    </message>
    <message>
        <source>and the colour</source>
        <translation>并用颜色</translation>
    </message>
    <message>
        <source>area</source>
        <translation>面积</translation>
    </message>
    <message>
        <source>because {0}</source>
        <translation>因为{0}</translation>
    </message>
    <message>
        <source>block {0} of {1}</source>
        <translation>段 {0}，共 {1}</translation>
    </message>
    <message>
        <source>by {last}</source>
        <translation>{last}前</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>centuries</source>
        <translation>世纪</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>已改</translation>
    </message>
    <message>
        <source>changed by both</source>
        <translation>双方都改</translation>
    </message>
    <message>
        <source>check</source>
        <translation>待查</translation>
    </message>
    <message>
        <source>claim</source>
        <translation>论断</translation>
    </message>
    <message>
        <source>claim {0} of {1}</source>
        <translation>论断 {0}，共 {1}</translation>
    </message>
    <message>
        <source>contradiction</source>
        <translation>矛盾</translation>
    </message>
    <message>
        <source>count</source>
        <translation>计数</translation>
    </message>
    <message>
        <source>d MMM yyyy, HH:mm</source>
        <translation>yyyy年M月d日 HH:mm</translation>
    </message>
    <message>
        <source>damaged on its way here</source>
        <translation>途中受损</translation>
    </message>
    <message>
        <source>date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>days</source>
        <translation>天</translation>
    </message>
    <message>
        <source>decades</source>
        <translation>十年</translation>
    </message>
    <message>
        <source>docs/export.md tells what a template can use.</source>
        <translation>模板可用的内容见 docs/export.md。</translation>
    </message>
    <message>
        <source>doubt</source>
        <translation>存疑</translation>
    </message>
    <message>
        <source>duration</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>echo</source>
        <translation>呼应</translation>
    </message>
    <message>
        <source>energy</source>
        <translation>能量</translation>
    </message>
    <message>
        <source>evidence of: {statement}</source>
        <translation>所支撑的观点：{statement}</translation>
    </message>
    <message>
        <source>finding</source>
        <translation>观点</translation>
    </message>
    <message>
        <source>for two</source>
        <translation>仅限两人</translation>
    </message>
    <message>
        <source>found in more than one place</source>
        <translation>有不止一处</translation>
    </message>
    <message>
        <source>from {first}</source>
        <translation>{first}起</translation>
    </message>
    <message>
        <source>gets the tag</source>
        <translation>加上标签</translation>
    </message>
    <message>
        <source>half a minute</source>
        <translation>半分钟</translation>
    </message>
    <message>
        <source>highlighted {colour}{by}{private}{two}</source>
        <translation>{colour}高亮{by}{private}{two}</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>小时</translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>%n 天后</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n month(s)</source>
        <translation>
            <numerusform>%n 个月后</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n year(s)</source>
        <translation>
            <numerusform>%n 年后</numerusform>
        </translation>
    </message>
    <message>
        <source>length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>logarithmic</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>mass</source>
        <translation>质量</translation>
    </message>
    <message>
        <source>milliseconds</source>
        <translation>毫秒</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>money</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>month {0}</source>
        <translation>月份 {0}</translation>
    </message>
    <message>
        <source>months</source>
        <translation>个月</translation>
    </message>
    <message>
        <source>multiple</source>
        <translation>倍数</translation>
    </message>
    <message>
        <source>names of readers</source>
        <translation>读者署名</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新</translation>
    </message>
    <message>
        <source>nodename nor servname provided, or not known</source>
        <translation>找不到该主机名</translation>
    </message>
    <message>
        <source>not found in the new text</source>
        <translation>在新正文中找不到</translation>
    </message>
    <message>
        <source>not placed by any rule, kept as it is</source>
        <translation>无规则可归，原样保留</translation>
    </message>
    <message>
        <source>note</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>note: {note}</source>
        <translation>批注：{note}</translation>
    </message>
    <message>
        <source>one file</source>
        <translation>一个文件</translation>
    </message>
    <message>
        <source>open</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>passage {0}</source>
        <translation>段落 {0}</translation>
    </message>
    <message>
        <source>passages {0} and {1}</source>
        <translation>段落 {0} 和 {1}</translation>
    </message>
    <message>
        <source>percent</source>
        <translation>百分比</translation>
    </message>
    <message>
        <source>points</source>
        <translation>百分点</translation>
    </message>
    <message>
        <source>power</source>
        <translation>功率</translation>
    </message>
    <message>
        <source>quarters</source>
        <translation>季度</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>比率</translation>
    </message>
    <message>
        <source>ratio</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>removed there</source>
        <translation>对方已删除</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>section</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>某位读者</translation>
    </message>
    <message>
        <source>stays here when you share</source>
        <translation>分享时留在本机</translation>
    </message>
    <message>
        <source>tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>tags {tags}</source>
        <translation>标签 {tags}</translation>
    </message>
    <message>
        <source>text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>the article&apos;s own words, no summary</source>
        <translation>文章原文，无摘要</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>the words have changed</source>
        <translation>文字有变</translation>
    </message>
    <message>
        <source>timed out</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>today {clock}</source>
        <translation>今天 {clock}</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>明天</translation>
    </message>
    <message>
        <source>too few to say</source>
        <translation>太少，无从判断</translation>
    </message>
    <message>
        <source>two versions</source>
        <translation>两个版本</translation>
    </message>
    <message>
        <source>two versions of it: choose one</source>
        <translation>有两个版本：请选一个</translation>
    </message>
    <message>
        <source>two versions to choose from</source>
        <translation>有两个版本可选</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>未读</translation>
    </message>
    <message>
        <source>update</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>volume</source>
        <translation>体积</translation>
    </message>
    <message>
        <source>weeks</source>
        <translation>周</translation>
    </message>
    <message>
        <source>without a citation</source>
        <translation>没有出处</translation>
    </message>
    <message>
        <source>years</source>
        <translation>年</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>yesterday {clock}</source>
        <translation>昨天 {clock}</translation>
    </message>
    <message>
        <source>{0:,.1f} MB</source>
        <translation>{0:,.1f} MB</translation>
    </message>
    <message>
        <source>{0:.0f} of {1:.0f} {unit}</source>
        <translation>{0:.0f} / {1:.0f} {unit}</translation>
    </message>
    <message>
        <source>{0} ({1})</source>
        <translation>{0}（{1}）</translation>
    </message>
    <message>
        <source>{0} KB</source>
        <translation>{0} KB</translation>
    </message>
    <message>
        <source>{0} against {1}: {2}.</source>
        <translation>{0} 对 {1}：{2}。</translation>
    </message>
    <message>
        <source>{0} and {last}</source>
        <translation>{0}和{last}</translation>
    </message>
    <message>
        <source>{0} can only be read.</source>
        <translation>{0} 只能读取。</translation>
    </message>
    <message>
        <source>{0} could not be copied: {1}.</source>
        <translation>无法复制 {0}：{1}。</translation>
    </message>
    <message>
        <source>{0} could not be looked into: {1}.</source>
        <translation>无法查看 {0}：{1}。</translation>
    </message>
    <message>
        <source>{0} could not be looked through safely.</source>
        <translation>无法安全地检查 {0}。</translation>
    </message>
    <message>
        <source>{0} could not be opened: {1}.</source>
        <translation>无法打开 {0}：{1}。</translation>
    </message>
    <message>
        <source>{0} could not be reached.</source>
        <translation>无法访问 {0}。</translation>
    </message>
    <message>
        <source>{0} could not be read: {1}.</source>
        <translation>无法读取 {0}：{1}。</translation>
    </message>
    <message>
        <source>{0} could not be written whole.</source>
        <translation>{0} 没能完整写入。</translation>
    </message>
    <message>
        <source>{0} could not be written: {1}.</source>
        <translation>无法写入 {0}：{1}。</translation>
    </message>
    <message>
        <source>{0} has a format that Meipi never wrote.</source>
        <translation>{0} 的格式不是眉批写的。</translation>
    </message>
    <message>
        <source>{0} has no index to search.</source>
        <translation>{0} 没有可搜索的索引。</translation>
    </message>
    <message>
        <source>{0} holds a table that Meipi did not make: {1}.</source>
        <translation>{0} 含有并非眉批所建的表：{1}。</translation>
    </message>
    <message>
        <source>{0} holds a trigger that Meipi did not make: {1}.</source>
        <translation>{0} 含有并非眉批所建的触发器：{1}。</translation>
    </message>
    <message>
        <source>{0} holds a view that Meipi did not make: {1}.</source>
        <translation>{0} 含有并非眉批所建的视图：{1}。</translation>
    </message>
    <message>
        <source>{0} holds an index that Meipi did not make: {1}.</source>
        <translation>{0} 含有并非眉批所建的索引：{1}。</translation>
    </message>
    <message>
        <source>{0} holds more tables than a library has.</source>
        <translation>{0} 的表比文库应有的多。</translation>
    </message>
    <message>
        <source>{0} holds more than {1} rows in {2}.</source>
        <translation>{0} 的 {2} 超过 {1} 行。</translation>
    </message>
    <message>
        <source>{0} holds no preferences of Meipi.</source>
        <translation>{0} 中没有眉批的设置。</translation>
    </message>
    <message>
        <source>{0} holds no text, or damaged text.</source>
        <translation>{0} 中没有文本，或文本已损坏。</translation>
    </message>
    <message>
        <source>{0} holds {1} that Meipi did not make: {2}.</source>
        <translation>{0} 含有并非眉批所建的 {1}：{2}。</translation>
    </message>
    <message>
        <source>{0} in the text adds another passage, in this article or in any other.</source>
        <translation>在正文中按 {0}，可再加一处依据，本文或别的文章都行。</translation>
    </message>
    <message>
        <source>{0} in {1}, then {2} in {3}: {4}.</source>
        <translation>{0}（{1}），其后 {2}（{3}）：{4}。</translation>
    </message>
    <message>
        <source>{0} is a database of another program.</source>
        <translation>{0} 是别的程序的数据库。</translation>
    </message>
    <message>
        <source>{0} is a folder.</source>
        <translation>{0} 是一个文件夹。</translation>
    </message>
    <message>
        <source>{0} is a library of Meipi, or a share.</source>
        <translation>{0} 是 Meipi 的文库或分享。</translation>
    </message>
    <message>
        <source>{0} is a link to another file.</source>
        <translation>{0} 是指向别的文件的链接。</translation>
    </message>
    <message>
        <source>{0} is a share and not a library.</source>
        <translation>{0} 是分享，不是文库。</translation>
    </message>
    <message>
        <source>{0} is a single byte, and no library.</source>
        <translation>{0} 只有一个字节，不是文库。</translation>
    </message>
    <message>
        <source>{0} is damaged or no library.</source>
        <translation>{0} 已损坏，或不是文库。</translation>
    </message>
    <message>
        <source>{0} is damaged, or made to do harm.</source>
        <translation>{0} 已损坏，或有意为害。</translation>
    </message>
    <message>
        <source>{0} is damaged.</source>
        <translation>{0} 已损坏。</translation>
    </message>
    <message>
        <source>{0} is damaged: a table is missing.</source>
        <translation>{0} 已损坏：缺一个表。</translation>
    </message>
    <message>
        <source>{0} is damaged; no copy of it was made.</source>
        <translation>{0} 已损坏；没有为它做备份。</translation>
    </message>
    <message>
        <source>{0} is empty.</source>
        <translation>{0} 是空的。</translation>
    </message>
    <message>
        <source>{0} is in the format of an older Meipi.</source>
        <translation>{0} 是旧版眉批的格式。</translation>
    </message>
    <message>
        <source>{0} is larger than a template can be.</source>
        <translation>{0} 太大，不能作模板。</translation>
    </message>
    <message>
        <source>{0} is larger than two gigabytes.</source>
        <translation>{0} 大于 2 GB。</translation>
    </message>
    <message>
        <source>{0} is no longer in {1}; nothing was changed.</source>
        <translation>{0} 已不在 {1} 中；未作任何更改。</translation>
    </message>
    <message>
        <source>{0} is not UTF-8.</source>
        <translation>{0} 不是 UTF-8 编码。</translation>
    </message>
    <message>
        <source>{0} is not a Meipi library.</source>
        <translation>{0} 不是眉批文库。</translation>
    </message>
    <message>
        <source>{0} is not a Meipi share or library.</source>
        <translation>{0} 不是眉批的分享文件或文库。</translation>
    </message>
    <message>
        <source>{0} is not a file.</source>
        <translation>{0} 不是文件。</translation>
    </message>
    <message>
        <source>{0} is not finished: {1} lies beside it.</source>
        <translation>{0} 尚未完成：旁边有 {1}。</translation>
    </message>
    <message>
        <source>{0} is not there.</source>
        <translation>找不到 {0}。</translation>
    </message>
    <message>
        <source>{0} is not written in UTF-8.</source>
        <translation>{0} 不是 UTF-8 编码。</translation>
    </message>
    <message>
        <source>{0} is the library itself.</source>
        <translation>{0} 就是文库本身。</translation>
    </message>
    <message>
        <source>{0} is there already and is no share.</source>
        <translation>{0} 已经存在，且不是分享。</translation>
    </message>
    <message>
        <source>{0} is there already, and is no older copy of this library.</source>
        <translation>{0} 已经存在，且不是本文库的旧备份。</translation>
    </message>
    <message>
        <source>{0} is there already, and is no text of a library.</source>
        <translation>{0} 已经存在，且不是文库的文本。</translation>
    </message>
    <message>
        <source>{0} is too large for a file of terms.</source>
        <translation>{0} 太大，不像术语文件。</translation>
    </message>
    <message>
        <source>{0} is too large to look through.</source>
        <translation>{0} 太大，无法检查。</translation>
    </message>
    <message>
        <source>{0} is too large.</source>
        <translation>{0} 太大。</translation>
    </message>
    <message>
        <source>{0} is where Meipi keeps your preferences.</source>
        <translation>{0} 是 Meipi 保存设置的文件。</translation>
    </message>
    <message>
        <source>{0} is where the share would be written.</source>
        <translation>要放分享的位置已有 {0}。</translation>
    </message>
    <message>
        <source>{0} lacks what every library has: {1}.</source>
        <translation>{0} 缺少文库必有的 {1}。</translation>
    </message>
    <message>
        <source>{0} lies beside {1}, which was not closed.</source>
        <translation>{1} 旁边有 {0}，说明它没有正常关闭。</translation>
    </message>
    <message>
        <source>{0} made this one; another tag has its name. “Join with…” makes them one.</source>
        <translation>这一个是 {0} 创建的，另有标签与它同名。用“合并到…”可合成一个。</translation>
    </message>
    <message>
        <source>{0} makes a finding of it</source>
        <translation>按 {0} 建立观点</translation>
    </message>
    <message>
        <source>{0} marked it, {1} did not</source>
        <translation>{0}标注了，{1}没有</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{1} 的{0}</translation>
    </message>
    <message>
        <source>{0} of {1} names a row of {2} that is not there.</source>
        <translation>{1} 的 {0} 指向 {2} 中不存在的一行。</translation>
    </message>
    <message>
        <source>{0} of {1} to settle.</source>
        <translation>第 {0} 处，共 {1} 处待选定。</translation>
    </message>
    <message>
        <source>{0} on {1}, then {2} on {3}: {4}.</source>
        <translation>{0}（{1}），其后 {2}（{3}）：{4}。</translation>
    </message>
    <message>
        <source>{0} other claims stand on it:</source>
        <translation>另有 {0} 条论断依据它：</translation>
    </message>
    <message>
        <source>{0} private highlights were left out.</source>
        <translation>未包含 {0} 处私密高亮。</translation>
    </message>
    <message>
        <source>{0} takes too long to look through.</source>
        <translation>检查 {0} 用时过长。</translation>
    </message>
    <message>
        <source>{0} was cut short on its way.</source>
        <translation>{0} 在传送途中被截断了。</translation>
    </message>
    <message>
        <source>{0} was not closed by the program that wrote it.</source>
        <translation>写入 {0} 的程序没有将它关闭。</translation>
    </message>
    <message>
        <source>{0} was replaced by another file; nothing was changed.</source>
        <translation>{0} 已被另一个文件替换；未作任何更改。</translation>
    </message>
    <message>
        <source>{0} was written by a newer Meipi.</source>
        <translation>{0} 由更新版本的眉批写成。</translation>
    </message>
    <message>
        <source>{0} · shown now</source>
        <translation>{0} · 当前显示</translation>
    </message>
    <message>
        <source>{0}, as a table</source>
        <translation>{0}（表格）</translation>
    </message>
    <message>
        <source>{0}, judged on {1}</source>
        <translation>{0}，判定于 {1}</translation>
    </message>
    <message>
        <source>{0}. In it: {1}.</source>
        <translation>{0}。其中：{1}。</translation>
    </message>
    <message>
        <source>{0}. Nothing in it is new to your library.</source>
        <translation>{0}。其中没有您的文库所没有的内容。</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
    <message>
        <source>{:,} highlights cover other words now</source>
        <translation>已改变 {:,} 处高亮的文字</translation>
    </message>
    <message>
        <source>{:,} highlights may be shared again</source>
        <translation>已允许分享 {:,} 处高亮</translation>
    </message>
    <message>
        <source>{articles}, with {claims} in the first {shown}</source>
        <translation>{articles}，前 {shown} 篇中有 {claims}</translation>
    </message>
    <message>
        <source>{article}, below {heading}</source>
        <translation>{article}，在“{heading}”之下</translation>
    </message>
    <message>
        <source>{claims} in {articles}</source>
        <translation>{articles}，{claims}</translation>
    </message>
    <message>
        <source>{day} {month}</source>
        <translation>{month}{day}日</translation>
    </message>
    <message>
        <source>{day} {month} {year}</source>
        <translation>{year}年{month}{day}日</translation>
    </message>
    <message>
        <source>{day}, {clock}</source>
        <translation>{day} {clock}</translation>
    </message>
    <message>
        <source>{deed} from {source}</source>
        <translation>{deed}（{source}）</translation>
    </message>
    <message>
        <source>{deed}.</source>
        <translation>{deed}。</translation>
    </message>
    <message>
        <source>{deed}. It is shown as soon as the library is free.</source>
        <translation>{deed}。文库空闲后即会显示。</translation>
    </message>
    <message>
        <source>{done:,} of {0}</source>
        <translation>{done:,}，共 {0}</translation>
    </message>
    <message>
        <source>{done:,} of {total:,}</source>
        <translation>{done:,}，共 {total:,}</translation>
    </message>
    <message>
        <source>{done} of {total} bytes</source>
        <translation>{done} / {total} 字节</translation>
    </message>
    <message>
        <source>{feed} moved; it is asked at its new address from now on.</source>
        <translation>{feed} 已迁移，今后改用新网址。</translation>
    </message>
    <message>
        <source>{file}, made on {0}</source>
        <translation>{file}，制作于 {0}</translation>
    </message>
    <message>
        <source>{kappa}{alpha}. {meaning}</source>
        <translation>{kappa}{alpha}。{meaning}</translation>
    </message>
    <message>
        <source>{kind} “{name}”</source>
        <translation>{kind}“{name}”</translation>
    </message>
    <message>
        <source>{kind}, hedged</source>
        <translation>{kind}，语气保留</translation>
    </message>
    <message>
        <source>{many}: tick what comes back</source>
        <translation>{many}：请勾选要找回的</translation>
    </message>
    <message>
        <source>{measure}, {unit}</source>
        <translation>{measure}，{unit}</translation>
    </message>
    <message>
        <source>{month} {year}</source>
        <translation>{year}年{month}</translation>
    </message>
    <message>
        <source>{name} can only be read: it is a share.</source>
        <translation>{name} 只能查看：它是一份分享。</translation>
    </message>
    <message>
        <source>{name} can only be read: nothing can be merged into it.</source>
        <translation>{name} 只能读取：无法向其中合并。</translation>
    </message>
    <message>
        <source>{name} can only be read: nothing you mark here would be kept.</source>
        <translation>{name} 只能读取：在此所做的标注不会保存。</translation>
    </message>
    <message>
        <source>{name} is in a folder that {program} keeps in sync. Close Meipi here before you use it on another computer.</source>
        <translation>{name} 在由 {program} 同步的文件夹里。换电脑之前，请先在这里关闭眉批。</translation>
    </message>
    <message>
        <source>{name} is no longer in {parent}.</source>
        <translation>{name} 已不在 {parent} 中。</translation>
    </message>
    <message>
        <source>{name} is only being looked at; no copies of it are kept.</source>
        <translation>{name} 只是浏览，不做备份。</translation>
    </message>
    <message>
        <source>{name} was written by a newer Meipi and can only be read.</source>
        <translation>{name} 由更新版本的眉批写成，只能读取。</translation>
    </message>
    <message numerus="yes">
        <source>{name}, %n finding(s)</source>
        <translation>
            <numerusform>{name}，%n 个观点</numerusform>
        </translation>
    </message>
    <message>
        <source>{native} is needed to move around in lists and fields. Press another key.</source>
        <translation>{native} 要用于在列表和输入框中移动。请换一个键。</translation>
    </message>
    <message>
        <source>{native} is the key of “{words}”. Press another, or give that one another.</source>
        <translation>{native} 已是“{words}”的快捷键。请换一个，或先给那个命令换快捷键。</translation>
    </message>
    <message>
        <source>{one} with {other}: {counted}</source>
        <translation>{one} 与 {other}：{counted}</translation>
    </message>
    <message>
        <source>{place} of {many}</source>
        <translation>第 {place} 处，共 {many} 处</translation>
    </message>
    <message numerus="yes">
        <source>{said} %n conflict(s) to settle.</source>
        <translation>
            <numerusform>{said}有 %n 处冲突待选定。</numerusform>
        </translation>
    </message>
    <message>
        <source>{shown:,} of {articles}</source>
        <translation>{shown:,} / {articles}</translation>
    </message>
    <message>
        <source>{stem} — Meipi</source>
        <translation>{stem} — 眉批</translation>
    </message>
    <message>
        <source>{tag}: {counted}</source>
        <translation>{tag}：{counted}</translation>
    </message>
    <message>
        <source>{text}. {0}. Tag {path}. {title}</source>
        <translation>{text}。{0}。标签 {path}。{title}</translation>
    </message>
    <message>
        <source>{turned}: {deed}.</source>
        <translation>{turned}：{deed}。</translation>
    </message>
    <message>
        <source>{undo} takes back what you did here. {palette} finds every command, {keys} shows the keys. The tour is in the Help menu.</source>
        <translation>{undo} 可撤销您在此所做的操作。{palette} 查找所有命令，{keys} 显示快捷键。导览在“帮助”菜单中。</translation>
    </message>
    <message>
        <source>{uses:,} there</source>
        <translation>对方 {uses:,} 处</translation>
    </message>
    <message>
        <source>{wanted:,} of {many}</source>
        <translation>{wanted:,} / {many}</translation>
    </message>
    <message>
        <source>{wanted:,} of {possible:,} to add</source>
        <translation>将添加 {wanted:,} / {possible:,}</translation>
    </message>
    <message numerus="yes">
        <source>{who} agree on {rate} of %n judgement(s).</source>
        <translation>
            <numerusform>{who}在 %n 次判断中有 {rate} 一致。</numerusform>
        </translation>
    </message>
    <message>
        <source>{words} the finding: {about}</source>
        <translation>{words}观点：{about}</translation>
    </message>
    <message numerus="yes">
        <source>{words}, %n finding(s)</source>
        <translation>
            <numerusform>{words}，%n 个观点</numerusform>
        </translation>
    </message>
    <message>
        <source>“{0}” is a name of the tag “{1}”, too. Take it off one of them.</source>
        <translation>“{0}”也是标签“{1}”的名称。请从其中一个去掉它。</translation>
    </message>
    <message>
        <source>“{word}” is one word already.</source>
        <translation>“{word}”已经是一个词。</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more file(s)</source>
        <translation>
            <numerusform>… 另有 %n 个文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more highlight(s)</source>
        <translation>
            <numerusform>… 另有 %n 处高亮</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more row(s)</source>
        <translation>
            <numerusform>… 另有 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>→ {0}, counted from {1}</source>
        <translation>→ {0}，自 {1} 起算</translation>
    </message>
</context>
</TS>
