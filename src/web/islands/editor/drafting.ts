import type { OrganisationId } from '../../../base/ids.ts';
import type { DraftText, Renamed } from '../../shared/merge-drafts.ts';
import { createTeller, filled, part, show, wordsOf } from '../kit/element.ts';
import { type Keeper, createKeeper } from './keeper.ts';
import type { Local } from './local.ts';
import { createDraftPost, saveFields } from './post.ts';

/** Ties a form and its fields to the {@link Keeper} of its draft. */

interface DraftingDeps {
  readonly now: () => DraftText;
  readonly show: (text: DraftText, renamed: Renamed) => void;
}

/** Keeps the draft whose fields are in the element; `null` where there are none. */
export const keepDraft = (element: HTMLElement, deps: DraftingDeps): Keeper | null => {
  const saved = element.querySelector<HTMLElement>('[data-part=saved]');
  const form = element.closest('form');
  if (saved === null || form === null) return null;
  const words = wordsOf(element);
  const teller = createTeller(element);
  const field = (name: string): HTMLInputElement | null => {
    const found = form.elements.namedItem(name);
    return found instanceof HTMLInputElement ? found : null;
  };
  const value = (name: string): string => field(name)?.value ?? '';
  const lang = document.documentElement.lang;
  const clock = new Intl.DateTimeFormat(lang, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'UTC',
  });
  const time = (at: number): string => `${clock.format(at)} UTC`;
  const about = () => Object.fromEntries(['draft-kind', 'text', 'revision'].map((name) => [name, value(name)]));
  const keeper = createKeeper({
    post: createDraftPost(element.dataset['drafts'] ?? '', about),
    begun: {
      id: value('draft'),
      version: Number(value('draft-version')),
      base: { title: value('draft-title'), body: value('draft-body') },
    },
    owner: value('draft-owner') as OrganisationId,
    place: [saved.dataset['conference'], value('draft-owner'), value('draft-kind'), value('text')].join('/'),
    ...deps,
    onKept: ({ revision }) => {
      const about = field('revision');
      if (about !== null && revision !== null) about.value = `${revision}`;
    },
    onNamed: (id) => {
      const url = new URL(location.href);
      if (url.searchParams.get('draft') === id) return;
      url.searchParams.set('draft', id);
      history.replaceState(history.state, '', url);
    },
    tell: (name, values = {}) => {
      saved.textContent = filled(words[name], values);
    },
    announce: (name) => teller.say(name),
    time,
  });
  const day = new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' });
  offer(element, keeper, ({ at }) => filled(words['kept'], { time: `${day.format(at)}, ${time(at)},` }));
  form.addEventListener('formdata', ({ formData }) => {
    for (const [name, now] of Object.entries(saveFields(keeper.save()))) formData.set(name, now);
  });
  submitWhenSaved(form, keeper);
  return keeper;
};

/** Offers back what this browser kept and nobody saved, one after another. */
const offer = (element: HTMLElement, keeper: Keeper, sentence: (kept: Local) => string): void => {
  const waiting = [...keeper.waiting()];
  if (waiting.length === 0) return;
  const box = part(element, '[data-part=kept]');
  element.prepend(box);
  const next = (): void => {
    const [kept] = waiting;
    if (kept !== undefined) part(box, '[data-part=kept-words]').textContent = sentence(kept);
    show(box, kept !== undefined);
  };
  const answered = (name: string, work: (kept: Local) => void): void =>
    part(box, `[data-part=${name}]`).addEventListener('click', () => {
      const kept = waiting.shift();
      if (kept !== undefined) work(kept);
      next();
    });
  answered('bring', (kept) => {
    keeper.bring(kept);
    // What else waits is another draft, for another page.
    waiting.length = 0;
  });
  answered('forget', (kept) => keeper.forget(kept));
  next();
};

/** What is sent is what was saved last: a save under way comes first, and none after it. */
const submitWhenSaved = (form: HTMLFormElement, keeper: Keeper): void => {
  let ready = false;
  form.addEventListener('submit', (event) => {
    if (ready) return;
    event.preventDefault();
    const { submitter } = event;
    const submit = async (): Promise<void> => {
      await keeper.end();
      // While the event is still on its way a form is not sent anew (HTML, 4.10.22.3).
      await new Promise((resolve) => setTimeout(resolve));
      ready = true;
      form.requestSubmit(submitter);
    };
    void submit();
  });
  addEventListener('pageshow', () => {
    ready = false;
    keeper.resume();
  });
};
