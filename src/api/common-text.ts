import { askerOf } from '../conference/work/turns.ts';
import { answerJson, conferenceOf, numberAsked, numberIn, readerOf } from './asking.ts';
import { halt, notFound, problem } from './problem.ts';
import type { Handler, Route } from './route.ts';
import { ordinalSchema } from './shapes/common.ts';
import { commonTextSchema, commonTextView } from './shapes/common-text.ts';

/** How long an answer is looked for where nothing is said, and at most, in milliseconds. */
const [USUAL, MOST] = [2000, 20_000];

const BUSY = problem(503, 'solver-busy', 'As many common texts are being worked out as can be. Ask again in a moment.');

const commonText: Handler = async (c, deps) => {
  const conference = conferenceOf(c, deps);
  const number = numberIn(c, 'number');
  const limitMs = Math.min(MOST, numberAsked(c, 'limit', USUAL));
  const reader = readerOf(c, conference, deps);
  const text = reader.text(number);
  const question = text && reader.common(text);
  if (question === null) return halt(notFound('common text'));
  const key = `${conference.slug} ${number}`;
  const answer = await deps.commonTexts.answer(question, {
    key,
    limitMs,
    signal: c.req.raw.signal,
    asker: askerOf(conference.slug, reader),
  });
  if (answer.fault !== null) return halt(problem(422, 'too-large', 'This text is too large for a common text.'));
  if (answer.busy !== null && answer.points.length === 0) return halt(BUSY, { 'retry-after': `${answer.busy}` });
  return answerJson(c, commonTextView(question, answer));
};

export const commonTextRoutes: readonly Route[] = [
  {
    method: 'get',
    path: '/api/conferences/{slug}/texts/{number}/common-text',
    id: 'getCommonText',
    summary: 'The largest text that any number of organisations could sign, and what stands before unanimity.',
    tag: 'reading',
    limit: 'reads',
    query: {
      limit: {
        says: `How long to look, in milliseconds: ${USUAL} where it is not given, ${MOST} at most.`,
        schema: ordinalSchema,
      },
    },
    answers: {
      200: { says: 'For members: what is known by then, for every number of signers.', schema: commonTextSchema },
      304: { says: 'As the caller has it.', type: null },
    },
    problems: [400, 401, 404, 422, 503],
    handle: commonText,
  },
];
