import type { Instant } from '../../base/time.ts';
import type { Need } from '../reading/needs.ts';
import type { News } from '../reading/news.ts';
import type { Reader } from '../reading/reader.ts';
import type { Conference, Rejection } from '../types.ts';

/** To whom something is told, and in which language (BCP 47). The reader obeys what they may see. */
export interface Told {
  readonly conference: Conference;
  readonly reader: Reader;
  readonly language: string;
  readonly now: Instant;
}

/** One thing in words. */
export interface Wording {
  readonly title: string;
  /** What there is to know about it in a sentence or two; `null`: nothing more. */
  readonly why: string | null;
  /** The path of its page on this site. */
  readonly path: string;
}

/** Says what pages say, for those who are told elsewhere: what happened, and what needs an organisation, has one name everywhere. */
export interface Wordings {
  readonly news: (told: Told, news: News) => Wording;
  readonly need: (told: Told, need: Need) => Wording;
  /** Why an act that came by mail was not let in, in a sentence. */
  readonly rejection: (told: Pick<Told, 'conference' | 'language'>, rejection: Rejection) => string;
}
