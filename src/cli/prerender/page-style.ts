/** How the plain pages look: calm, wide enough to read, light or dark as the reader has it. */
export const pageStyle = `:root {
  color-scheme: light dark;
  font: 112.5%/1.6 Charter, 'Bitstream Charter', Georgia, serif;
}
body {
  max-width: 44rem;
  margin: 0 auto;
  padding: clamp(1.5rem, 5vw, 4rem) clamp(1rem, 4vw, 2rem);
}
h1, h2, h3, h4, h5 {
  line-height: 1.2;
  text-wrap: balance;
}
h1 a {
  color: inherit;
  text-decoration: none;
}
main > *, main > section > * {
  display: block;
  margin-block: 3rem;
}
audio {
  display: block;
  width: 100%;
  margin-block: 1rem;
}
[data-dialogue-words] [data-cues] {
  max-height: none;
}
`;
