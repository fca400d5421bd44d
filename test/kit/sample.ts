import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { playSample } from '../../sample/play.ts';
import type { BodyIn } from '../../sample/steps.ts';
import { createApi } from '../../src/api/api.ts';
import type { Route } from '../../src/api/route.ts';
import { type Bytes, base64, utf8 } from '../../src/base/bytes.ts';
import { canonicalBytes } from '../../src/base/json.ts';
import { instant } from '../../src/base/time.ts';
import type { ActKind } from '../../src/charter/acts.ts';
import { statementBundle, textBundle } from '../../src/conference/archive/bundle.ts';
import { type ManualClock, createManualClock } from '../../src/conference/clock.ts';
import { generateHostKey } from '../../src/conference/host-key.ts';
import { createHost } from '../../src/conference/host.ts';
import { NO_LIMITS } from '../../src/conference/limits.ts';
import { createSignIn, sessionCookie } from '../../src/conference/sign-in.ts';
import type { Conference, Host } from '../../src/conference/types.ts';
import { type Act, newNonce } from '../../src/record/act.ts';
import { type Attachment, writeEnvelope } from '../../src/record/envelope.ts';
import { sampleKey } from '../../src/record/sample-keys.ts';
import { type SigningKey, signEd25519 } from '../../src/record/sign-ed25519.ts';
import { ACT_NAMESPACE, SIGN_IN_NAMESPACE } from '../../src/record/verify-signature.ts';
import { createMemoryStore } from '../../src/store/memory.ts';
import { createCommonTexts } from '../../src/conference/common-texts.ts';
import { createDocuments } from '../../src/press/documents.ts';
import { createSolver } from '../../src/solver/solver.ts';
import { createWeb } from '../../src/web/app.ts';
import { createMemoryDrafts } from '../../src/store/memory-drafts.ts';
import { createMemorySessions } from './api.ts';

/** The sample conference with its pages and its API, in memory, at a time that stands still. */
export interface SampleScene {
  readonly host: Host;
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
  /** Makes an act through the one door, signed with the delegate's published key or with `signers`. Fails where it is refused. */
  readonly act: <const K extends ActKind>(
    by: readonly [organisation: string, delegate: number],
    kind: K,
    body: BodyIn<K>,
    more?: { readonly signers?: readonly SigningKey[]; readonly attachments?: readonly Attachment[] },
  ) => Promise<void>;
  /** What the API answers. */
  readonly routes: readonly Route[];
  /** Faults that the host, the pages or the API reported. */
  readonly faults: readonly unknown[];
  readonly close: () => Promise<void>;
}

export const SLUG = 'sample';

type Handler = (request: Request) => Response | Promise<Response>;

/** What answers at `origin`, once it is known. */
interface Place {
  readonly origin: string;
  readonly answerWith: (handler: Handler) => void;
  readonly close: () => void;
}

const nowhere = (): Place => ({ origin: 'http://localhost', answerWith: () => undefined, close: () => undefined });

const listening = async (): Promise<Place> => {
  let handler: Handler = () => new Response(null, { status: 503 });
  const listener = getRequestListener((request) => handler(request));
  const server = createServer((request, response) => void listener(request, response));
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    answerWith: (given) => void (handler = given),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};

export const createSampleScene = async ({
  listen = false,
  shown = true,
}: {
  /** Whether it answers on a port of this machine, for a browser. */
  readonly listen?: boolean;
  /** Whether the installation shows it as its sample; where not, it is a conference like any other. */
  readonly shown?: boolean;
} = {}): Promise<SampleScene> => {
  const place = listen ? await listening() : nowhere();
  const { origin } = place;
  const faults: unknown[] = [];
  const onFault = (fault: unknown) => void faults.push(fault);
  // Cookies end by the machine's own clock, so the day is today's.
  const now = instant(Date.now());
  const clock = createManualClock(now);
  const hostKey = generateHostKey();
  const host = await createHost({ store: createMemoryStore(), hostKey, clock, rpId: 'localhost', onFault });
  const conference = await playSample({ host, clock, now });
  clock.set(now);
  const sessions = createSignIn({ host, sessions: createMemorySessions(), clock, origin });
  const commonTexts = createCommonTexts(async () => createSolver());
  const api = createApi({
    host,
    signIn: sessions,
    clock,
    limits: NO_LIMITS,
    founding: { admits: () => false, spend: () => undefined },
    bundles: { text: textBundle, statement: statementBundle },
    commonTexts,
    config: { origin, proxies: 0, version: '0.0.0' },
    onFault,
  });
  const web = createWeb({
    drafts: createMemoryDrafts(),
    host,
    signIn: sessions,
    clock,
    origin,
    sample: shown ? conference.slug : null,
    limits: NO_LIMITS,
    proxies: 0,
    documents: async () => createDocuments(),
    commonTexts,
    founding: { isOpen: () => false, spend: () => undefined },
    onFault,
  });

  const answer: Handler = (request) => {
    const { pathname } = new URL(request.url);
    const isApi = pathname.startsWith('/api/') || pathname.startsWith(`/${SLUG}/log/`);
    return isApi ? api.app.fetch(request) : web.fetch(request);
  };
  place.answerWith(answer);
  const ask: SampleScene['ask'] = async (path, init) => answer(new Request(new URL(path, origin), init));

  return {
    host,
    conference,
    clock,
    origin,
    faults,
    routes: api.routes,
    ask,
    signIn: async (organisation, delegate = 1) => {
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
    },
    cookie: (value) => ({ name: sessionCookie(origin, conference.slug), value }),
    act: async ([organisation, delegate], kind, body, { signers, attachments = [] } = {}) => {
      const act = {
        v: 1,
        kind,
        conference: conference.state().conference,
        by: { organisation, delegate },
        made: clock.now(),
        nonce: newNonce(),
        body,
      } as unknown as Act;
      const keys = signers ?? [await sampleKey(organisation, delegate)];
      const received = await conference.submit(await sealed(act, keys, attachments));
      assert.ok(received.ok, `${kind} by ${organisation}: ${JSON.stringify(received)}`);
    },
    close: async () => {
      api.close();
      await commonTexts.close();
      place.close();
      await host.close();
    },
  };
};

const sealed = async (act: Act, keys: readonly SigningKey[], attachments: readonly Attachment[]): Promise<Bytes> => {
  const message = canonicalBytes(act);
  const signatures = await Promise.all(keys.map((key) => signEd25519(key, { message, namespace: ACT_NAMESPACE })));
  return utf8(writeEnvelope({ act, signatures, attachments }));
};
