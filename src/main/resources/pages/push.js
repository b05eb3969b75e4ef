// Offers notifications on the pages of a reader. Without this script the pages stay as they are.
(function () {
  'use strict';
  const section = document.getElementById('push');
  const supported =
    'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;
  if (!section || !window.isSecureContext) {
    return;
  }
  const button = section.querySelector('button');
  const status = section.querySelector('[role=status]');

  /** Phones of Apple have notifications only for pages on the home screen; apps have no such menu. */
  function explain() {
    const agent = navigator.userAgent;
    const tablet = navigator.platform === 'MacIntel' && navigator.maxTouchPoints > 1;
    const apple = /iPhone|iPad|iPod/.test(agent) || tablet;
    if (apple && !navigator.standalone && !/MicroMessenger/.test(agent)) {
      section.querySelector('p').textContent = section.dataset.install;
      button.hidden = true;
      section.hidden = false;
    }
  }

  function show(subscription) {
    button.textContent = subscription ? section.dataset.off : section.dataset.on;
    section.hidden = false;
  }

  function send(path, fields) {
    return fetch(path, {
      method: 'POST',
      credentials: 'same-origin',
      body: new URLSearchParams(fields),
    }).then(function (response) {
      if (!response.ok) {
        throw new Error(path + ': ' + response.status);
      }
    });
  }

  function save(subscription) {
    const keys = subscription.toJSON().keys;
    return send('/push/subscriptions', {
      endpoint: subscription.endpoint,
      p256dh: keys.p256dh,
      auth: keys.auth,
    });
  }

  /** Asks at once, because browsers let only the tap itself ask. */
  async function switchOn(manager) {
    if ((await Notification.requestPermission()) !== 'granted') {
      status.textContent = section.dataset.denied;
      return;
    }
    await navigator.serviceWorker.ready;
    const response = await fetch('/push/key');
    if (!response.ok) {
      throw new Error('/push/key: ' + response.status);
    }
    const key = (await response.text()).replace(/-/g, '+').replace(/_/g, '/');
    const subscription = await manager.subscribe({
      userVisibleOnly: true,
      applicationServerKey: Uint8Array.from(atob(key), (c) => c.charCodeAt(0)),
    });
    try {
      await save(subscription);
    } catch (failure) {
      await subscription.unsubscribe();
      throw failure;
    }
  }

  async function switchOff(subscription) {
    await send('/push/subscriptions/end', { endpoint: subscription.endpoint });
    await subscription.unsubscribe();
  }

  async function start() {
    const registration = await navigator.serviceWorker.register('/push-worker.js');
    const manager = registration.pushManager;
    let known = await manager.getSubscription();
    show(known);
    if (known) {
      // The server may have lost it, or the browser may have a new reader.
      save(known).catch(() => {});
    }
    button.addEventListener('click', async function () {
      button.disabled = true;
      status.textContent = '';
      try {
        await (known ? switchOff(known) : switchOn(manager));
      } catch (failure) {
        status.textContent = section.dataset.failed;
      }
      known = await manager.getSubscription();
      show(known);
      button.disabled = false;
    });
  }

  if (supported) {
    start().catch(() => {
      section.hidden = true;
    });
  } else {
    explain();
  }
})();
