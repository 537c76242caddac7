/** What a person should look at (待核). The names are permanent: accepted flags refer to them. */
import type { Message } from './message.ts';

export const flags = {
  nothingToAccept: {
    message: ({ flag }) => `更正文件里已认可的提示“${flag}”现在没有了，可能是原文改过。`,
    hint: '请从 accept 中删去这一条；如果出现了新的提示，请重新核对。',
  },
  nothingToCorrect: {
    message: ({ field, value }) => `更正文件的“${field}”要改的“${value}”现在没有了，这一处更正没有起作用。`,
    hint: '可能是原文改过，或程序的读法变了。请对照案例页上现在的编号和文字改正这一条；用不着的，请删去。',
  },
  noTitle: {
    message: ({ shown }) => `没有找到标题，暂用“${shown}”。`,
    hint: '请在更正文件中写 title。',
  },
  shortTitle: {
    message: ({ title }) => `标题“${title}”像是栏目名，不像文章标题。`,
    hint: '请核对原文；需要时在更正文件中写 title。',
  },
  watchword: {
    message: ({ word, reason, advice }) => `有词语“${word}”：${reason}${advice}。`,
    hint: '原文如此、不宜改动的，认可这条提示；要改的，在更正文件的 text 里用 find、replace 改，并写明 reason。词表在 content/watchwords.yaml。',
  },
  picturesLeftOut: {
    message: ({ count, reasons }) => `有 ${count} 张图片没有收入：${reasons}。`,
    hint: '要收入的，请把原文另存为 .docx，图片以 PNG 或 JPEG 插入；图片里有文字或表格的，请打成文字补进原件；用不着的，认可这条提示。',
  },
  picturesNotRedacted: {
    message: ({ count }) => `这一篇写了 redact，但文中 ${count} 张图片里的字和人，程序看不见，会照样发布。`,
    hint: '请逐张看过：不宜公开的，在更正文件的 blocks 里用 remove 去掉；都可以公开的，认可这条提示。',
  },
  noDate: {
    message: () => '没有找到发表日期。',
    hint: '查得到的，请在更正文件中写 date（如 2022-11-08 或 2022）；查不到就认可这条提示，不要猜。',
  },
  noSource: {
    message: () => '没有找到来源（发表的报刊或网站）。',
    hint: '查得到的，请在更正文件中写 source.name；查不到就认可这条提示。',
  },
  noPlace: {
    message: () => '看不出这篇文章讲的是哪个地区。',
    hint: '请在更正文件中写 place（六位行政区划代码）；不专讲一个地区的，认可这条提示即可。',
  },
  doubtfulJoin: {
    message: ({ before, after }) => `“……${before}”与“${after}……”原是断开的两段，已按断页接成一段。`,
    hint: '请对照原文：接得不对的，在更正文件的 blocks 里拆开；接得对的，认可这条提示。',
  },
  openParagraph: {
    message: ({ before }) => `有一段以“……${before}”结尾，没有句号，可能缺了下文。`,
    hint: '请对照原文：应与下一段相连的，在更正文件的 blocks 里接上；只是漏了标点的，认可这条提示。',
  },
  strayWords: {
    message: ({ words }) => `“${words}”在文中出现两次，其中一处接得不通，可能是别处串进来的一行。`,
    hint: '请对照原文；确是多余的，在更正文件的 text 里用 find、replace 去掉，并写明 reason。',
  },
  unbalancedQuotes: {
    message: ({ words }) => `引号不成对：“${words}”。`,
    hint: '请对照原文；排版有误的，在更正文件的 text 里改正。',
  },
  unbalancedMarks: {
    message: ({ name, words }) => `${name}不成对：“${words}”。`,
    hint: '请对照原文；排版有误的，在更正文件的 text 里改正。',
  },
  rightsNotice: {
    message: ({ notice }) => `原文有版权声明：“${notice}”。`,
    hint: '请确认可以全文发布；不能的，在更正文件中写 rights.publish: excerpt（摘要）或 link（只留链接）。',
  },
  ambiguousPlace: {
    message: ({ name, candidates }) => `“${name}”可能指${candidates}，没有记作地区。`,
    hint: '需要时请在更正文件的 text 里补全地名，或认可这条提示。',
  },
  placesDiffer: {
    message: ({ title, body }) => `标题说的是${title}，正文主要说的是${body}。`,
    hint: '请核对原文，并在更正文件中写 place。',
  },
  garbledText: {
    message: ({ count }) => `有 ${count} 个字认不出来，显示为“�”，可能是编码不对或文件不完整。`,
    hint: '请从原处重新复制，另存为 UTF-8 编码后再放入。',
  },
  leftReferences: {
    message: ({ count, examples }) => `文中有 ${count} 处网页源码里的记号没有变成字：${examples}。`,
    hint: '请从网页上（不是源码里）重新复制，或把网页另存为 .html 再放入；只有一两处的，在更正文件的 text 里用 find、replace 改。',
  },
  garbledWords: {
    message: ({ words }) => `有些字像是乱码：“${words}”。`,
    hint: '多半是存盘时选错了编码，或网页代码没有去净。请从原处重新复制，另存为 UTF-8 编码后再放入；只有几处的，在更正文件的 text 里改正。',
  },
  repeatedSentence: {
    message: ({ words }) => `“${words}”一字不差地出现了两次，可能是重复粘贴，或别处串进来的。`,
    hint: '请对照原文；多余的，在更正文件的 text 里用 find、replace 去掉，并写明 reason；原文如此的，认可这条提示。',
  },
  linkWithoutAddress: {
    message: () => '只发布链接（rights.publish: link），但没有原文网址，读者无从去看原文。',
    hint: '请在更正文件中写 source.url；查不到网址的，改为 excerpt（摘要）或 hold: true（不发布）。',
  },
  silentSignal: {
    message: ({ count, of, words }) => `${of}条线索里有${count}条在已发布的案例里一次也没有出现：${words}。`,
    hint: '案例还少时，多半只是没遇到这种写法，可以留着；案例多了仍不出现的，请检查字句有没有写错。npm run report -- --practice 编号 逐条列出。',
  },
  twinPractices: {
    message: ({ other, count }) => `与做法“${other}”总是一起出现：${count} 段文字，段段两项都算。`,
    hint: '请看两项做法的线索是不是写得太近、分不开；确实是一回事的，可以并成一项，把名称写进 aliases。',
  },
  vanishedCase: {
    message: ({ address }) => `上次生成时的网址 ${address} 这次不会再有，别处指向它的链接会失效。`,
    hint: '改了编号的，在这篇的更正文件里把旧编号写进 formerIds，旧网址就会通向新网址；撤下的，写进 content/takedown.yaml。',
  },
  vanishedPassages: {
    message: ({ count, blocks }) => `上次生成时有 ${count} 段的编号（${blocks}）这次不会再有，指到这些段落的链接只能到文首。`,
    hint: '段落编号由原文算出：请核对原件是不是被改动或换过。确实要换的，不用处理，重新生成后不再提示。',
  },
  vanishedPractice: {
    message: ({ address }) => `上次生成时的网址 ${address} 这次不会再有，别处指向它的链接会失效。`,
    hint: '做法的编号就是文件名：只想改名称的，改文件里的 name，不要改文件名。',
  },
  titleOpensBody: {
    message: ({ title }) => `标题“${title}”就是正文开头的几个字，可能不是标题。`,
    hint: '请核对原文；需要时在更正文件中写 title。',
  },
  traditionalText: {
    message: ({ count, examples }) => `文中有 ${count} 个繁体字，如“${examples}”。`,
    hint: '请核对来源；需要以简体发布的，请先转换为简体再放入。',
  },
  twoNumbers: {
    message: ({ one, other }) => `同一事物有两个数字：“${one}”和“${other}”。`,
    hint: '请对照原文，看是否同一时间、同一范围；确有矛盾的，在更正文件的 figures 里去掉或改正一个；没有矛盾的，认可这条提示。',
  },
  siteIdCodeForm: {
    message: ({ value }) => `siteIdCode（网站标识码）“${value}”不像一个标识码。`,
    hint: '应是10位：地方网站是6位行政区划代码加4位数字，如 3504250001；部委网站是 bm 加8位数字，如 bm01000001。请对照本单位领到的标识码核对。',
  },
  icpForm: {
    message: ({ value }) => `icp（ICP备案号）“${value}”不像一个备案号。`,
    hint: '应是省份简称、ICP备、数字、号，网站另有序号，如 闽ICP备12345678号-1。请到 beian.miit.gov.cn 核对。',
  },
  policeRecordForm: {
    message: ({ value }) => `policeRecord（公网安备号）“${value}”不像一个备案号。`,
    hint: '应是省份简称、公网安备、14位数字、号，如 闽公网安备35042502000101号。请到 beian.mps.gov.cn 核对。',
  },
  emptySiteLabel: {
    message: ({ label, field }) => `网页标签 ${label} 没有内容（content/site.yaml 的 ${field} 没有写），不带这个标签。`,
    hint: '请在 content/site.yaml 中写上；不是政府网站的，可以不管。',
  },
  emptyCaseLabel: {
    message: ({ label, count, of, field }) => `网页标签 ${label} 在 ${of} 篇案例里有 ${count} 篇没有内容（${field}），这些页不带这个标签。`,
    hint: '原文或来源里有的，请在这些篇的更正文件里补上；没有的，可以不管。',
  },
  privatePerson: {
    message: ({ words }) => `“${words}”把个人姓名与贫困、疾病或收入写在一起。`,
    hint: '公开前请确认合适；需要隐去的，在更正文件的 redact 里写上姓名。',
  },
} as const satisfies Record<string, Message>;
