import { z } from 'zod';

/** A note to a browser as its service worker gets it. */
interface Note {
  readonly title: string;
  readonly words: string;
  /** The path that it opens, on this site. */
  readonly path: string;
  readonly topic: string;
  readonly language: string;
}

const schema = z.object({
  title: z.string().max(300),
  words: z.string().max(300),
  // A path of this site, and no address of another: `//elsewhere` is one.
  path: z
    .string()
    .max(500)
    .regex(/^\/(?![/\\])/u),
  topic: z.string().max(32),
  language: z.string().max(35),
});

/** The note in these bytes; `null`: they hold none. */
export const readNote = (text: string): Note | null => {
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
};
