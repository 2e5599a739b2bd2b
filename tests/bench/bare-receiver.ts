import { createWriteStream, fsyncSync, openSync, writeFileSync, closeSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';

/**
 * The baseline of the upload: a bare Node server that streams what arrives to a file and does nothing else.
 * With `Put-On-Disk` the last part is answered once the file is on the disk, which is what a server that
 * gives a receipt has to wait for; without it the answer only means that the kernel has the bytes. Every
 * upload is a new file that stays, as in the product: blocks written for the first time are the slow ones.
 */
const folder = process.argv[2] ?? '';
let target = '';
let files = 0;
let total = 0;

const server = createServer((request, response) => {
  if (request.method === 'POST') {
    total = Number(request.headers['upload-length']);
    target = join(folder, `bare-${(files += 1)}.bin`);
    writeFileSync(target, '');
    response.writeHead(201, { Location: '/file' }).end();
    return;
  }
  const offset = Number(request.headers['upload-offset']);
  const isLast = offset + Number(request.headers['content-length']) === total;
  const sink = createWriteStream(target, { flags: 'r+', start: offset });
  request.pipe(sink).once('close', () => {
    if (isLast && request.headers['put-on-disk']) putOnDisk();
    response.writeHead(204).end();
  });
});

function putOnDisk(): void {
  const file = openSync(target, 'r+');
  fsyncSync(file);
  closeSync(file);
}

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`${typeof address === 'object' && address ? address.port : 0}\n`);
});
