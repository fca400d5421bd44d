import type { OrganisationId, ParticipantId, TextKey } from './types.ts';

/** Days from today (negative: before it), hour and minute, all UTC; day 0 begins at today's midnight. */
export type When = readonly [day: number, hour: number, minute: number];

/**
 * One thing that happens. Everything but `falls-due` is somebody's act or a few acts made at one sitting: `positions`
 * stands for all positions which that organisation takes on that version, `decide-stand` for its stand on the whole
 * in the decision; the last one of a unanimous decision ends it. `falls-due` is a deadline at which the rules alone
 * bring something about.
 */
export type StoryEvent = { readonly at: When } & (
  | { readonly kind: 'found' | 'sign-founding'; readonly by: ParticipantId }
  | { readonly kind: 'apply'; readonly by: OrganisationId }
  /** A participant that knows the applicant; its period runs from here. */
  | { readonly kind: 'present'; readonly by: ParticipantId; readonly of: OrganisationId }
  | { readonly kind: 'table' | 'cosponsor'; readonly text: TextKey; readonly by: ParticipantId }
  | {
      readonly kind: 'amend' | 'join-amendment' | 'withdraw-amendment';
      readonly text: TextKey;
      readonly by: ParticipantId;
      readonly amendment: number;
    }
  | { readonly kind: 'positions'; readonly text: TextKey; readonly by: ParticipantId; readonly version: number }
  /** A post in a thread of debate; the first one begins it. */
  | {
      readonly kind: 'debate';
      readonly text: TextKey;
      readonly by: ParticipantId;
      readonly thread: number;
      readonly post: number;
    }
  | { readonly kind: 'consult'; readonly text: TextKey; readonly by: ParticipantId; readonly consultation: number }
  | {
      readonly kind: 'revise';
      readonly text: TextKey;
      readonly by: ParticipantId;
      readonly version: number;
      /** When the consultation on it ends. */
      readonly until?: When;
    }
  | { readonly kind: 'decide'; readonly text: TextKey; readonly by: ParticipantId; readonly until: When }
  | { readonly kind: 'decide-stand'; readonly text: TextKey; readonly by: ParticipantId }
  | { readonly kind: 'sign' | 'confirm' | 'observe'; readonly text: TextKey; readonly by: ParticipantId }
  | { readonly kind: 'bring-archive'; readonly by: ParticipantId }
  | { readonly kind: 'open-statement'; readonly by: ParticipantId }
  | { readonly kind: 'sign-statement' | 'withdraw-statement'; readonly by: OrganisationId }
  | { readonly kind: 'falls-due'; readonly what: 'admission'; readonly of: OrganisationId }
  | { readonly kind: 'falls-due'; readonly what: 'decision'; readonly of: TextKey }
);

