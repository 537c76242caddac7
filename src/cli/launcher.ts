/**
 * A message as its reader types the commands in it: `npm run build -- --clean` is `./casebook build --clean` in an offline
 * kit, which has no npm and names its start script in `CASEBOOK_LAUNCHER`.
 */
export function asTyped(text: string, launcher: string | undefined = process.env.CASEBOOK_LAUNCHER): string {
  if (!launcher) return text;
  return text.replace(
    /npm (?:run (?:--silent )?|(?=start\b|test\b))([a-z][a-z:]*)(?: --(?= ))?/g,
    (_, command: string) => `${launcher} ${command}`,
  );
}
