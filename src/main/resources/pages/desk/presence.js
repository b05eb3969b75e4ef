// Who else has this edition open: a lease that is renewed while the page is in sight, and ends with it.
import { api, newKey } from './desk.js';

const line = document.getElementById('presence');
const { edition, article, text } = line.dataset;
// The same after the page was loaded again, so that nobody sees an old window of a person.
const window = sessionStorage.getItem('yujian.window') ?? newKey();
sessionStorage.setItem('yujian.window', window);
const path = `/v1/desk/editions/${edition}/editors/me`;
const RENEWAL = 15_000;

async function renew() {
  if (document.visibilityState === 'visible') {
    const { ok, body } = await api('PUT', path, { window, ...(article && { articleId: article }) });
    const others = ok ? body.items.filter(lease => lease.window !== window) : [];
    const here = others.filter(lease => !article || !lease.articleId || lease.articleId === article);
    const names = [...new Set(here.map(lease => lease.by))];
    const now = names.length > 0 ? text.replace('#', names.join(', ')) : '';
    if (line.textContent !== now) line.textContent = now;
  }
  setTimeout(renew, RENEWAL);
}

addEventListener('pagehide', () => fetch(`${path}?window=${window}`, { method: 'DELETE', keepalive: true }));
renew();
