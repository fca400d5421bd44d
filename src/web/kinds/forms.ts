import { type ActKind, isActKind } from '../../charter/acts.ts';
import type { ActForm } from '../act/act-form.ts';
import { eraseAttachment } from '../members/forms/erase.ts';
import { groupForms } from '../group/forms/index.ts';
import { historyForms } from '../history/forms/index.ts';
import { meansForms } from '../means/forms/index.ts';
import { meetingForms } from '../meetings/forms/index.ts';
import { observationForms } from '../texts/forms/observations.ts';
import { organisationForms } from '../members/forms/organisation.ts';
import { participationForms } from '../members/forms/participation.ts';
import { postForms } from '../post/forms/index.ts';
import { actionStepForms } from '../purpose/forms/action-steps.ts';
import { proposalForms } from '../purpose/forms/actions.ts';
import { appealForms } from '../purpose/forms/appeals.ts';
import { reportForms } from '../purpose/forms/reports.ts';
import { publicationForms } from '../publications/forms/index.ts';
import { signatureForms } from '../texts/forms/signature.ts';
import { sittingForms } from '../sitting/forms/index.ts';
import { statementForms } from '../texts/forms/statements.ts';
import { textForms } from '../texts/forms/index.ts';

/** The form of every kind of act that people make on a page. */
const FORMS: ReadonlyMap<ActKind, ActForm> = new Map(
  [
    ...participationForms,
    ...organisationForms,
    ...textForms,
    ...signatureForms,
    ...observationForms,
    ...statementForms,
    ...historyForms,
    ...groupForms,
    ...meansForms,
    ...meetingForms,
    ...publicationForms,
    ...postForms,
    ...sittingForms,
    ...reportForms,
    ...appealForms,
    ...proposalForms,
    ...actionStepForms,
    eraseAttachment,
  ].map((form) => [form.kind, form]),
);

export const formOf = (kind: string): ActForm | null => (isActKind(kind) ? (FORMS.get(kind) ?? null) : null);
