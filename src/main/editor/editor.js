import { TextSelection } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { blocksOf } from './blocks.js';
import { clipboard } from './clipboard.js';
import { insertBlock } from './commands.js';
import { askLink, askPicture } from './dialogs.js';
import { el } from './dom.js';
import { FigureView } from './figure.js';
import { labelsFor } from './labels.js';
import { measure, passageOf, positionOf } from './places.js';
import { LONGEST_BODY, MOST_PARTS } from './rules.js';
import { schema, shownAt } from './schema.js';
import { changedFigure, highlighted, linkAt, stateOf } from './state.js';
import { figureAt, Toolbar } from './toolbar.js';
import { sendPicture, Uploads } from './uploads.js';

let elements = 0;

/**
 * <yujian-editor name value account label maxlength readonly>: edits the blocks of a draft article.
 *
 * `value` is the list of blocks as /v1/desk/articles gives and takes it; the attribute has the
 * first one as JSON. Dispatches `change` after
 * every edit. `upload` may replace how a picture file becomes a picture. As a form control it has
 * the value as JSON and is invalid while the text is too long or a picture is on its way.
 */
export class YujianEditor extends HTMLElement {
  static formAssociated = true;
  static observedAttributes = ['readonly', 'maxlength', 'label'];

  #internals = this.attachInternals();
  #blocks = [];
  #given = false;
  #pictures = new Map();
  #disabled = false;
  view = null;
  uploads = new Uploads(this);
  t = labelsFor(document.documentElement);

  /** Commands that open a dialog or move the focus. */
  ask = {
    link: (state, dispatch) => this.#canLink(state) && (dispatch && this.askLink(), true),
    picture: (state, dispatch) => (dispatch && this.askPicture(), true),
    toolbar: (state, dispatch) => (dispatch ? this.toolbar.focus() : true),
  };

  /** Sends a file; resolves with the picture for `image` of a figure. */
  upload = sendPicture;

  get name() {
    return this.getAttribute('name');
  }

  get form() {
    return this.#internals.form;
  }

  get account() {
    return this.getAttribute('account');
  }

  get maxLength() {
    return Number(this.getAttribute('maxlength')) || LONGEST_BODY;
  }

  get readOnly() {
    return this.hasAttribute('readonly');
  }

  set readOnly(value) {
    this.toggleAttribute('readonly', value);
  }

  get validity() {
    return this.#internals.validity;
  }

  /** True while a picture is being uploaded; it is not yet part of the value. */
  get busy() {
    return this.uploads.busy;
  }

  /** The blocks; those that were not changed are as they were given, with their ids. */
  get value() {
    return this.view ? blocksOf(this.view.state.doc) : this.#blocks;
  }

