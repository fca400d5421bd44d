import type { OrganisationId } from '../../base/ids.ts';
import { type Html, html } from '../../markup/html.ts';
import { saidIn } from '../../text/mentions.ts';
import type { Context } from './context.ts';
import { nameOf } from './words.ts';

/** A line in which organisations that the reader may see, named by `@` and their short names, stand by the names that are theirs, leading to them. */
export const withMentions =
  (context: Context) =>
  (line: string): Html =>
    html`${saidIn(line).map((said) => {
      if (said.kind === 'words') return said.text;
      const organisation = context.reader.organisation(said.name as OrganisationId);
      return organisation === null
        ? `@${said.name}`
        : html`<a class="mention" href="${context.base}/participants/${organisation.id}"
            >@<bdi>${nameOf(context, organisation.id)}</bdi></a
          >`;
    })}`;
