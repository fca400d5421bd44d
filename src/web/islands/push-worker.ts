import { readNote } from '../shared/note.ts';

/** The service worker that shows notes and opens the page that they are about. It does nothing else: it answers no requests and keeps nothing. */

/** What it uses of its own world, for which TypeScript has a library that does not go together with a page's. */
interface Worker {
  readonly registration: ServiceWorkerRegistration;
  readonly clients: { readonly openWindow: (address: string) => Promise<unknown> };
  readonly addEventListener: {
    (type: 'push', listener: (event: PushHappening) => void): void;
    (type: 'notificationclick', listener: (event: ClickHappening) => void): void;
  };
}

interface Happening {
  readonly waitUntil: (work: Promise<unknown>) => void;
}
type PushHappening = Happening & { readonly data: { readonly text: () => string } | null };
type ClickHappening = Happening & { readonly notification: Notification };

const worker = globalThis as unknown as Worker;

worker.addEventListener('push', (event) => {
  const note = readNote(event.data?.text() ?? '');
  if (note === null) return;
  const { title, words: body, topic: tag, language: lang, path: data } = note;
  event.waitUntil(worker.registration.showNotification(title, { body, tag, lang, data, icon: '/assets/icon.svg' }));
});

worker.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const path: unknown = event.notification.data;
  if (typeof path === 'string') event.waitUntil(worker.clients.openWindow(path));
});
