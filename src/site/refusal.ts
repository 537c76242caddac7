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
  EDQUOT: ['磁盘配额已用完', '请清理磁盘后再试；原来的输出没有改动。'],
  EACCES: ['没有读写权限', '请检查该文件或文件夹的所有者和权限，或换一个输出位置（CASEBOOK_OUT）。'],
  EPERM: ['操作被系统拒绝', '请检查权限，并关闭正在使用该文件夹的程序。'],
  EROFS: ['磁盘是只读的', '请换一个可写的输出位置（CASEBOOK_OUT）。'],
  EBUSY: ['文件夹正被占用', '请关闭正在使用它的程序（编辑器、资源管理器、预览服务）后再试。'],
  EMFILE: ['打开的文件太多', '请关闭其他程序后再试，或调高系统的 ulimit -n。'],
};

/** A refusal for an error of the file system that the user can mend; undefined for anything else. */
export function fileSystemRefusal(error: unknown): Refusal | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  const cause = causes[String(error.code)];
  if (!cause) return undefined;
  const path = 'path' in error && error.path ? `：${String(error.path)}` : '';
  return new Refusal(`${cause[0]}${path}`, cause[1]);
}
