import { html } from 'hono/html';
import type { Html } from '../act-form.ts';
import type { Context } from '../context.ts';
import { page } from '../parts/layout.ts';

/** Instead of a page that only delegates may see. */
export const signInFirst = (context: Context): Html =>
  page(context, {
    title: context.t.common.menu.signIn,
    width: 'narrow',
    body: html`<h1>${context.t.common.menu.signIn}</h1>` as Html,
  });
