"""Words by what they do to a subject: say nothing of it, say little, or tell of negation and plans.

Written as they stand in a text, folded; English words are compared by their stems. What a word is
called in the other language is the glossary's.
"""

from core.glossary.key import FUNCTION, FUNCTION_HAN
from core.words import stem


def _stems(words: str) -> frozenset[str]:
    return frozenset(map(stem, words.split()))


#: Words of change, which a frame keeps as its direction.
_MOVES = """
    rose rise risen rising increase grew grow growing growth gain jump surge climb soar add expand
    expansion higher hike boost improve rally rebound accelerate lift double triple upside fell fall
    fallen falling drop decrease decline lose lost slump plunge slide slid sink sank tumble shrink
    shrank contract contraction reduce reduction lower slip shed trim ease retreat slash downside
    minus halve down up cut advance raise spike slow widen narrow
"""
#: Words that report, hedge, count or bind, and words of time.
_NEUTRAL = """
    say said tell told report show note state add announce suggest indicate believe think warn
    find found see seen expect forecast estimate project predict anticipate reckon calculate put
    could might likely unlikely possibly perhaps probably potentially maybe able would reach hit
    total stand stood come came amount account make made take took taken need require become
    remain stay keep kept hold held be get got go went gone give given have run set establish
    build built building develop create achieve realize attain happen occur represent comprise
    constitute mean means involve cost worth equal share proportion percentage figure number level
    volume value size rate about around roughly nearly almost approximately least most up over
    under within exceed surpass pass top currently today now still already yet so far even also
    overall whole entire complete full fully completely entirely according year month week day
    decade century quarter half annual annually yearly monthly quarterly weekly daily early late
    end mid period time compared comparison basis sequentially same january february march april
    may june july august september october november december jan feb mar apr jun jul aug sep sept
    oct nov dec yoy mom qoq however meanwhile despite although though because due thus therefore
    percent per cent point bp pp expert analyst economist engineer industry-watcher observer
    researcher source official people data statistics survey article study ton tonne kilogram kilo
    gram ounce pound barrel yuan renminbi rmb dollar euro yen usd cny eur watt kilowatt megawatt
    gigawatt watt-hour kilowatt-hour kwh mwh gwh wh mw gw liter litre gallon cubic meter metre
    hour minute long-term earlier enter year-on-year month-on-month quarter-on-quarter
    week-on-week one two three four five six seven eight nine ten eleven twelve twenty thirty
    hundred thousand million billion trillion dozen ago past recent recently just only alone like
    such range
    previous prior implement guide plan target aim seek intend propose
"""
_HAN_NEUTRAL = """
    吨 公斤 千克 克 盎司 桶 元 美元 欧元 日元 英镑 港元 人民币 瓦时 千瓦时 兆瓦时 吉瓦时 瓦 千瓦
    兆瓦 吉瓦 约 大约 大概 左右 上下 近 接近 超 超过 逾 突破 不足 至少 最多 最高 以上 以下 以内
    之内 内 达 达到 达至 至 到 升至 降至 增至 跌至 为 是 有 占 占比 比重 份额 比例 占到 成 增长
    增速 增加 增幅 上涨 涨 涨幅 上升 提高 提升 攀升 回升 升 下降 下跌 跌 跌幅 降幅 减少 回落 下滑
    减 降 降低 下调 上调 缩减 同比 环比 较 比 相比 上年 去年 今年 明年 本年 同期 年 月 日 月份
    季度 年度 全年 上半年 下半年 年初 年末 年底 期间 时间 一季度 二季度 三季度 四季度 前三季度 第
    个 家 名 位 项 种 次 倍 点 百分点 基点 万 亿 可能 或 或将 或许 有望 预计 预期 预测 预估 估计
    料 料将 将 会 恐 也许 大概率 需 需要 要 花 花费 用 耗时 才能 才 能 能够 可以 可 认为 表示 称
    指出 显示 报道 据 透露 强调 说 发布 公布 数据 统计 专家 分析师 机构 业内人士 人士 实现 完成
    建立 建成 建设 打造 形成 拥有 具有 具备 包括 其中 目前 当前 现在 如今 已 已经 仍 仍然 还 已达
    共 共计 合计 总 总计 总体 整体 整个 全部 所有 水平 数量 规模 金额 总额 额 量 率 每 每年 年均
    大 高 低 多 少 长 年内 内将 的话 这 那 该 其 此 对 对于 在 从 由 向 于 以 按 与 和 及 的 了 着
    也 都 就 而 但 但是 不过 因 因为 由于 来 来自 时 后 前 以来 大约需 削减 价值 损失 仅需 只需
    截至 截止 当 周 当周 当月 当日 当年
    大致 区间 之间 介于 不断 持续 继续 进一步 明显 显著 大幅 小幅 约为 则 均 仅 只 只有 更 最 等
    计划 目标 业绩指引 拟 拟将 力争 寻求 实施 执行 获 遭 旗下 所属 开发
    扩大 飙升 大增 缩水 萎缩 走高 走低
"""
NEUTRAL = (
    _stems(_MOVES + _NEUTRAL)
    | frozenset(map(stem, FUNCTION))
    | FUNCTION_HAN
    | frozenset(_HAN_NEUTRAL.split())
)

#: They tell when a deed was done, which no deed is known by.
WEEKDAYS = _stems("monday tuesday wednesday thursday friday saturday sunday")

