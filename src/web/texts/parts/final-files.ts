import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import type { OtherForm } from '../../kit/layout.ts';
import { fileForms } from './file-forms.ts';

/** A finished text as files, beside its page. @param at the page's address */
export const finalFiles = (context: Context, at: string, archived = false): Html =>
  html`${fileForms(context, archived).map(
    ({ ending, label }, i) =>
      html`${i === 0 ? '' : ' · '}<a href="${at}.${ending}">${context.t.texts.download[label]}</a>`,
  )}`;

/** The same for programs, in the head of the page. */
export const otherForms = (context: Context, at: string, archived = false): readonly OtherForm[] =>
  fileForms(context, archived).map(({ ending, type }) => ({ address: `${at}.${ending}`, type }));
