import { PURPOSE_SECRETS, addPurposeSecrets } from './secrets-purpose.ts';
import { printedAs } from './printed.ts';
import * as content from '../../sample/content/index.ts';
import { EVERYONE } from '../../sample/keyring.ts';
import { attached } from '../../sample/steps.ts';
import { utf8 } from '../../src/base/bytes.ts';
import { DAY, HOUR, after } from '../../src/base/time.ts';
import { sha256 } from '../../src/base/sha256.ts';
import type { Matter } from '../../src/charter/law/matter.ts';
import { sampleInvitation, sampleKey } from '../../src/record/sample-keys.ts';
import { signingKeyFromSeed } from '../../src/record/sign-ed25519.ts';
import { fingerprint } from '../../src/record/public-key.ts';
import { present } from '../../src/charter/texts/texts.ts';
import { messagesIn } from '../../src/web/messages/index.ts';
import type { SampleScene } from './sample.ts';

/** Words of the sample that are not for everyone, each with what it is in the table of `charter/visibility.ts`. */
export interface Secret {
  readonly matter: Matter;
  /** The organisation that the matter is about. */
  readonly about: string | null;
  readonly words: string;
}

export const FORMER = 'codrul-batran';
export const GUEST = { id: 'zakasneli-gost', name: 'Zakasneli gost' };
const GONE = { id: 'predomislili-se', name: 'Predomislili se' };
const LETTER = 'We had a mind to come, and thought better of it when the plums were ripe.';
const DISAGREES = 'Their nursery sells seedlings of a spruce that drinks our springs dry.';
const LEAVES = 'Our oldest members asked us to spend our evenings in the wood again.';
const LOST = 'The telephone with our second key lies on the bed of the Vjosa.';
const DOUBTS = 'We would like to hear this from Drita Çela herself before the key changes hands.';
const KEPT_IN = 'We keep this clarification among ourselves until our own members have read it.';
const TOO_EARLY = 'Once this text is adopted everybody may read that we measured the brook ourselves.';
const WITHDRAWN = 'Asks for a census of otters that nobody here was ready to count.';
const CALLED_BACK = 'Tihomir Prolaznik';
const ASKS = 'Does anybody here still know why the mill stands where it stands?';
const ANSWERS = 'Our grandmother does, and she says it was the miller’s third wife.';
const ONLY_WITH = 'with people who come when they are asked';
const NAMED = 'They answer letters within a week, which is more than we can say of ourselves.';
const NOT_THEM = 'They have two texts on their desk already and a harvest to bring in.';
const NOT_AGREED = 'What we agreed on the telephone was a comma, and here stands a full stop.';

const FOR_WHOM = 'A sheet for those who mend nets, read aloud in the harbour on Saturdays.';
const NO_SHEET = 'Nobody in the harbour reads on Saturdays, and the nets would go unmended.';

const WRITES = 'We would rather not say aloud who paid for the boats';
const WRITTEN = 'It was the brother of the miller, and he asks us to keep it among ourselves.';
const ERASES = 'The miller’s widow has asked us to forget what we wrote of her cellar.';
const CONVENES = 'Bring waders: the cellar of the school has been under water since March.';
const ASKS_HELP = 'Our only typewriter that writes Cyrillic has gone with the flood.';

const WORDS_KEPT = attached('words of a letter', WRITTEN);
const ERASED_KEPT = attached('words of an erased letter', 'There is a cellar.');
const LOST_KEPT = attached('words of one who lost a key', LOST);
const LETTER_KEPT = attached('letter of one who withdrew', LETTER);
const NAME_KEPT = attached('name of one called back', CALLED_BACK);

const keyFrom = (words: string) => signingKeyFromSeed(sha256(utf8(words)));

