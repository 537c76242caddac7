import { portFrom, refuseTakenPort } from '../site/serve.ts';
import { build } from './build.ts';
import { preview } from './preview.ts';
import type { Run } from './run.ts';

/** A build and then its preview; a taken port is said before the build. */
export const start: Run = async (given, args) => {
  await refuseTakenPort(portFrom(process.env));
  await build(given, args);
  return preview(given, args);
};
