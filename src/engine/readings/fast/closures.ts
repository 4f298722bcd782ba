/**
 * The compiled model as plain JavaScript: a closure for each step, over arrays of floats. For where WebAssembly is
 * refused; it makes no code at run time. One draw at a time.
 */
import { exponential, isWholePower, logarithm, power, wholePower } from '../../elementary';
import type { Arithmetic } from '../../graph/expression';
import type { Index, Loop, Program, Step, Store, Value, ValueNode } from './code';
import { cleanDifference, cleanProduct, compareFloats, normalFloat, roundFloat } from './floats';
import { numbersOf, termAt } from './index';
import type { Room, Rooms } from './room';

type Count = () => number;
type Do = () => void;

/** Whether something rounded lay at a tie in the draw. */
interface Ties {
  any: boolean;
}

interface Machine {
  readonly ties: Ties;
  readonly figures: Float64Array;
  readonly offsets: ReadonlyMap<Store, number>;
  /** Variables of loops, by their place. */
  readonly variables: Int32Array;
  readonly places: Map<Loop, number>;
}

/** Most loops that are open at once, and that a model has: variables are given to each. */
const VARIABLES = 65_536;

export function closuresOf(program: Program, draws: number): Rooms {
  let size = 0;
  const offsets = new Map<Store, number>();
  for (const store of program.stores) {
    offsets.set(store, size);
    size += store.size;
  }
  const machine: Machine = {
    figures: new Float64Array(size),
    offsets,
    variables: new Int32Array(VARIABLES),
    places: new Map(),
    ties: { any: false },
  };
  for (const [store, figures] of program.figures) machine.figures.set(figures, offsets.get(store) ?? 0);
  const steps = program.steps.map((step) => doing(step, machine));
  const place = ({ store, cell }: Program['inputs'][number]): number => (offsets.get(store) ?? 0) + cell;
  const [inputs, outputs] = [program.inputs.map(place), program.outputs.map(place)];
  return () => roomFor(machine, steps, inputs, outputs, draws);
}

function roomFor(
  machine: Machine,
  steps: readonly Do[],
  inputs: readonly number[],
  outputs: readonly number[],
  draws: number,
): Room {
  const columns = (cells: readonly number[]): readonly Float64Array[] => cells.map(() => new Float64Array(draws));
  const [given, figures] = [columns(inputs), columns(outputs)];
  const ties = new Float64Array(draws);
  return {
    draws,
    given: (cell, count) => (given[cell] ?? ties).subarray(0, count),
    run: (count) => {
      for (let draw = 0; draw < count; draw += 1) {
        inputs.forEach((at, n) => (machine.figures[at] = given[n]?.[draw] ?? Number.NaN));
        machine.ties.any = false;
        for (const step of steps) step();
        figures.forEach((of, n) => (of[draw] = machine.figures[outputs[n] ?? 0] ?? Number.NaN));
        ties[draw] = Number(machine.ties.any);
      }
    },
    figure: (number, count) => (figures[number] ?? ties).subarray(0, count),
    ties: (count) => ties.subarray(0, count),
  };
}

function doing(step: Step, machine: Machine): Do {
  if (step.kind === 'store') {
    const { figures } = machine;
    const offset = machine.offsets.get(step.store) ?? 0;
    const [at, value] = [numbered(step.at, machine), computing(step.value, machine)];
    return () => {
      figures[offset + at()] = value();
    };
  }
  const steps = step.body.map((inner) => doing(inner, machine));
  return looping(step.loop, machine, () => {
    for (const inner of steps) inner();
  });
}

/** The place of a loop's variable. */
function variableOf(loop: Loop, { places }: Machine): number {
  const known = places.get(loop) ?? places.size;
  places.set(loop, known);
  return known;
}

function looping(loop: Loop, machine: Machine, body: Do): Do {
  const { variables } = machine;
  const [variable, { over }] = [variableOf(loop, machine), loop];
  if (over.kind === 'range') {
    const limit = over.limit ? numbered(over.limit, machine) : (): number => over.to;
    return () => {
      const to = Math.min(over.to, limit() + 1);
      for (let number = over.from; number < to; number += over.step) {
        variables[variable] = number;
        body();
      }
    };
  }
  const at = over.kind === 'lists' ? numbered(over.at, machine) : (): number => 0;
  const lists = over.kind === 'lists' ? over.lists : [numbersOf(loop)];
  return () => {
    for (const number of lists[at()] ?? []) {
      variables[variable] = number;
      body();
    }
  };
}

