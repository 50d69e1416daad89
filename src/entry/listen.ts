/*
 * The script files for pages that play and show the words, and no more: those elements, and the bundle that lies beside
 * the file. They are wrapped as the others are: several files on one page, in any order, have one voice. `listen.js` speaks
 * English alone; `listen.cy.js` is the same with Welsh.
 */
import './beside.js';
import '../elements/dialogue-bundle/dialogue-bundle.js';
import '../elements/dialogue-dock/dialogue-dock.js';
import '../elements/dialogue-player/dialogue-player.js';
import '../elements/dialogue-transcript/dialogue-transcript.js';
import './figures.js';
