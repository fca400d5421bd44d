import { fromUtf8 } from '../base/bytes.ts';
import type { AttachmentHash, Fingerprint, OrganisationId, Slug } from '../base/ids.ts';
import type { Instant } from '../base/time.ts';
import { keysOf } from '../charter/members/organisation-keys.ts';
import type { PreparedLine } from './prepared.ts';
import type { SharedAuthor, SharedLine } from './shared-draft.ts';
import type { Drafts, DraftLine, Sessions } from './ports.ts';
import type { Contact, Contacts } from './post/contacts.ts';
import type { Outbox, OutboxItem } from './post/outbox.ts';
import type { Person } from './post/personal.ts';
import type { Subscription } from './post/subscriptions.ts';
import type { Tray, TrayItem } from './post/tray.ts';
import type { Conference } from './types.ts';

/** What a node keeps of one person beside what they signed, and what of it can be forgotten. See decision 51. */

/** Where a node keeps what is somebody's. */
export interface Keeps {
  readonly sessions: Pick<Sessions, 'of' | 'marks'>;
  readonly drafts: Pick<Drafts, 'of' | 'prepared' | 'shared'>;
  /** `null`: this node never had a post. */
  readonly post: {
    readonly contacts: Pick<Contacts, 'of' | 'byAddress' | 'remove' | 'subscriptions'>;
    readonly outbox: Pick<Outbox, 'concerning' | 'forget'>;
    readonly tray: Pick<Tray, 'concerning' | 'forget'>;
  } | null;
}

/** Without what only the node needs to send it, and to know an answer to it. */
export type SentMail = Pick<OutboxItem, 'kind' | 'entry' | 'address' | 'language' | 'queued' | 'attempts' | 'state'>;

const sentMail = ({ kind, entry, address, language, queued, attempts, state }: OutboxItem): SentMail => ({
  kind,
  entry,
  address,
  language,
  queued,
  attempts,
  state,
});

export interface PersonalData {
  readonly conference: Slug;
  /** `null`: nobody's appointment, only an address. */
  readonly delegate: {
    readonly organisation: OrganisationId;
    readonly number: number;
    readonly role: string;
    /** What the record keeps beside it under {@link nameHash}; `null`: none was given, or it was erased. */
    readonly name: string | null;
    readonly nameHash: AttachmentHash | null;
    readonly appointed: Instant;
    readonly recalled: Instant | null;
    readonly keys: readonly Fingerprint[];
  } | null;
  readonly contacts: readonly Contact[];
  /** The periodicals that they get by mail. */
  readonly subscriptions: readonly Subscription[];
  /** Mails to them, as they are queued and what became of them. */
  readonly sent: readonly SentMail[];
  /** Mails from them. */
  readonly received: readonly TrayItem[];
  readonly sessions: readonly { readonly key: Fingerprint; readonly created: Instant; readonly expires: Instant }[];
  /** How far they have read; `null`: they have not said. */
  readonly read: { readonly upTo: number; readonly at: Instant } | null;
  /** Drafts of their organisation that they changed last. */
  readonly drafts: readonly DraftLine[];
  /** Drafts that organisations write together and that they changed last. */
  readonly shared: readonly Omit<SharedLine, 'guests'>[];
  /** What they prepared for others to sign. */
  readonly prepared: readonly PreparedLine[];
}

/** The delegate with the address that they have shown to be theirs. What was only typed may be anybody's. */
export const delegateAs = (
  keeps: Keeps,
  slug: Slug,
  delegate: { readonly organisation: OrganisationId; readonly number: number },
): Person => ({
  slug,
  delegate,
  addresses: contactsOf(keeps, slug, delegate).flatMap(({ confirmation, address }) =>
    confirmation.kind === 'confirmed' ? [address] : [],
  ),
});

const contactsOf = (
  { post }: Keeps,
  slug: Slug,
  { organisation, number }: { readonly organisation: OrganisationId; readonly number: number },
): readonly Contact[] => post?.contacts.of(slug, organisation).filter(({ delegate }) => delegate === number) ?? [];

