import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { it } from 'node:test';
import { base64url } from '../src/base/bytes.ts';
import type { OrganisationId, Slug } from '../src/base/ids.ts';
import { instant } from '../src/base/time.ts';
import type { Drafts } from '../src/conference/ports.ts';
import { createMemoryDrafts } from '../src/store/memory/drafts.ts';
import {
  ALWAYS_DRAFTED,
  type DraftDesk,
  MOST_DRAFTED,
  MOST_DRAFTED_IN_ALL,
  type Saved,
  type ToSave,
  createDraftDesk,
} from '../src/web/kit/drafts.ts';
import { MOST_DRAFT } from '../src/web/shared/text-limits.ts';

/** How much room drafts have. */

const OWNER = {
  slug: 'rivers' as Slug,
  organisation: 'diktyo' as OrganisationId,
  delegate: 1,
  mayBegin: true,
} as const;

const name = (): string => base64url(Uint8Array.from(randomBytes(16)));

const deskOf = (more: Partial<Drafts> = {}) => {
  const drafts = { ...createMemoryDrafts(), ...more };
  return { drafts, desk: createDraftDesk({ drafts, clock: { now: () => instant(1) } }, OWNER) };
};

const draft = (body: string, more: Partial<ToSave> = {}): ToSave => ({
  id: name(),
  owner: OWNER.organisation,
  kind: 'table',
  text: null,
  revision: null,
  pen: name(),
  number: 1,
  version: 0,
  base: { title: '', body: '' },
  title: 'T',
  body,
  ...more,
});

/** Writes more on a draft, with another pen. */
const go = (desk: DraftDesk, saved: Saved, body: string): Saved => {
  assert.ok(saved.ok);
  const { id, version, title, body: before } = saved.draft;
  return desk.save(draft(body, { id, version, base: { title, body: before } }));
};

const LONGEST = 'α'.repeat(MOST_DRAFT);
const whyOf = (saved: Saved): string => (saved.ok ? 'kept' : saved.why);

it('a draft that is there grows no further than all of its organisation’s may', () => {
  const { desk, drafts } = deskOf();
  const small = desk.save(draft('Short.'));
  while (desk.save(draft(LONGEST)).ok);
  assert.equal(whyOf(go(desk, small, LONGEST)), 'too-much');
  assert.ok(drafts.taken(OWNER.slug, OWNER.organisation).bytes <= MOST_DRAFTED);
  assert.equal(whyOf(go(desk, small, 'Less.')), 'kept');
});

it('what is known of pens takes no more than two drafts that are as long as may be', () => {
  const { desk, drafts } = deskOf();
  let saved = desk.save(draft(LONGEST));
  for (let i = 0; i < 6; i += 1) saved = go(desk, saved, `${'α'.repeat(MOST_DRAFT - 1)}${i}`);
  assert.ok(drafts.taken(OWNER.slug, OWNER.organisation).bytes < 3.1 * Buffer.byteLength(LONGEST));
});

it('where others have filled the node, there is room for one that is as long as may be, and for no more', () => {
  const { desk } = deskOf({ inAll: () => MOST_DRAFTED_IN_ALL });
  const first = desk.save(draft(LONGEST));
  assert.equal(whyOf(go(desk, first, `${LONGEST.slice(1)}.`)), 'kept');
  const answers = Array.from({ length: 4 }, () => whyOf(desk.save(draft(LONGEST))));
  assert.equal(answers.at(-1), 'too-much');
  assert.ok(Buffer.byteLength(LONGEST) * 4 < ALWAYS_DRAFTED);
});
