import type { AttachmentHash } from '../../base/ids.ts';
import type { Instant } from '../../base/time.ts';
import type { Delegate, Key, Organisation } from '../../charter/members/organisation-state.ts';
import type { Reader } from '../../conference/reading/reader.ts';
import type { Conference } from '../../conference/types.ts';
import type { DraftDesk } from './drafts.ts';
import type { SharedDesk } from './shared-drafts.ts';
import type { NewsDesk } from './news.ts';
import type { PreparedDesk } from './prepared.ts';
import type { IsInvented } from './invented.ts';
import type { Comparing } from './compare/comparing.ts';
import type { PageLanguage } from '../messages/index.ts';
import type { Spoken } from '../messages/messages.ts';

/** What a page knows about the request it answers. */
export interface SiteContext extends Spoken {
  readonly language: PageLanguage;
  readonly now: Instant;
  /** The path and query asked for. */
  readonly url: URL;
  /** Whether it was sent a form: the page is about what was typed, and its address alone does not give it again. */
  readonly sent: boolean;
  /** The public address of this installation, without a slash at the end. */
  readonly origin: string;
  readonly comparing: Comparing;
  /** Whether the page is for a copy of the site, which has no server: nothing is sent from it, and nothing on it moves. */
  readonly copy: boolean;
}

/** The signed-in delegate. */
export interface Me {
  readonly organisation: Organisation;
  readonly delegate: Delegate;
  /** The key that signed in, and will be asked to sign. */
  readonly key: Key;
}

/** What a form is made for: a page, and the names that may stand in it. Where a conference is still to be founded, nothing is there yet. */
export interface FormContext extends SiteContext {
  readonly conference: Pick<Conference, 'state'>;
  /** Good until the next `await`. */
  readonly reader: Reader;
}

/** A page of one conference. */
export interface Context extends FormContext {
  readonly conference: Conference;
  readonly me: Me | null;
  /** `/slug`, what every address of this conference begins with. */
  readonly base: string;
  /** Whether this conference is the sample, in which anyone may take a delegate's place. */
  readonly sample: boolean;
  /** Whether documents are offered as PDF files. */
  readonly offersPdf: boolean;
  /** Whether this installation sends mail, and somebody reads the page who can ask for it. */
  readonly offersMail: boolean;
  /** Whether a delegate is one whom the sample invented; nobody is elsewhere. */
  readonly isInvented: IsInvented;
  /** The texts of attachments the page needs, by hash: loaded before it renders, missing where they were erased or may not be seen. */
  readonly attached: ReadonlyMap<AttachmentHash, string>;
  /** The drafts of the signed-in delegate's organisation; `null` for whoever is not signed in. */
  readonly drafts: DraftDesk | null;
  /** Statements that several organisations write, as far as whoever asks may. */
  readonly shared: SharedDesk;
  /** What is new to the signed-in delegate; likewise. */
  readonly news: NewsDesk | null;
  /** What is prepared in it for signature; likewise. */
  readonly prepared: PreparedDesk | null;
}

/** Whether the reader's organisation keeps the post of the conference. */
export const serves = ({ me, reader }: Context): boolean =>
  me !== null && reader.member && reader.mayServe(me.organisation.id);
