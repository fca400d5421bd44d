import { z } from 'zod';
import type { OrganisationId, Slug } from '../../base/ids.ts';
import { HOUR, type Instant, MINUTE, after } from '../../base/time.ts';
import { speaks } from '../../charter/members/holders.ts';
import { isParticipant } from '../../charter/members/organisations.ts';
import { type Contact, type Contacts, type LastDigest, pushIn } from '../../conference/post/contacts.ts';
import type { Wordings } from '../../conference/post/digest.ts';
import type { Mail } from '../../conference/post/mail.ts';
import type { Mailing, Outbox, OutboxItem } from '../../conference/post/outbox.ts';
import type { Pushes } from '../../conference/post/push.ts';
import type { Clock } from '../../conference/ports.ts';
import type { Conference, Host, RecordEntry } from '../../conference/types.ts';
import type { Mailings } from '../mail/mailings.ts';
import { nextDigest } from './due.ts';
import { pushOf, renderDigest } from './render.ts';
import { type Digest, isWorthSending, selectDigest } from './select.ts';
import { indexAt } from './since.ts';

/** Digests, from when they are due to when they are sent. */
export interface Digests {
  /**
   * Queues every digest that is due and has something to tell, sends notes to browsers, and marks whom it told. Answers when the next one is due
   * by itself; `null`: by itself none is. A round that a crash broke off can be made again: no digest is queued twice.
   */
  readonly round: () => Promise<Instant | null>;
  /** The mail for an item of the kind `digest`, and exactly the entries that it lists; `null`: there is nothing left to tell. */
  readonly mail: (item: OutboxItem) => Promise<{ readonly mail: Mail; readonly listed: readonly number[] } | null>;
}

export interface DigestsDeps {
  readonly host: Pick<Host, 'conferences' | 'conference'>;
  readonly contacts: Contacts;
  readonly outbox: Pick<Outbox, 'get'>;
  /** Queues mails, durably. */
  readonly send: (mailings: readonly Mailing[]) => Promise<number>;
  readonly mailings: Mailings;
  /** `null`: this host sends no notes to browsers. */
  readonly pushes: Pushes | null;
  readonly wordings: Wordings;
  readonly clock: Clock;
  /** The public address of this installation, without a slash at the end. */
  readonly origin: string;
  /** Where whoever reads it chooses how they are told, and where one request ends it. */
  readonly links: (contact: Contact) => { readonly settings: URL; readonly unsubscribe: URL };
  readonly onFault: (fault: unknown) => void;
}

export const DIGEST = 'digest';

/** How many entries one digest looks back over at most. */
const MOST_BACK = 5000;

/** How soon a digest that failed is tried again. */
const SOON = 10 * MINUTE;

/** The entries that a digest is about: from one index up to, not including, another. */
type Span = { readonly from: number; readonly to: number };

const spanSchema = z.object({ from: z.int().min(0), to: z.int().min(0) });

