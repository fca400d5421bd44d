import assert from 'node:assert/strict';
import type { BodyIn } from '../../sample/steps.ts';
import type { Route } from '../../src/api/route.ts';
import { type Bytes, base64, utf8 } from '../../src/base/bytes.ts';
import type { Slug } from '../../src/base/ids.ts';
import { canonicalBytes } from '../../src/base/json.ts';
import { instant } from '../../src/base/time.ts';
import type { ActKind } from '../../src/charter/acts.ts';
import type { Text } from '../../src/charter/texts/state.ts';
import { type ManualClock, createManualClock } from '../../src/conference/clock.ts';
import type { HostKey } from '../../src/conference/host-key.ts';
import type { Store } from '../../src/conference/ports.ts';
import { type Damages, NO_DAMAGES } from '../../src/conference/damaged.ts';
import { NO_LIMITS } from '../../src/conference/door/limits.ts';
import { sessionCookie } from '../../src/conference/door/sign-in.ts';
import type { PostDesk } from '../../src/conference/post/desk.ts';
import type { ReadingMarks } from '../../src/conference/reading-marks.ts';
import type { Conference, Host } from '../../src/conference/types.ts';
import { createNode } from '../../src/node.ts';
import { openSearchIndexes } from '../../src/store/search/indexes.ts';
import { type UnreadAct, newNonce } from '../../src/record/act.ts';
import { writeEnvelope } from '../../src/record/envelope.ts';
import type { Attachment } from '../../src/base/act.ts';
import { sampleKey } from '../../src/record/sample-keys.ts';
import { type SigningKey, signEd25519 } from '../../src/record/sign-ed25519.ts';
import { ACT_NAMESPACE, SIGN_IN_NAMESPACE } from '../../src/record/verify-signature.ts';
import { putSample } from './kept-sample.ts';
import { keptInMemory } from './kept.ts';
import { listenAnywhere } from './port.ts';

/** The sample conference with its pages and its API, in memory, at a time that stands still. */
export interface SampleScene {
  readonly host: Host;
  readonly store: Store;
  readonly hostKey: HostKey;
  readonly conference: Conference;
  readonly clock: ManualClock;
  /** The address under which it answers. */
  readonly origin: string;
  /** Asks the pages or the API, whichever has that path, without a network. */
  readonly ask: (path: string, init?: RequestInit) => Promise<Response>;
  /** Signs this delegate in with a published key, and gives the session's token. */
  readonly signIn: (organisation: string, delegate?: number) => Promise<string>;
  /** The same as a cookie. */
  readonly cookie: (token: string) => { readonly name: string; readonly value: string };
  /** What a delegate's browser sends with each request once it is signed in; nothing for the public. */
  readonly headers: (organisation: string | null, delegate?: number) => Promise<Readonly<Record<string, string>>>;
  /** A text by its number. */
  readonly text: (number: number) => Text;
  /** Makes an act through the one door, signed with the delegate's published key or with `signers`, and then with `alsoBy`. Fails where it is refused. */
  readonly act: <const K extends ActKind>(
    by: readonly [organisation: string, delegate: number],
    kind: K,
    body: BodyIn<K>,
    more?: {
      readonly signers?: readonly SigningKey[];
      readonly alsoBy?: readonly SigningKey[];
      readonly attachments?: readonly Attachment[];
    },
  ) => Promise<void>;
  /** What the API answers. */
  readonly routes: readonly Route[];
  /** How far delegates have read. */
  readonly marks: ReadingMarks;
  /** Faults that the host, the pages or the API reported. */
  readonly faults: readonly unknown[];
  readonly close: () => Promise<void>;
}

export const SLUG = 'sample';

