import { PUBLIC } from '../../../charter/visibility.ts';
import { createReader } from '../../../conference/reading/reader.ts';
import type { Conference } from '../../../conference/types.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { SiteContext } from '../../kit/context.ts';
import { sitePage } from '../../kit/layout.ts';
import { countryName, listText } from '../../kit/words.ts';

/** The installation itself: its conferences, what Isonomia is, and how another conference begins. */
export const homePage = (context: SiteContext, conferences: readonly Conference[], sample: string | null): Html => {
  const { t } = context;
  const words = t.site.home;
  // What is still being founded is for its founders alone, who have its address.
  const shown = conferences.flatMap((conference) => {
    const { charter } = createReader(conference.state(), PUBLIC).charter() ?? {};
    return charter === undefined ? [] : [{ slug: conference.slug, charter }];
  });
  return sitePage(context, {
    title: t.common.product,
    width: 'narrow',
    body: html`<p class="symbol">${words.symbol}</p>
      <h1>${t.common.product}</h1>
      <p class="lede">${words.lede}</p>
      <h2>${words.conferences}</h2>
      ${
        shown.length === 0
          ? html`<p class="empty">${words.none}</p>`
          : html`<ul class="rows">
              ${shown.map(
                ({ slug, charter }) =>
                  html`<li>
                    <a class="what" href="/${slug}"><bdi>${charter.name}</bdi></a>
                    <span class="why"
                      ><bdi>${charter.seat}</bdi>${
                        charter.region.length === 0
                          ? ''
                          : html` ·
                            ${listText(
                              context,
                              charter.region.map((code) => countryName(context, code)),
                            )}`
                      }</span
                    >
                    ${slug === sample ? html`<span class="why">${words.sample}</span>` : ''}
                  </li>`,
              )}
            </ul>`
      }
      <h2>${words.found}</h2>
      <p>${words.foundBody}</p>
      <h2>${words.verify}</h2>
      <p>${words.verifyBody} <a href="/verify">${t.common.menu.check}</a></p>`,
  });
};
