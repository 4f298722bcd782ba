/**
 * What small models are compiled to: what is written out and what runs in a loop, what is read in place of something else,
 * what is left out, and how many bytes WebAssembly takes. It all decides how fast draws are, and nothing of what they say;
 * whoever changes it means to. `UPDATE_LISTINGS=1` writes listings.txt anew.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { compileFast } from '../../../../src/engine/readings/fast/fast';
import { programOf } from '../../../../src/engine/readings/fast/program';
import { drawsOf, ends, ran, typedInputs } from '../fast';
import { Ground, large, LISTED, undecided } from './listed-models';
import { listing } from './listing';

const file = path.join(__dirname, 'listings.txt');

function listed(write: (at: Ground) => void): string {
  const at = new Ground();
  write(at);
  const outputs = at.model.quantities.filter((of) => of.block.name.startsWith('asked') || ends(at.model).includes(of));
  const asked = { outputs, varied: typedInputs(at.model), draws: 8 };
  const { bytes } = compileFast(asked);
  return `${listing(programOf(asked, 160))}\n${String(bytes?.length)} bytes`;
}

const heading = (name: string): string => `== ${name}\n`;
if (process.env['UPDATE_LISTINGS'] === '1')
  writeFileSync(
    file,
    Object.entries(LISTED)
      .map(([name, write]) => `${heading(name)}${listed(write)}\n`)
      .join('\n'),
  );
const told = new Map(
  readFileSync(file, 'utf8')
    .split(/^== /m)
    .map((part) => [part.split('\n')[0] ?? '', part.split('\n').slice(1).join('\n').trim()] as const),
);

test.each(Object.entries(LISTED))('%s', (name, write) => {
  expect(listed(write)).toBe(told.get(name));
});

test('a formula whose branch is not known where it is computed is refused', () => {
  const at = new Ground();
  undecided(at);
  const asked = { outputs: ends(at.model), varied: typedInputs(at.model), draws: 8 };
  expect(() => compileFast(asked)).toThrow('cases along group are not decided here');
});

test('more in one loop than a function may hold is cut into several, and gives what JavaScript gives', () => {
  const at = new Ground();
  large(at);
  const asked = { outputs: ends(at.model), varied: typedInputs(at.model), draws: 6 };
  const draws = drawsOf(asked.varied, 5, 3);
  const [compiled, plain] = [false, true].map((inJavaScript) => {
    const fast = compileFast(asked, inJavaScript);
    expect(fast.bytes === null).toBe(inJavaScript);
    const room = ran(fast, draws, 5);
    return [0, 1, 2, 3, 4].map((figure) => [...room.figure(figure, 5)]);
  });
  expect(compiled).toEqual(plain);
  expect(compiled?.flat().every((figure) => figure > 0 && figure < 1e300)).toBe(true);
});
