/** Files that editors write, read from text to checked values; what is wrong comes back as problems with their lines. */
import { type Document, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { type Problem, type ProblemName, problem } from '../article/catalogue.ts';
import { tooDeepLine } from './nesting.ts';

export type Checked<T> = { value: T; errors: [] } | { value?: undefined; errors: Problem[] };

/** Chinese words for the mistakes that the YAML parser names. */
const yamlMistakes: Readonly<Record<string, string>> = {
  ALIAS_PROPS: '别名写法不对',
  BAD_INDENT: '缩进不对',
  BLOCK_AS_IMPLICIT_KEY: '冒号用得不对，值里有冒号时请加引号',
  BAD_DQ_ESCAPE: '双引号里的反斜杠写法不对',
  DUPLICATE_KEY: '同一个字段写了两次',
  MISSING_CHAR: '少了冒号、引号或括号',
  MULTILINE_IMPLICIT_KEY: '字段名跨了行，多半是少了冒号或引号',
  TAB_AS_INDENT: '缩进用了制表符，请改成空格',
  UNEXPECTED_TOKEN: '多了不该有的符号',
};

/** Parses YAML and lays the schema over it. `firstLine` is the line of the file on which the text begins. */
export function checkYaml<Schema extends z.ZodType>(
  text: string,
  schema: Schema,
  broken: ProblemName = 'brokenYaml',
  firstLine = 1,
): Checked<z.output<Schema>> {
  const deep = tooDeepLine(text);
  if (deep) return { errors: [problem(broken, { detail: '一层套一层，套得太深' }, { line: deep + firstLine - 1 })] };
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [mistake] = document.errors;
  if (mistake) {
    const { line } = lines.linePos(mistake.pos[0]);
    const words = (text.split('\n')[line - 1] ?? '').trim().slice(0, 40);
    return {
      errors: [problem(broken, { detail: `${yamlMistakes[mistake.code] ?? '写法不完整'}（“${words}”）` }, { line: line + firstLine - 1 })],
    };
  }
  const value = plainValue(document);
  if (value === undefined) return { errors: [problem(broken, { detail: '别名（& 和 *）没有定义，或用得太多' })] };
  return checkValue(value ?? {}, schema, (path) => {
    const node = document.getIn(path, true) as { range?: [number, number, number] } | undefined;
    return node?.range ? lines.linePos(node.range[0]).line + firstLine - 1 : undefined;
  });
}

/** The document as plain data; undefined where its aliases lead nowhere, or would multiply without end. */
function plainValue(document: Document.Parsed): unknown {
  try {
    return document.toJS({ maxAliasCount: 50 }) ?? null;
  } catch (error) {
    if (error instanceof ReferenceError) return undefined;
    throw error;
  }
}

const chinese = z.locales.zhCN().localeError;

function checkValue<Schema extends z.ZodType>(
  value: unknown,
  schema: Schema,
  lineOf: (path: PropertyKey[]) => number | undefined,
): Checked<z.output<Schema>> {
  const result = schema.safeParse(value, { error: chinese });
  if (result.success) return { value: result.data, errors: [] };
  const errors = result.error.issues.map((issue) =>
    problem('wrongField', { field: fieldName(issue), detail: detailOf(issue) }, { line: lineOf([...issue.path]) }),
  );
  return { errors };
}

/** `practices.add[0].block` */
function fieldName(issue: z.core.$ZodIssue): string {
  const path = issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys] : issue.path;
  return path.map((key, i) => (typeof key === 'number' ? `[${key}]` : `${i > 0 ? '.' : ''}${String(key)}`)).join('') || '（整个文件）';
}

function detailOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return '没有这个字段';
  if (issue.code === 'invalid_union') return '值的写法不对，请对照说明';
  return issue.message.replace(/[。.]$/u, '');
}
