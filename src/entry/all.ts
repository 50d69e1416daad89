import '../elements/dialogue-bundle/dialogue-bundle.js';
import '../elements/dialogue-dock/dialogue-dock.js';
import '../elements/dialogue-player/dialogue-player.js';
import '../elements/dialogue-transcript/dialogue-transcript.js';
import '../elements/participant-card/participant-card.js';
import '../elements/participant-list/participant-list.js';
import '../elements/prompt-deck/prompt-deck.js';
import '../elements/tension-card/tension-card.js';
