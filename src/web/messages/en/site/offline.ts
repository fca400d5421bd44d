/** Reading again without a network. */
export const offline = {
  title: 'Read offline',
  link: 'Read offline',
  lede: 'This device can keep the pages that you read, so that you read them again without a network. They say then as of when they are.',
  own: 'Also keep what I see when I am signed in',
  ownHint:
    'Whoever can use this device can read it then. It is forgotten when you sign out. Leave it off on a device that is not yours.',
  begin: 'Keep what I read on this device',
  end: 'Keep nothing more, and forget all of it',
  on: 'From now on the pages that you read here are kept on this device.',
  off: 'Nothing is kept on this device any more.',
  unsupported: 'This browser cannot keep pages.',
  noScript: 'Keeping pages needs JavaScript.',
  kept: 'Kept on this device',
  never: 'What is never kept',
  neverBody:
    'Forms, what you sign or prepare, keys, invitations, drafts, settings, the tray and a sitting. Nothing can be signed without a network.',
  /** Above a page that is read so. */
  asOf: 'Read offline, as of {at}. It may have changed since.',
};
