import assert from 'node:assert/strict';
import { base } from './harness.mjs';

/** Paths of the desk that pages link to, from some on; one of each kind. */
export async function paths(page, start) {
  const found = new Map();
  const waiting = ['/desk', ...start];
  while (waiting.length > 0) {
    const path = waiting.shift();
    const kind = path.replace(/\?.*/, '').replace(/\/[^/]*\d[^/]*/g, '/*');
    if (found.has(kind) && !start.includes(path)) continue;
    const response = await page.goto(base + path);
    assert.equal(response.status(), 200, path);
    found.set(start.includes(path) ? path : kind, path);
    found.set(kind, path);
    const links = await page.locator('a[href^="/desk"]').evaluateAll(all => all.map(link => link.getAttribute('href')));
    waiting.push(...links.filter(link => !start.includes(link)));
  }
  return [...new Set(found.values())];
}
