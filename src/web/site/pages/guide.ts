import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { isGuidePicture } from '../../kit/guide-file.ts';
import { page } from '../../kit/layout.ts';
import { SHOWN, standWord } from '../../texts/parts/stands.ts';
import { guideBlocks } from '../parts/guide-blocks.ts';

/** Help inside: marks, keys and words, and then the guide that lies with the papers of the software. */
export const guidePage = (context: Context, source: string): Html => {
  const { t } = context;
  const words = t.site.guide;
  const [title, ...blocks] = guideBlocks(source, {
    picture: (name) => (isGuidePicture(name) ? `/assets/guide/${name}.png` : null),
  });
  return page(context, {
    title: words.title,
    width: 'narrow',
    body: html`${title}
      <nav class="ways no-print" aria-label="${words.title}">
        <a href="#marks">${words.marks}</a> <a href="#keys">${words.keys}</a> <a href="#words">${words.words}</a>
      </nav>
      <div class="guide">${blocks}</div>
      <h2 id="marks">${words.marks}</h2>
      <dl class="facts">
        ${SHOWN.map(
          (stand) =>
            html`<dt>${standWord(context, stand)}</dt>
              <dd>${words.mark[stand]}</dd>`,
        )}
      </dl>
      <h2 id="keys">${words.keys}</h2>
      <dl class="facts">
        ${words.key.map(
          ([key, does]) =>
            html`<dt>${key}</dt>
              <dd>${does}</dd>`,
        )}
      </dl>
      <h2 id="words">${words.words}</h2>
      <dl class="facts">
        ${words.word.map(
          ([word, means]) =>
            html`<dt>${word}</dt>
              <dd>${means}</dd>`,
        )}
      </dl>`,
  });
};
