import { type Bytes, utf8 } from '../../base/bytes.ts';
import type { Signed } from '../final/final.ts';
import { markdownOfSheet } from '../final/markdown.ts';
import type { Said } from '../final/said.ts';
import { type Section, noteSentences, signedSections, slipsSection, termsSection } from '../final/sheet.ts';
import { instant } from '../../base/time.ts';
import type { Where } from '../texts/state.ts';
import { IN_ENGLISH } from '../final/words.ts';
import { sheetOfStatement } from '../final/statement-sheet.ts';
import type { FinalStatement } from '../final/statement.ts';
import { type Occasion, versionHash } from '../law/charter.ts';
import { compareNames } from '../names/alphabet.ts';
import { ownName } from '../names/printed.ts';
import { adoptionOf } from './adoption.ts';
import type { Proof } from './prove.ts';
import type { Signatory } from './signatories.ts';

/**
 * `text.md` of a proof: what was signed, for people to read, in the order of a treaty, as far as the entries and the host's signed word show it. The body stands as it was signed; slips that were
 * put right since stand behind it.
 */
export const markdownOf = (proof: Proof): Bytes => {
  const { claim, version, signatories } = proof;
  const { title, clauses, charter = null, occasion = null } = version;
  if (occasion !== null) return utf8(markdownOfSheet(sheetOfStatement(statedIn(proof, occasion), IN_ENGLISH, null)));
  const note: Section = {
    kind: 'note',
    title: IN_ENGLISH.words.note.title,
    blocks: noteIn(proof).map((words) => ({ kind: 'paragraph', words })),
  };
  const signed = signedSections(signatories.toSorted(byName).map(signedAs), clauses, IN_ENGLISH);
  const called = charter === null ? 'resolution' : 'charter';
  return utf8(
    markdownOfSheet({
      letterhead: null,
      lines: [],
      symbol:
        claim.subject.kind === 'charter'
          ? `${IN_ENGLISH.words.kind.charter} ${claim.subject.number}`
          : claim.adopted === null
            ? `Text ${claim.subject.number}`
            : `${IN_ENGLISH.words.kind[called]} ${claim.adopted.symbol}`,
      title,
      clauses,
      back: [
        ...signed,
        note,
        ...slipsSection(clauses, proof.note?.slips ?? [], IN_ENGLISH),
        ...termsSection(charter, IN_ENGLISH),
      ],
    }),
  );
};

/** How it became final, as the host says; how the conference was founded, as its founders' signatures do. */
const noteIn = ({ claim, note, signatories, entries }: Proof): readonly Said[] => {
  if (note !== null) return [`By the host’s word: ${noteSentences(note.note, IN_ENGLISH).join(' ')}`];
  const [founding] = entries;
  const said = adoptionOf(claim, IN_ENGLISH.words.day);
  if (claim.subject.kind !== 'charter' || founding?.placed.act.kind !== 'conference.found') return [said];
  const { meeting } = founding.placed.act.body;
  const at = instant(Math.max(...signatories.map(({ on }) => on.at)));
  const where: Where =
    meeting === null ? { kind: 'writing' } : { kind: 'meeting', of: 'assembly', nth: 1, place: meeting.place };
  return [...noteSentences({ how: 'founded', at, where }, IN_ENGLISH), said];
};

const statedIn = ({ claim, version, signatories }: Proof, occasion: Occasion): FinalStatement => ({
  number: claim.subject.number,
  title: version.title,
  clauses: version.clauses,
  ...occasion,
  version: versionHash(version),
  signatories: signatories.toSorted(byName).map(({ organisation, on, as, withdrawn }) => ({
    organisation,
    on: on.at,
    withdrawn: withdrawn === null ? null : { on: withdrawn.on.at, reason: withdrawn.reason },
    invited: as.kind === 'participant' ? null : { by: as.invitedBy, vouching: as.vouching, under: as.under },
  })),
});

/** No entry here shows which order the rules in force say: it is that of the alphabet. */
const byName = (a: Signatory, b: Signatory): number =>
  compareNames(ownName(a.organisation.printed), ownName(b.organisation.printed)) || a.on.index - b.on.index;

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
