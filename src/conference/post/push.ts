/** Short notes to browsers (Web Push, RFC 8030). They pass by the browser's maker and show on locked screens, so they say where to look, never what is there. */

export interface PushNote {
  /** The conference's name. */
  readonly title: string;
  /** One sentence that could stand on anybody's screen: how much is new, or due. */
  readonly words: string;
  /** The path that it opens, on this site. */
  readonly path: string;
  /** Of notes with the same topic only the last waits for a browser that is away: letters, digits, `-` and `_`, at most 32. */
  readonly topic: string;
  /** The language of title and words (BCP 47). */
  readonly language: string;
}

export type PushAnswer =
  /** The push service has taken it on. */
  | { readonly kind: 'accepted' }
  /** The subscription has ended, and can be forgotten. */
  | { readonly kind: 'gone' }
  /** It may be sent again, after so many milliseconds where the service says so. */
  | { readonly kind: 'put-off'; readonly after: number | null; readonly why: string }
  /** It will not be taken, now or later. */
  | { readonly kind: 'refused'; readonly why: string };

export interface Pushes {
  /** The application server's key, as browsers want it for a subscription: base64url of an uncompressed point on P-256. */
  readonly publicKey: string;
  /** Whether this is a subscription as browsers give it, at an address that may be used. */
  readonly accepts: (subscription: string) => boolean;
  /** Sends a note. Never rejects. */
  readonly send: (subscription: string, note: PushNote) => Promise<PushAnswer>;
}