/** Adds to the story what a conference may hide besides: disagreements, a recovery, one who left, one who was only invited. */
export const addSecrets = async (scene: SampleScene): Promise<void> => {
  const { act, conference, clock, text } = scene;
  const profile = { country: 'ME', about: null, website: null };
  const charter = conference.state().charter?.hash ?? '';
  const gone = await keyFrom('one who withdrew');
  const apply = { ...profile, printed: printedAs(GONE.name), charter, letter: LETTER_KEPT.hash, delegate: null };
  const body = { ...apply, key: gone.publicKey, use: 'ssh' } as const;
  await act([GONE.id, 1], 'participation.apply', body, { signers: [gone], attachments: [LETTER_KEPT] });
  await act([GONE.id, 1], 'participation.withdraw', {}, { signers: [gone] });
  await act(['rijeke-bosne', 1], 'participation.disagree', {
    organisation: content.APPLICANT.id,
    reasons: DISAGREES,
  });
  const fresh = await keyFrom('one who lost a key');
  const recover = { key: fresh.publicKey, use: 'ssh', explanation: LOST_KEPT.hash } as const;
  await act(['lumi-i-lire', 1], 'recovery.request', recover, { signers: [fresh], attachments: [LOST_KEPT] });
  await act(['pro-delta', 1], 'recovery.disagree', { recovery: 1, reasons: DOUBTS });
  const link = await keyFrom('one only invited');
  const vouching = { kind: 'mail-domain', domain: 'example.org' } as const;
  const newcomer = { ...profile, printed: printedAs(GUEST.name), invitation: link.publicKey };
  const invitation = { statement: 1, organisation: GUEST.id, newcomer, vouching };
  await act(['zelena-sava', 1], 'statement.invite', invitation, { alsoBy: [link] });
  await act(['moravski-krug', 1], 'observation.make', {
    text: 3,
    version: present(text(3)).hash,
    kind: 'view',
    clauses: [],
    words: KEPT_IN,
    public: false,
  });
  await act(['reka-vardar', 1], 'observation.make', {
    text: 4,
    version: present(text(4)).hash,
    kind: 'clarification',
    clauses: [],
    words: TOO_EARLY,
    public: true,
  });
  await act(['moravski-krug', 1], 'text.table', {
    kind: 'resolution',
    title: 'On counting otters',
    clauses: [{ id: 'otters', kind: 'operative', words: WITHDRAWN }],
    charter: null,
    language: null,
  });
  await act(['moravski-krug', 1], 'text.withdraw', { text: 5 });
  const support = { kind: 'clause', clause: 'support' } as const;
  const thread = { text: 4, revision: 3, on: support, quote: null, words: ASKS, language: null };
  await act(['lumi-i-lire', 1], 'debate.open', thread);
  await act(['pro-delta', 1], 'debate.reply', { text: 4, thread: 2, words: ANSWERS, language: null });
  const conditions = [{ kind: 'words', clause: 'stand-by', words: ONLY_WITH }] as const;
  const position = { on: support, stand: 'accept', reason: null, conditions } as const;
  await act(['diktyo-potamon', 1], 'positions.take', { text: 4, revision: 3, positions: [position] });
  const rapporteur = { kind: 'rapporteur', organisation: 'lumi-i-lire' } as const;
  await act(['pro-delta', 1], 'proposal.make', { text: 4, what: rapporteur, reason: NAMED });
  await act(['reka-vardar', 1], 'proposal.disagree', { text: 4, proposal: 1, reasons: NOT_THEM });
  await act(['reka-vardar', 1], 'revision.object', { text: 4, revision: 3, reasons: NOT_AGREED });
  const third = await keyFrom('one called back');
  const appointed = { delegate: 3, name: NAME_KEPT.hash, role: 'assisting', invitation: third.publicKey } as const;
  await act(['zelena-sava', 1], 'delegate.appoint', appointed, { attachments: [NAME_KEPT], alsoBy: [third] });
  await act(['zelena-sava', 1], 'delegate.recall', { delegate: 3 });
  const list = { kind: 'participants' } as const;
  const letter = { kind: 'letter', subject: WRITES, language: 'en', answers: null, correspondent: null, list } as const;
  await act(
    ['lumi-i-lire', 1],
    'letter.send',
    { ...letter, words: WORDS_KEPT.hash, files: [] },
    {
      attachments: [WORDS_KEPT],
    },
  );
  await act(
    ['pro-delta', 1],
    'letter.send',
    { ...letter, kind: 'letter', subject: 'A cellar', words: ERASED_KEPT.hash, files: [] },
    { attachments: [ERASED_KEPT] },
  );
  await act(['pro-delta', 1], 'attachment.erase', { attachment: ERASED_KEPT.hash, reason: ERASES });
  const starts = after(clock.now(), 40 * DAY);
  const where = { zone: 'Europe/Skopje', place: 'Ohrid', link: null, languages: ['en'], public: false } as const;
  const notice = { ...where, starts, ends: after(starts, 8 * HOUR), words: CONVENES };
  await act(['zelena-sava', 1], 'meeting.convene', { kind: 'assembly', notice });
  await act(['reka-vardar', 1], 'help.ask', { what: 'technical', words: ASKS_HELP, until: null });
  const sheet = { title: 'The net', purpose: FOR_WHOM, languages: ['en'], byGroup: null } as const;
  await act(['reka-vardar', 1], 'periodical.propose', sheet);
  await act(['pro-delta', 1], 'publication.disagree', { periodical: 1, issue: null, reasons: NO_SHEET });
  await addPurposeSecrets(scene);
  await act([FORMER, 1], 'participation.leave', { reason: LEAVES });
};

