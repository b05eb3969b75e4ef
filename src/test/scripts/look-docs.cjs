// Called by look.cjs: Swagger UI at /docs, used as a person does who tries an operation out.
'use strict';
const path = require('node:path');

const SECONDS = 1_000;
const VIEWS = [
  { name: 'phone', viewport: { width: 390, height: 844 } },
  { name: 'phone-dark', viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
  { name: 'desktop', viewport: { width: 1280, height: 900 } },
];

async function tryOut(browser, address, folder, view, check) {
  const where = `docs ${view.name}`;
  const { name, ...options } = view;
  const context = await browser.newContext({ deviceScaleFactor: 2, ...options });
  const page = await context.newPage();
  page.on('console', (m) => check(m.type() !== 'error', where, `console: ${m.text()}`));
  page.on('pageerror', (e) => check(false, where, `script: ${e}`));
  page.on('response', (r) => {
    check(r.url().startsWith(address) || r.url().startsWith('data:'), where, `asks ${r.url()}`);
    check(r.status() < 400, where, `${r.url()} answers ${r.status()}`);
  });
  await page.addInitScript(() => {
    window.violations = [];
    document.addEventListener('securitypolicyviolation', (e) =>
      window.violations.push(`${e.violatedDirective} ${e.blockedURI} ${e.sourceFile}:${e.lineNumber}`));
  });
  await page.goto(`${address}/docs`, { waitUntil: 'networkidle' });
  await page.screenshot({ path: path.join(folder, `docs-${name}.png`) });
  const operation = page.locator('.opblock-get', {
    has: page.locator('[data-path="/v1/articles"]'),
  });
  await page.locator('.opblock-tag').first().waitFor({ timeout: 20 * SECONDS });
  for (const tag of await page.locator('.opblock-tag').all()) {
    await tag.click();
  }
  await operation.waitFor({ timeout: 20 * SECONDS });
  await operation.locator('.opblock-summary-control').click();
  await operation.locator('.try-out__btn').click();
  await operation.locator('.execute').click();
  const status = operation.locator('.live-responses-table .response .response-col_status').first();
  await status.waitFor({ timeout: 10 * SECONDS });
  const shown = (await status.innerText()).trim();
  check(shown.startsWith('200'), where, `GET /v1/articles shows ${shown}`);
  const body = await operation.locator('.live-responses-table .highlight-code').first().innerText();
  check(body.includes('"items"'), where, 'the response has no items');
  const wide = await page.evaluate(() =>
    document.documentElement.scrollWidth - document.documentElement.clientWidth);
  check(wide <= 0, where, `scrolls sideways by ${wide} px`);
  const violations = await page.evaluate(() => window.violations);
  violations.forEach((v) => check(false, where, `against the policy: ${v}`));
  await page.locator('.live-responses-table').first().scrollIntoViewIfNeeded();
  await page.screenshot({ path: path.join(folder, `docs-${name}-tried.png`) });
  await context.close();
}

module.exports = async (browser, address, folder, check) => {
  for (const view of VIEWS) {
    await tryOut(browser, address, folder, view, check).catch((e) =>
      check(false, `docs ${view.name}`, String(e)));
  }
  console.log('docs: tried GET /v1/articles out');
};
