import type { ActForm } from '../../act/act-form.ts';
import { proposeAmendment } from './amendment.ts';
import { proposeAmendments } from './amendments.ts';
import { recordConsultation } from './consultation.ts';
import { openThread, reply, resolveThread } from './debate.ts';
import { openDecision } from './decision.ts';
import { takePositions } from './positions.ts';
import { disagreeWithProposal, makeProposal, withdrawProposal, withdrawProposalDisagreement } from './proposals.ts';
import { objectToRevision, withdrawRevisionObjection } from './revision-objection.ts';
import { revise } from './text-revise.ts';
import {
  cosponsor,
  joinAmendment,
  renewAmendment,
  takeOverAmendment,
  withdrawAmendment,
  withdrawText,
} from './text-simple.ts';
import { tableText } from './text-table.ts';
import { checkTranslation } from './translation-check.ts';
import { publishTranslation } from './translation-publish.ts';

/** Chapters 6 and 13.2: texts from the first draft to the decision. */
export const textForms: readonly ActForm[] = [
  tableText,
  cosponsor,
  revise,
  withdrawText,
  proposeAmendment,
  joinAmendment,
  proposeAmendments,
  withdrawAmendment,
  takeOverAmendment,
  renewAmendment,
  takePositions,
  recordConsultation,
  openThread,
  reply,
  resolveThread,
  makeProposal,
  disagreeWithProposal,
  withdrawProposalDisagreement,
  withdrawProposal,
  objectToRevision,
  withdrawRevisionObjection,
  openDecision,
  publishTranslation,
  checkTranslation,
];
