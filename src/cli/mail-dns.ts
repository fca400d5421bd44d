import { join } from 'node:path';
import { dkimRecord } from '../conference/post/dkim-key.ts';
import { DKIM_FILE, DKIM_SELECTOR, loadOrCreateDkimKey } from '../conference/dkim-file.ts';
import { type Command, Misuse, parsed, required } from './command.ts';
import { folderIn } from './folder.ts';
import { domainIn } from './settings.ts';

/** Shows the records that a node's mail needs in the DNS, as a zone file has them. */
export const mailDnsCommand: Command = {
  help: `
isonomia mail-dns --mail DOMAIN [--data DIR]

DOMAIN is the one that the node's mail comes from. The record that holds the public key is made from the key in DIR, which is made where it
is missing. docs/MAIL.md says what each record is for.

  --mail DOMAIN   as for serve
  --data DIR      the data folder (./data)`,
  run: async (args, { say }) => {
    const { values } = parsed(args, { data: { type: 'string' }, mail: { type: 'string' } });
    const domain = domainIn(required(values.mail, 'mail'));
    if (domain === null) throw new Misuse(`--mail must be a domain, not “${values.mail}”.`);
    const key = await loadOrCreateDkimKey(join(folderIn(values.data), DKIM_FILE));
    const dkim = dkimRecord({ domain, selector: DKIM_SELECTOR, key });
    say(`${dkim.name}. IN TXT ${dkim.value}`);
    say(`${domain}. IN TXT "v=spf1 mx -all"`);
    say(`_dmarc.${domain}. IN TXT "v=DMARC1; p=reject; adkim=s"`);
    return 0;
  },
};
