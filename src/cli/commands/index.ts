/** Every command, in the order in which they are told. */
import type { Command } from '../command';
import { actions } from './actions';
import { check } from './check';
import { explain } from './explain';
import { live } from './live';
import { run } from './run';
import { template } from './template';

export const COMMANDS: readonly Command[] = [run, check, explain, actions, live, template];
