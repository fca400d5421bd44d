import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { type Bound, MAIL_BOUNDS } from './bounds-mail.ts';
import { bytes, number, rate, span } from './units.ts';
import { MOST_DRAFT as DRAFTED_ACT, MOST_ENVELOPE } from '../src/api/acts.ts';
import { GATHERED_FOR, LINGERS, MOST_WAITING } from '../src/api/live.ts';
import { PLACES } from '../src/api/places.ts';
import { PAGE } from '../src/api/paging.ts';
import { MOST_BYTES, MOST_ENTRIES } from '../src/api/record.ts';
import { MOST_ANSWER } from '../src/api/sessions.ts';
import { MAX_DEPTH } from '../src/base/json.ts';
import { MOST_MARKS } from '../src/base/normal-form.ts';
import { MOST_KINDS } from '../src/cli/fault-log.ts';
import { MOST_LINES, MOST_SAID } from '../src/cli/fault-words.ts';
import { BANK_LIMITS } from '../src/conference/books/bank.ts';
import { BUNDLES_ROOM } from '../src/conference/archive/bundle.ts';
import { MOST } from '../src/charter/law/limits.ts';
import { MOST_SESSIONS } from '../src/conference/ports.ts';
import { DOOR_LIMITS } from '../src/conference/door/submission.ts';
import { VERIFIER_LIMITS } from '../src/conference/door/verifier.ts';
import { BODIES, RATES, WAITING } from '../src/conference/door/limits.ts';
import { CHALLENGE_LASTS, SESSION_LASTS } from '../src/conference/door/sign-in.ts';
import { WORK_LIMITS } from '../src/conference/work/work.ts';
import { MOST_AHEAD } from '../src/http/entrance.ts';
import { MOST_FIELDS, MOST_NAME, MOST_VALUES } from '../src/http/fields.ts';
import { MOST_FILE_PARTS, MOST_HEAD } from '../src/http/multipart.ts';
import { SLICE, TAKING } from '../src/http/turns.ts';
import { MAX_ENTRY, MAX_SIGNATURES } from '../src/record/entry.ts';
import { CONNECTIONS } from '../src/cli/connections.ts';
import * as shared from '../src/web/kit/shared-drafts.ts';
import { ALWAYS_DRAFTED, MOST_DRAFTED, MOST_DRAFTED_IN_ALL, MOST_DRAFTS, MOST_PENS } from '../src/web/kit/drafts.ts';
import { MOST_DRAFT } from '../src/web/shared/text-limits.ts';
import { MOST_MEMORY } from '../src/solver/highs.ts';
import { MOST_OVER } from '../src/post/calendar/feed.ts';
import { COMPARED_ROOM, MOST_HERE, MOST_SENT } from '../src/web/kit/compare/comparing.ts';
import { MOST_ROWS } from '../src/web/means/parts/bank-rows.ts';
import { MOST_FORM, MOST_SIGN_IN, MOST_STRANGERS_FORM, MOST_UPLOAD } from '../src/web/act/form-data.ts';

/**
 * The one list of what anybody may ask of a node, with the numbers that the code has: `node bin/bounds.ts` writes it into docs/SECURITY.md, and
 * `test/bounds.test.ts` holds the two against each other.
 */

const SHARED = `${shared.MOST_SHARED}, ${bytes(shared.MOST_SHARED_BYTES)} each; ${bytes(shared.MOST_SHARED_IN_ALL)}; ${shared.MOST_GUESTS}`;
const PLACES_HELD = 'src/charter/law/places.test.ts';
const LIMITS = 'src/conference/door/limits.test.ts';
const REQUESTS = 'test/request-limits.test.ts';
const BODY = 'src/http/body.test.ts';
const FIELDS = 'src/http/fields.test.ts';
const PARTS = 'src/http/multipart.test.ts';
const TURNS = 'src/http/turns.test.ts';
const ENDS = 'test/api-events-ends.test.ts';
const DOOR = 'src/conference/door/door.test.ts';
const WORK = 'src/conference/work/work.test.ts';
const WORK_TURNS = 'src/conference/work/turns.test.ts';
const COMPARED = 'src/web/kit/compare/comparing.test.ts';
const { long, short } = WORK_LIMITS;

