/** What stops publishing of a file. The names are permanent. */
import type { Message } from './message.ts';

export const errors = {
  missingFolder: {
    message: ({ folder }) => `找不到文件夹 ${folder}/。`,
    hint: '站点文件夹里应有 seeds/（文章原件）和 content/（编辑写的内容）。请新建它，或用 CASEBOOK_SITE 指明站点所在的文件夹。',
  },
  noSources: {
    message: () => 'seeds/ 里没有文章。',
    hint: '请放入至少一篇文章（.txt、.md、.html 或 .docx），再重新运行。',
  },
  unreadableFile: {
    message: ({ detail }) => `文件读不出来：${detail}。`,
    hint: '请检查文件是否完整、是否有读取权限，再重新放入。',
  },
  emptyFile: {
    message: () => '文件是空的，没有一个字。',
    hint: '请放入文章全文，或把这个文件移出 seeds/。',
  },
  binaryFile: {
    message: () => '文件不是文本，里面多是不能显示的控制字符。',
    hint: '请在原来的软件里打开，另存为 UTF-8 编码的 .txt，再放入 seeds/。',
  },
  unsupportedFormat: {
    message: ({ extension }) => `还不能读取 ${extension} 文件。`,
    hint: '能读取的是 .txt、.md、.html 和 .docx。请在原来的软件里打开，另存为其中一种，再放入 seeds/。',
  },
  tooDeepInside: {
    message: () => '文件里的标签或列表一层套一层，多得不像一篇文章，没有读取。',
    hint: '请打开原文，只复制正文，另存为 UTF-8 编码的 .txt 再放入。',
  },
  noSuchFile: {
    message: () => '找不到这个文件或文件夹。',
    hint: '请检查路径和文件名；名称里有空格的，请在两端加引号。',
  },
  notAFile: {
    message: () => '这不是普通文件。',
    hint: '请写文章文件，或放着文章的文件夹。',
  },
  hugeFile: {
    message: ({ megabytes }) => `文件有 ${megabytes} MB，不像一篇文章。`,
    hint: '请核对是不是选错了文件；图片太多的，请另存为纯文本再放入。',
  },
  emptyFolder: {
    message: () => '文件夹里没有可以放入的文件。',
    hint: '请检查是不是选错了文件夹。',
  },
  sameArticle: {
    message: ({ other }) => `文字与 ${other} 相同，没有重复放入。`,
    hint: '同一篇只留一份。要换成这个文件的，请先删去原来那一份，再放入。',
  },
  oldFormat: {
    message: ({ extension }) => `不能直接读取 ${extension} 文件。`,
    hint: '请在 Word 或 WPS 里打开（PDF、OFD 先转换成文字），另存为 .docx，再放入 seeds/。',
  },
  notWord: {
    message: () => '文件的后缀是 .docx，但打不开：可能已损坏、设了密码，或只是改了后缀。',
    hint: '请在 Word 或 WPS 里打开，去掉密码，另存为 .docx，再放入。',
  },
  tooLargeInside: {
    message: () => '文件解压以后大得不像一篇文章，没有读取。',
    hint: '请在 Word 或 WPS 里打开，只复制正文，另存为新的 .docx。',
  },
  classified: {
    message: ({ mark }) => `有不宜公开的标志：“${mark}”。`,
    hint: '请先确认能否公开。确认可以公开的，在更正文件中写 release: 并说明理由；不能公开的，请把文件移出 seeds/。',
  },
  undecided: {
    message: ({ what, words }) => `Word 文件里有${what}：“${words}”。`,
    hint: '请在 Word 或 WPS 里处理完（接受或拒绝修订、删除批注和隐藏文字）再放入；确认无碍的，在更正文件中写 release: 并说明理由。',
  },
  noText: {
    message: () => '去掉网页的按钮、声明等内容以后，没有剩下正文。',
    hint: '请核对放入的是不是文章全文；如确是正文，请检查 npm run check 列出的去除行。',
  },
  duplicateId: {
    message: ({ id, other }) => `案例编号“${id}”与 ${other} 的编号相同。`,
    hint: '请在 content/cases/ 中给其中一篇另写一个 id。',
  },
  duplicateCorrection: {
    message: ({ other }) => `与 ${other} 更正的是同一篇文章。`,
    hint: '一篇文章只能有一个更正文件，请合并后删去一个。',
  },
  brokenYaml: {
    message: ({ detail }) => `YAML 写法有误：${detail}。`,
    hint: '请按行号检查缩进、冒号后的空格和引号是否成对。',
  },
  brokenFrontMatter: {
    message: ({ detail }) => `开头的 --- 区域写法有误：${detail}。`,
    hint: '文件第一行应是 ---，字段写完后再有一行 ---；请按行号检查缩进、冒号后的空格和引号。',
  },
  brokenGuide: {
    message: ({ detail }) => `正文里有不能解析的写法：${detail}。`,
    hint: '.mdx 正文中的 < 和 { 有特殊含义：小于号请写成“低于”或 &lt;，花括号请写成 &#123;；也可以把文件改名为 .md。',
  },
  wrongField: {
    message: ({ field, detail }) => `字段“${field}”不合要求：${detail}。`,
    hint: '请对照 README.zh-CN.md 中的字段说明改正；多写的字段名会被当作错误，请检查拼写。',
  },
  unknownGroup: {
    message: ({ value, nearest }) => `字段“group”：没有编号为“${value}”的分组${nearest ? `，是否指“${nearest}”` : ''}。`,
    hint: '请在 content/groups.yaml 中添加，或在此处改正。',
  },
  unknownPractice: {
    message: ({ field, value, nearest }) => `字段“${field}”：没有编号为“${value}”的做法${nearest ? `，是否指“${nearest}”` : ''}。`,
    hint: '请在 content/practices/ 中添加，或在此处改正。',
  },
  duplicatePractice: {
    message: ({ other }) => `与 ${other} 是同一个做法。`,
    hint: '一个做法只能有一个 .mdx 或 .md 文件，请删去一个。',
  },
  practiceFileName: {
    message: ({ name }) => `文件名“${name}”不能用作编号。`,
    hint: '文件名只能用小写英文字母、数字和连字符，例如 cross-village-joint-building.mdx。',
  },
  brokenSignal: {
    message: ({ field, detail }) => `字段“${field}”：${detail}`,
    hint: '一条线索写一个 phrase（原文字句）或一个 pattern（正则表达式，不含引号）；只想找几个字时，直接写这几个字即可。',
  },
  unknownPlace: {
    message: ({ field, value }) => `字段“${field}”：没有代码为“${value}”的地区。`,
    hint: '请写六位行政区划代码（GB/T 2260），例如大田县是 350425；旧代码请先写进 content/places.yaml。',
  },
  correctionWithoutSource: {
    message: ({ source }) => `seeds/ 里没有名为“${source}”的文章可供更正。`,
    hint: '更正文件的名字应与文章文件名（不含后缀）完全相同；文章已撤下的，请一并删去更正文件。',
  },
  unknownBlock: {
    message: ({ field, value }) => `字段“${field}”：文中没有编号为“${value}”的段落。`,
    hint: '段落编号就是网页上该段的锚点（如 p1a2b3c）。请在案例页点“第几段”从地址栏复制，或用 npm run check -- --json 查看。',
  },
  findNotOnce: {
    message: ({ field, find, count }) => `字段“${field}”：要找的“${find}”在文中出现了 ${count} 次，应当恰好 1 次。`,
    hint: '请把 find 写长一些，或用 block 指明在哪一段。',
  },
  fixedBlock: {
    message: ({ field, what }) => `字段“${field}”：${what}不能这样改。`,
    hint: '图片只能用 remove 去掉，或用 alt 写它的说明；表格不能拆开，也不能与别的段落相接；alt 只用于图片。',
  },
  wordsNotInBlock: {
    message: ({ field, value }) => `字段“${field}”：指明的段落里没有“${value}”这几个字。`,
    hint: '请从段落原文中逐字复制，不要改动标点以外的字。',
  },
  otherFigure: {
    message: ({ field, id, value, words }) => `字段“${field}”：编号“${id}”现在是“${words}”，里面没有“${value}”，恐怕已指到另一条数据。`,
    hint: '数据的编号按它在段落里的先后排，程序的读法或原文变了，编号会跟着变。请对照案例页上现在的编号和原文改正 id。',
  },
  redactNotFound: {
    message: ({ term }) => `字段“redact”：要隐去的“${term}”在文中没有出现，恐怕写错了字，真正要隐去的字会照样发布。`,
    hint: '请从原文中逐字复制；原文里确实没有的，请从 redact 中删去。',
  },
  takenFormerId: {
    message: ({ id, other }) => `字段“formerIds”：旧编号“${id}”与 ${other} 的编号或旧编号相同。`,
    hint: '旧网址只能通向一篇案例。请只在后来改了编号的那一篇里写它，其余的删去。',
  },
  redactedId: {
    message: ({ id, field }) => `字段“${field}”：编号“${id}”里拼出了要隐去的字。`,
    hint: '编号就是网址，会公开。请另写一个看不出来的编号。',
  },
  takedownWithoutSource: {
    message: ({ source, nearest }) => `要撤下的“${source}”在 seeds/ 里找不到${nearest ? `，是否指“${nearest}”` : ''}。`,
    hint: '请写文件的全名（如 003_3a30.txt）；原件已经删去的，请把这一条也删去。留着原件更稳妥：同一篇再放进来时会被认出。',
  },
  sameAsWithdrawn: {
    message: ({ other }) => `文字与已撤下的 ${other} 相同。`,
    hint: '撤下的文章不能换个文件名再发布。请把这个文件移出 seeds/；确实可以重新发布的，先从 content/takedown.yaml 中删去那一条。',
  },
} as const satisfies Record<string, Message>;
