import { z } from 'zod';
import { KINDS, isKind } from '../conference/search/document.ts';
import { PAGE } from '../conference/search/search.ts';
import { conferenceOf, visitorOf } from './asking.ts';
import { answerPage } from './paging.ts';
import { halt, problem } from './problem.ts';
import { ONE, listed } from './reading.ts';
import type { Handler, Route } from './route.ts';
import { findSchema, findView } from './shapes/search.ts';

/** Looking for something in a conference: each finds what they may see. */

const search: Handler = async (c, deps) => {
  const conference = conferenceOf(c, deps);
  const [words = '', kind, after = null] = [c.req.query('q'), c.req.query('kind'), c.req.query('after')];
  if (kind !== undefined && !isKind(kind)) return halt(badParameter('kind', `one of ${KINDS.join(', ')}`));
  const { viewer } = visitorOf(c, conference, deps);
  const { finds, start, next } = await deps.search.find(conference, viewer, { words, kind: kind ?? null, after });
  if (after !== null && start === 0)
    return halt(badParameter('after', 'the name of the last item of a page of this list'));
  return answerPage(c, { items: finds.map(findView), next });
};

const badParameter = (field: string, what: string) =>
  problem(400, 'malformed', `The parameter ${field} must be ${what}.`, { field });

const route = listed(
  `${ONE}/search`,
  'search',
  `What holds all of these words: what is called so first, then the newest first. ${PAGE} at a time.`,
  z.array(findSchema).max(PAGE).readonly(),
  search,
);

export const searchRoutes: readonly Route[] = [
  {
    ...route,
    summary: route.summary.replace(/ At most \d+ at a time\.$/u, ''),
    query: {
      q: { says: 'Words; those in quotation marks follow each other.', schema: z.string() },
      kind: { says: 'Only of this kind; without it, of every kind but entries of the record.', schema: z.enum(KINDS) },
      ...route.query,
    },
  },
];
