/** A combination with some of its parts left out: what a live workbook can be asked to show beside the whole. */

/** `taken`: the parts (by number) that are left out. */
export interface LeftOut {
  readonly name: string;
  readonly taken: readonly number[];
}

/** None of the parts, all but one, and one alone; each once, since of two parts all but one is the other alone. */
export function partsLeftOut(names: readonly string[]): readonly LeftOut[] {
  const all = names.map((_, n) => n);
  const ways: readonly LeftOut[] = [
    { name: 'None of the parts', taken: all },
    ...names.map((name, n) => ({ name: `Without ${name}`, taken: [n] })),
    ...names.map((name, n) => ({ name: `${name} alone`, taken: all.filter((other) => other !== n) })),
  ];
  const same = (a: LeftOut, b: LeftOut): boolean => a.taken.join() === b.taken.join();
  return ways.filter((way, n) => way.taken.length > 0 && ways.findIndex((other) => same(other, way)) === n);
}
