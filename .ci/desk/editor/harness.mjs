// A page with the editor on the origin of a running Yujian (YUJIAN_BASE, YUJIAN_KEY_FILE), and a browser.
import { chromium } from 'playwright-core';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const pages = join(here, '../../../src/main/resources/pages');
const base = process.env.YUJIAN_BASE;
const authorization = `Bearer ${readFileSync(process.env.YUJIAN_KEY_FILE, 'utf8').trim()}`;

const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; " +
  "form-action 'none'; require-trusted-types-for 'script'; trusted-types ProseMirrorClipboard";
const FILES = {
  '/page.css': ['text/css; charset=utf-8', join(pages, 'page.css')],
  '/editor.css': ['text/css; charset=utf-8', join(pages, 'desk/editor.css')],
  '/scene.png': ['image/png', join(here, '../../../src/test/resources/pictures/scene.png')],
  '/editor.js': ['text/javascript; charset=utf-8', join(pages, 'desk/editor.js')],
};

const html = (language, attributes) => `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>Editor</title>
<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/page.css"><link rel="stylesheet" href="/editor.css">
<script type="module" src="/editor.js"></script></head><body><main><h1>${language === 'en' ? 'Article' : '文章'}</h1>
<form><yujian-editor name="body" ${attributes}></yujian-editor></form></main></body></html>`;

/** Serves the page, the bundle and, with the key, the API. */
const server = createServer(async (request, response) => {
  const url = new URL(request.url, 'http://localhost');
  if (url.pathname === '/editor') {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': POLICY });
    response.end(html(url.searchParams.get('lang') ?? 'zh-CN', url.searchParams.get('with') ?? ''));
  } else if (FILES[url.pathname]) {
    const [type, file] = FILES[url.pathname];
    response.writeHead(200, { 'Content-Type': type });
    response.end(readFileSync(file));
  } else if (/^\/(?:v1|media)\//.test(url.pathname)) {
    const { host, connection, ...headers } = request.headers;
    const body = Buffer.concat(await request.toArray());
    const answer = await fetch(base + request.url, {
      method: request.method, headers: { ...headers, authorization }, ...(body.length && { body }),
    });
    response.writeHead(answer.status, { 'Content-Type': answer.headers.get('content-type') ?? 'application/json' });
    response.end(Buffer.from(await answer.arrayBuffer()));
  } else {
    response.writeHead(url.pathname === '/favicon.ico' ? 204 : 404).end();
  }
}).listen(0, '127.0.0.1');
await once(server, 'listening');
const origin = `http://127.0.0.1:${server.address().port}`;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
});

export async function close() {
  await browser.close();
  server.close();
  server.closeAllConnections();
}

export async function api(method, path, body, headers = {}) {
  const response = await fetch(base + path, {
    method,
    headers: { authorization, 'Content-Type': 'application/json', ...headers },
    ...(body && { body: body instanceof FormData ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
  return { json: text ? JSON.parse(text) : null, etag: response.headers.get('etag') };
}

export const form = (path, fields) => {
  const data = new FormData();
  for (const [key, value] of Object.entries(fields)) data.append(key, value);
  return fetch(base + path, { method: 'POST', headers: { authorization }, body: data });
};

/** An article of a new account that takes bodies. */
export async function draft() {
  const account = (await api('POST', '/v1/desk/accounts', { name: `Editor ${randomUUID().slice(0, 8)}` })).json.id;
  const edition = (await api('POST', '/v1/desk/editions', { accountId: account, articles: [{ title: 'T' }] })).json;
  const article = edition.articles[0].id;
  /** Writes the blocks and gives them as they are stored. */
  const store = async blocks => {
    const { etag } = await api('GET', `/v1/desk/articles/${article}`);
    const answer = await api('PATCH', `/v1/desk/articles/${article}`, { blocks }, { 'If-Match': etag });
    return answer.json.draft.blocks ?? [];
  };
  return { account, article, store };
}

/** Opens the editor with a value unless it is null; every error, violation of the policy and foreign request ends up in `wrong`. */
export async function open({ language = 'zh-CN', with: attributes = '', value = [], ...options } = {}) {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'], ...options });
  const page = await context.newPage();
  const wrong = [];
  page.on('pageerror', error => wrong.push(String(error)));
  page.on('console', message => message.type() === 'error' && wrong.push(message.text()));
  page.on('dialog', dialog => wrong.push(`dialog ${dialog.message()}`) && dialog.dismiss());
  page.on('request', request => request.url().startsWith(origin) || request.url().startsWith('data:') || wrong.push(request.url()));
  await page.goto(`${origin}/editor?lang=${language}&with=${encodeURIComponent(attributes)}`);
  await page.evaluate(blocks => {
    window.boom = () => console.error('boom');
    document.addEventListener('securitypolicyviolation', event => console.error(`policy: ${event.violatedDirective} ${event.sample}`));
    if (blocks) document.querySelector('yujian-editor').value = blocks;
  }, value);
  const text = page.locator('yujian-editor .ProseMirror');
  const editor = {
    page, text, wrong,
    value: () => page.evaluate(() => document.querySelector('yujian-editor').value),
    call: (method, ...values) => page.evaluate(([name, all]) => document.querySelector('yujian-editor')[name](...all), [method, values]),
    keys: async (...names) => { for (const name of names) await page.keyboard.press(name); },
    type: words => page.keyboard.insertText(words),
    paste: data => page.evaluate(all => {
      const transfer = new DataTransfer();
      for (const [type, content] of Object.entries(all)) transfer.setData(type, content);
      const target = document.querySelector('yujian-editor .ProseMirror');
      target.focus();
      target.dispatchEvent(new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }));
    }, data),
    status: () => page.locator('yujian-editor [role=status]').textContent(),
    /** Presses a button of a toolbar by keyboard only, from the text, and goes back to the text. */
    command: async (name, back = true) => {
      await page.keyboard.press('Alt+F10');
      for (let i = 0; i < 40; i++) {
        const [command, table] = await page.evaluate(() => [document.activeElement.dataset.command, document.activeElement.parentElement.nextElementSibling?.hidden === false]);
        if (command === name) break;
        if (i === 16 && table) await page.keyboard.press('Tab');
        else await page.keyboard.press('ArrowRight');
      }
      await page.keyboard.press('Enter');
      if (back) await page.keyboard.press('Escape');
    },
    close: () => context.close(),
  };
  await text.click();
  return editor;
}

/** Blocks without what the server adds: ids, and pictures' sizes and addresses. */
export const ordered = blocks => JSON.parse(JSON.stringify(blocks, (_, value) =>
  value && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value));

export const bare = blocks => blocks.map(({ id, image, ...block }) => ({
  ...block, ...(image && { image: { url: image.url, ...(image.alt && { alt: image.alt }) } }),
}));
