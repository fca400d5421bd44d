import type { OrganisationId } from '../../../base/ids.ts';
import { unreachable } from '../../../base/result.ts';
import type { Kept, NotKept, Save } from '../../shared/draft-save.ts';
import { type DraftText, type Merged, type Renamed, mergeDrafts } from '../../shared/merge-drafts.ts';
import { type Copy, createCopy, sameText } from './copy.ts';
import { newId } from './ids.ts';
import { type Local, createLocal } from './local.ts';
import type { Answer, DraftPost } from './post.ts';

/**
 * Keeps what is written: in this browser at once, on the server a second later, and together with what a colleague writes on the same draft.
 * Whatever happens to the page, the connection or the session, the last words are in one of the two places, and in neither twice.
 */

/** How long after a change it is in this browser, in milliseconds. */
const AT_ONCE = 150;
/** How long after a change it is saved, and at the latest while changes go on, in milliseconds. */
const SOON = 1000;
const LATEST = 5000;
/** How often a colleague's changes are asked for, and a save that failed is tried again. */
const ASK = 3000;

interface KeeperDeps {
  readonly post: DraftPost;
  /** The draft as the page came with it. */
  readonly begun: Pick<Save, 'id' | 'version' | 'base'>;
  readonly owner: OrganisationId;
  /** Names the place in this browser: conference, organisation, kind and text. */
  readonly place: string;
  readonly now: () => DraftText;
  /** Shows what the draft says now, and keeps the caret; some clauses have other names there. */
  readonly show: (text: DraftText, renamed: Renamed) => void;
  /** Told after what is kept has changed. */
  readonly onKept: (kept: Kept) => void;
  /** Told by which name the page is to ask for the draft when it is opened again, kept or not. */
  readonly onNamed: (id: string) => void;
  /** The quiet line beside the button. */
  readonly tell: (name: string, values?: Readonly<Record<string, string | number>>) => void;
  /** What has to be heard. */
  readonly announce: (name: string) => void;
  readonly time: (at: number) => string;
}

export interface Keeper {
  readonly changed: () => void;
  readonly flush: () => void;
  /** Drafts that this browser kept and no server has, what was written last first. */
  readonly waiting: () => readonly Local[];
  readonly bring: (kept: Local) => void;
  readonly forget: (kept: Local) => void;
  /** Saves what is left, and nothing from then on. */
  readonly end: () => Promise<void>;
  readonly resume: () => void;
  /** What a form would send to have the text kept. */
  readonly save: () => Save;
}

