import { type Context as Call, Hono } from 'hono';
import type { Language } from '../../base/ids.ts';
import { parseMailAddress } from '../../conference/post/address.ts';
import { askForCode, giveCode } from '../../conference/post/confirm.ts';
import type { Contact } from '../../conference/post/contacts.ts';
import type { PostDesk } from '../../conference/post/desk.ts';
import type { WebEnv } from '../kit/env.ts';
import type { Context, Me } from '../kit/context.ts';
import { zoneTyped } from '../kit/zone-typed.ts';
import { type Fields, NO_FIELDS } from '../kit/fields.ts';
import { fieldsIn } from '../act/form-data.ts';
import { LANGUAGES } from '../messages/index.ts';
import { DIGESTS, type DONE, type SettingsFault, type Whose, settingsPage } from './pages/settings.ts';
import { signInFirst } from '../kit/sign-in-page.ts';
import { sendPage } from '../kit/send-page.ts';
import { signedIn } from '../kit/signed-in.ts';

/** Where delegates say how they are reached. Addresses are seen by their own organisation alone, and stand in no log. */
export const settingsRoutes = new Hono<WebEnv>();

interface Asked {
  readonly context: Context;
  readonly me: Me;
  readonly desk: PostDesk;
  readonly whose: Whose;
  /** What is kept now. */
  readonly kept: Contact | null;
}

/** Who asks, and about whose address: their own, or the organisation's where they represent it. */
const askedBy = (c: Call<WebEnv>, general: boolean): Asked | Response | Promise<Response> => {
  const context = c.var.context();
  const { me } = context;
  const desk = c.var.deps.post;
  if (me === null) return sendPage(c, signInFirst(context), 401);
  if (desk === null) return sendPage(c, settingsPage(context, me, null));
  if (general && me.delegate.role !== 'representing') return c.notFound();
  const whose = general ? 0 : me.delegate.number;
  return { context, me, desk, whose, kept: desk.contacts.get(context.conference.slug, me.organisation.id, whose) };
};

const isAsked = (asked: Asked | Response | Promise<Response>): asked is Asked => 'whose' in asked;

const shown = (c: Call<WebEnv>, asked: Asked, fields: Fields, fault: SettingsFault | null) => {
  const { context, me, desk, whose } = asked;
  const contacts = desk.contacts.of(context.conference.slug, me.organisation.id);
  const sheet = { whose, contacts, fields, fault, pushKey: desk.pushes?.publicKey ?? null };
  return sendPage(c, settingsPage(context, me, sheet), fault === null ? 200 : 422);
};

const done = (c: Call<WebEnv>, { context, whose }: Asked, what: (typeof DONE)[number]): Response =>
  c.redirect(`${context.base}/settings?${whose === 0 ? 'of=organisation&' : ''}done=${what}`, 303);

settingsRoutes.get('/settings', (c) => {
  const asked = askedBy(c, c.req.query('of') === 'organisation');
  return isAsked(asked) ? shown(c, asked, NO_FIELDS, null) : asked;
});

settingsRoutes.post('/settings', signedIn, async (c) => {
  const fields = await fieldsIn(c);
  const asked = askedBy(c, fields.has('whose', '0'));
  if (!isAsked(asked)) return asked;
  const { context, desk } = asked;
  const contact = contactIn(asked, fields);
  if (typeof contact === 'string') return shown(c, asked, fields, contact);
  if (contact.confirmation.kind === 'confirmed') {
    desk.contacts.put(contact);
    return done(c, asked, 'saved');
  }
  const { slug, organisation, delegate } = contact;
  const limited = c.var.deps.limits.attempts.take(`code ${slug}/${organisation}/${delegate}`, context.now);
  if (limited > 0) return shown(c, asked, fields, 'too-often');
  const waiting = askForCode(contact, context.now);
  if (!(await desk.sendCode(waiting.contact, waiting.code))) return shown(c, asked, fields, 'too-often');
  desk.contacts.put(waiting.contact);
  return done(c, asked, 'sent');
});

/** The contact as it was typed; confirmed only where the address is the one that was. */
const contactIn = ({ context, me, whose, kept }: Asked, fields: Fields): Contact | 'not-an-address' | 'not-a-zone' => {
  const address = parseMailAddress(fields.text('address'));
  const language = LANGUAGES.find((tag) => tag === fields.text('language')) ?? context.language;
  const digest = DIGESTS.find((choice) => choice === fields.text('digest')) ?? 'daily';
  if (address === null) return 'not-an-address';
  const zone = zoneTyped(fields.text('zone'));
  if (zone === null) return 'not-a-zone';
  return {
    slug: context.conference.slug,
    organisation: me.organisation.id,
    delegate: whose,
    address,
    confirmation: kept?.address === address ? kept.confirmation : { kind: 'unconfirmed' },
    language: language as Language,
    zone,
    digest,
    lastDigest: kept?.lastDigest ?? null,
    bulletins: fields.has('bulletins', 'yes'),
    push: kept?.push ?? null,
  };
};

settingsRoutes.post('/settings/code', signedIn, async (c) => {
  const fields = await fieldsIn(c);
  const asked = askedBy(c, fields.has('whose', '0'));
  if (!isAsked(asked)) return asked;
  const { context, desk, kept } = asked;
  if (kept === null) return shown(c, asked, NO_FIELDS, 'not-asked');
  const { contact, fault } = giveCode(kept, fields.text('code'), context.now);
  desk.contacts.put(contact);
  if (fault !== null) return shown(c, asked, NO_FIELDS, fault);
  desk.confirmed(contact);
  return done(c, asked, 'confirmed');
});

/** Begins notes to the delegate's browser, whose subscription it sends, or ends them, where it sends none. */
settingsRoutes.post('/settings/notes', signedIn, async (c) => {
  const fields = await fieldsIn(c);
  const asked = askedBy(c, false);
  if (!isAsked(asked)) return asked;
  const { me, desk, kept } = asked;
  const subscription = fields.optional('subscription');
  const taken = subscription === null || desk.pushes?.accepts(subscription) === true;
  if (kept === null || !taken) return shown(c, asked, NO_FIELDS, 'not-a-browser');
  const push = subscription === null ? null : { subscription, key: me.key.fingerprint };
  desk.contacts.put({ ...kept, push });
  return done(c, asked, push === null ? 'not-pushed' : 'pushed');
});

settingsRoutes.post('/settings/remove', signedIn, async (c) => {
  const fields = await fieldsIn(c);
  const asked = askedBy(c, fields.has('whose', '0'));
  if (!isAsked(asked)) return asked;
  const { context, me, desk, whose } = asked;
  desk.contacts.remove(context.conference.slug, me.organisation.id, whose);
  return done(c, asked, 'removed');
});
