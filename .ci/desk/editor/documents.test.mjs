import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, test } from 'node:test';
import { api, bare, close, draft, form, open, ordered } from './harness.mjs';

after(close);

const documents = new URL('../../../src/test/resources/documents/', import.meta.url);
const names = [
  ...readdirSync(documents).filter(name => /\.(?:txt|md)$/.test(name)),
  ...readdirSync(new URL('word/', documents)).filter(name => /\.(?:docx|odt|fodt|html)$/.test(name)).map(name => `word/${name}`),
];

test('bodies of imported documents go through the editor unchanged, and rewritten the API takes them', async () => {
  const target = await draft();
  const editor = await open();
  let bodies = 0;
  for (const name of names) {
    const file = new File([readFileSync(new URL(name, documents))], name.split('/').pop());
    const answer = await form('/v1/desk/imports', { file, account: target.account });
    const report = await answer.json();
    for (const { articleId } of report.articles ?? []) {
      const { blocks } = (await api('GET', `/v1/desk/articles/${articleId}`)).json.draft ?? {};
      if (!blocks?.length) continue;
      bodies++;
      const [same, rewritten] = await editor.page.evaluate(all => {
        const element = document.querySelector('yujian-editor');
        element.value = all;
        const first = element.value;
        // Without their source the blocks are written anew; an edited table would become rectangular.
        const { view } = element;
        const { tr } = view.state;
        view.state.doc.forEach((node, at) => {
          if (node.type.name !== 'table') tr.setNodeMarkup(at, null, { ...node.attrs, source: null });
        });
        view.dispatch(tr);
        return [first, element.value];
      }, blocks);
      assert.deepEqual(same, blocks, name);
      assert.deepEqual(ordered(bare(rewritten)), ordered(bare(blocks)), name);
      assert.deepEqual(ordered(bare(await target.store(rewritten))), ordered(bare(blocks)), name);
    }
  }
  console.log(`${bodies} bodies of ${names.length} documents`);
  assert.ok(bodies > 5);
  await editor.close();
});