export const createSampleScene = async ({
  listen = false,
  shown = true,
  post = null,
  damages = NO_DAMAGES,
  met = true,
}: {
  /** Whether it answers on a port of this machine, for a browser. */
  readonly listen?: boolean;
  /** Whether the installation shows it as its sample; where not, it is a conference like any other. */
  readonly shown?: boolean;
  readonly post?: PostDesk | null;
  readonly damages?: Pick<Damages, 'count'>;
  /** Whether it has had its first assembly, and so has a group; where not, none of what came of it is there. */
  readonly met?: boolean;
} = {}): Promise<SampleScene> => {
  const port = listen ? await listenAnywhere() : null;
  const origin = port?.origin ?? 'http://localhost';
  const faults: unknown[] = [];
  // Cookies end by the machine's own clock, so the day is today's.
  const now = instant(Date.now());
  const clock = createManualClock(now);
  const kept = keptInMemory();
  const hostKey = await putSample(kept, now, met);
  const node = await createNode({
    openIndexes: () => openSearchIndexes(null),
    kept,
    hostKey,
    clock,
    limits: NO_LIMITS,
    origin,
    proxies: 0,
    version: '0.0.0',
    sample: shown ? (SLUG as Slug) : null,
    openPost: post === null ? null : async () => ({ ...post, close: async () => undefined }),
    damages,
    founding: () => ({ isOpen: () => false, spend: () => false }),
    onFault: (fault) => void faults.push(fault),
  });
  const { host } = node;
  const conference = host.conference(SLUG as Slug) ?? assert.fail('The sample is not there');
  port?.answerWith(node.answer);
  const ask: SampleScene['ask'] = async (path, init) => node.fetch(new Request(new URL(path, origin), init));

  const signIn: SampleScene['signIn'] = async (organisation, delegate = 1) => {
    const sessions = `/api/conferences/${SLUG}/sessions`;
    const post = async (path: string, body: object) => {
      const sent = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
      const answered = await ask(path, sent);
      assert.ok(answered.ok, await answered.clone().text());
      return (await answered.json()) as Readonly<Record<string, string>>;
    };
    const { challenge = '', message = '' } = await post(`${sessions}/challenge`, {});
    const key = await sampleKey(organisation, delegate);
    const signature = await signEd25519(key, { message: utf8(message), namespace: SIGN_IN_NAMESPACE });
    return (await post(sessions, { challenge, signature: base64(signature) }))['token'] ?? '';
  };
  const cookie: SampleScene['cookie'] = (value) => ({ name: sessionCookie(origin, conference.slug), value });

  return {
    host,
    store: kept.records,
    hostKey,
    conference,
    clock,
    origin,
    faults,
    routes: node.routes,
    marks: kept.sessions.marks,
    ask,
    signIn,
    cookie,
    headers: async (organisation, delegate) => {
      if (organisation === null) return {};
      const { name, value } = cookie(await signIn(organisation, delegate));
      return { cookie: `${name}=${value}` };
    },
    text: (number) => conference.state().texts[number - 1] ?? assert.fail(`No text ${number}`),
    act: async ([organisation, delegate], kind, body, { signers, alsoBy = [], attachments = [] } = {}) => {
      const act = {
        v: 1,
        kind,
        conference: conference.state().conference,
        by: { organisation, delegate },
        made: clock.now(),
        nonce: newNonce(),
        body,
      } as unknown as UnreadAct;
      const keys = signers ?? [await sampleKey(organisation, delegate)];
      const received = await conference.submit(await sealed(act, [...keys, ...alsoBy], attachments));
      assert.ok(received.ok, `${kind} by ${organisation}: ${JSON.stringify(received)}`);
    },
    close: async () => {
      node.endEvents();
      await port?.close();
      await node.close();
    },
  };
};

const sealed = async (
  act: UnreadAct,
  keys: readonly SigningKey[],
  attachments: readonly Attachment[],
): Promise<Bytes> => {
  const message = canonicalBytes(act);
  const signatures = await Promise.all(keys.map((key) => signEd25519(key, { message, namespace: ACT_NAMESPACE })));
  return utf8(writeEnvelope({ act, signatures, attachments }));
};
