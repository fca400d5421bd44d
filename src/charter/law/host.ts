import { z } from 'zod';
import { defineAct } from '../act.ts';
import { isDue } from './deadlines.ts';

/** What the host appends when a deadline falls due and no act has come: time itself, on the record. */
export const tick = defineAct({
  kind: 'host.tick',
  article: '3.1',
  strength: 'host',
  from: ['host'],
  matter: 'tick',
  subjects: () => [],
  ofKeys: true,
  quiet: true,
  body: z.strictObject({}).readonly(),
  judge: (state, _act, at) => (isDue(state, at) ? null : { article: '3.1', kind: 'nothing-due' }),
  apply: () => undefined,
  example: {},
});
