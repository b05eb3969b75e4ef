// An integrator's program on the generated client: imports a document, pages through the feed, keeps a
// copy by sync, follows the account, adds a picture as cover. Arguments: base URL, key file, document, picture. Ends with an error when a
// step does not give what it must.
import { readFileSync } from 'node:fs';
import {
  ArticlesApi,
  Configuration,
  DeskEditionsApi,
  DeskImportsApi,
  DeskPicturesApi,
  ReaderApi,
  ResponseError,
  SyncApi,
  type SyncPage,
} from 'yujian-client';

const [base, keyFile, document, picture] = process.argv.slice(2) as [string, string, string, string];
const key = readFileSync(keyFile, 'utf8').trim();

function client(accessToken?: string): Configuration {
  return new Configuration({ basePath: base, ...(accessToken ? { accessToken } : {}) });
}

function expect(held: boolean, otherwise: string): void {
  if (!held) throw new Error(otherwise);
}

async function importDocument(accessToken: string) {
  const file = new File([readFileSync(document)], 'notice.txt', { type: 'text/plain' });
  return new DeskImportsApi(client(accessToken)).importDocument({ file, publish: true, force: true });
}

async function list(expected: string): Promise<number> {
  const articles = new ArticlesApi(client());
  const seen = new Set<string>();
  let cursor: string | undefined;
  do {
    const page = await articles.listArticles({ limit: 2, ...(cursor ? { cursor } : {}) });
    for (const article of page.items) {
      expect(!seen.has(article.id), 'an article is listed twice');
      seen.add(article.id);
    }
    cursor = page.next;
  } while (cursor);
  expect(seen.has(expected), 'the imported article is not listed');
  return seen.size;
}

async function sync(expected: string): Promise<number> {
  const api = new SyncApi(client());
  const versions = new Map<string, number>();
  let since: string | undefined;
  let page: SyncPage;
  do {
    page = await api.syncContent({ limit: 10, ...(since ? { since } : {}) });
    for (const change of page.changes) versions.set(change.type + change.id, change.version);
    since = page.token;
  } while (page.hasMore);
  expect(versions.has('article' + expected), 'sync does not know the article');
  const rest = await api.syncContent({ since });
  expect(rest.changes.length === 0, 'sync gives more after its end');
  return versions.size;
}

async function follow(accountId: string, article: string): Promise<void> {
  const tokens = await new ReaderApi(client()).createDevice({ createDevice: {} });
  const reader = new ReaderApi(client(tokens.accessToken));
  await reader.followAccount({ accountId });
  const home = await reader.getHomeFeed({ limit: 100 });
  expect(home.items.some((item) => item.id === article), 'the home feed lacks the article');
}

/** Adds a picture, publishes an article with it as cover and reads that from the list. */
async function cover(accountId: string): Promise<string> {
  const file = new File([readFileSync(picture)], 'picture.png', { type: 'image/png' });
  const added = await new DeskPicturesApi(client(key)).addPicture({ file, account: accountId });
  const article = { title: '画展', html: '<p>画展今天开幕。</p>', cover: { ...added.picture, alt: '海报' } };
  const editions = new DeskEditionsApi(client(key));
  const made = await editions.createEditionRaw({ createEdition: { accountId, articles: [article] } });
  const ifMatch = made.raw.headers.get('ETag')!;
  await editions.publishEdition({ id: (await made.value()).id, ifMatch });
  const [first] = (await new ArticlesApi(client()).listArticles({ account: accountId, limit: 1 })).items;
  expect(first?.cover?.url === added.picture.url, 'the first article of the list has another cover');
  expect(first?.cover?.alt === '海报', 'the cover has another text');
  return first!.cover!.url;
}

async function refusesUnknownKey(): Promise<void> {
  try {
    await importDocument('yj_unknown');
  } catch (error) {
    expect(error instanceof ResponseError && error.response.status === 401, `unexpected: ${error}`);
    return;
  }
  throw new Error('an unknown key may import');
}

async function run(): Promise<void> {
  const report = await importDocument(key);
  const [first] = report.articles;
  expect(first !== undefined && report.accountId !== undefined, 'the report names no article or account');
  const article = first!.articleId!;
  console.log(`typescript: imported ${report.result} ${article}`);
  console.log(`typescript: listed ${await list(article)}`);
  console.log(`typescript: synced ${await sync(article)}`);
  await follow(report.accountId!, article);
  console.log(`typescript: followed ${report.accountId}`);
  console.log(`typescript: showed ${await cover(report.accountId!)}`);
  await refusesUnknownKey();
  console.log('typescript: done');
}

run().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
