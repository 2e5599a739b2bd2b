import { createWriteStream, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';

/** The baseline of the upload: a bare Node server that streams what arrives to a file and does nothing else. */
const target = process.argv[2] ?? '';

const server = createServer((request, response) => {
  if (request.method === 'POST') {
    writeFileSync(target, '');
    response.writeHead(201, { Location: '/file' }).end();
    return;
  }
  const sink = createWriteStream(target, { flags: 'r+', start: Number(request.headers['upload-offset']) });
  request.pipe(sink).once('close', () => response.writeHead(204).end());
});

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`${typeof address === 'object' && address ? address.port : 0}\n`);
});
