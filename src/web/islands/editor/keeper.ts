import { type Collision, type DraftText, type Merged, mergeDrafts } from '../../shared/merge-drafts.ts';
import { newId } from './ids.ts';
import { type Local, createLocal } from './local.ts';

/**
 * Keeps what is written: in this browser at once, on the server a second later, and together with what a colleague writes on the same draft.
 * Whatever happens to the page, the connection or the session, the last words are in one of the two places.
 */

/** How long after a change it is saved, and at the latest while changes go on, in milliseconds. */
const SOON = 1000;
const LATEST = 5000;
/** How often a colleague's changes are asked for, and a save that failed is tried again. */
const ASK = 3000;
/** How long a save may take, in milliseconds. */
const PATIENCE = 10_000;
/** The most bytes that a browser sends for a page that is gone (Fetch, 4.6). */
const MOST_KEPT_ALIVE = 60_000;

interface Answer extends DraftText {
  readonly id: string;
  readonly version: number;
  readonly revision: number | null;
  readonly by: number;
  readonly at: number;
  readonly collisions: readonly Collision[];
  readonly apart: boolean;
}

export interface KeeperDeps {
  /** Where drafts are sent. */
  readonly address: string;
  readonly form: HTMLFormElement;
  /** Names the place in this browser: conference, organisation, kind and text. */
  readonly place: string;
  readonly now: () => DraftText;
  /** Shows what the draft says now, and keeps the caret. */
  readonly show: (text: DraftText) => void;
  /** The quiet line beside the button. */
  readonly tell: (name: string, values?: Readonly<Record<string, string | number>>) => void;
  /** What has to be heard. */
  readonly announce: (name: string) => void;
  readonly time: (at: number) => string;
}

export interface Keeper {
  readonly changed: () => void;
  readonly flush: () => void;
  /** What this browser kept and the server does not have. */
  readonly kept: () => Local | null;
  readonly bring: (kept: Local) => void;
  readonly forget: () => void;
  /** Saves what is left, and nothing from then on. */
  readonly end: () => Promise<void>;
  readonly resume: () => void;
}

const same = (a: DraftText, b: DraftText): boolean => a.title === b.title && a.body === b.body;

