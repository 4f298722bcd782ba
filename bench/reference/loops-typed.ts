/**
 * BIM-annual and BIM-ref by hand in JavaScript: flat typed arrays, made once, and nothing that allocates. The same
 * sums in the same order as loops.c. `p` holds the draws, from `o` on the one that is meant; results go to `r` from `q`.
 */
/* eslint-disable @typescript-eslint/no-non-null-assertion -- a check at every read is what this is to be measured without */
const cost = new Float64Array(400);
const funnel = new Float64Array(3);

export function annualTyped(p: Float64Array, o: number, r: Float64Array, q: number): void {
  for (let s = 0; s < 3; s += 1)
    funnel[s] = p[o + 3 + s]! * p[o + 6 + s]! * p[o + 9 + s]! * p[o + 12 + s]! * p[o + 15 + s]!;
  let population = p[o]!;
  let factor = 1;
  let discounted = 0;
  for (let y = 0; y < 5; y += 1) {
    for (let w = 0; w < 2; w += 1) {
      const u = o + 18 + 20 * w + y;
      const rest = 1 - p[u]! - p[u + 5]! - p[u + 10]! - p[u + 15]!;
      let total = 0;
      for (let k = 0; k < 5; k += 1) {
        const share = k === 0 ? rest : p[u + 5 * (k - 1)]!;
        let volume = 0;
        let drug = 0;
        let beds = 0;
        for (let s = 0; s < 3; s += 1) {
          const n = population * funnel[s]! * share;
          volume += n;
          drug += n * p[o + 68 + s]!;
          beds += n * p[o + 96 + s]!;
        }
        const c = ((w * 5 + y) * 5 + k) * 8;
        cost[c] = drug * p[o + 58 + k]! * p[o + 63 + k]!;
        cost[c + 1] = volume * p[o + 71 + k]!;
        cost[c + 2] = volume * p[o + 76 + k]!;
        cost[c + 3] = volume * p[o + 81 + k]!;
        cost[c + 4] = volume * p[o + 86 + k]!;
        cost[c + 5] = beds * p[o + 91 + k]!;
        cost[c + 6] = volume * p[o + 99 + k]!;
        cost[c + 7] = k === 4 && volume > 0 ? (-cost[c] * annualBands(p, o, volume)) / volume : 0;
        for (let j = 0; j < 8; j += 1) total += cost[c + j]!;
      }
      r[q + 6 + 5 * w + y] = total;
    }
    r[q + y] = r[q + 11 + y]! - r[q + 6 + y]!;
    discounted += r[q + y]! / factor;
    factor *= 1 + p[o + 2]!;
    population *= 1 + p[o + 1]!;
  }
  r[q + 5] = discounted;
}

function annualBands(p: Float64Array, o: number, volume: number): number {
  const a = p[o + 104]!;
  const b = p[o + 105]!;
  return (
    (volume < a ? volume : a) * p[o + 106]! +
    (volume > a ? (volume < b ? volume : b) - a : 0) * p[o + 107]! +
    (volume > b ? volume - b : 0) * p[o + 108]!
  );
}

const population = new Float64Array(60);
const fraction = new Float64Array(360);
const summed = new Float64Array(305);
const gained = new Float64Array(1500);
const arising = new Float64Array(60);
const starting = new Float64Array(60);
const months = new Float64Array(300);
const starts = new Float64Array(300);

export function refTyped(p: Float64Array, o: number, r: Float64Array, q: number): void {
  curves(p, o);
  for (let s = 0; s < 6; s += 1) patients(p, o, s);
  let discounted = 0;
  let factor = 1;
  for (let y = 0; y < 5; y += 1) {
    for (let w = 0; w < 2; w += 1) {
      let total = 0;
      for (let k = 0; k < 5; k += 1) total += costs(p, o, w, y, k);
      r[q + 6 + 5 * w + y] = total;
    }
    r[q + y] = r[q + 11 + y]! - r[q + 6 + y]!;
    discounted += r[q + y]! / factor;
    factor *= 1 + p[o + 2]!;
  }
  r[q + 5] = discounted;
}

