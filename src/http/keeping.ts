/**
 * Who may keep an answer. Whatever depends on who asks is kept by nobody: it would be there after its reader has signed out, or lost the key. What says
 * nothing of this is not kept either; so an answer is kept only where its route says that it is for everyone.
 */

/** By nobody, not for a moment (RFC 9111, 5.2.2.5); and not in the back and forward cache of a browser. */
export const NOT_KEPT = 'private, no-store';

/** For everyone, and the same for all: by anybody, who asks again before each use. */
export const FOR_EVERYONE = 'no-cache';

/** What strangers are shown where members are shown other things: by their browser alone, which asks again before each use. */
export const FOR_STRANGERS = 'private, no-cache';

/** For everyone, and never to change: for a year. */
export const FOR_EVER = 'public, max-age=31536000, immutable';

/** With the answer to signing out: the browser lets go of what it may have kept of this origin (W3C Clear Site Data). Keys and drafts stay. */
export const FORGET = { 'clear-site-data': '"cache"' } as const;
