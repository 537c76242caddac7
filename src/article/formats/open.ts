/** One door to all formats: a file's bytes to a manuscript, or what is wrong with it. */
import { type Problem, problem } from '../catalogue.ts';
import { classificationMarks } from '../classified.ts';
import { type Manuscript, plainManuscript } from '../manuscript.ts';
import { type DecodeFailure, decode } from '../text/decode.ts';
import { readSpaces } from '../text/entities.ts';
import { listsTooDeep, tagsTooDeep } from './depth.ts';
import type { DocxFailure, Undecided } from './docx.ts';
import { splitFrontMatter } from './front-matter.ts';

export interface Opened {
  /** Undefined where the file cannot be read. */
  manuscript?: Manuscript;
  /** What makes it unreadable. */
  errors: Problem[];
  /** What forbids to publish it, unless an editor names a reason. */
  withheld: Problem[];
}

type Failure = DecodeFailure | DocxFailure | 'tooDeep';

const failures: Readonly<Record<Failure, () => Problem>> = {
  empty: () => problem('emptyFile'),
  binary: () => problem('binaryFile'),
  notWord: () => problem('notWord'),
  tooLarge: () => problem('tooLargeInside'),
  tooDeep: () => problem('tooDeepInside'),
};

/** Converters bring hundreds of modules, and most sources are plain text: each is loaded for the first file of its format. */
const converters = {
  html: () => import('./html.ts'),
  markdown: () => import('./markdown.ts'),
  statedFields: () => import('./stated-fields.ts'),
  docx: () => import('./docx.ts'),
};

/** Reads a source by the format that its name states. */
export async function openSource(file: string, bytes: Uint8Array): Promise<Opened> {
  try {
    return await openByName(file, bytes);
  } catch (error) {
    // Markup that exhausts the stack of a converter.
    if (error instanceof RangeError) return failed('tooDeep');
    throw error;
  }
}

async function openByName(file: string, bytes: Uint8Array): Promise<Opened> {
  const extension = /\.[^./]*$/.exec(file)?.[0].toLowerCase() ?? '';
  if (bytes.length === 0) return failed('empty');
  switch (extension) {
    case '.txt':
    case '.text':
      return openText(bytes);
    case '.md':
    case '.markdown':
      return openMarkdown(bytes);
    case '.html':
    case '.htm':
      return openHtml(bytes);
    case '.docx':
      return openDocx(bytes);
    default:
      return {
        errors: [problem(extension in saveAs ? 'oldFormat' : 'unsupportedFormat', { extension: extension || '没有后缀的' })],
        withheld: [],
      };
  }
}

async function openHtml(bytes: Uint8Array): Promise<Opened> {
  if (tagsTooDeep(tagsOf(bytes))) return failed('tooDeep');
  const { readHtml } = await converters.html();
  return opened(readHtml(bytes));
}

/** Tags are ASCII in every encoding of pages. */
function tagsOf(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes).replaceAll('\0', '');
}

/** Formats of office programs that save as .docx. */
const saveAs: Readonly<Record<string, true>> = {
  '.doc': true,
  '.wps': true,
  '.wpt': true,
  '.rtf': true,
  '.odt': true,
  '.pdf': true,
  '.ofd': true,
};

/** A text file needs no converter. */
export function openText(bytes: Uint8Array): Opened {
  const decoded = decode(bytes);
  return opened(typeof decoded === 'string' ? decoded : plainManuscript(decoded.text, decoded.garbled));
}

async function openMarkdown(bytes: Uint8Array): Promise<Opened> {
  const decoded = decode(bytes);
  if (typeof decoded === 'string') return failed(decoded);
  if (listsTooDeep(decoded.text)) return failed('tooDeep');
  const { statedBy } = await converters.statedFields();
  const front = splitFrontMatter(decoded.text);
  const stated = statedBy(front?.yaml ?? '');
  if (stated === undefined) return { errors: [problem('brokenFrontMatter', { detail: '不是 YAML' }, { line: 1 })], withheld: [] };
  const { readMarkdown } = await converters.markdown();
  const read = readMarkdown(front?.body ?? decoded.text);
  return read ? opened({ ...read, garbled: decoded.garbled, stated }) : failed('tooDeep');
}

async function openDocx(bytes: Uint8Array): Promise<Opened> {
  const { readDocx } = await converters.docx();
  const read = await readDocx(bytes);
  if (typeof read === 'string') return failed(read);
  const { undecided, margins, ...manuscript } = read;
  const found = opened(manuscript, margins);
  return { ...found, withheld: [...found.withheld, ...undecided.map(undecidedProblem)] };
}

const undecidedNames: Readonly<Record<Undecided['kind'], string>> = {
  revision: '没有接受也没有拒绝的修订',
  comment: '批注',
  hidden: '隐藏文字',
};

function undecidedProblem({ kind, words }: Undecided): Problem {
  return problem('undecided', { what: undecidedNames[kind], words });
}

function opened(read: Manuscript | DecodeFailure, margins = ''): Opened {
  if (typeof read === 'string') return failed(read);
  if (/^\s*$/u.test(read.text)) return failed('empty');
  const marks = classificationMarks(
    read.text.split('\n').filter((line) => line.trim() !== ''),
    margins,
  );
  const { text, marks: spaceMarks } = readSpaces(read.text);
  return { manuscript: { ...read, text, spaceMarks }, errors: [], withheld: marks.map((mark) => problem('classified', { mark })) };
}

function failed(failure: Failure): Opened {
  return { errors: [failures[failure]()], withheld: [] };
}
