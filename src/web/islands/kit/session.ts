import { base64, utf8 } from '../../../base/bytes.ts';
import { SIGN_IN_NAMESPACE } from '../../../record/verify-signature.ts';
import { type Signer, sign } from './signer.ts';
import { Trouble } from './trouble.ts';

/** A fresh challenge, and the text that answers it when signed. */
export interface Challenge {
  readonly challenge: string;
  readonly message: string;
}

/** @throws Trouble where nobody answers. */
export const newChallenge = async (slug: string): Promise<Challenge> => {
  const answer = await fetch(`/${slug}/sign-in/challenge`).catch((error: unknown) => {
    throw new Trouble('offline', error);
  });
  if (!answer.ok) throw new Trouble('offline');
  return (await answer.json()) as Challenge;
};

/** What a signer signs to answer a challenge. */
export const toAnswer = ({ message }: Challenge) => ({ message: utf8(message), namespace: SIGN_IN_NAMESPACE });

/** Signs in with a key that has just come onto the record. Whether it went well; if not, the person can still do it by hand. */
export const enter = async (slug: string, signer: Signer): Promise<boolean> => {
  try {
    const challenge = await newChallenge(slug);
    const fields = new FormData();
    fields.set('challenge', challenge.challenge);
    fields.set('signature', base64(await sign(signer, toAnswer(challenge))));
    const answer = await fetch(`/${slug}/sign-in`, { method: 'POST', body: fields, redirect: 'manual' });
    // The way on is not followed, but the cookie on it is kept.
    return answer.type === 'opaqueredirect';
  } catch {
    return false;
  }
};
