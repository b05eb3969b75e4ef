// Signs in at the desk of the packaged program with npm oidc-provider as identity provider:
//   npm ci --prefix .ci/desk && node .ci/desk/sign-in.mjs
// Starts both on free ports in a new data folder, and stops both. Exit code 0: everything holds.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Provider from 'oidc-provider';

const PATIENCE_SECONDS = 180;
const SECRET = 'a secret of the client';
const people = {
  wang: { name: '王编辑', roles: ['editor'] },
  li: { name: '李读者', roles: ['reader'] },
};
let failed = 0;

function check(what, good, detail) {
  console.log(`${good ? 'ok     ' : 'FAILED '} ${what}${good ? '' : `: ${detail}`}`);
  failed += good ? 0 : 1;
}

function same(what, expected, actual) {
  check(what, expected === actual, `expected ${expected}, got ${actual}`);
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

function provider(issuer, callback) {
  return new Provider(issuer, {
    clients: [{ client_id: 'yujian', client_secret: SECRET, redirect_uris: [callback] }],
    claims: { openid: ['sub', 'roles'], profile: ['name'] },
    cookies: { keys: ['of the test'] },
    findAccount: (context, id) => ({ accountId: id, claims: () => ({ sub: id, ...people[id] }) }),
  });
}

/** A browser that follows redirects and keeps the cookies of each origin. */
class Browser {
  jar = new Map();

  async send(address, options = {}) {
    const { origin } = new URL(address);
    const cookies = this.jar.get(origin) ?? new Map();
    this.jar.set(origin, cookies);
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { accept: 'text/html,*/*;q=0.8', ...options.headers, ...(cookie && { cookie }) };
    const response = await fetch(address, { ...options, headers, redirect: 'manual' });
    for (const set of response.headers.getSetCookie()) {
      const [pair, ...attributes] = set.split(/; */);
      const name = pair.slice(0, pair.indexOf('='));
      const gone = pair.endsWith('=') || attributes.some((a) => /^expires=.*1970|^max-age=0$/i.test(a));
      if (gone) cookies.delete(name);
      else cookies.set(name, pair.slice(name.length + 1));
    }
    return response;
  }

  async follow(address, options) {
    let at = address;
    let response = await this.send(at, options);
    for (let i = 0; i < 20 && response.headers.has('location'); i++) {
      at = new URL(response.headers.get('location'), at).href;
      response = await this.send(at);
    }
    return { at, response, text: await response.text() };
  }

  /** From the sign-in page over both forms of the provider to wherever that leads. */
  async signIn(base, person) {
    let page = await this.follow(`${base}/desk/sign-in/oidc?to=%2Fdesk%2Fsign-in%3Fdone`);
    for (const fields of [{ prompt: 'login', login: person, password: 'x' }, { prompt: 'consent' }]) {
      const action = /action="([^"]+)"/.exec(page.text)[1];
      page = await this.follow(new URL(action, page.at).href, {
        method: 'POST',
        body: new URLSearchParams(fields),
      });
    }
    return page;
  }
}

async function until(condition) {
  for (let i = 0; i < PATIENCE_SECONDS * 5; i++) {
    if (await condition().catch(() => false)) return true;
    await pause(200);
  }
  return false;
}

async function walk(base, data, issuer, stopProvider) {
  const key = readFileSync(join(data, 'admin-key'), 'utf8').trim();
  const asked = { headers: { authorization: `Bearer ${key}` } };
  const own = { 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' };
  const accounts = `${base}/v1/desk/accounts`;

  const wang = new Browser();
  const done = await wang.signIn(base, 'wang');
  same('signing in leads back', `${base}/desk/sign-in?done`, done.at);
  same('a session reads', 200, (await wang.send(accounts)).status);
  const write = { method: 'POST', headers: own, body: '{"name": "甲社区"}' };
  same('scopes are those of the role', 403, (await wang.send(accounts, write)).status);
  const audit = await (await fetch(`${base}/v1/desk/audit?thing=session`, asked)).json();
  check('the audit has the name', audit.items?.[0]?.by === 'person:王编辑', JSON.stringify(audit));
  const tokens = [...wang.jar.get(base).keys()];
  same('one cookie is left', 'yujian-desk', tokens.join());

  const li = await new Browser().signIn(base, 'li');
  check('without a role: 403', li.response.status === 403 && li.text.includes('角色'), li.response.status);

  await stopProvider();
  const away = await new Browser().follow(`${base}/desk/sign-in/oidc`);
  check('provider away: 503', away.response.status === 503 && away.text.includes('name="key"'), away.response.status);
  same('provider away: sessions go on', 200, (await wang.send(accounts)).status);
  same('provider away: keys go on', 200, (await fetch(accounts, asked)).status);
  await wang.send(`${base}/desk/sign-out`, { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' } });
  same('signed out', 401, (await wang.send(accounts)).status);
  check('the cookie is removed', !wang.jar.get(base).has('yujian-desk'), 'still there');
}

const [port, management, providerPort] = [await freePort(), await freePort(), await freePort()];
const base = `http://localhost:${port}`;
const issuer = `http://localhost:${providerPort}`;
const data = mkdtempSync(join(tmpdir(), 'yujian-sign-in-'));
const server = provider(issuer, `${base}/desk/sign-in/oidc/callback`).listen(providerPort, '127.0.0.1');
const program = spawn('java', ['@target/yujian'], {
  stdio: ['ignore', 'inherit', 'inherit'],
  env: {
    ...process.env,
    QUARKUS_HTTP_PORT: port,
    QUARKUS_MANAGEMENT_PORT: management,
    YUJIAN_DATA_DIR: data,
    YUJIAN_SAMPLE: 'false',
    YUJIAN_PUBLIC_URL: base,
    YUJIAN_DESK_OIDC_ISSUER: issuer,
    YUJIAN_DESK_OIDC_CLIENT_ID: 'yujian',
    YUJIAN_DESK_OIDC_CLIENT_SECRET: SECRET,
    YUJIAN_DESK_OIDC_ROLES_EDITOR: 'content:read,content:write',
  },
});
try {
  const up = await until(async () => (await fetch(`${base}/desk/sign-in`)).status === 200);
  check('the program starts', up, 'no answer');
  if (up) {
    await walk(base, data, issuer, async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    });
  }
} finally {
  program.kill();
  if (program.exitCode === null) await once(program, 'exit');
  server.close();
  rmSync(data, { recursive: true, force: true });
}
process.exit(failed === 0 ? 0 : 1);
