// Compiles every pattern of the contract as ECMA-262 does, with and without the flag u:
//   node .ci/patterns.mjs openapi/openapi.yaml
// Exit code 0: all compile. Reads the YAML as text, so that it needs no package.
import { readFileSync } from 'node:fs';

const text = readFileSync(process.argv[2], 'utf8');
const found = [...text.matchAll(/\bpattern: (?:'((?:[^']|'')*)'|"((?:[^"\\]|\\.)*)"|([^"'\n]+?)(?=, \w+: |\}$|\n|\}\n))/g)];
let wrong = 0;
for (const [, single, double, plain] of found) {
  const pattern = single?.replaceAll("''", "'") ?? (double ? JSON.parse(`"${double}"`) : plain.trim());
  for (const flags of ['', 'u']) {
    try {
      new RegExp(pattern, flags);
    } catch (error) {
      wrong++;
      console.error(`${pattern} with flags '${flags}': ${error.message}`);
    }
  }
}
console.log(`${found.length} patterns, ${wrong} wrong`);
process.exit(found.length > 0 && wrong === 0 ? 0 : 1);
