import { page } from '../context/page.js';

/** The address of the script file itself; the build gives it. */
declare const SCRIPT_ADDRESS: string;

// Before any tag is defined: elements that stand in the page already wake at once, and look for it.
page().builtIn ??= new URL('living-well/bundle.json', SCRIPT_ADDRESS).href;
