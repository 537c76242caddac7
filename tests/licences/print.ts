/** `npm run licences`: every package of production with its licence, and which of them reach a reader's browser. Exit status 1 where one is not accepted. */
import { program } from '../setup/command.ts';
import { isAccepted, licensedPackages } from './licences.ts';
import { shippedPackages } from './shipped.ts';

const packages = licensedPackages(program);
const refused = packages.filter(({ licence }) => !isAccepted(licence));
for (const { name, version, licence } of packages) console.log(`${name}@${version}  ${licence ?? 'unknown'}`);
console.log(`\n${packages.length} packages. In the reader's browser:`);
for (const [name, file] of shippedPackages(program)) console.log(`  ${name}, by ${file}`);
if (refused.length > 0) {
  console.error(`\nNot accepted: ${refused.map(({ name, licence }) => `${name} (${licence ?? 'unknown'})`).join(', ')}`);
  process.exitCode = 1;
}
