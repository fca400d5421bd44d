import type { ConferenceId } from '../base/ids.ts';
import { instant } from '../base/time.ts';
import { MOST_TABLE } from '../text/csv.ts';
import { actorNamed } from './act.ts';
import { type Command, Failure, type Terminal, parsed, required } from './command.ts';
import { slugIn } from './folder.ts';
import { archiveOf, bringPiece, signedIn } from './past/bring.ts';
import { type Checked, type ReadDocument, checked, isSame } from './past/checked.ts';
import { inWords } from './past/told.ts';
import { bytesOf } from './plain-file.ts';
import { serverAt } from './server.ts';
import { keyIn } from './signing.ts';

export interface ArchiveDeps {
  /** Loads what reads documents, in threads of its own. */
  readonly openDocuments: () => Promise<{ readonly read: ReadDocument; readonly close: () => Promise<void> }>;
}

const OPTIONS = {
  check: { type: 'boolean' },
  server: { type: 'string' },
  conference: { type: 'string' },
  key: { type: 'string' },
  as: { type: 'string' },
} as const;

export const archiveCommand = ({ openDocuments }: ArchiveDeps): Command => ({
  help: `
isonomia archive --check TABLE.csv FOLDER
isonomia archive --conference SLUG --key FILE --as ORGANISATION[/DELEGATE] TABLE.csv FOLDER

Brings what a conference has of the time before its record: a piece from each line of a table, with its words and its original from a folder. Everything is looked through first, and
what is wrong is told by its line and column; while anything is, nothing is brought. What the archive has already is left alone, so that a run that was cut short is simply run again.

The table is CSV in UTF-8, with commas, semicolons or tabs. Its first line names the columns:
  kind        decision, statement, charter, report, meeting or participant
  reference   what it is called in the archive, and nothing else there: CRB/2019/3
  title       its title; of a participant its name
  date        2019-06-02, 2019-06 or 2019; of a participant, since when
  until       of a meeting or participant, the last day (may be empty, as all that follow but “source”)
  place       where it was; of a participant its country
  language    of its words: el, sr, pt-BR
  names       who signed it, or was there, as printed: Reka (Bulgaria); Vjosa Fishers
  source      on whose paper it rests, and where that is
  words       a file in the folder, whose words are read: .txt, .md, .docx, .odt
  original    a file in the folder, which is kept as it is: at most 192 KiB

  --check                looks through table and folder, and with --conference also whether the archive has any of it; brings nothing
  --server URL           the node (http://localhost:8080)
  --conference SLUG      the conference's name in addresses
  --key FILE             the delegate's key, or its public half where an agent or a hardware key signs
  --as ORG[/DELEGATE]    who brings it, and answers for it`,
  run: async (args, terminal) => {
    const { values, positionals } = parsed(args, OPTIONS, { least: 2 });
    const [table = '', folder = ''] = positionals;
    const server = serverAt(values.server ?? 'http://localhost:8080');
    const slug =
      values.check === true && values.conference === undefined
        ? null
        : slugIn(required(values.conference, 'conference'));
    const known = slug === null ? [] : await archiveOf(server, slug);
    const documents = await openDocuments();
    try {
      const bytes = await bytesOf(table, MOST_TABLE);
      const found = await checked({ table: bytes, folder, at: instant(Date.now()), read: documents.read, known });
      if (!isGood(found, table, terminal)) return 1;
      const waiting = found.pieces.filter(({ what }) => !known.some((one) => isSame(one, what)));
      const there = found.pieces.length - waiting.length;
      terminal.say(
        `${table}: ${found.pieces.length} pieces, ${there} of them in the archive already. Nothing is wrong.`,
      );
      if (values.check === true || slug === null) return 0;
      const id = (await server.get<{ readonly id: ConferenceId }>(`/api/conferences/${slug}`)).id;
      const key = await keyIn(required(values.key, 'key'));
      const bringing = { server, conference: slug, id, key, by: actorNamed(required(values.as, 'as')) };
      if (waiting.length === 0) return 0;
      const token = await signedIn(bringing);
      for (const [i, piece] of waiting.entries()) {
        const became = await bringPiece(bringing, token, piece).catch((error: unknown) => {
          if (!(error instanceof Failure)) throw error;
          throw new Failure(
            `line ${piece.line} was not taken: ${error.message} ${i} of ${waiting.length} are in. Run it again when that is put right: what is in is not doubled.`,
          );
        });
        terminal.say(
          `${piece.what.reference}: ${became === 'brought' ? 'in the archive' : 'was there'} (${i + 1} of ${waiting.length})`,
        );
      }
      return 0;
    } finally {
      await documents.close();
    }
  },
});

/** Says all that is wrong; whether nothing is. */
const isGood = ({ faults, notes, encoding }: Checked, table: string, { say, complain }: Terminal): boolean => {
  if (encoding !== null) {
    complain(`${table} is not in UTF-8, but, as it looks, in ${encoding}. Save it as CSV in UTF-8 and try again.`);
    return false;
  }
  for (const note of notes) say(`to look at: ${inWords(note)}`);
  for (const fault of faults) complain(inWords(fault));
  if (faults.length > 0)
    complain(
      `${table}: ${faults.length} ${faults.length === 1 ? 'thing is' : 'things are'} wrong. Nothing was brought.`,
    );
  return faults.length === 0;
};