const TEXTS: readonly content.SampleText[] = [content.CHARTER, content.FORESTS, content.WATER, content.TRIBUTARIES];

/** What everybody may read: a needle must not be found in it. */
export const PUBLIC_WORDS = [
  ...TEXTS.filter(({ decision }) => decision !== null).flatMap((text) => [
    text.title,
    text.decision?.place ?? '',
    ...content.clausesOf(text).map(({ words }) => words),
    ...text.signatures.flatMap(({ reservations = [], interpretations = [] }) =>
      [...reservations, ...interpretations].map(({ words }) => words),
    ),
    ...text.observations.filter((one) => one.public).map(({ words, english = '' }) => `${words} ${english}`),
  ]),
  ...content.PRINCIPLES.clauses.map(({ words }) => words),
  ...content.FLOOD.clauses.map(({ words }) => words),
  ...content.FLOOD.calls,
  ...EVERYONE.flatMap(({ name, gloss, about }) => [name, gloss, about]),
].join('\n');

const LONGEST = 32;

/**
 * The words themselves where they are few, else a stretch of them that survives every way of writing it down; `null` where
 * something public holds the same.
 */
export const needleIn = (words: string): string | null => {
  if (words.length <= LONGEST) return PUBLIC_WORDS.includes(words) ? null : words;
  for (const part of words.split(/["'&<>*\\\n]/u)) {
    const text = part.trim();
    for (let at = 0; at === 0 || at + LONGEST <= text.length; at++) {
      const needle = text.slice(at, at + LONGEST).trim();
      if (needle.length >= 12 && !PUBLIC_WORDS.includes(needle)) return needle;
    }
  }
  return null;
};

const inTexts = (): readonly Secret[] =>
  TEXTS.flatMap((text) => {
    const secret = (matter: Matter, words: string | undefined): readonly Secret[] =>
      words === undefined ? [] : [{ matter, about: null, words }];
    const changeWords = ({ change }: content.Amendment) =>
      'words' in change ? change.words : 'after' in change && change.kind === 'add' ? change.clause.words : undefined;
    return [
      ...text.draft.flatMap(({ words }) => secret('text', words)),
      ...text.revisions.flatMap(({ note }) => secret('text', note)),
      ...text.amendments.flatMap((amendment) => [
        ...secret('amendment', changeWords(amendment)),
        ...secret('amendment', amendment.reason),
      ]),
      ...text.positions.flatMap(({ reason }) => secret('position', reason)),
      ...text.consultations.flatMap(({ tried, result }) => [
        ...secret('consultation', tried),
        ...secret('consultation', result),
      ]),
      ...(text.threads ?? []).flatMap(({ posts }) => posts.flatMap(({ words }) => secret('debate', words))),
      ...(text.decision?.stands ?? []).flatMap(({ reason }) => secret('answers', reason)),
      ...text.observations
        .filter((one) => !one.public || text.decision === null)
        .flatMap(({ words }) => secret('observation', words)),
    ];
  });

const inOrganisations = async (): Promise<readonly Secret[]> => {
  const names = EVERYONE.flatMap(({ id, delegates }) =>
    delegates.map(({ name }): Secret => ({ matter: 'delegate', about: id, words: name })),
  );
  // Two of them begin alike.
  const letters = content.APPLICATIONS.map(({ by, letter }): Secret => ({
    matter: 'application',
    about: by,
    words: letter[1],
  }));
  // Whoever assists has signed nothing that is public, and neither has the applicant.
  const keys = EVERYONE.flatMap(({ id, delegates }) => [
    ...(delegates.length > 1 ? [sampleKey(id, 2), sampleInvitation(id, 2)].map((key) => ({ id, key })) : []),
    ...(id === content.APPLICANT.id ? [{ id, key: sampleKey(id, 1) }] : []),
  ]);
  const prints = await Promise.all(
    keys.map(async ({ id, key }): Promise<readonly Secret[]> => {
      const { publicKey } = await key;
      return [
        { matter: 'key', about: id, words: publicKey.split(' ')[1] ?? '' },
        { matter: 'key', about: id, words: fingerprint(publicKey) },
      ];
    }),
  );
  return [...names, ...letters, ...prints.flat()];
};

/** All of them, after {@link addSecrets}. */
export const secrets = async (): Promise<readonly Secret[]> => [
  ...inTexts(),
  ...(await inOrganisations()),
  { matter: 'text', about: null, words: WITHDRAWN },
  { matter: 'debate', about: null, words: ASKS },
  { matter: 'debate', about: null, words: ANSWERS },
  { matter: 'text', about: null, words: NAMED },
  { matter: 'text', about: null, words: NOT_THEM },
  { matter: 'text', about: null, words: NOT_AGREED },
  { matter: 'position', about: null, words: `“${ONLY_WITH}` },
  { matter: 'text', about: null, words: content.TRIBUTARIES.title },
  { matter: 'letter', about: null, words: WRITES },
  { matter: 'letter', about: null, words: WRITTEN },
  { matter: 'erasure', about: 'pro-delta', words: ERASES },
  { matter: 'meeting', about: null, words: CONVENES },
  { matter: 'help', about: null, words: ASKS_HELP },
  { matter: 'publishing', about: null, words: FOR_WHOM },
  { matter: 'publishing', about: null, words: NO_SHEET },
  ...PURPOSE_SECRETS,
  { matter: 'observation', about: null, words: KEPT_IN },
  { matter: 'observation', about: null, words: TOO_EARLY },
  { matter: 'application', about: content.APPLICANT.id, words: DISAGREES },
  { matter: 'application', about: FORMER, words: LEAVES },
  { matter: 'application', about: GONE.id, words: LETTER },
  { matter: 'application', about: GONE.id, words: GONE.name },
  { matter: 'application', about: content.APPLICANT.id, words: content.APPLICANT.name },
  { matter: 'application', about: content.APPLICANT.id, words: content.APPLICANT.id },
  { matter: 'invited', about: GUEST.id, words: GUEST.name },
  { matter: 'invited', about: GUEST.id, words: GUEST.id },
  { matter: 'recovery', about: null, words: LOST },
  { matter: 'recovery', about: null, words: DOUBTS },
  { matter: 'delegate', about: 'zelena-sava', words: CALLED_BACK },
  // How pages and answers begin to say to whom an observation was communicated.
  { matter: 'circulation', about: null, words: messagesIn('en').workspace.observations.circulation },
  { matter: 'circulation', about: null, words: '"circulation":[{' },
  { matter: 'tick', about: null, words: messagesIn('en').workspace.record.tick },
];
