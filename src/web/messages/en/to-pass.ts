import { plural } from './plural.ts';

const onlyIf = (what: string) => ({
  passes: (when: string): string => `${what} on ${when} unless somebody disagrees.`,
  fails: (when: string, lacks: string): string => `${what} on ${when} only if ${lacks}.`,
});

/** What something open still needs, in one line: from whom, and for each outcome by when. */
export const toPass = {
  /** A text under negotiation. */
  draft: {
    passes: 'Nothing that was said stands in the way of its adoption.',
    fails: (lacks: string): string => `As it stands it can be adopted only if ${lacks}.`,
  },
  text: {
    atOnce: (names: string): string => `Adopted at once when all agree; still to agree: ${names}.`,
    passes: (when: string): string => `As the answers stand it is adopted when the time is up, on ${when}.`,
    fails: (when: string, lacks: string): string => `When the time is up, on ${when}, it is adopted only if ${lacks}.`,
  },
  amendment: {
    atOnce: (names: string): string => `Agreed at once when all accept it; still to accept: ${names}.`,
    passes: (when: string): string => `By silence it is agreed on ${when} unless somebody objects.`,
    fails: (lacks: string): string => `By silence it is agreed only if ${lacks}.`,
    notBySilence: 'It is against what was decided before: silence does not agree to it.',
  },
  proposal: onlyIf('Stands'),
  publication: onlyIf('Published'),
  application: {
    ...onlyIf('Becomes a participant'),
    lapses: (when: string, lacks: string): string => `Lapses on ${when} unless before then ${lacks}.`,
  },
  recovery: {
    ...onlyIf('The new key counts'),
    lapses: (when: string, lacks: string): string => `Comes to nothing on ${when} unless before then ${lacks}.`,
  },
  seconds: {
    text: (n: number): string => plural(n, '1 more seconds it', `${n} more second it`),
    amendment: (n: number): string => plural(n, '1 more moves it jointly', `${n} more move it jointly`),
    application: (n: number): string =>
      plural(n, '1 more participant presents it', `${n} more participants present it`),
    recovery: (n: number): string =>
      plural(n, '1 more participant vouches for it', `${n} more participants vouch for it`),
  },
  disagreement: (names: string, n: number): string =>
    plural(n, `${names} takes its disagreement back`, `${names} take their disagreements back`),
  /** `count` of the `of` that are named. */
  objection: (names: string, count: number, of: number): string =>
    count < of
      ? `${count} of these no longer ${plural(count, 'objects', 'object')}: ${names}`
      : plural(of, `${names} no longer objects`, `${names} no longer object`),
  /** So many of those that were named already. */
  ofThem: (n: number): string => plural(n, '1 more of them agrees', `${n} more of them agree`),
  agreement: (names: string, count: number, of: number): string =>
    count < of
      ? `${count} of these ${plural(count, 'agrees', 'agree')}: ${names}`
      : plural(of, `${names} agrees`, `${names} agree`),
  consultation: (n: number): string =>
    plural(
      n,
      'a consultation on the point of friction is recorded',
      `consultations on ${n} points of friction are recorded`,
    ),
  rivals: (numbers: string, n: number): string =>
    plural(
      n,
      `amendment ${numbers}, which wants other words there, gives way`,
      `amendments ${numbers}, which want other words there, give way`,
    ),
  unanimity: 'everyone agrees',
  more: (names: string, n: number): string => plural(n, `${names} and 1 more`, `${names} and ${n} more`),
};
