/** Starts `work` on what `cut` makes of each piece, up to `limit` at once, and gives the outcomes in order. */
export async function* runAhead<Piece, Item, Outcome>(
  pieces: Iterable<Piece> | AsyncIterable<Piece>,
  cut: (piece: Piece) => Item,
  work: (item: Item) => Promise<Outcome>,
  limit: number,
): AsyncGenerator<readonly [Item, Outcome]> {
  const under: (readonly [Item, Promise<Outcome>])[] = [];
  for await (const piece of pieces) {
    const item = cut(piece);
    const outcome = work(item);
    // Nobody waits for what was started when an earlier entry turns out bad.
    outcome.catch(() => undefined);
    under.push([item, outcome]);
    const first = under.length < limit ? undefined : under.shift();
    if (first !== undefined) yield [first[0], await first[1]];
  }
  for (const [item, outcome] of under) yield [item, await outcome];
}
