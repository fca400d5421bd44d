import assert from 'node:assert/strict';
import { type Api, createApi } from '../../src/api/api.ts';
import type { ProblemDetails } from '../../src/api/problem.ts';
import type { ApiDeps } from '../../src/api/route.ts';
import { base64, utf8 } from '../../src/base/bytes.ts';
import type { Slug } from '../../src/base/ids.ts';
import { instant } from '../../src/base/time.ts';
import { type ManualClock, createManualClock } from '../../src/conference/clock.ts';
import { generateHostKey } from '../../src/conference/host-key.ts';
import { createCommonTexts } from '../../src/conference/work/common-texts.ts';
import { createHost } from '../../src/conference/host.ts';
import { type Limiter, type Limits, NO_LIMITS } from '../../src/conference/door/limits.ts';
import { type SignIn, createSignIn } from '../../src/conference/door/sign-in.ts';
import type { Host } from '../../src/conference/types.ts';
import { type SigningKey, signEd25519 } from '../../src/record/sign-ed25519.ts';
import { SIGN_IN_NAMESPACE } from '../../src/record/verify-signature.ts';
import type { Store } from '../../src/conference/ports.ts';
import { type Doubts, NO_DOUBTS } from '../../src/conference/time/doubt.ts';
import { createMemoryStore } from '../../src/store/memory/store.ts';
import { NO_SEARCH, createMemorySessions } from './kept.ts';
import { type SmallConference, type Speaker, smallConference } from './small-conference.ts';

/** The API over a small conference in memory, asked without a network. */

export const START = instant(Date.UTC(2026, 0, 10));
export const ORIGIN = 'https://conference.example';
export const SLUG = 'rivers' as Slug;
export const FOUNDING_TOKEN = 'let-me-found';
export const ONE = `/api/conferences/${SLUG}`;
export const ACTS = `${ONE}/acts`;
export const JSON_TYPE = { 'content-type': 'application/json' };

/** The problem in an answer, whose form is checked besides. */
export const problemIn = async (answer: Response): Promise<ProblemDetails> => {
  assert.equal(answer.headers.get('content-type'), 'application/problem+json');
  const problem = (await answer.json()) as ProblemDetails;
  assert.equal(problem.status, answer.status);
  assert.equal(problem.type, `urn:isonomia:problem:${problem.kind}`);
  assert.ok(problem.title.length > 10);
  return problem;
};

export interface ApiScene {
  readonly api: Api;
  /** What it works with. */
  readonly deps: ApiDeps;
  readonly store: Store;
  readonly host: Host;
  readonly clock: ManualClock;
  readonly signIn: SignIn;
  readonly small: SmallConference;
  readonly speaker: (index: number) => Speaker;
  /** Faults that were reported. */
  readonly faults: unknown[];
  readonly ask: (path: string, init?: RequestInit) => Promise<Response>;
  /** The JSON of a good answer to a GET; with `as`, asked as that speaker. */
  readonly read: <T>(path: string, as?: Speaker) => Promise<T>;
  /** Headers of a request by this speaker, signed in. */
  readonly as: (speaker: Speaker) => Promise<{ readonly authorization: string }>;
}

export const createApiScene = async (changes: Partial<ApiDeps> = {}, doubts: Doubts = NO_DOUBTS): Promise<ApiScene> => {
  const clock = createManualClock(START);
  const store = createMemoryStore();
  // The scene itself is set without limits.
  let limits: Limits = NO_LIMITS;
  const asSet = (name: 'actsByOrganisation' | 'newcomers'): Limiter => ({
    take: (...asked) => limits[name].take(...asked),
    wait: (...asked) => limits[name].wait(...asked),
  });
  const shares = { actsByOrganisation: asSet('actsByOrganisation'), newcomers: asSet('newcomers') };
  const host = await createHost({ store, clock, doubts, shares, hostKey: generateHostKey(), origin: ORIGIN });
  const signIn = createSignIn({ host, sessions: createMemorySessions(), clock, origin: ORIGIN });
  const small = await smallConference(host, clock.now);
  const faults: unknown[] = [];
  let token: string | null = FOUNDING_TOKEN;
  const deps: ApiDeps = {
    host,
    signIn,
    clock,
    limits: NO_LIMITS,
    founding: (given) => ({
      isOpen: () => given === token,
      spend: () => {
        const open = given === token;
        token = null;
        return open;
      },
    }),
    search: NO_SEARCH,
    bundles: { text: async () => null, charter: async () => null, statement: async () => null },
    commonTexts: createCommonTexts(() => assert.fail('No common text is asked for'), {
      take: () => assert.fail('No turn is taken'),
      full: () => null,
    }),
    config: { origin: ORIGIN, proxies: 0, version: '0.0.0' },
    onFault: (fault) => faults.push(fault),
    ...changes,
  };
  ({ limits } = deps);
  const api = createApi(deps);

  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => api.app.request(path, init);
  const as = async (speaker: Speaker) => ({ authorization: `Bearer ${await tokenFor(ask, speaker)}` });
  const read = async <T>(path: string, speaker?: Speaker): Promise<T> => {
    const answer = await ask(path, speaker === undefined ? {} : { headers: await as(speaker) });
    assert.equal(answer.status, 200, await answer.clone().text());
    return (await answer.json()) as T;
  };
  return {
    store,
    api,
    deps,
    host,
    clock,
    signIn,
    small,
    speaker: (index) => small.speakers[index] as Speaker,
    faults,
    ask,
    read,
    as,
  };
};

/** Signs in over HTTP, as a program would. */
export const tokenFor = async (ask: ApiScene['ask'], speaker: Speaker): Promise<string> => {
  const sessions = `/api/conferences/${SLUG}/sessions`;
  const { challenge, message } = (await (await ask(`${sessions}/challenge`, { method: 'POST' })).json()) as {
    challenge: string;
    message: string;
  };
  // A pen is a whole signing key; acts need only a part of it.
  const key = speaker.pen as unknown as SigningKey;
  const signature = base64(await signEd25519(key, { message: utf8(message), namespace: SIGN_IN_NAMESPACE }));
  const answer = await ask(sessions, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ challenge, signature }),
  });
  assert.equal(answer.status, 201, await answer.clone().text());
  return ((await answer.json()) as { token: string }).token;
};
