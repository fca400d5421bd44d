import type { ClauseId } from '../../../base/ids.ts';
import type { Clause } from '../../../text/clause.ts';
import type { Rules } from '../rules.ts';

/** A charter to start from when a conference is founded. */
export interface CharterTemplate {
  readonly id: 'regional' | 'consent';
  readonly title: string;
  /** Two or three sentences for whoever chooses between the templates. */
  readonly summary: string;
  /** The title and the summary in other languages. */
  readonly translations: { readonly el: { readonly title: string; readonly summary: string } };
  /** The principles. `*…*` marks emphasis; the words carry no number, because numbering is automatic. */
  readonly clauses: readonly Clause[];
  readonly rules: Rules;
}

interface Written extends Omit<CharterTemplate, 'clauses'> {
  readonly clauses: readonly {
    readonly id: string;
    readonly kind: 'heading' | 'preambular' | 'operative';
    readonly words: string;
  }[];
}

export const template = (written: Written): CharterTemplate => ({
  ...written,
  clauses: written.clauses.map((clause) => ({ ...clause, id: clause.id as ClauseId })),
});
