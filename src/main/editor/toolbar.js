import { history, insertTable, isBlock, isMarked, setBlock, toggle } from './commands.js';
import { el, icon } from './dom.js';
import { indent, isActive, toggleList } from './lists.js';
import { isInTable } from 'prosemirror-tables';
import { schema } from './schema.js';
import { tableCommands } from './tables.js';

const { nodes, marks } = schema;

const ICONS = {
  undo: 'M9 7L4 12l5 5M4 12h10a6 6 0 0 1 6 6',
  redo: 'M15 7l5 5-5 5M20 12H10a6 6 0 0 0-6 6',
  quote: 'M5 6v12M10 8h9M10 12h9M10 16h6',
  link: 'M10 14l4-4M8 11l-3 3a3.5 3.5 0 0 0 5 5l3-3M16 13l3-3a3.5 3.5 0 0 0-5-5l-3 3',
  bullets: 'M5 6h.01M5 12h.01M5 18h.01M9 6h11M9 12h11M9 18h11',
  numbers: 'M4 5l1.5-1v5M4 14h3l-3 4h3M10 6h10M10 12h10M10 18h10',
  indent: 'M4 5h16M11 10h9M11 14h9M4 19h16M4 9l3 3-3 3',
  outdent: 'M4 5h16M11 10h9M11 14h9M4 19h16M7 9l-3 3 3 3',
  picture: 'M4 5h16v14H4zM4 16l5-5 4 4 2-2 5 4M15 9h.01',
  table: 'M4 5h16v14H4zM4 10h16M4 14.5h16M10 5v14M15 5v14',
  rowBefore: 'M4 13h16v6H4zM12 3v6M9 6h6', rowAfter: 'M4 5h16v6H4zM12 15v6M9 18h6', deleteRow: 'M4 9h16v6H4zM9 19l6 3M15 19l-6 3',
  columnBefore: 'M13 4v16h6V4zM3 12h6M6 9v6', columnAfter: 'M5 4v16h6V4zM15 12h6M18 9v6', deleteColumn: 'M4 4v16h6V4zM15 9l5 6M20 9l-5 6',
  merge: 'M4 6h16v12H4zM8 12h3M16 12h-3M9.5 10.500l1.500 1.500-1.500 1.500M14.500 10.500L13 12l1.500 1.500',
  split: 'M4 6h16v12H4zM12 6v12', header: 'M4 5h16v14H4zM4 10h16M7 7.500h10', deleteTable: 'M4 5h16v14H4zM9 9l6 6M15 9l-6 6',
};

/** Commands of both toolbars: `run` is a ProseMirror command, `pressed` tells the state. */
function entries({ ask }) {
  const block = (type, attrs) => ({ run: setBlock(type, attrs), pressed: state => isBlock(state, type, attrs) });
  const mark = name => ({ run: toggle(name), pressed: state => isMarked(state, marks[name]) });
  const heading = level => ({ ...block(nodes.heading, { level }), text: `H${level}`, values: [level], label: 'heading' });
  const list = ordered => ({ run: toggleList(ordered), pressed: state => isActive(state, ordered) });
  return [
    { name: 'undo', run: history.undo, keys: 'Control+Z' },
    { name: 'redo', run: history.redo, keys: 'Control+Y' },
    { name: 'paragraph', text: '¶', ...block(nodes.paragraph), keys: 'Control+Alt+0' },
    ...[2, 3, 4].map(level => ({ name: `heading${level}`, keys: `Control+Alt+${level}`, ...heading(level) })),
    { name: 'quote', ...block(nodes.quote), keys: 'Control+Shift+9' },
    { name: 'strong', text: 'B', ...mark('strong'), keys: 'Control+B' },
    { name: 'em', text: 'I', ...mark('em'), keys: 'Control+I' },
    { name: 'link', run: ask.link, pressed: state => isMarked(state, marks.link), keys: 'Control+K', popup: true },
    { name: 'bullets', ...list(false), keys: 'Control+Shift+8' },
    { name: 'numbers', ...list(true), keys: 'Control+Shift+7' },
    { name: 'outdent', run: indent(-1), keys: 'Control+[' },
    { name: 'indent', run: indent(1), keys: 'Control+]' },
    { name: 'picture', run: ask.picture, pressed: state => Boolean(figureAt(state)), popup: true },
    { name: 'table', run: insertTable },
  ];
}

