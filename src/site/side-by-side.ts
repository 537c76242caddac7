/**
 * Waits for works that run side by side. Where one fails, `stop` makes the others end; its failure is thrown when all have ended,
 * so that nobody goes on writing behind the back of what comes next.
 */
export async function sideBySide<const Works extends readonly Promise<unknown>[]>(
  works: Works,
  stop: (reason: unknown) => unknown,
): Promise<{ [At in keyof Works]: Awaited<Works[At]> }> {
  const failures: unknown[] = [];
  const ended = works.map((work) =>
    work.catch((reason: unknown) => {
      failures.push(reason);
      if (failures.length === 1) stop(reason);
    }),
  );
  await Promise.all(ended);
  if (failures.length > 0) throw failures[0];
  return Promise.all(works) as Promise<{ [At in keyof Works]: Awaited<Works[At]> }>;
}
