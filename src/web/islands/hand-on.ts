import { createTeller, define, part, show } from './kit/element.ts';

/** `<hand-on>`: copies the address of a document, hands it to another program of the device, or prints it. Without scripts the address stands there in words. */
define('hand-on', (element) => {
  const teller = createTeller(element);
  const address = element.getAttribute('data-address') ?? location.href;
  const title = element.getAttribute('data-title') ?? document.title;
  const button = (name: string, isThere: boolean, use: () => void): void => {
    const found = part(element, `[data-part=${name}]`, HTMLButtonElement);
    show(found, isThere);
    found.addEventListener('click', use);
  };
  button('share', typeof navigator.share === 'function', () => {
    // Whoever closes the list of programs has changed their mind.
    navigator.share({ title, url: address }).catch(() => undefined);
  });
  button('copy', navigator.clipboard !== undefined, () => {
    navigator.clipboard.writeText(address).then(
      () => teller.say('copied'),
      () => teller.say('notCopied'),
    );
  });
  button('print', true, () => print());
});
