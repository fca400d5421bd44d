import { unreachable } from '../base/result.ts';
import type { ProofFault } from '../charter/proof/index.ts';
import type { Refusal } from '../charter/law/refusal.ts';
import { targetKey } from '../charter/texts/position-state.ts';
import type { ImportFault } from '../conference/archive/import.ts';
import type { PublicRecordFault } from '../conference/archive/public-record.ts';
import type { ExportFault } from '../conference/archive/verify.ts';
import type { CheckpointFault } from '../record/checkpoint.ts';
import type { MatterFault } from '../record/matter.ts';
import type { BundleFault as Faulty } from '../record/verify-bundle.ts';
import type { CopyFault } from '../record/verify-copy.ts';
import { shown } from './terminal.ts';

type BundleFault = Faulty<ProofFault>;

/** What is wrong with a record or a bundle, in a sentence that names the entry or the file. */

export const wordsOf = (fault: ExportFault | ImportFault): string => {
  const where = fault.index === null ? '' : `Entry ${fault.index}, line ${fault.index + 1} of entries.jsonl: `;
  return where + why(fault);
};

export const reasonOf = (fault: ImportFault): string => why(fault);

export const wordsOfPublic = (fault: PublicRecordFault): string => {
  // The first line stands before them.
  const where = fault.index === null ? '' : `Entry ${fault.index}, line ${fault.index + 2}: `;
  return where + why(fault);
};

export const wordsOfBundle = (fault: BundleFault): string =>
  `${fault.file === '' ? '' : `${shown(fault.file)}: `}${why(fault)}`;

export const wordsOfCopy = (fault: CopyFault<ProofFault>): string => {
  const where = `${shown(fault.file)}: `;
  switch (fault.kind) {
    case 'proof':
      return `${where}the proof does not hold: ${wordsOfBundle(fault.fault)}`;
    case 'other-conference':
      return `${where}it is a proof of another conference, or by another host.`;
    case 'not-signed':
      return `${where}the signature over the list of files is not good.`;
    case 'checkpoint':
      return `${where}it is no signature of the same host on this record.`;
    case 'missing':
      return `${where}it is missing.`;
    case 'unexpected':
      return `${where}it is not in the list that the host has signed.`;
    case 'differs':
      return `${where}it is not what the host has signed.`;
    case 'malformed':
      return `${where}it is not in the one form that it may have.`;
    default:
      return unreachable(fault);
  }
};

/** Why it is wrong, in a sentence that goes on from where it is. */
const why = (fault: ExportFault | PublicRecordFault | ImportFault | BundleFault): string => {
  switch (fault.kind) {
    case 'format':
      return `it is not in the one form that an entry may have (${codes(fault.fault)}).`;
    case 'signature':
      return `signature ${fault.number + 1} is not good (${codes(fault.fault)}).`;
    case 'malformed':
      return 'field' in fault
        ? `the act's field ${shown(fault.field)} is not as it must be (${fault.why}).`
        : 'it is not in the one form that it may have.';
    case 'refused':
      return refusal(fault.refusal);
    case 'time':
      return 'it was received before the entry before it.';
    case 'no-tick':
      return 'a deadline had passed, and the host did not say so first.';
    case 'conference':
      return 'it was made for another conference.';
    case 'unfinished':
      return 'the file ends in the middle of it.';
    case 'empty':
      return 'There are no entries.';
    case 'taken':
      return `There is a conference “${fault.slug}” already.`;
    case 'there-already':
      return `This conference is there already, as “${fault.slug}”.`;
    case 'no-host-key':
      return 'No act names the host’s key.';
    case 'checkpoint':
      return `checkpoint: ${checkpoint(fault.fault)}`;
    case 'unknown-signature':
      return 'checkpoint: somebody besides the host has signed it, and nothing says who.';
    case 'size':
      return `There are ${fault.entries} entries, and the checkpoint says ${fault.checkpoint}.`;
    case 'root':
      return 'There are as many entries as the checkpoint says, but not those that the host has signed.';
    case 'head':
      return 'The first line is not that of a public record.';
    case 'hash':
      return 'it is neither an entry nor the hash of one.';
    case 'founding-hidden':
      return 'everyone may read the act that founds a conference, and it is not here.';
    case 'missing-file':
      return `${shown(fault.file)} is missing.`;
    case 'unexpected-file':
      return `${shown(fault.file)} does not belong into an export.`;
    case 'erased-file':
      return `${shown(fault.file)} was erased, as the record says, and is here still: take it away.`;
    case 'file-differs':
      return `${shown(fault.file)} is not what it must be.`;
    case 'not-a-bundle':
      return 'It is not a proof bundle, or it was changed.';
    case 'missing':
      return 'it is missing.';
    case 'unexpected':
      return 'it does not belong into a bundle.';
    case 'differs':
      return 'it is not what follows from the other files.';
    case 'not-included':
      return 'the record whose root the host has signed does not hold the entry.';
    case 'not-named':
      return 'the founding act names another host.';
    case 'matter':
      return MATTER[fault.fault.kind];
    case 'other-checkpoint':
      return 'it is for another checkpoint than this.';
    case 'left-out':
      return 'the host says that this entry is about the matter, and it is not here.';
    case 'put-in':
      return 'the host does not say that this entry is about the matter.';
    case 'not-proven':
      return unproven(fault.fault);
    default:
      return unreachable(fault);
  }
};

const refusal = ({ article, kind, on, ...rest }: Refusal): string => {
  const data = { ...rest, ...(on === undefined ? {} : { on: targetKey(on) }) };
  const details = Object.entries(data).map(([name, value]) => `${name} ${shown(String(value))}`);
  return `article ${article} of the charter did not allow it (${[kind, ...details].join(', ')}).`;
};

const MATTER: Readonly<Record<MatterFault['kind'], string>> = {
  'not-a-matter': 'it is not in the form of a list of entries.',
  'other-record': 'it is that of another record.',
  'not-signed-by-host': 'the host has not signed it.',
  'unknown-signature': 'somebody besides the host has signed it, and nothing says who.',
};

const unproven = (fault: ProofFault): string => {
  switch (fault.kind) {
    case 'no-text':
      return 'text.json is not in the one form that a text may have.';
    case 'other-note':
      return 'note.json is not in its one form, or does not go with the text and how it was adopted.';
    case 'nothing-signed':
      return 'It holds no signature on this text.';
    case 'no-part':
      return `Entry ${fault.index} has no part in this: it is about another text or version, or brings in nobody who has.`;
    case 'malformed':
      return `Entry ${fault.index}: the act's field ${fault.field} is not as it must be (${fault.why}).`;
    case 'refused':
      return `Entry ${fault.index}, by what the entries before it show: ${refusal(fault.refusal)}`;
    default:
      return unreachable(fault);
  }
};

const checkpoint = (fault: CheckpointFault): string => {
  switch (fault.kind) {
    case 'not-a-checkpoint':
      return 'it is not in the form of a checkpoint.';
    case 'other-record':
      return `it is that of another record (${shown(fault.origin)}).`;
    case 'not-signed-by-host':
      return 'the host has not signed it.';
    default:
      return unreachable(fault);
  }
};

/** A fault's codes and what it carries, from the outside in: `json, not-canonical`. */
const codes = (fault: object): string =>
  Object.entries(fault)
    .flatMap(([name, value]) =>
      typeof value === 'object' && value !== null
        ? [codes(value as object)]
        : name === 'kind'
          ? [String(value)]
          : value === ''
            ? []
            : [`${name} ${shown(String(value))}`],
    )
    .join(', ');
