/** Strictest typed rules, Office's own, React's hooks; and an engine without clock, chance or browser. */
import eslint from '@eslint/js';
import office from 'eslint-plugin-office-addins';
import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const officeRules = Object.fromEntries(Object.keys(office.rules).map((rule) => [`office-addins/${rule}`, 'error']));

const impure = [
  ...['Date', 'performance', 'crypto', 'console', 'process', 'require', 'Intl', 'fetch', 'globalThis'],
  ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'requestAnimationFrame'],
  ...['window', 'self', 'document', 'navigator', 'location', 'localStorage', 'sessionStorage', 'indexedDB'],
  ...['Office', 'Excel', 'OfficeExtension'],
];

/** Of these each browser's engine has its own last digits; sums, products, quotients and roots are the same everywhere. */
const inexact = [
  ...['exp', 'expm1', 'log', 'log10', 'log1p', 'log2', 'pow', 'cbrt', 'hypot'],
  ...['sin', 'cos', 'tan', 'asin', 'acos', 'atan', 'atan2', 'sinh', 'cosh', 'tanh', 'asinh', 'acosh', 'atanh'],
];
const everywhere = [
  { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
  { selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]', message: 'Text from cells is untrusted.' },
  { selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML)$/]', message: 'Text is untrusted.' },
];
const SAME = 'A figure must be the same on every machine: see engine/elementary.ts.';

export default tseslint.config(
  {
    ignores: ['node_modules/', 'dist/', 'reports/', 'coverage/', '.stryker-tmp/', '.tools/', 'test/published/**/*.mjs'],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  eslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { 'office-addins': office, 'react-hooks': hooks },
    rules: {
      ...officeRules,
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-eval': 'error',
      eqeqeq: 'error',
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-syntax': ['error', ...everywhere],
      'max-lines': ['error', { max: 300 }],
    },
  },
  {
    files: ['src/engine/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...impure.map((name) => ({ name, message: 'The engine has no clock, no chance and no surroundings.' })),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'The engine has no chance of its own.' },
        { property: 'toLocaleString', message: 'The engine speaks no language.' },
      ],
    },
  },
  {
    files: ['src/engine/**/*.ts', 'src/stress/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...everywhere,
        { selector: 'BinaryExpression[operator="**"]', message: SAME },
        { selector: `MemberExpression[object.name="Math"][property.name=/^(${inexact.join('|')})$/]`, message: SAME },
      ],
    },
  },
  {
    files: ['**/*.{js,cjs,mjs}'],
    languageOptions: {
      globals: Object.fromEntries(
        ['process', 'console', 'URL', 'globalThis', 'setTimeout', 'clearTimeout', 'fetch', 'structuredClone']
          .concat(['Buffer', 'TextEncoder', 'TextDecoder', 'performance'])
          .map((name) => [name, 'readonly']),
      ),
    },
  },
  {
    files: ['**/*.cjs', 'webpack.config.js'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: {
        require: 'readonly',
        module: 'writable',
        __dirname: 'readonly',
        jest: 'readonly',
        Element: 'readonly',
      },
    },
  },
);
