import { z } from 'zod';
import { type Mutable, mutable } from '../../base/brand.ts';
import { type OrganisationId, type VersionHash, languageSchema } from '../../base/ids.ts';
import { ok, err, type Result } from '../../base/result.ts';
import { line, numberSchema } from '../../base/schema.ts';
import { type Clause, clausesSchema, lengthOf } from '../../text/clause.ts';
import { defineAct } from '../act.ts';
import type { Article } from '../law/articles.ts';
import { type Terms, termsSchema, versionHash, versionOf } from '../law/charter.ts';
import { EXAMPLE } from '../law/example-words.ts';
import { newLive } from './live.ts';
import type { Mark } from '../law/mark.ts';
import { isParticipant } from '../members/organisations.ts';
import { conferenceItself, namesRefusal } from '../members/names.ts';
import { type Refusal, beyond } from '../law/refusal.ts';
import type { State } from '../state.ts';
import type { Revision, Stage, Text } from './state.ts';
import { itsText, broughtAt } from '../law/resource.ts';

/** Chapters 6 and 13.2: texts, and whose they are. */

export const titleSchema = line(300);

/** Head and rules come with a charter, and with nothing else; and the conference takes no name that is an organisation's. */
export const termsRefusal = (state: State, kind: Text['kind'], terms: Terms | null): Refusal | null => {
  if ((kind === 'charter') !== (terms !== null)) return { article: '5.4', kind: 'rules-with-charter-only' };
  return terms && namesRefusal(state, '5.4', [conferenceItself(terms.head)], () => 'charter/head/name');
};

/** The text, or why an act under this article is refused: unknown, or not at one of these stages. */
export const textAt = (
  state: State,
  number: number,
  article: Article,
  ...stages: readonly Stage[]
): Result<Text, Refusal> => {
  const text = state.texts[number - 1];
  if (text === undefined) return err({ article, kind: 'unknown', thing: 'text', ref: `${number}` });
  return stages.includes(text.stage) ? ok(text) : err({ article, kind: 'wrong-stage', stage: text.stage });
};

/** The text, which the rules have shown to be there. */
export const textOf = (state: Mutable<State>, number: number): Mutable<Text> => {
  const text = state.texts[number - 1];
  if (text === undefined) throw new TypeError(`No text ${number}`);
  return text;
};

/** The latest revision; every text has at least one. */
export const present = (text: Text): Revision => {
  const last = text.revisions.at(-1);
  if (last === undefined) throw new TypeError('A text without a revision');
  return last;
};

/** Whether what speaks of `version` speaks of the very words that were adopted. */
export const isAdopted = (text: Text | undefined, version: VersionHash): boolean =>
  text?.stage === 'adopted' && text.decision?.version === version;

export const revise = (
  number: number,
  fields: {
    readonly title: string;
    readonly clauses: readonly Clause[];
    readonly charter: Terms | null;
    readonly tookIn: readonly number[];
    readonly note: string | null;
    readonly by: OrganisationId;
  },
  on: Mark,
): Mutable<Revision> => mutable({ number, ...fields, hash: versionHash(versionOf(fields)), on, objections: [] });

/** A text as it is tabled. */
export const newText = (
  number: number,
  by: OrganisationId,
  { kind, title, clauses, charter, language }: z.infer<typeof table.body>,
  on: Mark,
): Mutable<Text> => ({
  number,
  kind,
  by,
  tabled: on,
  cosponsors: [],
  language,
  rapporteur: null,
  stage: 'negotiation',
  revisions: [revise(1, { title, clauses, charter, tookIn: [], note: null, by }, on)],
  amendments: [],
  live: mutable(newLive(clauses)),
  positions: [],
  standing: new Map(),
  consultations: [],
  threads: [],
  proposals: [],
  openProposals: [],
  principle: null,
  weights: new Map(),
  authentic: [],
  translations: new Map(),
  decision: null,
  failed: [],
  rectifications: [],
  signatures: new Map(),
  signing: [],
});

