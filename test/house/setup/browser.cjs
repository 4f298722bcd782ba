/** What every browser the pane runs in has, and jsdom lacks. */
const { TextDecoder, TextEncoder } = require('node:util');

class NoObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}

const noMatch = (query) => ({
  matches: false,
  media: query,
  onchange: null,
  addEventListener() {},
  removeEventListener() {},
  addListener() {},
  removeListener() {},
  dispatchEvent: () => false,
});

const missing = {
  TextDecoder,
  TextEncoder,
  structuredClone: (value) => require('node:v8').deserialize(require('node:v8').serialize(value)),
  ResizeObserver: NoObserver,
  IntersectionObserver: NoObserver,
  matchMedia: noMatch,
};
for (const [name, value] of Object.entries(missing)) if (globalThis[name] === undefined) globalThis[name] = value;
if (Element.prototype.scrollIntoView === undefined) Element.prototype.scrollIntoView = () => undefined;
