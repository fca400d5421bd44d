import { type Html, html } from '../../../markup/html.ts';
import { type Segment, diffWords } from '../../../text/diff.ts';
import { spelledOut } from '../../../text/runs.ts';
import type { Spoken } from '../../messages/messages.ts';

/** What changed between two wordings, as `<del>` and `<ins>`: told by line and, to those who listen, by word. */
export const diffHtml = (context: Spoken, before: string, after: string): Html => {
  const [old, now] = [spelled(before), spelled(after)];
  // Only the marks differ: then they are shown as they were typed.
  if (old === now && before !== after) return changed(context, [before], [after]);
  const oldRuns = emphasisOf(before);
  const newRuns = emphasisOf(after);
  let [x, y] = [0, 0];
  return html`${diffWords(old, now).map((segment) => {
    const shown = segmentHtml(
      context,
      segment,
      segment.kind === 'removed' ? oldRuns : newRuns,
      segment.kind === 'removed' ? x : y,
    );
    if (segment.kind !== 'added') x += segment.text.length;
    if (segment.kind !== 'removed') y += segment.text.length;
    return shown;
  })}`;
};

/** The wording struck out as a whole. */
export const struck = (context: Spoken, words: string): Html =>
  html`<del>${spoken(context.t.texts.margin.deleted)}${styled(spelled(words), emphasisOf(words), 0)}</del>`;

/** The wording as new, as a whole. */
export const inserted = (context: Spoken, words: string): Html =>
  html`<ins>${spoken(context.t.texts.margin.added)}${styled(spelled(words), emphasisOf(words), 0)}</ins>`;

const spoken = (word: string): Html => html`<span class="visually-hidden">[${word}:] </span>`;

const changed = ({ t }: Spoken, before: readonly string[], after: readonly string[]): Html =>
  html`<del>${spoken(t.texts.margin.deleted)}${before}</del> <ins>${spoken(t.texts.margin.added)}${after}</ins>`;

const spelled = (words: string): string =>
  spelledOut(words)
    .map(({ text }) => text)
    .join('');

/** Which characters of the wording spelled out are emphasised. */
const emphasisOf = (words: string): readonly boolean[] =>
  spelledOut(words).flatMap(({ text, emphasis }) => Array.from({ length: text.length }, () => emphasis));

const segmentHtml = (context: Spoken, { kind, text }: Segment, emphasis: readonly boolean[], from: number): Html => {
  const inner = styled(text, emphasis, from);
  const words = context.t.texts.margin;
  if (kind === 'same') return inner;
  return kind === 'added'
    ? html`<ins>${spoken(words.added)}${inner}</ins>`
    : html`<del>${spoken(words.deleted)}${inner}</del>`;
};

const styled = (text: string, emphasis: readonly boolean[], from: number): Html => {
  const parts: Html[] = [];
  for (let i = 0; i < text.length;) {
    const on = emphasis[from + i] === true;
    let end = i + 1;
    while (end < text.length && (emphasis[from + end] === true) === on) end += 1;
    const stretch = text.slice(i, end);
    parts.push(on ? html`<em>${stretch}</em>` : html`${stretch}`);
    i = end;
  }
  return html`${parts}`;
};
