import { type ActKind, isOfHost } from '../charter/acts.ts';
import { REGIONAL_RULES } from '../charter/law/rules.ts';
import { APRIL, type ExamplesOf, HASH } from './examples/common.ts';
import { MEETING_EXAMPLES } from './examples/meetings.ts';
import { POST_EXAMPLES } from './examples/post.ts';

/** One example of each kind of act, for the description of the API. */

const KEY = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIIFsIRWCImC0eQaxtgnNFPoXIkQjY71YIBMvUY5amkJG';
const FINGERPRINT = 'SHA256:+5SQ1UVjUArB/f3sWqMWD1Ih8pEqx5F8NnWTeeisdTE';

const newKey = { key: KEY, use: 'ssh' } as const;

const profile = {
  name: 'Δίκτυο Ποταμών',
  gloss: 'Network of Rivers',
  country: 'GR',
  about: 'Groups along the rivers of northern Greece.',
  website: 'https://example.org/',
} as const;

const clauses = [
  { id: 'rivers-cross', kind: 'preambular', words: '*Knowing* that rivers cross borders,' },
  { id: 'data', kind: 'operative', words: 'Every participant publishes what it measures.' },
  { id: 'data-monthly', kind: 'point', level: 1, words: 'once a month, and' },
  { id: 'data-floods', kind: 'point', level: 1, words: 'at once in a flood.' },
] as const;

