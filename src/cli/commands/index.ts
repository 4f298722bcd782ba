/** Every command, in the order in which they are told. */
import type { Command } from '../command';
import { actions } from './actions';
import { check } from './check';
import { compare } from './compare';
import { explain } from './explain';
import { importTrialsCommand } from './import-trials';
import { lint } from './lint';
import { live } from './live';
import { portfolio } from './portfolio';
import { reproduce } from './reproduce';
import { run } from './run';
import { share } from './share';
import { stress } from './stress';
import { template } from './template';
import { verify } from './verify';

export const COMMANDS: readonly Command[] = [
  run,
  check,
  explain,
  actions,
  stress,
  live,
  template,
  importTrialsCommand,
  portfolio,
  verify,
  reproduce,
  share,
  compare,
  lint,
];
