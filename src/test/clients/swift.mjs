// Parses the generated Swift sources, because no Swift compiler is at hand: node swift.mjs DIRECTORY
// The grammar is that of Swift 5, so typed throws of Swift 6 are read as plain ones.
import Parser from 'web-tree-sitter';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [directory] = process.argv.slice(2);
await Parser.init();
const parser = new Parser();
parser.setLanguage(await Parser.Language.load(fileURLToPath(import.meta.resolve('tree-sitter-wasms/out/tree-sitter-swift.wasm'))));

const TYPED_THROWS = /\bthrows\([\w.<>]+\)/g;
// The grammar does not know the empty tuple as a value.
const EMPTY_TUPLE = /(?<=[=:] )\(\)(?=\)? as)/g;

function mistakes(source) {
  const tree = parser.parse(source.replace(TYPED_THROWS, 'throws').replace(EMPTY_TUPLE, '(0)'));
  const found = [];
  const visit = node => {
    if (!node.hasError) return;
    const inside = node.children.some(child => child.hasError);
    if (node.type === 'ERROR' || node.isMissing || !inside) found.push(`line ${node.startPosition.row + 1}: ${node.text.slice(0, 60)}`);
    node.children.forEach(visit);
  };
  visit(tree.rootNode);
  tree.delete();
  return found;
}

for (const wrong of ['struct A {', 'let a: String = "\\/"', 'func f( -> Int { 1 }']) {
  if (mistakes(wrong).length === 0) throw new Error(`the parser takes ${wrong}`);
}
const files = readdirSync(directory, { recursive: true }).filter(file => file.endsWith('.swift'));
const wrong = files.flatMap(file => mistakes(readFileSync(join(directory, file), 'utf8')).map(text => `${file} ${text}`));
wrong.forEach(text => console.error(text));
console.log(`swift: ${files.length} files parsed, ${wrong.length} mistakes`);
process.exit(files.length > 0 && wrong.length === 0 ? 0 : 1);
