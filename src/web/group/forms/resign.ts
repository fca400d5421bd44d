import type { OrganisationId } from '../../../base/ids.ts';
import type { Group } from '../../../charter/group/state.ts';
import { html } from '../../../markup/html.ts';
import { defineForm } from '../../act/act-form.ts';
import { textArea } from '../../kit/controls.ts';
import { paragraphs } from '../../kit/prose.ts';
import { nameOf } from '../../kit/words.ts';
import { formPage } from '../../act/form-page.ts';

/** Article 9.1: a member or a substitute gives up its seat. */
export const resign = defineForm({
  kind: 'group.resign',
  page: (context, fields, problem) => {
    const words = context.t.group.resign;
    const state = { context, fields, problem };
    return formPage(state, {
      kind: 'group.resign',
      lede: words.lede,
      fields: textArea(state, { name: 'reason', label: words.reason, optional: true, max: 2000 }),
    });
  },
  read: (_context, { optional }) => ({ body: { reason: optional('reason') } }),
  summary: (context, { reason }, act) => {
    const words = context.t.group.resign;
    const next = act === null ? null : successorOf(context.reader.group(), act.by.organisation);
    return html`<p>${words.resigns} ${next === null ? '' : words.next(nameOf(context, next))}</p>
      ${reason === null ? '' : paragraphs(reason)}`;
  },
  next: ({ base }) => `${base}/group`,
});

/** Who steps in for a member that resigns, or did when it had. */
const successorOf = (group: Group | null, id: OrganisationId): OrganisationId | null => {
  if (group?.members.includes(id) === true) return group.substitutes[0] ?? null;
  return group?.changes.findLast(({ organisation }) => organisation === id)?.successor ?? null;
};
