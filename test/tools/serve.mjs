// What `npm start` shows: a host page with our elements in it, and the built files beside it.
import { fileURLToPath } from 'node:url';
import { startServer } from '../support/server.mjs';

const at = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const roots = { '/': at('stories/host-page/'), '/dist/': at('dist/') };

const first = Number(process.env.PORT ?? 8000);
const server = await firstFree(first, first + 50);

console.log(`\nListening on http://localhost:${server.port}/\n`);
console.log('Press Ctrl+C to stop.');

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    void server.close().then(() => process.exit(0));
  });
}

async function firstFree(port, last) {
  try {
    return await startServer({ roots, port, host: process.env.HOST });
  } catch (error) {
    if (error.code !== 'EADDRINUSE' || port >= last) throw error;
    return firstFree(port + 1, last);
  }
}
