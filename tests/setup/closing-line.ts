import type { Reporter, TestModule } from 'vitest/node';

/**
 * Prints the counts on a line of their own, last of all: `12 passed, 0 failed, 1 skipped`.
 * A run that failed without a failed test (a module that does not load, a build that does not finish) counts as one failed.
 */
export default class ClosingLine implements Reporter {
  onInit(): void {
    process.once('exit', (status) => console.log(closingLine(this.#modules, this.#stray, status !== 0)));
  }

  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    this.#modules = modules;
    this.#stray = unhandled.length;
  }

  #modules: readonly TestModule[] = [];
  #stray = 0;
}

function closingLine(modules: readonly TestModule[], stray: number, failedRun: boolean): string {
  const counts = { passed: 0, failed: stray, skipped: 0, pending: 0 };
  for (const module of modules) {
    for (const test of module.children.allTests()) counts[test.result().state]++;
    if (module.errors().length > 0) counts.failed++;
    for (const suite of module.children.allSuites()) if (suite.errors().length > 0) counts.failed++;
  }
  if (failedRun && counts.failed === 0) counts.failed = 1;
  return `\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped + counts.pending} skipped`;
}
