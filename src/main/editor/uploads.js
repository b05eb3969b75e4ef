import { Plugin } from 'prosemirror-state';
import { schema } from './schema.js';

const LARGEST = 10 * 1024 * 1024;
const TYPES = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif']);

/** What a user reads when an upload did not work. */
class UploadError extends Error {}

/**
 * Sends a picture to POST /v1/desk/media and gives the picture of the response. An XMLHttpRequest,
 * because fetch does not report the progress of an upload.
 */
export function sendPicture(file, { account, progress, t }) {
  const form = new FormData();
  form.append('file', file, file.name || 'picture');
  if (account) form.append('account', account);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/v1/desk/media');
    request.setRequestHeader('Accept', 'application/json, application/problem+json');
    request.setRequestHeader('Accept-Language', document.documentElement.lang || 'zh-CN');
    request.upload.onprogress = event => progress(event.total ? event.loaded / event.total : 0);
    request.onerror = () => reject(new UploadError(t('network')));
    request.onload = () => {
      const answer = parsed(request.responseText);
      if (request.status < 300 && answer?.picture) resolve(answer.picture);
      else reject(new UploadError(answer?.detail ?? answer?.title ?? `HTTP ${request.status}`));
    };
    request.send(form);
  });
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** A file from a data: address of Base64. */
export function fileOf(address) {
  const [head, data] = address.split(',', 2);
  const type = head.slice(5, head.indexOf(';')).toLowerCase().replace('image/jpg', 'image/jpeg');
  try {
    const bytes = Uint8Array.from(atob(data.replace(/\s/g, '')), c => c.charCodeAt(0));
    return new File([bytes], 'picture', { type });
  } catch {
    return null;
  }
}

/** The uploads of one editor. A figure names its upload until the picture is there. */
export class Uploads {
  #pending = new Map();
  #done = new Map();
  #next = 1;
  #editor;

  constructor(editor) {
    this.#editor = editor;
  }

  get busy() {
    return this.#pending.size > 0;
  }

  progressOf(id) {
    return this.#pending.get(id) ?? null;
  }

  /** Begins an upload; returns its id at once. `then` gets the picture, or null. */
  start(file, alt = '', then = () => {}) {
    const id = `upload-${this.#next++}`;
    this.#pending.set(id, { name: file?.name ?? '', part: 0 });
    this.#run(id, file, alt).then(then);
    return id;
  }

  async #run(id, file, alt) {
    const { t } = this.#editor;
    let picture = null;
    try {
      // The figure is inserted after this call returns.
      await Promise.resolve();
      if (!file || !TYPES.has(file.type)) throw new UploadError(t('wrongType'));
      if (file.size > LARGEST) throw new UploadError(t('tooBig'));
      const progress = part => this.#progress(id, part);
      picture = { ...(await this.#editor.upload(file, { account: this.#editor.account, progress, t })) };
      if (alt) picture.alt = alt;
      this.#editor.say(t('uploaded'));
    } catch (error) {
      this.#editor.say(t('uploadFailed', error instanceof Error ? error.message : String(error)), true);
    }
    this.#pending.delete(id);
    this.#done.set(id, picture);
    this.#editor.settle(tr => this.settle(tr));
    return picture;
  }

  #progress(id, part) {
    const pending = this.#pending.get(id);
    if (!pending) return;
    pending.part = part;
    this.#editor.say(this.#editor.t('uploading', pending.name, Math.round(part * 100)));
    pending.show?.(part);
  }

  /** Puts pictures that are there into their figures; a figure whose upload failed goes away. */
  settle(tr) {
    const found = [];
    tr.doc.forEach((node, at) => {
      if (node.type === schema.nodes.figure && this.#done.has(node.attrs.upload)) found.push({ node, at });
    });
    for (const { node, at } of found.reverse()) {
      const image = this.#done.get(node.attrs.upload) ?? node.attrs.image;
      if (image || node.content.size) tr.setNodeMarkup(at, null, { ...node.attrs, image, upload: null });
      else tr.delete(at, at + node.nodeSize);
    }
    return tr;
  }

  /** Redoing an insertion brings back the figure as it was before the picture came. */
  plugin() {
    return new Plugin({
      appendTransaction: (transactions, before, after) => {
        if (!this.#done.size || !transactions.some(each => each.docChanged)) return null;
        const tr = this.settle(after.tr);
        return tr.docChanged ? tr : null;
      },
    });
  }
}
