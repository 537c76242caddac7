/** Today by this machine's clock, `2026-11-22`: for names of files that are handed over, never for what a build makes. */
export function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
