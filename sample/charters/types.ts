/** The words of a charter that is offered when a conference is founded; the rules' parameters are set beside it. */
export type CharterTemplate = {
  readonly id: 'regional' | 'consent';
  readonly title: string;
  /** Two or three sentences for whoever chooses between the templates. */
  readonly summary: string;
  /** The title and the summary in other languages. */
  readonly translations: { readonly el: { readonly title: string; readonly summary: string } };
  /** The principles. `*…*` marks emphasis; the words carry no number, because numbering is automatic. */
  readonly clauses: readonly {
    readonly id: string;
    readonly kind: 'heading' | 'preambular' | 'operative';
    readonly words: string;
  }[];
};
