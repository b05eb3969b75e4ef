// Lets other programs read the open feeds of a running Yujian and compares what they find with the API:
//   node .ci/feeds/check.mjs BASE_URL        needs npm; python3 with feedparser is used if it is there
// BASE_URL has to be the yujian.public-url of the program. Exit code 0: every reader finds everything.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

const base = process.argv[2];
const here = dirname(fileURLToPath(import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'yujian-feeds-'));
process.on('exit', () => rmSync(work, { recursive: true, force: true }));

let compared = 0;
const wrong = [];
function same(what, found, expected) {
  compared++;
  if (JSON.stringify(found) !== JSON.stringify(expected)) {
    wrong.push(`${what}: ${JSON.stringify(found)?.slice(0, 200)} instead of ${JSON.stringify(expected)?.slice(0, 200)}`);
  }
}

async function get(path) {
  const response = await fetch(path.startsWith('http') ? path : base + path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response;
}
const json = async path => (await get(path)).json();
const text = async path => (await get(path)).text();

const absolute = html => html
  .replace(/ (src|href)="\//g, ` $1="${base}/`)
  .replace(/ srcset="[^"]*"/g, set => set.replace(/("|, )\//g, `$1${base}/`));

/** All articles of a list of the API, with bodies. */
async function articles(filter) {
  const all = [];
  const names = new Map();
  for (let cursor = ''; cursor != null;) {
    const page = await json(`/v1/articles?limit=50${filter}${cursor && `&cursor=${cursor}`}`);
    page.included.tags.forEach(tag => names.set(tag.slug, tag.name));
    if (page.items.length > 0) {
      const bodies = await json(`/v1/articles/batch?body=html&ids=${page.items.map(item => item.id).join(',')}`);
      bodies.items.forEach(item => all.push(item));
    }
    cursor = page.next;
  }
  return all.map(item => ({
    id: `urn:uuid:${item.id}`,
    url: `${base}/a/${item.id}`,
    title: item.title,
    html: absolute(item.html),
    published: Math.floor(Date.parse(item.publishedAt) / 1000),
    slugs: [...item.tags].sort(),
    names: item.tags.map(slug => names.get(slug)).sort(),
  }));
}

const seconds = date => Math.floor(new Date(date).getTime() / 1000);
const entry = (id, url, title, html, published, categories) =>
  ({ id, url, title, html, published: seconds(published), categories: categories?.map(String).sort() });

/** What a reader makes of texts beyond what the format says, by its name. */
const twice = {};

async function readers() {
  for (const file of ['package.json', 'package-lock.json']) cpSync(join(here, file), join(work, file));
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: work, stdio: 'inherit' });
  const require = createRequire(join(work, 'package.json'));
  const RssParser = require('rss-parser');
  const FeedParser = require('feedparser');
  const { extractFromXml, extractFromJson } = require('@extractus/feed-extractor');
  const { parseFeed } = require('@rowanmanning/feed-parser');
  const { decode } = require('html-entities');
  twice['@rowanmanning/feed-parser'] = decode;
  return {
    // Its Atom has no categories.
    'rss-parser': {
      rss: async xml => (await new RssParser().parseString(xml)).items
        .map(i => entry(i.guid, i.link, i.title, i['content:encoded'], i.isoDate, i.categories ?? [])),
      atom: async xml => (await new RssParser({ customFields: { item: ['published'] } }).parseString(xml)).items
        .map(i => entry(i.id, i.link, i.title, i.content, i.published)),
    },
    feedparser: Object.fromEntries(['rss', 'atom'].map(format => [format, xml => new Promise((resolve, reject) => {
      const found = [];
      const parser = Readable.from([Buffer.from(xml)]).pipe(new FeedParser({ feedurl: base }));
      parser.on('error', reject);
      parser.on('data', i => found.push(entry(i.guid, i.link, i.title, i.description, i.pubdate, i.categories)));
      parser.on('end', () => resolve(found));
    })])),
    // It decodes entities once more than XML does, in every feed.
    '@rowanmanning/feed-parser': Object.fromEntries(['rss', 'atom'].map(format => [format, xml => parseFeed(xml).items
      .map(i => entry(i.id, i.url, i.title, i.content, i.published, i.categories.map(c => (format === 'rss' ? c.label : c.term))))])),
    '@extractus/feed-extractor': {
      rss: xml => extracted(extractFromXml(xml, options('content:encoded'))),
      atom: xml => extracted(extractFromXml(xml, options('content'))),
      json: object => extracted(extractFromJson(JSON.parse(object), options('content_html'))),
    },
  };
}

const options = field => ({
  descriptionMaxLen: 0,
  getExtraEntryFields: data => ({
    html: data[field]?.['#text'] ?? data[field],
    own: data.guid?.['#text'] ?? data.id,
    heading: data.title?.['#text'] ?? data.title,
  }),
});
const extracted = feed => feed.entries.map(i => entry(i.own, i.link, i.heading, i.html, i.published));

const PYTHON = `
import calendar, feedparser, json, sys
feed = feedparser.parse(sys.stdin.buffer.read(), sanitize_html=False, resolve_relative_uris=False)
print(json.dumps({'bozo': bool(feed.bozo), 'items': [{
  'id': i.id, 'url': i.link, 'title': i.title, 'html': i.content[0].value,
  'published': calendar.timegm(i.published_parsed), 'categories': sorted(t.term for t in i.get('tags', []))}
  for i in feed.entries]}))`;

function python() {
  if (spawnSync('python3', ['-c', 'import feedparser']).status !== 0) {
    console.log('skipped: python3-feedparser is not there');
    return {};
  }
  const read = xml => {
    const found = JSON.parse(execFileSync('python3', ['-c', PYTHON], { input: xml, maxBuffer: 1 << 28 }));
    same('python3-feedparser, bozo', found.bozo, false);
    return found.items;
  };
  return { 'python3-feedparser': { rss: read, atom: read } };
}

/** The pages of a feed: their text, and the address of the next one as the format says it. */
async function pages(feed, format) {
  const found = [];
  for (let at = `/feeds/${feed}.${format}`; at;) {
    const page = await text(at);
    found.push(page);
    at = format === 'json' ? JSON.parse(page).next_url : page.match(/rel="next"[^>]* href="([^"]*)"/)?.[1];
  }
  return found;
}

async function compare(feed, filter, programs) {
  const expected = await articles(filter);
  for (const format of ['json', 'atom', 'rss']) {
    const texts = await pages(feed, format);
    for (const [name, formats] of Object.entries(programs)) {
      if (!formats[format]) continue;
      // It does not recognize a feed without entries, as of a tag that nothing has.
      if (expected.length === 0 && name === '@extractus/feed-extractor') continue;
      const found = [];
      for (const page of texts) found.push(...await formats[format](page));
      const what = `${name}, ${feed}.${format}`;
      same(`${what}, ids`, found.map(i => i.id), expected.map(i => i.id));
      found.forEach((item, i) => {
        const wanted = expected[i] ?? {};
        const made = twice[name] ?? (words => words);
        for (const field of ['url', 'published']) same(`${what}, ${field} of ${i}`, item[field], wanted[field]);
        same(`${what}, title of ${i}`, item.title, made(wanted.title ?? ''));
        same(`${what}, length of ${i}`, item.html?.length, made(wanted.html ?? '').length);
        same(`${what}, html of ${i}`, item.html, made(wanted.html ?? ''));
        if (item.categories) same(`${what}, categories of ${i}`, item.categories, format === 'atom' ? wanted.slugs : wanted.names);
      });
    }
  }
  return expected.length;
}

const programs = { ...await readers(), ...python() };
const accounts = (await json('/v1/accounts?limit=5')).items;
const tags = (await json('/v1/tags?limit=5')).items;
let read = await compare('all', '', programs);
if (read === 0) wrong.push('there is no article to compare');
for (const { id, handle } of accounts) read += await compare(`accounts/${handle}`, `&account=${id}`, programs);
for (const { slug } of tags) read += await compare(`tags/${slug}`, `&tag=${slug}`, programs);
const opml = await text('/feeds/accounts.opml');
for (const { handle } of accounts) {
  same(`the list has ${handle}`, opml.includes(`xmlUrl="${base}/feeds/accounts/${handle}.atom"`), true);
}

wrong.slice(0, 20).forEach(line => console.error(line));
console.log(`Feeds: ${Object.keys(programs).join(', ')} read ${read} articles; ${compared} comparisons, ${wrong.length} wrong`);
process.exitCode = wrong.length === 0 ? 0 : 1;
