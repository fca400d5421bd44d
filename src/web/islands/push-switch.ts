import { fromBase64url } from '../../base/bytes.ts';
import { createTeller, define, part, show } from './kit/element.ts';
import { Trouble } from './kit/trouble.ts';

/**
 * `<push-switch>`: has the browser show notes from here, and sends its subscription with the form that it stands in.
 *
 * `data-key`: the key of whoever will send them; `data-worker`: the address of the service worker.
 */
define('push-switch', (element) => {
  const { key = '', worker = '' } = element.dataset;
  const form = part(element, 'form', HTMLFormElement);
  const button = part(form, 'button', HTMLButtonElement);
  const teller = createTeller(element);

  const subscribe = async (): Promise<void> => {
    const applicationServerKey = fromBase64url(key);
    if (applicationServerKey === null || !('PushManager' in globalThis)) throw new Trouble('unsupported');
    if ((await Notification.requestPermission()) !== 'granted') throw new Trouble('cancelled');
    const registration = await navigator.serviceWorker.register(worker);
    await active(registration);
    const subscription = await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey });
    part(form, 'input[name=subscription]', HTMLInputElement).value = JSON.stringify(subscription);
    form.submit();
  };

  show(button);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void teller.during(button, subscribe);
  });
});

/** Only a worker that has started can be subscribed for. */
const active = async ({ active, installing, waiting }: ServiceWorkerRegistration): Promise<void> => {
  const coming = installing ?? waiting;
  if (active !== null || coming === null) return;
  await new Promise<void>((done) => {
    coming.addEventListener('statechange', () => {
      if (coming.state === 'activated' || coming.state === 'redundant') done();
    });
  });
};
