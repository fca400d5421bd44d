import type { Slug } from '../../base/ids.ts';
import type { CommonTexts } from '../../conference/work/common-texts.ts';
import type { Documents } from '../../conference/documents.ts';
import type { Limits } from '../../conference/door/limits.ts';
import type { Clock, Drafts, Sessions } from '../../conference/ports.ts';
import type { CalendarKeys } from '../../conference/post/calendar-keys.ts';
import type { Feeds } from '../../conference/post/calendar.ts';
import type { Damages } from '../../conference/damaged.ts';
import type { PostDesk } from '../../conference/post/desk.ts';
import type { SignIn } from '../../conference/door/sign-in.ts';
import type { FoundingGate, Host } from '../../conference/types.ts';
import type { Search } from '../../conference/search/search.ts';
import type { Work } from '../../conference/work/work.ts';
import type { Context, SiteContext } from './context.ts';

/** What the pages are given, and what every route finds with its request. */

export interface WebDeps {
  readonly host: Host;
  readonly signIn: SignIn;
  readonly clock: Clock;
  readonly drafts: Drafts;
  readonly sessions: Pick<Sessions, 'of' | 'marks'>;
  /** The public address, without a slash at the end. */
  readonly origin: string;
  /** The slug of the sample conference, where this installation shows it. */
  readonly sample: Slug | null;
  readonly limits: Limits;
  /** How many proxies of our own stand before this host. */
  readonly proxies: number;
  /** Loaded when it is first needed. */
  readonly documents: () => Promise<Documents>;
  /** Whether those can be set as PDF files: not on every machine. */
  readonly offersPdf: boolean;
  readonly commonTexts: CommonTexts;
  readonly search: Pick<Search, 'find' | 'list'>;
  readonly work: Pick<Work, 'ask'>;
  /** Loaded when it is first needed. */
  readonly feeds: () => Promise<Feeds>;
  readonly calendarKeys: CalendarKeys;
  /** `null`: this installation has no post. */
  readonly post: PostDesk | null;
  /** What is known to be damaged of what this node keeps beside the records. */
  readonly damages: Pick<Damages, 'count'>;
  /** Told of every fault that a page met. */
  readonly onFault: (fault: unknown) => void;
  /** The one-time right to found a conference. */
  readonly founding: FoundingGate;
  /** Whether the pages are made to stand without this server. */
  readonly copy?: boolean;
}

export interface WebEnv {
  readonly Variables: {
    readonly deps: WebDeps;
    /** The context of now: ask again after every `await`. */
    readonly context: () => Context;
    readonly site: () => SiteContext;
  };
}
