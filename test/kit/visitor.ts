import assert from 'node:assert/strict';
import { base64, utf8 } from '../../src/base/bytes.ts';
import type { Slug } from '../../src/base/ids.ts';
import { sessionCookie } from '../../src/conference/door/sign-in.ts';
import { type SigningKey, signEd25519 } from '../../src/record/sign-ed25519.ts';
import { SIGN_IN_NAMESPACE } from '../../src/record/verify-signature.ts';
import { unescaped } from './forms.ts';
import type { Pen } from './small-conference.ts';

/** Somebody at a browser without script: the session in a cookie, forms as forms. */
export interface Visitor {
  /** A page below the conference's address. */
  readonly get: (path: string) => Promise<Response>;
  /** The same, which must be there. */
  readonly page: (path: string) => Promise<string>;
  readonly post: (path: string, fields: Fields) => Promise<Response>;
  readonly signIn: (pen: Pen) => Promise<void>;
  /** Fills in the form of an act, signs what the page before signing holds with these pens, and sends it. */
  readonly act: (kind: string, typed: Fields, pens: readonly Pen[]) => Promise<Response>;
}

type Fields = Readonly<Record<string, string | readonly string[]>>;

export const createVisitor = (origin: string, slug: string): Visitor => {
  let cookie = '';
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(new URL(`/${slug}${path}`, origin), { ...init, headers: { cookie }, redirect: 'manual' });
  const post: Visitor['post'] = async (path, fields) => {
    const body = new URLSearchParams(
      Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
    );
    const answer = await ask(path, { method: 'POST', body });
    cookie = answer.headers.get('set-cookie')?.split(';', 1)[0] ?? cookie;
    return answer;
  };
  return {
    get: ask,
    page: async (path) => {
      const answer = await ask(path);
      assert.equal(answer.status, 200, path);
      return answer.text();
    },
    post,
    signIn: async (pen) => {
      const given = (await (await ask('/sign-in/challenge')).json()) as Record<'challenge' | 'message', string>;
      const { challenge, message } = given;
      const key = pen as unknown as SigningKey;
      const answer = await signEd25519(key, { message: utf8(message), namespace: SIGN_IN_NAMESPACE });
      await post('/sign-in', { challenge, signature: base64(answer), to: `/${slug}` });
      assert.ok(cookie.startsWith(`${sessionCookie(origin, slug as Slug)}=`));
    },
    act: async (kind, typed, pens) => {
      const prepared = await post(`/do/${kind}`, typed);
      const page = await prepared.text();
      assert.equal(prepared.status, 200, page);
      const act = unescaped(/name="act" value="([^"]*)"/u.exec(page)?.[1] ?? '');
      return post('/acts', { act, signature: pens.map((pen) => base64(pen.signAct(utf8(act)))) });
    },
  };
};
