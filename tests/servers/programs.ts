import { installPackages, onPath } from '../setup/debian.ts';

/** The programs that serve, and Debian's packages that bring them. Those without a service of their own are preferred. */
const programs = {
  nginx: { names: ['nginx', '/usr/sbin/nginx'], package: 'nginx-light' },
  apache: { names: ['apache2', '/usr/sbin/apache2'], package: 'apache2-bin' },
  lighttpd: { names: ['lighttpd', '/usr/sbin/lighttpd'], package: 'lighttpd' },
  caddy: { names: ['caddy'], package: 'caddy' },
  busybox: { names: ['busybox'], package: 'busybox' },
  python: { names: ['python3'], package: 'python3' },
  wrk: { names: ['wrk'], package: 'wrk' },
} as const;

export type Program = keyof typeof programs;

/** Paths of these programs. What is missing is installed on a Debian on which we may; else it throws and says what to install. Never skips. */
export function ensurePrograms<P extends Program>(wanted: readonly P[]): Record<P, string> {
  const missing = wanted.filter((program) => !find(program)).map((program) => programs[program].package);
  const advice = `These tests run the site on real servers and need ${missing.join(', ')}: sudo apt-get install ${missing.join(' ')}`;
  if (missing.length > 0 && !installPackages(missing, 'the tests on real servers')) throw new Error(advice);
  return Object.fromEntries(
    wanted.map((program) => {
      const path = find(program);
      if (!path) throw new Error(advice);
      return [program, path];
    }),
  ) as Record<P, string>;
}

function find(program: Program): string | undefined {
  return programs[program].names.map(onPath).find((path) => path !== undefined);
}
