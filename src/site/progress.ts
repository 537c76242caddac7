/** Says what a long command is doing, how far it is and how long it will take. */
export interface Progress {
  /** A line that stays. */
  say(text: string): void;
  /** A line for logs: a terminal, where the line of progress tells as much, does not show it. */
  log(text: string): void;
  /** Something begins; `detail` stands behind it where lines stay. */
  begin(stage: string, detail?: string): void;
  /** How far one part of it is; parts may run side by side. */
  step(part: string, done: number, of: number): void;
  /** Leaves nothing of a line that is written over. */
  end(): void;
}

/** Where lines go: `process.stdout`. */
export interface LineStream {
  isTTY?: boolean | undefined;
  columns?: number | undefined;
  write(text: string): unknown;
}

/** On a terminal one line that is written over, else plain lines, seldom. `now` in milliseconds. */
export function openProgress(stream: LineStream, env: { CI?: string | undefined }, now: () => number): Progress {
  return stream.isTTY && !env.CI ? updatingLine(stream, now) : plainLines(stream, now);
}

/** Milliseconds between two looks of the line, and between two plain lines. */
const often = 100;
const seldom = 20_000;
/** How far back the pace is measured, in milliseconds: what was kept from earlier goes by faster than the rest. */
const pace = 15_000;
/** Before so many milliseconds nobody knows how long it will take. */
const soonest = 2_000;

function updatingLine(stream: LineStream, now: () => number): Progress {
  let stage = '';
  let parts = new Map<string, Part>();
  let shownAt = Number.NEGATIVE_INFINITY;
  const show = () => {
    const text = stage === '' ? '' : [stage, describe(parts, now())].filter(Boolean).join('：');
    stream.write(`\r\u001b[2K${cut(text, (stream.columns ?? 80) - 1)}`);
    shownAt = now();
  };
  return {
    say(text) {
      stream.write(`\r\u001b[2K${text}\n`);
      show();
    },
    log: () => undefined,
    begin(name) {
      [stage, parts] = [name, new Map()];
      show();
    },
    step(name, done, of) {
      note(parts, name, { at: now(), done }, of);
      if (now() - shownAt >= often || done === of) show();
    },
    end() {
      stage = '';
      show();
    },
  };
}

function plainLines(stream: LineStream, now: () => number): Progress {
  let parts = new Map<string, Part>();
  let shownAt = now();
  return {
    say: (text) => stream.write(`${text}\n`),
    log: (text) => stream.write(`${text}\n`),
    begin(name, detail) {
      parts = new Map();
      shownAt = now();
      stream.write(`${name}${detail ? `（${detail}）` : ''}……\n`);
    },
    step(name, done, of) {
      note(parts, name, { at: now(), done }, of);
      if (now() - shownAt < seldom) return;
      shownAt = now();
      stream.write(`  ${describe(parts, now())}\n`);
    },
    end: () => undefined,
  };
}

interface Sample {
  at: number;
  done: number;
}

interface Part {
  of: number;
  /** The oldest is the one from which the pace is measured. */
  samples: Sample[];
}

function note(parts: Map<string, Part>, name: string, sample: Sample, of: number): void {
  const part = parts.get(name) ?? { of, samples: [sample] };
  parts.set(name, part);
  part.of = of;
  const { samples } = part;
  if (samples.length > 1 && sample.at - (samples[samples.length - 2] as Sample).at < often) samples.pop();
  samples.push(sample);
  while (samples.length > 2 && sample.at - (samples[1] as Sample).at >= pace) samples.shift();
}

/** `页面 1203/12040，检索索引 2/8，约还需 48 秒` */
function describe(parts: ReadonlyMap<string, Part>, now: number): string {
  const left = [...parts.values()].map((part) => millisecondsLeft(part, now));
  const known = left.filter((each) => each !== undefined);
  return [
    ...[...parts].map(([name, { of, samples }]) => `${name} ${samples.at(-1)?.done ?? 0}/${of}`),
    ...(known.length > 0 && Math.max(...known) > 0 ? [`约还需 ${duration(Math.max(...known))}`] : []),
  ].join('，');
}

/** Undefined where it cannot be told yet. */
function millisecondsLeft({ of, samples }: Part, now: number): number | undefined {
  const [first, last] = [samples[0] as Sample, samples.at(-1) as Sample];
  if (last.done >= of) return 0;
  if (last.done <= first.done || last.at - first.at < soonest) return undefined;
  return ((of - last.done) / (last.done - first.done)) * (last.at - first.at) - (now - last.at);
}

function duration(milliseconds: number): string {
  const seconds = Math.max(1, Math.round(milliseconds / 1000));
  return seconds < 100 ? `${seconds} 秒` : `${Math.round(seconds / 60)} 分钟`;
}

/** What fits into so many columns; Han characters and their signs take two. */
function cut(text: string, columns: number): string {
  let width = 0;
  let fitting = '';
  for (const character of text) {
    width += (character.codePointAt(0) ?? 0) >= 0x1100 ? 2 : 1;
    if (width > columns) return fitting;
    fitting += character;
  }
  return fitting;
}
