import { BUNDLE_README_ACTS } from './bundle-readme-acts.ts';

/**
 * The README of a proof bundle: what is in it, and the commands that check it. Its blocks, one after the other, are a script that
 * ends well exactly when all is good. It holds nothing of the bundle it stands in, so that whoever got a bundle from a stranger can
 * compare it with one that they trust; docs/RECORD.md has its hash.
 */
export const BUNDLE_README = `# Proof

This folder proves to anyone, offline and without the software that made it, which organisations signed \`text.md\`, and what of it.
\`claims.md\` says it in words. This file is the same in every proof, so that you can compare it with one that you trust: its SHA-256
stands on the page “Check a decision or a statement” of every site that gives out proofs, and in the format's documentation.

A plain Debian 12 has all that the commands need (\`bash\`, coreutils, \`grep\`, \`sed\`, \`ssh-keygen\` 9.2, \`openssl\` 3.0). Read them, then
paste them one by one, in this folder, into a shell started as \`bash -euo pipefail\`, which ends at the first that fails. Or run them
all at once, a few entries a second; only when all is good does it end in \`Good\`:

    bash -euo pipefail <(sed -n '/^\`\`\`bash$/,/^\`\`\`$/{/^\`\`\`/!p}' README.md) && echo Good

| file | content |
| --- | --- |
| \`text.md\`, \`text.json\` | the text to be read, and the text as it was signed |
| \`note.json\` | where, how and by which mandate it became final, and slips put right since: the host's word |
| \`claims.md\` | who signed what of it, and what each entry shows |
| \`acts/N.json\` | what an organisation did, the exact bytes it signed; N is the place in the record |
| \`signatures/N.K.sig\` | the signatures on that act |
| \`entries/N.json\` | the act, its signatures and the time the host received it, as the record holds them |
| \`proofs/N/\` | the hashes that tie the entry to the checkpoint |
| \`checkpoint\` | the host's signed word on the length of the whole record and the root of its hashes |
| \`matter\` | the host's signed word that these are the entries about this text, as of the checkpoint, and on its words |
| \`host.pem\` | the host's key, which the founding act names |
| \`allowed_signers\` | whose each key is, by the acts that brought it in |

## 1. Nothing is damaged

\`\`\`bash
export LC_ALL=C
work=$(mktemp --directory)
fail() { echo "Not good: $*" >&2; exit 1; }
b64url() { base64 --wrap=0 | tr '+/' '-_' | tr -d '='; }
find . -mindepth 1 ! -type d ! -path ./SHA256SUMS -printf '%y %P\\n' | sort > "$work/files"
if grep --quiet --invert-match '^f [A-Za-z0-9_./-]*$' "$work/files"; then fail 'something here is no plain file'; fi
cut --characters=67- SHA256SUMS | sed 's/^/f /' | sort | cmp --silent - "$work/files" ||
  fail 'this folder does not hold just the files of the proof: unpack it into a folder of its own'
sha256sum --check --strict --quiet SHA256SUMS
\`\`\`

## 2. The host has signed the checkpoint and the list of entries

A conference's id is the beginning of the SHA-256 of the act that founded it, and that act names the host's key. Both files are signed
notes (C2SP signed-note): a text, an empty line, and one signature behind the key's short name.

\`\`\`bash
conference=$(openssl dgst -sha256 -binary acts/0.json | head --bytes=16 | b64url)
point() { openssl pkey -pubin -in host.pem -outform DER | tail --bytes=32; }
host="ssh-ed25519 $({ printf '\\0\\0\\0\\013ssh-ed25519\\0\\0\\0\\040'; point; } | base64 --wrap=0)"
signed() {
  tail --lines=1 "$1" | cut --delimiter=' ' --fields=3 | base64 --decode | tail --bytes=64 > "$work/signature"
  head --lines=-2 "$1" > "$work/$1"
  short=$({ printf '%s\\n\\001' "$2"; point; } | openssl dgst -sha256 -binary | head --bytes=4 | base64 --wrap=0)
  line=$({ printf %s "$short" | base64 --decode; cat "$work/signature"; } | base64 --wrap=0)
  { cat "$work/$1"; printf '\\n— %s %s\\n' "$2" "$line"; } | cmp - "$1"
  openssl pkeyutl -verify -pubin -inkey host.pem -rawin -in "$work/$1" -sigfile "$work/signature" > "$work/verdict"
}
signed checkpoint "isonomia/$conference"
signed matter "isonomia/$conference/matter"
test "$(wc --lines < "$work/checkpoint")" = 3
test "$(sed -n 1p checkpoint)" = "isonomia/$conference"
test "$(sed -n 1p matter)" = "isonomia/$conference/matter"
test "$(sed -n '2,3p' checkpoint)" = "$(sed -n '4,5p' matter)"
sed -n '6,9p' matter | sha256sum --check --strict --quiet
test "$(sed -n '6,9p' matter | cut --characters=67- | tr '\\n' ' ')" = 'claims.md note.json text.json text.md '
entries=$(sed -n '10,$p' "$work/matter")
if grep --quiet --invert-match --extended-regexp '^(0|[1-9][0-9]*)$' <<< "$entries"; then fail 'the list has another form'; fi
test "$entries" = "$(ls entries | sed 's/\\.json$//' | sort --numeric-sort)"
test "$(head --lines=1 <<< "$entries")" = 0
ABOUT='^(text|statement|charter) ([1-9][0-9]*) for (everyone|participants)$'
ADOPTED='^(not adopted|adopted (unanimous|broad-consensus) [0-9]+ [A-Z][A-Z0-9]+/[0-9]+/[0-9]+)$'
[[ $(sed -n 3p matter) =~ $ADOPTED && $(sed -n 2p matter) =~ $ABOUT ]] || fail 'the list has another form'
subject=\${BASH_REMATCH[1]} number=\${BASH_REMATCH[2]} audience=\${BASH_REMATCH[3]}
text=$(openssl dgst -sha256 -binary text.json | b64url)
echo "Conference $conference, $subject $number, for $audience; $(sed -n 3p matter), as the host says"
\`\`\`

${BUNDLE_README_ACTS}
## 4. The entries are made of these acts, signatures and times

\`\`\`bash
for n in $entries; do
  signatures=
  for signature in "signatures/$n".*.sig; do
    signatures="$signatures\${signatures:+,}\\"$(sed '1d;$d' "$signature" | tr -d '\\n')\\""
  done
  [[ $(tail --bytes=64 "entries/$n.json") =~ \\"time\\":([0-9]+),\\"v\\":1\\}$ ]]
  { printf '{"act":'; cat "acts/$n.json"; printf ',"signatures":[%s],"time":%s,"v":1}' "$signatures" "\${BASH_REMATCH[1]}"; } | cmp - "entries/$n.json"
done
\`\`\`

## 5. The entries are in the record

Hashing upwards from an entry with its siblings gives the root in the checkpoint (RFC 9162, section 2.1.3.2).

\`\`\`bash
leaf() { { printf '\\000'; cat "$1"; } | openssl dgst -sha256 -binary; }
node() { { printf '\\001'; cat "$1" "$2"; } | openssl dgst -sha256 -binary; }
shopt -s nullglob
size=$(sed -n 2p checkpoint)
sed -n 3p checkpoint | base64 --decode > "$work/root"
for n in $entries; do
  test "$n" -lt "$size"
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
done
rm -r "$work"
\`\`\`

## What this does not show

That the conference is the one you mean: compare its id with one that you have from somebody you trust; anybody can found a
conference and give its founders any names. That these are all the entries about the text, and the times, to more than a day: that is
the host's word. That a key is its organisation's own: those on whose word it is could have made one up in its name, together with the
host.
That a delegate might sign for the organisation, that no other is called what it is, that nobody had left, that nobody disagreed with an
admission or a recovery, and that no key was revoked before it signed: whoever holds the whole record can check that with \`isonomia verify\`.
`;
