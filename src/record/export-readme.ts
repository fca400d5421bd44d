/** The README of an export (docs/RECORD.md, "Export"): the commands that check the whole record with stock tools. */

import type { PublicKey } from '../base/ids.ts';
import { hostKeyPem } from './host-key.ts';
import { ACT_NAMESPACE } from './verify-signature.ts';

/** @throws TypeError where the key is no Ed25519 key. */
export const exportReadme = (hostKey: PublicKey): string => `# The record of a conference

Everything that the conference ever did, as signed acts, one entry a line, in order. This folder can be played into another host,
and it can be checked: by \`isonomia verify\`, which also asks of every act whether the rules allowed it, or by the commands below,
which need none of our software. A plain Debian 12 has everything (\`bash\`, coreutils, \`ssh-keygen\` 9.2, \`openssl\` 3.0). They run in
this folder and check some twenty entries a second. Run them all at once; only when all is good does it end in \`Good\`:

    bash -euo pipefail <(sed -n '/^\`\`\`bash$/,/^\`\`\`$/{/^\`\`\`/!p}' README.md) && echo Good

| file | content |
| --- | --- |
| \`entries.jsonl\` | the entries: act, signatures, time of receipt |
| \`checkpoint\` | the host's signed word on their number and the root of their hashes |
| \`allowed_signers\` | which key was whose, from when until when; it follows from the acts |
| \`attachments/\` | salt and content of what the acts name by a salted hash and nobody has erased |

## 1. The first act founds the conference and names the host's key

\`\`\`bash
export LC_ALL=C
work=$(mktemp --directory)
cat > "$work/host.pem" <<'PEM'
${hostKeyPem(hostKey)}PEM
read -r founding < entries.jsonl
founding=\${founding#'{"act":'}
founding=\${founding%',"signatures":['*}
conference=$(printf %s "$founding" | openssl dgst -sha256 -binary | head --bytes=16 | base64 | tr '+/' '-_' | tr -d '=')
test "$(sed -n 1p checkpoint)" = "isonomia/$conference"
printf %s "$founding" | grep --quiet --fixed-strings '"host":"${hostKey}"'
\`\`\`

## 2. Every signature is good, and the entries hash to one root

An entry is \`{"act":…,"signatures":[…],"time":…,"v":1}\`; the signed bytes are those of the act. The first signature is by the
delegate whom the act names, with a key that was theirs then; the others are by keys that the act brings in. The tree is that of RFC 6962.

\`\`\`bash
# Whether the signature is by a key that the file gives this name.
good() { ssh-keygen -Y verify -q -f allowed_signers -I "$1" -n ${ACT_NAMESPACE} -Overify-time="$at" -s "$work/sig" < "$work/act" 2> "$work/error"; }
by_maker() {
  case "$kind" in
    key.enrol) good "$by" || good "$by/invitation" ;;
    recovery.request) good "$by/asking" ;;
    *) good "$by" ;;
  esac
}
by_another() { good "$(ssh-keygen -Y find-principals -f allowed_signers -Overify-time="$at" -s "$work/sig" | sed -n 1p)"; }
leaf() { { printf '\\000'; cat "$1"; } | openssl dgst -sha256 -binary; }
node() { { printf '\\001'; cat "$1" "$2"; } | openssl dgst -sha256 -binary; }
n=0 top=0
while IFS= read -r entry; do
  printf %s "$entry" > "$work/entry"
  act=\${entry#'{"act":'}
  printf %s "\${act%',"signatures":['*}" > "$work/act"
  by=$(sed 's/.*"by":{"delegate":\\([0-9]*\\),"organisation":"\\([^"]*\\)"}.*/\\2\\/\\1/' "$work/act")
  by=\${by/#\\/0/host}
  kind=$(sed 's/.*,"kind":"\\([a-z.-]*\\)","made":[0-9]*,"nonce":"[^"]*","v":1}$/\\1/' "$work/act")
  tail=\${entry##*',"signatures":['}
  time=\${tail#*'],"time":'}
  time=\${time%',"v":1}'}
  [[ $time =~ ^[0-9]{1,15}$ ]]
  test "$entry" = "{\\"act\\":$(cat "$work/act"),\\"signatures\\":[\${tail%%]*}],\\"time\\":$time,\\"v\\":1}"
  at=$(date --utc --date="@$((10#$time / 1000))" +%Y%m%d%H%M%SZ)
  check=by_maker
  for signature in $(printf %s "\${tail%%]*}" | tr ',"' '\\n '); do
    printf '%s\\n' '-----BEGIN SSH SIGNATURE-----' "$signature" '-----END SSH SIGNATURE-----' > "$work/sig"
    $check
    check=by_another
  done
  test "$check" = by_another
  leaf "$work/entry" > "$work/hash"
  for ((m = n; m % 2 == 1; m /= 2)); do
    top=$((top - 1))
    node "$work/$top" "$work/hash" > "$work/parent"
    mv "$work/parent" "$work/hash"
  done
  mv "$work/hash" "$work/$top"
  n=$((n + 1)) top=$((top + 1))
done < entries.jsonl
test -z "$entry"
while ((top > 1)); do
  top=$((top - 1))
  node "$work/$((top - 1))" "$work/$top" > "$work/parent"
  mv "$work/parent" "$work/$((top - 1))"
done
\`\`\`

## 3. The host has signed that number and that root

\`\`\`bash
test "$(sed -n 2p checkpoint)" = "$n"
sed -n 3p checkpoint | base64 --decode | cmp - "$work/0"
head --lines=3 checkpoint > "$work/body"
tail --lines=1 checkpoint | cut --delimiter=' ' --fields=3 | base64 --decode | tail --bytes=64 > "$work/signature"
openssl pkeyutl -verify -pubin -inkey "$work/host.pem" -rawin -in "$work/body" -sigfile "$work/signature"
\`\`\`

## 4. The attachments are those that the acts name and none has erased

\`\`\`bash
for file in attachments/*; do
  test -e "$file" || continue
  test "$(openssl dgst -sha256 -binary "$file" | base64 | tr '+/' '-_' | tr -d '=')" = "\${file#attachments/}"
  grep --quiet --fixed-strings "\\"\${file#attachments/}\\"" entries.jsonl
  test -z "$(grep --fixed-strings "\\"body\\":{\\"attachment\\":\\"\${file#attachments/}\\"" entries.jsonl)"
done
rm -r "$work"
\`\`\`

What is left is whether the rules allowed each act, and whether \`allowed_signers\` gives each organisation the keys that its own acts
entered: \`isonomia verify\` checks that.
`;
