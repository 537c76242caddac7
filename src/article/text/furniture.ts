/** Page furniture: what a web page puts around an article. Ordered, named rules; the name is the reason an editor reads. */

import { bars } from './bars.ts';
import { Characters } from './characters.ts';
import { isColumnName } from './columns.ts';
import { alternativesOf } from './needs.ts';
import { isOutlet } from './unlabelled.ts';

export interface FurnitureRule {
  reason: string;
  /** Tested against a whole line, or against one item of a bar such as `打印 | 收藏 | 发给好友`, full-width and trimmed. */
  test: RegExp;
}

/** Why `[1] [2] 下一页` goes: a sentence may run over it. */
export const pager = '上下篇';

const open = String.raw`[【[（(「]?\s*`;
const close = String.raw`\s*[】\])）」]?`;

/** A rule for words that stand alone between brackets or none, with a count or a colon behind them. */
function words(reason: string, ...list: string[]): FurnitureRule {
  return { reason, test: new RegExp(`^${open}(?:${list.join('|')})${close}[：:]?$`, 'iu') };
}

/** Items that stand alone on a line or side by side in a bar. */
export const furnitureItems: readonly FurnitureRule[] = [
  { reason: '分隔符', test: /^(?![…\s]+$)[^\p{L}\p{N}①-⑩]+$/u },
  {
    reason: '字号切换',
    test: /^[【[（(]?\s*(?:字体|字号|文字大小)[：]?$|^[【[（(]?\s*(?:字体|字号|文字)?(?:大小)?[：]?\s*(?:放大|缩小|默认|超大|标准|字体|字号|[大中小特]|[AaTt][+-]?|[+-]|\s|\/|\||，)+\s*[】\])）]?$/u,
  },
  words(
    '打印收藏',
    '(?:我要|点击|在线)?(?:打印|收藏|推荐|纠错|关闭|复制链接|复制|全文复制|保存|导出|朗读|顶部)',
    '打印(?:本页|本文|此文|此页|页面|文章|正文)',
    '关闭(?:窗口|本页|页面|此页|本窗口)',
    '加入收藏(?:夹)?|收藏(?:本文|本页|此文)|(?:网页|我要|内容)纠错|返回(?:顶部|首页|列表|上一页|上级)?|回到(?:顶部|首页)|语音播报|听新闻|听全文|播报文章|转藏|手机查看|手机阅读|点击播报本文(?:，约)?|开启朗读|纯净阅读|保护视力色',
  ),
  {
    reason: '分享按钮',
    test: /^[【[（(]?(?:一键)?(?:分享|分享到|分享至|分享给好友|分享到朋友圈|分享让更多人看到|分享文章|转发|转发至|发给好友|发送给好友|推荐给好友|微信|微信好友|微信扫一扫|朋友圈|微博|新浪微博|腾讯微博|QQ空间|QQ好友|QQ|Qzone|qzone|豆瓣|人人网|人人|钉钉|更多|点赞|在看|赞|喜欢|收藏|评论|举报|写留言|留言|已赞|不喜欢|飘过|图集|关注|订阅|已订阅|微信好友扫码)[\s\d：]*[】\])）]?$/u,
  },
  {
    reason: '分享按钮',
    test: /^(?:(?:分享|转发)(?:到|至|给)[：]?\s*.{1,12}|点个[“"]?(?:在看|赞)[”"]?(?:[，,]?(?:让更多人看到|再走|呗|吧|哦).{0,6})?|(?:喜欢就|觉得不错).{0,16}|(?:如果)?(?:您|你)?(?:觉得|喜欢).{0,10}(?:文章|内容|不错).{0,6}(?:请|就)?.{0,4}(?:点赞|在看|转发|分享).{0,12}|关注(?:新华网|人民网|央视网|我们|.{2,8}微信)|点亮[“"]?在看[”"]?.{0,14}|好文.{0,4}在看.{0,8}|赞\s*\d*\s*在看\s*\d*|[“"]?在看[”"]?是一种.{0,12})[！!]?$/u,
  },
  {
    reason: '评论区',
    test: /^(?:评论一下|评论区|(?:最热|最新|热门|全部|精彩|网友|用户|新闻|查看|发表|我要|参与|提交|暂无|我的|更多)(?:评论|留言|跟帖)(?:（\d*）)?|我来说两句|我有话说(?:[（(]\d*人?参与[）)])?|精选留言|评论\s*[（(]\d+[）)]|[共已有\s]*\d+\s*条(?:评论|留言|跟帖)|登录(?:后|并)发表(?:评论)?|匿名发表|加载更多(?:评论)?|评论\s*\d+\s*人参与[，,]\s*\d+\s*条评论|[已有共\s]*\d+\s*人参与[，,]?\s*(?:\d*\s*条评论|点击查看更多精彩评论)?|\d+\s*人参与\s*\d+\s*(?:条)?评论|(?:还没有|暂无|目前没有)(?:任何)?评论(?:[，,].{0,14})?[!！]?|沙发空缺中.{0,12}|快来抢沙发.{0,4}|(?:请)?(?:文明上网|理性发言|文明发言)[^。]{0,24}|搜狐“我来说两句”用户公约|验证码|看不清[？?]?换一张|用户名|昵称)$/u,
  },
  {
    reason: '浏览次数',
    test: /^[【[（(]?(?:浏览|阅读|点击|访问|人气|查看|已阅读|已阅|已浏览|播放|围观|热度)(?:次数|人数|总数|量|数|率)?\s*[：]?\s*[（(]?\s*(?:\d[\d,，.]*\s*[万wW]?\s*\+?|-+|加载中\.*|loading\.*)?\s*[次人]?\s*[）)]?[】\])）]?$/iu,
  },
  { reason: '浏览次数', test: /^您是第\s?\d[\d,，]*\s?位(?:访客|访问者|读者|浏览者)$/u },
  {
    reason: '位置导航',
    test: /^[【[]?(?:您?的?(?:当前|现在)?(?:所在)?(?:的)?(?:位置|栏目)(?:是)?|您所?在的位置|您现在的位置|当前所在位置)\s*[：:>».]+\s*.{0,80}$/u,
  },
  { reason: '页首日期', test: /^(?:今天是|现在是|今日是|今天)\s*[：:]?\s*(?:公元)?\d{4}\s*[年-][^。]{0,40}$/u },
  { reason: '位置导航', test: /^(?:首页|主页|网站首页|[^\s>»›。，]{2,14})\s*(?:[>»›]+|--&gt;|-&gt;|→)\s*[^。！？，]{1,60}$/u },
  {
    reason: pager,
    test: /^[【[（(]?(?:上一篇|下一篇|上一条|下一条|上一页|下一页|上一版|下一版|前一篇|后一篇|上篇|下篇|尾页|末页|第一页|最后一页|\d{1,3}|[（(]\d{1,2}\/\d{1,2}[）)]|[—-]\s?\d{1,3}\s?[—-]|共\s*\d+\s*页|第\s*\d+\s*页(?:\s*共\s*\d+\s*页)?|跳转到?|余下全文|(?:阅读|展开|查看|显示)(?:剩余)?(?:全文|更多|原文)(?:[（(]\s*[）)])?|点击(?:展开|查看|阅读)(?:全文|更多|原文)|加载更多|分页阅读|全文共\d+字.{0,12})[】\])）]?(?:[：:].{0,60})?$/u,
  },
  {
    reason: '扫码提示',
    test: /^[^。]{0,16}(?:扫一扫|扫描(?:上方|下方|左侧|右侧)?二维码|长按(?:识别|扫描)?.{0,4}二维码|长按.{0,6}关注|识别(?:图中)?二维码|微信扫码|扫码(?:关注|阅读|下载|分享|观看|进入)|手机(?:上|扫码)?(?:打开|浏览|查看|看)当前页|在手机(?:上)?打开当前页|点击.{0,8}(?:关注我们|蓝字)|↑.{0,8}点击.{0,12}关注|设为星标|打开[“"]?.{2,8}[”"]?(?:APP|客户端|学习平台).{0,16})[^。]{0,30}$/iu,
  },
  {
    reason: '分享按钮',
    test: /^[^。，、]{0,6}(?:点赞|在看|分享|转发|收藏|关注|留言)(?:[、，+＋\s]*(?:点赞|在看|分享|转发|收藏|关注|留言|评论)){1,5}(?:[，,]?.{0,4}(?:安排|一下|三连|走起|支持|[吧哦哟呗]).{0,4})?[？?！!]?$/u,
  },
  { reason: '分享按钮', test: /^(?:QQ空间|QQ好友|QQ|新浪微博|腾讯微博|微信好友|微信|微博|朋友圈|人人网|豆瓣|更多|\s){2,}$/u },
  { reason: '打印收藏', test: /^(?:(?:打印|网摘|纠错|商城|分享|推荐|收藏|评论|字号|复制|关闭|举报)[\s|｜]*){3,}$/u },
  words('扫码提示', '关注我们', '点击上方蓝字', '蓝字', '星标', '二维码', '官方微信', '官方微博', '微信公众号'),
  words(
    '栏目导航',
    '登录|注册|搜索|网站首页|请输入(?:关键[字词]|搜索内容|检索内容|您要搜索的内容).{0,6}|共建网站|只看楼主|[倒正]序浏览|阅读模式|使用道具|显示全部楼层|本版积分规则|小黑屋|回复|展开|收起|首页|网站地图|联系我们|关于我们|设为首页|繁体版?|简体版?|无障碍(?:阅读|浏览)?|长者(?:模式|版|助手)|关怀版|适老化|客户端|下载(?:APP|客户端)|打开(?:APP|客户端)|我要举报|手机版|移动版|电脑版|PDF版|APP下载|English|EN|RSS|进入.{0,6}专题|退出|投稿|正文|网站声明|隐私政策|.{2,8}(?:网|在线|日报)首页|.{0,8}Logo|标题导航|版面(?:导航|概览|目录)|返回(?:目录|版面)|智能问答|政务(?:微博|微信)|继续访问|放弃|关闭|私信|已关注|取消关注|原创|置顶',
  ),
  {
    reason: '分享按钮',
    test: /轻点两下取消(?:赞|在看|推荐|喜欢)|^(?:微信扫一扫(?:可打开此内容[^。]{0,20}|关注该公众号)?|继续滑动看下一个|向上滑动看下一个|轻触(?:阅读原文|查看原文)|使用(?:小程序|完整服务)|知道了|取消\s允许|我在看你|×\s?分析|人划线|听过|当前内容可能存在未经审核的第三方商业营销信息[^。]*。?)$/u,
  },
  { reason: '来源栏目', test: /^(?:预览时标签不可点|收录于(?:合集|话题)|#[^\s#]{2,16}(?:#|\s*\d*\s*[个篇]?$)).{0,60}$/u },
  {
    reason: '心情投票',
    test: /^(?:您此时的心情|新闻表情排行.{0,6}|(?:开心|难受|点赞|飘过|感动|愤怒|震惊|无聊|搞笑|难过|新奇|高兴|支持|鄙视)+|(?:顶|踩)一下(?:\s*[（(]\d+[）)])?(?:\s*[\d.]+%)?|(?:非常)?(?:满意|不满意|一般)(?:\s*\d+)?)$/u,
  },
  words('栏目名', '核心提示', '内容提要', '内容导读', '新闻提示'),
  { reason: '站名', test: /^[\p{Script=Han}·]{2,20}\s*(?:https?：?:?\/\/|www\.)[\w./-]+$/iu },
  words(
    '图片占位',
    '资料图',
    '图片',
    '图',
    '配图',
    '题图',
    '图源网络',
    '点击查看大图',
    '查看原图',
    '图片来源.{0,12}',
    '视频',
    '音频',
    '视频加载中.*',
  ),
  {
    reason: '版面',
    test: /^(?:\p{Script=Han}{2,8}(?:报|数字报|电子版)\s*)?第?\s?[A-Z]?\d{1,2}\s?版(?:[：:\s]\s?[^。]{0,14})?$|^[A-Z]\d{2}\s+[^\s。，]{2,12}$/u,
  },
  {
    reason: '播放器',
    test: /^(?:(?:播放|暂停|倍速|\d\.\d+x|静音|音量|全屏|重播|进度条?|点击收听|收听|自动播放|play|视频|向前|向后|\d{1,2}:\d{2}(?::\d{2})?)[\s/|，：]*)+$/iu,
  },
  {
    reason: '阅读时长',
    test: /^[（(【[]?(?:全文|本文)?\s?(?:共|约)?\s?(?:\d{2,5}\s?字)?[，,\s]*(?:阅读|预计阅读|读完)(?:本文|时间)?(?:大?约|需要?|大约需要?|约需)+\s?\d{1,3}\s?分钟[）)】\]]?$/u,
  },
  { reason: '结束标记', test: /^[—\-·\s*]*(?:END|The End|全文完|正文完|完|（完）|\(完\)|\[完\])[—\-·\s*]*$/iu },
  { reason: '滚动提示', test: /^(?:[（(]?(?:点击|请)?.{0,4}(?:上滑|下滑|左右滑动|向上滑动|滑动查看|上下滑动).{0,12}[）)]?)$/u },
  { reason: '页面编号', test: /^[\d\s]{12,}$/u },
];

/** Heads of lists of other articles; what stands under them belongs to the list. */
export const listHeads: readonly FurnitureRule[] = [
  words(
    '相关阅读',
    '(?:相关|推荐|延伸|热门|最新|精彩|热点|头条|本地|同类|其他|图片|视频|更多|近期|往期|关联|新闻|深度)(?:阅读|新闻|链接|文章|文档|报道|内容|推荐|资讯|专题|回顾|稿件|信息|图片|视频|话题|排行|标签|精选)(?:推荐|排行|榜)?',
    '(?:编辑|为您|为你|猜你|大家都|小编|今日|本周|一周|精彩|站内|系统)(?:推荐|喜欢|在看|爱看|头条|热门|关注|热点|热榜)',
    '喜欢此内容的人还(?:喜欢|看了)|看过本文的还看过|阅读下一篇|下一篇文章|深度观察|热[门点]?(?:排行|搜索|榜单?|评|词|图)|点击排行榜?|新闻排行榜?|阅读排行榜?|排行榜|(?:24|48)小时(?:热文|热点|排行|热闻)|原文链接|阅读原文|原标题|相关附件|附件下载|友情链接|专题推荐|更多.{0,8}(?:推荐|文章|范文)|类似文章.{0,4}|频道精选|网友(?:评论|留言)|最新评论|精选留言|您可能(?:还)?(?:感兴趣|喜欢).{0,6}|推荐|往期回顾',
  ),
  { reason: '相关阅读', test: /^[【[]?(?:相关|推荐|延伸)(?:阅读|新闻|链接|报道|文章)[】\]]?\s*[：:|｜]\s*[^。]{4,60}$/u },
];

/** Whole lines of a page's foot. They may hold whole sentences, but only about the page. */
export const furnitureLines: readonly FurnitureRule[] = [
  {
    reason: '许可证',
    test: /(?:许可证|备案号|备案序号|网安备|公网安备|ICP备|ICP证|网站标识码|视听节目许可|增值电信业务).{0,40}(?:号|\d{5,})|^[京津沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川蜀贵黔云滇藏陕甘陇青宁新蒙]ICP(?:备|证)/u,
  },
  { reason: '投稿启事', test: /^[^。]{0,12}(?:欢迎(?:投稿|来稿|关注|转发)|投稿邮箱|投稿请|征稿启事)[^。]{0,60}$/u },
  {
    reason: '举报电话',
    test: /^[^。！？]{0,40}(?:举报|监督|投诉|服务|联系|值班|新闻|咨询|热线|报料|投稿)(?:电话|热线|邮箱|信箱|QQ)?[：:\s]{1,4}[（(]?[\d@A-Za-z][^。！？]*$/u,
  },
  {
    reason: '主办信息',
    test: /^(?:主办|主办单位|主管|主管单位|承办|承办单位|协办|版权所有|技术支持|运行维护|运维单位|网站维护|网站管理|Copyright|©|地址|单位地址|邮编|传真|电子邮箱|投稿邮箱|联系电话|联系人|电话|网址|本文地址|本文链接|文章链接|链接地址|原文地址|关键词|关键字|标签|TAG|Tags?)\s*[：:©][^。]{0,160}$/iu,
  },
  { reason: '主办信息', test: /^Copyright\s?(?:©|\(c\)|（c）|\d{4}|by|All).{0,160}$|All Rights? Reserved/iu },
  {
    reason: '主办信息',
    test: /^[^。，]{2,24}(?:网|网站|频道|[·•]\s?[\da-z.]+)?\s*(?:版权所有|[·•][^。，]{2,30}主办)[^。]{0,60}$|^版权所有\s[^。]{2,40}$/u,
  },
  {
    reason: '文件编号',
    test: /^(?:索\s?引\s?号|发文机关|制发机关|公文种类|成文日期|发文日期|废止日期|公开范围|信息名称|发文字号|文\s?号|信息类别|主题分类|公开方式|公开时限|有效性|体裁分类|组配分类|公开类别|生成日期)\s*[：:][^。]{0,80}$/u,
  },
  { reason: '责任编辑', test: /^[【[（(]?(?:责任编辑|责编|编辑|来源|作者)[：:]?[】\])）]?$/u },
  {
    reason: '平台声明',
    test: /^(?:发布于|发表于|IP属地[：:]?)\s?\p{Script=Han}{2,6}$|^[（(]?(?:原标题|原题)[：:].{2,80}$|^返回搜狐[，,]?查看更多$|^调查问题加载中[，,]?请稍候[。.]*$|^若长时间无响应[，,]?请刷新本页面[。.]?$|^所有评论仅代表网友意见.{0,24}$|登载此文出于传递更多信息之目的|^本站是提供个人知识管理的网络存储空间.{0,80}$|^来自[：:]\s?昵称.{0,20}$|^请遵守用户.{0,12}公约$|^\p{Script=Han}{2,12}官方(?:账号|帐号|微博|微信|号)$|^举报\/反馈$|^Produced\s?By\s.{2,40}$|^(?:为了?[^。]{2,20})?建议(?:您)?使用[^。]{0,30}(?:分辨率|浏览器)[^。]{0,40}$/iu,
  },
  {
    reason: '平台声明',
    test: /^(?:(?:特别|免责)?声明[：:])?(?:[（(]?(?:以上|本文|该文|此文|文章|本平台|平台|本号|用户|评论|网友|发言|留言)[^。]{0,20}(?:仅|只)?代表.{0,14}(?:观点|立场|意见)|(?:[^。]{0,6}(?:观点|言论|内容|文章))(?:仅|只)代表.{2,10}|特别声明[：:]|(?:请|网友).{0,8}(?:自觉)?遵守.{0,12}(?:法律|法规|政策|公约)).{0,120}$/u,
  },
  {
    reason: '广告',
    test: /^[^。]{0,30}(?:立即购买|限时抢购|加微信|添加微信|微信号|代开发票|赚钱秘籍|免费领取|点击下载|立即下载|下载APP|下载客户端|特惠促销)[^。]{0,40}$/iu,
  },
  {
    reason: '平台声明',
    test: /^(?:新闻线索(?:报料|爆料)(?:通道|热线|电话)[：:].{0,200}|(?:亲爱的|尊敬的)(?:用户|读者|网友|访客)[，：:！!].{0,200}|(?:更多|了解更多|获取更多|想看更多|查看更多)[^。]{0,30}(?:请|欢迎)(?:关注|下载|点击|登录|扫|搜索|访问|浏览)[^。]{0,60}[。！]?|看[^，。]{2,8}新闻，?(?:关注|下载|上)[^。]{2,30}|本文为[^。]{2,20}(?:原创|独家)[^。]{0,60}[。]?|(?:本文|稿件)?(?:系|由)[^。]{2,20}(?:原创|授权发布|供稿)，[^。]{2,60}[。]?|[^。]{0,10}用户上传并发布，本平台仅提供信息存储[^。]*。?|发言请遵守[^。]{2,20}|(?:如果?|若)(?:您|你)有?[^。]{0,16}(?:新闻线索|爆料|线索)[^。]{0,40}(?:电话|邮箱|热线|拨打|联系我们)[^。]{0,40}[。！]?|您访问的链接即将离开.{0,40}|(?:您的)?浏览器版本(?:过低|太低).{0,80}|没有更多了|(?:已经)?到底(?:了|啦)|本网站支持IPv6|网友评论仅供其表达个人看法[^。]*。?|(?:此|该)(?:件|信息)(?:主动|公开)(?:公开|发布)|（此(?:件|信息)(?:主动|公开)(?:公开|发布)）)$/u,
  },
  {
    reason: '平台声明',
    test: /^(?:特别声明[：:]|Notice\s?[：:]).{0,300}$|^\/?阅读下一篇\/?$|^返回[^。]{2,6}(?:首页|站首页)(?:\s.{0,30})?$|^下载[^。]{2,10}(?:客户端|APP)$/iu,
  },
  {
    reason: '脚本残留',
    test: /^(?:(?:var|let|const)\s+\w+\s*=|window\.|document\.|function\s*\w*\s*[（(]|\$\(|if\s?\(|with\(document\)|<!--|-->|\}?\)?\(?\)?;$|@media|[.#][\w-]+\s?\{).{0,300}$/u,
  },
  { reason: '外文声明', test: /^(?!.*\p{Script=Han})(?=(?:[^A-Za-z]*[A-Za-z]){40}).*$/u },
  { reason: '网址', test: /^(?:https?：?:?\/\/|www\.)\S+$/iu },
  { reason: '抄送范围', test: /^(?:报|送|发|报送|抄报|抄送|主送|分送)\s?[：:][^。]{2,80}$/u },
  { reason: '期号', test: /^[（(]?(?:总)?第\s?[\d一二三四五六七八九十〇零]{1,4}\s?期[）)]?$/u },
];

/** Words about rights: taken off the text, kept as the case's notice. */
export const rightsNotice: FurnitureRule = {
  reason: '版权声明',
  test: new RegExp(
    [
      '(?:不得|禁止|严禁|谢绝|请勿|不可)(?:擅自|随意|以任何形式)?.{0,6}(?:转载|摘编|转贴|转发至商业)',
      '(?:未经|未获|不经).{0,20}(?:授权|许可|同意|允许).{0,10}(?:不得|禁止|严禁|请勿|谢绝).{0,12}(?:使用|复制|引用|传播|镜像|转载)',
      '转载(?:请|须|需|时|务必|必须).{0,12}(?:注明|标明|保留|联系|授权|说明|附上)|^[（(]?(?:本文)?转载(?:自|于|来源).{0,60}$',
      '(?:版权|著作权)(?:归|属|为).{0,24}(?:所有|拥有|享有)|(?:拥有|享有).{0,30}(?:版权|著作权)',
      '(?:如有|若有|涉及|如涉|如果).{0,10}侵[权犯].{0,30}(?:删|联系|告知)|侵权(?:必究|.{0,6}(?:删除|联系))|^[^。]{0,40}侵删|(?:翻版|盗版|翻印)必究',
      String.raw`^[（(【[]?(?:免责|版权|著作权)声明[】\])）]?(?:[：:]|$)|^[^。，]{0,14}版权(?:与|和|及)?(?:免责)?声明[：:]?$`,
      '(?:网站|网|站|号|平台)(?:部分)?(?:文章|内容|图片|稿件|作品|信息).{0,16}(?:转载|来源于|来自|源自|整理).{0,4}(?:网络|互联网|其他媒体)',
    ].join('|'),
    'u',
  ),
};

/** Longest line about rights; a longer one holds more than that. */
const longestNotice = 260;
/** Longest line that is furniture but for its rights. */
const longestFurniture = 320;

/** Why a line is not the article's, or undefined where it may be. */
export function furnitureReason(line: string): string | undefined {
  if (line.length > longestFurniture) return undefined;
  const text = withoutPadding(line);
  const plain = withoutOrnaments(text);
  const item = reasonBy(pageItems, text) ?? (plain === text ? undefined : reasonBy(pageItems, plain));
  if (item) return item;
  if (text.length <= longestNotice && rightsNotice.test.test(text) && !isWork(text)) return rightsNotice.reason;
  return reasonBy(pageFeet, text) ?? barReason(text);
}

/** What stands around a label to adorn it: `▼往期推荐▼`, `—分享—`. */
const ornaments =
  /^(?:\p{Extended_Pictographic}|[▼▲▽△↓↑◀▶◄►=~～·•*＊\-—–_☆★/／\s])+|(?:\p{Extended_Pictographic}|[▼▲▽△↓↑◀▶◄►=~～·•*＊\-—–_☆★/／\s])+$/gu;

const ornament = /\p{Extended_Pictographic}|[▼▲▽△↓↑◀▶◄►=~～·•*＊\-—–_☆★/／\s]/u;

/** Only what stands at an end is an ornament: most lines are told by their ends. */
function withoutOrnaments(text: string): string {
  return ornament.test(text.slice(0, 2)) || ornament.test(text.slice(-2)) ? text.replace(ornaments, '') : text;
}

interface RuleSet {
  rules: readonly FurnitureRule[];
  /** One of these matches wherever a rule does: most lines are passed over by a few expressions instead of one for each rule. */
  any: readonly RegExp[];
}

function ruleSet(rules: readonly FurnitureRule[]): RuleSet {
  const alike = Map.groupBy(rules, ({ test }) => `${test.flags} ${isAtStart(test.source)}`);
  return {
    rules,
    any: [...alike.values()].map((own) => new RegExp(own.map(({ test }) => `(?:${test.source})`).join('|'), own[0]?.test.flags)),
  };
}

/** Whether an expression is tried at the beginning of a text alone. */
function isAtStart(source: string): boolean {
  return source.startsWith('^') && !alternativesOf(source).some((alternative) => !alternative.startsWith('^'));
}

/** Items and heads of lists; they are tried without their ornaments too. */
const pageItems = ruleSet([...furnitureItems, ...listHeads]);
const pageFeet = ruleSet(furnitureLines);

function reasonBy({ rules, any }: RuleSet, text: string): string | undefined {
  return text !== '' && any.some((test) => test.test(text)) ? rules.find((rule) => rule.test.test(text))?.reason : undefined;
}

/** `人 民 网 版 权 所 有` is set wide: the spaces between single characters say nothing. */
function withoutPadding(text: string): string {
  return /(?:^|\s)(?:\p{Script=Han}\s){4,}/u.test(text)
    ? text.replace(/(?<=[\p{Script=Han}，])\s(?=\p{Script=Han}(?:\s|$)|，)/gu, '')
    : text;
}

/** A sentence about the work itself that happens to use the words of a notice. */
function isWork(text: string): boolean {
  return /(?:党支部|党委|党员|支部|村民|群众|社区|合作社|乡镇|村里|村干部)[^。]{0,60}[。！]/u.test(text) && !/转载|摘编|版权归/u.test(text);
}

/** A line without one of these is one item. */
const itemEdges = new Characters('[【\\s|｜·•/]');

/** `打印 | 收藏 | 发给好友 【字号 大 中 小】`: every item is furniture, or a site's name beside its menu. */
function barReason(text: string): string | undefined {
  if (text.length > 200 || !itemEdges.isIn(text)) return undefined;
  const items = text.match(/【[^】]{0,40}】|[^\s|｜·•/]+/gu) ?? [];
  if (items.length < 2) return undefined;
  const reasons = items.map((item) => furnitureItems.find((rule) => rule.test.test(item))?.reason);
  if (reasons.every((reason) => reason !== undefined)) return reasons.find((reason) => reason !== '分隔符');
  if (
    reasons.includes('栏目导航') &&
    items.every((item, i) => reasons[i] !== undefined || isColumnName(item) || item.split(/[-－—]/u).some(isOutlet))
  )
    return '栏目导航';
  return bars.find(({ test }) => test(text))?.reason;
}

/** Whether a line opens a list of other articles. */
export function opensList(text: string): boolean {
  return listHeads.some((rule) => rule.test.test(text)) || /^(?:最热|最新|热门|网友|精彩)评论/u.test(text);
}
