import { fileSystemRefusal, Refusal } from '../site/refusal.ts';
import { asTyped } from './launcher.ts';

/** What the user can mend is said in Chinese, without a stack; anything else with what the maintainers need. */
export function tellFailure(error: unknown): void {
  const refusal = error instanceof Refusal ? error : fileSystemRefusal(error);
  if (refusal) console.error(asTyped(`\n${refusal.message}\n→ ${refusal.hint}`));
  else console.error('\n程序出错，请把下面的内容发给维护者：\n', error);
}
