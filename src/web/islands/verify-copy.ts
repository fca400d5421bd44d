import './verify-bundle.ts';
import { PROOFS, type ProofFault } from '../../charter/proof/index.ts';
import { COPY_FILES } from '../../record/copy.ts';
import { fingerprint } from '../../record/public-key.ts';
import { type CopyFault, type CopyFolder, type CopySummary, MOST_FILE, verifyCopy } from '../../record/verify-copy.ts';
import { createTeller, define, filled, part, show, wordsOf } from './kit/element.ts';

/** `<verify-copy>`: checks the folder of a copy of a conference's site, which its reader chooses, here and without asking anyone. Runs where the page was opened as a file. */

/** The files of a folder that was chosen, below it. */
const folderOf = (chosen: FileList): CopyFolder => {
  const files = new Map(
    Array.from(chosen, (file) => [file.webkitRelativePath.split('/').slice(1).join('/'), file] as const),
  );
  return {
    names: () => Promise.resolve([...files.keys()]),
    read: async (name) => {
      const file = files.get(name);
      return file === undefined || file.size > MOST_FILE ? null : new Uint8Array(await file.arrayBuffer());
    },
  };
};

/** How many files are checked before it is said again how many were. */
const STEP = 50;

define('verify-copy', (element) => {
  const words = wordsOf(element);
  const teller = createTeller(element);
  const input = part(element, 'input[type=file]', HTMLInputElement);
  const [good, bad] = [part(element, '[data-part=good]'), part(element, '[data-part=bad]')];
  const put = (within: HTMLElement, name: string, text: string): void => {
    part(within, `[data-part=${name}]`).textContent = text;
  };

  const check = async (chosen: FileList): Promise<void> => {
    show(good, false);
    show(bad, false);
    const folder = folderOf(chosen);
    if (!(await folder.names()).includes(COPY_FILES.sums)) return teller.say('none');
    const checked = await verifyCopy(folder, PROOFS, (done, of) => {
      if (done % STEP === 1) teller.say('checking', { done, of });
    });
    if (checked.ok) showGood(checked.value);
    else showFault(checked.error);
  };

  const showGood = ({ conference, size, time, hostKey, files, proofs }: CopySummary): void => {
    const locale = document.documentElement.lang === 'en' ? 'en-GB' : document.documentElement.lang;
    const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });
    teller.say('good');
    put(good, 'of', filled(words['of'], { size, at: dates.format(time) }));
    put(good, 'files', filled(words['files'], { files, proofs }));
    put(good, 'key', fingerprint(hostKey));
    put(good, 'id', conference);
    show(good);
  };

  const showFault = (fault: CopyFault<ProofFault>): void => {
    teller.say('bad');
    const proof = fault.kind === 'proof' ? (words[`proof:${fault.fault.kind}`] ?? words['proof:other']) : undefined;
    put(bad, 'why', proof ?? words[`fault:${fault.kind}`] ?? '');
    put(bad, 'file', filled(words['inFile'], { file: fault.file }));
    show(bad);
  };

  const take = (): void => {
    const { files } = input;
    if (files !== null && files.length > 0) check(files).catch(() => teller.say('unreadable'));
  };
  input.disabled = false;
  input.addEventListener('change', take);
  // Chosen before this ran, or kept by the browser when the page was come back to.
  take();
});