#: Nouns of every company and market: alone they name no subject.
GENERIC = _stems(
    """
    output production demand supply price export import revenue sale profit margin inventory stock
    market company firm industry sector capacity index cost order investment spending income
    earning loss debt asset fund business product consumption shipment delivery trade loan deposit
    volume turnover contract unit project plant factory customer user buyer maker producer economy
    government growth yield dividend operating operation utilization utilisation spot domestic
    core net gross average new main annual quota tariff tax policy agreement deal measure
    """
) | frozenset(
    [
        "产量",
        "生产",
        "需求",
        "供应",
        "供给",
        "价格",
        "出口",
        "进口",
        "营收",
        "收入",
        "销量",
        "销售",
        "销售额",
        "利润",
        "净利润",
        "毛利率",
        "库存",
        "市场",
        "公司",
        "企业",
        "行业",
        "产能",
        "指数",
        "成本",
        "订单",
        "投资",
        "支出",
        "资产",
        "基金",
        "业务",
        "产品",
        "消费",
        "贸易",
        "贷款",
        "存款",
        "成交量",
        "成交额",
        "合约",
        "项目",
        "工厂",
        "客户",
        "用户",
        "买家",
        "经济",
        "政府",
        "股息",
        "开工率",
        "国内",
        "核心",
        "平均",
        "主力",
        "配额",
        "关税",
        "税",
        "政策",
        "协议",
        "归母净利润",
        "营业收入",
        "现货",
        "需求量",
        "出口量",
        "进口量",
        "交易额",
        "产能利用率",
        "社会库存",
        "协定",
        "措施",
        "出货量",
        "交付量",
        "厂商",
        "制造商",
        "生产商",
        "股票",
        "股价",
    ]
)

#: One subject by several words; what the glossary's table keeps apart, or does not have.
SAME = {
    stem(word): key
    for key, words in {
        "全球": "world global worldwide globally international 世界 全世界 国际",
        "产量": "production produce output 生产 产出 产量",
        "需求": "demand 需求量",
        "出生": "birth",
        "美国": "华盛顿",
        "对外贸易": "进出口 进出口总额 外贸",
        "出口": "export 出口量",
        "进口": "import 进口量",
        "开采": "mine mined mining 采矿 矿山",
        "精炼": "refine refining refinery 炼化 精炼",
        "价格": "price priced",
        "营收": "revenue 营业收入 收入",
        "销量": "sale sell sold 销售 销售额",
        "库存": "inventory stockpile",
        "供应链": "supply-chain",
        "依赖": "dependence reliance dependency dependent reliant 依赖度",
        "磁体": "magnet 永磁 永磁体 磁材",
        "关键矿产": "critical-mineral",
        "数据中心": "datacenter data-center datacentre",
        "欧盟": "eu 布鲁塞尔",
        "采购": "purchase buy bought 购买 买入",
        "房地产": "property 地产",
        "中国": "全国",
        "美联储": "fomc 联邦公开市场委员会",
        "电动车": "ev 电动汽车",
    }.items()
    for word in (*words.split(), key)
}

#: Of figures that are alike one source leaves out whose they are: it is read there.
HOME = frozenset(["中国"])
#: Terms that say as much as two others: a cut of rates is of rates, too.
WITHIN = {
    "降息": ("降息", "利率"), "加息": ("加息", "利率"), "基准利率": ("利率",),
    "联邦基金利率": ("美联储", "利率"), "市场份额": ("市场",),
}  # fmt: skip
#: Names that the glossary has under a wider term, to be found by it; here they are two things.
NARROWER = frozenset(("dram", "nand"))
#: Where something is made, and that it is: whether it is halted there or all of it, is one.
PLACES = _stems("mine plant factory smelter refinery site facility fab mill") | frozenset(
    ["开采", "冶炼", "工厂", "精炼"]
)
WORK = _stems("output production operation operations work mining") | frozenset(
    ["产量", "生产", "运营", "开采"]
)
_SECTIONS_HAN = """
    市场 行业 周报 日报 月报 季报 年报 半年报 财报 报告 快报 早报 晚报 简报 速递 点评 展望 概况 要点
    分析 动态 观点 情况 表现 业绩 总结 一 二 三 四
"""
#: What headings and titles have beside what they are of.
SECTIONS = _stems(
    """
    outlook performance trend overview background analysis key point insight future summary
    highlight result earnings report brief dynamic condition development landscape challenge
    opportunity content impact implication strategy decision projection news update review
    statement weekly monthly quarterly daily market industry
    """
) | frozenset(_SECTIONS_HAN.split())
#: Verbs that only say that one has the figure behind them: "controls 70% of".
HAVING = _stems("control dominate command capture occupy own boast supply provide") | frozenset(
    ["控制", "掌握", "占据", "供应", "提供"]
)

#: Institutes whose forecast of a thing is about that thing, and not about themselves.
FORECASTERS = _stems(
    """
    goldman sachs citi citigroup morgan stanley jpmorgan ubs hsbc nomura barclays macquarie
    jefferies bofa cicc citic iea imf oecd opec eia fitch moody woodmac bernstein dbs ing standard
    chartered deutsche bnp bloomberg reuters fastmarkets argus cru trendforce gartner
    idc counterpoint analyst bank broker
    """
) | frozenset(
    [
        "高盛",
        "花旗",
        "摩根士丹利",
        "摩根大通",
        "瑞银",
        "汇丰",
        "野村",
        "巴克莱",
        "麦格理",
        "杰富瑞",
        "美银",
        "中金公司",
        "中金",
        "中信证券",
        "国际能源署",
        "国际货币基金组织",
        "世界银行",
        "经合组织",
        "惠誉",
        "穆迪",
        "大摩",
        "小摩",
        "招商证券",
        "华泰证券",
        "国泰君安",
        "海通证券",
        "广发证券",
        "券商",
        "集邦咨询",
    ]
)
