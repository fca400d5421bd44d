import type { SigningKey } from '../src/record/sign-ed25519.ts';
import { sampleInvitation, sampleKey } from '../src/record/sample-keys.ts';
import { APPLICANT, OUTSIDE, type Organisation, PARTICIPANTS } from './content/index.ts';

/** Everyone in the story, in the order of the content. */
export const EVERYONE: readonly Organisation[] = [...PARTICIPANTS, APPLICANT, ...OUTSIDE];

/** The keys of every delegate in the story. */
export interface Keyring {
  readonly key: (organisation: string, delegate: number) => SigningKey;
  readonly invitation: (organisation: string, delegate: number) => SigningKey;
}

export const createKeyring = async (): Promise<Keyring> => {
  const made = new Map<string, readonly [key: SigningKey, invitation: SigningKey]>();
  const make = async (id: string, delegate: number): Promise<void> => {
    made.set(`${id}/${delegate}`, await Promise.all([sampleKey(id, delegate), sampleInvitation(id, delegate)]));
  };
  await Promise.all(EVERYONE.flatMap(({ id, delegates }) => delegates.map((_, i) => make(id, i + 1))));
  const of = (organisation: string, delegate: number) => {
    const found = made.get(`${organisation}/${delegate}`);
    if (found === undefined) throw new RangeError(`No delegate ${organisation}/${delegate} in the story`);
    return found;
  };
  return {
    key: (organisation, delegate) => of(organisation, delegate)[0],
    invitation: (organisation, delegate) => of(organisation, delegate)[1],
  };
};
