import { utf8 } from '../src/base/bytes.ts';
import type { Language, OrganisationId, Slug } from '../src/base/ids.ts';
import { sha256 } from '../src/base/sha256.ts';
import { type Instant, SECOND, after } from '../src/base/time.ts';
import type { ManualClock } from '../src/conference/clock.ts';
import type { MailAddress } from '../src/conference/post/address.ts';
import type { Carrier, CarrierAnswer } from '../src/conference/post/carrier.ts';
import type { Contacts } from '../src/conference/post/contacts.ts';
import type { Conference } from '../src/conference/types.ts';
import { createRender } from '../src/post/circulated/render.ts';
import { createCourier } from '../src/post/courier.ts';
import { createCompose } from '../src/post/mail/compose.ts';
import { createMailings } from '../src/post/mail/mailings.ts';
import { createTokens } from '../src/post/mail/token.ts';
import { type Postmaster, createPostmaster } from '../src/post/postmaster.ts';
import { createMemoryContacts } from '../src/store/memory/contacts.ts';
import { createMemoryOutbox } from '../src/store/memory/outbox.ts';
import * as content from './content/index.ts';
import { moment } from './steps.ts';

/**
 * The post of the story: what is circulated goes out as mail by the node's own courier and postmaster, which say on the record what became of it. Only the server that takes the mails on is the
 * story's: it knows every address but the one that is gone.
 */
export interface StoryPost {
  /** Takes out whatever is circulated and not on its way yet, and says what became of it. The clock moves on by some seconds. */
  readonly round: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const DOMAIN = 'post.example.org';
const KEY = sha256(utf8('isonomia sample post'));

/** How long outcomes are gathered at most before they go on the record. */
const GATHERED = 3 * SECOND;

interface Given {
  readonly conference: Conference;
  readonly clock: ManualClock;
  readonly today: Instant;
  readonly onFault: (fault: unknown) => void;
}

const addressOf = (id: string): MailAddress => `post@${id}.example.org` as MailAddress;

export const openStoryPost = ({ conference, clock, today, onFault }: Given): StoryPost => {
  const { slug } = conference;
  const contacts = contactsOf(slug, clock.now());
  const outbox = createMemoryOutbox();
  const tokens = createTokens(KEY, () =>
    [...conference.state().organisations.keys()].map((organisation) => ({ slug, organisation })),
  );
  const mailings = createMailings(KEY, tokens, DOMAIN);
  const compose = createCompose({ mailings, from: () => `${slug}@${DOMAIN}` as MailAddress, domain: DOMAIN, keys: [] });
  const render = createRender({
    contacts,
    origin: 'http://localhost',
    messageId: ({ organisation, delegate }, circulation) =>
      mailings.messageId(slug, `${circulation}/${organisation}/${delegate}`),
    organiserFor: () => null,
  });
  const courier = createCourier({
    outbox,
    carrier: serverOf(clock, today),
    clock,
    render: async (item, now) => {
      const mail = await render(conference, item);
      return mail === null ? null : compose(item, mail, now);
    },
    onSettled: (outcomes) => postmaster.settled(outcomes),
    onFault,
  });
  const postmaster: Postmaster = createPostmaster({
    outbox,
    contacts,
    clock,
    send: courier.send,
    mailing: mailings.of,
    since: moment(today, content.MAIL_SINCE),
    onFault,
  });
  postmaster.watch(conference);
  const settle = async (): Promise<void> => {
    await postmaster.idle();
    await courier.idle();
    await postmaster.idle();
  };
  let taken = 0;
  return {
    round: async () => {
      const { circulations } = conference.state();
      if (circulations.length === taken) return;
      taken = circulations.length;
      await settle();
      clock.set(after(clock.now(), GATHERED));
      await settle();
    },
    close: async () => {
      await courier.stop();
      await postmaster.close();
    },
  };
};

/** Every delegate who represents a participant has an address of the story's. */
const contactsOf = (slug: Slug, at: Instant): Contacts => {
  const contacts = createMemoryContacts();
  for (const { id, lang } of content.PARTICIPANTS)
    contacts.put({
      slug,
      organisation: id as OrganisationId,
      delegate: 1,
      address: addressOf(id),
      confirmation: { kind: 'confirmed', at },
      language: (lang === 'el' ? 'el' : 'en') as Language,
      zone: 'UTC',
      digest: 'never',
      lastDigest: null,
      bulletins: false,
      push: null,
    });
  return contacts;
};

/** The mail server of the story. */
const serverOf = (clock: ManualClock, today: Instant): Carrier => {
  const gone = content.GONE;
  return {
    width: 10,
    hand: async ({ to }, keep) => {
      const isGone = to === addressOf(gone.of) && clock.now() >= moment(today, gone.at);
      const answer: CarrierAnswer = isGone
        ? { kind: 'refused', answer: '550 5.1.1 There is no such mailbox here' }
        : { kind: 'accepted', answer: '250 2.0.0 Taken' };
      await keep?.(answer);
      return answer;
    },
    close: async () => undefined,
  };
};
