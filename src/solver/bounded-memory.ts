/** A page of WebAssembly's memory, in bytes. */
const PAGE = 65_536;

interface Growing {
  readonly buffer: ArrayBuffer;
  grow: (pages: number) => number;
}

/** What the types of Node leave out. */
const { WebAssembly } = globalThis as unknown as {
  readonly WebAssembly: { readonly Memory: { readonly prototype: Growing } };
};

/** From now on no memory of WebAssembly in this thread grows beyond so many bytes: a program that asks for more is told that there is none. */
export const boundWebAssembly = (most: number): void => {
  const { prototype } = WebAssembly.Memory;
  const { grow } = prototype;
  prototype.grow = function grown(this: Growing, pages) {
    if (this.buffer.byteLength + pages * PAGE > most) throw new RangeError(`No more than ${most} bytes of memory`);
    return grow.call(this, pages);
  };
};
