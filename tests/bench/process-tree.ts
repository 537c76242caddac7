import { readdirSync, readFileSync } from 'node:fs';

/** What a process and all its descendants use. */
export interface Usage {
  /** Seconds of CPU time since the process began, ended descendants included once they were waited for. */
  cpu: number;
  /** Bytes in memory now. Pages that several processes share count in each, so this is rather too much. */
  memory: number;
}

/** Clock ticks in a second, as Linux gives them in /proc. */
const ticksPerSecond = 100;
/** Bytes of a page, as Linux has them on x86-64 and most of arm64. */
const pageBytes = 4096;

/** Reads /proc, so on Linux only. Zero for a process that has ended. */
export function usageOfTree(root: number): Usage {
  const all = processes();
  const tree = descendants(root, all);
  const ticks = tree.reduce((sum, { ownTicks, endedTicks }) => sum + ownTicks + endedTicks, 0);
  return { cpu: ticks / ticksPerSecond, memory: tree.reduce((sum, { memory }) => sum + memory, 0) };
}

interface Process {
  pid: number;
  parent: number;
  ownTicks: number;
  /** Of children that were waited for. */
  endedTicks: number;
  /** Bytes. */
  memory: number;
}

function processes(): Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const stat = readProc(`/proc/${name}/stat`);
      // The name in brackets may hold blanks; what follows is numbered from the state, field 3.
      const fields = stat
        ?.slice(stat.lastIndexOf(')') + 2)
        .split(' ')
        .map(Number);
      if (!fields) return [];
      const [parent = 0, user = 0, system = 0, endedUser = 0, endedSystem = 0, pages = 0] = [1, 11, 12, 13, 14, 21].map(
        (at) => fields[at] ?? 0,
      );
      return [{ pid: Number(name), parent, ownTicks: user + system, endedTicks: endedUser + endedSystem, memory: pages * pageBytes }];
    });
}

function descendants(root: number, all: readonly Process[]): Process[] {
  const own = all.filter(({ pid }) => pid === root);
  const children = all.filter(({ parent }) => parent === root);
  return [...own, ...children.flatMap(({ pid }) => descendants(pid, all))];
}

/** Undefined for a process that ended meanwhile. */
function readProc(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && ['ENOENT', 'ESRCH'].includes(String(error.code))) return undefined;
    throw error;
  }
}
