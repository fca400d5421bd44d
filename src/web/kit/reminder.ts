import type { OrganisationId } from '../../base/ids.ts';
import { quotable } from '../../base/quotable.ts';
import type { CirculationList } from '../../charter/group/state.ts';
import { type Html, html } from '../../markup/html.ts';
import { type Context, serves } from './context.ts';
import { listText, nameOf } from './words.ts';

/** Who has not answered, and the way to remind exactly those: a letter or a circular like any other, filled in, to the list that follows from the record when it is sent. */

interface Waiting {
  readonly list: Extract<CirculationList, { readonly kind: 'unanswered' | 'unacknowledged' }>;
  readonly whom: readonly OrganisationId[];
  /** What they are asked about, by its title, and where it is read. */
  readonly title: string;
  readonly path: string;
  readonly level: 2 | 3;
}

export const waitingFor = (context: Context, { list, whom, title, path, level }: Waiting): Html | '' => {
  const { base, me, origin, language, t } = context;
  if (whom.length === 0) return '';
  const words = t.post.reminder;
  const heading = words.heading[list.kind](whom.length);
  const others = whom.filter((id) => id !== me?.organisation.id);
  const query = new URLSearchParams({
    kind: serves(context) ? 'circular' : 'letter',
    list: `${list.kind}:${list.kind === 'unanswered' ? list.text : list.circulation}`,
    subject: words.subject(quotable(title).slice(0, 200)),
    language,
    words: words.body[list.kind](quotable(title).slice(0, 300), `${origin}${path}`),
  });
  return html`<section class="waiting" id="waiting">
    ${level === 2 ? html`<h2>${heading}</h2>` : html`<h3>${heading}</h3>`}
    <p>
      <bdi
        >${listText(
          context,
          whom.map((id) => nameOf(context, id)),
        )}</bdi
      >
    </p>
    ${
      me?.organisation.standing.kind === 'participant' && others.length > 0
        ? html`<p class="actions no-print">
            <a class="button second" href="${base}/do/letter.send?${query.toString()}"
              >${serves(context) ? words.byCircular : words.byLetter}</a
            >
          </p>`
        : ''
    }
  </section>`;
};
