import type { Bytes } from '../../base/bytes.ts';
import type { Language, Slug } from '../../base/ids.ts';
import { HOUR, type Instant, MINUTE, after, rfc3339 } from '../../base/time.ts';
import type { OnFault } from '../../conference/about.ts';
import type { Doubts } from '../../conference/time/doubt.ts';
import type { Clock } from '../../conference/ports.ts';
import { type MailAddress, parseMailAddress } from '../../conference/post/address.ts';
import type { Contacts } from '../../conference/post/contacts.ts';
import { STRANGERS_MAIL, type Tray, type TrayItem, type Trust, isStrangers } from '../../conference/post/tray.ts';
import type { Conference, Rejection } from '../../conference/types.ts';
import type { Allowances } from '../allowances.ts';
import { emptyErased } from '../erasures.ts';
import { postMessages } from '../messages/index.ts';
import type { OurAddress, ReadAddress } from './addresses.ts';
import { answerText } from './answer.ts';
import type { ReadApart } from './apart.ts';
import { type CarriedOut, createCarryOut } from './carry-out.ts';
import type { ReadMail } from './mail.ts';
import { type Addressee, type Incoming, type Placement, mayBeAnswered, place } from './place.ts';
import type { Vouch } from './trust.ts';
import { viewOf } from './view.ts';

/** Deals with the mail in the tray, one after the other, the oldest first. */
export interface Desk {
  /** Says that there is mail. Resolves when nothing is left that nobody has looked at. */
  readonly wake: () => Promise<void>;
  /** Ends after the mail that is being dealt with. */
  readonly close: () => Promise<void>;
}

/** A short mail from the mail room, to one person. */
export interface Answer {
  readonly slug: Slug;
  /** Names the answer: there is one to a mail. */
  readonly id: string;
  readonly to: MailAddress;
  readonly language: Language;
  readonly subject: string;
  readonly text: string;
  /** The Message-IDs of what it follows. */
  readonly follows: readonly string[];
}

/** What a mail of ours was about. */
export type About = Addressee & { readonly slug: Slug; readonly circulation: number };

export interface DeskDeps {
  readonly tray: Tray;
  readonly read: ReadApart;
  readonly vouch: Vouch;
  readonly readAddress: ReadAddress;
  readonly contacts: Pick<Contacts, 'get' | 'byAddress'>;
  readonly conference: (slug: Slug) => Conference | null;
  /** What the mail of ours with this Message-ID was about; `null`: it is none of ours, or was not circulated. */
  readonly sent: (messageId: string) => About | null;
  readonly allowances: Pick<Allowances, 'answer' | 'unproven'>;
  readonly bounced: (token: string, answer: string) => Promise<void>;
  /** Queues an answer. It is marked as a program's (RFC 3834) and has no return path. */
  readonly answer: (answer: Answer) => Promise<void>;
  /** Why something was not let in, in a language. */
  readonly inWords: (slug: Slug, rejection: Rejection, language: Language) => string;
  readonly key: Bytes;
  readonly clock: Clock;
  readonly doubts: Pick<Doubts, 'any'>;
  readonly onFault: OnFault;
}

interface Broken {
  readonly size: number;
  readonly times: number;
  readonly until: Instant;
}

const AT_ONCE = 20;

/** When a mail at which something broke is tried again, by how often it was; then always the last. */
const AGAIN = [MINUTE, 10 * MINUTE, HOUR];

/** How much mail at which something broke waits to be tried again: far less than may lie there unread, so that it keeps out no other. */
export const MOST_BROKEN = { mails: 50, bytes: 64 * 1024 * 1024 } as const;

