/** Names of places that are ordinary words too, and words that hold the name of a place without meaning it. Plain data. */

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/u).filter(Boolean));

/** Bare names that articles never use for the place itself: the word is too common. */
export const neverBare = words(`
  南部 合作 公安 资源 解放 延长 互助 共和 安定 城关 城东 城西 城北 港口 惠民 富裕 富民 友谊 友好 前进 江南 南岸 江岸 中原 滨海 滨湖 滨江 新建 新城 老城 古城 山城 湖滨 市南 市北 路南
  路北 河东 河西 桥东 桥西 铁东 铁西 大方 大通 大兴 大名 大港 和平 平安 平和 振兴 向阳 红旗 东风 工农 爱民 阳明 光明 高明 前锋 新星 白云 天山 天涯 凤凰 芙蓉 海棠 荷塘 牡丹 莲花 木兰
  梨树 宝塔 钟楼 天桥 上街 路桥 道里 道外 南关 双塔 白塔 古塔 灯塔 平房 安居 长寿 乐业 兴业 同心 同德 同仁 民权 博爱 会同 通道 洞口 河口 江口 湖口 交口 中方 新市 西市 二七 二道 三元
  红星 五营 新青 美溪 升平 金园 北江 杏林 石湾 南郊
  三河 五河 七星 八步 回民 清新 新兴 新林 温泉 甘泉 清流 清水 白水 黑水 响水 平原 江北 四方 龙门 长子 宏伟 复兴 运河 东方 民丰
`);

/** Bare names that are also ordinary words, persons or things: they need the full name elsewhere, or their superior before them. */
export const ordinaryBare = words(`
  大田 朝阳 大同 长治 日照 开封 孝感 安康 安顺 来宾 北海 白银 山南 海东 海西 海北 黄南 阿里 怒江 红河 新乡 资阳 南阳 信阳 兴安 延边 玉树 石狮 连城 云霄 上杭 古田 明溪 建宁 泰宁 政和
  华安 东兴 江津 武功 太白 凤翔 商城 方城 内乡 三门 仙居 青田 松阳 江山 平阳 文成 海宁 平湖 东阳 永康 武义 建德 龙泉 庆元 桐乡 长丰 无为 含山 潜山 怀宁 天长 明光 青阳 宁化 南靖 东至
  长汀 武宁 安远 定南 全南 会昌 武城 东明 成武 金乡 东平 肥城 高唐 阳谷 利津 龙口 红安 团风 英山 云梦 竹山 保康 远安 当阳 石首 赤壁 通城 通山 来凤 鹤峰 双峰 双牌 宁远 蓝山 花垣 新田
  慈利 安仁 永顺 南岳 石鼓 天心 开福 天元 石峰 雨花 天河 海珠 越秀 香洲 龙湖 金平 江海 开平 恩平 鹤山 连平 龙川 阳春 阳山 乐昌 始兴 仁化 新会 高州 信宜 灵山 钟山 凌云 西林 上林 马山
  天等 大新 宁明 万宁 定安 文昌 琼海 合山 东兰 凤山 金牛 武侯 成华 青羊 锦江 船山 利州 东坡 游仙 翠屏 江安 南溪 兴文 屏山 通川 平昌 武胜 顺庆 嘉陵 金川 理塘 九龙 白玉 乡城 新龙 正定
  无极 元氏 平顺 山阴 灵石 平遥 方山 临江 靖宇 和龙 龙井 图们 长岭 方正 通河 延寿 五常 依安 克东 龙江 宝清 海伦 明水 兰西 金山 长宁 宝山 普陀 青山 洪山 汉阳 江夏 新洲 镇海 象山 北仑
  海曙 定海 钱塘 拱墅 上城 余杭 富阳 鼓楼 台江 仓山 马尾 集美 湖里 思明 修文 开阳 金沙 思南 万山 普安 兴仁 兴义 天柱 三穗 从江 剑河 雷山 锦屏 福泉 独山 平塘 龙里 惠水 长顺 罗平 通海
  石林 元阳 绿春 云龙 祥云 周至 蓝田 临潼 三原 永寿 合阳 富平 黄龙 黄陵 吴起 清涧 横山 石泉 平利 镇安 丹凤 山阳 高陵 民乐 山丹 玉门 金塔 会宁 静宁 华亭 灵台 庄浪 崇信 合水 渭源 民和
  贵德 兴海 乌兰 永宁 中宁 海原 隆德 惠农 新源 昭苏 裕民 和田 福海 双河 石河子 疏勒 拜城 海州 青州 东港 河间 沙河 迁西 昌黎 乐亭 景东 沿河 青龙 长白 长阳 五峰 三江 金秀 宽城 凤城
  东安 白沙 三都 元江 双江 东乡 秀山 石柱 连山 大安 文山 北关 高坪 永安 北市 南市 西山 东山 南山 北林 南明 七里河 中山 东海 南海 西湖 东湖 北湖 南湖 太湖 巢湖 洪湖 镜湖 雨湖 月湖
  泰山 黄山 庐山 梁山 武夷山 井冈山 五台 天台 石门 海门 玉泉 泉山 花山 千山 石城 南城 西城 东城 万年 万全 天全 成安 安化 通化 开化 德化 新化 化德 大化 隆化 万安 来安 金安 裕安 义安
  大英 大余 大悟 大祥 大邑 大东 大观 大城 大厂 大竹 朝天 桃源 麻江 修水 海安 长安 新安 北安 南安 农安 永和 和顺 和静 仁和 太和 兴和 云和 德安 集贤 进贤 尚义 崇义 孝义 信丰 咸丰 丰满
  安宁 静安 长兴 永兴 兴国 安国 宁国 广平 永平 太平 高平 安平 昌平 会东 东光 望都 望江 望城 长清 长乐 康乐 乐安 正安 正阳 正宁 高台 高阳 高邑 上高 新丰 新平 新河 新绛 新北 新吴 新和
`);

