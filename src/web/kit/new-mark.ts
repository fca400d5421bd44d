import { type Html, html } from '../../markup/html.ts';
import type { Spoken } from '../messages/messages.ts';

/** Beside what its reader has not read yet. */
export const newMark = ({ t }: Spoken, isNew: boolean): Html | '' =>
  isNew ? html` <span class="new">${t.workspace.news.mark}</span>` : '';
