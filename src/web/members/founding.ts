import type { PublicKey } from '../../base/ids.ts';
import { judgeUnsigned } from '../../charter/judge.ts';
import type { CharterTemplate } from '../../charter/law/templates/index.ts';
import { emptyState } from '../../charter/state.ts';
import { PUBLIC } from '../../charter/visibility.ts';
import { createReader } from '../../conference/reading/reader.ts';
import { html } from '../../markup/html.ts';
import type { Venue } from '../act/confirm.ts';
import type { FormContext, SiteContext } from '../kit/context.ts';
import { hidden } from '../kit/controls.ts';
import { sitePage } from '../kit/layout.ts';
import { foundingSummary } from './forms/founding.ts';

/** Founding a conference at `/found`, where nothing is there yet but a link that is still good: the steps of every act, in a place of their own. */

export interface Beginning extends FormContext {
  /** That of the link. */
  readonly token: string;
  /** The charter to start from. */
  readonly template: CharterTemplate;
  /** The host's key, which the founding act names. */
  readonly host: PublicKey;
  /** Whether a conference stands at this address already. */
  readonly isTaken: (slug: string) => boolean;
}

/** The state before the first act, as anybody may see it. */
export const beginning = (
  site: SiteContext,
  given: Pick<Beginning, 'token' | 'template' | 'host' | 'isTaken'>,
): Beginning => ({
  ...site,
  conference: { state: emptyState },
  reader: createReader(emptyState(), PUBLIC),
  ...given,
});

/** @param slug of the conference to be */
export const foundingVenue = (context: Beginning, slug: string): Venue => {
  const { t, origin, token } = context;
  const words = t.acts.confirm;
  return {
    context,
    slug,
    me: null,
    preview: (act) => judgeUnsigned(emptyState(), act, act.made),
    page: (sheet) => sitePage(context, sheet),
    lede: () => html`${t.site.found.confirmLede(`${origin}/${slug}`)} ${words.forGood}`,
    summary: ({ act }) => (act.kind === 'conference.found' ? foundingSummary(context, act.body) : html``),
    to: { form: '/found/charter', door: '/found/submit', file: '/found/file', withKey: '/found/with-key' },
    carried: html`${hidden('slug', slug)} ${hidden('token', token)}`,
    newKey: (act) => {
      const found = act.kind === 'conference.found' ? act.body : null;
      return {
        name: found?.founders.find(({ invitation }) => invitation === null)?.printed[0]?.name ?? '',
        device: found?.charter.rules.keys.deviceKeys === true,
        hint: words.newKeyHint,
        sent: '',
      };
    },
  };
};
