import { canonical } from '../../../base/json.ts';
import { type Html, html } from '../../../markup/html.ts';
import { publicKeyOnLine } from '../../../record/public-key.ts';
import { fingerprint } from '../../../base/keys.ts';
import { defineForm } from '../../act/act-form.ts';
import type { Context, Me } from '../../kit/context.ts';
import type { Fields } from '../../kit/fields.ts';
import { hidden, lineInput } from '../../kit/controls.ts';
import { keyChoice, signElsewhere } from '../../act/key-choice.ts';
import { page } from '../../kit/layout.ts';
import { newAct } from '../../act/new-act.ts';
import { type FormProblem, problemBox } from '../../kit/problem.ts';
import { delegateName } from './names.ts';

/**
 * Adding a key, one's own or another delegate's. Two keys sign: one that is known already, then the new one. So the page makes the act at once,
 * and the island brings key and signatures; for an SSH key see `routes/organisation.ts`.
 */
export const keyEnrolPage = (context: Context, fields: Fields, problem: FormProblem | null): Html | null => {
  const { t, me } = context;
  if (me === null) return null;
  const number = fields.has('delegate') ? fields.integer('delegate') : me.delegate.number;
  const delegate = me.organisation.delegates[number - 1];
  if (delegate === undefined) return null;
  return page(context, {
    title: t.acts.kind['key.enrol'],
    width: 'narrow',
    islands: ['sign-act'],
    body: html`<p class="symbol">${t.common.article('4.1')}</p>
      <h1>${t.acts.kind['key.enrol']}</h1>
      ${problemBox(context, problem)}
      <p class="lede">${t.site.key.enrolFor} <strong>${delegateName(context, me.organisation, number)}</strong>.</p>
      <p>${t.site.key.own}</p>
      ${byIsland(context, me, number)} ${bySsh({ context, fields, problem }, number)}`,
  });
};

const byIsland = (context: Context, me: Me, number: number): Html => {
  const { t, base, conference } = context;
  const by = { organisation: me.organisation.id, delegate: me.delegate.number };
  const act = newAct(context, 'key.enrol', by, { delegate: number, name: null });
  const messages = { ...t.acts.progress, ...t.acts.trouble, ...t.site.key.messages };
  return html`<bring-key
    data-slug="${conference.slug}"
    data-name="${me.organisation.name}"
    data-holder="${me.organisation.id}/${number}"
    data-authoriser-use="${me.key.use}"
    data-authoriser-key="${me.key.key}"
    data-messages="${JSON.stringify(messages)}"
  >
    <form method="post" action="${base}/acts">
      ${hidden('act', canonical(act))}
      ${keyChoice(context, { device: conference.state().charter?.charter.rules.keys.deviceKeys === true })}
      <p class="actions"><button hidden>${t.acts.confirm.makeAndSign}</button></p>
    </form>
    ${me.key.use === 'ssh' ? signElsewhere(context) : ''}
    <p role="status"></p>
    <noscript><p>${t.acts.confirm.noScript}</p></noscript>
  </bring-key>`;
};

const bySsh = (
  state: { readonly context: Context; readonly fields: Fields; readonly problem: FormProblem | null },
  number: number,
): Html => {
  const { t, base } = state.context;
  const words = t.acts.confirm;
  return html`<details ${state.problem === null ? '' : 'open'}>
    <summary>${words.chooseSsh}</summary>
    <p>${words.chooseSshHint}</p>
    <form method="post" action="${base}/organisation/key">
      ${hidden('delegate', number)} ${lineInput(state, { name: 'publicKey', label: words.sshPublic })}
      <p><button class="second">${words.sshContinue}</button></p>
    </form>
  </details>`;
};

export const keyEnrol = defineForm({
  kind: 'key.enrol',
  page: keyEnrolPage,
  read: (_context, fields) => {
    const key = publicKeyOnLine(fields.text('publicKey'));
    if (!key.ok) return { kind: 'field', field: 'publicKey', why: key.error.kind };
    return { body: { delegate: fields.integer('delegate'), key: key.value, use: 'ssh', name: null } };
  },
  summary: (context, body, act) => {
    const { t } = context;
    const organisation = act === null ? undefined : context.conference.state().organisations.get(act.by.organisation);
    return html`<p>
        ${t.site.key.enrolled}
        <strong
          >${organisation === undefined ? t.common.delegate(body.delegate) : delegateName(context, organisation, body.delegate)}</strong
        >.
      </p>
      <p>${t.common.keyUse[body.use]} <code>${fingerprint(body.key)}</code></p>`;
  },
  next: ({ base }) => `${base}/organisation`,
});