export const createDesk = (deps: DeskDeps): Desk => {
  const { tray, contacts } = deps;
  /** Mail at which something broke. It stays new, and is tried again. */
  const broken = new Map<string, Broken>();
  let callOff = (): void => undefined;
  let closed = false;
  /** The work that was asked for last; it begins when what was asked for before is done. */
  let last = Promise.resolve();

  const dealWith = async (item: TrayItem): Promise<void> => {
    const conference = deps.conference(item.slug);
    const raw = tray.raw(item.slug, item.id);
    const to = mostTelling(item.recipients.map(deps.readAddress));
    if (conference === null || raw === null || to === null) {
      await tray.settle(item.slug, item.id, null, { kind: 'waiting', why: 'stranger', told: false });
      return;
    }
    const mail = await deps.read(raw, item.sender);
    const trust = await deps.vouch({ raw, sender: item.sender, from: item.from }, mail.from?.address ?? null);
    const incoming = incomingOf(item, mail, trust, to);
    const placement = allowed(item, place(incoming));
    const language = languageOf(incoming, conference);
    const carryOut = createCarryOut({
      bounced: deps.bounced,
      inWords: (rejection) => () => deps.inWords(item.slug, rejection, language),
      key: deps.key,
    });
    const outcome = await carryOut(conference, { id: item.id, language }, placement);
    const told = await tell(item, incoming, outcome, language, conference);
    const fate = 'told' in outcome.fate ? { ...outcome.fate, told } : outcome.fate;
    await tray.settle(item.slug, item.id, viewOf(incoming, placement), fate);
    if (fate.kind === 'placed') await emptyErased(tray, conference, fate.entries);
    if (isTooMuch(item)) tray.drop(item.slug, item.id, deps.clock.now());
  };

  /** Whether it is a stranger's, and there is more of these than the tray holds. */
  const isTooMuch = ({ slug, id, sender }: TrayItem): boolean => {
    const kept = tray.get(slug, id);
    if (kept === null || !isStrangers(kept)) return false;
    const { mails, bytes } = tray.strangers(slug);
    return (
      mails > STRANGERS_MAIL.mails ||
      bytes > STRANGERS_MAIL.bytes ||
      tray.strangers(slug, sender).mails > STRANGERS_MAIL.ofOne ||
      tray.strangers(null).bytes > STRANGERS_MAIL.inAll
    );
  };

  const incomingOf = (item: TrayItem, mail: ReadMail, trust: Trust, to: OurAddress): Incoming => {
    const { slug, sender } = item;
    const known = mail.from === null ? [] : contacts.byAddress(slug, mail.from.address);
    const asked =
      to.purpose === 'reply' || to.purpose === 'calendar' ? contacts.get(slug, to.organisation, to.delegate) : null;
    return {
      mail,
      sender,
      trust,
      to,
      known: known.filter(({ confirmation }) => confirmation.kind === 'confirmed'),
      asked: asked?.address ?? null,
      follows: [...mail.references, ...mail.inReplyTo].flatMap((id) => {
        const about = deps.sent(id);
        return about?.slug === slug ? [about] : [];
      }),
    };
  };

  const languageOf = ({ mail, to }: Incoming, conference: Conference): Language => {
    const own = mail.from === null ? undefined : contacts.byAddress(to.slug, mail.from.address)[0];
    const asked =
      to.purpose === 'reply' || to.purpose === 'calendar' ? contacts.get(to.slug, to.organisation, to.delegate) : null;
    return own?.language ?? asked?.language ?? conference.state().charter?.charter.languages[0] ?? ('en' as Language);
  };

  /** Whether an answer is on its way. */
  const tell = async (
    item: TrayItem,
    incoming: Incoming,
    { says }: CarriedOut,
    language: Language,
    conference: Conference,
  ): Promise<boolean> => {
    const to = mayBeAnswered(incoming) ? parseMailAddress(item.sender) : null;
    // An answer to ourselves would come back.
    if (to === null || says.length === 0 || deps.readAddress(to) !== null) return false;
    if (!deps.allowances.answer(to)) return false;
    const { inbound } = postMessages(language);
    const { mail } = incoming;
    const name = conference.state().charter?.charter.name ?? item.slug;
    const date = rfc3339(mail.date ?? item.at).slice(0, 10);
    await deps.answer({
      slug: item.slug,
      id: item.id,
      to,
      language,
      subject: inbound.re(mail.subject),
      text: answerText(
        inbound,
        name,
        { subject: mail.subject, date },
        says.map((say) => say(inbound)),
      ),
      follows: mail.messageId === null ? [] : [mail.messageId],
    });
    return true;
  };

  /** What nobody vouches for is taken in a few times a day, so that whoever came by a reply address fills no register. */
  const allowed = ({ slug }: TrayItem, placement: Placement): Placement =>
    (placement.kind === 'reply' || placement.kind === 'attendance') &&
    !placement.proven &&
    !deps.allowances.unproven(slug, placement.organisation)
      ? { kind: 'waiting', why: 'unproven' }
      : placement;

  /** Looks again when a mail at which something broke is due, or else, because the tray refused, in a minute. */
  const lookAgain = (): void => {
    callOff();
    if (closed) return;
    const now = deps.clock.now();
    const soonest = Math.min(...broken.values().map(({ until }) => until));
    const at = Number.isFinite(soonest) && soonest > now ? (soonest as Instant) : after(now, MINUTE);
    callOff = deps.clock.at(at, () => void wake().catch((fault: unknown) => deps.onFault(fault)));
  };

  /** Leaves a mail at which something broke for later, or where too much waits for that already, to a person. */
  const putAside = async (item: TrayItem): Promise<void> => {
    const { slug, id, size } = item;
    const before = broken.get(keyOf(item));
    const bytes = broken.values().reduce((sum, one) => sum + one.size, size);
    try {
      if (before === undefined && (broken.size >= MOST_BROKEN.mails || bytes > MOST_BROKEN.bytes)) {
        await tray.settle(slug, id, null, { kind: 'waiting', why: 'unreadable', told: false });
        if (isTooMuch(item)) tray.drop(slug, id, deps.clock.now());
        return;
      }
    } catch (fault) {
      deps.onFault(fault);
    }
    const times = (before?.times ?? 0) + 1;
    broken.set(keyOf(item), {
      size,
      times,
      until: after(deps.clock.now(), AGAIN[Math.min(times, AGAIN.length) - 1] ?? HOUR),
    });
  };

  /** Deals with the next few, and answers whether there were any. */
  const work = async (): Promise<boolean> => {
    const now = deps.clock.now();
    const waits = (item: TrayItem): boolean => now < (broken.get(keyOf(item))?.until ?? now);
    const items = tray.fresh(AT_ONCE + broken.size).filter((item) => !waits(item));
    for (const item of items) {
      if (closed) return false;
      try {
        await dealWith(item);
        broken.delete(keyOf(item));
      } catch (fault) {
        deps.onFault(fault, { conference: item.slug });
        await putAside(item);
      }
    }
    return items.length > 0;
  };

  const workAll = async (): Promise<void> => {
    const now = deps.clock.now();
    try {
      if (!deps.doubts.any()) tray.expire(after(now, -STRANGERS_MAIL.lasts), now);
      while (await work());
    } catch (fault) {
      deps.onFault(fault);
      return lookAgain();
    }
    if (broken.size > 0) lookAgain();
  };

  const wake = async (): Promise<void> => {
    last = last.then(workAll);
    await last;
  };

  return {
    wake,
    close: async () => {
      closed = true;
      callOff();
      await last;
    },
  };
};

const keyOf = ({ slug, id }: TrayItem): string => `${slug}/${id}`;

/** Of several addresses of ours the one that says most. */
const mostTelling = (addresses: readonly (OurAddress | null)[]): OurAddress | null => {
  const ours = addresses.filter((address) => address !== null);
  return ours.find(({ purpose }) => purpose !== 'general') ?? ours[0] ?? null;
};
