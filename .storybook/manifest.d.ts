/** Built into `dist`, which may not be there yet when the types are checked. */
declare module '*/custom-elements.json' {
  const manifest: object;
  export default manifest;
}

/** A text as it stands in its file. */
declare module '*?raw' {
  const text: string;
  export default text;
}
