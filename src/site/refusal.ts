/**
 * The program cannot go on for a reason that its user can mend. Message and hint are Chinese and stand alone:
 * the command line prints them without a stack and exits with status 1. Any other thrown error is a bug.
 */
export class Refusal extends Error {
  /** What to do now. */
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.name = 'Refusal';
    this.hint = hint;
  }
}

/** What the operating system's answers mean to somebody who did not write the program. */
const causes: Record<string, [message: string, hint: string]> = {
  ENOSPC: ['磁盘已满', '请清理磁盘后再试；原来的输出没有改动。'],
  EFBIG: ['文件超过了系统允许的大小', '请调高系统对单个文件大小的限制（ulimit -f），或换一块磁盘；原来的输出没有改动。'],
  EDQUOT: ['磁盘配额已用完', '请清理磁盘后再试；原来的输出没有改动。'],
  EACCES: ['没有读写权限', '请检查该文件或文件夹的所有者和权限，或换一个输出位置（CASEBOOK_OUT）。'],
  EPERM: ['操作被系统拒绝', '请检查权限，并关闭正在使用该文件夹的程序。'],
  EROFS: ['磁盘是只读的', '请换一个可写的输出位置（CASEBOOK_OUT）。'],
  EBUSY: ['文件夹正被占用', '请关闭正在使用它的程序（编辑器、资源管理器、预览服务）后再试。'],
  EMFILE: ['打开的文件太多', '请关闭其他程序后再试，或调高系统的 ulimit -n。'],
};

/** How native code (the bundler, the indexer) words what Node gives a code. */
const wordings: [wording: RegExp, code: string][] = [
  [/No space left on device|not enough space on the disk|os error (28|112)\b/i, 'ENOSPC'],
  [/File too large|os error 27\b/i, 'EFBIG'],
  [/Disk quota exceeded|os error 122\b/i, 'EDQUOT'],
  [/Read-only file system|os error 30\b/i, 'EROFS'],
];

/** A refusal for an error of the file system that the user can mend, or one that it caused; undefined for anything else. */
export function fileSystemRefusal(error: unknown): Refusal | undefined {
  if (!(error instanceof Error)) return undefined;
  const known = 'code' in error && causes[String(error.code)];
  const worded = wordings.find(([wording]) => wording.test(error.message))?.[1];
  const cause = known || (worded === undefined ? undefined : causes[worded]);
  if (!cause) return fileSystemRefusal(error.cause);
  const path = 'path' in error && error.path ? `：${String(error.path)}` : '';
  return new Refusal(`${cause[0]}${path}`, cause[1]);
}
