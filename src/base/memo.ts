/**
 * `make`, but remembering what it made of the last `limit` different strings. For what is costly and always comes out the same:
 * a record is signed with the same few hundred keys again and again.
 */
export const memoise = <T>(limit: number, make: (text: string) => T): ((text: string) => T) => {
  const made = new Map<string, T>();
  return (text) => {
    const known = made.get(text);
    if (known !== undefined) return known;
    const value = make(text);
    const oldest = made.size < limit ? undefined : made.keys().next().value;
    if (oldest !== undefined) made.delete(oldest);
    made.set(text, value);
    return value;
  };
};
