import { CHOICE, KEPT_AT, STORES } from '../shared/offline.ts';
import { createTeller, define, part, show } from './kit/element.ts';

/** `<offline-reading>`: begins and ends that pages are kept on this device, and lists those that are. */

const WORKER = '/assets/islands/offline-worker.js';

const registered = async (): Promise<ServiceWorkerRegistration | undefined> => {
  const all = await navigator.serviceWorker.getRegistrations();
  return all.find(({ scope }) => scope === `${location.origin}/`);
};

define('offline-reading', (element) => {
  const teller = createTeller(element);
  const begin = part(element, '[data-part=begin]', HTMLButtonElement);
  const end = part(element, '[data-part=end]', HTMLButtonElement);
  const own = part(element, 'input', HTMLInputElement);
  const list = part(element, '[data-part=list]');
  const pages = part(list, 'ul');

  const choose = async (): Promise<void> => {
    const choice = await caches.open(STORES.choice);
    if (own.checked) return choice.put(CHOICE, new Response(''));
    await choice.delete(CHOICE);
    await caches.delete(STORES.own);
  };

  const draw = async (): Promise<void> => {
    const isOn = (await registered()) !== undefined;
    own.checked = (await (await caches.open(STORES.choice)).match(CHOICE)) !== undefined;
    show(begin, !isOn);
    show(end, isOn);
    pages.replaceChildren(...(isOn ? await kept() : []));
    show(list, pages.childElementCount > 0);
  };

  begin.addEventListener('click', () => {
    void teller.during(begin, async () => {
      await choose();
      await navigator.serviceWorker.register(WORKER, { scope: '/' });
      await navigator.serviceWorker.ready;
      await draw();
      teller.say('on');
    });
  });
  end.addEventListener('click', () => {
    void teller.during(end, async () => {
      await (await registered())?.unregister();
      for (const store of Object.values(STORES)) await caches.delete(store);
      await draw();
      teller.say('off');
    });
  });
  own.addEventListener('change', () => {
    void teller.during(null, async () => {
      await choose();
      await draw();
    });
  });
  if (!('serviceWorker' in navigator) || !('caches' in globalThis)) teller.say('unsupported');
  else void draw();
});

/** A link to each page that is kept, the newest first. */
const kept = async (): Promise<readonly HTMLElement[]> => {
  const found: { readonly at: number; readonly item: HTMLElement }[] = [];
  for (const name of [STORES.own, STORES.open]) {
    const store = await caches.open(name);
    for (const { url } of await store.keys()) {
      const page = await store.match(url);
      if (page === undefined) continue;
      const link = document.createElement('a');
      link.href = url;
      link.textContent = new DOMParser().parseFromString(await page.text(), 'text/html').title;
      const item = document.createElement('li');
      item.append(link);
      found.push({ at: Number(page.headers.get(KEPT_AT)), item });
    }
  }
  return found.toSorted((a, b) => b.at - a.at).map(({ item }) => item);
};
