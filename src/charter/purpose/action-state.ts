import type { Country, OrganisationId } from '../../base/ids.ts';
import type { Day } from '../../base/time.ts';
import type { KeptFile } from '../law/kept.ts';
import type { Mark } from '../law/mark.ts';

/** What those who wish do together (1.4, 1.5). It is theirs, and never the conference's. */
export interface Action {
  /** From 1. */
  readonly number: number;
  readonly by: OrganisationId;
  readonly title: string;
  readonly language: string;
  readonly words: string;
  /** What it is made of; each organisation joins all of it or some. */
  readonly parts: readonly ActionPart[];
  /** What has to be done for it. Nobody gives another a task: each takes some upon itself. */
  readonly tasks: readonly Task[];
  /** A text that it is about, by number; `null`: none. */
  readonly text: number | null;
  /** Materials: what is printed, shown, handed out. */
  readonly files: readonly KeptFile[];
  readonly public: boolean;
  readonly on: Mark;
  /** Who takes part, in the order in which they joined; whoever joins anew keeps its place. */
  readonly joined: ReadonlyMap<OrganisationId, Joined>;
  readonly ended: {
    readonly outcome: 'held' | 'called-off';
    /** The report on it, by number. */
    readonly report: number | null;
    readonly words: string | null;
    readonly on: Mark;
  } | null;
}

export interface ActionPart {
  readonly title: string;
  readonly country: Country;
  readonly place: string;
  /** From the first day to the last. */
  readonly from: Day;
  readonly to: Day;
}

export interface Task {
  readonly words: string;
  /** Those that have taken it upon themselves. */
  readonly owners: readonly OrganisationId[];
}

/** How far an organisation takes part. */
export interface Joined {
  /** The numbers of the parts, from 1; `null`: all of it. */
  readonly parts: readonly number[] | null;
  readonly words: string | null;
  readonly on: Mark;
}