export const EXAMPLE_BODIES: ExamplesOf<ActKind> = {
  ...MEETING_EXAMPLES,
  ...POST_EXAMPLES,
  'conference.found': {
    charter: {
      name: 'Conference of Rivers',
      abbreviation: 'CR',
      region: ['GR', 'BG'],
      seat: 'Thessaloniki',
      languages: ['en', 'el', 'bg'],
      principles: [{ id: 'equals', kind: 'paragraph', words: 'All participants are equal.' }],
      rules: REGIONAL_RULES,
    },
    host: 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIKHEChMXlK3HpbG4yAGFk3ygUBTnd3OVfPCNfIyGkHNa',
    founders: [
      { id: 'diktyo-potamon', ...profile, invitation: null },
      {
        id: 'reka',
        name: 'Река',
        gloss: 'Reka',
        country: 'BG',
        about: null,
        website: null,
        invitation: 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIDr8kEsnMGfD7J3jXpJQkYkwl8mIu7uEmcb2z5ZY3eQo',
      },
    ],
    delegate: null,
    ...newKey,
  },
  'charter.sign': { charter: HASH },
  'participation.apply': { ...profile, charter: HASH, letter: HASH, delegate: null, ...newKey },
  'participation.reapply': { charter: HASH, letter: HASH },
  'participation.withdraw': {},
  'participation.present': { organisation: 'new-name', application: HASH },
  'participation.withdraw-presentation': { organisation: 'new-name' },
  'participation.disagree': { organisation: 'new-name', reasons: 'It has not said whom it stands for.' },
  'participation.withdraw-disagreement': { organisation: 'new-name' },
  'participation.leave': { reason: null },
  'delegate.appoint': { delegate: 2, name: null, role: 'assisting', invitation: KEY },
  'delegate.recall': { delegate: 2 },
  'invitation.renew': { organisation: 'reka', delegate: 1, invitation: KEY },
  'key.enrol': { delegate: 1, name: null, ...newKey },
  'key.revoke': { key: FINGERPRINT },
  'recovery.request': { ...newKey, explanation: HASH },
  'recovery.vouch': { organisation: 'diktyo-potamon', delegate: 1, key: FINGERPRINT },
  'recovery.withdraw-voucher': { recovery: 1 },
  'recovery.disagree': { recovery: 1, reasons: 'We spoke on the telephone: the key is not lost.' },
  'recovery.withdraw-disagreement': { recovery: 1 },
  'text.table': { kind: 'resolution', title: 'On the waters that we share', clauses, rules: null },
  'text.cosponsor': { text: 1 },
  'text.revise': {
    text: 1,
    revision: 1,
    title: 'On the waters that we share',
    clauses: clauses.slice(0, 2),
    rules: null,
    tookIn: [1],
    note: 'Takes in the first amendment.',
  },
  'revision.object': { text: 1, revision: 2, reasons: 'The second point leaves out what we agreed in March.' },
  'revision.withdraw-objection': { text: 1, revision: 2 },
  'text.withdraw': { text: 1 },
  'amendment.propose': {
    text: 1,
    revision: 1,
    change: { kind: 'replace', clause: 'data', words: 'Every participant publishes all that it measures.' },
    reason: 'So that nothing is left out.',
  },
  'amendments.propose': {
    text: 1,
    revision: 1,
    amendments: [
      { change: { kind: 'delete', clause: 'data-monthly' }, reason: 'Once a month is too seldom.' },
      {
        change: { kind: 'replace', clause: 'data-floods', words: 'within the hour in a flood.' },
        reason: '“At once” cannot be kept.',
        to: 1,
        credit: 'M. Kovač',
      },
    ],
  },
  'amendment.join': { text: 1, amendment: 1 },
  'amendment.withdraw': { text: 1, amendment: 1 },
  'amendment.take-over': { text: 1, amendment: 1 },
  'amendment.renew': { text: 1, revision: 2, amendment: 1 },
  'position.take': {
    text: 1,
    revision: 1,
    on: { kind: 'clause', clause: 'data' },
    stand: 'object',
    reason: 'Not all of it may be published under our law.',
  },
  'consultation.record': {
    text: 1,
    on: { kind: 'clause', clause: 'data' },
    with: ['diktyo-potamon', 'reka'],
    held: APRIL,
    tried: 'An exception for what the law keeps closed.',
    result: 'Both can accept it.',
  },
  'debate.open': {
    text: 1,
    revision: 1,
    on: { kind: 'clause', clause: 'data' },
    quote: 'what it measures',
    words: 'Does this include what others measure for it?',
    language: 'en',
  },
  'debate.reply': { text: 1, thread: 1, words: 'We read it so.' },
  'debate.resolve': { text: 1, thread: 1 },
  'proposal.make': {
    text: 1,
    what: {
      kind: 'mandate',
      given: 'The assembly at Prespa, May 2026',
      meeting: 'The coordinating group',
      until: APRIL,
    },
    reason: 'The text is agreed in principle; three points are left.',
  },
  'proposal.disagree': { text: 1, proposal: 1, reasons: 'More than three points are left.' },
  'proposal.withdraw-disagreement': { text: 1, proposal: 1 },
  'proposal.withdraw': { text: 1, proposal: 1 },
  'translation.publish': {
    text: 1,
    revision: 1,
    language: 'el',
    title: 'Για τα νερά που μοιραζόμαστε',
    clauses: [{ clause: 'data', words: 'Κάθε συμμετέχουσα δημοσιεύει όσα μετρά.' }],
  },
  'translation.check': { text: 1, revision: 1, language: 'el', clauses: ['data'] },
  'decision.open': { text: 1, version: HASH, deadline: APRIL, place: 'In writing' },
  'text.sign': {
    text: 1,
    version: HASH,
    clauses: ['rivers-cross', 'data'],
    riders: [{ kind: 'interpretation', clause: 'data', words: 'We read “measures” as measures in its own name.' }],
    adReferendum: false,
  },
  'signature.confirm': { text: 1 },
  'signature.withdraw': { text: 1, reason: 'Our assembly has decided otherwise.' },
  'observation.make': {
    text: 1,
    version: HASH,
    kind: 'clarification',
    clauses: ['data'],
    words: 'We publish every Monday.',
    public: true,
  },
  'statement.open': {
    title: 'On the flood of March',
    clauses: [{ id: 'situation', kind: 'paragraph', words: 'The river has left its bed in three places.' }],
    calls: ['to open the upper gates'],
  },
  'statement.invite': {
    statement: 1,
    organisation: 'guests',
    newcomer: { ...profile, invitation: KEY },
    vouching: { kind: 'mail-domain', domain: 'example.org' },
  },
  'statement.sign': { statement: 1, version: HASH },
  'host.shown': { organisation: 'reka', observations: [1, 2] },
  'host.tick': {},
};

/** The whole act around an example's body. */
export const exampleAct = (kind: ActKind) => ({
  v: 1,
  kind,
  conference: kind === 'conference.found' ? '' : 'AAECAwQFBgcICQoLDA0ODw',
  by: isOfHost(kind) ? { organisation: '', delegate: 0 } : { organisation: 'diktyo-potamon', delegate: 1 },
  made: APRIL,
  nonce: 'EBESExQVFhcYGRobHB0eHw',
  body: EXAMPLE_BODIES[kind],
});
