import type { Matter } from '../../src/charter/law/matter.ts';
import type { SampleScene } from './sample.ts';

/** What participants report, appeal for and do among themselves: words that are not for everyone. */

const NEEDS_LAMPS = 'We need somebody who can talk to the man with the drill.';
const GAVE_QUIETLY = 'Our treasurer went with an envelope and asks not to be thanked.';
const MEETS_AT_DAWN = 'We stand at the drill before anybody has had coffee.';
const COMES_BY_BOAT = 'We come over the lake without a light.';
const TELLS_US = 'The drill stands behind the cowshed, and the dog there does not bark at it.';
const KNEW_BEFORE = 'The first figure of the gauge was read by lamplight and upside down.';
const SAYS_TO_IT = 'Our dog would have barked, and we have told him so.';

/** Adds them to the story. */
export const addPurposeSecrets = async ({ act, conference }: SampleScene): Promise<void> => {
  const report = { title: 'From the valley', country: 'AL', period: null, occasion: null, language: 'en', files: [] };
  await act(['lumi-i-lire', 1], 'report.make', { ...report, words: TELLS_US, public: false });
  await act(['pro-delta', 1], 'report.make', { ...report, words: KNEW_BEFORE, public: false });
  await act(['pro-delta', 1], 'report.correct', {
    ...report,
    report: 2,
    version: 1,
    words: 'The gauge stands at two metres.',
    public: true,
  });
  await act(['reka-vardar', 1], 'report.comment', { report: 2, words: SAYS_TO_IT, language: null });
  const appeal = { country: 'AL', report: null, language: 'en', how: 'Come.', until: null } as const;
  const needs = [{ kind: 'expertise', words: 'Somebody patient' }] as const;
  const asks = { ...appeal, needs, words: NEEDS_LAMPS, title: 'Somebody patient', public: false };
  await act(['lumi-i-lire', 1], 'appeal.make', asks);
  await act(['pro-delta', 1], 'appeal.make', { ...appeal, needs, words: 'Lamps.', title: 'Lamps', public: true });
  const gave = { kind: 'money', words: GAVE_QUIETLY, public: false } as const;
  const open = conference.state().appeals.length;
  await act(['reka-vardar', 1], 'appeal.help', { ...gave, appeal: open });
  const [from, to] = ['2096-06-05', '2096-06-05'];
  const parts = [{ title: 'At dawn', country: 'AL', place: 'The bridge', from, to }];
  const meets = { title: 'At dawn', language: 'en', words: MEETS_AT_DAWN, parts, tasks: [], text: null, files: [] };
  await act(['lumi-i-lire', 1], 'action.propose', { ...meets, public: false });
  const joint = conference.state().actions.length;
  await act(['reka-vardar', 1], 'action.join', { action: joint, parts: null, words: COMES_BY_BOAT });
};

export const PURPOSE_SECRETS: readonly { readonly matter: Matter; readonly about: null; readonly words: string }[] = [
  { matter: 'report', about: null, words: TELLS_US },
  { matter: 'appeal', about: null, words: NEEDS_LAMPS },
  { matter: 'appeal', about: null, words: GAVE_QUIETLY },
  { matter: 'action', about: null, words: MEETS_AT_DAWN },
  { matter: 'action', about: null, words: COMES_BY_BOAT },
  { matter: 'report', about: null, words: SAYS_TO_IT },
  { matter: 'report', about: null, words: KNEW_BEFORE },
];
