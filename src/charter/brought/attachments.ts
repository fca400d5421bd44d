import type { Mutable } from '../../base/brand.ts';
import type { AttachmentHash, OrganisationId } from '../../base/ids.ts';
import { type AnyAct, ruleOf } from '../acts.ts';
import type { Named } from '../law/kept.ts';
import type { Mark } from '../law/mark.ts';
import type { Refusal } from '../law/refusal.ts';
import type { State } from '../state.ts';

/** What acts bring and erase beside the record. */

export const namedIn = (act: AnyAct): readonly Named[] => ruleOf(act).names?.(act.body) ?? [];

/** The attachments that an act brings. */
export const attachmentsOf = (act: AnyAct): readonly AttachmentHash[] => namedIn(act).map(({ hash }) => hash);

/** The attachment that an act erases. */
export const erasedBy = (act: AnyAct): AttachmentHash | null => ruleOf(act).erases?.(act.body) ?? null;

export const isErased = (state: State, hash: AttachmentHash): boolean =>
  (state.attachments.get(hash)?.erased ?? null) !== null;

/** Whose the attachments of an act are: its maker's, and of a mail that the host took in, its writer's. */
const bringerOf = (act: AnyAct): OrganisationId => ruleOf(act).namesFor?.(act.body) ?? act.by.organisation;

/**
 * Refused under 4.1 where an act names what is another's, which its owner could erase under its hands; or what was erased, which would come back.
 */
export const attachmentsRefusal = (state: State, act: AnyAct): Refusal | null => {
  const bringer = bringerOf(act);
  const spent = attachmentsOf(act).find((hash) => {
    const kept = state.attachments.get(hash);
    return kept !== undefined && (kept.by !== bringer || kept.erased !== null);
  });
  return spent === undefined ? null : { article: '4.1', kind: 'taken', field: 'attachments', value: spent };
};

/** Notes what an act has brought, once it is applied. */
export const keep = (state: Mutable<State>, act: AnyAct, { index }: Mark): void => {
  const named = namedIn(act);
  for (const hash of new Set(named.map((one) => one.hash))) {
    const kept = state.attachments.get(hash);
    const subjects = ruleOf(act)
      .subjects(act, state, index)
      .filter((subject) => kept?.subjects.includes(subject) !== true);
    if (kept === undefined)
      state.attachments.set(hash, {
        by: bringerOf(act),
        named: [index],
        subjects: [...subjects],
        picture: named.some((one) => one.hash === hash && one.kind === 'picture'),
        erased: null,
      });
    else {
      kept.named.push(index);
      kept.subjects.push(...subjects);
    }
  }
};
