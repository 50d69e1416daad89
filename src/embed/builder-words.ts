import type { Site, Snippet } from './snippets.js';

/*
 * What the embed builder says, in plain words for somebody who looks after a web page. What a kind of site allows changes
 * with its version, its plan and its settings: each note says who can tell.
 */

interface Named {
  readonly name: string;
  readonly about: string;
}

export const elements: Readonly<Record<string, Named>> = {
  'dialogue-player': { name: 'Player', about: 'Plays one dialogue, with chapters, speed and transcript' },
  'dialogue-transcript': { name: 'Transcript', about: 'The words of one dialogue, to read along' },
  'dialogue-series': { name: 'Whole series', about: 'One page with everything: dialogues, people, questions' },
  'dialogue-search': { name: 'Search', about: 'One box over all that is said' },
  'tension-card': { name: 'Tension', about: 'The question, its two sides and a button to listen' },
  'tension-list': { name: 'All tensions', about: 'Each tension of the series, one under the other' },
  'tension-line': { name: 'Tension line', about: 'Place yourself between the two sides; nobody is told' },
  'participant-list': { name: 'People', about: 'Who speaks in one dialogue' },
  'prompt-deck': { name: 'Questions', about: 'Questions for a team, one at a time' },
  'team-session': { name: 'Team session', about: 'Run a dialogue with a team in 15, 30 or 60 minutes' },
  'learning-list': { name: 'Learnings', about: 'What the dialogues taught, with moments to hear' },
  'series-credits': { name: 'Credits', about: 'Thanks, music and licence' },
};

export const themeNames: Readonly<Record<string, string>> = {
  'living-well': 'The series’ own',
  nhs: 'NHS',
  plain: 'Plain: as little as possible',
};

export const languageNames: Readonly<Record<string, string>> = { 'en-GB': 'English', cy: 'Cymraeg (Welsh)' };

interface SiteWords {
  readonly name: string;
  readonly notes: readonly string[];
}

export const siteWords: Readonly<Record<Site, SiteWords>> = {
  own: {
    name: 'Our own site',
    notes: [
      'The first way is the best one: the words become part of your page, in your type and colours, and your search finds them.',
      'The second is for sites that let no script of others in: a frame holds it all, and the small script only makes the frame as high as what it shows.',
      'You may also copy the whole folder dist/ to your own server and change the addresses: then nothing comes from elsewhere.',
    ],
  },
  wordpress: {
    name: 'WordPress',
    notes: [
      'Add a block “Custom HTML” and paste the frame into it. WordPress keeps a frame and a script only from people with the right “unfiltered_html”: administrators and editors, on a network of sites only its super administrators, and on WordPress.com only plans that allow plugins.',
      'If the frame is gone after saving, you lack that right. Paste the figure instead: WordPress keeps it from everybody. It plays with the browser’s own controls at once, and becomes the full player when whoever looks after the theme adds the two lines for the whole site.',
      'For the player of a built-in dialogue its address on a line of its own is enough, if this folder was built with its own address (BASE_URL). WordPress closes that frame in a sandbox and shows at most 1000 pixels of it.',
    ],
  },
  sharepoint: {
    name: 'SharePoint',
    notes: [
      'Edit the page, add the web part “Embed”, and paste the frame or the address. SharePoint takes no script, and frames only over https.',
      'If it says that embedding content from this site is not allowed, a site collection administrator adds the domain: Site settings, Site collection administration, HTML Field Security, “Allow contributors to insert iframes only from the following domains”.',
      'SharePoint does not hear how high the content is. The frame has a height that fits most; what is longer scrolls inside. Change the number to your liking.',
    ],
  },
  drupal: {
    name: 'Drupal',
    notes: [
      'Choose a text format that keeps frames and scripts, as “Full HTML” does for trusted roles, switch to Source, and paste the frame.',
      '“Basic HTML” takes both away. Ask for this to be added to its allowed HTML tags, and paste the figure: <figure data-lwd data-dialogue data-src lang> <audio src controls preload> <a href>. Without it, a link to the player is left of the figure.',
      'The figure plays with the browser’s own controls at once, and becomes the full player when your theme loads the two lines for the whole site, as a library for instance.',
      'The Media module takes addresses only of providers that it knows, and this is none of them without a further module.',
    ],
  },
  umbraco: {
    name: 'Umbraco',
    notes: [
      'The surest place is a template, a partial view or a block of your own: your developer pastes the tag there. In Razor, write @@ where an address has an @.',
      'A rich text editor keeps only what it is set up for, and which that is differs between versions: newer ones (Tiptap) drop tags and frames that no extension knows. Try the frame in its source view, save, and look whether it stays.',
    ],
  },
  wix: {
    name: 'Wix',
    notes: [
      'Add Embed Code, “Embed a site”, and paste the address. It must begin with https.',
      'Or take “Embed HTML” and paste the tag. Wix puts that into a closed frame of its own: it plays, but does not take your page’s type, and your site’s search does not see its words.',
      'Wix does not hear how high the content is: draw the box as high as you need, on the mobile view too.',
    ],
  },
  squarespace: {
    name: 'Squarespace',
    notes: [
      'Add a Code block, choose HTML, turn “Display source” off, and paste the tag. While you are logged in, Squarespace may hold scripts back: look at the page in a private window.',
      'Scripts and frames in Code blocks are a premium feature, which the lowest plan does not have. There, paste the figure: it plays with the browser’s own controls, and there is a link to the full player.',
    ],
  },
};

export const snippetNames: Readonly<Record<Snippet['kind'], string>> = {
  tag: 'Tag, for the page itself',
  frame: 'Frame that follows its height',
  'bare-frame': 'Frame',
  figure: 'Figure, where tags and frames are taken away',
  loader: 'Once for the whole site, beside figures',
  address: 'Address',
  page: 'Address on a line of its own',
};
