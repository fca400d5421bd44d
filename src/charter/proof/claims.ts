import type { ClauseId, OrganisationId } from '../../base/ids.ts';
import { type Bytes, utf8 } from '../../base/bytes.ts';
import { type Instant, rfc3339 } from '../../base/time.ts';
import { unreachable } from '../../base/result.ts';
import { plainly } from '../final/said.ts';
import { type NameOf, extentOf, namesIn } from '../final/sheet.ts';
import { IN_ENGLISH } from '../final/words.ts';
import type { Vouching } from '../members/vouching.ts';
import { type Printed, otherName, ownCountry, ownName } from '../names/printed.ts';
import { adoptionOf } from './adoption.ts';
import type { Proof } from './prove.ts';
import type { Signatory } from './signatories.ts';

/** A proof in words, Markdown: which text it is, who signed what of it, and what is the host's word alone. */
export const claimsOf = ({ claim, version, conference, signatories, entries, names: printed }: Proof): Bytes => {
  const called = (id: OrganisationId): string => namesOf(printed.get(id) ?? [{ name: id, country: '' }]);
  const name = namesIn(version.clauses, IN_ENGLISH);
  return utf8(
    [
      `# Who signed “${plain(version.title)}”`,
      aboutOf(claim.subject, conference),
      adoptionOf(claim, time),
      table(
        ['organisation', 'country', 'signs as', 'its keys on the word of', 'signed', 'when', 'entry'],
        signatories.map((signatory) => [
          names(signatory),
          plain(ownCountry(signatory.organisation.printed)),
          partOf(signatory),
          signatory.wordOf.map(called).join(', '),
          scopeOf(signatory, version.clauses, name),
          time(signatory.on.at),
          `${signatory.on.index}`,
        ]),
      ),
      ...signatories.filter(({ riders }) => riders.length > 0).map((one) => ridersOf(one, name)),
      ...signatories.filter(({ withdrawn }) => withdrawn !== null).map(withdrawalOf),
      '## What each entry shows',
      table(
        ['entry', 'received', 'act', 'by', 'what it shows'],
        entries.map(({ placed: { index, time: at, act }, part }) => [
          `${index}`,
          time(at),
          act.kind,
          `${called(act.by.organisation)}, \`${act.by.organisation}/${act.by.delegate}\``,
          PARTS[part],
        ]),
      ),
      '## What is the host’s word alone',
      `That these are all the entries about it ${claim.audience === 'everyone' ? 'that everyone may see' : 'that participants may see'}, as of the checkpoint: one that was made later stands in no proof made before. The times, to within a day of when each act says that it was made. That every founder signed the charter, that nobody disagreed with an admission or the recovery of a key, that nobody had left, and that no key was revoked before it signed: whoever holds the whole record can check that.`,
      `That the keys are those organisations’ own: whoever invited one, presented it or vouched for a new key of it, and stands beside it above, could have made a key up in its name together with the host. The record as others have it shows that.`,
      `That an organisation is who its name says: the conference’s id, \`${conference.id}\`, is to be compared with one that you have from somebody you trust.`,
    ]
      .filter((part) => part !== '')
      .map((part) => `${part}\n`)
      .join('\n'),
  );
};

const PARTS: Readonly<Record<Proof['entries'][number]['part'], string>> = {
  founded: 'the founding: the conference’s id, its founders, its host’s key',
  key: 'how an organisation, a delegate or a key came in',
  worded: 'these very words',
  revised: 'a revision to these words; of some clauses it says alone that they stay as they were',
  decided: 'these words were put to decision',
  answered: 'an answer to that decision',
  signed: 'a signature on these words',
  confirmed: 'a signature given ad referendum became definitive',
  withdrew: 'a signature was withdrawn',
  observed: 'an observation on these words',
  invited: 'one from outside was invited to sign',
};

const aboutOf = ({ kind, number }: Proof['claim']['subject'], conference: Proof['conference']): string => {
  switch (kind) {
    case 'text':
      return `Text ${number} of ${founded(conference)}.`;
    case 'statement':
      return `Statement ${number} on the record of ${founded(conference)}, which did not make it.`;
    case 'charter':
      return `Charter ${number} of ${founded(conference)}.`;
  }
};

const founded = ({ name, id }: Proof['conference']): string =>
  `the conference founded as “${plain(name)}”, whose id is \`${id}\``;

const names = ({ organisation: { printed } }: Signatory): string => namesOf(printed);

const namesOf = (printed: Printed): string => {
  const other = otherName(printed);
  return plain(other === null ? ownName(printed) : `${ownName(printed)} (${other})`);
};

const partOf = ({ as }: Signatory): string =>
  as.kind === 'participant'
    ? 'a participant'
    : `invited from outside ${as.under === null ? '' : `as “${plain(as.under)}” `}by ${namesOf(as.invitedBy.printed)}, which says: ${known(as.vouching)}`;

const known = (vouching: Vouching): string => {
  switch (vouching.kind) {
    case 'mail-domain':
      return `it wrote from its own mail domain, ${plain(vouching.domain)}`;
    case 'web-page':
      return `its own web site says so, at ${plain(vouching.address)}`;
    case 'published-key':
      return `it has published the key ${plain(vouching.key)} as its own, at ${plain(vouching.address)}`;
    case 'in-person':
      return `“${plain(vouching.words)}”`;
    default:
      return unreachable(vouching);
  }
};

const scopeOf = (
  { clauses, provisional, confirmed, withdrawn, riders }: Signatory,
  all: Proof['version']['clauses'],
  name: NameOf,
): string => {
  const scope = plain(plainly(extentOf({ clauses: clauses as readonly ClauseId[] | null }, all, IN_ENGLISH, name)));
  return [
    scope,
    riders.length > 0 ? 'with what it says below' : '',
    provisional ? 'ad referendum' : '',
    confirmed === null ? '' : `confirmed on ${time(confirmed.at)}`,
    withdrawn === null ? '' : `**withdrawn** on ${time(withdrawn.on.at)}`,
  ]
    .filter((words) => words !== '')
    .join('; ');
};

const ridersOf = (signatory: Signatory, name: NameOf): string =>
  [
    `${names(signatory)} signed with:`,
    ...signatory.riders.map(
      ({ kind, clause, words }) =>
        `- ${kind === 'reservation' ? 'a reservation' : 'an interpretation'} on ${clause === null ? 'the whole' : plain(plainly(name(clause)))}: “${plain(words)}”`,
    ),
  ].join('\n');

const withdrawalOf = (signatory: Signatory): string =>
  `${names(signatory)} withdrew its signature${typeof signatory.withdrawn?.reason === 'string' ? `: “${plain(signatory.withdrawn.reason)}”` : '.'}`;

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const time = (at: Instant): string => rfc3339(at);

/** What somebody wrote, on one line, with nothing in it that ends the quotation, or that Markdown takes for more than letters. */
const plain = (words: string): string =>
  words
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/[“”„]/gu, '"')
    .replaceAll(/[\\`*_{}[\]<>()#+!|~&$]/gu, String.raw`\$&`);
