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
all at once; only when all is good does it end in \`Good\`:

    bash -euo pipefail <(sed -n '/^\`\`\`bash$/,/^\`\`\`$/{/^\`\`\`/!p}' README.md) && echo Good

| file | content |
| --- | --- |
| \`text.md\`, \`text.json\` | the text to be read, and the text as it was signed |
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
sha256sum --check --strict --quiet SHA256SUMS
work=$(mktemp --directory)
fail() { echo "Not good: $*" >&2; exit 1; }
b64url() { base64 --wrap=0 | tr '+/' '-_' | tr -d '='; }
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
sed -n '6,8p' matter | sha256sum --check --strict --quiet
test "$(sed -n '6,8p' matter | cut --characters=67- | tr '\\n' ' ')" = 'claims.md text.json text.md '
entries=$(sed -n '9,$p' "$work/matter")
test "$entries" = "$(ls entries | sed 's/\\.json$//' | sort --numeric-sort)"
test "$(head --lines=1 <<< "$entries")" = 0
read -r subject number _ audience < <(sed -n 2p matter)
text=$(openssl dgst -sha256 -binary text.json | b64url)
echo "Conference $conference, $subject $number, for $audience; $(sed -n 3p matter), as the host says"
\`\`\`

## 3. Each act was signed by its maker, with a key that other acts here brought in

Entry 0 names the founders, and keys for their first delegates. From there on, every key comes in by an act that is signed by one
that may, and by the new key itself. No key signs before the act that brought it in, and an invitation signs nothing but its
delegate's first key in.

\`\`\`bash
: > "$work/signers" > "$work/takes-part" > "$work/invited" > "$work/signed"
opener=
# Brings in a key: whose it is, and the key.
bring() {
  grep --quiet --fixed-strings " $2" "$work/signers" && fail "entry $n brings in a key that is here already"
  printf '%s namespaces="isonomia-act-v1",valid-after="%s" %s\\n' "$1" "$at" "$2" | tee --append "$work/brought" >> "$work/signers"
}
takes_part() { grep --quiet --line-regexp "$organisation" "$work/takes-part" || fail "act $n: $organisation takes no part"; }
known() { grep --quiet "^$1[/ ]" "$work/signers"; }
# The founders with invitations: their ids, and the keys.
invitations() { grep --only-matching --extended-regexp '"id":"[a-z0-9-]+","invitation":"[^"]+"' "acts/$n.json" | cut --delimiter='"' --fields='4,8' --output-delimiter=' '; }
# Whether signature k on the act is by one of the keys that the file gives this name.
good() { ssh-keygen -Y verify -f "$1" -I "$2" -n isonomia-act-v1 -Overify-time="$at" -s "$(printf 'signatures/%s.%02d.sig' "$n" "$k")" < "acts/$n.json" > "$work/verdict" 2>&1; }
HEAD='^\\{"body":(.*),"by":\\{"delegate":([0-9]+),"organisation":"([a-z0-9-]+)"\\},"conference":"([A-Za-z0-9_-]*)","kind":"([a-z.-]+)","made":[0-9]+,"nonce":"[A-Za-z0-9_-]+","v":1\\}$'
STRING='"([^"\\\\]|\\\\.)*"'
NEWCOMER='\\{"about":(null|'$STRING'),"country":"[A-Z]+","gloss":(null|'$STRING'),"invitation":"([^"]+)","name":'$STRING',"website":(null|'$STRING')\\}'
INVITATION='^\\{"newcomer":(null|'$NEWCOMER'),"organisation":"([a-z0-9-]+)","statement":([0-9]+),"vouching":\\{'
ENTRY='^(.*),"signatures":\\["([A-Za-z0-9+/=",]+)"\\],"time":([0-9]+),"v":1\\}$'
last=0
for n in $entries; do
  [[ $(< "entries/$n.json") =~ $ENTRY ]] || fail "entry $n has another form"
  time=\${BASH_REMATCH[3]}
  test "$time" -ge "$last" && last=$time
  at=$(date --utc --date="@$((time / 1000))" +%Y%m%d%H%M%SZ)
  [[ $(< "acts/$n.json") =~ $HEAD ]] || fail "act $n has another form"
  body=\${BASH_REMATCH[1]} by=\${BASH_REMATCH[3]}/\${BASH_REMATCH[2]} organisation=\${BASH_REMATCH[3]} kind=\${BASH_REMATCH[5]}
  test "\${BASH_REMATCH[4]}" = "$(test "$n" = 0 || echo "$conference")"
  test "$n" != 0 || test "$kind" = conference.found
  test "$by" != "\${by%/*}/0"

  # The keys that it brings in, in the order in which they sign.
  cp "$work/signers" "$work/before"
  : > "$work/brought"
  maker=$by
  case $kind in
    conference.found)
      test "$n" = 0
      [[ $body =~ \\],\\"host\\":\\"([^\\"]+)\\",\\"key\\":\\"([^\\"]+)\\",\\"use\\":\\"[a-z]+\\"\\}$ ]] || fail 'no founding act'
      test "\${BASH_REMATCH[1]}" = "$host"
      printf 'host namespaces="isonomia-act-v1",valid-after="%s" %s\\n' "$at" "$host" >> "$work/signers"
      bring "$by" "\${BASH_REMATCH[2]}"
      while read -r id key; do known "$id" && fail "two founders $id"; bring "$id/1/invitation" "$key"; done < <(invitations)
      maker= ;;
    key.enrol)
      [[ $body =~ ^\\{\\"delegate\\":([0-9]+),\\"key\\":\\"([^\\"]+)\\",\\"name\\": ]] || fail "act $n brings in no key"
      bring "$organisation/\${BASH_REMATCH[1]}" "\${BASH_REMATCH[2]}" ;;
    delegate.appoint)
      [[ $body =~ ^\\{\\"delegate\\":([0-9]+),\\"invitation\\":\\"([^\\"]+)\\",\\"name\\": ]] || fail "act $n appoints nobody"
      known "$organisation/\${BASH_REMATCH[1]}" && fail "act $n appoints a delegate who is there"
      bring "$organisation/\${BASH_REMATCH[1]}/invitation" "\${BASH_REMATCH[2]}" ;;
    participation.apply)
      known "$organisation" && fail "act $n: $organisation is there already"
      [[ $body =~ ,\\"key\\":\\"([^\\"]+)\\",\\"letter\\": ]] || fail "act $n brings in no key"
      bring "$by" "\${BASH_REMATCH[1]}"
      maker= ;;
    recovery.request)
      known "$by" || fail "act $n asks for a delegate who is not there"
      [[ $body =~ ,\\"key\\":\\"([^\\"]+)\\",\\"use\\": ]] || fail "act $n brings in no key"
      bring "$by/asking" "\${BASH_REMATCH[1]}"
      maker= ;;
    invitation.renew)
      [[ $body =~ ^\\{\\"delegate\\":([0-9]+),\\"invitation\\":\\"([^\\"]+)\\",\\"organisation\\":\\"([a-z0-9-]+)\\"\\}$ ]] || fail "act $n renews nothing"
      renewed=\${BASH_REMATCH[3]}/\${BASH_REMATCH[1]}
      known "$renewed/invitation" && ! grep --quiet "^$renewed " "$work/signers" || fail "act $n renews what cannot be"
      bring "$renewed/invitation" "\${BASH_REMATCH[2]}" ;;
    statement.invite)
      [[ $body =~ $INVITATION ]] || fail "act $n invites nobody"
      invited=\${BASH_REMATCH[10]} to=\${BASH_REMATCH[11]}
      if test "\${BASH_REMATCH[1]}" != null; then
        known "$invited" && fail "act $n invites $invited as new, who is there"
        bring "$invited/1/invitation" "\${BASH_REMATCH[6]}"
      fi ;;
  esac

  # Its maker signs first, and then those keys.
  k=0
  if test -n "$maker"; then
    good "$work/before" "$maker" || { test "$kind" = key.enrol && good "$work/before" "$maker/invitation"; } ||
      fail "act $n is not signed by $maker"
    k=1
  fi
  while read -r line; do
    printf '%s\\n' "$line" > "$work/one"
    good "$work/one" "\${line%% *}" || fail "act $n is not signed by a key that it brings in"
    k=$((k + 1))
  done < "$work/brought"
  test "$k" -gt 0
  test "$(ls signatures | grep --count "^$n\\.")" = "$k"

  # What it says of the text: of this one, in this version.
  part=
  case $kind in
    conference.found | delegate.appoint | key.enrol | participation.apply) part=- ;;
    charter.sign)
      grep --quiet --fixed-strings "\\"id\\":\\"$organisation\\",\\"invitation\\":" acts/0.json || fail "$organisation is no founder"
      echo "$organisation" >> "$work/takes-part"
      part=- ;;
    participation.reapply | recovery.request | invitation.renew) part=- ;;
    participation.present)
      takes_part
      [[ $body =~ ^\\{\\"key\\":\\"[^\\"]+\\",\\"organisation\\":\\"([a-z0-9-]+)\\"\\}$ ]] && known "\${BASH_REMATCH[1]}" || fail "act $n presents nobody"
      test "\${BASH_REMATCH[1]}" != "$organisation"
      echo "\${BASH_REMATCH[1]}" >> "$work/takes-part"
      part=- ;;
    recovery.vouch)
      takes_part
      [[ $body =~ ^\\{\\"delegate\\":([0-9]+),\\"key\\":\\"([^\\"]+)\\",\\"organisation\\":\\"([a-z0-9-]+)\\"\\}$ ]] || fail "act $n vouches for nothing"
      print=\${BASH_REMATCH[2]} recovered=\${BASH_REMATCH[3]}/\${BASH_REMATCH[1]}
      test "\${BASH_REMATCH[3]}" != "$organisation"
      grep "^$recovered/asking " "$work/signers" | cut --delimiter=' ' --fields='3-' > "$work/asking"
      line=$(ssh-keygen -l -f "$work/asking" | grep --line-number --fixed-strings " $print " | cut --delimiter=: --fields=1)
      test -n "$line" || fail "act $n vouches for a key that nobody asked with"
      key=$(sed -n "\${line}p" "$work/asking")
      grep --quiet "^$recovered .* $(sed 's/[.+]/\\\\&/g' <<< "$key")$" "$work/signers" ||
        printf '%s namespaces="isonomia-act-v1",valid-after="%s" %s\\n' "$recovered" "$at" "$key" >> "$work/signers"
      part=- ;;
    text.sign)
      [[ $subject = text && $body == *",\\"text\\":$number,\\"version\\":\\"$text\\"}" ]] || fail "act $n signs another text"
      takes_part
      [[ $body =~ ,\\"clauses\\":(null|\\[[^]]*\\]),\\"riders\\":(\\[.*\\]),\\"text\\": ]] || fail "act $n has another form"
      part="signed \${BASH_REMATCH[1]/null/the whole}"
      test "\${BASH_REMATCH[2]}" = '[]' || part="$part, with what claims.md says"
      [[ $body == '{"adReferendum":true,'* ]] && part="$part, ad referendum"
      echo "$organisation" >> "$work/signed" ;;
    signature.confirm | signature.withdraw)
      [[ $subject = text && $body == *"\\"text\\":$number}" ]] || fail "act $n is about another text"
      grep --quiet --line-regexp "$organisation" "$work/signed" || fail "$organisation has not signed"
      part=\${kind/signature./its signature: } ;;
    observation.make)
      [[ $subject = text && $body =~ ,\\"text\\":$number,\\"version\\":\\"$text\\",\\"words\\":\\" ]] || fail "act $n observes another text"
      part=observed ;;
    decision.open)
      [[ $subject = text && $body == *",\\"text\\":$number,\\"version\\":\\"$text\\"}" ]] || fail "act $n is about another text"
      part='put to decision' ;;
    position.take)
      [[ $subject = text && $body == *",\\"text\\":$number}" ]] || fail "act $n is about another text"
      part=answered ;;
    text.table | text.revise) test "$subject" = text; part='its words; that they are these, \`isonomia verify\` checks' ;;
    statement.open)
      takes_part
      [[ $subject = statement && -z $opener ]] || fail "act $n opens another statement"
      opener=$organisation
      part='opened; that it is in these words, \`isonomia verify\` checks' ;;
    statement.invite)
      takes_part
      if test "$subject $to" = "statement $number"; then
        test "$organisation" = "$opener" || fail "act $n invites to what $organisation has not opened"
        echo "$invited" >> "$work/invited"
        part="invited $invited"
      elif test -s "$work/brought"; then
        part=-
      fi ;;
    statement.sign)
      [[ $subject = statement && $body == "{\\"statement\\":$number,\\"version\\":\\"$text\\"}" ]] || fail "act $n signs another statement"
      grep --quiet --line-regexp "$organisation" "$work/takes-part" "$work/invited" || fail "$organisation was not invited"
      part=signed
      echo "$organisation" >> "$work/signed" ;;
  esac
  test -n "$part" || fail "act $n has no part in this"
  test "$part" = - || echo "$at entry $n: $organisation, by its delegate \${by#*/}: $part"
done
sort --unique "$work/signers" | cmp - allowed_signers
test -s "$work/signed"
\`\`\`

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
conference and give its founders any names. That these are all the entries about the text, and the times: that is the host's word.
That a delegate might sign for the organisation, that nobody disagreed with an admission or a recovery, and that no key was revoked
before it signed: whoever holds the whole record can check that with \`isonomia verify\`.
`;
