import { z } from 'zod';
import { instantSchema, prose } from '../../base/schema.ts';
import { defineAct } from '../act.ts';
import { circulate, toParticipants } from './circulation.ts';
import type { HelpRequest } from './state.ts';
import { mayServe } from '../meetings/meeting-rules.ts';
import type { Refusal } from '../law/refusal.ts';
import type { State } from '../state.ts';
import { numberSchema } from '../texts/texts.ts';

/** Chapter 9.6: the coordinating group may ask the participants for secretarial and technical help. */

export const askForHelp = defineAct({
  kind: 'help.ask',
  article: '9.6',
  strength: 'ordinary',
  from: ['participant'],
  matter: 'help',
  subjects: () => ['help'],
  body: z
    .strictObject({ what: z.enum(['secretarial', 'technical']), words: prose(4000), until: instantSchema.nullable() })
    .readonly(),
  judge: (state, { by, body }, at) => {
    if (!mayServe(state, by.organisation)) return { article: '9.6', kind: 'group-only' };
    return body.until !== null && body.until <= at
      ? { article: '9.6', kind: 'bad-field', field: 'until', why: 'past' }
      : null;
  },
  apply: (state, { by, body }, on) => {
    const number = state.help.length + 1;
    state.help.push({ number, by: by.organisation, ...body, on, offers: [], closed: null });
    circulate(state, { kind: 'help', help: number }, toParticipants(state, by.organisation), on);
  },
});

const openRequest = (state: State, number: number): HelpRequest | Refusal => {
  const request = state.help[number - 1];
  return request?.closed === null ? request : { article: '9.6', kind: 'unknown', thing: 'help', ref: `${number}` };
};

export const offerHelp = defineAct({
  kind: 'help.offer',
  article: '9.6',
  strength: 'ordinary',
  from: ['participant'],
  matter: 'help',
  subjects: () => ['help'],
  body: z.strictObject({ help: numberSchema, words: prose(2000) }).readonly(),
  judge: (state, { body }) => {
    const request = openRequest(state, body.help);
    return 'article' in request ? request : null;
  },
  apply: (state, { by, body }, on) => {
    state.help[body.help - 1]?.offers.push({ by: by.organisation, words: body.words, on });
  },
});

/** Whoever asked, or the group, says that it is done, and thanks. */
export const closeHelp = defineAct({
  kind: 'help.close',
  article: '9.6',
  strength: 'ordinary',
  from: ['participant'],
  matter: 'help',
  subjects: () => ['help'],
  body: z.strictObject({ help: numberSchema, words: prose(2000).nullable() }).readonly(),
  judge: (state, { by, body }) => {
    const request = openRequest(state, body.help);
    if ('article' in request) return request;
    return request.by === by.organisation || mayServe(state, by.organisation)
      ? null
      : { article: '9.6', kind: 'not-yours', owner: request.by };
  },
  apply: (state, { body }, on) => {
    const request = state.help[body.help - 1];
    if (request !== undefined) request.closed = { on, words: body.words };
  },
});
