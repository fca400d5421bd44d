import { type ActKind, isActKind } from '../../charter/acts.ts';
import type { ActForm } from '../act-form.ts';
import { eraseAttachment } from './erase.ts';
import { groupForms } from './group.ts';
import { meetingForms } from './meetings.ts';
import { observationForms } from './observations.ts';
import { organisationForms } from './organisation.ts';
import { participationForms } from './participation.ts';
import { postForms } from './post.ts';
import { signatureForms } from './signature.ts';
import { sittingForms } from './sitting.ts';
import { statementForms } from './statements.ts';
import { textForms } from './texts.ts';

/** The form of every kind of act that people make on a page. */
const FORMS: ReadonlyMap<ActKind, ActForm> = new Map(
  [
    ...participationForms,
    ...organisationForms,
    ...textForms,
    ...signatureForms,
    ...observationForms,
    ...statementForms,
    ...groupForms,
    ...meetingForms,
    ...postForms,
    ...sittingForms,
    eraseAttachment,
  ].map((form) => [form.kind, form]),
);

export const formOf = (kind: string): ActForm | null => (isActKind(kind) ? (FORMS.get(kind) ?? null) : null);
