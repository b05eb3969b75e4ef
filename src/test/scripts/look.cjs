// Called by the script "look" beside it: address, folder for pictures, further paths.
'use strict';
const fs = require('node:fs');
const path = require('node:path');
const { chromium } = require('playwright-core');
const lookAtDocs = require('./look-docs.cjs');

const [address, folder, ...more] = process.argv.slice(2);
const MOST_BYTES = 20_000;
const LEAST_CONTRAST = 4.5;
const MOST_SHIFT = 0.1;
const MOST_WAIT = 3_000;
const STOPS = 'a[href], button';
const PHONE = { width: 390, height: 844 };
const VIEWS = [
  { name: 'phone', viewport: PHONE, tree: true },
  // A second-generation mobile line, on which a page of 20 kB comes in a few seconds.
  { name: 'phone-slow-line', viewport: PHONE, line: { latency: 400, bytesPerSecond: 25_000 } },
  { name: 'phone-dark', viewport: PHONE, colorScheme: 'dark' },
  { name: 'phone-no-script', viewport: PHONE, javaScriptEnabled: false },
  {
    name: 'phone-wechat',
    viewport: PHONE,
    userAgent: 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/116.0 Mobile MicroMessenger/8.0.50',
    says: { landing: '浏览器' },
  },
  { name: 'phone-english', viewport: PHONE, locale: 'en-GB' },
  { name: 'small', viewport: { width: 320, height: 640 } },
  { name: 'large-phone', viewport: { width: 430, height: 932 } },
  { name: 'desktop', viewport: { width: 1280, height: 900 } },
  { name: 'desktop-dark', viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
  { name: 'print', viewport: { width: 794, height: 1123 }, print: true },
];

const failures = [];
const statuses = new Map();

function check(good, where, what) {
  if (!good) {
    failures.push(`${where}: ${what}`);
  }
}

/** What the page looks like from inside; runs in the browser. */
function inspect(leastContrast) {
  const luminance = ([r, g, b]) =>
    [r, g, b]
      .map((value) => value / 255)
      .map((value) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
      .reduce((sum, value, i) => sum + value * [0.2126, 0.7152, 0.0722][i], 0);
  const numbers = (colour) => colour.match(/[\d.]+/g).map(Number);
  const background = (element) => {
    for (let e = element; e; e = e.parentElement) {
      const colour = numbers(getComputedStyle(e).backgroundColor);
      if (colour.length < 4 || colour[3] > 0) {
        return colour;
      }
    }
    return [255, 255, 255];
  };
  const contrast = (element) => {
    const [a, b] = [numbers(getComputedStyle(element).color), background(element)]
      .map(luminance)
      .sort((x, y) => y - x);
    return (a + 0.05) / (b + 0.05);
  };
  const own = (e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim());
  const all = [...document.body.querySelectorAll('*')];
  return {
    title: document.title,
    lang: document.documentElement.lang,
    mains: document.querySelectorAll('main').length,
    headings: all.filter((e) => /^H[1-6]$/.test(e.tagName)).map((e) => Number(e.tagName[1])),
    scripts: document.querySelectorAll('script').length,
    pale: all.filter((e) => own(e) && contrast(e) < leastContrast).map((e) => e.outerHTML),
    dumb: [...document.images].filter((i) => !i.hasAttribute('alt')).map((i) => i.src),
    broken: [...document.images]
      .filter((i) => i.complete && i.naturalWidth === 0)
      .map((i) => i.src),
    links: [...document.querySelectorAll('a[href]')].map((a) => a.href),
    text: document.body.innerText,
    tooWide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  };
}

async function follow(context, where, links) {
  for (const link of links.filter((l) => new URL(l).origin === new URL(address).origin)) {
    const target = link.replace(/#.*/, '');
    if (!statuses.has(target)) {
      const answer = await context.request.get(target, { headers: { Accept: 'text/html,*/*;q=0.8' } });
      statuses.set(target, answer.status());
    }
    check(statuses.get(target) === 200, where, `link ${target} answers ${statuses.get(target)}`);
  }
}

/** The key Tab reaches every link and button, in the order of the page, and one sees where it is. */
async function tab(page, where) {
  const reached = [];
  const count = await page.locator(STOPS).count();
  for (let i = 0; i < count; i++) {
    await page.keyboard.press('Tab');
    reached.push(await page.evaluate((stops) => {
      const at = document.activeElement;
      const seen = getComputedStyle(at).outlineStyle !== 'none';
      return seen ? [...document.querySelectorAll(stops)].indexOf(at) : -1;
    }, STOPS));
  }
  check(reached.every((place, i) => place === i), where, `Tab goes to ${reached}`);
  await page.evaluate(() => document.activeElement.blur());
}

/** What a screen reader is told: written down, and nothing in it without a name. */
async function tree(page, where, file) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const lines = [];
  const walk = (node, depth) => {
    const role = node.role?.value;
    const told = !node.ignored && !['none', 'generic', 'InlineTextBox'].includes(role);
    if (told) {
      const level = node.properties?.find((property) => property.name === 'level')?.value.value;
      lines.push(`${'  '.repeat(depth)}${role}${level ?? ''} ${node.name?.value ?? ''}`.trimEnd());
      check(!['link', 'image', 'heading', 'button', 'RootWebArea'].includes(role)
        || (node.name?.value ?? '').trim() !== '' , where, `a ${role} without a name`);
    }
    (node.childIds ?? []).forEach((id) => walk(byId.get(id), told ? depth + 1 : depth));
  };
  walk(nodes.find((node) => !node.parentId), 0);
  check(lines.filter((line) => line.trim().startsWith('main')).length === 1, where, 'not one main');
  fs.writeFileSync(file, lines.join('\n') + '\n');
}

/** Makes the line slow, and notes when something can be read and what moves afterwards. */
async function slowDown(page, line) {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false, latency: line.latency,
    downloadThroughput: line.bytesPerSecond, uploadThroughput: line.bytesPerSecond,
  });
  await page.addInitScript(() => {
    window.shifted = 0;
    new PerformanceObserver((list) => list.getEntries().forEach((e) => (window.shifted += e.value)))
      .observe({ type: 'layout-shift', buffered: true });
  });
}

