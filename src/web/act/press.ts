import type { ActKind, BodyOf } from '../../charter/acts.ts';
import { type Html, html } from '../../markup/html.ts';
import type { Context } from '../kit/context.ts';
import { hidden } from '../kit/controls.ts';

/**
 * Buttons that each make one act. Where the key that signed in is at hand in this browser, the island `room-act` makes, signs and sends it at once; else
 * the button goes the way of every act, over the page before signing.
 */

interface Press<K extends ActKind> {
  readonly kind: K;
  readonly body: BodyOf<K>;
  /** What the form of this kind reads of it. */
  readonly fields: Readonly<Record<string, string | number | readonly (string | number)[]>>;
  readonly label: string | Html;
  readonly look?: 'second' | 'plain' | 'card' | 'sure';
  /** Names the button's place on its page: what stands there next takes its element over, and keeps the focus. */
  readonly place: string;
  /** Fields of the reader's own, each with `data-at` saying where in the body its words go. */
  readonly own?: Html;
  /** For so many seconds it is worth sending; left out: as long as the host takes it. */
  readonly lasts?: number;
  /** Whether this is what is so now: a toggle that is on. */
  readonly pressed?: boolean;
}

export const press = <const K extends ActKind>({ base }: Context, sheet: Press<K>): Html => {
  const { kind, body, fields, label, look, place, own = '', lasts, pressed } = sheet;
  return html`<form
    class="press"
    id="press-${place}"
    method="post"
    action="${base}/do/${kind}"
    data-act="${JSON.stringify({ kind, body })}"
    ${lasts === undefined ? '' : html`data-lasts="${lasts}"`}
  >
    ${hidden('sent', 'yes')}
    ${Object.entries(fields).flatMap(([key, value]) => [value].flat().map((one) => hidden(key, one)))} ${own}
    <button class="${look ?? ''}" ${pressed === undefined ? '' : html`aria-pressed="${pressed ? 'true' : 'false'}"`}>
      ${label}
    </button>
    <room-said role="status"></room-said>
  </form>`;
};

/** The island that makes acts of such buttons; nothing for readers whose key is not in this browser. */
export const pressIsland = (context: Context): Html | '' => {
  const { me, conference, t, now } = context;
  if (me === null || (me.key.use !== 'passkey' && me.key.use !== 'device')) return '';
  const { tray, trayHint, island } = t.sitting.room;
  return html`<room-act
    data-slug="${conference.slug}"
    data-use="${me.key.use}"
    data-key="${me.key.key}"
    data-conference="${conference.state().conference}"
    data-organisation="${me.organisation.id}"
    data-delegate="${me.delegate.number}"
    data-now="${now}"
    data-messages="${JSON.stringify({ ...t.acts.progress, ...t.acts.trouble, ...island })}"
  >
    <section class="tray" hidden aria-label="${tray}">
      <h2>${tray}</h2>
      <p>${trayHint}</p>
      <ol></ol>
    </section>
    <p role="status"></p>
  </room-act>`;
};
