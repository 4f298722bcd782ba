#!/usr/bin/env node
/** Runs the command line from its TypeScript sources, in a checkout after `npm ci`. */
require('tsx/cjs');
require('./main.ts');