export const createDigests = (deps: DigestsDeps): Digests => {
  const { host, contacts, outbox, pushes, clock, origin, wordings, onFault } = deps;

  /** Those who are told at one time are mostly told of the same. */
  let loaded: { readonly key: string; readonly entries: Promise<readonly RecordEntry[]> } | null = null;

  const select = async (conference: Conference, { organisation }: Contact, { from, to }: Span): Promise<Digest> => {
    const key = `${conference.slug} ${from} ${to}`;
    if (loaded?.key !== key) loaded = { key, entries: conference.entries(from, to) };
    const entries = await loaded.entries;
    return selectDigest({ conference, organisation, now: clock.now(), entries });
  };

  const note = (contact: Contact, conference: Conference, digest: Digest): void => {
    const push = pushIn(conference.state(), contact);
    if (pushes === null || push === null) return;
    const given = { conference, name: nameOf(conference), language: contact.language };
    pushes
      .send(push, pushOf(digest, given))
      .then(({ kind }) => (kind === 'gone' ? forget(contact) : undefined))
      .catch(onFault);
  };

  /** The browser's subscription has ended. */
  const forget = ({ slug, organisation, delegate, push }: Contact): void => {
    const now = contacts.get(slug, organisation, delegate);
    if (now !== null && now.push?.subscription === push?.subscription) contacts.put({ ...now, push: null });
  };

  /**
   * Queues the digest that fell due at `due`, unless there is nothing to tell. Answers what the delegate has been told now, and, for a browser, of which digest: a note goes once,
   * so it goes when that is written down.
   */
  const tell = async (
    conference: Conference,
    contact: Contact,
    last: LastDigest,
    due: Instant,
  ): Promise<{ readonly told: LastDigest; readonly noted: Digest | null }> => {
    const { slug, organisation, delegate, address, language } = contact;
    const now = clock.now();
    const { size: to } = conference.state();
    const span = { from: Math.max(last.upTo, to - MOST_BACK), to };
    const digest = await select(conference, contact, span);
    if (!isWorthSending(digest, contact, last.at, now)) {
      // What is not told yet comes with the next; one that comes at once stays due, for whatever happens next.
      if (digest.news.length > 0) return { told: last, noted: null };
      return { told: { at: contact.digest === 'at-once' ? last.at : now, upTo: to }, noted: null };
    }
    const told = { at: now, upTo: to };
    if (!contact.bulletins) return { told, noted: digest };
    // The same for the same digest, whenever it is queued: it follows from when the last one was made.
    const key = `${DIGEST}/${due}/${organisation}/${delegate}`;
    const before = outbox.get(slug, key);
    // It was queued, and that could not be written down.
    if (before !== null) return { told: { at: now, upTo: spanIn(before)?.to ?? to }, noted: digest };
    const about = { slug, key, kind: DIGEST, entry: null, organisation, delegate, data: JSON.stringify(span) };
    await deps.send([deps.mailings.of({ ...about, address, language, urgent: false, queued: now })]);
    return { told, noted: digest };
  };

  /** Looks after one contact. Answers when their next digest is due by itself; `null`: by itself none is. */
  const lookAfter = async (conference: Conference, contact: Contact): Promise<Instant | null> => {
    const { slug, digest, zone, organisation, delegate, bulletins } = contact;
    if (digest === 'never' || (!bulletins && pushIn(conference.state(), contact) === null)) return null;
    if (!takesPart(conference, organisation, delegate)) return null;
    const last = await lastOf(conference, contact);
    if (last === null) return null;
    // A clock that was once put wrong does not silence digests for long.
    const due = nextDigest(digest, zone, earlier(last.at, clock.now()));
    if (due === null || due > clock.now()) return due;
    const { told, noted } = await tell(conference, contact, last, due);
    if (told.at !== contact.lastDigest?.at || told.upTo !== contact.lastDigest.upTo)
      contacts.told(slug, [{ organisation, delegate }], told);
    if (noted !== null) note(contact, conference, noted);
    const next = nextDigest(digest, zone, told.at);
    // One that comes at once and has nothing to tell waits for something to happen; it looks again for deadlines all the same.
    return next !== null && next > clock.now() ? next : after(clock.now(), HOUR);
  };

  /** What fails for one, or because a store refuses, keeps nobody else from theirs and is tried again soon. */
  const attempted = async (conference: Conference, contact: Contact): Promise<Instant | null> => {
    try {
      return await lookAfter(conference, contact);
    } catch (fault) {
      onFault(fault);
      return after(clock.now(), SOON);
    }
  };

  return {
    round: async () => {
      let soonest: Instant | null = null;
      for (const conference of host.conferences())
        for (const contact of contacts.all(conference.slug)) {
          const next = await attempted(conference, contact);
          if (next !== null && (soonest === null || next < soonest)) soonest = next;
        }
      return soonest;
    },
    mail: async (item) => {
      const { slug, organisation, delegate } = item;
      const conference = host.conference(slug);
      const contact = organisation === null || delegate === null ? null : contacts.get(slug, organisation, delegate);
      const span = spanIn(item);
      if (conference === null || contact === null || span === null || !contact.bulletins) return null;
      if (!takesPart(conference, contact.organisation, contact.delegate)) return null;
      const digest = await select(conference, contact, span);
      const name = nameOf(conference);
      const { settings, unsubscribe } = deps.links(contact);
      const { subject, text, html } = renderDigest(digest, {
        conference,
        wordings,
        language: contact.language,
        now: clock.now(),
        name,
        organisation: digest.reader.organisation(contact.organisation)?.name ?? contact.organisation,
        id: contact.organisation,
        choice: contact.digest,
        zone: contact.zone,
        origin,
        settings: settings.href,
      });
      const archive = new URL(`${origin}/${slug}/record`);
      return {
        listed: digest.listed,
        mail: {
          from: name,
          to: null,
          subject,
          content: { text, html, calendar: null, attachments: [] },
          follows: [],
          sort: { kind: 'bulletin', help: settings, archive, unsubscribe },
        },
      };
    },
  };
};

const spanIn = ({ data }: Pick<OutboxItem, 'data'>): Span | null => {
  const read = spanSchema.safeParse(JSON.parse(data ?? 'null'));
  return read.success ? read.data : null;
};

/** What a delegate has been told; before the first digest, what was there when they had shown that they are reached; `null`: they have not. */
const lastOf = async (conference: Conference, { lastDigest, confirmation }: Contact): Promise<LastDigest | null> => {
  if (confirmation.kind !== 'confirmed') return null;
  const { at } = confirmation;
  return lastDigest ?? { at, upTo: await indexAt(conference, at) };
};

/** Whether a delegate, or, with 0, the organisation itself, takes part now. */
const takesPart = (conference: Conference, organisation: OrganisationId, delegate: number): boolean => {
  const state = conference.state();
  return isParticipant(state, organisation) && speaks(state, organisation, delegate);
};

const nameOf = (conference: { readonly slug: Slug } & Pick<Conference, 'state'>): string =>
  conference.state().charter?.charter.name ?? conference.slug;

const earlier = (a: Instant, b: Instant): Instant => (a < b ? a : b);
