import { Hono } from 'hono';
import { base64, fromBase64url } from '../../base/bytes.ts';
import type { Fingerprint } from '../../base/ids.ts';
import type { WebEnv } from '../kit/env.ts';
import type { Context } from '../kit/context.ts';
import { enrolPage } from './pages/enrol.ts';
import { sendPage } from '../kit/send-page.ts';

/** Links of invitation: `/{slug}/invitation#secret`. The secret stays in the browser; the server is asked by its public key. */
export const invitationRoutes = new Hono<WebEnv>();

invitationRoutes.get('/invitation', (c) => sendPage(c, enrolPage(c.var.context())));

invitationRoutes.get('/invitation/:print{[A-Za-z0-9_-]{43}}', (c) => {
  const known = invitation(c.var.context(), c.req.param('print'));
  return c.json(known, known.state === 'unknown' ? 404 : 200);
});

/**
 * What the bearer of an invitation is told of it. They are not signed in and may be a founder of a conference that does not exist yet, so
 * this looks past who may see what: they hold the link that a member made for them.
 *
 * @param print base64url of the fingerprint's 32 bytes
 */
const invitation = ({ conference, now }: Context, print: string) => {
  const state = conference.state();
  const bytes = fromBase64url(print) ?? new Uint8Array();
  const key = state.keys.get(`SHA256:${base64(bytes).replace('=', '')}` as Fingerprint);
  const organisation = key === undefined ? undefined : state.organisations.get(key.organisation);
  const delegate = key === undefined ? undefined : organisation?.delegates[key.delegate - 1];
  if (key?.use !== 'invitation' || organisation === undefined || delegate === undefined)
    return { state: 'unknown' } as const;
  if (key.until !== null) return { state: 'spent' } as const;
  return {
    state: 'open',
    conference: state.conference,
    title: state.charter?.charter.name ?? '',
    now,
    organisation: { id: organisation.id, name: organisation.name },
    delegate: delegate.number,
    role: organisation.standing.kind === 'outside' ? 'signing' : delegate.role,
    deviceKeys: state.charter?.charter.rules.keys.deviceKeys === true,
  } as const;
};
