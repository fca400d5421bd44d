import type { Page } from 'playwright-core';

/** A passkey as Chromium's authenticator holds it, byte fields in base64: enough to take it to another page. */
export type Passkey = {
  readonly credentialId: string;
  readonly isResidentCredential: boolean;
  readonly rpId?: string;
  /** PKCS#8 of the ECDSA P-256 key. */
  readonly privateKey: string;
  readonly userHandle?: string;
  readonly signCount: number;
};

/** An authenticator built into the device, as one page sees it; it lasts as long as the page, across navigations. */
export type Authenticator = {
  readonly passkeys: () => Promise<readonly Passkey[]>;
  /** Puts a passkey in that another page's authenticator holds: the same person at another screen. */
  readonly add: (passkey: Passkey) => Promise<void>;
  /** `false`: the person fails to show who they are (wrong PIN or finger); presence alone is still given. */
  readonly verifies: (verified: boolean) => Promise<void>;
  /** Takes the authenticator away, with its passkeys. */
  readonly remove: () => Promise<void>;
};

/**
 * Gives the page a CTAP 2 platform authenticator that makes resident ES256 keys and always consents. `inField`: at once to what a field offers, too, which a person would first choose from;
 * without it the browser offers nothing there.
 */
export const virtualAuthenticator = async (
  page: Page,
  { inField = false }: { readonly inField?: boolean } = {},
): Promise<Authenticator> => {
  // An empty page is no secure one, and knows nothing of passkeys.
  const offersNothing = `if ('PublicKeyCredential' in globalThis) PublicKeyCredential.isConditionalMediationAvailable = async () => false`;
  if (!inField) await page.addInitScript(offersNothing);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    passkeys: async () => (await devtools.send('WebAuthn.getCredentials', { authenticatorId })).credentials,
    add: async (credential) => {
      await devtools.send('WebAuthn.addCredential', { authenticatorId, credential });
    },
    verifies: async (isUserVerified) => {
      await devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified });
    },
    remove: async () => {
      await devtools.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId });
    },
  };
};