/** Full names that are ordinary words: only beside their superior, or where they stood so elsewhere. */
export const ordinaryFull = words(`
  城区 郊区 矿区 新城区 老城区 古城区 东区 西区 新市区 西市区 北市区 南市区 山城区 城中区 市中区 站前区 港口区 河口区 运河区
  振兴区 复兴区 安居区 新兴区 前进区 滨湖区 滨江区 湖滨区 滨海县 平安县 资源县 公安县 富裕县 富民县 惠民县 友谊县 共和县 互助县 博爱县 同心县
  同德县 安定区 古县 新县 南县 高县 成县 文县 单县 道县 容县 和县 荣县
`);

/** Full names that other words run into (其中山区, 任县委书记): the article must name their superior too. */
export const cautiousFull = words(`
  中山区 西山区 东山区 南山区 平山区 青山区 千山区 金山区 明山区 红山区 黄山区 泰山区 花山区 雨山区 铁山区 横山区 崂山区 城东区 城西区 城北区
  市南区 市北区 路南区 路北区 江南区 江北区 江岸区 南岸区 河东区 河西区 解放区 中原区 红旗区 向阳区 东风区 工农区 友好区 宏伟区 太平区 兴安区
  平安区 和平县 平和县 和平区
  任县 应县 兴县 富县 环县 临县 代县 安县 开县 义县 理县 礼县 康县 宁县 夏县 吉县 达县 横县 华县 随县
`);

interface Edge {
  /** The name is part of another word after one of these characters. */
  before?: string;
  /** Likewise before one of these. */
  after?: string;
}

