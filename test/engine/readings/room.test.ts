/** Rooms for draws: each holds its own, an odd number of them as well, and a large model takes fewer at a time. */
import { axis } from '../../../src/engine/graph/axis';
import { constant } from '../../../src/engine/graph/expression';
import { Model } from '../../../src/engine/graph/model';
import { Exact } from '../../../src/engine/readings/decimals';
import { compileFast, type Fast } from '../../../src/engine/readings/fast/fast';

/** Twice each of so many inputs, and what stays, of which the first and the last vary. */
function doubled(size: number, draws: number, plain: boolean): Fast {
  const model = new Model();
  const item = axis(
    'item',
    Array.from({ length: size }, (_, n) => String(n)),
  );
  const typed = model.data(
    'Typed',
    '1',
    [item],
    item.members.map((_, n) => new Exact(n)),
  );
  const twice = model.quantity('Twice', '1', [item], () => typed.times(constant(2)));
  return compileFast({ outputs: [twice], varied: [{ block: typed.block, cells: [0, size - 1] }], draws }, plain);
}

describe.each([true, false])('plain %s', (plain) => {
  test('rooms hold draws of their own', () => {
    const { room } = doubled(3, 5, plain);
    const rooms = [room(), room(), room()];
    rooms.forEach((one, n) => {
      one.given(0, 5).set([1, 2, 3, 4, 5].map((value) => value + 10 * n));
      one.given(1, 5).fill(7 + n);
    });
    for (const one of rooms) one.run(5);
    const figures = rooms.map((one) => [0, 1, 2].map((figure) => [...one.figure(figure, 5)]));
    expect(figures).toEqual([
      [[2, 4, 6, 8, 10], new Array(5).fill(2), new Array(5).fill(14)],
      [[22, 24, 26, 28, 30], new Array(5).fill(2), new Array(5).fill(16)],
      [[42, 44, 46, 48, 50], new Array(5).fill(2), new Array(5).fill(18)],
    ]);
    expect([...(rooms[0]?.ties(5) ?? [])]).toEqual([0, 0, 0, 0, 0]);
  });
});

test('a model that would fill the memory has room for fewer draws than were asked for', () => {
  expect(doubled(3, 1024, false).room().draws).toBe(1024);
  const room = doubled(5000, 1024, false).room();
  expect(room.draws).toBeLessThan(64);
  room.given(1, 8).set([1, 2, 3, 4, 5, 6, 7, 8]);
  room.run(8);
  expect([...room.figure(4999, 8)]).toEqual([2, 4, 6, 8, 10, 12, 14, 16]);
  expect([...room.figure(4998, 8)]).toEqual(new Array(8).fill(9996));
});
