import { randomBytes } from 'node:crypto';
import type { ClauseId } from '../../../base/ids.ts';
import type { Text } from '../../../charter/texts/state.ts';
import { present } from '../../../charter/texts/texts.ts';
import type { Draft } from '../../../conference/ports.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import type { Fields } from '../../kit/fields.ts';
import { type DraftText, mergeDrafts } from '../../shared/merge-drafts.ts';
import { bodyOf } from '../../shared/typed-source.ts';
import { isFirst, withFields } from '../../act/change-fields.ts';
import { readContinued } from '../../act/continued.ts';
import { earlierOf } from './take-in.ts';

/** Carries what was written on an earlier revision over to the present one. */

const sourceOf = ({ title, clauses }: Text['revisions'][number]): DraftText => ({ title, body: bodyOf(clauses) });

const carry = (text: Text, from: number, written: DraftText) => {
  const before = text.revisions[from - 1];
  if (before === undefined) return null;
  const read = readContinued(written, { before: before.clauses, taken: earlierOf(text).taken });
  const ours = read.ok ? { ...written, body: bodyOf(read.value.clauses) } : written;
  return mergeDrafts(sourceOf(before), ours, sourceOf(present(text)), newId);
};

const newId = (kind: string): ClauseId => `${kind.slice(0, 1)}-${randomBytes(4).toString('hex')}` as ClauseId;

/**
 * The form with what was typed, or what its draft says, carried over to the present revision. `rebased` tells in how many places both had changed
 * the same words; it is missing where the revision is the same.
 */
export const carriedOver = (text: Text, fields: Fields, draft: Draft | null): Fields => {
  const typed = !isFirst(fields);
  const from = typed ? fields.integer('revision') : (draft?.revision ?? text.revisions.length);
  const written = typed ? { title: fields.text('title') || present(text).title, body: fields.source('body') } : draft;
  if (written === null) return fields;
  const values = (now: DraftText) => ({ title: now.title, body: now.body });
  if (from === text.revisions.length || Number.isNaN(from)) return typed ? fields : withFields(fields, values(written));
  const carried = carry(text, from, written);
  if (carried === null) return withFields(fields, { ...values(written), rebased: 'not' });
  const revision = `${text.revisions.length}`;
  return withFields(fields, { ...values(carried), revision, rebased: `${carried.collisions.length}` });
};

/** Says that, and how, what was written was carried over. */
export const carriedNotice = ({ t }: Context, fields: Fields): Html | '' => {
  if (!fields.has('rebased')) return '';
  const words = t.texts.drafts;
  const places = fields.integer('rebased');
  return html`<div class="panel" role="status">
    <p>${Number.isNaN(places) ? words.unrebased : words.rebased(places)}</p>
  </div>`;
};
