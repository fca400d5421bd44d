import { z } from 'zod';
import { mutable } from '../../base/brand.ts';
import { type ClauseId, clauseIdSchema, versionHashSchema } from '../../base/ids.ts';
import type { Clause } from '../../text/clause.ts';
import { DAY, type Instant, after } from '../../base/time.ts';
import { defineAct } from '../act.ts';
import { EXAMPLE } from '../law/example-words.ts';
import type { Refusal } from '../law/refusal.ts';
import { notAsStated } from '../members/names.ts';
import { printedSchema } from '../names/printed.ts';
import type { Signature } from '../texts/state.ts';
import { present, textAt, textOf } from '../texts/texts.ts';
import { numberSchema, prose } from '../../base/schema.ts';
import { rulesInForce } from '../law/charter.ts';
import { itsText } from '../law/resource.ts';

/** Chapter 7: a decision is signed by the organisations that agree with it, wholly or in part. No signature hangs on another's. */

const riderSchema = z
  .strictObject({
    /** A reservation excludes or changes a clause for its author; an interpretation says how its author reads it. */
    kind: z.enum(['reservation', 'interpretation']),
    clause: clauseIdSchema.nullable(),
    words: prose(4000),
  })
  .readonly();

/**
 * Refused where it was made before the act that it changes: a confirmation, a withdrawal and a signature given anew name what they are about by the text
 * alone, so it is their order, which their maker signed, that tells what each is about.
 */
const tooEarly = (signature: Signature, made: Instant): Refusal | null =>
  made < signature.made ? { article: '7.1', kind: 'bad-field', field: 'made', why: 'made-before' } : null;

const noClause = (ref: string): Refusal => ({ article: '7.2', kind: 'unknown', thing: 'clause', ref });

const leavesNothingOut = (signed: readonly ClauseId[], clauses: readonly Clause[]): boolean => {
  const named = new Set(signed);
  return clauses.every(({ id, kind }) => kind === 'heading' || named.has(id));
};

export const sign = defineAct({
  kind: 'text.sign',
  article: '7.1',
  strength: 'binding',
  from: ['participant'],
  matter: 'signature',
  subjects: itsText,
  signedInPublic: true,
  body: z
    .strictObject({
      text: numberSchema,
      /** How the signatory and its country are printed under it, for ever. */
      printed: printedSchema,
      /** The final version that is signed. */
      version: versionHashSchema,
      /** The clauses that are signed, which leave at least one that is no heading out; `null`: the whole. */
      clauses: z.array(clauseIdSchema).min(1).max(400).readonly().nullable(),
      riders: z.array(riderSchema).max(50).readonly(),
      /** Subject to confirmation by the organisation's own organ. */
      adReferendum: z.boolean(),
    })
    .readonly(),
  judge: (state, { by, made, body }) => {
    const found = textAt(state, body.text, '7.1', 'adopted');
    if (!found.ok) return found.error;
    const text = found.value;
    const { hash, clauses } = present(text);
    if (hash !== body.version) return { article: '7.1', kind: 'superseded', field: 'version', current: hash };
    const earlier = text.signatures.get(by.organisation);
    if (earlier !== undefined && earlier.withdrawn === null) return { article: '7.1', kind: 'already', what: 'signed' };
    const early = earlier && tooEarly(earlier, made);
    if (early) return early;
    const otherwise = notAsStated(state, by.organisation, body.printed);
    if (otherwise !== null) return otherwise;
    const known = new Set(clauses.map((clause) => clause.id));
    const strange =
      body.clauses?.find((id) => !known.has(id)) ??
      body.riders.find(({ clause }) => clause !== null && !known.has(clause))?.clause;
    if (strange !== undefined && strange !== null) return noClause(strange);
    if (body.clauses !== null && new Set(body.clauses).size < body.clauses.length) {
      return { article: '7.2', kind: 'bad-field', field: 'clauses', why: 'repeated' };
    }
    // There is one way to sign the whole, and it says so: a heading left out leaves nothing out.
    if (body.clauses !== null && leavesNothingOut(body.clauses, clauses))
      return { article: '7.2', kind: 'bad-field', field: 'clauses', why: 'all-clauses' };
    const { reservations } = rulesInForce(state).signature;
    const reserved = body.riders.some((rider) => rider.kind === 'reservation');
    return reserved && !reservations ? { article: '7.2', kind: 'reservations-not-allowed' } : null;
  },
  apply: (state, { by, made, body }, on) => {
    const text = textOf(state, body.text);
    const { firstSigningDays: days } = rulesInForce(state).signature;
    const adopted = text.decision?.outcome?.at ?? on.at;
    text.signing.push(on);
    state.everSigned.add(by.organisation);
    text.signatures.set(by.organisation, {
      by: by.organisation,
      printed: mutable(body.printed),
      clauses: mutable(body.clauses),
      riders: mutable(body.riders),
      on,
      made,
      accession: on.at > after(adopted, days * DAY),
      withdrawn: null,
      referendum: body.adReferendum ? { confirmed: null } : null,
    });
  },
  example: {
    text: 1,
    printed: EXAMPLE.profile.printed,
    version: EXAMPLE.hash,
    clauses: ['rivers-cross', 'data'],
    riders: [{ kind: 'interpretation', clause: 'data', words: 'We read “measures” as measures in its own name.' }],
    adReferendum: false,
  },
});

