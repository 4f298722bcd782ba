/**
 * The static site: the task pane (with office.js from Microsoft's CDN), the workbench (without), icons and the
 * manifests. REALISE_BASE_URL says where the site will be served; Excel insists on https.
 */
const path = require('node:path');
const CopyPlugin = require('copy-webpack-plugin');
const HtmlPlugin = require('html-webpack-plugin');
const MinimizerPlugin = require('minimizer-webpack-plugin');

const DEVELOPMENT_BASE = 'https://localhost:4301/';
const OFFICE = 'https://appsforoffice.microsoft.com';

/** The base address always ends in a slash, so that a subfolder stays part of it. */
const baseUrl = () => (process.env.REALISE_BASE_URL ?? DEVELOPMENT_BASE).replace(/\/*$/, '/');

/** Nothing but our own files, and office.js where the page runs inside Office; styles are made by Fluent at run time. */
const policy = (scripts, typed) =>
  [
    "default-src 'none'",
    `script-src ${["'self'", ...scripts, "'wasm-unsafe-eval'"].join(' ')}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    ...(typed ? ["require-trusted-types-for 'script'", "trusted-types default 'allow-duplicates'"] : []),
  ].join('; ');

const page = ({ title, body, office }) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policy(office ? [OFFICE] : [], office)}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>${title}</title>
    <link rel="icon" href="assets/icon-32.png" type="image/png">${
      office
        ? `\n    <script src="trusted.js"></script>\n    <script src="${OFFICE}/lib/1/hosted/office.js"></script>`
        : ''
    }
  </head>
  <body>${body}</body>
</html>
`;

/** Pages by name: what starts them and what they say before that. */
const pages = {
  taskpane: { source: './src/taskpane/main.tsx', title: 'Realise', body: '<div id="root"></div>', office: true },
  workbench: {
    source: './src/workbench/main.tsx',
    title: 'Realise workbench',
    body: '<div id="root"></div>',
    office: false,
  },
};

const html = ([name, { title, body, office }]) =>
  new HtmlPlugin({
    filename: `${name}.html`,
    chunks: [name],
    templateContent: page({ title, body, office }),
    scriptLoading: 'defer',
    minify: false,
  });

const copied = new CopyPlugin({
  patterns: [
    { from: 'assets', to: 'assets', globOptions: { ignore: ['**/*.html', '**/*.json', '**/ribbon/*.svg'] } },
    { from: 'assets/support.html', to: 'support.html' },
    ...[
      ['manifest.xml', 'manifest.xml'],
      ['manifest.json', 'manifest.json'],
      ['assets/functions.json', 'functions.json'],
      ['assets/shortcuts.json', 'shortcuts.json'],
    ].map(([from, to]) => ({
      from,
      to,
      transform: (text) => text.toString().replaceAll(DEVELOPMENT_BASE, baseUrl()),
    })),
    { from: 'LICENSE', to: 'LICENSE.txt', toType: 'file' },
  ],
});

const swc = (tsx) => ({
  loader: 'swc-loader',
  options: {
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', tsx },
      transform: { react: { runtime: 'automatic' } },
    },
  },
});

module.exports = (_env, { mode = 'production' }) => {
  if (!baseUrl().startsWith('https://'))
    throw new Error('REALISE_BASE_URL must begin with https://: Excel loads nothing else.');
  const production = mode === 'production';
  return {
    mode,
    target: ['web', 'es2022'],
    context: __dirname,
    entry: {
      trusted: './src/taskpane/trusted.ts',
      ...Object.fromEntries(Object.entries(pages).map(([name, { source }]) => [name, source])),
    },
    output: {
      path: path.resolve(__dirname, 'dist'),
      filename: '[name].js',
      chunkFilename: production ? '[name].[contenthash:8].js' : '[name].js',
      publicPath: 'auto',
      clean: true,
    },
    devtool: production ? false : 'cheap-module-source-map',
    optimization: { minimizer: [new MinimizerPlugin({ minify: MinimizerPlugin.swcMinify, parallel: 2 })] },
    resolve: {
      extensions: ['.ts', '.tsx', '.mjs', '.js'],
      fallback: { fs: false, path: false, crypto: false, util: false },
    },
    module: {
      rules: [
        { test: /\.ts$/, exclude: /node_modules/, use: swc(false) },
        { test: /\.tsx$/, exclude: /node_modules/, use: swc(true) },
        { test: /\.css$/, use: ['style-loader', 'css-loader'] },
        {
          test: /\.(png|svg|woff2?)$/,
          type: 'asset/resource',
          generator: { filename: 'assets/[name].[contenthash:8][ext]' },
        },
      ],
    },
    plugins: [...Object.entries(pages).map(html), copied],
    performance: { hints: false },
    stats: { preset: 'errors-warnings', warnings: true },
    devServer: {
      host: 'localhost',
      port: 4300,
      hot: false,
      liveReload: true,
      static: false,
      devMiddleware: { index: 'workbench.html' },
      client: { overlay: { errors: true, warnings: false }, logging: 'warn' },
    },
  };
};
