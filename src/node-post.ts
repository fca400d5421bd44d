import { join } from 'node:path';
import type { OnFault } from './conference/about.ts';
import type { DailyDeps } from './conference/daily.ts';
import type { Clock } from './conference/ports.ts';
import { NO_DOUBTS } from './conference/time/doubt.ts';
import type { Contacts } from './conference/post/contacts.ts';
import type { MailDoor } from './conference/post/mail-door.ts';
import type { Relay } from './conference/post/relay.ts';
import { withPasswordFrom } from './conference/relay-password.ts';
import type { Outbox } from './conference/post/outbox.ts';
import type { Ledger } from './conference/post/ledger.ts';
import type { Tray } from './conference/post/tray.ts';
import type { Wordings } from './conference/post/digest.ts';
import type { Host } from './conference/types.ts';
import { type Resolve, createResolve } from './post/inbound/trust.ts';
import { createSmtpCarrier } from './post/mail/carrier.ts';
import { DKIM_FILE, DKIM_SELECTOR, loadOrCreateDkimKey } from './conference/dkim-file.ts';
import { loadOrCreateTokenKey } from './post/mail/token-key.ts';
import { type RunningPost, createPost } from './post/post.ts';
import { sinceWhen } from './post/since.ts';
import { createPushes } from './post/push/send.ts';
import { loadOrCreateVapid } from './post/push/vapid.ts';

/** The post of a node whose keys lie in its data folder. */

export interface NodePostDeps {
  readonly mail: { readonly domain: string; readonly relay: Relay; readonly door: MailDoor | null };
  readonly folder: string;
  readonly host: Host;
  readonly outbox: Outbox;
  readonly contacts: Contacts;
  readonly tray: Tray;
  readonly ledger: Ledger;
  readonly wordings: Wordings;
  readonly clock: Clock;
  /** Whether what the clock says is believed. */
  readonly doubts?: DailyDeps['doubts'];
  readonly origin: string;
  /** The name service; the machine's where it is left out. */
  readonly resolve?: Resolve;
  readonly onFault: OnFault;
}

/** Enough to keep a server across the ocean busy, and not so many that one counts us as a nuisance. */
const CONNECTIONS = 10;

export const openPost = async ({
  mail,
  folder,
  resolve = createResolve(),
  doubts = NO_DOUBTS,
  ...deps
}: NodePostDeps): Promise<RunningPost> => {
  const { domain, door } = mail;
  const relay = await withPasswordFrom(mail.relay, join(folder, 'smtp-password'));
  const { clock, origin } = deps;
  // Notes to browsers name whoever runs this node; a page on the loopback can be no such name.
  const vapid = origin.startsWith('https:') ? await loadOrCreateVapid(join(folder, 'push-key.pem'), origin) : null;
  return createPost({
    ...deps,
    doubts,
    domain,
    door,
    key: await loadOrCreateTokenKey(join(folder, 'mail-key')),
    dkim: [{ domain, selector: DKIM_SELECTOR, key: await loadOrCreateDkimKey(join(folder, DKIM_FILE)) }],
    since: await sinceWhen(join(folder, 'mail-since'), clock),
    carrier: createSmtpCarrier({ relay, name: domain, connections: CONNECTIONS, ca: null }),
    resolve,
    pushes: vapid === null ? null : createPushes({ vapid, clock }),
  });
};
