import { ACT_RULES, type ActKind } from '../../charter/acts.ts';
import { type Html, html } from '../../markup/html.ts';
import type { FormState } from '../kit/controls.ts';
import { page } from '../kit/layout.ts';
import { limitsSaid } from './form-limits.ts';
import { problemBox } from '../kit/problem.ts';

interface FormSheet {
  readonly kind: ActKind;
  readonly lede: string | Html;
  /** What it is about, where that stands on the record already. */
  readonly about?: Html;
  readonly fields: Html;
  readonly islands?: readonly string[];
  /** For a form that takes files. */
  readonly multipart?: true;
}

/** A page with the form of one act: what it is, what it means, its fields, and the step to the page before signing. */
export const formPage = (state: FormState, { kind, lede, about, fields, islands = [], multipart }: FormSheet): Html => {
  const { context, problem } = state;
  const { t, base } = context;
  return page(context, {
    title: t.acts.kind[kind],
    width: 'narrow',
    islands,
    body: html`<p class="symbol">${t.common.article(ACT_RULES[kind].article)}</p>
      <h1>${t.acts.kind[kind]}</h1>
      ${about === undefined ? '' : html`<p class="about">${about}</p>`} ${problemBox(context, problem)}
      <p class="lede">${lede}</p>
      <form method="post" action="${base}/do/${kind}" ${multipart === true ? html`enctype="multipart/form-data"` : ''}>
        ${fields} ${limitsSaid(context, kind)}
        <p class="actions"><button>${t.acts.review}</button></p>
      </form>`,
  });
};
