/** Bytes of WebAssembly code: numbers as the format writes them, and the instructions that we use. WebAssembly 2.0. */
export const I32 = 0x7f;
export const F64 = 0x7c;
export const V128 = 0x7b;

/** Instructions on whole numbers, and on the flow of a function. */
export const OP = {
  block: 0x02,
  loop: 0x03,
  if: 0x04,
  end: 0x0b,
  br: 0x0c,
  brIf: 0x0d,
  call: 0x10,
  select: 0x1b,
  get: 0x20,
  set: 0x21,
  tee: 0x22,
  load: 0x28,
  eqz: 0x45,
  less: 0x48,
  more: 0x4a,
  atLeast: 0x4e,
  add: 0x6a,
  subtract: 0x6b,
  multiply: 0x6c,
  and: 0x71,
  shiftLeft: 0x74,
  shiftRight: 0x75,
  toFloat: 0xb7,
} as const;

/** Instructions on two floats at a time. */
export const TWO = {
  load: 0x00,
  loadBoth: 0x0a,
  store: 0x0b,
  splat: 0x14,
  lane: 0x21,
  setLane: 0x22,
  equal: 0x47,
  differ: 0x48,
  less: 0x49,
  more: 0x4a,
  atMost: 0x4b,
  not: 0x4d,
  and: 0x4e,
  andNot: 0x4f,
  or: 0x50,
  bitselect: 0x52,
  floor: 0x75,
  truncate: 0x7a,
  nearest: 0x94,
  absolute: 0xec,
  negate: 0xed,
  root: 0xef,
  add: 0xf0,
  subtract: 0xf1,
  multiply: 0xf2,
  divide: 0xf3,
  /** The second where it is less (more) than the first, else the first. */
  least: 0xf6,
  greatest: 0xf7,
  /** On pairs of 64-bit whole numbers. */
  wholeShiftLeft: 0xcb,
  wholeShiftRight: 0xcd,
  wholeAdd: 0xce,
} as const;

export class Bytes {
  readonly bytes: number[] = [];

  byte(...bytes: readonly number[]): this {
    for (const byte of bytes) this.bytes.push(byte);
    return this;
  }

  append(bytes: readonly number[]): this {
    for (const byte of bytes) this.bytes.push(byte);
    return this;
  }

  /** A whole number from 0. */
  count(value: number): this {
    let left = value;
    while (left >= 0x80) {
      this.bytes.push((left % 0x80) | 0x80);
      left = Math.floor(left / 0x80);
    }
    this.bytes.push(left);
    return this;
  }

  /** A whole number with its sign. */
  signed(value: number): this {
    let left = value;
    while (left < -64 || left > 63) {
      this.bytes.push((left & 0x7f) | 0x80);
      left >>= 7;
    }
    this.bytes.push(left & 0x7f);
    return this;
  }

  whole(value: number): this {
    return this.byte(0x41).signed(value);
  }

  /** The same 64 bits twice. */
  bits(value: bigint): this {
    this.byte(0xfd, 0x0c);
    for (let at = 0; at < 16; at += 1) this.bytes.push(Number((value >> BigInt((at % 8) * 8)) & 0xffn));
    return this;
  }

  /** The same float twice. */
  float(value: number): this {
    const view = new DataView(new ArrayBuffer(8));
    view.setFloat64(0, value, true);
    return this.bits(view.getBigUint64(0, true));
  }

  two(name: keyof typeof TWO): this {
    return this.byte(0xfd).count(TWO[name]);
  }

  get(local: number): this {
    return this.byte(OP.get).count(local);
  }
  set(local: number): this {
    return this.byte(OP.set).count(local);
  }
  tee(local: number): this {
    return this.byte(OP.tee).count(local);
  }
  call(index: number): this {
    return this.byte(OP.call).count(index);
  }

  /** Two floats, or one for both, from memory. */
  loadTwo(offset: number, both = false): this {
    return this.two(both ? 'loadBoth' : 'load')
      .count(3)
      .count(offset);
  }
  storeTwo(offset: number): this {
    return this.two('store').count(3).count(offset);
  }
  loadWhole(offset: number): this {
    return this.byte(OP.load).count(2).count(offset);
  }

  /** A list: how many, and each. */
  list(items: readonly (readonly number[])[]): this {
    this.count(items.length);
    for (const item of items) this.append(item);
    return this;
  }

  /** A part of a module, or a body: its length before it. */
  sized(bytes: readonly number[]): this {
    return this.count(bytes.length).append(bytes);
  }
}