export const createKeeper = (deps: KeeperDeps): Keeper => {
  const { post, begun, owner, now, tell, announce, time } = deps;
  const local = createLocal(deps.place);
  const copy: Copy = createCopy({ ...begun, owner, pen: randomName(), newId });
  const first = now();
  const found = local.all();
  /** What pages of this draft wrote and may not have heard of: it is sent again, as they would, before anything else. */
  const unheard: { readonly save: Save; readonly shown: boolean }[] = found
    .filter(({ id }) => id === begun.id)
    .map((save) => ({ save, shown: false }));
  let timer: number | undefined;
  let noting: number | undefined;
  let since: number | null = null;
  let underway: Promise<void> | null = null;
  let more = false;
  let ended = false;

  const takeIn = (kept: Kept, from?: DraftText): void => {
    const here = now();
    const merged: Merged | null = copy.takeIn(kept, here, from);
    deps.onKept(kept);
    deps.onNamed(kept.id);
    if (merged === null) return;
    if (!sameText(merged, here) || merged.renamed.length > 0) deps.show(merged, merged.renamed);
    if (kept.collided || merged.collisions.length > 0) announce('collided');
    changed();
  };

  const SAID: Readonly<Record<NotKept, string>> = {
    'signed-out': 'signedOut',
    'not-yours': 'notYours',
    'too-long': 'tooLong',
    'too-many': 'tooMany',
    'too-much': 'tooMuch',
    'not-yet': 'notYet',
    malformed: 'refused',
    gone: 'gone',
  };

  const refused = (why: NotKept): void => {
    if (why === 'gone') {
      copy.become({ id: randomName(), version: 0, base: copy.base() });
      announce('gone');
      changed();
    } else tell(SAID[why]);
    // Whoever signs in again, here or in another tab, has nothing else to do.
    if (why === 'signed-out' || why === 'not-yours') again();
  };

  /** Whether the server has it now. */
  const sent = (save: Save, answer: Answer, from: DraftText | undefined): boolean => {
    switch (answer.kind) {
      case 'kept':
        tell('savedAt', { time: time(answer.kept.at) });
        local.done(save);
        takeIn(answer.kept, from);
        return true;
      case 'not-kept':
        refused(answer.why);
        return false;
      case 'same':
      case 'lost':
        tell('offline');
        again();
        return false;
      default:
        return unreachable(answer);
    }
  };

  const save = async (): Promise<void> => {
    for (let [earlier] = unheard; earlier !== undefined; [earlier] = unheard) {
      // Where the page came with these very words, all that is new in the answer came after them.
      const from = sameText(earlier.save, first) ? first : undefined;
      const answer = await post.save(earlier.save);
      const gone = answer.kind === 'not-kept' && answer.why === 'gone';
      if (gone && earlier.shown) local.remove(earlier.save);
      if (!sent(earlier.save, answer, from) && !gone) return;
      unheard.shift();
    }
    const text = now();
    if (ended || copy.isKept(text) || (copy.version() === 0 && text.title === '' && text.body === '')) return;
    const own = copy.send(text);
    local.write(own);
    const answer = await post.save(own);
    if (answer.kind === 'not-kept' && answer.why === 'gone') local.remove(own);
    sent(own, answer, text);
  };

  const run = (work: () => Promise<void>): void => {
    underway = work().finally(() => {
      underway = null;
      if (more) saveNow();
    });
  };

  const idle = async (): Promise<void> => {
    if (underway === null) return;
    await underway;
    await idle();
  };

  const again = (): void => {
    clearTimeout(timer);
    timer = setTimeout(saveNow, ASK);
  };

  const saveNow = (): void => {
    clearTimeout(timer);
    since = null;
    more = underway !== null;
    if (!more) run(save);
  };

  /** Reading a long text and keeping it holds up what is typed, so it is done once for a few letters. */
  const noted = (): void => {
    clearTimeout(noting);
    noting = undefined;
    if (ended) return;
    const text = now();
    const own = copy.save(text);
    if (copy.isKept(text)) return local.remove(own);
    local.write(own);
    deps.onNamed(own.id);
    since ??= Date.now();
    clearTimeout(timer);
    timer = setTimeout(saveNow, Math.max(0, Math.min(SOON, since + LATEST - Date.now())));
    return undefined;
  };

  const changed = (): void => {
    noting ??= setTimeout(noted, AT_ONCE);
  };

  const ask = async (): Promise<void> => {
    // What waits to be sent, or to be answered, comes first.
    if (copy.version() === 0 || unheard.length > 0 || !copy.isHeard()) return;
    if (document.visibilityState !== 'visible') return;
    const answer = await post.ask(copy.id(), owner, copy.version());
    if (answer.kind === 'not-kept' && answer.why === 'gone') refused('gone');
    if (answer.kind !== 'kept' || answer.kept.version <= copy.version()) return;
    tell('theirs', { by: answer.kept.by, time: time(answer.kept.at) });
    takeIn(answer.kept);
  };

  if (unheard.length > 0) saveNow();
  // A draft that was carried over to another revision as the page came.
  else if (begun.version > 0) changed();
  setInterval(() => ended || underway !== null || run(ask), ASK);
  addEventListener('online', saveNow);
  addEventListener('pagehide', () => {
    const text = now();
    if (ended) return;
    const own = copy.save(text);
    if (copy.isKept(text)) return local.remove(own);
    local.write(own);
    post.leave(copy.send(text));
    return undefined;
  });

  return {
    changed,
    flush: () => {
      if (!copy.isKept(now())) saveNow();
    },
    waiting: () => (begun.version > 0 ? [] : found.filter(({ id }) => id !== begun.id).toReversed()),
    bring: (kept) => {
      const here = now();
      const both = sameText(here, first) ? null : mergeDrafts(first, here, kept, newId);
      unheard.push({ save: kept, shown: true });
      copy.become({ id: kept.id, version: kept.version, base: { title: kept.title, body: kept.body } });
      deps.show(both ?? kept, both?.renamed ?? []);
      changed();
      saveNow();
    },
    forget: (kept) => local.remove(kept),
    end: async () => {
      noted();
      clearTimeout(timer);
      await idle();
      await save();
      clearTimeout(timer);
      ended = true;
    },
    resume: () => {
      ended = false;
    },
    save: () => copy.save(now()),
  };
};

/** 128 random bits. */
const randomName = (): string =>
  crypto.getRandomValues(new Uint8Array(16)).toBase64({ alphabet: 'base64url', omitPadding: true });