export const createKeeper = (deps: KeeperDeps): Keeper => {
  const { address, form, now, tell, announce, time } = deps;
  const field = (name: string): HTMLInputElement | null => {
    const found = form.elements.namedItem(name);
    return found instanceof HTMLInputElement ? found : null;
  };
  let id = field('draft')?.value ?? '';
  let version = Number(field('draft-version')?.value ?? 0);
  /** What the server has of it; before the first save, what the page came with. */
  let base: DraftText =
    id === '' ? now() : { title: field('draft-title')?.value ?? '', body: field('draft-body')?.value ?? '' };
  const local = createLocal(deps.place);
  const [begun, mine] = [id, local.putAside(id, now())];
  let timer: number | undefined;
  let first: number | null = null;
  let underway: Promise<void> | null = null;
  let ended = false;

  const remember = (answer: Answer): void => {
    const before = id;
    ({ id, version } = answer);
    base = { title: answer.title, body: answer.body };
    for (const [name, value] of Object.entries({
      draft: id,
      'draft-version': `${version}`,
      'draft-title': base.title,
      'draft-body': base.body,
      ...(answer.revision === null ? {} : { revision: `${answer.revision}` }),
    })) {
      const input = field(name);
      if (input !== null) input.value = value;
    }
    if (before === id) return;
    local.remove(before);
    const url = new URL(location.href);
    url.searchParams.set('draft', id);
    history.replaceState(history.state, '', url);
  };

  /** Takes in what the server has, where `sent` is what both started from. */
  const takeIn = (answer: Answer, sent: DraftText): void => {
    const here = now();
    const there = { title: answer.title, body: answer.body };
    const merged: Merged | null = same(there, sent)
      ? { ...here, collisions: [] }
      : mergeDrafts(sent, here, there, newId);
    remember(answer);
    // What cannot be read as clauses yet is left alone; the server keeps both apart.
    if (merged === null) return;
    if (!same(merged, here)) deps.show(merged);
    if (answer.collisions.length + merged.collisions.length > 0) announce('collided');
    if (same(merged, base)) local.remove(id);
    else changed();
  };

  const fieldsNow = (text: DraftText): FormData => {
    const fields = new FormData();
    for (const name of ['draft-kind', 'text', 'revision']) fields.set(name, field(name)?.value ?? '');
    fields.set('title', text.title);
    fields.set('body', text.body);
    fields.set('draft-title', base.title);
    fields.set('draft-body', base.body);
    return fields;
  };

  const send = (text: DraftText, keepalive = false): Promise<Response> =>
    fetch(id === '' ? address : `${address}/${id}`, {
      method: 'POST',
      headers: { 'if-match': `"${version}"` },
      body: fieldsNow(text),
      keepalive,
      signal: AbortSignal.timeout(PATIENCE),
    });

  const refused = (status: number): void => {
    if (status === 404) {
      [id, version] = ['', 0];
      announce('gone');
      changed();
    } else tell(status === 401 ? 'signedOut' : status === 422 || status === 413 ? 'refused' : 'offline');
    if (status >= 500 || status === 429) again();
  };

  const save = async (): Promise<void> => {
    const sent = now();
    if (ended || same(sent, base) || (id === '' && sent.title === '' && sent.body === '')) return;
    const answer = await send(sent).catch(() => null);
    if (answer === null) {
      tell('offline');
      again();
    } else if (answer.ok) {
      const saved = (await answer.json()) as Answer;
      tell('savedAt', { time: time(saved.at) });
      takeIn(saved, sent);
    } else refused(answer.status);
  };

  const run = (work: () => Promise<void>): void => {
    if (underway !== null) return;
    underway = work().finally(() => {
      underway = null;
    });
  };

  const again = (): void => {
    clearTimeout(timer);
    timer = setTimeout(saveNow, ASK);
  };

  const saveNow = (): void => {
    clearTimeout(timer);
    first = null;
    if (underway === null) run(save);
    else again();
  };

  const changed = (): void => {
    if (ended) return;
    const text = now();
    if (same(text, base)) return local.remove(id);
    local.write(id, { ...text, base, version });
    first ??= Date.now();
    clearTimeout(timer);
    timer = setTimeout(saveNow, Math.max(0, Math.min(SOON, first + LATEST - Date.now())));
    return undefined;
  };

  const ask = async (): Promise<void> => {
    if (id === '' || document.visibilityState !== 'visible') return;
    const answer = await fetch(`${address}/${id}`, { headers: { 'if-none-match': `"${version}"` } }).catch(() => null);
    if (answer?.status === 404) refused(404);
    if (answer?.ok !== true) return;
    const theirs = (await answer.json()) as Answer;
    if (theirs.version <= version) return;
    tell('theirs', { by: theirs.by, time: time(theirs.at) });
    takeIn(theirs, base);
  };

  // A draft that was carried over to another revision as the page came.
  if (id !== '') changed();
  setInterval(() => ended || run(ask), ASK);
  addEventListener('online', saveNow);
  addEventListener('pagehide', () => {
    const text = now();
    if (ended || same(text, base)) return;
    local.write(id, { ...text, base, version });
    const small = 2 * (text.body.length + base.body.length) < MOST_KEPT_ALIVE;
    if (underway === null && small) void send(text, true).catch(() => null);
  });

  return {
    changed,
    flush: () => {
      if (timer !== undefined && !same(now(), base)) saveNow();
    },
    kept: () => mine,
    bring: (kept) => {
      deps.show(mergeDrafts(kept.base, kept, now(), newId) ?? kept);
      changed();
      local.dropAside(begun);
    },
    forget: () => local.dropAside(begun),
    end: async () => {
      clearTimeout(timer);
      await underway;
      await save();
      clearTimeout(timer);
      ended = true;
    },
    resume: () => {
      ended = false;
    },
  };
};
