import type { Command } from './command.js';
import { importCommand } from './import/import.js';
import { initCommand } from './init/init.js';
import { prerenderCommand } from './prerender/prerender.js';
import { validateCommand } from './validate/validate.js';

/** All that the command line can do, in the order in which it says so. */
export const commands: readonly Command[] = [validateCommand, importCommand, initCommand, prerenderCommand];