async function judgeSlowLine(page, where) {
  const { shifted, painted, whole } = await page.evaluate(() => ({
    shifted: window.shifted,
    painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
    whole: performance.getEntriesByType('navigation')[0].loadEventEnd,
  }));
  console.log(`${where}: text after ${Math.round(painted)} ms, all after ${Math.round(whole)} ms`);
  check(painted <= MOST_WAIT, where, `nothing can be read for ${Math.round(painted)} ms`);
  check(shifted <= MOST_SHIFT, where, `what is read moves by ${shifted}`);
}

async function look(browser, target, view) {
  const { name, print, says, line, tree: treeWanted, ...options } = view;
  const where = `${target.name} ${name}`;
  const context = await browser.newContext({ locale: 'zh-CN', deviceScaleFactor: 2, ...options });
  const page = await context.newPage();
  let bytes = 0;
  page.on('console', (m) => {
    const expected = target.status !== 200 && m.text().includes(`status of ${target.status}`);
    check(m.type() !== 'error' || expected, where, `console: ${m.text()}`);
  });
  page.on('pageerror', (e) => check(false, where, `script: ${e}`));
  const bodies = [];
  page.on('response', (r) => {
    check(new URL(r.url()).origin === new URL(address).origin || r.url().startsWith('data:'), where,
      `asks elsewhere: ${r.url()}`);
    if (['document', 'stylesheet', 'font', 'script'].includes(r.request().resourceType())) {
      bodies.push(r.body().then((body) => (bytes += body.length)));
    }
  });
  if (print) {
    await page.emulateMedia({ media: 'print' });
  }
  if (line) {
    await slowDown(page, line);
  }
  const answer = await page.goto(address + target.path, { waitUntil: 'networkidle' });
  await Promise.all(bodies);
  check(answer.status() === target.status, where, `answers ${answer.status()}`);
  const seen = await page.evaluate(inspect, LEAST_CONTRAST);
  check(seen.title.trim() !== '', where, 'no title');
  check(seen.lang !== '', where, 'no language');
  check(seen.mains === 1, where, `${seen.mains} main landmarks`);
  check(seen.headings.filter((level) => level === 1).length === 1, where, 'not one h1');
  check(seen.headings.every((level, i) => level <= (seen.headings[i - 1] ?? 0) + 1), where,
    `headings skip a level: ${seen.headings}`);
  check(seen.scripts === 0, where, 'has scripts');
  check(seen.tooWide <= 0, where, `scrolls sideways by ${seen.tooWide} px`);
  check(bytes <= (target.bytes ?? MOST_BYTES), where, `weighs ${bytes} bytes`);
  const words = [target.says, says?.[target.name]].filter(Boolean);
  words.forEach((w) => check(seen.text.includes(w), where, `does not say ${w}`));
  if (!print) {
    await tab(page, where);
  }
  seen.pale.forEach((e) => check(false, where, `too pale: ${e}`));
  seen.dumb.forEach((src) => check(false, where, `picture without alt: ${src}`));
  seen.broken.forEach((src) => check(false, where, `picture is broken: ${src}`));
  if (line) {
    await judgeSlowLine(page, where);
  }
  if (treeWanted) {
    await tree(page, where, path.join(folder, `${target.name}-${name}.tree.txt`));
  }
  await follow(context, where, seen.links);
  await page.screenshot({
    path: path.join(folder, `${target.name}-${name}.png`),
    fullPage: true,
  });
  if (print) {
    await page.pdf({ path: path.join(folder, `${target.name}.pdf`), format: 'A4',
      preferCSSPageSize: true });
  }
  await context.close();
  return { bytes, links: seen.links };
}

