import type { OrganisationId } from '../../../base/ids.ts';
import { mayRenew } from '../../../charter/members/invitations.ts';
import { html } from '../../../markup/html.ts';
import { defineForm } from '../../act/act-form.ts';
import type { Context } from '../../kit/context.ts';
import { hidden } from '../../kit/controls.ts';
import { invitationField, invited, readInvitation } from '../parts/invitation.ts';
import { nameOf } from '../../kit/words.ts';
import { formPage } from '../../act/form-page.ts';
import { delegateName } from './names.ts';

/** A link of invitation in place of one that was lost: to a delegate of one's own, a founder, or an outside signatory. */
export const renew = defineForm({
  kind: 'invitation.renew',
  page: (context, fields, problem) => {
    const { me, reader, t } = context;
    const organisation = reader.organisation(fields.text('organisation') as OrganisationId);
    const delegate = organisation?.delegates[fields.integer('delegate') - 1];
    if (me === null || organisation === null || delegate === undefined) return null;
    // Where it came back with a refusal, what was true a moment ago is no reason to take the form away.
    const may = mayRenew(reader.keys(organisation.id), me.organisation.id, organisation, delegate);
    if (!may && problem === null) return null;
    const state = { context, fields, problem };
    return formPage(state, {
      kind: 'invitation.renew',
      islands: ['invitations'],
      lede: t.site.delegate.renewLede,
      fields: html`${hidden('organisation', organisation.id)} ${hidden('delegate', delegate.number)}
        <p>
          <strong><bdi>${organisation.name}</bdi></strong> · ${delegateName(context, organisation, delegate.number)}
        </p>
        ${invitationField(state, { name: 'invitation' })}`,
    });
  },
  read: (_context, { text, integer }) => ({
    body: {
      organisation: text('organisation'),
      delegate: integer('delegate'),
      invitation: readInvitation(text('invitation')),
    },
  }),
  summary: (context, { organisation, delegate, invitation }) => {
    const { t } = context;
    const whose = `${nameOf(context, organisation)}, ${t.common.delegate(delegate)}`;
    return html`<p>${t.site.delegate.renewed} ${invited(context, whose, invitation)}.</p>`;
  },
  next: (context, { organisation }) => wayOn(context, organisation),
});

const wayOn = ({ base, me, reader }: Context, organisation: OrganisationId): string => {
  if (me?.organisation.id === organisation) return `${base}/organisation`;
  return reader.founded === null ? base : `${base}/participants/${organisation}`;
};
