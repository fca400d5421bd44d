/** The form for one, or the form for any other number, as English and Greek need. */
export const plural = (n: number, one: string, other: string): string => (n === 1 ? one : other);
