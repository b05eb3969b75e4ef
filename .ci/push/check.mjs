// Follows an account as a browser does, receives its notification as a push service and decrypts it:
//   node .ci/push/check.mjs BASE_URL KEY CONTACT     needs npm; KEY may import
// The program needs yujian.push.enabled with CONTACT as yujian.push.contact, and yujian.outgoing.plain-http
// with yujian.outgoing.private-addresses, because the push service is on this machine. Exit code 0: all is as
// RFC 8030, 8188, 8291 and 8292 say, checked by http_ece and Node's crypto.
import { execFileSync } from 'node:child_process';
import { createECDH, createPublicKey, randomBytes, verify } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [base, key, contact] = process.argv.slice(2);
const here = dirname(fileURLToPath(import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'yujian-push-'));
process.on('exit', () => rmSync(work, { recursive: true, force: true }));
for (const file of ['package.json', 'package-lock.json']) cpSync(join(here, file), join(work, file));
execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: work, stdio: 'inherit' });
const { decrypt } = createRequire(join(work, 'package.json'))('http_ece');

const day = 24 * 60 * 60;
let compared = 0;
function same(what, found, expected) {
  compared++;
  if (found !== expected) throw new Error(`${what}: ${JSON.stringify(found)} instead of ${JSON.stringify(expected)}`);
}
function holds(what, good) {
  same(what, good, true);
}

const service = createServer(async (request, response) => {
  const body = Buffer.concat(await request.toArray());
  response.writeHead(201).end();
  service.emit('push', request, body);
}).listen(0, '127.0.0.1');
await once(service, 'listening');
const origin = `http://127.0.0.1:${service.address().port}`;
const received = [];
service.on('push', (request, body) => received.push({ request, body }));

/** The next push with this text in its path; fails after 30 seconds. */
async function push(path) {
  const end = AbortSignal.timeout(30_000);
  for (;;) {
    const at = received.findIndex(({ request }) => request.url === path);
    if (at >= 0) return received.splice(at, 1)[0];
    await once(service, 'push', { signal: end });
  }
}

async function publish(account, title) {
  const form = new FormData();
  form.set('file', new Blob([`扫描二维码关注“${account}”\n\n# ${title}\n\n${title}的正文。\n`]), 'notice.txt');
  form.set('publish', 'true');
  form.set('force', 'true');
  const response = await fetch(`${base}/v1/desk/imports`, { method: 'POST', headers: { Authorization: `Bearer ${key}` }, body: form });
  const report = await response.json();
  same(`import of ${title}`, response.status, 201);
  return { ...report.articles[0], accountId: report.accountId, targetId: report.followTargets[0].id };
}

/** A browser with the keys of RFC 8291 that has followed the account on the page behind its code. */
class Browser {
  #keys = createECDH('prime256v1');
  #auth = randomBytes(16);
  #cookie = '';

  constructor(path) {
    this.path = path;
    this.#keys.generateKeys();
  }

  async form(path, fields, expected) {
    const response = await fetch(base + path, {
      method: 'POST',
      redirect: 'manual',
      headers: { Cookie: this.#cookie, 'Sec-Fetch-Site': 'same-origin', Accept: 'text/html,*/*;q=0.8' },
      body: new URLSearchParams(fields),
    });
    same(path, response.status, expected);
    this.#cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? this.#cookie;
  }

  async follow(landing) {
    await this.form(`${landing}/follow`, {}, 303);
    const home = await (await fetch(`${base}/home`, { headers: { Cookie: this.#cookie, Accept: 'text/html' } })).text();
    holds('the page offers notifications', home.includes('<script src="/push.js"'));
  }

  async subscribe() {
    await this.form('/push/subscriptions', {
      endpoint: origin + this.path,
      p256dh: this.#keys.getPublicKey('base64url'),
      auth: this.#auth.toString('base64url'),
    }, 204);
  }

  read(body) {
    return decrypt(body, { version: 'aes128gcm', privateKey: this.#keys, authSecret: this.#auth.toString('base64url') });
  }
}

/** Path of the page behind the code of an account, as the page of its article links it. */
async function landing(article) {
  const page = await (await fetch(`${base}/a/${article}`, { headers: { Accept: 'text/html' } })).text();
  return page.match(/class="who" href="(\/f\/[^"]*)"/)[1];
}

/** The claims of a VAPID header (RFC 8292) after its signature was verified for the key that the browser was given. */
function vapid(header, publicKey) {
  const [, token, sent] = header.match(/^vapid t=([\w.-]+), ?k=([\w-]+)$/);
  same('k', sent, publicKey);
  const point = Buffer.from(publicKey, 'base64url');
  holds('an uncompressed point', point.length === 65 && point[0] === 4);
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map(half => half.toString('base64url'));
  const jwk = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' });
  const [head, claims, signature] = token.split('.');
  same('alg', JSON.parse(Buffer.from(head, 'base64url')).alg, 'ES256');
  const verified = text => verify('sha256', Buffer.from(text), { key: jwk, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'));
  holds('the signature', verified(`${head}.${claims}`));
  holds('the signature is of these claims only', !verified(`${head}.${head}`));
  return JSON.parse(Buffer.from(claims, 'base64url'));
}

const name = '梧桐推送站';
const first = await publish(name, '旧闻');
const path = await landing(first.articleId);
const browsers = [new Browser('/one/a+b'), new Browser('/two')];
for (const browser of browsers) {
  await browser.follow(path);
  await browser.subscribe();
}
const publicKey = await (await fetch(`${base}/push/key`)).text();
// Longer than one block of AES and with characters of 4 bytes.
const title = `新闻 ${Date.now()} 🎐 ${'很长的标题'.repeat(8)}`;
const made = await publish(name, title);
const bodies = [];
for (const browser of browsers) {
  const { request, body } = await push(browser.path);
  const headers = request.headers;
  same('method', request.method, 'POST');
  same('Content-Encoding', headers['content-encoding'], 'aes128gcm');
  same('Content-Length', headers['content-length'], String(body.length));
  holds('4096 bytes at most', body.length <= 4096);
  same('TTL', headers.ttl, String(day));
  same('Urgency', headers.urgency, 'normal');
  same('Topic', headers.topic, made.accountId.replaceAll('-', ''));
  const claims = vapid(headers.authorization, publicKey);
  const now = Date.now() / 1000;
  same('aud', claims.aud, origin);
  holds(`exp ${claims.exp} is ahead and within a day`, claims.exp > now && claims.exp <= now + day);
  same('sub', claims.sub, contact);
  const message = JSON.parse(browser.read(body));
  const article = await (await fetch(`${base}/v1/articles/${made.articleId}`)).json();
  const account = await (await fetch(`${base}/v1/accounts/${made.accountId}`)).json();
  same('title', message.title, account.name);
  same('body', message.body, article.title);
  same('url', message.url, `/a/${article.id}`);
  same('tag', message.tag, account.id);
  bodies.push(body);
}
same('the title of the article', made.title, title);
let foreign = false;
try {
  browsers[1].read(bodies[0]);
  foreign = true;
} catch {
  // As it should be.
}
holds('another browser cannot read it', !foreign);
same('further pushes', received.length, 0);
console.log(`Web Push: ${bodies.length} notifications decrypted by http_ece, ${compared} checks`);
service.close();
service.closeAllConnections();
