import { z } from 'zod';
import type { Mutable } from '../../base/brand.ts';
import { attachmentHashSchema } from '../../base/ids.ts';
import { prose } from '../../base/schema.ts';
import { defineAct } from '../act.ts';
import { standings } from './delegates.ts';
import { EXAMPLE } from '../law/example-words.ts';
import type { Part } from '../law/consequences.ts';
import type { Erasure } from '../law/kept.ts';
import type { Refusal } from '../law/refusal.ts';
import type { Resource } from '../law/resource.ts';
import type { State } from '../state.ts';
import { partOfOrganisation } from '../visibility.ts';

/**
 * Chapter 4.1: what an organisation has brought beside the record is its own matter, and it erases it when it wants, whatever it is to the conference by then.
 * The salted hash stays, and so does every signature over it; what it was the hash of, nobody can tell any more.
 */

const body = z
  .strictObject({
    attachment: attachmentHashSchema,
    /** Stays on the record, and so holds nothing of what is erased. */
    reason: prose(1000),
  })
  .readonly();

type Body = z.infer<typeof body>;

const erasedAlready: Refusal = { article: '4.1', kind: 'already', what: 'erased' };

const unknown = (ref: string): Refusal => ({ article: '4.1', kind: 'unknown', thing: 'attachment', ref });

const note = (state: Mutable<State>, { attachment }: Body, erasure: Erasure): void => {
  const kept = state.attachments.get(attachment);
  if (kept === undefined) return;
  kept.erased = erasure;
  const owner = state.organisations.get(kept.by);
  if (owner?.picture?.hash === attachment) owner.picture = null;
};

const subjectsOfKept = ({ body }: { readonly body: Body }, { attachments }: State): readonly Resource[] =>
  attachments.get(body.attachment)?.subjects ?? [];

/** Whoever sees an organisation sees that its picture is gone; of anything else it is members' to know. */
const openParts = (state: State, { body }: { readonly body: Body }): readonly Part[] => {
  const kept = state.attachments.get(body.attachment);
  return kept?.picture === true ? [partOfOrganisation(state, kept.by)] : [];
};

/** Whoever brought it erases it. To everybody else it is unknown: nobody hears by a refusal what others have brought. */
export const erase = defineAct({
  kind: 'attachment.erase',
  article: '4.1',
  strength: 'binding',
  from: standings,
  whileFounding: true,
  matter: 'erasure',
  signedAlone: true,
  subjects: subjectsOfKept,
  openParts,
  body,
  erases: ({ attachment }) => attachment,
  judge: (state, { by, body: { attachment } }) => {
    const kept = state.attachments.get(attachment);
    if (kept?.by !== by.organisation) return unknown(attachment);
    return kept.erased === null ? null : erasedAlready;
  },
  apply: (state, { by, body }, on) => note(state, body, { by: by.organisation, reason: body.reason, on }),
  example: { attachment: EXAMPLE.hash, reason: 'The guest whom it names has asked us to.' },
});

/** The host erases what the law of its place obliges it to, in its own name and for all to see (3.1). */
export const erased = defineAct({
  kind: 'host.erased',
  article: '3.1',
  strength: 'host',
  from: ['host'],
  matter: 'erasure',
  subjects: subjectsOfKept,
  openParts,
  whose: ({ attachments }, { body }) => {
    const owner = attachments.get(body.attachment)?.by;
    return owner === undefined ? [] : [owner];
  },
  quiet: true,
  body,
  erases: ({ attachment }) => attachment,
  judge: (state, { body: { attachment } }) => {
    const kept = state.attachments.get(attachment);
    if (kept === undefined) return unknown(attachment);
    return kept.erased === null ? null : erasedAlready;
  },
  apply: (state, { body }, on) => note(state, body, { by: null, reason: body.reason, on }),
  example: { attachment: EXAMPLE.hash, reason: 'Decision 12/2026 of the data protection authority.' },
});
