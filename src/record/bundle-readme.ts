/**
 * The README of a proof bundle: what is in it, and the commands that check it. Its blocks, one after the other, are a script
 * that ends well exactly when all is good.
 */

import { rfc3339 } from '../base/time.ts';
import type { OpenedEntry } from './bundle.ts';
import { isByHost } from './act.ts';
import { ACT_NAMESPACE } from './verify-signature.ts';

/** @throws TypeError where a signature is by nobody: nothing of an act may end up in a command. */
export const bundleReadme = (entries: readonly OpenedEntry[]): string => `# Proof

This folder proves that \`text.md\` was decided or stated as it stands, and which organisations signed it. You can check that
yourself, offline and without the software that made it: a plain Debian 12 has everything (\`bash\`, \`sha256sum\`, \`ssh-keygen\` 9.2,
\`openssl\` 3.0). Read the commands below, then paste them one by one, in this folder, into a shell started as \`bash -euo pipefail\`,
which ends at the first that fails. Or run them all at once; only when all is good does it end in \`Good\`:

    bash -euo pipefail <(sed -n '/^\`\`\`bash$/,/^\`\`\`$/{/^\`\`\`/!p}' README.md) && echo Good

| file | content |
| --- | --- |
| \`text.md\` | the text, to be read |
| \`text.json\` | the text as it was signed |
| \`acts/N.json\` | what an organisation did, the exact bytes it signed; N is the place in the record |
| \`signatures/N.K.sig\` | the signatures on that act |
| \`entries/N.json\` | the act, its signatures and the time the host received it, as the record holds them |
| \`proofs/N/\` | the hashes that tie the entry to the checkpoint |
| \`checkpoint\`, \`host.pem\` | the host's signed word on the whole record, and its key |
| \`allowed_signers\` | which key was whose, from when until when |

The acts:

| N | received | act | by | signed by |
| --- | --- | --- | --- | --- |
${entries.map(row).join('')}
\`\`\`bash
entries='${entries.map(line).join('\n')}'
\`\`\`

## 1. Nothing is damaged

\`\`\`bash
sha256sum --check --strict --quiet SHA256SUMS
\`\`\`

## 2. The acts are about this text

They name it by the SHA-256 of \`text.json\`, in base64url. This lists the acts that do.

\`\`\`bash
b64url() { base64 --wrap=0 | tr '+/' '-_' | tr -d '='; }
text=$(openssl dgst -sha256 -binary text.json | b64url)
grep --files-with-matches --fixed-strings "\\"$text\\"" acts/*.json
\`\`\`

## 3. The acts belong to one conference, and its host is who the founders named

A conference's id is the beginning of the SHA-256 of the act that founded it, and that act names the host's key.

\`\`\`bash
conference=$(openssl dgst -sha256 -binary acts/0.json | head --bytes=16 | b64url)
test "$(sed -n 1p checkpoint)" = "isonomia/$conference"
while read -r n time signers; do
  test "$n" = 0 || grep --quiet --fixed-strings "\\"conference\\":\\"$conference\\"" "acts/$n.json"
done <<< "$entries"
point() { openssl pkey -pubin -in host.pem -outform DER | tail --bytes=32; }
host=$({ printf '\\0\\0\\0\\013ssh-ed25519\\0\\0\\0\\040'; point; } | base64 --wrap=0)
grep --quiet --fixed-strings "\\"ssh-ed25519 $host\\"" acts/0.json
\`\`\`

## 4. The signatures are good

Each is checked with the key that was its signer's when the act was received; the first is by the delegate whom the act names.

\`\`\`bash
while read -r n time signers; do
  by=$(sed 's/.*"by":{"delegate":\\([0-9]*\\),"organisation":"\\([^"]*\\)"}.*/\\2\\/\\1/' "acts/$n.json")
  test -z "$signers" || test "\${signers%% *}" = "\${by/#\\/0/host}"
  at=$(date --utc --date="@$((time / 1000))" +%Y%m%d%H%M%SZ)
  k=0
  for signer in $signers; do
    ssh-keygen -Y verify -f allowed_signers -I "$signer" -n ${ACT_NAMESPACE} -Overify-time="$at" \\
      -s "signatures/$n.$k.sig" < "acts/$n.json"
    k=$((k + 1))
  done
done <<< "$entries"
\`\`\`

## 5. The entries are made of these acts, signatures and times

\`\`\`bash
while read -r n time signers; do
  signatures=
  k=0
  for signer in $signers; do
    signatures="$signatures\${signatures:+,}\\"$(sed '1d;$d' "signatures/$n.$k.sig" | tr -d '\\n')\\""
    k=$((k + 1))
  done
  { printf '{"act":'; cat "acts/$n.json"; printf ',"signatures":[%s],"time":%s,"v":1}' "$signatures" "$time"; } | cmp - "entries/$n.json"
done <<< "$entries"
\`\`\`

## 6. The entries are in the record

Hashing upwards from an entry with its siblings gives the root in the checkpoint (RFC 9162, section 2.1.3.2).

\`\`\`bash
leaf() { { printf '\\000'; cat "$1"; } | openssl dgst -sha256 -binary; }
node() { { printf '\\001'; cat "$1" "$2"; } | openssl dgst -sha256 -binary; }
shopt -s nullglob
work=$(mktemp --directory)
size=$(sed -n 2p checkpoint)
sed -n 3p checkpoint | base64 --decode > "$work/root"
while read -r n time signers; do
  at=$n
  last=$((size - 1))
  leaf "entries/$n.json" > "$work/hash"
  for sibling in "proofs/$n/"*; do
    if ((at % 2 == 1 || at == last)); then
      node "$sibling" "$work/hash" > "$work/parent"
      while ((at % 2 == 0 && at > 0)); do at=$((at / 2)) last=$((last / 2)); done
    else
      node "$work/hash" "$sibling" > "$work/parent"
    fi
    mv "$work/parent" "$work/hash"
    at=$((at / 2)) last=$((last / 2))
  done
  test "$last" = 0
  cmp "$work/hash" "$work/root"
done <<< "$entries"
\`\`\`

## 7. The host has signed that root

The checkpoint is a signed note (C2SP signed-note): three lines, an empty one, and the signature behind the key's short name.

\`\`\`bash
head --lines=3 checkpoint > "$work/body"
tail --lines=1 checkpoint | cut --delimiter=' ' --fields=3 | base64 --decode | tail --bytes=64 > "$work/signature"
openssl pkeyutl -verify -pubin -inkey host.pem -rawin -in "$work/body" -sigfile "$work/signature"
short() { { printf 'isonomia/%s\\n\\001' "$conference"; point; } | openssl dgst -sha256 -binary | head --bytes=4; }
line=$({ short; cat "$work/signature"; } | base64 --wrap=0)
{ cat "$work/body"; printf '\\n— isonomia/%s %s\\n' "$conference" "$line"; } | cmp - checkpoint
rm -r "$work"
\`\`\`

## What this does not show

That \`allowed_signers\` gives each organisation the keys that it chose: those were entered by its own acts, which stand in the
conference's full record. That the times are true: they are the host's, but the record cannot run backwards. That the host shows
everyone the same record: compare the checkpoint with one that somebody else was given.
`;

/** A line of the list that the commands go through: index, time, signers. */
const line = ({ index, entry, signatures }: OpenedEntry): string =>
  [index, entry.time, ...signatures.map(({ principal }) => principal ?? nobody(index))].join(' ');

const row = ({ index, entry, signatures }: OpenedEntry): string => {
  const { kind, by } = entry.act;
  const signers = signatures.map(({ principal }) => principal ?? nobody(index)).join(', ');
  const actor = isByHost(entry.act) ? 'the host' : plain(by.organisation);
  return `| ${index} | ${rfc3339(entry.time)} | ${plain(kind)} | ${actor} | ${signers === '' ? 'nobody; the host attests it' : signers} |\n`;
};

/** Names as the charter has them; anything that Markdown could take for more is left out. */
const plain = (name: string): string => (/^[A-Za-z0-9.-]{1,64}$/u.test(name) ? name : '?');

const nobody = (index: number): never => {
  throw new TypeError(`Entry ${index} is signed with a key of no allowed signer`);
};