function curves(p: Float64Array, o: number): void {
  population[0] = p[o]!;
  for (let m = 1; m < 60; m += 1) population[m] = population[m - 1]! * (1 + p[o + 1]!);
  for (let s = 0; s < 6; s += 1)
    for (let y = 0; y < 5; y += 1) {
      const from = p[o + 39 + 6 * s + y]!;
      const to = p[o + 40 + 6 * s + y]!;
      for (let m = 0; m < 12; m += 1) fraction[60 * s + 12 * y + m] = from + ((to - from) * m) / 12;
    }
  for (let k = 0; k < 5; k += 1) {
    const c = 61 * k;
    for (let a = 0; a < 60; a += 1) summed[c + a + 1] = summed[c + a]! + p[o + 205 + 60 * k + a]!;
    for (let y = 0; y < 5; y += 1)
      for (let j = 0; j < 12 * y + 12; j += 1) {
        const d = 12 * y - j;
        gained[(k * 5 + y) * 60 + j] = summed[c + d + 12]! - summed[c + (d > 0 ? d : 0)]!;
      }
  }
}

function patients(p: Float64Array, o: number, s: number): void {
  const base = p[o + 3 + s]! * p[o + 21 + s]! * p[o + 27 + s]! * p[o + 33 + s]!;
  const prevalent = p[o]! * base * p[o + 15 + s]!;
  const incident = base * p[o + 9 + s]!;
  for (let m = 0; m < 60; m += 1) arising[m] = population[m]! * incident;
  for (let w = 0; w < 2; w += 1)
    for (let k = 0; k < 5; k += 1) {
      // The share is a + b times the uptake of the new technology.
      const typed = k < 4 ? p[o + 75 + 4 * s + k]! : 0;
      const slope = w === 0 ? 0 : k < 4 ? -typed : 1;
      for (let m = 0; m < 60; m += 1) starting[m] = arising[m]! * (typed + slope * fraction[60 * s + m]!);
      const bolus = prevalent * (typed + slope * fraction[60 * s]!);
      for (let y = 0; y < 5; y += 1) {
        const g = (k * 5 + y) * 60;
        let on = bolus * (summed[61 * k + 12 * y + 12]! - summed[61 * k + 12 * y]!);
        for (let j = 0; j < 12 * y + 12; j += 1) on += starting[j]! * gained[g + j]!;
        let started = 0;
        for (let m = 12 * y; m < 12 * y + 12; m += 1) started += starting[m]!;
        const cell = ((w * 5 + y) * 5 + k) * 6 + s;
        months[cell] = on;
        starts[cell] = started;
      }
    }
}

function costs(p: Float64Array, o: number, w: number, y: number, k: number): number {
  let volume = 0;
  let started = 0;
  let drug = 0;
  let disease = 0;
  let offset = 0;
  let price = p[o + 109 + k]!;
  for (let n = 0; n < y; n += 1) price *= 1 + p[o + 114 + k]!;
  const cell = (w * 5 + y) * 5 + k;
  for (let s = 0; s < 6; s += 1) {
    const on = months[cell * 6 + s]!;
    volume += on;
    started += starts[cell * 6 + s]!;
    drug += on * p[o + 119 + 5 * s + k]!;
    disease += on * p[o + 174 + s]!;
    offset += on * p[o + 185 + s]!;
  }
  const c = cell * 8;
  cost[c] = drug * price;
  cost[c + 1] = volume * p[o + 149 + k]!;
  cost[c + 2] = volume * p[o + 154 + k]!;
  cost[c + 3] = started * p[o + 159 + k]!;
  cost[c + 4] = started * p[o + 164 + k]!;
  cost[c + 5] = disease * p[o + 169 + k]!;
  cost[c + 6] = -offset * p[o + 180 + k]!;
  cost[c + 7] = k < 3 ? 0 : -cost[c] * (k === 4 ? marginal(p, o, volume) : cliff(p, o, volume));
  let total = 0;
  for (let j = 0; j < 8; j += 1) total += cost[c + j]!;
  return total;
}

function marginal(p: Float64Array, o: number, volume: number): number {
  if (volume === 0) return 0;
  let inBands = 0;
  let from = 0;
  for (let t = 0; t < 4 && volume > from; t += 1) {
    const to = t < 3 ? p[o + 191 + t]! : 1e30;
    inBands += ((volume < to ? volume : to) - from) * p[o + 194 + t]!;
    from = to;
  }
  return inBands / volume;
}

function cliff(p: Float64Array, o: number, volume: number): number {
  let t = 0;
  while (t < 3 && p[o + 198 + t]! <= volume) t += 1;
  return p[o + 201 + t]!;
}
