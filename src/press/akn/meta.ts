import type { ClauseId } from '../../base/ids.ts';
import { type Instant, rfc3339 } from '../../base/time.ts';
import type { LegalText, Party } from '../../conference/legal-text.ts';
import { type Attributes, el } from '../xml-write.ts';

/** What a document says of itself: which work it is, in which version and language, in which form, and what became of it. */

/** Where a language is asked for and not known (ISO 639-2). */
const UNDETERMINED = 'und';

/** No country's: ISO 3166 leaves this code to its users, and CLDR takes it for what is of none. */
const NO_COUNTRY = 'zz';

const FORMAT = 'application/akn+xml';

export interface Identified {
  /** Of the text: `main`, `annex_1`. */
  readonly part: string;
  readonly language: string | null;
  /** What it is translated from, and whether it holds as that does. */
  readonly translated: { readonly authentic: boolean } | null;
}

const value = (name: string, one: string, more: Attributes = {}): string => el(name, { value: one, ...more });
const date = (at: Instant, name: string): string => el('FRBRdate', { date: rfc3339(at), name });

/** Addresses by the naming convention: a work's; `/LANGUAGE@TIME` of a version in a language; behind `!`, the part. */
export const identificationXml = (text: LegalText, { part, language, translated }: Identified): string => {
  const { address, urn, made, modified, sheet, kind, authors } = text;
  const tag = language ?? UNDETERMINED;
  const expression = (of: string): string => `${address}/${of}@${rfc3339(modified)}`;
  const by = authors.map(({ id }) => el('FRBRauthor', { href: `#${id}`, as: '#author' }));
  const original = text.language ?? UNDETERMINED;
  return el(
    'identification',
    { source: '#host' },
    el(
      'FRBRWork',
      {},
      value('FRBRthis', `${address}!${part}`),
      value('FRBRuri', address),
      value('FRBRalias', urn, { name: 'urn' }),
      date(made, MADE[kind]),
      ...by,
      value('FRBRcountry', NO_COUNTRY),
      value('FRBRsubtype', kind),
      value('FRBRnumber', sheet.symbol),
    ),
    el(
      'FRBRExpression',
      {},
      value('FRBRthis', `${expression(tag)}!${part}`),
      value('FRBRuri', expression(tag)),
      date(modified, 'version'),
      ...by,
      value('FRBRauthoritative', `${translated?.authentic ?? true}`),
      el('FRBRlanguage', { language: tag }),
      translated === null
        ? ''
        : el('FRBRtranslation', {
            href: expression(original),
            fromLanguage: original,
            authoritative: `${translated.authentic}`,
            by: `#${authors[0]?.id ?? 'host'}`,
          }),
    ),
    el(
      'FRBRManifestation',
      {},
      value('FRBRthis', `${address}.akn!${part}`),
      value('FRBRuri', `${address}.akn`),
      date(modified, 'version'),
      el('FRBRauthor', { href: '#host', as: '#editor' }),
      value('FRBRformat', FORMAT),
    ),
  );
};

const MADE = { resolution: 'adoption', charter: 'adoption', statement: 'opening' } as const;

/** That it came to be, and which of its words were put right since. */
export const lifecycleXml = ({ made, slips }: LegalText): string =>
  el(
    'lifecycle',
    { source: '#host' },
    event('generation', made, { source: '#original', originatingExpression: 'true' }),
    ...slips.map(({ on }, i) => event('amendment', on, { source: `#slip_${i + 1}` })),
  );

const event = (type: 'generation' | 'amendment', at: Instant, more: Attributes): string =>
  el('eventRef', { date: rfc3339(at), type, ...more });

/** Who signed, confirmed and withdrew, in the order in which it happened. */
export const workflowXml = ({ signatories }: LegalText): string => {
  const steps = signatories
    .flatMap(({ id, on, confirmed, withdrawn }) => [
      { id, at: on, what: 'signature' },
      ...(confirmed === null ? [] : [{ id, at: confirmed, what: 'confirmation' }]),
      ...(withdrawn === null ? [] : [{ id, at: withdrawn, what: 'withdrawal' }]),
    ])
    .toSorted((a, b) => a.at - b.at);
  if (steps.length === 0) return '';
  return el(
    'workflow',
    { source: '#host' },
    ...steps.map(({ id, at, what }) =>
      el('step', { date: rfc3339(at), by: `#${id}`, as: '#signatory', refersTo: `#${what}` }),
    ),
  );
};

/** Each slip as the change of words that it is: of which clause, and where its words before and since stand. */
export const analysisXml = (
  { slips }: LegalText,
  eIdOf: (clause: ClauseId) => string,
  slipAt: (nth: number, words: 'before' | 'now') => string,
): string =>
  slips.length === 0
    ? ''
    : el(
        'analysis',
        { source: '#host' },
        el(
          'passiveModifications',
          {},
          ...slips.map(({ clause }, i) =>
            el(
              'textualMod',
              { type: 'substitution', eId: `pmod_${i + 1}` },
              el('source', { href: `#slip_${i + 1}` }),
              el('destination', { href: `#${eIdOf(clause)}` }),
              el('old', { href: `#${slipAt(i + 1, 'before')}` }),
              el('new', { href: `#${slipAt(i + 1, 'now')}` }),
            ),
          ),
        ),
      );

const ROLES = { author: 'Author', editor: 'Editor', signatory: 'Signatory' } as const;
const DEEDS = { signature: 'Signature', confirmation: 'Confirmation', withdrawal: 'Withdrawal' } as const;

/** Whom and what the rest refers to. */
export const referencesXml = ({ address, host, authors, signatories, slips }: LegalText): string => {
  const parties = new Map<string, Party>([host, ...authors, ...signatories].map((party) => [party.id, party]));
  return el(
    'references',
    { source: '#host' },
    el('original', { eId: 'original', href: address, showAs: address }),
    ...slips.map((_, i) => el('passiveRef', { eId: `slip_${i + 1}`, href: address, showAs: `${i + 1}` })),
    ...Array.from(parties.values(), ({ id, name, address: at }) =>
      el('TLCOrganization', { eId: id, href: at, showAs: name }),
    ),
    ...Object.entries(DEEDS).map(([id, name]) => el('TLCEvent', { eId: id, href: ontology(id), showAs: name })),
    ...Object.entries(ROLES).map(([id, name]) => el('TLCRole', { eId: id, href: ontology(id), showAs: name })),
  );
};

/** Ideas have addresses, too, and need lead nowhere. */
const ontology = (id: string): string => `/akn/ontology/concepts/${id}`;