/** A signature given ad referendum becomes definitive. */
export const confirm = defineAct({
  kind: 'signature.confirm',
  article: '7.1',
  strength: 'binding',
  from: ['participant'],
  matter: 'signature',
  subjects: itsText,
  signedInPublic: true,
  body: z.strictObject({ text: numberSchema }).readonly(),
  judge: (state, { by, made, body }) => {
    const found = textAt(state, body.text, '7.1', 'adopted');
    if (!found.ok) return found.error;
    const text = found.value;
    const signature = text.signatures.get(by.organisation);
    if (signature === undefined || signature.withdrawn !== null) {
      return { article: '7.1', kind: 'unknown', thing: 'signature', ref: by.organisation };
    }
    const open = signature.referendum !== null && signature.referendum.confirmed === null;
    return open ? tooEarly(signature, made) : { article: '7.1', kind: 'already', what: 'confirmed' };
  },
  apply: (state, { by, made, body }, on) => {
    const { signatures, signing } = textOf(state, body.text);
    signing.push(on);
    const signature = signatures.get(by.organisation);
    if (signature === undefined) return;
    signature.referendum = { confirmed: on };
    signature.made = made;
  },
  example: { text: 1 },
});

/** Withdraws one's own signature. Both show: that it was given, and that and why it was withdrawn. */
export const withdraw = defineAct({
  kind: 'signature.withdraw',
  article: '7.1',
  strength: 'binding',
  from: ['participant', 'former'],
  matter: 'signature',
  subjects: itsText,
  signedInPublic: true,
  body: z.strictObject({ text: numberSchema, reason: prose(4000) }).readonly(),
  judge: (state, { by, made, body }) => {
    const found = textAt(state, body.text, '7.1', 'adopted');
    if (!found.ok) return found.error;
    const text = found.value;
    const signature = text.signatures.get(by.organisation);
    if (signature === undefined) return { article: '7.1', kind: 'unknown', thing: 'signature', ref: by.organisation };
    return signature.withdrawn === null
      ? tooEarly(signature, made)
      : { article: '7.1', kind: 'already', what: 'withdrawn' };
  },
  apply: (state, { by, made, body }, on) => {
    const { signatures, signing } = textOf(state, body.text);
    signing.push(on);
    const signature = signatures.get(by.organisation);
    if (signature === undefined) return;
    signature.withdrawn = { on, reason: body.reason };
    signature.made = made;
  },
  example: { text: 1, reason: 'Our assembly has decided otherwise.' },
});
