// Comments on an article: what is selected in the editor, or in the text as on a phone, is the passage
// that a comment is about.
import { api, refuse } from './desk.js';

const form = document.getElementById('passage');
const quote = form.querySelector('blockquote');
const editor = document.querySelector('yujian-editor');
const shown = document.querySelector('.phone .text');
let selected = null;

/** The child of the shown text that holds a node: one block. */
const blockAround = node => [...shown.children].find(child => child.contains(node));

document.addEventListener('selectionchange', () => {
  const selection = document.getSelection();
  const text = selection.toString().trim();
  if (!text || !selection.anchorNode) return;
  if (editor?.contains(selection.anchorNode)) {
    const passage = editor.passage;
    selected = passage && { ...passage, text };
  } else if (shown?.contains(selection.anchorNode)) {
    selected = blockAround(selection.anchorNode) === blockAround(selection.focusNode) ? { text } : null;
  } else return;
  quote.textContent = selected?.text ?? '';
  quote.hidden = !selected;
});

const points = text => [...text].length;

/** The passage in the blocks as they are stored; undefined when they do not have it. */
function placeOf({ index, start, end, text }, blocks) {
  if (index !== undefined) {
    const words = [...(blocks[index]?.text ?? '')].slice(start, end).join('');
    return words.trim() === text ? { block: blocks[index].id, start, end } : undefined;
  }
  const block = blocks.find(one => one.text?.includes(text));
  const before = block && points(block.text.slice(0, block.text.indexOf(text)));
  return block && { block: block.id, start: before, end: before + points(text) };
}

form.addEventListener('submit', async event => {
  event.preventDefault();
  const { article, edition, saveFirst } = form.dataset;
  let place = {};
  if (selected) {
    const { ok, body } = await api('GET', `/v1/desk/articles/${article}`);
    place = ok ? placeOf(selected, body.draft?.blocks ?? []) : undefined;
    if (!place) return refuse(form, { status: 409, body: { detail: saveFirst } });
  }
  const text = form.elements.text.value;
  const answer = await api('POST', `/v1/desk/editions/${edition}/comments`, { articleId: article, ...place, text });
  if (!answer.ok) return refuse(form, answer);
  location.reload();
});
