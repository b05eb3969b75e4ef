// Bundles the editor: node build.mjs [FOLDER]. The result depends on package-lock.json only.
import { build } from 'esbuild';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const to = resolve(process.argv[2] ?? join(here, '../resources/pages/desk'));
const lock = JSON.parse(await readFile(join(here, 'package-lock.json')));
const notice = '/*! Source: src/main/editor. Libraries and their licences: editor.licences.txt */';

await mkdir(to, { recursive: true });
const { metafile } = await build({
  absWorkingDir: here,
  entryPoints: ['editor.js', 'editor.css'],
  outdir: to,
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  charset: 'utf8',
  banner: { js: notice },
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
});

const bundled = new Set(
  Object.keys(metafile.inputs).map(path => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1]).filter(Boolean));
const texts = [];
for (const name of [...bundled].sort()) {
  const { version, license } = lock.packages[`node_modules/${name}`];
  const text = await readFile(join(here, 'node_modules', name, 'LICENSE'), 'utf8');
  texts.push(`${name} ${version} (${license})\n\n${text.trim()}\n`);
}
await writeFile(join(to, 'editor.licences.txt'),
  `Libraries in editor.js and their licences\n\n${texts.join(`\n${'-'.repeat(72)}\n\n`)}`);
