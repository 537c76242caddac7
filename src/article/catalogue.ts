/**
 * Everything the program says to an editor about a file: one entry a kind, in Chinese.
 * `error` stops publishing of the file, `flag` asks a person to look. The name is permanent: accepted flags refer to it.
 */
import { createHash } from 'node:crypto';

/** Something that a person should look at. */
export interface Problem {
  /** The catalogue's name and what it is about; for flags it changes when the words do. */
  id: string;
  /** What is wrong, with the words found. */
  message: string;
  /** What was expected and what to do now. */
  hint: string;
  /** Id of the block, where one is meant. */
  block?: string;
  /** Line in the file, from 1, where there is one. */
  line?: number;
}

type Data = Readonly<Record<string, string | number>>;

interface Entry {
  level: 'error' | 'flag';
  message: (data: Data) => string;
  hint: string;
}

export const catalogue = {
  missingFolder: {
    level: 'error',
    message: ({ folder }) => `找不到文件夹 ${folder}/。`,
    hint: '站点文件夹里应有 seeds/（文章原件）和 content/（编辑写的内容）。请新建它，或用 CASEBOOK_SITE 指明站点所在的文件夹。',
  },
  noSources: {
    level: 'error',
    message: () => 'seeds/ 里没有文章。',
    hint: '请放入至少一篇文章（.txt、.md、.html 或 .docx），再重新运行。',
  },
  unreadableFile: {
    level: 'error',
    message: ({ detail }) => `文件读不出来：${detail}。`,
    hint: '请检查文件是否完整、是否有读取权限，再重新放入。',
  },
  emptyFile: {
    level: 'error',
    message: () => '文件是空的，没有一个字。',
    hint: '请放入文章全文，或把这个文件移出 seeds/。',
  },
  binaryFile: {
    level: 'error',
    message: () => '文件不是文本，里面多是不能显示的控制字符。',
    hint: '请在原来的软件里打开，另存为 UTF-8 编码的 .txt，再放入 seeds/。',
  },
  unsupportedFormat: {
    level: 'error',
    message: ({ extension }) => `还不能读取 ${extension} 文件。`,
    hint: '能读取的是 .txt、.md、.html 和 .docx。请在原来的软件里打开，另存为其中一种，再放入 seeds/。',
  },
  tooDeepInside: {
    level: 'error',
    message: () => '文件里的标签或列表一层套一层，多得不像一篇文章，没有读取。',
    hint: '请打开原文，只复制正文，另存为 UTF-8 编码的 .txt 再放入。',
  },
  noSuchFile: {
    level: 'error',
    message: () => '找不到这个文件或文件夹。',
    hint: '请检查路径和文件名；名称里有空格的，请在两端加引号。',
  },
  notAFile: {
    level: 'error',
    message: () => '这不是普通文件。',
    hint: '请写文章文件，或放着文章的文件夹。',
  },
  hugeFile: {
    level: 'error',
    message: ({ megabytes }) => `文件有 ${megabytes} MB，不像一篇文章。`,
    hint: '请核对是不是选错了文件；图片太多的，请另存为纯文本再放入。',
  },
  emptyFolder: {
    level: 'error',
    message: () => '文件夹里没有可以放入的文件。',
    hint: '请检查是不是选错了文件夹。',
  },
  sameArticle: {
    level: 'error',
    message: ({ other }) => `文字与 ${other} 相同，没有重复放入。`,
    hint: '同一篇只留一份。要换成这个文件的，请先删去原来那一份，再放入。',
  },
  oldFormat: {
    level: 'error',
    message: ({ extension }) => `不能直接读取 ${extension} 文件。`,
    hint: '请在 Word 或 WPS 里打开（PDF、OFD 先转换成文字），另存为 .docx，再放入 seeds/。',
  },
  notWord: {
    level: 'error',
    message: () => '文件的后缀是 .docx，但打不开：可能已损坏、设了密码，或只是改了后缀。',
    hint: '请在 Word 或 WPS 里打开，去掉密码，另存为 .docx，再放入。',
  },
  tooLargeInside: {
    level: 'error',
    message: () => '文件解压以后大得不像一篇文章，没有读取。',
    hint: '请在 Word 或 WPS 里打开，只复制正文，另存为新的 .docx。',
  },
  classified: {
    level: 'error',
    message: ({ mark }) => `有不宜公开的标志：“${mark}”。`,
    hint: '请先确认能否公开。确认可以公开的，在更正文件中写 release: 并说明理由；不能公开的，请把文件移出 seeds/。',
  },
  undecided: {
    level: 'error',
    message: ({ what, words }) => `Word 文件里有${what}：“${words}”。`,
    hint: '请在 Word 或 WPS 里处理完（接受或拒绝修订、删除批注和隐藏文字）再放入；确认无碍的，在更正文件中写 release: 并说明理由。',
  },
  noText: {
    level: 'error',
    message: () => '去掉网页的按钮、声明等内容以后，没有剩下正文。',
    hint: '请核对放入的是不是文章全文；如确是正文，请检查 npm run check 列出的去除行。',
  },
  duplicateId: {
    level: 'error',
    message: ({ id, other }) => `案例编号“${id}”与 ${other} 的编号相同。`,
    hint: '请在 content/cases/ 中给其中一篇另写一个 id。',
  },
  duplicateCorrection: {
    level: 'error',
    message: ({ other }) => `与 ${other} 更正的是同一篇文章。`,
    hint: '一篇文章只能有一个更正文件，请合并后删去一个。',
  },
  brokenYaml: {
    level: 'error',
    message: ({ detail }) => `YAML 写法有误：${detail}。`,
    hint: '请按行号检查缩进、冒号后的空格和引号是否成对。',
  },
  brokenFrontMatter: {
    level: 'error',
    message: ({ detail }) => `开头的 --- 区域写法有误：${detail}。`,
    hint: '文件第一行应是 ---，字段写完后再有一行 ---；请按行号检查缩进、冒号后的空格和引号。',
  },
  brokenGuide: {
    level: 'error',
    message: ({ detail }) => `正文里有不能解析的写法：${detail}。`,
    hint: '.mdx 正文中的 < 和 { 有特殊含义：小于号请写成“低于”或 &lt;，花括号请写成 &#123;；也可以把文件改名为 .md。',
  },
  wrongField: {
    level: 'error',
    message: ({ field, detail }) => `字段“${field}”不合要求：${detail}。`,
    hint: '请对照 README.zh-CN.md 中的字段说明改正；多写的字段名会被当作错误，请检查拼写。',
  },
  unknownGroup: {
    level: 'error',
    message: ({ value, nearest }) => `字段“group”：没有编号为“${value}”的分组${nearest ? `，是否指“${nearest}”` : ''}。`,
    hint: '请在 content/groups.yaml 中添加，或在此处改正。',
  },
  unknownPractice: {
    level: 'error',
    message: ({ field, value, nearest }) => `字段“${field}”：没有编号为“${value}”的做法${nearest ? `，是否指“${nearest}”` : ''}。`,
    hint: '请在 content/practices/ 中添加，或在此处改正。',
  },
  duplicatePractice: {
    level: 'error',
    message: ({ other }) => `与 ${other} 是同一个做法。`,
    hint: '一个做法只能有一个 .mdx 或 .md 文件，请删去一个。',
  },
  practiceFileName: {
    level: 'error',
    message: ({ name }) => `文件名“${name}”不能用作编号。`,
    hint: '文件名只能用小写英文字母、数字和连字符，例如 cross-village-joint-building.mdx。',
  },
  brokenSignal: {
    level: 'error',
    message: ({ field, detail }) => `字段“${field}”：${detail}`,
    hint: '一条线索写一个 phrase（原文字句）或一个 pattern（正则表达式，不含引号）；只想找几个字时，直接写这几个字即可。',
  },
  unknownPlace: {
    level: 'error',
    message: ({ field, value }) => `字段“${field}”：没有代码为“${value}”的地区。`,
    hint: '请写六位行政区划代码（GB/T 2260），例如大田县是 350425；旧代码请先写进 content/places.yaml。',
  },
  correctionWithoutSource: {
    level: 'error',
    message: ({ source }) => `seeds/ 里没有名为“${source}”的文章可供更正。`,
    hint: '更正文件的名字应与文章文件名（不含后缀）完全相同；文章已撤下的，请一并删去更正文件。',
  },
  unknownBlock: {
    level: 'error',
    message: ({ field, value }) => `字段“${field}”：文中没有编号为“${value}”的段落。`,
    hint: '段落编号就是网页上该段的锚点（如 p1a2b3c）。请在案例页点“第几段”从地址栏复制，或用 npm run check -- --json 查看。',
  },
  findNotOnce: {
    level: 'error',
    message: ({ field, find, count }) => `字段“${field}”：要找的“${find}”在文中出现了 ${count} 次，应当恰好 1 次。`,
    hint: '请把 find 写长一些，或用 block 指明在哪一段。',
  },
  fixedBlock: {
    level: 'error',
    message: ({ field, what }) => `字段“${field}”：${what}不能这样改。`,
    hint: '图片只能用 remove 去掉，或用 alt 写它的说明；表格不能拆开，也不能与别的段落相接；alt 只用于图片。',
  },
  wordsNotInBlock: {
    level: 'error',
    message: ({ field, value }) => `字段“${field}”：指明的段落里没有“${value}”这几个字。`,
    hint: '请从段落原文中逐字复制，不要改动标点以外的字。',
  },
  redactNotFound: {
    level: 'error',
    message: ({ term }) => `字段“redact”：要隐去的“${term}”在文中没有出现，恐怕写错了字，真正要隐去的字会照样发布。`,
    hint: '请从原文中逐字复制；原文里确实没有的，请从 redact 中删去。',
  },
  takenFormerId: {
    level: 'error',
    message: ({ id, other }) => `字段“formerIds”：旧编号“${id}”与 ${other} 的编号或旧编号相同。`,
    hint: '旧网址只能通向一篇案例。请只在后来改了编号的那一篇里写它，其余的删去。',
  },
  redactedId: {
    level: 'error',
    message: ({ id, field }) => `字段“${field}”：编号“${id}”里拼出了要隐去的字。`,
    hint: '编号就是网址，会公开。请另写一个看不出来的编号。',
  },
  takedownWithoutSource: {
    level: 'error',
    message: ({ source, nearest }) => `要撤下的“${source}”在 seeds/ 里找不到${nearest ? `，是否指“${nearest}”` : ''}。`,
    hint: '请写文件的全名（如 003_3a30.txt）；原件已经删去的，请把这一条也删去。留着原件更稳妥：同一篇再放进来时会被认出。',
  },
  nothingToAccept: {
    level: 'flag',
    message: ({ flag }) => `更正文件里已认可的提示“${flag}”现在没有了，可能是原文改过。`,
    hint: '请从 accept 中删去这一条；如果出现了新的提示，请重新核对。',
  },
  nothingToCorrect: {
    level: 'flag',
    message: ({ field, value }) => `更正文件的“${field}”要改的“${value}”现在没有了，这一处更正没有起作用。`,
    hint: '可能是原文改过，或程序的读法变了。请对照案例页上现在的编号和文字改正这一条；用不着的，请删去。',
  },
  noTitle: {
    level: 'flag',
    message: ({ shown }) => `没有找到标题，暂用“${shown}”。`,
    hint: '请在更正文件中写 title。',
  },
  shortTitle: {
    level: 'flag',
    message: ({ title }) => `标题“${title}”像是栏目名，不像文章标题。`,
    hint: '请核对原文；需要时在更正文件中写 title。',
  },
  watchword: {
    level: 'flag',
    message: ({ word, reason, advice }) => `有词语“${word}”：${reason}${advice}。`,
    hint: '原文如此、不宜改动的，认可这条提示；要改的，在更正文件的 text 里用 find、replace 改，并写明 reason。词表在 content/watchwords.yaml。',
  },
  picturesLeftOut: {
    level: 'flag',
    message: ({ count, reasons }) => `有 ${count} 张图片没有收入：${reasons}。`,
    hint: '要收入的，请把原文另存为 .docx，图片以 PNG 或 JPEG 插入；图片里有文字或表格的，请打成文字补进原件；用不着的，认可这条提示。',
  },
  picturesNotRedacted: {
    level: 'flag',
    message: ({ count }) => `这一篇写了 redact，但文中 ${count} 张图片里的字和人，程序看不见，会照样发布。`,
    hint: '请逐张看过：不宜公开的，在更正文件的 blocks 里用 remove 去掉；都可以公开的，认可这条提示。',
  },
  noDate: {
    level: 'flag',
    message: () => '没有找到发表日期。',
    hint: '查得到的，请在更正文件中写 date（如 2022-11-08 或 2022）；查不到就认可这条提示，不要猜。',
  },
  noSource: {
    level: 'flag',
    message: () => '没有找到来源（发表的报刊或网站）。',
    hint: '查得到的，请在更正文件中写 source.name；查不到就认可这条提示。',
  },
  noPlace: {
    level: 'flag',
    message: () => '看不出这篇文章讲的是哪个地区。',
    hint: '请在更正文件中写 place（六位行政区划代码）；不专讲一个地区的，认可这条提示即可。',
  },
  doubtfulJoin: {
    level: 'flag',
    message: ({ before, after }) => `“……${before}”与“${after}……”原是断开的两段，已按断页接成一段。`,
    hint: '请对照原文：接得不对的，在更正文件的 blocks 里拆开；接得对的，认可这条提示。',
  },
  openParagraph: {
    level: 'flag',
    message: ({ before }) => `有一段以“……${before}”结尾，没有句号，可能缺了下文。`,
    hint: '请对照原文：应与下一段相连的，在更正文件的 blocks 里接上；只是漏了标点的，认可这条提示。',
  },
  strayWords: {
    level: 'flag',
    message: ({ words }) => `“${words}”在文中出现两次，其中一处接得不通，可能是别处串进来的一行。`,
    hint: '请对照原文；确是多余的，在更正文件的 text 里用 find、replace 去掉，并写明 reason。',
  },
  unbalancedQuotes: {
    level: 'flag',
    message: ({ words }) => `引号不成对：“${words}”。`,
    hint: '请对照原文；排版有误的，在更正文件的 text 里改正。',
  },
  unbalancedMarks: {
    level: 'flag',
    message: ({ name, words }) => `${name}不成对：“${words}”。`,
    hint: '请对照原文；排版有误的，在更正文件的 text 里改正。',
  },
  rightsNotice: {
    level: 'flag',
    message: ({ notice }) => `原文有版权声明：“${notice}”。`,
    hint: '请确认可以全文发布；不能的，在更正文件中写 rights.publish: excerpt（摘要）或 link（只留链接）。',
  },
  ambiguousPlace: {
    level: 'flag',
    message: ({ name, candidates }) => `“${name}”可能指${candidates}，没有记作地区。`,
    hint: '需要时请在更正文件的 text 里补全地名，或认可这条提示。',
  },
  placesDiffer: {
    level: 'flag',
    message: ({ title, body }) => `标题说的是${title}，正文主要说的是${body}。`,
    hint: '请核对原文，并在更正文件中写 place。',
  },
  garbledText: {
    level: 'flag',
    message: ({ count }) => `有 ${count} 个字认不出来，显示为“�”，可能是编码不对或文件不完整。`,
    hint: '请从原处重新复制，另存为 UTF-8 编码后再放入。',
  },
  leftReferences: {
    level: 'flag',
    message: ({ count, examples }) => `文中有 ${count} 处网页源码里的记号没有变成字：${examples}。`,
    hint: '请从网页上（不是源码里）重新复制，或把网页另存为 .html 再放入；只有一两处的，在更正文件的 text 里用 find、replace 改。',
  },
  garbledWords: {
    level: 'flag',
    message: ({ words }) => `有些字像是乱码：“${words}”。`,
    hint: '多半是存盘时选错了编码，或网页代码没有去净。请从原处重新复制，另存为 UTF-8 编码后再放入；只有几处的，在更正文件的 text 里改正。',
  },
  repeatedSentence: {
    level: 'flag',
    message: ({ words }) => `“${words}”一字不差地出现了两次，可能是重复粘贴，或别处串进来的。`,
    hint: '请对照原文；多余的，在更正文件的 text 里用 find、replace 去掉，并写明 reason；原文如此的，认可这条提示。',
  },
  linkWithoutAddress: {
    level: 'flag',
    message: () => '只发布链接（rights.publish: link），但没有原文网址，读者无从去看原文。',
    hint: '请在更正文件中写 source.url；查不到网址的，改为 excerpt（摘要）或 hold: true（不发布）。',
  },
  sameAsWithdrawn: {
    level: 'error',
    message: ({ other }) => `文字与已撤下的 ${other} 相同。`,
    hint: '撤下的文章不能换个文件名再发布。请把这个文件移出 seeds/；确实可以重新发布的，先从 content/takedown.yaml 中删去那一条。',
  },
  silentSignal: {
    level: 'flag',
    message: ({ count, of, words }) => `${of}条线索里有${count}条在已发布的案例里一次也没有出现：${words}。`,
    hint: '案例还少时，多半只是没遇到这种写法，可以留着；案例多了仍不出现的，请检查字句有没有写错。npm run report -- --practice 编号 逐条列出。',
  },
  twinPractices: {
    level: 'flag',
    message: ({ other, count }) => `与做法“${other}”总是一起出现：${count} 段文字，段段两项都算。`,
    hint: '请看两项做法的线索是不是写得太近、分不开；确实是一回事的，可以并成一项，把名称写进 aliases。',
  },
  vanishedCase: {
    level: 'flag',
    message: ({ address }) => `上次生成时的网址 ${address} 这次不会再有，别处指向它的链接会失效。`,
    hint: '改了编号的，在这篇的更正文件里把旧编号写进 formerIds，旧网址就会通向新网址；撤下的，写进 content/takedown.yaml。',
  },
  vanishedPassages: {
    level: 'flag',
    message: ({ count, blocks }) => `上次生成时有 ${count} 段的编号（${blocks}）这次不会再有，指到这些段落的链接只能到文首。`,
    hint: '段落编号由原文算出：请核对原件是不是被改动或换过。确实要换的，不用处理，重新生成后不再提示。',
  },
  vanishedPractice: {
    level: 'flag',
    message: ({ address }) => `上次生成时的网址 ${address} 这次不会再有，别处指向它的链接会失效。`,
    hint: '做法的编号就是文件名：只想改名称的，改文件里的 name，不要改文件名。',
  },
  titleOpensBody: {
    level: 'flag',
    message: ({ title }) => `标题“${title}”就是正文开头的几个字，可能不是标题。`,
    hint: '请核对原文；需要时在更正文件中写 title。',
  },
  traditionalText: {
    level: 'flag',
    message: ({ count, examples }) => `文中有 ${count} 个繁体字，如“${examples}”。`,
    hint: '请核对来源；需要以简体发布的，请先转换为简体再放入。',
  },
  twoNumbers: {
    level: 'flag',
    message: ({ one, other }) => `同一事物有两个数字：“${one}”和“${other}”。`,
    hint: '请对照原文，看是否同一时间、同一范围；确有矛盾的，在更正文件的 figures 里去掉或改正一个；没有矛盾的，认可这条提示。',
  },
  siteIdCodeForm: {
    level: 'flag',
    message: ({ value }) => `siteIdCode（网站标识码）“${value}”不像一个标识码。`,
    hint: '应是10位：地方网站是6位行政区划代码加4位数字，如 3504250001；部委网站是 bm 加8位数字，如 bm01000001。请对照本单位领到的标识码核对。',
  },
  icpForm: {
    level: 'flag',
    message: ({ value }) => `icp（ICP备案号）“${value}”不像一个备案号。`,
    hint: '应是省份简称、ICP备、数字、号，网站另有序号，如 闽ICP备12345678号-1。请到 beian.miit.gov.cn 核对。',
  },
  policeRecordForm: {
    level: 'flag',
    message: ({ value }) => `policeRecord（公网安备号）“${value}”不像一个备案号。`,
    hint: '应是省份简称、公网安备、14位数字、号，如 闽公网安备35042502000101号。请到 beian.mps.gov.cn 核对。',
  },
  emptySiteLabel: {
    level: 'flag',
    message: ({ label, field }) => `网页标签 ${label} 没有内容（content/site.yaml 的 ${field} 没有写），不带这个标签。`,
    hint: '请在 content/site.yaml 中写上；不是政府网站的，可以不管。',
  },
  emptyCaseLabel: {
    level: 'flag',
    message: ({ label, count, of, field }) => `网页标签 ${label} 在 ${of} 篇案例里有 ${count} 篇没有内容（${field}），这些页不带这个标签。`,
    hint: '原文或来源里有的，请在这些篇的更正文件里补上；没有的，可以不管。',
  },
  privatePerson: {
    level: 'flag',
    message: ({ words }) => `“${words}”把个人姓名与贫困、疾病或收入写在一起。`,
    hint: '公开前请确认合适；需要隐去的，在更正文件的 redact 里写上姓名。',
  },
} as const satisfies Record<string, Entry>;

export type ProblemName = keyof typeof catalogue;

interface Where {
  block?: string | undefined;
  line?: number | undefined;
}

/** A problem of the catalogue with its data filled in. */
export function problem(name: ProblemName, data: Data = {}, where: Where = {}): Problem {
  const entry: Entry = catalogue[name];
  return {
    id: [name, where.block, wordsKey(data)].filter(Boolean).join(':'),
    message: entry.message(data),
    hint: entry.hint,
    ...(where.block ? { block: where.block } : {}),
    ...(where.line ? { line: where.line } : {}),
  };
}

/** Changes with the words, so that an accepted flag returns when they do. */
function wordsKey(data: Data): string {
  const words = Object.values(data);
  return words.length === 0 ? '' : createHash('sha256').update(words.join('\n')).digest('hex').slice(0, 6);
}
