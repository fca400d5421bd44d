import type { OrganisationId } from '../../../base/ids.ts';
import type { Kept, NotKept, Save } from '../../shared/draft-save.ts';

/** How drafts are sent and asked for. */

/** How long a save may take, in milliseconds. */
const PATIENCE = 10_000;
/** The most bytes that a browser sends for a page that is gone (Fetch, 4.6). */
const MOST_KEPT_ALIVE = 60_000;

export type Answer =
  | { readonly kind: 'kept'; readonly kept: Kept }
  | { readonly kind: 'same' }
  | { readonly kind: 'not-kept'; readonly why: NotKept }
  /** Nobody answers, or not what was asked. */
  | { readonly kind: 'lost' };

export interface DraftPost {
  readonly save: (save: Save) => Promise<Answer>;
  /** For a page that is about to be gone: whatever becomes of it. */
  readonly leave: (save: Save) => void;
  readonly ask: (id: string, owner: OrganisationId, version: number) => Promise<Answer>;
}

/** `about`: the fields that say what kind of draft it is. */
export const createDraftPost = (address: string, about: () => Readonly<Record<string, string>>): DraftPost => {
  const send = (save: Save, init: RequestInit): Promise<Response> =>
    fetch(address, { method: 'POST', body: fieldsOf({ ...about() }, save), ...init });
  return {
    save: (save) => answerOf(send(save, { signal: AbortSignal.timeout(PATIENCE) })),
    leave: (save) => {
      if (2 * (save.body.length + save.base.body.length) < MOST_KEPT_ALIVE)
        void send(save, { keepalive: true }).catch(() => null);
    },
    ask: (id, owner, version) => {
      const url = `${address}/${id}?owner=${encodeURIComponent(owner)}`;
      return answerOf(
        fetch(url, { headers: { 'if-none-match': `"${version}"` }, signal: AbortSignal.timeout(PATIENCE) }),
      );
    },
  };
};

/** The fields of a form that say which save it is. */
export const saveFields = ({ id, owner, pen, number, version, base }: Save): Readonly<Record<string, string>> => ({
  draft: id,
  'draft-owner': owner,
  'draft-pen': pen,
  'draft-number': `${number}`,
  'draft-version': `${version}`,
  'draft-title': base.title,
  'draft-body': base.body,
});

const fieldsOf = (about: Readonly<Record<string, string>>, save: Save): FormData => {
  const fields = new FormData();
  const all = { ...about, ...saveFields(save), title: save.title, body: save.body };
  for (const [name, value] of Object.entries(all)) fields.set(name, value);
  return fields;
};

const answerOf = async (asked: Promise<Response>): Promise<Answer> => {
  try {
    const answer = await asked;
    if (answer.status === 304) return { kind: 'same' };
    if (answer.ok) return { kind: 'kept', kept: (await answer.json()) as Kept };
    if (answer.status >= 500 || answer.status === 429) return { kind: 'lost' };
    const { why } = (await answer.json()) as { readonly why?: NotKept };
    return { kind: 'not-kept', why: why ?? 'malformed' };
  } catch {
    return { kind: 'lost' };
  }
};
