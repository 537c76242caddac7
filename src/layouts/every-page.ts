/**
 * What every page does where scripts run, in one file that a browser fetches once. A classic script, so that it also runs
 * from a disk. What it does not find on a page it leaves alone.
 */
import '../search/page/slash.ts';
import '../components/copy-buttons.ts';
import '../components/current-section.ts';
import '../components/mark-words.ts';
import '../components/wechat-links.ts';
import '../clips/page/take.ts';