/** The figure at the selection with its position, or null. */
export function figureAt(state) {
  const { $from, node } = state.selection;
  if (node?.type === nodes.figure) return { node, at: $from.pos };
  return $from.parent.type === nodes.figure ? { node: $from.parent, at: $from.before() } : null;
}

const tableEntries = () => Object.entries(tableCommands).map(([name, run]) => ({ name, run }));

/** One toolbar: a single tab stop, arrow keys between the buttons, Escape back to the text. */
class Bar {
  constructor(editor, label, list, id) {
    this.editor = editor;
    this.list = list.map(entry => ({ ...entry, button: this.#button(entry) }));
    this.dom = el('div', { role: 'toolbar', 'aria-label': editor.t(label), 'aria-controls': id, keydown: event => this.#key(event) },
      ...this.list.map(entry => entry.button));
    this.#stop(this.list[0].button);
  }

  #button(entry) {
    const { t } = this.editor;
    const name = t(entry.label ?? entry.name, ...(entry.values ?? []));
    return el('button', {
      type: 'button', title: entry.keys ? `${name} (${entry.keys.replace('Control', 'Ctrl')})` : name, 'aria-label': name,
      'aria-keyshortcuts': entry.keys, 'aria-haspopup': entry.popup ? 'dialog' : null, tabindex: '-1', 'data-command': entry.name,
      // Keeps the selection in the text.
      mousedown: event => event.preventDefault(),
      click: event => this.#run(entry, event),
    }, entry.label ? entry.text : entry.text ? el('span', { 'aria-hidden': 'true' }, entry.text) : icon(ICONS[entry.name]));
  }

  #run(entry, event) {
    this.#stop(event.currentTarget);
    const { view } = this.editor;
    if (event.currentTarget.getAttribute('aria-disabled') === 'true') return;
    entry.run(view.state, view.dispatch, view);
    // A click by mouse or by touch goes on in the text; by keyboard it stays in the toolbar.
    if (event.detail > 0 && !entry.popup) view.focus();
  }

  #key(event) {
    const buttons = this.list.map(entry => entry.button);
    const at = buttons.indexOf(document.activeElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (event.key === 'Escape') this.editor.view.focus();
    else if (to === undefined) return;
    else this.focus(buttons[(to + buttons.length) % buttons.length]);
    event.preventDefault();
  }

  #stop(button) {
    this.list.forEach(entry => (entry.button.tabIndex = entry.button === button ? 0 : -1));
  }

  focus(button = this.list.find(entry => entry.button.tabIndex === 0).button) {
    this.#stop(button);
    button.focus();
  }

  update(state, editable) {
    for (const { button, run, pressed } of this.list) {
      const possible = editable && run(state, null, this.editor.view);
      button.setAttribute('aria-disabled', String(!possible));
      if (pressed) button.setAttribute('aria-pressed', String(Boolean(pressed(state))));
    }
  }
}

/** The toolbar of an editor, with a second one while the cursor is in a table. */
export class Toolbar {
  constructor(editor, id) {
    this.main = new Bar(editor, 'toolbar', entries(editor), id);
    this.table = new Bar(editor, 'tableToolbar', tableEntries(), id);
    this.dom = el('div', { class: 'yj-toolbars' }, this.main.dom, this.table.dom);
  }

  focus() {
    this.main.focus();
    return true;
  }

  update(state, editable) {
    this.dom.hidden = !editable;
    this.table.dom.hidden = !editable || !isInTable(state);
    this.main.update(state, editable);
    if (!this.table.dom.hidden) this.table.update(state, editable);
  }
}