  set value(blocks) {
    this.#blocks = blocks ?? [];
    this.#given = true;
    for (const { image } of this.#blocks) this.#know(image);
    if (this.view) {
      this.view.updateState(stateOf(this.#blocks, this));
      this.#show();
    }
  }

  connectedCallback() {
    if (this.view) return;
    if (Object.hasOwn(this, 'value')) {
      // Set before this class was loaded.
      const { value } = this;
      delete this.value;
      this.value = value;
    } else if (!this.#given && this.hasAttribute('value')) {
      this.value = JSON.parse(this.getAttribute('value'));
    }
    this.t = labelsFor(this);
    const id = `yujian-editor-${++elements}`;
    this.toolbar = new Toolbar(this, id);
    this.counter = el('p', { class: 'yj-count', id: `${id}-count` });
    this.status = el('p', { class: 'yj-status', role: 'status' });
    const mount = el('div', { class: 'yj-text' });
    this.replaceChildren(this.toolbar.dom, mount, el('div', { class: 'yj-foot' }, this.status, this.counter));
    this.view = new EditorView({ mount }, {
      state: stateOf(this.#blocks, this),
      editable: () => !this.readOnly && !this.#disabled,
      attributes: () => this.#attributes(id),
      nodeViews: { figure: node => new FigureView(node, this) },
      dispatchTransaction: tr => this.#dispatch(tr),
      // What is scrolled to is not behind the toolbar.
      scrollThreshold: { top: 110, right: 0, bottom: 30, left: 0 },
      scrollMargin: { top: 120, right: 5, bottom: 40, left: 5 },
      ...clipboard(this),
    });
    this.#show();
  }

  disconnectedCallback() {
    // Moving the element within the page disconnects it for a moment.
    queueMicrotask(() => {
      if (this.isConnected || !this.view) return;
      this.#blocks = this.value;
      this.view.destroy();
      this.view = null;
    });
  }

  attributeChangedCallback() {
    if (!this.view) return;
    this.view.setProps({});
    this.#show();
  }

  formDisabledCallback(disabled) {
    this.#disabled = disabled;
    this.attributeChangedCallback();
  }

  formResetCallback() {
    this.value = this.#blocks;
  }

  focus() {
    this.view?.focus();
  }

  /**
   * Selects a place in the text and scrolls to it.
   *
   * @param paragraph line of the body text, from 1, as joins and findings of imports name it
   * @param offset code points of that line left of the place
   * @param length number of code points to select
   */
  focusText(paragraph, offset = 0, length = 0) {
    const { state } = this.view;
    const [from, to] = [offset, offset + length].map(at => positionOf(state.doc, paragraph, at));
    if (from === null) return;
    const selection = TextSelection.between(state.doc.resolve(from), state.doc.resolve(to));
    this.view.dispatch(state.tr.setSelection(selection).scrollIntoView());
    this.view.focus();
  }

  /** The selected text as a comment names it; null without one within a paragraph, quote or heading. */
  get passage() {
    return passageOf(this.view.state);
  }

  /** Marks places, given as for focusText, until they are changed; `kind` is `yj-found`, `yj-join` or another class. */
  highlight(places) {
    this.view.dispatch(highlighted(this.view.state, places));
  }

  /** Shows a message below the text and has it read out. */
  say(message, problem = false) {
    this.status.textContent = message;
    this.status.classList.toggle('yj-problem', problem);
  }

  /** The picture that is shown at this address in this editor; null for another address. */
  knownPicture(src) {
    return this.#pictures.get(src) ?? null;
  }

  async askLink() {
    const { state } = this.view;
    const range = linkAt(state);
    const answer = await askLink(this.t, { href: range.href, text: range.from === range.to ? '' : null });
    this.view.focus();
    if (!answer || this.view.state.doc !== state.doc) return;
    const tr = this.view.state.tr.removeMark(range.from, range.to, schema.marks.link);
    if (answer.href) {
      if (range.from === range.to) tr.insertText(answer.text ?? answer.href, range.from);
      const to = Math.max(range.to, tr.mapping.map(range.to));
      tr.addMark(range.from, to, schema.marks.link.create({ href: answer.href }));
      tr.setSelection(TextSelection.create(tr.doc, to)).removeStoredMark(schema.marks.link);
    }
    this.view.dispatch(tr.scrollIntoView());
  }

  async askPicture(found = figureAt(this.view.state)) {
    const answer = await askPicture(this.t, { image: found?.node.attrs.image, caption: found?.node.textContent ?? '' });
    this.view.focus();
    if (!answer) return;
    if (!found) {
      this.#insert(answer.file, answer.alt, answer.caption);
    } else if (this.view.state.doc.nodeAt(found.at)?.eq(found.node)) {
      const upload = answer.file ? this.uploads.start(answer.file, answer.alt) : found.node.attrs.upload;
      this.view.dispatch(changedFigure(this.view.state.tr, found, { ...answer, upload }));
    }
  }

  /** Uploads a file and shows it at the cursor or at a position; then asks for its description. */
  insertPicture(file, at) {
    if (at !== undefined) {
      const { state } = this.view;
      this.view.dispatch(state.tr.setSelection(TextSelection.near(state.doc.resolve(at))));
    }
    this.#insert(file, '', '', picture => picture && !picture.alt && this.#describe(picture));
  }

  #insert(file, alt, caption, then) {
    const upload = this.uploads.start(file, alt, then);
    const figure = schema.nodes.figure.create({ upload }, caption ? schema.text(caption) : null);
    this.view.dispatch(insertBlock(this.view.state.tr, figure, 1));
  }

  #describe(picture) {
    let found = null;
    this.view?.state.doc.forEach((node, at) => {
      if (node.type === schema.nodes.figure && node.attrs.image?.url === picture.url && !node.attrs.image.alt) found = { node, at };
    });
    if (found && !document.querySelector('.yujian-dialog')) this.askPicture(found);
  }

  /** Applies what an upload changes; undo skips it. */
  settle(change) {
    if (!this.view) return;
    this.view.dispatch(change(this.view.state.tr).setMeta('addToHistory', false));
  }

  #know(image) {
    const src = image && shownAt(image);
    if (src) this.#pictures.set(src, image);
  }

  #canLink(state) {
    return state.selection.$from.parent.isTextblock && (state.selection.empty || state.selection.$from.sameParent(state.selection.$to));
  }

  #dispatch(tr) {
    this.view.updateState(this.view.state.apply(tr));
    this.#show();
    if (tr.docChanged) {
      for (const { attrs } of this.view.state.doc.children) this.#know(attrs.image);
      this.dispatchEvent(new Event('change', { bubbles: true }));
    }
  }

  #attributes(id) {
    return {
      id,
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-label': this.getAttribute('label') ?? this.t('text'),
      'aria-describedby': `${id}-count`,
      'aria-readonly': String(this.readOnly),
      tabindex: '0',
      spellcheck: 'false',
    };
  }

  #show() {
    const { state } = this.view;
    this.toolbar.update(state, this.view.editable);
    const { characters, words, parts } = measure(state.doc);
    const number = new Intl.NumberFormat(this.closest('[lang]')?.lang || undefined);
    const [count, most] = [characters, this.maxLength].map(each => number.format(each));
    this.counter.textContent = `${this.t('count', count, most)} · ${this.t('words2', number.format(words))}`;
    const problem = characters > this.maxLength ? this.t('over', most)
      : parts > MOST_PARTS ? this.t('tooManyParts', number.format(MOST_PARTS))
      : this.busy ? this.t('wait') : '';
    this.counter.classList.toggle('yj-problem', Boolean(problem) && !this.busy);
    this.#internals.setFormValue(this.name ? JSON.stringify(this.value) : null);
    this.#internals.setValidity(problem ? { customError: true } : {}, problem, this.view.dom);
  }
}

customElements.define('yujian-editor', YujianEditor);
