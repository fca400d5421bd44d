import type { OrganisationId } from '../../base/ids.ts';
import { textToPass } from '../../charter/decisions/to-pass.ts';
import { type ToPass, silenceToPass, vouchedToPass } from '../../charter/law/to-pass.ts';
import type { Matter } from '../../charter/law/matter.ts';
import { applicationOf } from '../../charter/members/admission.ts';
import type { Organisation, Recovery } from '../../charter/members/organisation-state.ts';
import type { State } from '../../charter/state.ts';
import type { Proposal } from '../../charter/texts/negotiation-state.ts';
import type { Amendment, Text } from '../../charter/texts/state.ts';
import { amendmentToPass } from '../../charter/texts/to-pass.ts';

/** What open matters still need to come about, as one viewer may see it. What is passed in is what the viewer sees of it. */
export interface Passing {
  /** A text that is negotiated or put to decision. */
  readonly text: (text: Text) => ToPass | null;
  readonly amendment: (text: Text, amendment: Amendment) => ToPass | null;
  readonly proposal: (proposal: Proposal) => ToPass | null;
  readonly application: (organisation: Organisation) => ToPass | null;
  readonly recovery: (recovery: Recovery) => ToPass | null;
}

export const passing = (state: State, may: (matter: Matter, about?: OrganisationId) => boolean): Passing => ({
  text: (text) => (may('answers') ? textToPass(state, text) : null),
  amendment: (text, amendment) => (may('position') ? amendmentToPass(state, text, amendment) : null),
  proposal: ({ outcome, deadline, disagreements }) =>
    outcome === 'open' ? silenceToPass(deadline, disagreements) : null,
  application: (organisation) => {
    const { standing } = organisation;
    const application = applicationOf(organisation);
    return standing.kind === 'applicant' && application !== undefined
      ? vouchedToPass(standing.period, application)
      : null;
  },
  recovery: (recovery) =>
    recovery.stage.kind === 'awaiting' || recovery.stage.kind === 'running'
      ? vouchedToPass(recovery.stage, recovery)
      : null,
});
