// Subscribes to a feed at the WebSub hub of a running Yujian, makes a change and checks what it is sent:
//   node .ci/feeds/subscriber.mjs BASE_URL KEY     KEY may write tags
// The program needs yujian.outgoing.plain-http and yujian.outgoing.private-addresses, because the
// subscriber is on this machine, and BASE_URL as yujian.public-url. Exit code 0: all is as it should be.
import { createHmac, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { once } from 'node:events';

const [base, key] = process.argv.slice(2);
const topic = `${base}/feeds/all.atom`;
const secret = randomUUID();
const server = createServer(async (request, response) => {
  const chunks = await request.toArray();
  const query = new URL(request.url, 'http://localhost').searchParams;
  response.end(query.get('hub.topic') === topic ? query.get('hub.challenge') ?? '' : '');
  server.emit(request.method === 'POST' ? 'content' : query.get('hub.mode'), Buffer.concat(chunks), request.headers);
}).listen(0, '127.0.0.1');
await once(server, 'listening');

const wait = event => once(server, event, { signal: AbortSignal.timeout(30_000) });
async function post(path, headers, body, expected) {
  const response = await fetch(base + path, { method: 'POST', headers, body });
  if (response.status !== expected) throw new Error(`${path}: ${response.status} ${await response.text()}`);
}
async function hub(mode) {
  const callback = `http://127.0.0.1:${server.address().port}/`;
  const called = wait(mode);
  const form = { 'hub.mode': mode, 'hub.topic': topic, 'hub.callback': callback, 'hub.secret': secret };
  await post('/feeds/hub', {}, new URLSearchParams(form), 202);
  await called;
}

const link = (await fetch(topic)).headers.get('link');
if (!link.startsWith(`<${base}/feeds/hub>; rel="hub", <${topic}>; rel="self"`)) throw new Error(`Link: ${link}`);
await hub('subscribe');
const content = wait('content');
const headers = { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' };
// The hub notes the verification after its answer, so the first change may come too early.
const changes = setInterval(() => {
  const name = `websub-${Date.now()}`;
  post('/v1/desk/tags', headers, JSON.stringify({ slug: name, name }), 201);
}, 1_000);
const [body, sent] = await content;
clearInterval(changes);
const signature = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
if (sent['x-hub-signature'] !== signature) throw new Error(`X-Hub-Signature: ${sent['x-hub-signature']}`);
if (!body.equals(Buffer.from(await (await fetch(topic)).arrayBuffer()))) throw new Error('the content is not the feed');
await hub('unsubscribe');
console.log(`a WebSub subscriber got ${body.length} signed bytes of ${sent['content-type']}`);
server.close();
server.closeAllConnections();
