import { Resolver } from 'node:dns/promises';
import { type DKIMResult, type DMARCResult, type DNSResolver, dkimVerify, dmarc, spf } from 'mailauth';
import { type MailAddress, parseMailAddress } from '../../conference/post/address.ts';
import type { KeptMail, Trust } from '../../conference/post/tray.ts';
import { type Head, fieldIn, fieldsIn, readHead } from './head.ts';
import { isLoopback } from './loopback.ts';
import { MAIL_BOUNDS } from './mail.ts';
import { bringerIn } from './received.ts';

/**
 * What other servers vouch for: DKIM (RFC 6376), SPF (RFC 7208) and what the author's domain says of mail that has neither (DMARC, RFC 9989). The author is
 * the one whom we read, and is told to whoever is asked: nothing here reads `From` a second time.
 */

/** Nobody vouches for it, and nobody says it is forged. */
export const NO_TRUST: Trust = { dkim: 'none', domain: null, spf: 'none', aligned: false, disowned: false };

/** Asks the name service; see `node:dns`. Rejects with the service's code where there is no answer. */
export type Resolve = DNSResolver;

const TIMEOUT = 3000;

export const createResolve = (): Resolve => {
  const resolver = new Resolver({ timeout: TIMEOUT, tries: 2 });
  // What it answers to the kinds of question that mailauth asks are lists of texts.
  return async (domain, type) => (await resolver.resolve(domain, type)) as string[] | string[][];
};

/** What is vouched for of a mail by `author`; where nobody is its author, nobody vouches. */
export type Vouch = (mail: Pick<KeptMail, 'raw' | 'sender' | 'from'>, author: MailAddress | null) => Promise<Trust>;

/** More signatures than that have no honest purpose, and each costs a question and a calculation. */
const MOST_SIGNATURES = 8;
/** In milliseconds. Until then a name service that does not answer is waited for. */
const MOST_TIME = 20_000;

/** `host`: this node's name, for what it says of itself; `most`: milliseconds that it may take. */
export const createVouch = (resolver: Resolve, host: string, most = MOST_TIME): Vouch => {
  const ask = async ({ raw, sender, from }: Parameters<Vouch>[0], head: Head, author: MailAddress): Promise<Trust> => {
    const [signatures, spfOfSender] = await Promise.all([
      dkimVerify(Buffer.from(raw.buffer, raw.byteOffset, raw.length), { resolver, strict: true }),
      askSpf(parseMailAddress(sender), bringerOf(head, from)),
    ]);
    const said = {
      signed: signatures.results.filter(({ signingDomain }) => signingDomain !== undefined),
      passed: signatures.results.flatMap((result) => (covers(result, head) ? [lower(result.signingDomain)] : [])),
      spf: spfOfSender,
    };
    const policy = await dmarc({
      headerFrom: [author],
      fromFields: 1,
      dkimDomains: said.passed.map((domain) => ({ domain })),
      spfDomains: said.spf.result === 'pass' ? [said.spf.domain] : [],
      resolver,
    });
    return trustOf(said, policy, domainOf(author));
  };

  /** What the sender's domain says of the machine that the mail came from; nothing where either is not known for sure. */
  const askSpf = async (sender: MailAddress | null, bringer: KeptMail['from'] | null): Promise<SpfSaid> => {
    if (sender === null || bringer === null) return { result: 'none', domain: '' };
    const { status } = await spf({ sender, ip: bringer.address, helo: bringer.name, mta: host, resolver });
    return { result: spfResult(status.result), domain: domainOf(sender) };
  };

  return async (mail, author) => {
    const { raw } = mail;
    const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.length);
    const head = readHead(bytes, 0, bytes.length, { most: MAIL_BOUNDS.head, mostFields: MAIL_BOUNDS.fields });
    if (author === null || head === null || fieldsIn(head, 'dkim-signature').length > MOST_SIGNATURES) return NO_TRUST;
    const late = Promise.withResolvers<null>();
    const timer = setTimeout(() => late.resolve(null), most);
    try {
      return (await Promise.race([ask(mail, head, author), late.promise])) ?? NO_TRUST;
    } catch {
      // The message is beyond what can be checked.
      return NO_TRUST;
    } finally {
      clearTimeout(timer);
    }
  };
};

/** A mail server of our own that hands its mail on says in the field on top where it has it from. */
const bringerOf = (head: Head, from: KeptMail['from']): KeptMail['from'] | null =>
  isLoopback(from.address) ? bringerIn(fieldIn(head, 'received')) : from;

/** Fields of which something goes on the record. */
const COVERED = ['from', 'subject', 'date'] as const;

/**
 * Whether the signature is good for all that is read: the whole body, and the fields that go on the record. A domain that only tries its key out (`t=y`) wants
 * nothing to follow from it.
 */
const covers = ({ status, signingHeaders }: DKIMResult, head: Head): boolean => {
  const signed = new Set((signingHeaders?.keys ?? '').split(':').map((name) => lower(name.trim())));
  return (
    status.result === 'pass' &&
    status.underSized === undefined &&
    status.testing !== true &&
    COVERED.every((name) => signed.has(name) || fieldsIn(head, name).length === 0)
  );
};

interface SpfSaid {
  readonly result: Trust['spf'];
  readonly domain: string;
}

interface Said {
  readonly signed: readonly DKIMResult[];
  /** The domains whose signatures are good for the whole message. */
  readonly passed: readonly string[];
  readonly spf: SpfSaid;
}

/**
 * A domain that publishes no policy is vouched for by itself alone; one that does says what else may: a domain above it or below it. Domains beside each other may be different people's: what they
 * stand under may be a registry or a hoster, whatever policy it publishes.
 */
const trustOf = ({ signed, passed, spf }: Said, policy: DMARCResult | false, author: string): Trust => {
  const result = policy === false ? 'none' : policy.status.result;
  const vouching = spf.result === 'pass' ? [...passed, spf.domain] : passed;
  const aligned = vouching.some((domain) => domain === author || (result === 'pass' && isInLine(domain, author)));
  const own = passed.find((domain) => domain === author) ?? passed[0];
  return {
    dkim: passed.length > 0 ? 'pass' : signed.length > 0 ? 'fail' : 'none',
    domain: own ?? signed[0]?.signingDomain ?? null,
    spf: spf.result,
    aligned,
    disowned: result === 'fail' && policy !== false && /^(?:reject|quarantine)$/u.test(policy.policy),
  };
};

const isInLine = (a: string, b: string): boolean => a.endsWith(`.${b}`) || b.endsWith(`.${a}`);

const lower = (text: string | undefined): string => (text ?? '').toLowerCase();

const domainOf = (address: MailAddress): string => address.slice(address.lastIndexOf('@') + 1);

/** Where the name service failed nothing is known, which is as good as nothing said. */
const spfResult = (result: string): Trust['spf'] =>
  result === 'pass' || result === 'fail' || result === 'softfail' || result === 'neutral' ? result : 'none';
