import type { Vouching } from '../../src/charter/members/vouching.ts';
import type { ApplicantId, Organisation, OutsideId, ParticipantId } from './types.ts';

/** The ten participants, in eight countries. The first eight founded the conference; the last two were admitted later. */
export const PARTICIPANTS = [
  {
    id: 'moravski-krug',
    name: 'Моравски круг',
    lang: 'sr-Cyrl',
    gloss: 'Morava Circle',
    country: 'RS',
    countryNames: ['Србија', 'Serbia'],
    about:
      'Looks after the three Moravas and the streams that feed them, with anglers, teachers and two village schools. The conference has its seat under its roof in Niš, a few steps from the Nišava.',
    website: 'https://example.org/moravski-krug',
    delegates: [
      { name: 'Милица Јовичић', role: 'representing' },
      { name: 'Ђорђе Станишић', role: 'assisting' },
    ],
  },
  {
    id: 'zelena-sava',
    name: 'Udruga Zelena Sava',
    lang: 'hr',
    gloss: 'Green Sava Association',
    country: 'HR',
    countryNames: ['Hrvatska', 'Croatia'],
    about:
      'Volunteers in the towns along the Sava who keep an eye on its water, its oak woods and its wet meadows. It began with a clean-up of one bank and now teaches people to read a river.',
    website: 'https://example.org/zelena-sava',
    delegates: [
      { name: 'Jasna Horvatić', role: 'representing' },
      { name: 'Luka Šimunić', role: 'assisting' },
    ],
  },
  {
    id: 'rijeke-bosne',
    name: 'Rijeke Bosne',
    lang: 'bs',
    gloss: 'Rivers of Bosnia',
    country: 'BA',
    countryNames: ['Bosna i Hercegovina', 'Bosnia and Herzegovina'],
    about:
      'A union of local groups on the Una, the Vrbas, the Bosna and the Drina. It sits down with people and their papers when something is to be built on their stream.',
    website: 'https://example.org/rijeke-bosne',
    delegates: [
      { name: 'Amra Selimović', role: 'representing' },
      { name: 'Dario Kovačić', role: 'assisting' },
    ],
  },
  {
    id: 'reka-vardar',
    name: 'Река Вардар',
    lang: 'mk',
    gloss: 'River Vardar',
    country: 'MK',
    countryNames: ['Македонија', 'Macedonia'],
    about:
      'Measures the Vardar and its tributaries together with schools, and publishes what it finds. Many of its members are farmers who water their fields from the river.',
    website: 'https://example.org/reka-vardar',
    delegates: [
      { name: 'Билјана Стојановска', role: 'representing' },
      { name: 'Ѓорѓи Ристевски', role: 'assisting' },
    ],
  },
  {
    id: 'diktyo-potamon',
    name: 'Δίκτυο Ποταμών',
    lang: 'el',
    gloss: 'Rivers Network',
    country: 'GR',
    countryNames: ['Ελλάδα', 'Greece'],
    about:
      'Walkers, biologists and water engineers who know a river each and compare notes. It keeps a public diary of springs: when they run, and when they run dry.',
    website: 'https://example.org/diktyo-potamon',
    delegates: [
      { name: 'Ελένη Καραγιάννη', role: 'representing' },
      { name: 'Στέφανος Μαυρίδης', role: 'assisting' },
    ],
  },
  {
    id: 'nehir-dernegi',
    name: 'Nehir Derneği',
    lang: 'tr',
    gloss: 'River Association',
    country: 'TR',
    countryNames: ['Türkiye', 'Turkey'],
    about:
      'Works on the Meriç, which others call the Maritsa or the Evros, and on the short rivers that run to the Black Sea. It teaches children what to do in a flood and keeps a telephone chain from village to village.',
    website: 'https://example.org/nehir-dernegi',
    delegates: [
      { name: 'Ayşegül Işık', role: 'representing' },
      { name: 'İlker Çağlayan', role: 'assisting' },
    ],
  },
  {
    id: 'pro-delta',
    name: 'Pro Delta',
    lang: 'ro',
    gloss: 'For the Delta',
    country: 'RO',
    countryNames: ['România', 'Romania'],
    about:
      'People who live from the Danube Delta and mean to go on doing so: fishers, reed cutters, guides and a few scientists. It speaks for villages where channels take the place of roads.',
    website: 'https://example.org/pro-delta',
    delegates: [
      { name: 'Ioana Țurcanu', role: 'representing' },
      { name: 'Ștefan Munteanu', role: 'assisting' },
    ],
  },
  {
    id: 'lumi-i-lire',
    name: 'Lumi i Lirë',
    lang: 'sq',
    gloss: 'Free River',
    country: 'AL',
    countryNames: ['Shqipëria', 'Albania'],
    about:
      'Grew up in the valley of the Vjosa, among people who wanted their river left to run. It now helps other valleys that want the same.',
    website: 'https://example.org/lumi-i-lire',
    delegates: [
      { name: 'Drita Çela', role: 'representing' },
      { name: 'Besnik Gjoni', role: 'assisting' },
    ],
  },
  {
    id: 'dasos-kai-nero',
    name: 'Δάσος και Νερό',
    lang: 'el',
    gloss: 'Forest and Water',
    country: 'GR',
    countryNames: ['Ελλάδα', 'Greece'],
    about:
      'Foresters and villagers of the Pindus who keep a wood for the sake of the water below it. They mend paths, clear springs and plant again after fires.',
    website: 'https://example.org/dasos-kai-nero',
    delegates: [
      { name: 'Ζωή Κεφαλά', role: 'representing' },
      { name: 'Θοδωρής Λαμπρινός', role: 'assisting' },
    ],
  },
  {
    id: 'codrul-batran',
    name: 'Codrul Bătrân',
    lang: 'ro',
    gloss: 'The Old Forest',
    country: 'RO',
    countryNames: ['România', 'Romania'],
    about:
      'Walks, maps and speaks up for the old beech and spruce forests of the Carpathians. Its members are foresters, herders and people who simply like trees to stand.',
    website: 'https://example.org/codrul-batran',
    delegates: [
      { name: 'Andrei Lupșa', role: 'representing' },
      { name: 'Măriuca Brădeanu', role: 'assisting' },
    ],
  },
] as const satisfies readonly (Organisation & { readonly id: ParticipantId })[];