export const BOUNDS: readonly Bound[] = [
  { what: 'requests from one address, whatever for', bound: rate(RATES.reads), test: REQUESTS },
  { what: 'style sheets, fonts and scripts, by address', bound: rate(RATES.files), test: REQUESTS },
  { what: 'acts by address', bound: rate(RATES.actsByAddress), test: REQUESTS },
  { what: 'acts accepted from one organisation', bound: rate(RATES.actsByOrganisation), test: 'test/api.test.ts' },
  {
    what: 'applications and requests for new keys accepted from one address, none of whom a participant passes on',
    bound: rate(RATES.newcomers),
    test: 'test/kept-places.test.ts',
  },
  {
    what: 'attempts at signing in or founding, by address',
    bound: rate(RATES.attempts),
    test: 'test/web-guard.test.ts',
  },
  { what: 'bodies of one stranger’s address', bound: rate(BODIES.strangers.fromOne, bytes), test: BODY },
  { what: 'bodies of all strangers', bound: rate(BODIES.strangers.inAll, bytes), test: BODY },
  { what: 'bodies of one member organisation', bound: rate(BODIES.members.fromOne, bytes), test: BODY },
  { what: 'bodies of all members', bound: rate(BODIES.members.inAll, bytes), test: BODY },
  { what: 'addresses whose requests are counted', bound: '10,000; who asked longest ago is forgotten', test: LIMITS },
  { what: 'a stranger’s form', bound: bytes(MOST_STRANGERS_FORM), test: REQUESTS },
  { what: 'a member’s form', bound: bytes(MOST_FORM), test: REQUESTS },
  { what: 'a member’s form with files, as multipart', bound: bytes(MOST_UPLOAD), test: REQUESTS },
  { what: 'a form that signs in', bound: bytes(MOST_SIGN_IN), test: REQUESTS },
  { what: 'an answer to a challenge, by API', bound: bytes(MOST_ANSWER), test: REQUESTS },
  { what: 'an envelope', bound: bytes(MOST_ENVELOPE), test: REQUESTS },
  { what: 'an act to be completed, by API', bound: bytes(DRAFTED_ACT), test: REQUESTS },
  { what: 'fields of a form or a query', bound: number(MOST_FIELDS), test: FIELDS },
  { what: 'values of one field', bound: number(MOST_VALUES), test: FIELDS },
  { what: 'a field’s name', bound: `${number(MOST_NAME)} characters`, test: FIELDS },
  { what: 'files of a form', bound: number(MOST_FILE_PARTS), test: PARTS },
  { what: 'the head of a part of a form', bound: bytes(MOST_HEAD), test: PARTS },
  { what: 'marks in a row, in any text', bound: number(MOST_MARKS), test: 'src/base/normal-form.test.ts' },
  { what: 'depth of JSON', bound: number(MAX_DEPTH), test: 'src/base/json.test.ts' },
  { what: 'an act with its signatures', bound: bytes(MAX_ENTRY), test: 'src/record/envelope.test.ts' },
  { what: 'signatures of an act', bound: number(MAX_SIGNATURES), test: 'src/record/envelope.test.ts' },
  {
    what: 'attachments of an act',
    bound: `${DOOR_LIMITS.attachments}, each ${bytes(DOOR_LIMITS.oneAttachment)}`,
    test: DOOR,
  },
  {
    what: 'acts whose signatures are checked, and that wait for it',
    bound: `${VERIFIER_LIMITS.inFlight}, and ${number(VERIFIER_LIMITS.waiting)}`,
    test: 'src/conference/door/verifier.test.ts',
  },
  {
    what: 'entries of one answer',
    bound: `${number(MOST_ENTRIES)}, and no more after ${bytes(MOST_BYTES)}`,
    test: 'test/api-record.test.ts',
  },
  {
    what: 'items of one page of a list, by API',
    bound: `${number(PAGE.items)}, and no more after ${number(PAGE.characters)} characters`,
    test: 'src/api/paging.test.ts',
  },
  {
    what: 'the main thread, for one page or answer that no worker makes',
    bound: '50 ms',
    test: 'test/watchdog.test.ts',
  },
  {
    what: 'participants, and who is about to become one',
    bound: number(MOST.participants),
    test: 'src/charter/members/admission.test.ts',
  },
  {
    what: 'vouchers of one participant for one matter, those taken back among them',
    bound: number(MOST.vouchers),
    test: 'src/charter/members/admission.test.ts',
  },
  {
    what: 'strangers who listen, in all and from one address',
    bound: `${number(PLACES.strangers.inAll)}, ${number(PLACES.strangers.fromOne)}`,
    test: ENDS,
  },
  {
    what: 'members who listen, in all and of one organisation',
    bound: `${number(PLACES.members.inAll)}, ${number(PLACES.members.fromOne)}`,
    test: ENDS,
  },
  { what: 'messages that wait for one listener', bound: number(MOST_WAITING), test: ENDS },
  { what: 'how long a listener may read on after the end', bound: span(LINGERS), test: ENDS },
  { what: 'how often listeners are told', bound: `every ${span(GATHERED_FOR)}`, test: 'test/api-events.test.ts' },
  {
    what: 'a challenge, a session',
    bound: `${span(CHALLENGE_LASTS)}, ${span(SESSION_LASTS)}`,
    test: 'src/conference/door/sign-in.test.ts',
  },
  {
    what: 'a draft; drafts of one organisation, and all of them; pens known of a draft',
    bound: `${number(MOST_DRAFT)} characters; ${MOST_DRAFTS}, ${bytes(MOST_DRAFTED)}; ${MOST_PENS}`,
    test: 'test/drafts.test.ts',
  },
  {
    what: 'drafts on a node; of one organisation where there are so many',
    bound: `${bytes(MOST_DRAFTED_IN_ALL)}; ${bytes(ALWAYS_DRAFTED)}`,
    test: 'test/draft-room.test.ts',
  },
  {
    what: 'common texts, soundings and files worked on at once',
    bound: 'one for each core but two, at least one',
    test: WORK,
  },
  {
    what: 'of one organisation, or of all strangers, under way and waiting; waiting in all',
    bound: `1 and ${long.waitingOfOne}; ${long.waiting}`,
    test: WORK_TURNS,
  },
  {
    what: 'proofs and documents made at once; of one asker, waiting; waiting in all',
    bound: `${short.atOnce}; ${short.waitingOfOne}; ${short.waiting}`,
    test: WORK_TURNS,
  },
  {
    what: 'one work: its time, its heap, its buffers outside',
    bound: `${span(short.time)}, ${short.heap} MB, ${short.outside} MB`,
    test: WORK,
  },
  { what: 'the memory of the solver itself', bound: bytes(MOST_MEMORY), test: 'src/solver/solver.test.ts' },
  { what: 'answers that are kept', bound: bytes(WORK_LIMITS.room), test: WORK },
  {
    what: 'characters that are compared where a page is made; where it answers what was sent',
    bound: `${number(MOST_HERE)}; ${number(MOST_SENT)}`,
    test: COMPARED,
  },
  { what: 'meetings that are over, in a calendar', bound: number(MOST_OVER), test: 'src/post/calendar/feed.test.ts' },
  { what: 'comparisons that are kept', bound: bytes(COMPARED_ROOM), test: COMPARED },
  { what: 'proofs that are kept', bound: bytes(BUNDLES_ROOM), test: 'src/conference/archive/bundle-kept.test.ts' },
  {
    what: 'connections, in all and from one address',
    bound: `${number(CONNECTIONS.inAll)}, 1/${CONNECTIONS.share} of what is left`,
    test: 'src/cli/connections.test.ts',
  },
  {
    what: 'requests of strangers that wait for their turn, in all and from one address',
    bound: `${number(WAITING.strangers.inAll)}, ${WAITING.strangers.fromOne}`,
    test: TURNS,
  },
  {
    what: 'requests of members that wait for their turn, in all and of one organisation',
    bound: `${number(WAITING.members.inAll)}, ${WAITING.members.fromOne}`,
    test: TURNS,
  },
  { what: 'a body that does not say how long it is', bound: 'none', test: 'src/http/entrance.test.ts' },
  {
    what: 'requests of one connection that are not answered yet',
    bound: number(MOST_AHEAD),
    test: 'src/http/entrance.test.ts',
  },
  { what: 'requests begun before connections are looked at again', bound: span(SLICE), test: TURNS },
  { what: 'how long requests wait for new connections to be taken', bound: span(TAKING), test: TURNS },
  {
    what: 'the head of a request; the whole; a connection that stands still',
    bound: [CONNECTIONS.headersTimeout, CONNECTIONS.requestTimeout, CONNECTIONS.silence].map(span).join('; '),
    test: 'src/cli/connections.test.ts',
  },
  ...MAIL_BOUNDS,
  {
    what: 'a bank’s file: its size, its lines, those on one page',
    bound: `${bytes(BANK_LIMITS.bytes)}; ${number(BANK_LIMITS.lines)}; ${MOST_ROWS}`,
    test: 'test/bank-camt.test.ts',
  },
  { what: 'statements written together, of one, of all; guests', bound: SHARED, test: 'test/shared-drafts.test.ts' },
  { what: 'drafts of who does not take part yet', bound: 'none', test: 'test/drafts.test.ts' },
  { what: 'sessions of one delegate', bound: number(MOST_SESSIONS), test: 'src/store/sqlite/sessions.test.ts' },
  {
    what: 'applications by strangers in a conference, by one organisation; requests for keys in one’s name; each for thirty days',
    bound: [MOST['strangers-applications'], MOST['own-applications'], MOST['requested-keys']].join('; '),
    test: PLACES_HELD,
  },
  {
    what: 'delegates of a stranger, keys of each',
    bound: [MOST['strangers-delegates'], MOST['strangers-keys']].join('; '),
    test: PLACES_HELD,
  },
  {
    what: 'faults written down in a minute',
    bound: `${MOST_KINDS} of ${number(MOST_SAID)} characters and ${MOST_LINES} places each, and a number`,
    test: 'src/cli/fault-log.test.ts',
  },
];

const PLACE = new URL('../docs/SECURITY.md', import.meta.url);
const BETWEEN = /(?<=<!-- bounds: written by bin\/bounds\.ts -->\n)[^]*?(?=<!-- end of bounds -->)/u;

/** docs/SECURITY.md as it is, and as it must be. */
export const security = async (): Promise<{ readonly is: string; readonly shouldBe: string }> => {
  const is = readFileSync(PLACE, 'utf8');
  const rows = BOUNDS.map(({ what, bound, test }) => `| ${what} | ${bound} | ${test === null ? '–' : `\`${test}\``} |`);
  const table = `\n${['| what | bound | tested in |', '| --- | --- | --- |', ...rows].join('\n')}\n\n`;
  const options = await resolveConfig(PLACE);
  return {
    is,
    shouldBe: await format(
      is.replace(BETWEEN, () => table),
      { ...options, parser: 'markdown' },
    ),
  };
};

if (import.meta.main) writeFileSync(PLACE, (await security()).shouldBe);
