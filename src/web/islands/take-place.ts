import { sampleKey } from '../../record/sample-keys.ts';
import type { For } from './kit/act.ts';
import { createTeller, define, part, show } from './kit/element.ts';
import { enrol } from './kit/enrolment.ts';
import { showProblem } from './kit/send.ts';
import { Trouble } from './kit/trouble.ts';

/**
 * `<take-place>`, in the sample alone: enrols a visitor's own key for a delegate, by the ordinary act, signed with the key that
 * the sample publishes.
 */
define('take-place', (element) => {
  const { slug = '' } = element.dataset;
  const form = part(element, 'form', HTMLFormElement);
  const button = part(form, 'button[hidden]', HTMLButtonElement);
  const teller = createTeller(element);

  const take = async (): Promise<void> => {
    showProblem(element, null);
    const { dataset } = part(form, '[name=place]:checked', HTMLInputElement);
    const { organisation = '', name = '' } = dataset;
    const delegate = Number(dataset['delegate']);
    const terms = await fetch(`/${slug}/take-a-place/terms`).catch((error: unknown) => {
      throw new Trouble('offline', error);
    });
    const signingKey = await sampleKey(organisation, delegate);
    const sent = await enrol({
      place: { slug, organisation, name, delegate },
      terms: (await terms.json()) as For,
      link: { use: 'link', key: signingKey.publicKey, signingKey },
      chosen: { use: new FormData(form).get('use') === 'passkey' ? 'passkey' : 'device' },
      attachment: null,
      teller,
    });
    if (sent.ok) location.assign(sent.at);
    else {
      teller.say();
      showProblem(element, sent.problem);
    }
  };

  show(button);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void teller.during(button, take);
  });
});