/** Home, the newest articles, a landing page, problems, pages of absence, and what was named. */
async function targets(browser) {
  const context = await browser.newContext();
  const list = await (await context.request.get(`${address}/v1/articles?limit=2`)).json();
  const articles = list.items.map((a, i) => ({
    name: `article-${i + 1}`, path: `/a/${a.id}`, status: 200,
  }));
  check(articles.length > 0, 'start', 'the program has no articles');
  const found = [{ name: 'home', path: '/', status: 200 }, ...articles];
  if (articles.length > 0) {
    const page = await context.newPage();
    await page.goto(address + articles[0].path);
    const landing = await page.locator('a[href^="/f/"]').first().getAttribute('href');
    found.push({ name: 'landing', path: landing, status: 200 });
  }
  await context.close();
  found.push({ name: 'problems', path: '/problems', status: 200, bytes: 30_000 });
  found.push({ name: 'problem', path: '/problems/precondition-failed', status: 200 });
  found.push({ name: 'no-page', path: '/nothing', status: 404 });
  found.push({ name: 'no-article', path: '/a/00000000-0000-7000-8000-000000000000', status: 404 });
  found.push({ name: 'no-code', path: '/f/nobody', status: 404 });
  // Further paths may name the status and words that they should have: /f/…=410=社区
  more.forEach((given, i) => {
    const [where, status, says] = given.split('=');
    found.push({ name: `further-${i + 1}`, path: where, status: Number(status ?? 200), says });
  });
  return found;
}

(async () => {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM,
    args: [
      '--disable-gpu', '--disable-quic', '--disable-background-networking',
      '--disable-component-update', '--disable-sync', '--no-first-run',
      ...(process.getuid() === 0 ? ['--no-sandbox'] : []),
    ],
  });
  for (const target of await targets(browser)) {
    let bytes = 0;
    for (const view of VIEWS) {
      bytes = Math.max(bytes, (await look(browser, target, view)).bytes);
    }
    console.log(`${target.name}: ${target.path}, ${bytes} bytes without pictures`);
  }
  await lookAtDocs(browser, address, folder, check);
  await browser.close();
  console.log(`${statuses.size} links followed, pictures in ${folder}`);
  failures.forEach((failure) => console.log(`FAILED ${failure}`));
  process.exit(failures.length > 0 ? 1 : 0);
})();
