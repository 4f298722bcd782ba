/** The walls of docs/ARCHITECTURE.md, room by room: who may import whom. Read each rule as "this room, to anything but …". */
const port = '^src/workbook/[^/]+[.]ts$';
const adapter = (name) => `^src/workbook/${name}(/|[.]ts$)`;
const adapters = '^src/workbook/(excel|xlsx|grid)(/|[.]ts$)';

/** assess.ts and the few steps it is made of; what is asked of a model beside its results stands in stress/. */
const product = '^src/((run|stress|compare)/)?[^/]+[.]ts$';
const library = (...names) => `(^|/)node_modules/(${names.join('|')})/`;
const entries = '^src/(taskpane|commands|workbench|cli)/(main|index|trusted)[.]tsx?$|^src/worker/worker[.]ts$';

/** Readings of the model made when it is built and written down, not when it is run. */
const builders = '^src/engine/readings/(units|soundness|document)[.]ts$';

/** A room may reach only what is listed. */
const room = (name, from, allowed, comment, fromNot) => ({
  name,
  comment,
  severity: 'error',
  from: fromNot === undefined ? { path: from } : { path: from, pathNot: fromNot },
  to: { pathNot: allowed },
});

module.exports = {
  forbidden: [
    room('engine', '^src/engine/', ['^src/engine/', library('decimal[.]js')], 'The sums know decimals and themselves.'),
    room('port', port, [port], 'The port and its plain port import nothing else.', adapters),
    room('inputs', '^src/inputs/', ['^src/(inputs|engine)/', port, library('decimal[.]js')], 'Inputs know the engine.'),
    room(
      'outputs',
      '^src/outputs/',
      ['^src/(outputs|engine)/', port, library('decimal[.]js')],
      'Outputs know the engine.',
    ),
    room(
      'assess',
      product,
      [product, '^src/(inputs|engine|outputs|trials)/', port, library('decimal[.]js', '@noble/hashes')],
      'The whole product knows no adapter, no screen and no file.',
    ),
    room(
      'verify',
      '^src/verify/',
      ['^src/(verify|engine|inputs)/', '^src/run/run-model[.]ts$', port, library('decimal[.]js')],
      'Checks know the sums and the inputs, and no words of the results.',
    ),
    room('trials', '^src/trials/', ['^src/trials/', library('papaparse')], 'Lists of trials, and their one library.'),
    room(
      'change-log',
      '^src/change-log/',
      ['^src/(change-log|engine|inputs)/', '^src/run/run-model[.]ts$', port, library('decimal[.]js')],
      'What changed, and what it did.',
    ),
    room(
      'review',
      '^src/review/',
      [
        '^src/(review|verify|lint|change-log|engine|inputs|outputs)/',
        '^src/run/run-model[.]ts$',
        port,
        library('decimal[.]js'),
      ],
      'Forms and remarks for reviewers, from what was checked: plain data, no file and no screen.',
    ),
    room('lint', '^src/lint/', ['^src/lint/', port], 'What is remarked on sheets, from what a book holds.'),
    room(
      'share',
      '^src/share/',
      ['^src/(share|engine|inputs|outputs)/', '^src/(assess|run/run-model)[.]ts$', port, library('decimal[.]js')],
      'A copy is made of plain data, and knows no file.',
    ),
    room('excel', adapter('excel'), [adapter('excel'), port], 'Office.js is a global of the page, not a package.'),
    room(
      'xlsx',
      adapter('xlsx'),
      [adapter('xlsx'), port, library('fflate', 'fast-xml-parser')],
      'A file, its library, and the port.',
    ),
    room(
      'grid',
      adapter('grid'),
      [adapter('grid'), port, library('@univerjs', 'rxjs')],
      'The browser sheet and the port.',
    ),
    room(
      'worker',
      '^src/worker/',
      [
        '^src/(worker|verify|review|lint|engine|outputs|inputs|stress|compare|trials|share)/',
        '^src/(assess|import-trials)[.]ts$',
        port,
        adapter('xlsx'),
      ],
      'Sums, and the file of a payer copy.',
    ),
    room(
      'pane',
      '^src/(taskpane|commands|functions)/',
      [
        '^src/(taskpane|commands|functions|worker|engine|outputs|inputs|verify|review|lint|share)/',
        '^src/assess[.]ts$',
        port,
        adapter('excel'),
        library('react', 'react-dom', '@fluentui', 'echarts', 'decimal[.]js'),
      ],
      'The pane reaches Excel through its adapter, and no file and no command line.',
    ),
    {
      name: 'workbench',
      comment: 'The workbench knows neither Office nor the command line.',
      severity: 'error',
      from: { path: '^src/workbench/' },
      to: { path: [adapter('excel'), '^src/cli/', '^src/commands/', library('@microsoft')] },
    },
    {
      name: 'command-line',
      comment: 'The command line knows files, and no screen.',
      severity: 'error',
      from: { path: '^src/cli/' },
      to: {
        path: [
          adapter('excel'),
          adapter('grid'),
          '^src/(taskpane|commands|workbench)/',
          library('react', 'react-dom', '@fluentui', '@univerjs', 'echarts', '@microsoft'),
        ],
      },
    },
    {
      name: 'doors-are-outermost',
      comment: 'Nothing inside imports a door.',
      severity: 'error',
      from: { path: '^src/(engine|inputs|outputs|workbook|worker|assess)' },
      to: { path: '^src/(taskpane|commands|workbench|cli)/' },
    },
    {
      name: 'product-from-product',
      comment: 'The product imports neither its tests nor its benches.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(test|bench|scripts)/' },
    },
    {
      name: 'no-development-package',
      comment: 'What ships is listed under dependencies.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    { name: 'resolves', severity: 'error', comment: 'Every import exists.', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-circles',
      comment: 'No circle at run time.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-circles-of-types',
      comment: 'Nor of types, but inside the graph, where a quantity and its expression name each other.',
      severity: 'error',
      from: { pathNot: '^src/engine/graph/' },
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'Every file is reached from a door, or is a reading that the tests and docs/METHODS.md alone make.',
      severity: 'error',
      from: { path: [entries, builders] },
      to: { path: '^src/', pathNot: [entries, builders, '[.]d[.]ts$', '^src/cli/realise[.]cjs$'], reachable: false },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.d.ts', '.mjs', '.cjs', '.js', '.json'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
};
