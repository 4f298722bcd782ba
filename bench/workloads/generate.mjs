/** Seeded inputs of the two reference workloads, BIM-ref and BIM-annual (see workloads.md). All values are finite decimals. */
export function mulberry32(a) {
  return function () {
    a |= 0;
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
const rnd = (x, d) => Number(x.toFixed(d));
export const NREF = 205,
  NANN = 109;
export function genRef(seed) {
  const u = mulberry32(seed),
    U = (lo, hi, d) => rnd(lo + (hi - lo) * u(), d);
  const p = [];
  p.push(U(5e6, 6e7, 0));
  p.push(U(0, 0.0015, 6));
  p.push(0.035);
  simplex(p, 6, u, 4);
  for (let i = 0; i < 6; i++) p.push(U(5e-6, 6e-5, 7));
  for (let i = 0; i < 6; i++) p.push(U(1e-4, 1e-3, 6));
  for (let i = 0; i < 6; i++) p.push(U(0.5, 0.95, 3));
  for (let i = 0; i < 6; i++) p.push(U(0.2, 0.8, 3));
  for (let i = 0; i < 6; i++) p.push(U(0.3, 0.9, 3));
  for (let s = 0; s < 6; s++) {
    let x = U(0, 0.05, 3);
    for (let y = 0; y < 6; y++) {
      p.push(x);
      x = rnd(Math.min(0.9, x + 0.15 * u()), 3);
    }
  }
  for (let s = 0; s < 6; s++) simplex(p, 4, u, 3);
  for (let k = 0; k < 5; k++) p.push(U(6, 60, 1));
  for (let k = 0; k < 5; k++) p.push(k < 2 ? 1 : U(0.6, 1.4, 2));
  for (let k = 0; k < 5; k++) p.push(U(k == 4 ? 800 : 50, k == 4 ? 3000 : 900, 2));
  for (let k = 0; k < 5; k++) p.push(U(-0.03, 0.04, 3));
  for (let i = 0; i < 30; i++) p.push(U(0.7, 1.3, 2));
  for (let k = 0; k < 5; k++) p.push(U(0, 120, 2));
  for (let k = 0; k < 5; k++) p.push(U(5, 60, 2));
  for (let k = 0; k < 5; k++) p.push(U(10, 400, 2));
  for (let k = 0; k < 5; k++) p.push(U(0, 250, 2));
  for (let k = 0; k < 5; k++) p.push(U(20, 150, 2));
  for (let s = 0; s < 6; s++) p.push(U(0.6, 1.6, 2));
  for (let k = 0; k < 5; k++) p.push(U(0.001, 0.03, 4));
  for (let s = 0; s < 6; s++) p.push(U(1500, 6000, 2));
  p.push(U(2e3, 8e3, 0), U(1e4, 3e4, 0), U(4e4, 9e4, 0));
  p.push(0, U(0.05, 0.1, 3), U(0.12, 0.2, 3), U(0.25, 0.4, 3));
  p.push(U(2e3, 2e4, 0), U(3e4, 6e4, 0), U(8e4, 2e5, 0));
  p.push(U(0, 0.02, 3), U(0.03, 0.08, 3), U(0.1, 0.15, 3), U(0.16, 0.25, 3));
  if (p.length !== NREF) throw Error(p.length);
  return p;
}
function simplex(p, n, u, d) {
  const e = [];
  let t = 0;
  for (let i = 0; i < n; i++) {
    const x = 0.3 + u();
    e.push(x);
    t += x;
  }
  let left = 10 ** d;
  for (let i = 0; i < n - 1; i++) {
    const q = Math.round((e[i] / t) * 10 ** d);
    left -= q;
    p.push(q / 10 ** d);
  }
  p.push(left / 10 ** d);
}
export function genAnn(seed) {
  const u = mulberry32(seed ^ 0x5bd1e995),
    U = (lo, hi, d) => rnd(lo + (hi - lo) * u(), d);
  const p = [];
  p.push(U(5e5, 6e7, 0), U(0, 0.015, 4), 0.035);
  simplex(p, 3, u, 4);
  for (const [lo, hi, d] of [
    [1e-4, 5e-3, 6],
    [0.5, 0.95, 3],
    [0.2, 0.8, 3],
    [0.3, 0.9, 3],
  ])
    for (let s = 0; s < 3; s++) p.push(U(lo, hi, d));
  for (let w = 0; w < 2; w++)
    for (let k = 1; k < 5; k++)
      for (let y = 0; y < 5; y++) p.push(k == 4 ? (w ? U(0.02 + 0.05 * y, 0.05 + 0.07 * y, 3) : 0) : U(0.05, 0.19, 3));
  for (let k = 0; k < 5; k++) p.push(U(k == 4 ? 6e3 : 5e2, k == 4 ? 3e4 : 9e3, 2));
  for (let k = 0; k < 5; k++) p.push(U(0.7, 1, 2));
  for (let s = 0; s < 3; s++) p.push(U(0.7, 1.3, 2));
  for (const [lo, hi] of [
    [0, 900],
    [50, 700],
    [10, 400],
    [200, 1500],
    [0, 3000],
  ])
    for (let k = 0; k < 5; k++) p.push(U(lo, hi, 2));
  for (let s = 0; s < 3; s++) p.push(U(0.6, 1.6, 2));
  for (let k = 0; k < 5; k++) p.push(U(0, 300, 2));
  p.push(U(500, 3e3, 0), U(5e3, 3e4, 0), 0, U(0.05, 0.15, 3), U(0.2, 0.4, 3));
  if (p.length !== NANN) throw Error(p.length);
  return p;
}
export function curve64(p, St) {
  // Weibull persistence, S_k(a)=exp(-(a/lam)^gam)
  for (let k = 0; k < 5; k++) {
    const l = p[99 + k],
      g = p[104 + k];
    for (let a = 0; a < 60; a++) St[k * 60 + a] = a ? Math.exp(-Math.pow(a / l, g)) : 1;
  }
  return St;
}
export function curveTab(p) {
  return Array.from(curve64(p, new Array(300)), (x) => Number(x.toFixed(12)));
} // rounded: exact decimal data
