import { Refusal } from '../refusal.ts';
import { endOfCharset } from './policy.ts';

/** Pages that editors put into `public/` get the policy and the relative links of all others; what cannot have them is refused. */
export function refuseUnreadable(file: string, content: Uint8Array): void {
  const html = utf8(content);
  if (html === undefined) {
    throw new Refusal(`public/${file}：文件内容不是 UTF-8 编码，没有生成。`, '请用文本编辑器打开该网页，另存为 UTF-8 编码，再重新运行。');
  }
  if (endOfCharset(html) === undefined) {
    throw new Refusal(
      `public/${file}：网页没有用 <meta charset="utf-8"> 写明字符编码，没有生成。`,
      '请在该网页的 <head> 之后加上一行 <meta charset="utf-8">，另存为 UTF-8 编码，再重新运行。',
    );
  }
}

function utf8(content: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