/** Those who signed the charter at the founding. */
export const FOUNDERS = [
  'moravski-krug',
  'zelena-sava',
  'rijeke-bosne',
  'reka-vardar',
  'diktyo-potamon',
  'nehir-dernegi',
  'pro-delta',
  'lumi-i-lire',
] as const satisfies readonly ParticipantId[];

export const APPLICANT = {
  id: 'balkanska-suma',
  name: 'Balkanska Šuma',
  lang: 'cnr',
  gloss: 'Balkan Forest',
  country: 'ME',
  countryNames: ['Crna Gora', 'Montenegro'],
  about:
    'Forest owners, rangers and beekeepers of the northern mountains. It keeps a small tree nursery and a list of the springs that rise in the woods.',
  website: 'https://example.org/balkanska-suma',
  delegates: [
    { name: 'Jelena Vukčević', role: 'representing' },
    { name: 'Miloš Šaranović', role: 'assisting' },
  ],
} as const satisfies Organisation & { readonly id: ApplicantId };

/** Signatories of the statement on the flood who do not take part in the conference. */
export const OUTSIDE = [
  {
    id: 'drustvo-ob-savi',
    name: 'Društvo Ob Savi',
    lang: 'sl',
    gloss: 'By the Sava Society',
    country: 'SI',
    countryNames: ['Slovenija', 'Slovenia'],
    about:
      'Neighbours on the upper Sava who write down its level every morning. They ring the towns below when it rises.',
    website: 'https://example.org/drustvo-ob-savi',
    delegates: [{ name: 'Matjaž Žagar', role: 'representing' }],
    vouching: { kind: 'in-person', words: 'We have read the same gauge at Litija every morning for nine years.' },
  },
  {
    id: 'institut-auenkunde',
    name: 'Institut für Auenkunde',
    lang: 'de',
    gloss: 'Institute for Floodplain Studies',
    country: 'AT',
    countryNames: ['Österreich', 'Austria'],
    about:
      'A university institute that studies what floods do to meadows and woods, and what these do to floods. It lends instruments to anyone who will bring back the readings.',
    website: 'https://example.org/institut-auenkunde',
    delegates: [{ name: 'Katharina Moosbrugger', role: 'representing' }],
    vouching: { kind: 'mail-domain', domain: 'auenkunde.example.org' },
  },
  {
    id: 'tiszai-horgaszok',
    name: 'Tiszai Horgászok Szövetsége',
    lang: 'hu',
    gloss: 'Federation of Tisza Anglers',
    country: 'HU',
    countryNames: ['Magyarország', 'Hungary'],
    about:
      'Angling clubs along the Tisza that have lived with high water for generations. Their boats are out before the sirens are.',
    website: 'https://example.org/tiszai-horgaszok',
    delegates: [{ name: 'Gergő Szűcs', role: 'representing' }],
    vouching: { kind: 'web-page', address: 'https://example.org/tiszai-horgaszok/arviz' },
  },
] as const satisfies readonly (Organisation & { readonly id: OutsideId; readonly vouching: Vouching })[];
