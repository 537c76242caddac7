/** A kind of computer for which native code is compiled. */
export type Machine = 'linux-x64' | 'linux-arm64' | 'win-x64';

/** Numbers of processors: ELF's `e_machine`, and the machine types of Microsoft's PE format. */
const elf: Record<number, Machine> = { 62: 'linux-x64', 183: 'linux-arm64' };
const pe: Record<number, Machine> = { 34404: 'win-x64' };

/** What a program file or native library runs on; `other` where it is native for something else, undefined where it is none. */
export function machineOf(bytes: Buffer): Machine | 'other' | undefined {
  if (bytes.length >= 20 && bytes.toString('latin1', 0, 4) === '\x7fELF') return elf[bytes.readUInt16LE(18)] ?? 'other';
  if (bytes.length >= 64 && bytes.toString('latin1', 0, 2) === 'MZ') {
    const at = bytes.readUInt32LE(60);
    if (at + 6 <= bytes.length && bytes.toString('latin1', at, at + 4) === 'PE\0\0') return pe[bytes.readUInt16LE(at + 4)] ?? 'other';
  }
  return bytes.length >= 4 && machO.has(bytes.readUInt32LE(0)) ? 'other' : undefined;
}

/** First words of macOS programs for one processor of 64 bits, and for several. */
const machO = new Set([0xfeedfacf, 0xbebafeca]);
