import { Resolver } from 'node:dns/promises';
import { authenticate, type AuthenticateResult, type DNSResolver } from 'mailauth';
import type { Bytes } from '../../base/bytes.ts';
import type { KeptMail, Trust } from '../../conference/post/tray.ts';
import { fieldsIn, readHead } from './head.ts';
import { isLoopback } from './loopback.ts';
import { MAIL_BOUNDS } from './mail.ts';

/** What other servers vouch for: DKIM (RFC 6376), SPF (RFC 7208) and what the author's domain says of mail that has neither (DMARC, RFC 7489). */

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

export type Vouch = (mail: Pick<KeptMail, 'raw' | 'sender' | 'from'>) => Promise<Trust>;

/** More signatures than that have no honest purpose, and each costs a question and a calculation. */
const MOST_SIGNATURES = 8;
/** In milliseconds. Until then a name service that does not answer is waited for. */
const MOST_TIME = 20_000;

/** `host`: this node's name, for what it says of itself; `most`: milliseconds that it may take. */
export const createVouch =
  (resolver: Resolve, host: string, most = MOST_TIME): Vouch =>
  async ({ raw, sender, from }) => {
    if (signatures(raw) > MOST_SIGNATURES) return NO_TRUST;
    const local = isLoopback(from.address);
    const late = Promise.withResolvers<null>();
    const timer = setTimeout(() => late.resolve(null), most);
    try {
      const result = await Promise.race([
        authenticate(Buffer.from(raw.buffer, raw.byteOffset, raw.length), {
          resolver,
          mta: host,
          sender,
          disableArc: true,
          disableBimi: true,
          // A mail server of our own that hands its mail on says in its first Received field where it has it from.
          ...(local ? { trustReceived: true } : { ip: from.address, helo: from.name }),
        }),
        late.promise,
      ]);
      return result === null ? NO_TRUST : trustOf(result);
    } catch {
      // The message is beyond what can be checked.
      return NO_TRUST;
    } finally {
      clearTimeout(timer);
    }
  };

const signatures = (raw: Bytes): number => {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.length);
  const head = readHead(bytes, 0, bytes.length, { most: MAIL_BOUNDS.head, mostFields: MAIL_BOUNDS.fields });
  return head === null ? Infinity : fieldsIn(head, 'dkim-signature').length;
};

const trustOf = ({ dkim, spf, dmarc }: AuthenticateResult): Trust => {
  const passed = dkim.results.filter(({ status }) => status.result === 'pass' && status.underSized === undefined);
  const own = passed.find(({ status }) => isAligned(status.aligned));
  const signed = dkim.results.filter(({ signingDomain }) => signingDomain !== undefined);
  const spfPass = spf !== false && spf.status.result === 'pass';
  const author = domainOf(dkim.headerFrom?.[0]);
  const vouched = dmarc !== false && dmarc.status.result === 'pass';
  const aligned = own !== undefined || vouched || (spfPass && author !== '' && author === spf.domain);
  return {
    dkim: passed.length > 0 ? 'pass' : signed.length > 0 ? 'fail' : 'none',
    domain: (own ?? passed[0] ?? signed[0])?.signingDomain ?? null,
    spf: spf === false ? 'none' : spfResult(spf.status.result),
    aligned,
    disowned:
      !aligned &&
      dmarc !== false &&
      dmarc.status.result === 'fail' &&
      /^(?:reject|quarantine)$/u.test(dmarc.policy ?? ''),
  };
};

const isAligned = (aligned: string | false | undefined): boolean => aligned !== undefined && aligned !== false;

const domainOf = (address: string | undefined): string => (address ?? '').split('@').at(-1)?.toLowerCase() ?? '';

/** Where the name service failed nothing is known, which is as good as nothing said. */
const spfResult = (result: string): Trust['spf'] =>
  result === 'pass' || result === 'fail' || result === 'softfail' || result === 'neutral' ? result : 'none';
