import type { KeptFile } from '../../charter/law/kept.ts';
import { type Html, html } from '../../markup/html.ts';
import type { Context } from './context.ts';
import { eraseLink, erasedNote } from './kept.ts';

/** Files kept beside the record, to be downloaded by whoever may see what names them. */
export const fileList = (context: Context, files: readonly KeptFile[]): Html | '' => {
  const { t, base } = context;
  return files.length === 0
    ? ''
    : html`<ul class="files" aria-label="${t.post.files.list}">
        ${files.map(({ name, type, hash }) => {
          const erased = erasedNote(context, hash);
          return html`<li ${erased === '' ? '' : html`class="erased"`}>
            ${erased === '' ? html`<a href="${base}/files/${hash}" download><bdi>${name}</bdi></a>` : html`<bdi>${name}</bdi>`}
            <span class="quiet">${type}</span> ${eraseLink(context, hash, name)} ${erased}
          </li>`;
        })}
      </ul>`;
};
