/*
 * The script files: all elements, and the bundle that lies beside the file. The build wraps them, Lit included, in a
 * look at what the page has already; see rollup.config.js.
 */
import './beside.js';
import './all.js';
import './figures.js';
