/**
 * Three projects. `sums`: plain Node, everything named *.test.ts. `pane`: jsdom, everything named *.test.tsx.
 * `slow`: whatever drives Chromium or LibreOffice (test/page, test/libreoffice, *.slow.test.ts); each starts a browser or an office of its own.
 */
const swc = (tsx) => [
  '@swc/jest',
  {
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', tsx },
      transform: { react: { runtime: 'automatic' } },
    },
    module: { type: 'commonjs' },
  },
];

/** Packages that ship modules only, where their CommonJS door is missing or leads to a different build. */
const modulesOnly = [
  'echarts',
  'zrender',
  'lodash-es',
  'nanoid',
  'rxjs',
  '@univerjs',
  'rbush',
  'quickselect',
  'kdbush',
  'flatqueue',
  'cjk-regex',
  'unicode-regex',
  'regexp-util',
  'franc-min',
  'trigram-utils',
  'n-gram',
  'collapse-white-space',
  'numfmt',
  'opentype.js',
];

const shared = {
  rootDir: __dirname,
  transform: { '^.+\\.ts$': swc(false), '^.+\\.(tsx|js|mjs)$': swc(true) },
  transformIgnorePatterns: [`/node_modules/(?!(${modulesOnly.join('|')})/)`, '\\.cjs$'],
  moduleNameMapper: { '\\.(css|svg|png)$': '<rootDir>/test/house/setup/asset.cjs' },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.stryker-tmp/', '<rootDir>/.tools/'],
};

const slow = ['<rootDir>/test/page/', '<rootDir>/test/libreoffice/', '\\.slow\\.test\\.tsx?$'];

module.exports = {
  maxWorkers: 2,
  projects: [
    {
      ...shared,
      displayName: 'sums',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', ...slow],
      setupFilesAfterEnv: ['<rootDir>/test/house/setup/minutes.cjs'],
    },
    {
      ...shared,
      displayName: 'pane',
      testEnvironment: 'jsdom',
      setupFiles: ['<rootDir>/test/house/setup/browser.cjs'],
      testMatch: ['<rootDir>/test/**/*.test.tsx'],
      testPathIgnorePatterns: ['/node_modules/', ...slow],
      setupFilesAfterEnv: ['<rootDir>/test/house/setup/minutes.cjs'],
    },
    {
      ...shared,
      displayName: 'slow',
      testEnvironment: 'node',
      testMatch: [
        '<rootDir>/test/page/**/*.test.ts',
        '<rootDir>/test/libreoffice/**/*.test.ts',
        '<rootDir>/test/**/*.slow.test.ts',
      ],
      setupFilesAfterEnv: ['<rootDir>/test/house/setup/minutes.cjs'],
    },
  ],
};
