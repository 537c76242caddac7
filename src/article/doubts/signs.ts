/** Signs that show a wrong encoding or another script. */
import { type Problem, problem } from '../catalogue.ts';
import { Characters } from '../text/characters.ts';
import { Pattern } from '../text/matches.ts';
import type { Text } from './text.ts';

/** Frequent characters that simplified text does not have. */
const traditional = new Characters(
  '[黨會帶組織鄉為與發農業產務實過個們國際體義導動經濟書記縣區鎮選領隊幹團長開門關東車軍馬話說講讀誠語調請論證護變讓認識貧難題問點積極應對總結後進這還從來時間現場條廣眾戶於將見視覺觀規華萬歲興舉優傳學習貫徹負責質貿賣買資費貸辦勞務營廠廳庫應廟層屬歷曆種類數據標準機構樹樓橋檢權歡縱橫環節築聯聲職脫設許註訓試詳誰課誼議譯護豐財貨賬賞賽趙轉輪輕輛達遠運適遲還邊郵鄰醫釋鋼錄錢鐵銀閱陸陽隨險雖雙雜離電靈靜響頁項順須預頓頭顏願顯風飛飯館驗驚體魚鮮鳥麗黃齊齡龍]',
);
const fewestTraditional = 3;

/** Text in traditional characters, wholly or here and there. */
export function traditionalFlags(blocks: readonly Text[]): Problem[] {
  const found = blocks.flatMap(({ id, text }) => traditionalIn(text).map((sign) => ({ id, sign })));
  const kinds = [...new Set(found.map(({ sign }) => sign))];
  if (found.length < fewestTraditional || kinds.length < 2) return [];
  return [problem('traditionalText', { count: found.length, examples: kinds.slice(0, 5).join('、') }, { block: found[0]?.id })];
}

function traditionalIn(text: string): string[] {
  const signs: string[] = [];
  for (let at = 0; at < text.length; at++) if (traditional.at(text, at)) signs.push(text.charAt(at));
  return signs;
}

const lost = /\ufffd/u;

/** Characters that the encoding could not give, with the block where the first one shows. */
export function lostFlags(blocks: readonly Text[], garbled: number): Problem[] {
  const shown = blocks.reduce((sum, { text }) => sum + text.split('\ufffd').length - 1, 0);
  const count = Math.max(garbled, shown);
  return count === 0 ? [] : [problem('garbledText', { count }, { block: blocks.find(({ text }) => lost.test(text))?.id })];
}

/** What text becomes that was read in a wrong encoding and saved again; each is told by signs that no Chinese sentence has. */
const garblings: readonly Pattern[] = [
  new Pattern(/(?:锟斤拷|锘|烫烫|屯屯)[\s\S]{0,8}/gu),
  // UTF-8 read as GBK: these make a third of all that comes out, and stand in no Chinese sentence.
  new Pattern(
    /(?:[鍏缁鍔厷鏉傚寤銆潙浣氬鍒寮鍙鏈涔鍚澶瀹璁鐨鍩鏂浼甯鏀鍛閮杩鍦锛鎸绾鍖勭鎵粍殑嶅竴鑱鎴囧鎺鐢瀵熀氭綔鎶绀鍗嗗鏁氱閲绔棰][^。，]{0,3}){3}/gu,
  ),
  new Pattern(/(?:[ÃÂÄÅÆÇÈÉÊËäåæçèéêëïã][\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œžŸ]{1,2}){2,}[\s\S]{0,6}/gu),
  new Pattern(/(?:[\u00a1-\u00b6\u00b8-\u00ff]{2}){3,}/gu),
  new Pattern(/[?？]{4,}/gu),
  new Pattern(/[\ue000-\uf8ff]/gu),
];

/** Words that were garbled before the file was saved, one flag a block. */
export function garbledFlags(blocks: readonly Text[]): Problem[] {
  return blocks.flatMap(({ id, text }) => {
    const words = garblings.map((garbling) => garbling.in(text)[0]?.[0]).find(Boolean);
    return words ? [problem('garbledWords', { words: words.slice(0, 16) }, { block: id })] : [];
  });
}