/** Where two words meet in such a way that a name seems to stand there: 隆重庆祝, 幸福建设, 扩大连片. */
export const straddles: Readonly<Record<string, Edge>> = {
  兰州: { before: '里士' },
  乐山: { before: '歌' },
  北林区: { before: '东' },
  海城市: { before: '红' },
  山东: { before: '华岭' },
  山西: { before: '陵岭华' },
  上海: { after: '拔' },
  吉林: { before: '丹颗' },
  喀什: { before: '拉' },
  梅州: { before: '苏' },
  德州: { before: '罗哥美' },
  达州: { before: '里苏' },
  定西: { before: '肯', after: '藏' },
  聊城: { before: '束焦' },
  泸州: { before: '销' },
  衡水: { before: '均平' },
  淮北: { before: '黄江' },
  淮南: { before: '黄江' },
  丹东: { before: '苏' },
  焦作: { before: '聚' },
  威海: { before: '挪' },
  重庆: { before: '隆', after: '祝贺典' },
  福建: { before: '幸' },
  长沙: { before: '部议外酋', after: '龙' },
  海口: { before: '出入' },
  大连: { before: '强扩壮拿', after: '片接线锁续通心带串队' },
  合肥: { before: '复混', after: '料' },
  成都: { before: '完建形变组生促达养构集落收凝汇' },
  南通: { before: '西', after: '道' },
  丽水: { before: '美秀' },
  三明: { before: '第', after: '治确显白亮示' },
  济南: { before: '经' },
  南阳: { after: '光' },
  广安: { before: '推' },
  内江: { before: '境域', after: '河水湖' },
  四平: { after: '八台' },
  大庆: { before: '盛重隆特', after: '典祝功' },
  宜春: { before: '适' },
  广东: { before: '推' },
  广西: { before: '推' },
  广州: { before: '推' },
  河源: { before: '黄木江洮黑湟', after: '头' },
  延安: { before: '蔓' },
  周口: { after: '店' },
  白山: { before: '长', after: '黑' },
  中山: { before: '孙', after: '装陵' },
  哈密: { after: '瓜' },
  普洱: { after: '茶' },
  和田: { after: '玉枣' },
  大理: { before: '伟广', after: '石论念想' },
  新乡: { after: '贤村镇' },
  长治: { after: '久' },
  大田: { before: '广扩强', after: '间作种块里' },
  日照: { after: '时充强量' },
  朝阳: { after: '产' },
  开封: { after: '闭条' },
  四会: { after: '议' },
  海南: { before: '渤黄红沿环临' },
  河南: { before: '黄淮' },
  河北: { before: '黄淮' },
  湖南: { before: '太巢洞阳', after: '岸' },
  湖北: { before: '太巢洞阳', after: '岸' },
  江西: { before: '长', after: '岸' },
  天津: { after: '津' },
  兴化: { after: '解' },
  安化: { after: '解' },
  上林: { before: '山', after: '长' },
  平利: { after: '益用' },
  昌平: { after: '台' },
  定安: { before: '稳鉴' },
  扬中: { before: '弘发宣表赞颂褒', after: '华国' },
  阆中: { after: '华国' },
  资中: { after: '华国' },
  汉中: { after: '心华国' },
  巴中: { after: '心央华国' },
  晋中: { after: '心央华国' },
  同安: { before: '共合协' },
  福安: { before: '幸' },
  泰安: { before: '国' },
  高安: { before: '提' },
  保定: { before: '医', after: '期点' },
  平定: { after: '期' },
  福清: { after: '单理' },
  乐清: { after: '单理' },
  德清: { after: '单理' },
  临清: { after: '单理' },
  昌乐: { after: '于' },
  长乐: { after: '于' },
  平和: { after: '谐' },
  建水: { before: '共筑搭', after: '利库' },
  建始: { after: '终' },
  会理: { after: '论事' },
};

/** Words that hold a place's name without speaking of the place. */
export const notPlaces: ReadonlySet<string> = words(`
  金山银山 绿水青山 青山绿水 孙中山 中山装 上海合作组织 上合组织 北京冬奥 北京奥运 北京时间 北京共识 南京条约 上海精神
  延安精神 延安时期 延安整风 遵义会议 古田会议 井冈山精神 井冈山斗争 西安事变 百色起义 南昌起义 南湖红船 湘江战役
  大庆精神 大庆油田 延长石油 宁德时代 上海大众 上海电气 北京现代 贵州茅台 内蒙古伊利 青岛啤酒 阿里巴巴 阿里云
  文山会海 四平八稳 长治久安 平安建设 平安中国 津津有味 和平年代 和平共处 国泰民安 平安夜 大兴调查研究 大兴机场
  美国德州 海南岛 台湾问题 三明治 长白山 太湖流域 巢湖流域 黄山风景区 武夷山脉 大连接 大连片 海东青 阿里山 红河谷 苏州河 雄安
`);
