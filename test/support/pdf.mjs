import { inflateSync } from 'node:zlib';

/** How many pages a PDF has: the root of their tree counts them all. Firefox packs that tree away in a stream. */
export function pagesIn(pdf) {
  const file = Buffer.from(pdf).toString('latin1');
  const packed = [...file.matchAll(/\/Type \/ObjStm[^>]*>>\s*stream\r?\n(.*?)\r?\nendstream/gs)];
  const texts = [file, ...packed.map(([, bytes]) => inflateSync(Buffer.from(bytes, 'latin1')).toString('latin1'))];
  const counts = texts.flatMap((text) => [...text.matchAll(/\/Count (\d+)/g)]);
  return Math.max(...counts.map(([, count]) => Number(count)));
}

/** How much is drawn on each page of a PDF, in the bytes of its drawing. */
export function drawnOn(pdf) {
  const file = Buffer.from(pdf).toString('latin1');
  return [...file.matchAll(/\/Type \/Page\n.*?\/Contents (\d+) 0 R/gs)].map(([, id]) => {
    const [head, length] = new RegExp(`\\n${id} 0 obj\\n<<[^>]*/Length (\\d+)>> stream\\n`).exec(file);
    const start = file.indexOf(head) + head.length;
    return inflateSync(Buffer.from(file.slice(start, start + Number(length)), 'latin1')).length;
  });
}