const contactsAs = (keeps: Keeps, { slug, delegate, addresses }: Person): readonly Contact[] =>
  delegate === null
    ? addresses.flatMap((address) => keeps.post?.contacts.byAddress(slug, address) ?? [])
    : contactsOf(keeps, slug, delegate);

const subscriptionsAs = ({ post }: Keeps, { slug, addresses }: Person): readonly Subscription[] =>
  addresses.flatMap((address) => post?.contacts.subscriptions.byAddress(slug, address) ?? []);

const isBy = (author: SharedAuthor, { organisation, number }: NonNullable<Person['delegate']>): boolean =>
  author.kind === 'delegate' && author.organisation === organisation && author.delegate === number;

const readBy = ({ sessions }: Keeps, { slug, delegate }: Person): PersonalData['read'] => {
  const mark = delegate === null ? null : sessions.marks.get(slug, delegate.organisation, delegate.number);
  return mark === null ? null : { upTo: mark.upTo, at: mark.at };
};

/** Everything that is kept of somebody in a conference, at `now`. */
export const keptOf = async (
  keeps: Keeps,
  conference: Pick<Conference, 'slug' | 'state' | 'attachment'>,
  person: Person,
  now: Instant,
): Promise<PersonalData> => {
  const { slug, state } = conference;
  const { delegate } = person;
  const appointed =
    delegate === null ? undefined : state().organisations.get(delegate.organisation)?.delegates[delegate.number - 1];
  const hash = appointed?.name ?? null;
  const name = hash === null ? null : await conference.attachment(hash);
  return {
    conference: slug,
    delegate:
      delegate === null || appointed === undefined
        ? null
        : {
            ...delegate,
            role: appointed.role,
            name: name === null ? null : fromUtf8(name.content),
            nameHash: name === null ? null : hash,
            appointed: appointed.appointed.at,
            recalled: appointed.recalled?.at ?? null,
            keys: keysOf(state(), delegate.organisation)
              .filter((key) => key.delegate === delegate.number)
              .map(({ fingerprint }) => fingerprint),
          },
    contacts: contactsAs(keeps, person),
    subscriptions: subscriptionsAs(keeps, person),
    sent: keeps.post?.outbox.concerning(person).map(sentMail) ?? [],
    received: keeps.post?.tray.concerning(person) ?? [],
    sessions:
      delegate === null
        ? []
        : keeps.sessions
            .of(slug, delegate.organisation, delegate.number, now)
            .map(({ key, created, expires }) => ({ key, created, expires })),
    read: readBy(keeps, person),
    drafts:
      delegate === null ? [] : keeps.drafts.of(slug, delegate.organisation).filter(({ by }) => by === delegate.number),
    shared:
      delegate === null
        ? []
        : keeps.drafts.shared
            .of(slug, delegate.organisation)
            .filter(({ by }) => isBy(by, delegate))
            .map(({ id, owner, title, by, at }) => ({ id, slug, owner, title, by, at })),
    prepared:
      delegate === null
        ? []
        : keeps.drafts.prepared.of(slug, delegate.organisation).filter(({ by }) => by === delegate.number),
  };
};

/** Forgets how far somebody has read, how they are reached, and their mail. What is on the record stands, and so does what nobody has read yet. */
export const forget = async (keeps: Keeps, person: Person, now: Instant): Promise<void> => {
  const { post, sessions } = keeps;
  const { slug, delegate } = person;
  if (delegate !== null) sessions.marks.remove(slug, delegate.organisation, delegate.number);
  if (post === null) return;
  const contacts = contactsAs(keeps, person);
  await post.outbox.forget(person, now);
  post.tray.forget(person);
  for (const one of subscriptionsAs(keeps, person)) post.contacts.subscriptions.remove(one);
  // Last, for by it the rest is found where this broke off.
  for (const one of contacts) post.contacts.remove(slug, one.organisation, one.delegate);
};
