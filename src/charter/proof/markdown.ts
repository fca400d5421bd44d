import { type Bytes, utf8 } from '../../base/bytes.ts';
import type { Signed } from '../final/final.ts';
import { markdownOfSheet } from '../final/markdown.ts';
import { type Section, signedSections, termsSection } from '../final/sheet.ts';
import { IN_ENGLISH } from '../final/words.ts';
import { compareNames } from '../names/alphabet.ts';
import { adoptionOf } from './adoption.ts';
import type { Proof } from './prove.ts';
import type { Signatory } from './signatories.ts';

/**
 * `text.md` of a proof: what was signed, for people to read, in the order of a treaty, as far as the entries and the host's signed word show it. Where and by which mandate a
 * text was adopted, and slips that were put right since, are not among that.
 */
export const markdownOf = ({ claim, version, signatories }: Proof): Bytes => {
  const { title, clauses, charter = null } = version;
  const { kind } = claim.subject;
  const note: Section = {
    kind: 'note',
    title: IN_ENGLISH.words.note.title,
    blocks: [{ kind: 'paragraph', words: adoptionOf(claim, IN_ENGLISH.day) }],
  };
  const signed = signedSections(signatories.toSorted(byName).map(signedAs), clauses, IN_ENGLISH);
  const called = charter === null ? 'resolution' : 'charter';
  return utf8(
    markdownOfSheet({
      symbol:
        claim.adopted === null
          ? `${kind === 'statement' ? 'Statement' : 'Text'} ${claim.subject.number}`
          : `${IN_ENGLISH.words.kind[called]} ${claim.adopted.symbol}`,
      title,
      clauses,
      back: [...signed, note, ...termsSection(charter, IN_ENGLISH)],
    }),
  );
};

/** No entry here shows which order the rules in force say: it is that of the alphabet. */
const byName = (a: Signatory, b: Signatory): number =>
  compareNames(a.organisation.name, b.organisation.name) || a.on.index - b.on.index;

/** Whether it acceded later hangs on the rules that were in force, which no entry here shows. */
const signedAs = ({ organisation, clauses, riders, on, provisional, confirmed, withdrawn }: Signatory): Signed => ({
  organisation,
  clauses: clauses as Signed['clauses'],
  riders,
  on: on.at,
  accession: false,
  referendum: provisional || confirmed !== null ? { confirmed: confirmed?.at ?? null } : null,
  withdrawn: withdrawn?.on.at ?? null,
});
