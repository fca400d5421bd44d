/** What can go wrong between a page and a key; the page has a sentence for each. */
type TroubleKind =
  'cancelled' | 'noKeyHere' | 'noInvitationHere' | 'wrongPasskey' | 'unsupported' | 'offline' | 'unusable';

export class Trouble extends Error {
  override readonly name = 'Trouble';
  readonly kind: TroubleKind;

  constructor(kind: TroubleKind, cause?: unknown) {
    super(kind, { cause });
    this.kind = kind;
  }
}

/** What an exception of the browser's means to the person in front of it. */
export const troubleIn = (error: unknown): Trouble => {
  if (error instanceof Trouble) return error;
  const name = error instanceof Error ? error.name : '';
  // Browsers say NotAllowedError whether the person cancelled, was too late, or has no such key.
  if (name === 'NotAllowedError' || name === 'AbortError') return new Trouble('cancelled', error);
  // A fetch that found no server is a TypeError.
  if (name === 'TypeError' || name === 'NetworkError') return new Trouble('offline', error);
  return new Trouble('unsupported', error);
};
