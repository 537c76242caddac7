import type { Clip } from '../model/clip.ts';
import { mergeClips } from '../model/folder.ts';
import { readFolder } from '../model/parse.ts';
import { problemMessage } from './messages.ts';

/** More than a browser keeps for a site. */
const largestFile = 20_000_000;

/**
 * Puts the clips of a file behind those of the folder. Returns what the reader is told; empty where `change`, which is
 * false where the folder could not be kept, has told it.
 */
export async function importFile(file: File, change: (how: (clips: Clip[]) => Clip[]) => boolean): Promise<string> {
  const text = file.size > largestFile ? '' : await file.text();
  const { folder, problem } = readFolder(text);
  if (problem && problem.kind !== 'partly') {
    return `没有导入“${file.name}”：${problemMessage(problem)}。请选从摘编夹导出的 .json 文件。摘编夹没有改动。`;
  }
  let told = '';
  const kept = change((clips) => {
    const merged = mergeClips(clips, folder.clips);
    const known = merged.known > 0 ? `，${merged.known}条原来就有，没有重复` : '';
    told = `已导入${merged.added}条${known}${problem ? `；${problemMessage(problem)}，没有导入` : ''}。`;
    return merged.clips;
  });
  return kept ? told : '';
}
