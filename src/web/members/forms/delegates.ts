import { nextDelegate } from '../../../charter/members/delegates.ts';
import { html } from '../../../markup/html.ts';
import { defineForm } from '../../act/act-form.ts';
import type { Context } from '../../kit/context.ts';
import { choices, hidden, lineInput } from '../../kit/controls.ts';
import { invitationField, invited, readInvitation } from '../parts/invitation.ts';
import { attach } from '../../act/new-act.ts';
import { formPage } from '../../act/form-page.ts';
import { delegateName } from './names.ts';

/** Chapter 4: who speaks for an organisation is its own matter. */

export const appoint = defineForm({
  kind: 'delegate.appoint',
  page: (context, fields, problem) => {
    const state = { context, fields, problem };
    const words = context.t.site.delegate;
    return formPage(state, {
      kind: 'delegate.appoint',
      islands: ['invitations'],
      lede: words.appointLede,
      fields: html`${lineInput(state, {
        name: 'name',
        label: words.name,
        hint: words.nameHint,
        optional: true,
        max: 100,
      })}
      ${choices(state, {
        name: 'role',
        type: 'radio',
        legend: words.role,
        initial: ['representing'],
        options: [
          { value: 'representing', label: context.t.common.role.representing, hint: words.representing },
          { value: 'assisting', label: context.t.common.role.assisting, hint: words.assisting },
        ],
      })}
      ${invitationField(state, { name: 'invitation' })}`,
    });
  },
  read: (context, { optional, text }) => {
    const name = optional('name');
    const attached = name === null ? null : attach(name);
    const delegate = nextDelegate(context.me?.organisation);
    return {
      body: {
        delegate,
        name: attached?.hash ?? null,
        role: text('role'),
        invitation: readInvitation(text('invitation')),
      },
      ...(attached === null ? {} : { attachments: [attached.attachment] }),
    };
  },
  summary: (context, { name, role, invitation }) => {
    const words = context.t.site.delegate;
    // Before it is on the record, the name is in the form alone.
    const known = name === null ? undefined : context.attached.get(name);
    return html`<p>${words.appointed(context.t.common.role[role])}</p>
      <p>${invited(context, known ?? words.newDelegate, invitation)}</p>`;
  },
  next: ({ base }) => `${base}/organisation`,
});

/** The organisation whose delegate or key an act speaks of: the maker's own. */
const maker = (context: Context, by: string | undefined) =>
  [...context.conference.state().organisations.values()].find(({ id }) => id === by) ?? context.me?.organisation;

export const recall = defineForm({
  kind: 'delegate.recall',
  page: (context, fields, problem) => {
    const number = fields.integer('delegate');
    const { me, t } = context;
    if (me === null || me.organisation.delegates[number - 1] === undefined) return null;
    return formPage(
      { context, fields, problem },
      {
        kind: 'delegate.recall',
        lede: t.site.delegate.recallLede,
        fields: html`${hidden('delegate', number)}
          <p><strong>${delegateName(context, me.organisation, number)}</strong></p>`,
      },
    );
  },
  read: (_context, { integer }) => ({ body: { delegate: integer('delegate') } }),
  summary: (context, { delegate }, act) => {
    const organisation = maker(context, act?.by.organisation);
    return html`<p>
      ${context.t.site.delegate.recalled}
      <strong
        >${organisation === undefined ? context.t.common.delegate(delegate) : delegateName(context, organisation, delegate)}</strong
      >.
    </p>`;
  },
  next: ({ base }) => `${base}/organisation`,
});

export const revoke = defineForm({
  kind: 'key.revoke',
  page: (context, fields, problem) => {
    const { me, t, reader } = context;
    const key =
      me === null ? undefined : reader.keys(me.organisation.id).find((k) => k.fingerprint === fields.text('key'));
    if (me === null || key === undefined) return null;
    const words = t.site.delegate;
    const own = key.fingerprint === me.key.fingerprint;
    return formPage(
      { context, fields, problem },
      {
        kind: 'key.revoke',
        lede: words.revokeLede,
        fields: html`${hidden('key', key.fingerprint)}
          <p>
            <strong>${t.common.keyUse[key.use]}</strong> · ${delegateName(context, me.organisation, key.delegate)}<br />
            <code>${key.fingerprint}</code>
          </p>
          ${own ? html`<p>${words.revokeOwn}</p>` : ''}`,
      },
    );
  },
  read: (_context, { text }) => ({ body: { key: text('key') } }),
  summary: (context, { key }) =>
    html`<p>${context.t.site.delegate.revoked}</p>
      <p><code>${key}</code></p>`,
  next: ({ base }) => `${base}/organisation`,
});
