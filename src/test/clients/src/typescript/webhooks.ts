// A receiver of webhooks: makes one for each algorithm, changes something, and verifies what comes with the
// libraries of Standard Webhooks and Svix (HMAC) and with Node's own cryptography (Ed25519).
// Arguments: base URL, key file. Yujian has to allow plain http and private addresses.
import { createPublicKey, randomUUID, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { type AddressInfo } from 'node:net';
import { Webhook as StandardWebhook } from 'standardwebhooks';
import { Webhook as SvixWebhook } from 'svix';
import { Configuration, DeskTagsApi, DeskWebhooksApi, type CreateWebhook } from 'yujian-client';

interface Received {
  headers: IncomingHttpHeaders;
  body: string;
}

const [base, keyFile] = process.argv.slice(2) as [string, string];
const configuration = new Configuration({ basePath: base, accessToken: readFileSync(keyFile, 'utf8').trim() });
const webhooks = new DeskWebhooksApi(configuration);

/** Returns every body, as a challenge wants it, and resolves with the first event of another type. */
async function receiver() {
  let arrived: (received: Received) => void;
  const event = new Promise<Received>((resolve) => (arrived = resolve));
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts).toString('utf8');
      response.end(body);
      if (JSON.parse(body).type !== 'webhook.challenge') arrived({ headers: request.headers, body });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, event, close: () => server.close() };
}

function headersOf(received: Received): Record<string, string> {
  const names = ['webhook-id', 'webhook-timestamp', 'webhook-signature'];
  return Object.fromEntries(names.map((name) => [name, String(received.headers[name])]));
}

function refused(check: () => unknown): boolean {
  try {
    check();
    return false;
  } catch {
    return true;
  }
}

function verifyHmac(received: Received, secret: string): void {
  for (const library of [new StandardWebhook(secret), new SvixWebhook(secret)]) {
    library.verify(received.body, headersOf(received));
    if (!refused(() => library.verify(`${received.body} `, headersOf(received)))) throw new Error('a changed body verifies');
  }
}

function verifyEd25519(received: Received, key: string): void {
  const headers = headersOf(received);
  const raw = Buffer.from(key.replace('whpk_', ''), 'base64');
  const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), raw]);
  const publicKey = createPublicKey({ key: spki, format: 'der', type: 'spki' });
  const given = Buffer.from(headers['webhook-signature']!.replace('v1a,', ''), 'base64');
  const signed = (body: string) => Buffer.from(`${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`);
  if (!verify(null, signed(received.body), publicKey, given)) throw new Error('the signature does not verify');
  if (verify(null, signed(`${received.body} `), publicKey, given)) throw new Error('a changed body verifies');
}

type Algorithm = NonNullable<CreateWebhook['algorithm']>;

async function run(algorithm: Algorithm, check: (received: Received, secret: string) => void): Promise<void> {
  const { url, event, close } = await receiver();
  const { webhook, secret } = await webhooks.createWebhook({ createWebhook: { url, algorithm, events: new Set(['tag.changed'] as const) } });
  try {
    const name = `钩子 ${randomUUID().slice(0, 8)}`;
    await new DeskTagsApi(configuration).createTag({ createTag: { name } });
    const received = await event;
    check(received, secret);
    const { type, data } = JSON.parse(received.body);
    if (type !== 'tag.changed' || data.tag.name !== name) throw new Error(`another event came: ${received.body}`);
    console.log(`typescript: verified ${algorithm}`);
  } finally {
    await webhooks.deleteWebhook({ id: webhook.id });
    close();
  }
}

await run('hmac-sha256', verifyHmac);
await run('ed25519', verifyEd25519);
