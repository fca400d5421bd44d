/**
 * The shapes of the sample conference's content: who takes part and what they say, before any of it is an act. Ids of
 * organisations and clauses are slugs (`a-z`, `0-9`, `-`), so that links read well and never shift when clauses move.
 */

export type ParticipantId =
  | 'moravski-krug'
  | 'zelena-sava'
  | 'rijeke-bosne'
  | 'reka-vardar'
  | 'diktyo-potamon'
  | 'nehir-dernegi'
  | 'pro-delta'
  | 'lumi-i-lire'
  | 'dasos-kai-nero'
  | 'codrul-batran';
export type ApplicantId = 'balkanska-suma';
export type OutsideId = 'institut-auenkunde' | 'tiszai-horgaszok' | 'drustvo-ob-savi';
export type OrganisationId = ParticipantId | ApplicantId | OutsideId;

export type Delegate = { readonly name: string; readonly role: 'representing' | 'assisting' };

export type Organisation = {
  readonly id: OrganisationId;
  /** In its own script. */
  readonly name: string;
  /** BCP 47 tag of the name's language, for the page's `lang`. */
  readonly lang: string;
  /** What the name means in English. */
  readonly gloss: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** Its country as it writes it, beside its name and beside the gloss. */
  readonly countryNames: readonly [own: string, english: string];
  readonly about: string;
  readonly website: string;
  /** In order: delegate 1, delegate 2. */
  readonly delegates: readonly Delegate[];
};

/** One clause. `*…*` marks emphasis; the words carry no number, because numbering is automatic. */
export type Clause = {
  readonly id: string;
  readonly kind: 'heading' | 'preambular' | 'operative' | 'point' | 'paragraph';
  /** Depth of a point below its clause. */
  readonly level?: 1 | 2 | 3;
  readonly words: string;
};

/** `after: null` is the beginning of the text. */
export type Change =
  | { readonly kind: 'replace'; readonly clause: string; readonly words: string }
  | { readonly kind: 'add'; readonly after: string | null; readonly clause: Clause }
  | { readonly kind: 'delete'; readonly clause: string }
  | { readonly kind: 'move'; readonly clause: string; readonly after: string | null };

export type Amendment = {
  readonly by: ParticipantId;
  /** The version it was proposed to: 0 is the draft, which the record calls revision 1. */
  readonly version: number;
  readonly change: Change;
  readonly reason: string;
};

export type Stand = 'support' | 'accept' | 'stand-aside' | 'object';

export type Position = {
  readonly by: ParticipantId;
  readonly version: number;
  readonly on:
    | { readonly kind: 'whole' }
    | { readonly kind: 'clause'; readonly clause: string }
    /** Its place in the text's list, from 0; the record counts from 1. */
    | { readonly kind: 'amendment'; readonly index: number };
  readonly stand: Stand;
  /** Always present with an objection. */
  readonly reason?: string;
  /** What the consent depends on. */
  readonly conditions?: readonly { readonly kind: 'stays'; readonly clause: string }[];
};

/** A thread of debate: its first post, and the replies. */
export type Thread = {
  readonly version: number;
  readonly on: { readonly kind: 'clause'; readonly clause: string };
  /** Words of that clause. */
  readonly quote: string;
  readonly posts: readonly { readonly by: ParticipantId; readonly lang: 'en' | 'mk'; readonly words: string }[];
};

/** A recorded attempt to resolve friction. `by` wrote the record; on several points it is recorded for each. */
export type Consultation = {
  readonly by: ParticipantId;
  readonly version: number;
  readonly on: readonly ({ readonly kind: 'whole' } | { readonly kind: 'clause'; readonly clause: string })[];
  /** How long before it was recorded it ended. */
  readonly hoursEarlier: number;
  readonly met: readonly ParticipantId[];
  readonly where: string;
  readonly tried: string;
  readonly result: string;
};

/** Version n+1 is version n with the named amendments taken in, then the proposer's own edits. */
export type Revision = { readonly tookIn: readonly number[]; readonly edits: readonly Change[]; readonly note: string };

/** The last version, put to decision; every organisation's stand on the whole of it, and what these come to. */
export type Decision = {
  readonly outcome: 'unanimous' | 'broad-consensus';
  readonly place: string;
  readonly stands: readonly { readonly by: ParticipantId; readonly stand: Stand; readonly reason?: string }[];
};

export type ClauseNote = { readonly clause: string; readonly words: string };

export type Signature = {
  readonly by: ParticipantId;
  /** `all-but` names the clauses left out; a clause is left out with its points, which are named too. */
  readonly scope: { readonly kind: 'whole' } | { readonly kind: 'all-but'; readonly clauses: readonly string[] };
  readonly adReferendum?: true;
  readonly reservations?: readonly ClauseNote[];
  readonly interpretations?: readonly ClauseNote[];
};

export type Observation = {
  readonly by: ParticipantId;
  readonly kind: 'clarification' | 'view' | 'disagreement';
  readonly version: number;
  /** Empty: on the whole. */
  readonly clauses: readonly string[];
  readonly lang: 'en' | 'el';
  readonly words: string;
  /** The author's own English version, where the words are in another language. */
  readonly english?: string;
  readonly public: boolean;
};

export type TextKey = 'charter' | 'forests' | 'drinking-water' | 'tributaries';

export type SampleText = {
  readonly key: TextKey;
  readonly title: string;
  readonly proposer: ParticipantId;
  readonly coSponsors: readonly ParticipantId[];
  readonly draft: readonly Clause[];
  readonly amendments: readonly Amendment[];
  readonly revisions: readonly Revision[];
  readonly positions: readonly Position[];
  readonly consultations: readonly Consultation[];
  readonly threads?: readonly Thread[];
  /** Null while the text is in consultation. */
  readonly decision: Decision | null;
  readonly signatures: readonly Signature[];
  readonly observations: readonly Observation[];
};