/** Everything that happened up to today, in order. What is still ahead stands in `AHEAD`. */
export const STORY = [
  // The founding
  { at: [-400, 9, 0], kind: 'found', by: 'moravski-krug' },
  { at: [-400, 10, 5], kind: 'sign-founding', by: 'moravski-krug' },
  { at: [-400, 10, 9], kind: 'sign-founding', by: 'zelena-sava' },
  { at: [-400, 10, 14], kind: 'sign-founding', by: 'rijeke-bosne' },
  { at: [-400, 10, 20], kind: 'sign-founding', by: 'reka-vardar' },
  { at: [-400, 10, 26], kind: 'sign-founding', by: 'diktyo-potamon' },
  { at: [-400, 10, 31], kind: 'sign-founding', by: 'nehir-dernegi' },
  { at: [-400, 10, 37], kind: 'sign-founding', by: 'pro-delta' },
  { at: [-400, 10, 48], kind: 'sign-founding', by: 'lumi-i-lire' },

  // Two more
  { at: [-377, 16, 20], kind: 'apply', by: 'dasos-kai-nero' },
  { at: [-376, 8, 40], kind: 'present', by: 'diktyo-potamon', of: 'dasos-kai-nero' },
  { at: [-374, 10, 30], kind: 'apply', by: 'codrul-batran' },
  { at: [-371, 15, 10], kind: 'present', by: 'pro-delta', of: 'codrul-batran' },
  { at: [-355, 8, 40], kind: 'falls-due', what: 'admission', of: 'dasos-kai-nero' },
  { at: [-350, 15, 10], kind: 'falls-due', what: 'admission', of: 'codrul-batran' },

  // The charter's final version
  { at: [-334, 9, 20], kind: 'table', text: 'charter', by: 'diktyo-potamon' },
  { at: [-333, 8, 0], kind: 'cosponsor', text: 'charter', by: 'reka-vardar' },
  { at: [-330, 11, 0], kind: 'amend', text: 'charter', by: 'reka-vardar', amendment: 0 },
  { at: [-328, 16, 30], kind: 'amend', text: 'charter', by: 'codrul-batran', amendment: 1 },
  { at: [-327, 7, 50], kind: 'amend', text: 'charter', by: 'zelena-sava', amendment: 2 },
  { at: [-325, 10, 15], kind: 'positions', text: 'charter', by: 'rijeke-bosne', version: 0 },
  { at: [-324, 9, 5], kind: 'positions', text: 'charter', by: 'pro-delta', version: 0 },
  { at: [-322, 13, 40], kind: 'positions', text: 'charter', by: 'zelena-sava', version: 0 },
  { at: [-321, 17, 0], kind: 'positions', text: 'charter', by: 'lumi-i-lire', version: 0 },
  { at: [-320, 6, 45], kind: 'positions', text: 'charter', by: 'nehir-dernegi', version: 0 },
  { at: [-314, 9, 30], kind: 'revise', text: 'charter', by: 'diktyo-potamon', version: 1 },
  { at: [-312, 10, 0], kind: 'positions', text: 'charter', by: 'dasos-kai-nero', version: 1 },
  { at: [-311, 8, 20], kind: 'positions', text: 'charter', by: 'zelena-sava', version: 1 },
  { at: [-311, 8, 25], kind: 'withdraw-amendment', text: 'charter', by: 'zelena-sava', amendment: 2 },
  { at: [-308, 9, 0], kind: 'decide', text: 'charter', by: 'diktyo-potamon', until: [-287, 9, 0] },
  { at: [-308, 9, 10], kind: 'decide-stand', text: 'charter', by: 'diktyo-potamon' },
  { at: [-307, 12, 0], kind: 'decide-stand', text: 'charter', by: 'reka-vardar' },
  { at: [-306, 8, 30], kind: 'decide-stand', text: 'charter', by: 'moravski-krug' },
  { at: [-305, 14, 0], kind: 'decide-stand', text: 'charter', by: 'rijeke-bosne' },
  { at: [-304, 9, 45], kind: 'decide-stand', text: 'charter', by: 'codrul-batran' },
  { at: [-301, 16, 20], kind: 'decide-stand', text: 'charter', by: 'zelena-sava' },
  { at: [-299, 7, 15], kind: 'decide-stand', text: 'charter', by: 'nehir-dernegi' },
  { at: [-296, 11, 30], kind: 'decide-stand', text: 'charter', by: 'lumi-i-lire' },
  { at: [-293, 18, 5], kind: 'decide-stand', text: 'charter', by: 'pro-delta' },
  { at: [-290, 9, 0], kind: 'decide-stand', text: 'charter', by: 'dasos-kai-nero' },
  { at: [-289, 10, 0], kind: 'sign', text: 'charter', by: 'diktyo-potamon' },
  { at: [-289, 10, 30], kind: 'sign', text: 'charter', by: 'moravski-krug' },
  { at: [-289, 13, 0], kind: 'sign', text: 'charter', by: 'reka-vardar' },
  { at: [-288, 8, 0], kind: 'sign', text: 'charter', by: 'zelena-sava' },
  { at: [-288, 9, 25], kind: 'sign', text: 'charter', by: 'rijeke-bosne' },
  { at: [-287, 15, 0], kind: 'sign', text: 'charter', by: 'codrul-batran' },
  { at: [-286, 10, 10], kind: 'sign', text: 'charter', by: 'lumi-i-lire' },
  { at: [-285, 6, 50], kind: 'sign', text: 'charter', by: 'nehir-dernegi' },
  { at: [-283, 12, 0], kind: 'sign', text: 'charter', by: 'dasos-kai-nero' },
  { at: [-282, 17, 30], kind: 'sign', text: 'charter', by: 'pro-delta' },

  // What there was before
  { at: [-262, 18, 0], kind: 'bring-archive', by: 'moravski-krug' },

  // Forests that hold the water
  { at: [-236, 9, 0], kind: 'table', text: 'forests', by: 'codrul-batran' },
  { at: [-235, 10, 30], kind: 'cosponsor', text: 'forests', by: 'moravski-krug' },
  { at: [-229, 11, 20], kind: 'amend', text: 'forests', by: 'lumi-i-lire', amendment: 0 },
  { at: [-227, 8, 10], kind: 'amend', text: 'forests', by: 'pro-delta', amendment: 1 },
  { at: [-225, 14, 30], kind: 'amend', text: 'forests', by: 'diktyo-potamon', amendment: 2 },
  { at: [-224, 16, 0], kind: 'amend', text: 'forests', by: 'zelena-sava', amendment: 3 },
  { at: [-222, 9, 0], kind: 'positions', text: 'forests', by: 'codrul-batran', version: 0 },
  { at: [-221, 10, 40], kind: 'positions', text: 'forests', by: 'lumi-i-lire', version: 0 },
  { at: [-221, 15, 0], kind: 'positions', text: 'forests', by: 'pro-delta', version: 0 },
  { at: [-220, 8, 0], kind: 'positions', text: 'forests', by: 'moravski-krug', version: 0 },
  { at: [-219, 13, 0], kind: 'positions', text: 'forests', by: 'reka-vardar', version: 0 },
  { at: [-218, 9, 50], kind: 'positions', text: 'forests', by: 'rijeke-bosne', version: 0 },
  { at: [-217, 17, 15], kind: 'positions', text: 'forests', by: 'zelena-sava', version: 0 },
  { at: [-206, 16, 0], kind: 'consult', text: 'forests', by: 'moravski-krug', consultation: 0 },
  { at: [-200, 9, 0], kind: 'revise', text: 'forests', by: 'codrul-batran', version: 1 },
  { at: [-198, 10, 0], kind: 'positions', text: 'forests', by: 'lumi-i-lire', version: 1 },
  { at: [-197, 8, 30], kind: 'positions', text: 'forests', by: 'pro-delta', version: 1 },
  { at: [-196, 14, 0], kind: 'positions', text: 'forests', by: 'rijeke-bosne', version: 1 },
  { at: [-195, 9, 20], kind: 'positions', text: 'forests', by: 'dasos-kai-nero', version: 1 },
  { at: [-194, 6, 55], kind: 'positions', text: 'forests', by: 'nehir-dernegi', version: 1 },
  { at: [-193, 11, 0], kind: 'positions', text: 'forests', by: 'diktyo-potamon', version: 1 },
  { at: [-192, 15, 30], kind: 'positions', text: 'forests', by: 'moravski-krug', version: 1 },
  { at: [-181, 20, 0], kind: 'consult', text: 'forests', by: 'codrul-batran', consultation: 1 },
  { at: [-173, 9, 0], kind: 'decide', text: 'forests', by: 'codrul-batran', until: [-152, 9, 0] },
  { at: [-173, 9, 15], kind: 'decide-stand', text: 'forests', by: 'codrul-batran' },
  { at: [-171, 8, 0], kind: 'decide-stand', text: 'forests', by: 'moravski-krug' },
  { at: [-169, 12, 30], kind: 'decide-stand', text: 'forests', by: 'zelena-sava' },
  { at: [-167, 10, 0], kind: 'decide-stand', text: 'forests', by: 'diktyo-potamon' },
  { at: [-166, 9, 35], kind: 'decide-stand', text: 'forests', by: 'lumi-i-lire' },
  { at: [-164, 14, 0], kind: 'decide-stand', text: 'forests', by: 'reka-vardar' },
  { at: [-161, 7, 20], kind: 'decide-stand', text: 'forests', by: 'nehir-dernegi' },
  { at: [-158, 16, 45], kind: 'decide-stand', text: 'forests', by: 'dasos-kai-nero' },
  { at: [-156, 9, 0], kind: 'decide-stand', text: 'forests', by: 'rijeke-bosne' },
  { at: [-153, 11, 10], kind: 'decide-stand', text: 'forests', by: 'pro-delta' },
  { at: [-152, 9, 0], kind: 'falls-due', what: 'decision', of: 'forests' },
  { at: [-152, 10, 0], kind: 'sign', text: 'forests', by: 'codrul-batran' },
  { at: [-152, 11, 0], kind: 'sign', text: 'forests', by: 'moravski-krug' },
  { at: [-151, 8, 30], kind: 'sign', text: 'forests', by: 'zelena-sava' },
  { at: [-150, 9, 0], kind: 'sign', text: 'forests', by: 'lumi-i-lire' },
  { at: [-149, 10, 30], kind: 'sign', text: 'forests', by: 'diktyo-potamon' },
  { at: [-149, 10, 55], kind: 'observe', text: 'forests', by: 'diktyo-potamon' },
  { at: [-148, 15, 0], kind: 'sign', text: 'forests', by: 'dasos-kai-nero' },
  { at: [-146, 13, 20], kind: 'sign', text: 'forests', by: 'reka-vardar' },
  { at: [-145, 7, 0], kind: 'sign', text: 'forests', by: 'nehir-dernegi' },
  { at: [-144, 9, 40], kind: 'observe', text: 'forests', by: 'pro-delta' },
  { at: [-143, 12, 0], kind: 'sign', text: 'forests', by: 'rijeke-bosne' },
  { at: [-112, 18, 30], kind: 'confirm', text: 'forests', by: 'rijeke-bosne' },

  // Drinking water is held in common
  { at: [-92, 9, 0], kind: 'table', text: 'drinking-water', by: 'reka-vardar' },
  { at: [-91, 9, 45], kind: 'cosponsor', text: 'drinking-water', by: 'rijeke-bosne' },
  { at: [-90, 16, 0], kind: 'cosponsor', text: 'drinking-water', by: 'lumi-i-lire' },
  { at: [-86, 10, 30], kind: 'amend', text: 'drinking-water', by: 'zelena-sava', amendment: 0 },
  { at: [-85, 8, 15], kind: 'amend', text: 'drinking-water', by: 'dasos-kai-nero', amendment: 1 },
  { at: [-84, 9, 0], kind: 'positions', text: 'drinking-water', by: 'codrul-batran', version: 0 },
  { at: [-83, 14, 20], kind: 'positions', text: 'drinking-water', by: 'moravski-krug', version: 0 },
  { at: [-82, 11, 0], kind: 'positions', text: 'drinking-water', by: 'rijeke-bosne', version: 0 },
  { at: [-81, 16, 40], kind: 'positions', text: 'drinking-water', by: 'diktyo-potamon', version: 0 },
  { at: [-79, 7, 10], kind: 'positions', text: 'drinking-water', by: 'nehir-dernegi', version: 0 },
  { at: [-73, 7, 50], kind: 'withdraw-amendment', text: 'drinking-water', by: 'dasos-kai-nero', amendment: 1 },
  { at: [-70, 9, 0], kind: 'revise', text: 'drinking-water', by: 'reka-vardar', version: 1 },
  { at: [-66, 17, 0], kind: 'positions', text: 'drinking-water', by: 'pro-delta', version: 1 },

  // On keeping the last free-flowing tributaries free: draft and first revision
  { at: [-58, 9, 0], kind: 'table', text: 'tributaries', by: 'zelena-sava' },
  { at: [-57, 11, 0], kind: 'cosponsor', text: 'tributaries', by: 'lumi-i-lire' },
  { at: [-52, 7, 30], kind: 'amend', text: 'tributaries', by: 'nehir-dernegi', amendment: 0 },
  { at: [-50, 10, 0], kind: 'amend', text: 'tributaries', by: 'diktyo-potamon', amendment: 1 },

  // The flood
  { at: [-41, 18, 0], kind: 'open-statement', by: 'zelena-sava' },
  { at: [-41, 18, 20], kind: 'sign-statement', by: 'zelena-sava' },
  { at: [-41, 19, 5], kind: 'sign-statement', by: 'rijeke-bosne' },
  { at: [-40, 8, 0], kind: 'sign-statement', by: 'moravski-krug' },
  { at: [-40, 9, 30], kind: 'sign-statement', by: 'drustvo-ob-savi' },
  { at: [-39, 7, 0], kind: 'sign-statement', by: 'nehir-dernegi' },
  { at: [-39, 12, 10], kind: 'sign-statement', by: 'tiszai-horgaszok' },
  { at: [-38, 10, 0], kind: 'sign-statement', by: 'pro-delta' },
  { at: [-38, 12, 0], kind: 'revise', text: 'tributaries', by: 'zelena-sava', version: 1, until: [-9, 12, 0] },
  { at: [-37, 14, 0], kind: 'amend', text: 'tributaries', by: 'rijeke-bosne', amendment: 2 },
  { at: [-36, 15, 45], kind: 'sign-statement', by: 'institut-auenkunde' },

  // The last five weeks
  { at: [-35, 9, 20], kind: 'withdraw-statement', by: 'pro-delta' },
  { at: [-35, 10, 0], kind: 'decide', text: 'drinking-water', by: 'reka-vardar', until: [-11, 10, 0] },
  { at: [-35, 10, 15], kind: 'decide-stand', text: 'drinking-water', by: 'reka-vardar' },
  { at: [-34, 9, 0], kind: 'decide-stand', text: 'drinking-water', by: 'rijeke-bosne' },
  { at: [-33, 11, 30], kind: 'decide-stand', text: 'drinking-water', by: 'lumi-i-lire' },
  { at: [-31, 8, 0], kind: 'decide-stand', text: 'drinking-water', by: 'moravski-krug' },
  { at: [-28, 16, 0], kind: 'decide-stand', text: 'drinking-water', by: 'zelena-sava' },
  { at: [-28, 18, 10], kind: 'apply', by: 'balkanska-suma' },
  { at: [-27, 10, 30], kind: 'present', by: 'moravski-krug', of: 'balkanska-suma' },
  { at: [-26, 9, 0], kind: 'decide-stand', text: 'drinking-water', by: 'diktyo-potamon' },
  { at: [-25, 15, 0], kind: 'revise', text: 'tributaries', by: 'zelena-sava', version: 2, until: [22, 12, 0] },
  { at: [-24, 7, 15], kind: 'decide-stand', text: 'drinking-water', by: 'nehir-dernegi' },
  { at: [-22, 17, 30], kind: 'decide-stand', text: 'drinking-water', by: 'pro-delta' },
  { at: [-20, 10, 0], kind: 'decide-stand', text: 'drinking-water', by: 'codrul-batran' },
  { at: [-14, 9, 30], kind: 'decide-stand', text: 'drinking-water', by: 'dasos-kai-nero' },
  { at: [-14, 11, 0], kind: 'sign', text: 'drinking-water', by: 'reka-vardar' },
  { at: [-14, 14, 30], kind: 'sign', text: 'drinking-water', by: 'rijeke-bosne' },
  { at: [-13, 8, 0], kind: 'sign', text: 'drinking-water', by: 'moravski-krug' },
  { at: [-12, 9, 15], kind: 'sign', text: 'drinking-water', by: 'zelena-sava' },
  { at: [-11, 10, 0], kind: 'sign', text: 'drinking-water', by: 'pro-delta' },
  { at: [-11, 13, 0], kind: 'amend', text: 'tributaries', by: 'reka-vardar', amendment: 3 },
  { at: [-10, 7, 0], kind: 'sign', text: 'drinking-water', by: 'nehir-dernegi' },
  { at: [-10, 7, 20], kind: 'observe', text: 'drinking-water', by: 'nehir-dernegi' },
  { at: [-9, 9, 0], kind: 'amend', text: 'tributaries', by: 'dasos-kai-nero', amendment: 4 },
  { at: [-9, 12, 0], kind: 'positions', text: 'tributaries', by: 'moravski-krug', version: 2 },
  { at: [-9, 16, 30], kind: 'sign', text: 'drinking-water', by: 'dasos-kai-nero' },
  { at: [-8, 13, 10], kind: 'positions', text: 'tributaries', by: 'reka-vardar', version: 2 },
  { at: [-8, 15, 0], kind: 'positions', text: 'tributaries', by: 'zelena-sava', version: 2 },
  { at: [-7, 6, 40], kind: 'amend', text: 'tributaries', by: 'nehir-dernegi', amendment: 5 },
  { at: [-7, 7, 0], kind: 'positions', text: 'tributaries', by: 'nehir-dernegi', version: 2 },
  { at: [-6, 11, 0], kind: 'sign', text: 'drinking-water', by: 'lumi-i-lire' },
  { at: [-6, 11, 20], kind: 'positions', text: 'tributaries', by: 'lumi-i-lire', version: 2 },
  { at: [-6, 15, 0], kind: 'positions', text: 'tributaries', by: 'codrul-batran', version: 2 },
  { at: [-4, 9, 0], kind: 'positions', text: 'tributaries', by: 'dasos-kai-nero', version: 2 },
  { at: [-4, 10, 15], kind: 'join-amendment', text: 'tributaries', by: 'moravski-krug', amendment: 4 },
  { at: [-4, 11, 30], kind: 'debate', text: 'tributaries', by: 'reka-vardar', thread: 0, post: 0 },
  { at: [-3, 7, 20], kind: 'debate', text: 'tributaries', by: 'codrul-batran', thread: 0, post: 1 },
  { at: [-3, 8, 50], kind: 'observe', text: 'tributaries', by: 'rijeke-bosne' },
  { at: [-3, 20, 15], kind: 'consult', text: 'tributaries', by: 'zelena-sava', consultation: 0 },
  { at: [-2, 9, 30], kind: 'positions', text: 'tributaries', by: 'pro-delta', version: 2 },
  { at: [-2, 10, 20], kind: 'positions', text: 'tributaries', by: 'diktyo-potamon', version: 2 },
  { at: [-1, 9, 10], kind: 'positions', text: 'tributaries', by: 'rijeke-bosne', version: 2 },
] as const satisfies readonly StoryEvent[];

/** What falls due after today: the applicant's period, and the consultation on the tributaries. */
export const AHEAD = {
  admission: { of: 'balkanska-suma', at: [3, 10, 30] },
  consultation: { of: 'tributaries', at: [22, 12, 0] },
} as const satisfies Readonly<Record<string, { readonly of: OrganisationId | TextKey; readonly at: When }>>;
