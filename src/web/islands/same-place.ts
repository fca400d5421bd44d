import { define } from './kit/element.ts';

/**
 * `<same-place>`: its links and forms keep the place on the page that was asked for, the address's fragment, on the way through signing in. A fragment is never sent, for it may hold
 * a key; the browser hands it on from address to address.
 */
define('same-place', (element) => {
  const { hash } = location;
  for (const link of element.querySelectorAll('a')) link.hash = hash;
  for (const form of element.querySelectorAll('form')) form.action += hash;
});
