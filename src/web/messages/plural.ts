/** In how many forms a word is counted: the categories of CLDR (Unicode TR 35), as `Intl` knows them for each language. */

/** Of the forms that are given, in the order of the language's categories, the one for this number. */
type Plural<Categories extends readonly Intl.LDMLPluralRule[]> = (
  n: number,
  ...forms: { readonly [I in keyof Categories]: string }
) => string;

/**
 * How a language counts, by its categories: `pluralOf('pl', ['one', 'few', 'many', 'other'])` takes four forms of each word.
 * @throws RangeError where those are not the language's categories
 */
export const pluralOf = <const Categories extends readonly Intl.LDMLPluralRule[]>(
  language: string,
  categories: Categories,
): Plural<Categories> => {
  const rules = new Intl.PluralRules(language);
  const known = new Set(rules.resolvedOptions().pluralCategories);
  if (known.symmetricDifference(new Set(categories)).size > 0)
    throw new RangeError(`The categories of ${language} are ${[...known].join(', ')}`);
  return (n, ...forms) => (forms as readonly string[])[categories.indexOf(rules.select(n))] ?? '';
};
