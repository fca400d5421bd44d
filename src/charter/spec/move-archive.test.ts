import { pastPiece } from './archive.ts';
import { pick } from './move-cast.test.ts';
import type { Made, Scene } from './move-scene.test.ts';

/** Makes acts that bring something from the archive, and correct it, out of random moves. */

const pieceOf = ({ move: { how }, label }: Scene): object =>
  how % 3 === 0
    ? pastPiece({ kind: 'participant', reference: label, names: [], until: how % 2 === 0 ? '2020' : null })
    : pastPiece({ kind: how % 3 === 1 ? 'meeting' : 'decision', reference: how % 5 === 0 ? 'AC/2019/1' : label });

export const ARCHIVE_ACTS = {
  'archive.bring': (scene) => ({ body: { what: pieceOf(scene), papers: { words: null, files: [] } } }),
  'archive.correct': (scene) => {
    const { world, someone, move } = scene;
    const piece = pick(world.state.archive, move.how);
    return {
      by: move.apt ? (piece?.by ?? someone) : someone,
      body: {
        piece: piece?.number ?? 1,
        version: piece?.versions.length ?? 1,
        what: pieceOf(scene),
        papers: null,
        reason: 'It was so.',
      },
    };
  },
  'archive.doubt': (scene) => {
    const piece = pick(scene.world.state.archive, scene.move.how);
    const version = piece?.versions.length ?? 1;
    const instead = scene.move.how % 4 === 0 ? null : pieceOf(scene);
    return { body: { piece: piece?.number ?? 1, version, words: 'It was not so.', instead } };
  },
  'archive.disagree': ({ world, move: { how, apt } }) => {
    const open = apt ? pick(world.state.openDoubts, how) : undefined;
    const reasons = how % 3 === 0 ? null : 'It was so.';
    return { body: { piece: open?.piece ?? 1, doubt: open?.doubt ?? 1, reasons } };
  },
} as const satisfies Readonly<Record<string, (scene: Scene) => Made>>;