function numbered({ base, terms }: Index, machine: Machine): Count {
  const { variables } = machine;
  const parts = terms.map((term) => ({ variable: variableOf(term.loop, machine), term }));
  return () => {
    let total = base;
    for (const { variable, term } of parts) total += termAt(term, variables[variable] ?? 0);
    return total;
  };
}

function computing({ node }: Value, machine: Machine): Count {
  const part = (of: Value): Count => computing(of, machine);
  switch (node.kind) {
    case 'number':
      return () => node.value;
    case 'load':
      return loading(node, machine);
    case 'index':
      return numbered(node.at, machine);
    case 'binary':
      if (node.clean) {
        const [left, right] = [part(node.left), part(node.right)];
        const clean = node.op === '*' ? cleanProduct : cleanDifference;
        return () => clean(left(), right());
      }
      return node.op === '^' ? raising(node, part) : onTwo(node.op, part(node.left), part(node.right));
    case 'extreme': {
      const [left, right] = [part(node.left), part(node.right)];
      if (node.op === 'min') return () => least(left(), right());
      return () => -least(-left(), -right());
    }
    case 'compare': {
      const [left, right] = [part(node.left), part(node.right)];
      return () => (compareFloats(node.op, left(), right(), node.sure) ? 1 : 0);
    }
    case 'select': {
      const [when, then, otherwise] = [part(node.when), part(node.then), part(node.otherwise)];
      return () => (when() === 0 ? otherwise() : then());
    }
    case 'call':
      return calling(node.name, part(node.of));
    case 'round':
      return rounding(node, part(node.of), machine);
    case 'sum':
      return summing(node, node.parts.map(part), machine);
  }
}

const least = (a: number, b: number): number => (b < a ? b : a);

function loading(node: Extract<ValueNode, { kind: 'load' }>, machine: Machine): Count {
  const { figures } = machine;
  const offset = machine.offsets.get(node.store) ?? 0;
  const at = numbered(node.at, machine);
  if (!node.guard) return () => figures[offset + at()] ?? Number.NaN;
  const guard = numbered(node.guard, machine);
  return () => (guard() < 0 ? 0 : (figures[offset + at()] ?? Number.NaN));
}

function onTwo(op: Exclude<Arithmetic, '^'>, left: Count, right: Count): Count {
  switch (op) {
    case '+':
      return () => left() + right();
    case '-':
      return () => left() - right();
    case '*':
      return () => left() * right();
    case '/':
      return () => left() / right();
  }
}

/** Chosen as the compiled module chooses. */
function raising({ left, right }: Extract<ValueNode, { kind: 'binary' }>, part: (of: Value) => Count): Count {
  const [of, to] = [part(left), part(right)];
  const { node } = right;
  if (node.kind === 'number' && node.value === 0.5) return () => Math.sqrt(of());
  if (node.kind === 'index' || (node.kind === 'number' && isWholePower(node.value)))
    return () => wholePower(of(), to());
  return () => power(of(), to());
}

function calling(name: Extract<ValueNode, { kind: 'call' }>['name'], of: Count): Count {
  switch (name) {
    case 'exp':
      return () => exponential(of());
    case 'ln':
      return () => logarithm(of());
    case 'normal':
      return () => normalFloat(of());
  }
}

function rounding(node: Extract<ValueNode, { kind: 'round' }>, of: Count, machine: Machine): Count {
  return () => {
    const { value, tie } = roundFloat(of(), node.mode, node.places);
    machine.ties.any ||= tie;
    return value;
  };
}

function summing(node: Extract<ValueNode, { kind: 'sum' }>, parts: readonly Count[], machine: Machine): Count {
  let total = 0;
  const body = looping(node.loop, machine, () => {
    for (const part of parts) total += part();
  });
  return () => {
    total = 0;
    body();
    return total;
  };
}
