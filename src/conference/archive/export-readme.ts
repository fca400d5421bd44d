import type { State } from '../../charter/state.ts';
import { originOf } from '../../record/checkpoint.ts';
import { ACT_NAMESPACE } from '../../record/verify-signature.ts';

/** The README of an export. It follows from the entries, so that not one byte of an export is free. */
export const exportReadme = (state: State): string => `# A whole record

All that \`${state.conference === null ? '' : originOf(state.conference)}\` has on record: ${state.size} entries.

| file | content |
| --- | --- |
| \`entries.jsonl\` | the entries in order, one a line: what an organisation did, its signatures, when the host received it |
| \`checkpoint\` | the host's signed word on how many entries there are and on the root of their tree (C2SP tlog-checkpoint) |
| \`allowed_signers\` | which key was whose, from when until when |
| \`attachments/HASH\` | what acts name by this hash, where it was not erased: 16 bytes of salt, then the content |

## Checking it

    isonomia verify .

checks that every entry has the one form it may have, that every signature is good and was made with a key that was its
organisation's then, that the charter allowed every act, that these are exactly the entries whose root the host has signed,
and that the other files follow from them.

With stock tools one signature is checked so; N counts from 0:

\`\`\`bash
N=0
sed -n "$((N + 1))p" entries.jsonl > entry
sed -E 's/^\\{"act":(.*),"signatures":\\[.*$/\\1/' entry | tr -d '\\n' > act
{
  echo '-----BEGIN SSH SIGNATURE-----'
  sed -E 's/^.*,"signatures":\\["([^"]*)".*$/\\1/' entry | fold --width=70
  echo '-----END SSH SIGNATURE-----'
} > signature
at=$(date --utc --date="@$(($(sed -E 's/^.*,"time":([0-9]+),"v":1\\}$/\\1/' entry) / 1000))" +%Y%m%d%H%M%SZ)
who=$(ssh-keygen -Y find-principals -f allowed_signers -s signature -Overify-time="$at")
ssh-keygen -Y verify -f allowed_signers -I "$who" -n ${ACT_NAMESPACE} -Overify-time="$at" -s signature < act
\`\`\`

## Carrying it on

    isonomia import entries.jsonl

plays the entries into another host, through the same checks.
`;
