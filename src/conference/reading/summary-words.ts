import type { Meeting } from '../../charter/meetings/state.ts';
import type { GroupTask } from '../../charter/group/state.ts';
import type { Outcome } from '../../charter/texts/state.ts';

/** The sentences of a drafted summary record, in one language. Names, days and times come to them as they are to be shown. */
export interface SummaryWords {
  readonly head: {
    readonly present: string;
    readonly sitting: (n: number) => string;
    readonly item: (place: number, title: string) => string;
    /** What belongs to no item. */
    readonly none: string;
  };
  readonly met: Readonly<Record<Meeting['kind'], (day: string, place: string | null) => string>>;
  readonly nth: Readonly<Record<Meeting['kind'], (n: number) => string>>;
  readonly convened: (name: string) => string;
  readonly present: (here: number, of: number) => string;
  readonly from: (name: string, from: string, until: string | null) => string;
  readonly absent: (names: string) => string;
  readonly guests: string;
  readonly guest: Readonly<Record<'guest' | 'observer', (body: string | null, by: string) => string>>;
  readonly stoodIn: (substitute: string, member: string) => string;
  readonly opened: (moment: string, name: string) => string;
  readonly chair: (name: string, time: string) => string;
  readonly adopted: string;
  readonly proposed: (title: string, name: string) => string;
  readonly taken: (time: string, name: string) => string;
  readonly spoke: (names: string) => string;
  readonly order: (name: string) => string;
  readonly call: {
    readonly agenda: (by: string) => string;
    readonly chair: (by: string, name: string) => string;
    readonly election: (by: string, members: string, substitutes: string | null) => string;
    readonly mandate: (by: string, task: string, until: string) => string;
    /** `to`: the organisations; `null`: the coordinating group. */
    readonly principle: (by: string, title: string, to: string | null, until: string, latest: string) => string;
    readonly admission: (by: string, name: string) => string;
    readonly seat: (by: string, seat: string) => string;
    /** `name`: who keeps the books; `null`: the coordinating group. */
    readonly treasurer: (by: string, name: string | null, until: string) => string;
    readonly words: (by: string, words: string, under: GroupTask | number | null) => string;
    readonly open: string;
    readonly consensus: (n: number) => string;
    readonly notAgreed: string;
    readonly overtaken: string;
    readonly tooFew: string;
    readonly noQuorum: (here: number, needed: number) => string;
  };
  readonly stand: Readonly<Record<'object' | 'stand-aside', (name: string, reason: string | null) => string>>;
  readonly text: {
    readonly opened: (by: string, title: string) => string;
    readonly open: string;
    readonly result: Readonly<Record<Outcome['result'], (citation: string) => string>>;
  };
  readonly adjourned: (time: string, resumes: string) => string;
  readonly ended: (time: string) => string;
}