export const table = defineAct({
  kind: 'text.table',
  article: '13.2',
  strength: 'binding',
  from: ['participant'],
  matter: 'text',
  subjects: (_act, { texts }, index) => [`texts/${broughtAt(texts, ({ tabled }) => tabled, index)}`],
  limits: ['own-open-texts', 'open-texts', 'text-words'],
  body: z
    .strictObject({
      kind: z.enum(['resolution', 'charter']),
      title: titleSchema,
      clauses: clausesSchema,
      /** With a charter, its head and its rules; else `null`. */
      charter: termsSchema.nullable(),
      /** The language it is written in; `null` where that goes without saying. */
      language: languageSchema.nullable(),
    })
    .readonly(),
  judge: (state, { by, body }) => {
    const own = state.openTexts.filter((number) => state.texts[number - 1]?.by === by.organisation).length;
    return (
      termsRefusal(state, body.kind, body.charter) ??
      beyond('13.2', 'text-words', lengthOf(body.clauses)) ??
      beyond('13.2', 'open-texts', state.openTexts.length + 1) ??
      beyond('13.2', 'own-open-texts', own + 1)
    );
  },
  apply: (state, { by, body }, on) => {
    state.openTexts.push(state.texts.length + 1);
    state.texts.push(newText(state.texts.length + 1, by.organisation, body, on));
  },
  example: {
    kind: 'resolution',
    title: 'On the waters that we share',
    clauses: EXAMPLE.clauses,
    charter: null,
    language: 'en',
  },
});

/** It is neither under negotiation nor put to decision any more. */
export const closeText = (
  state: Mutable<State>,
  text: Mutable<Text>,
  stage: Exclude<Stage, 'negotiation' | 'decision'>,
): void => {
  text.stage = stage;
  state.openTexts = state.openTexts.filter((number) => number !== text.number);
};

export const onlyText = z.strictObject({ text: numberSchema }).readonly();

export const cosponsor = defineAct({
  kind: 'text.cosponsor',
  article: '13.2',
  strength: 'binding',
  from: ['participant'],
  matter: 'text',
  subjects: itsText,
  body: onlyText,
  judge: (state, { by, body }) => {
    const found = textAt(state, body.text, '13.2', 'negotiation', 'decision');
    if (!found.ok) return found.error;
    const text = found.value;
    const already = text.by === by.organisation || text.cosponsors.includes(by.organisation);
    return already ? { article: '13.2', kind: 'already', what: 'co-sponsor' } : null;
  },
  apply: (state, { by, body }) => {
    textOf(state, body.text).cosponsors.push(by.organisation);
  },
  example: { text: 1 },
});

/**
 * Whose text it is: the one who tabled it may revise, withdraw and put it to decision. When that organisation has left, the
 * first co-sponsor still taking part stands in its place.
 */
export const ownerOf = (state: State, text: Text): OrganisationId =>
  [text.by, ...text.cosponsors].find((id) => isParticipant(state, id)) ?? text.by;

/** Who proposes its revisions: whom the participants named, while they take part, or the one whose text it is. */
export const rapporteurOf = (state: State, text: Text): OrganisationId =>
  text.rapporteur !== null && isParticipant(state, text.rapporteur) ? text.rapporteur : ownerOf(state, text);

export const ownerOnly = (state: State, text: Text, id: OrganisationId): Refusal | null => {
  const owner = ownerOf(state, text);
  return owner === id ? null : { article: '13.2', kind: 'not-yours', owner };
};

/** Refused where the act speaks of a revision that is no longer the present one: somebody was quicker. */
export const revisionRefusal = (text: Text, revision: number): Refusal | null =>
  revision === text.revisions.length
    ? null
    : { article: '13.2', kind: 'superseded', field: 'revision', current: text.revisions.length };

/** Refused where the text has no such amendment, or it is not open. */
export const notOpenRefusal = (text: Text, number: number, article: Article): Refusal | null => {
  const fate = text.amendments[number - 1]?.fate.kind;
  if (fate === undefined) return { article, kind: 'unknown', thing: 'amendment', ref: `${number}` };
  return fate === 'open' ? null : { article, kind: 'amendment-is', amendment: number, fate };
};
