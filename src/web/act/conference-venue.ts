import { fromUtf8 } from '../../base/bytes.ts';
import { ACT_RULES } from '../../charter/acts.ts';
import { ownName } from '../../charter/names/printed.ts';
import { type Html, html } from '../../markup/html.ts';
import { saltedHash } from '../../record/envelope.ts';
import type { Context } from '../kit/context.ts';
import { NO_FIELDS, createFields } from '../kit/fields.ts';
import { page } from '../kit/layout.ts';
import { nameOf } from '../kit/words.ts';
import type { ActForm } from './act-form.ts';
import type { Venue } from './confirm.ts';
import { handOverForm, preparedBox, preparedWays, preparesOnly } from './hand-over.ts';
import { type Unsigned, typedFields } from './unsigned.ts';

/** An act that is made in a conference. */
export const conferenceVenue = (context: Context, form: ActForm): Venue => {
  const { t, base, conference, reader, me } = context;
  const words = t.acts.confirm;
  return {
    context,
    slug: conference.slug,
    me,
    preview: (act) => conference.preview(act, reader.viewer),
    page: (sheet) => page(context, sheet),
    lede: ({ kind, by, body }) => {
      // Whoever applies is not on the record yet.
      const actor = kind === 'participation.apply' ? ownName(body.printed) : nameOf(context, by.organisation);
      if (preparesOnly(me, kind))
        return html`${words.forOrganisation} <strong><bdi>${actor}</bdi></strong
          >.`;
      return html`${words.forOrganisation} <strong><bdi>${actor}</bdi></strong> (${t.common.delegate(by.delegate)}).
        ${ACT_RULES[kind].strength === 'binding' ? words.forGood : words.ordinary}`;
    },
    summary: (unsigned) => form.summary(withAttached(context, unsigned), unsigned.act.body, unsigned.act),
    to: {
      form: `${base}/do/${form.kind}`,
      door: `${base}/acts`,
      file: `${base}/acts/file`,
      withKey: `${base}/acts/with-key`,
    },
    carried: '',
    prepared: ({ typed }) => {
      const fields = typedFields(createFields([['typed', typed]])) ?? NO_FIELDS;
      return { above: preparedBox(context, fields), below: preparedWays(context, fields) };
    },
    handOver:
      me?.delegate.role === 'assisting' && reader.member
        ? (unsigned) => ({ form: handOverForm(context, unsigned), only: preparesOnly(me, form.kind) })
        : null,
    newKey: ({ kind, by }) => ({
      name: nameOf(context, by.organisation),
      device: conference.state().charter?.charter.rules.keys.deviceKeys === true,
      hint: kind === 'recovery.request' ? words.askedKeyHint : words.newKeyHint,
      sent: kind === 'recovery.request' ? askedFor(context) : '',
    }),
  };
};

/** With the words that go beside the act, so that whoever signs reads them too. */
const withAttached = (context: Context, { attachments }: Unsigned): Context => ({
  ...context,
  attached: new Map([
    ...context.attached,
    ...attachments.map(({ salt, content }) => [saltedHash(salt, content), fromUtf8(content) ?? ''] as const),
  ]),
});

/** What whoever has asked for a new key needs next, and nobody can show them later: its fingerprint. The island fills it in. */
const askedFor = ({ t, base }: Context): Html => {
  const words = t.site.recovery;
  return html`<section class="panel" data-part="asked" tabindex="-1" hidden>
    <h2>${words.sent}</h2>
    <p>${words.sentFingerprint}</p>
    <p><code data-part="fingerprint"></code></p>
    <p class="actions"><a class="button" href="${base}">${t.acts.receipt.goOn}</a></p>
  </section>`;
};
