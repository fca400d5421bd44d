import assert from 'node:assert/strict';
import { createCommonTexts } from '../../src/conference/work/common-texts.ts';
import { NO_DAMAGES } from '../../src/conference/damaged.ts';
import { NO_LIMITS } from '../../src/conference/door/limits.ts';
import { createMemoryDrafts } from '../../src/store/memory/drafts.ts';
import { createWeb } from '../../src/web/app.ts';
import type { WebDeps } from '../../src/web/kit/env.ts';
import { NO_SEARCH, createMemorySessions } from './kept.ts';
import { workHere } from './work-here.ts';
import { type ApiScene, ORIGIN } from './api.ts';

/** The pages on a scene of the API, without a network; what a test does not speak of must not be asked for. */
export const webOn = (
  { host, signIn, clock }: ApiScene,
  changes: Partial<WebDeps> = {},
): ReturnType<typeof createWeb> =>
  createWeb({
    drafts: createMemoryDrafts(),
    sessions: createMemorySessions(),
    host,
    signIn,
    clock,
    limits: NO_LIMITS,
    origin: ORIGIN,
    sample: null,
    post: null,
    damages: NO_DAMAGES,
    proxies: 1,
    offersPdf: true,
    documents: () => assert.fail('No document is asked for'),
    feeds: () => assert.fail('No calendar is asked for'),
    calendarKeys: { keyOf: () => assert.fail('No calendar'), fits: () => assert.fail('No calendar') },
    search: NO_SEARCH,
    work: workHere,
    commonTexts: createCommonTexts(() => assert.fail('No common text is asked for'), {
      take: () => assert.fail('No turn is taken'),
      full: () => null,
    }),
    founding: () => ({ isOpen: () => false, spend: () => false }),
    onFault: (fault) => assert.fail(String(fault)),
    ...changes,
  });
