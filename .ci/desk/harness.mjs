// A browser that works at the desk of a running Yujian (YUJIAN_BASE, YUJIAN_KEY_FILE), signed in by its key.
import { AxeBuilder } from '@axe-core/playwright';
import { chromium } from 'playwright-core';
import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';

export const base = process.env.YUJIAN_BASE;
export const key = readFileSync(process.env.YUJIAN_KEY_FILE, 'utf8').trim();
const shots = process.env.SHOTS;
if (shots) mkdirSync(shots, { recursive: true });

export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };
export const DESKTOP = { viewport: { width: 1280, height: 800 } };

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
});

export const close = () => browser.close();

export async function api(method, path, body, headers = {}) {
  const response = await fetch(base + path, {
    method,
    headers: { Authorization: `Bearer ${key}`, ...(body && !(body instanceof FormData) && { 'Content-Type': 'application/json' }), ...headers },
    ...(body && { body: body instanceof FormData ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
  return { json: text ? JSON.parse(text) : null, etag: response.headers.get('etag') };
}

/** A document of a new account, imported as a draft; gives the report. */
export async function imported(text) {
  const { json: account } = await api('POST', '/v1/desk/accounts', { name: `社区${randomUUID().slice(0, 6)}` });
  const form = new FormData();
  form.append('file', new File([text], 'notice.txt', { type: 'text/plain' }));
  form.append('account', account.id);
  return (await api('POST', '/v1/desk/imports', form)).json;
}

/** Somebody at the desk. Errors of pages and violations of their policy end up in `wrong`. */
export async function person({ language = 'zh-CN', ...options } = {}) {
  const context = await browser.newContext({ locale: language, ...options });
  const page = await context.newPage();
  const wrong = [];
  page.on('pageerror', error => wrong.push(String(error)));
  page.on('console', message => message.type() === 'error' && !/status of 4\d\d|ERR_INTERNET_DISCONNECTED/.test(message.text()) && wrong.push(message.text()));
  page.on('dialog', dialog => wrong.push(`dialog ${dialog.message()}`) && dialog.dismiss());
  return { context, page, wrong, open: path => page.goto(base + path), close: () => context.close() };
}

export async function signedIn({ key: own = key, ...options } = {}) {
  const who = await person(options);
  await who.open('/desk');
  await who.page.fill('#key', own);
  await who.page.press('#key', 'Enter');
  await who.page.waitForURL(`${base}/desk`);
  return who;
}

/** What axe finds; with SHOTS a picture is kept. */
export async function inspect(page, name) {
  if (shots) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${name} ${id}: ${nodes.map(node => node.html).join(' ')}`);
}

/** Waits until the article page has saved. */
export const saved = page => page.locator('#saving[data-state=saved]').waitFor();

export const body = page => page.locator('yujian-editor .ProseMirror');
