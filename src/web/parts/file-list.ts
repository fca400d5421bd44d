import { html } from 'hono/html';
import type { File } from '../../charter/state.ts';
import type { Html } from '../act-form.ts';
import type { Context } from '../context.ts';

/** Files kept beside the record, to be downloaded by whoever may see what names them. */
export const fileList = ({ t, base }: Context, files: readonly File[]): Html | '' =>
  files.length === 0
    ? ''
    : (html`<ul class="files" aria-label="${t.post.files.list}">
        ${files.map(
          ({ name, type, hash }) =>
            html`<li>
              <a href="${base}/files/${hash}" download><bdi>${name}</bdi></a> <span class="quiet">${type}</span>
            </li>`,
        )}
      </ul>` as Html);
