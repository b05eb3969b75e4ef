import { el } from './dom.js';
import { shownAt } from './schema.js';

/** Shows a figure: the picture or the progress of its upload, and the caption as editable text. */
export class FigureView {
  constructor(node, editor) {
    this.editor = editor;
    this.picture = el('div', { class: 'yj-picture', contenteditable: 'false', dblclick: () => editor.askPicture() });
    this.contentDOM = el('figcaption', { 'data-placeholder': editor.t('captionHere') });
    this.dom = el('figure', {}, this.picture, this.contentDOM);
    this.#show(node);
  }

  #show(node) {
    this.node = node;
    const { image, upload } = node.attrs;
    const src = image && shownAt(image);
    const pending = this.editor.uploads.progressOf(upload);
    this.picture.replaceChildren(...(src ? [this.#image(src, image)] : []), ...(pending ? [this.#progress(pending)] : []));
    if (src && !image.alt) this.picture.append(el('span', { class: 'yj-missing' }, this.editor.t('noAlt')));
    this.dom.classList.toggle('yj-bare', node.content.size === 0);
  }

  #image(src, image) {
    return el('img', { src, alt: image.alt ?? '', width: image.width, height: image.height, loading: 'lazy', draggable: 'false' });
  }

  #progress(pending) {
    const bar = el('progress', { max: 1, value: pending.part, 'aria-label': this.editor.t('picture') });
    pending.show = part => (bar.value = part);
    return bar;
  }

  update(node) {
    if (node.type !== this.node.type) return false;
    const { attrs } = this.node;
    if (node.attrs.image !== attrs.image || node.attrs.upload !== attrs.upload) this.#show(node);
    this.node = node;
    this.dom.classList.toggle('yj-bare', node.content.size === 0);
    return true;
  }

  selectNode() {
    this.dom.classList.add('ProseMirror-selectednode');
  }

  deselectNode() {
    this.dom.classList.remove('ProseMirror-selectednode');
  }

  ignoreMutation(mutation) {
    return !this.contentDOM.contains(mutation.target);
  }

  stopEvent() {
    return false;
  }
}
