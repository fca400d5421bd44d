import { z } from 'zod';
import { mutable } from '../../base/brand.ts';
import { clauseIdSchema, organisationIdSchema, versionHashSchema } from '../../base/ids.ts';
import { defineAct } from '../act.ts';
import { circulate } from '../group/circulation.ts';
import { noteObservation } from '../group/owed.ts';
import { EXAMPLE } from '../law/example-words.ts';
import type { Matter } from '../law/matter.ts';
import { participants } from '../members/organisations.ts';
import { itsText } from '../law/resource.ts';
import type { Observation } from './observation-state.ts';
import type { State } from '../state.ts';
import { present, textAt, textOf, isAdopted } from '../texts/texts.ts';
import { numberSchema, prose } from '../../base/schema.ts';

/** Chapter 8: every participant may say on the record how it sees a document, and everyone else is told. */

/** One on an earlier revision stays with it: it names its words by their hash, and may quote them. */
export const matterOfObservation = (
  { texts }: Pick<State, 'texts'>,
  { text, version, public: open }: Pick<Observation, 'text' | 'version' | 'public'>,
): Matter => (open && isAdopted(texts[text - 1], version) ? 'public-observation' : 'observation');

export const make = defineAct({
  kind: 'observation.make',
  article: '8.1',
  strength: 'binding',
  from: ['participant'],
  matter: (state, { body }) => matterOfObservation(state, body),
  subjects: (act) => [...itsText(act), 'observations'],
  signedInPublic: (_state, { body }) => body.public,
  body: z
    .strictObject({
      text: numberSchema,
      /** The version that it speaks of, which must be the present one. */
      version: versionHashSchema,
      /** A clarification (8.1), a particular view (8.2) or a disagreement (8.3). */
      kind: z.enum(['clarification', 'view', 'disagreement']),
      /** The clauses it is about; empty: the whole. */
      clauses: z.array(clauseIdSchema).max(400).readonly(),
      words: prose(16_000),
      /** Whether its author makes it public, once the text itself is. */
      public: z.boolean(),
    })
    .readonly(),
  judge: (state, { body }) => {
    const found = textAt(state, body.text, '8.1', 'negotiation', 'decision', 'adopted', 'not-adopted', 'withdrawn');
    if (!found.ok) return found.error;
    const text = found.value;
    const { hash, clauses } = present(text);
    if (hash !== body.version) return { article: '8.1', kind: 'superseded', field: 'version', current: hash };
    const known = new Set(clauses.map((clause) => clause.id));
    const strange = body.clauses.find((id) => !known.has(id));
    if (strange !== undefined) return { article: '8.2', kind: 'unknown', thing: 'clause', ref: strange };
    const repeated = new Set(body.clauses).size < body.clauses.length;
    return repeated ? { article: '8.2', kind: 'bad-field', field: 'clauses', why: 'repeated' } : null;
  },
  apply: (state, { by, body }, on) => {
    const number = state.observations.length + 1;
    const others = participants(state).filter((organisation) => organisation.id !== by.organisation);
    state.observations.push({
      number,
      text: textOf(state, body.text).number,
      version: body.version,
      by: by.organisation,
      kind: body.kind,
      clauses: mutable(body.clauses),
      words: body.words,
      public: body.public,
      on,
      circulation: others.map((organisation) => ({ organisation: organisation.id, communicated: on, shown: null })),
    });
    for (const { id } of others) noteObservation(state, id, number, true);
    circulate(
      state,
      { kind: 'observation', observation: number },
      others.map(({ id }) => id),
      on,
    );
  },
  example: {
    text: 1,
    version: EXAMPLE.hash,
    kind: 'clarification',
    clauses: ['data'],
    words: 'We publish every Monday.',
    public: true,
  },
});

/** The host says, in its own name, that it has shown observations to a signed-in delegate of an organisation. */
export const shown = defineAct({
  kind: 'host.shown',
  article: '8.4',
  strength: 'host',
  from: ['host'],
  matter: 'circulation',
  subjects: () => ['observations'],
  quiet: true,
  body: z
    .strictObject({
      organisation: organisationIdSchema,
      observations: z.array(numberSchema).min(1).max(100).readonly(),
    })
    .readonly(),
  judge: (state, { body }) => {
    for (const number of body.observations) {
      const recipient = state.observations[number - 1]?.circulation.find(
        ({ organisation }) => organisation === body.organisation,
      );
      if (recipient === undefined || recipient.shown !== null) return { article: '8.4', kind: 'nothing-due' };
    }
    const repeated = new Set(body.observations).size < body.observations.length;
    return repeated ? { article: '8.4', kind: 'bad-field', field: 'observations', why: 'repeated' } : null;
  },
  apply: (state, { body }, on) => {
    for (const number of body.observations) {
      const recipient = state.observations[number - 1]?.circulation.find(
        ({ organisation }) => organisation === body.organisation,
      );
      if (recipient !== undefined) recipient.shown = on;
      noteObservation(state, body.organisation, number, false);
    }
  },
  example: { organisation: 'reka', observations: [1, 2] },
});
