import { z } from 'zod';
import { ok, err, type Result } from '../../base/result.ts';
import { defineAct } from '../act.ts';
import { circulate, toParticipants } from './circulation.ts';
import { EXAMPLE } from '../law/example-words.ts';
import type { HelpRequest } from './state.ts';
import { mayServe } from './group.ts';
import type { Refusal } from '../law/refusal.ts';
import type { State } from '../state.ts';
import { instantSchema, numberSchema, prose } from '../../base/schema.ts';

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
  example: { what: 'secretarial', words: 'Someone who interprets between Greek and Bulgarian.', until: EXAMPLE.day },
});

const openRequest = (state: State, number: number): Result<HelpRequest, Refusal> => {
  const request = state.help[number - 1];
  return request?.closed === null
    ? ok(request)
    : err({ article: '9.6', kind: 'unknown', thing: 'help', ref: `${number}` });
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
    const found = openRequest(state, body.help);
    return found.ok ? null : found.error;
  },
  apply: (state, { by, body }, on) => {
    state.help[body.help - 1]?.offers.push({ by: by.organisation, words: body.words, on });
  },
  example: { help: 1, words: 'Two of us can come for both days.' },
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
    const found = openRequest(state, body.help);
    if (!found.ok) return found.error;
    const request = found.value;
    return request.by === by.organisation || mayServe(state, by.organisation)
      ? null
      : { article: '9.6', kind: 'not-yours', owner: request.by };
  },
  apply: (state, { body }, on) => {
    const request = state.help[body.help - 1];
    if (request !== undefined) request.closed = { on, words: body.words };
  },
  example: { help: 1, words: 'Thank you, Reka. We have all that we need.' },
});
