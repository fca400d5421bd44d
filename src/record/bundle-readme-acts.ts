/**
 * The third part of a bundle's README: who made each act, with which key, and what it says of the text. Whoever changes the rules of `charter/proof/` looks
 * here, too: the table in docs/RECORD.md, "What a proof shows", says what both check.
 */
export const BUNDLE_README_ACTS = `## 3. Each act was signed by its maker, with a key that other acts here brought in

Entry 0 names the founders, and keys for their first delegates. From there on, every key comes in by an act that is signed by one
that may, and by the new key itself. No key signs before the act that brought it in, and an invitation signs nothing but its
delegate's first key in. An act is received within a day of when its maker made it.

\`\`\`bash
touch "$work"/{signers,valid,seen,inviters,words,applied,takes-part,invited,signed}
declare -A latest stands
opener=
# Brings in a key: whose it is, and the key. It may sign from the next act on.
bring() {
  grep --quiet --fixed-strings " $2" "$work/signers" && fail "entry $n brings in a key that is here already"
  printf '%s namespaces="isonomia-act-v1",valid-after="%s" %s\\n' "$1" "$at" "$2" | tee --append "$work/brought" "$work/valid" >> "$work/signers"
}
# Whether an organisation, or a delegate, is here.
known() { grep --quiet "^$1/" "$work/signers"; }
appointed() { grep --quiet "^$1[/ ]" "$work/signers"; }
# Ends the invitations of a delegate.
spend() { sed --in-place "\\#^$1/invitation #d" "$work/valid"; }
# It is on the word of this act's maker that the keys of an organisation are its own.
vouch() { test "$1" = "$organisation" || echo "$1 $organisation" >> "$work/words"; }
# Invites an organisation that is new here, with the key of its invitation.
invite() {
  known "$1" && fail "act $n invites $1 as new, who is here already"
  bring "$1/1/invitation" "$2"
  echo "$1/1 $organisation" >> "$work/inviters"
  vouch "$1"
}
# The founders with invitations, and the keys.
founders() { { grep --only-matching --extended-regexp '"id":"[a-z0-9-]+","invitation":"[^"]+"' acts/0.json || true; } | cut --delimiter='"' --fields='4,8' --output-delimiter=' '; }
takes_part_already() { grep --quiet --line-regexp "$organisation" "$work/takes-part"; }
takes_part() { grep --quiet --line-regexp "$organisation" "$work/takes-part" || fail "act $n: $organisation takes no part"; }
# Whether the act comes behind the signature that it is about.
follows() { test "$made" -ge "\${latest[$organisation]:-0}" || fail "act $n is older than what it is about"; latest[$organisation]=$made; }
# Whether signature k on the act is by one of the keys that the file gives this name.
good() { ssh-keygen -Y verify -f "$1" -I "$2" -n isonomia-act-v1 -Overify-time="$at" -s "$(printf 'signatures/%s.%02d.sig' "$n" "$k")" < "acts/$n.json" > "$work/verdict" 2>&1; }
HEAD='^\\{"body":(.*),"by":\\{"delegate":([0-9]+),"organisation":"([a-z0-9-]+)"\\},"conference":"([A-Za-z0-9_-]*)","kind":"([a-z.-]+)","made":(0|[1-9][0-9]*),"nonce":"[A-Za-z0-9_-]+","v":1\\}$'
STRING='"([^"\\\\]|\\\\.)*"'
NAME='\\{"country":'$STRING',"name":'$STRING'\\}'
PRINTED='\\['$NAME'(,'$NAME')*\\]'
NEWCOMER='\\{"about":(null|'$STRING'),"country":"[A-Z]+","invitation":"([^"]+)","printed":'$PRINTED',"website":(null|'$STRING')\\}'
CHARTER_SIGNED='^\\{"charter":"([A-Za-z0-9_-]+)","printed":'$PRINTED'\\}$'
TEXT_SIGNED='^\\{"adReferendum":(true|false),"clauses":(null|\\[[^]]*\\]),"printed":'$PRINTED',"riders":(\\[.*\\]),"text":'
STATEMENT_SIGNED='^\\{"printed":'$PRINTED',"statement":([0-9]+),"version":"([A-Za-z0-9_-]+)"\\}$'
INVITATION='^\\{"newcomer":(null|'$NEWCOMER'),"organisation":"([a-z0-9-]+)","statement":([0-9]+),"vouching":\\{'
ENTRY='^(.*),"signatures":\\["([A-Za-z0-9+/=",]+)"\\],"time":(0|[1-9][0-9]*),"v":1\\}$'
last=0
for n in $entries; do
  [[ $(< "entries/$n.json") =~ $ENTRY ]] || fail "entry $n has another form"
  time=\${BASH_REMATCH[3]}
  test "$time" -ge "$last"
  last=$time
  at=$(date --utc --date="@$((time / 1000))" +%Y%m%d%H%M%SZ)
  [[ $(< "acts/$n.json") =~ $HEAD ]] || fail "act $n has another form"
  body=\${BASH_REMATCH[1]} by=\${BASH_REMATCH[3]}/\${BASH_REMATCH[2]} organisation=\${BASH_REMATCH[3]} kind=\${BASH_REMATCH[5]} made=\${BASH_REMATCH[6]}
  test "\${BASH_REMATCH[4]}" = "$(test "$n" = 0 || echo "$conference")"
  test "$n" != 0 || test "$kind" = conference.found
  test "$by" != "\${by%/*}/0"
  test "$((time - made))" -le 86400000
  test "$((made - time))" -le 300000
  sum=$(sha256sum < "acts/$n.json")
  if grep --quiet --fixed-strings "$sum" "$work/seen"; then fail "act $n was here before"; fi
  echo "$sum" >> "$work/seen"

  # The keys that it brings in, in the order in which they sign.
  cp "$work/valid" "$work/before"
  : > "$work/brought"
  maker=$by
  enters=
  case $kind in
    conference.found)
      test "$n" = 0
      [[ $body =~ \\],\\"host\\":\\"([^\\"]+)\\",\\"key\\":\\"([^\\"]+)\\",\\"meeting\\":(null|\\{.*\\}),\\"use\\":\\"[a-z]+\\"\\}$ ]] || fail 'no founding act'
      test "\${BASH_REMATCH[1]}" = "$host"
      printf 'host namespaces="isonomia-act-v1",valid-after="%s" %s\\n' "$at" "$host" >> "$work/signers"
      bring "$by" "\${BASH_REMATCH[2]}"
      while read -r id key; do invite "$id" "$key"; done < <(founders)
      maker= ;;
    key.enrol)
      [[ $body =~ ^\\{\\"delegate\\":([0-9]+),\\"key\\":\\"([^\\"]+)\\",\\"name\\": ]] || fail "act $n brings in no key"
      enters=$organisation/\${BASH_REMATCH[1]} key=\${BASH_REMATCH[2]}
      appointed "$enters" || fail "act $n is for a delegate who is not here"
      spend "$enters"
      bring "$enters" "$key" ;;
    delegate.appoint)
      [[ $body =~ ^\\{\\"delegate\\":([0-9]+),\\"invitation\\":\\"([^\\"]+)\\",\\"name\\": ]] || fail "act $n appoints nobody"
      appointee=$organisation/\${BASH_REMATCH[1]} key=\${BASH_REMATCH[2]}
      appointed "$appointee" && fail "act $n appoints a delegate who is here already"
      bring "$appointee/invitation" "$key"
      echo "$appointee $organisation" >> "$work/inviters" ;;
    participation.apply)
      test "$by" = "$organisation/1"
      known "$organisation" && fail "act $n: $organisation is here already"
      [[ $body =~ ,\\"key\\":\\"([^\\"]+)\\",\\"letter\\": ]] || fail "act $n brings in no key"
      bring "$by" "\${BASH_REMATCH[1]}"
      maker= ;;
    recovery.request)
      appointed "$by" || fail "act $n asks for a delegate who is not here"
      [[ $body =~ ,\\"key\\":\\"([^\\"]+)\\",\\"use\\": ]] || fail "act $n brings in no key"
      bring "$by/asking" "\${BASH_REMATCH[1]}"
      maker= ;;
    invitation.renew)
      [[ $body =~ ^\\{\\"delegate\\":([0-9]+),\\"invitation\\":\\"([^\\"]+)\\",\\"organisation\\":\\"([a-z0-9-]+)\\"\\}$ ]] || fail "act $n renews nothing"
      renewed=\${BASH_REMATCH[3]}/\${BASH_REMATCH[1]} key=\${BASH_REMATCH[2]}
      grep --quiet --line-regexp "$renewed $organisation" "$work/inviters" || fail "act $n renews what another gave"
      grep --quiet "^$renewed " "$work/signers" && fail "act $n renews for one who has entered"
      spend "$renewed"
      bring "$renewed/invitation" "$key"
      vouch "\${renewed%/*}" ;;
    statement.invite)
      [[ $body =~ $INVITATION ]] || fail "act $n invites nobody"
      guest=\${BASH_REMATCH[12]} to=\${BASH_REMATCH[13]} key=\${BASH_REMATCH[4]}
      test "\${BASH_REMATCH[1]}" = null || invite "$guest" "$key" ;;
  esac

  # Its maker signs first, and then those keys.
  k=0
  if test -n "$maker"; then
    good "$work/before" "$maker" || { test "$enters" = "$maker" && good "$work/before" "$maker/invitation"; } ||
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
    conference.found | delegate.appoint | key.enrol | recovery.request | invitation.renew) part=- ;;
    participation.apply | participation.reapply)
      # It takes no part until it is presented anew, and that names the act by which it applied last.
      sed --in-place "/^$organisation /d" "$work/applied"
      sed --in-place "/^$organisation$/d" "$work/takes-part"
      echo "$organisation $(openssl dgst -sha256 -binary "acts/$n.json" | b64url)" >> "$work/applied"
      part=- ;;
    charter.sign)
      grep --quiet --fixed-strings "\\"id\\":\\"$organisation\\",\\"invitation\\":" acts/0.json || fail "$organisation is no founder"
      takes_part_already && fail "$organisation has signed the charter already"
      echo "$organisation" >> "$work/takes-part"
      part=-
      if test "$subject" = charter; then
        [[ $number = 1 && $body =~ $CHARTER_SIGNED && \${BASH_REMATCH[1]} = "$text" ]] || fail "act $n signs another charter"
        echo "$organisation" >> "$work/signed"
        part=signed
      fi ;;
    participation.present)
      takes_part
      [[ $body =~ ^\\{\\"application\\":\\"([A-Za-z0-9_-]+)\\",\\"organisation\\":\\"([a-z0-9-]+)\\"\\}$ ]] || fail "act $n presents nobody"
      presented=\${BASH_REMATCH[2]}
      grep --quiet --line-regexp --fixed-strings "$presented \${BASH_REMATCH[1]}" "$work/applied" || fail "act $n presents no application that is here"
      test "$presented" != "$organisation"
      echo "$presented" >> "$work/takes-part"
      vouch "$presented"
      part=- ;;
    recovery.vouch)
      takes_part
      [[ $body =~ ^\\{\\"delegate\\":([0-9]+),\\"key\\":\\"([^\\"]+)\\",\\"organisation\\":\\"([a-z0-9-]+)\\"\\}$ ]] || fail "act $n vouches for nothing"
      print=\${BASH_REMATCH[2]} recovered=\${BASH_REMATCH[3]}/\${BASH_REMATCH[1]}
      test "\${BASH_REMATCH[3]}" != "$organisation"
      vouch "\${BASH_REMATCH[3]}"
      grep "^$recovered/asking " "$work/signers" | cut --delimiter=' ' --fields='3-' > "$work/asking"
      line=$(ssh-keygen -l -f "$work/asking" | grep --line-number --fixed-strings " $print " | cut --delimiter=: --fields=1)
      test -n "$line" || fail "act $n vouches for a key that nobody asked with"
      key=$(sed -n "\${line}p" "$work/asking")
      grep "^$recovered " "$work/signers" | grep --quiet --fixed-strings " $key" ||
        printf '%s namespaces="isonomia-act-v1",valid-after="%s" %s\\n' "$recovered" "$at" "$key" | tee --append "$work/valid" >> "$work/signers"
      part=- ;;
    text.sign)
      [[ $subject = text && $body == *",\\"text\\":$number,\\"version\\":\\"$text\\"}" ]] || fail "act $n signs another text"
      takes_part
      [[ $body =~ $TEXT_SIGNED ]] || fail "act $n has another form"
      part="signed \${BASH_REMATCH[2]/null/the whole}"
      test "\${BASH_REMATCH[8]}" = '[]' || part="$part, with what claims.md says"
      [[ \${stands[$organisation]:-withdrawn} = withdrawn ]] || fail "$organisation has signed already"
      stands[$organisation]=signed
      if [[ $body == '{"adReferendum":true,'* ]]; then stands[$organisation]=provisional part="$part, ad referendum"; fi
      follows
      echo "$organisation" >> "$work/signed" ;;
    signature.confirm | signature.withdraw)
      [[ $subject = text && $body == *"\\"text\\":$number}" ]] || fail "act $n is about another text"
      case $kind-\${stands[$organisation]:-} in
        signature.confirm-provisional) stands[$organisation]=signed ;;
        signature.withdraw-provisional | signature.withdraw-signed) stands[$organisation]=withdrawn ;;
        *) fail "act $n is about no signature of $organisation" ;;
      esac
      follows
      part=\${kind/signature./its signature: } ;;
    observation.make)
      [[ $subject = text && $body =~ ,\\"text\\":$number,\\"version\\":\\"$text\\",\\"words\\":\\" ]] || fail "act $n observes another text"
      part=observed ;;
    decision.open)
      [[ $subject = text && $body == *",\\"text\\":$number,\\"version\\":\\"$text\\"}" ]] || fail "act $n is about another text"
      part='put to decision' ;;
    positions.take)
      [[ $subject = text && $body == *",\\"text\\":$number}" ]] || fail "act $n is about another text"
      part=answered ;;
    text.table | text.revise)
      [[ $subject = text && ($kind = text.table || $body == *",\\"text\\":$number,\\"title\\":\\""*) ]] || fail "act $n is about another text"
      part='its words; that they are these, \`isonomia verify\` checks' ;;
    statement.open)
      takes_part
      [[ $subject = statement && -z $opener ]] || fail "act $n opens another statement"
      opener=$organisation
      part='opened; that it is in these words, \`isonomia verify\` checks' ;;
    statement.invite)
      takes_part
      if test "$subject $to" = "statement $number"; then
        test "$organisation" = "$opener" || fail "act $n invites to what $organisation has not opened"
        echo "$guest" >> "$work/invited"
        part="invited $guest"
      elif test -s "$work/brought"; then
        part=-
      fi ;;
    statement.sign)
      [[ $subject = statement && -n $opener && $body =~ $STATEMENT_SIGNED && "\${BASH_REMATCH[6]} \${BASH_REMATCH[7]}" = "$number $text" ]] || fail "act $n signs another statement"
      grep --quiet --line-regexp "$organisation" "$work/takes-part" "$work/invited" || fail "$organisation was not invited"
      test -z "\${stands[$organisation]:-}" || fail "$organisation has signed already"
      stands[$organisation]=signed
      follows
      part=signed
      echo "$organisation" >> "$work/signed" ;;
    statement.withdraw)
      [[ $subject = statement && $body == *",\\"statement\\":$number}" ]] || fail "act $n is about another statement"
      test "\${stands[$organisation]:-}" = signed || fail "act $n is about no signature of $organisation"
      stands[$organisation]=withdrawn
      follows
      part='its signature: withdraw' ;;
  esac
  test -n "$part" || fail "act $n has no part in this"
  test "$part" = - || echo "$at entry $n: $organisation, by its delegate \${by#*/}: $part"
done
# A charter founds once every founder that entry 0 names has signed it.
test "$subject" != charter || test "$(sort "$work/signed" | wc --lines)" = "$(grep --only-matching --extended-regexp '"id":"[a-z0-9-]+","invitation":' acts/0.json | wc --lines)" ||
  fail 'a founder has not signed'
sort --unique "$work/signers" | cmp - allowed_signers
test -s "$work/signed"
for organisation in $(sort --unique "$work/signed"); do
  echo "The keys of $organisation are its own on the word of: $(sed -n "s/^$organisation //p" "$work/words" | sort --unique | tr '\\n' ' ')"
done
\`\`\`
`;
