import type { Bytes } from '../base/bytes.ts';

/** One who listens to live events, over one stream. */
export interface Listener {
  readonly token: string | null;
  /** Whether they came as a delegate: they are let go when they no longer are one. */
  readonly delegate: boolean;
  /** Sends a message, or lets go of a listener who does not read: they come back and catch up. Nothing where they have gone. */
  readonly send: (message: Bytes) => void;
  /** Ends the stream. Once, however often it is called, and whoever has ended it before. */
  readonly end: () => void;
}

export interface ListenerDeps extends Pick<Listener, 'token' | 'delegate'> {
  readonly controller: ReadableStreamDefaultController<Bytes>;
  /** Called once, when they have gone for whatever reason. */
  readonly onGone: () => void;
  /** Called once, when the stream was ended here; what was sent before may be unread. */
  readonly onEnded: () => void;
  /** Called once, when they were let go because they do not read. */
  readonly onDeaf: () => void;
}

/** `gone`: for a stream that its reader has ended. */
export const createListener = ({
  token,
  delegate,
  controller,
  onGone,
  onEnded,
  onDeaf,
}: ListenerDeps): Listener & { readonly gone: () => void } => {
  let open = true;
  const gone = (): void => {
    if (!open) return;
    open = false;
    onGone();
  };
  const end = (): void => {
    if (!open) return;
    gone();
    controller.close();
    onEnded();
  };
  return {
    token,
    delegate,
    send: (message) => {
      if (!open) return;
      if ((controller.desiredSize ?? 0) > 0) controller.enqueue(message);
      else {
        end();
        onDeaf();
      }
    },
    end,
    gone,
  };
};
