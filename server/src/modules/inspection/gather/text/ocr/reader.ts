import { readFile } from 'node:fs/promises';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import type { RawPicture, ReadLine } from '../raw-picture.js';
import { linesOf, textBoxes, type Box } from './boxes.js';
import { decodeText } from './decode-text.js';
import { halved, isAlike, isPlain, piece, planesOf, scaleOf, type Planes } from './pixels.js';

export interface ModelPaths {
  detection: string;
  recognition: string;
  dictionary: string;
}

/** The values the models were trained with. */
const DETECTION = scaleOf([0.485, 0.456, 0.406], [0.229, 0.224, 0.225]);
const RECOGNITION = scaleOf([0.5, 0.5, 0.5], [0.5, 0.5, 0.5]);
/** Height of a line for the recogniser, and its greatest length: forty characters and more. */
const LINE_HEIGHT = 48;
const LONGEST_LINE = 2_400;
const SURE = 0.5;
/** A box this much higher than wide is a column of characters. */
const COLUMN = 2;

/**
 * One thread and no memory kept in reserve: a second thread costs half as much computing again, and the arena would
 * hold on to the largest picture's memory to the end.
 */
const OPTIONS: InferenceSession.SessionOptions = {
  enableMemPattern: false, enableCpuMemArena: false, intraOpNumThreads: 1, interOpNumThreads: 1, graphOptimizationLevel: 'all',
};

interface Read extends Box {
  text: string;
}

/** Finds text at half the picture's size, where that is quick, and reads it at full size, where it is sharp. */
export class Reader {
  /** The picture read last, at half its size, and what it said. */
  private last: { half: RawPicture; lines: ReadLine[] } | null = null;

  private constructor(
    private readonly detection: InferenceSession,
    private readonly recognition: InferenceSession,
    private readonly characters: readonly string[],
  ) {}

  static async load(models: ModelPaths): Promise<Reader> {
    const characters = (await readFile(models.dictionary, 'utf8')).trimEnd().split('\n');
    return new Reader(await InferenceSession.create(models.detection, OPTIONS), await InferenceSession.create(models.recognition, OPTIONS), [...characters, ' ']);
  }

  /** Lines of text from top to bottom. A picture like the one before is not read again. Sides are multiples of 64. */
  async read(picture: RawPicture): Promise<ReadLine[]> {
    const half = halved(picture);
    if (this.last && isAlike(this.last.half, half)) return this.last.lines;
    const lines = isPlain(half) ? [] : await this.readLines(picture, half);
    this.last = { half, lines };
    return lines;
  }

  private async readLines(picture: RawPicture, half: RawPicture): Promise<ReadLine[]> {
    const found = textBoxes(await this.detect(half)).map(({ left, top, width, height }): Box => ({ left: left * 2, top: top * 2, width: width * 2, height: height * 2 }));
    const read: Read[] = [];
    for (const box of found) {
      const { text, sure } = decodeText(await this.recognise(picture, box), this.characters);
      if (text !== '' && sure >= SURE) read.push({ ...box, text });
    }
    return linesOf(read).map((line) => {
      const [from, to] = [line[0]?.left ?? 0, Math.max(...line.map(({ left, width }) => left + width))];
      return { text: line.map(({ text }) => text).join(' '), middle: (from + to) / 2 / picture.width };
    });
  }

  private async detect(half: RawPicture): Promise<{ width: number; height: number; values: Float32Array }> {
    const { data } = await run(this.detection, planesOf(half, DETECTION));
    return { width: half.width, height: half.height, values: data };
  }

  private recognise(picture: RawPicture, box: Box): Promise<{ data: Float32Array; steps: number }> {
    const line = box.height >= COLUMN * box.width ? columnAsLine(picture, box) : lineOf(picture, box);
    return run(this.recognition, planesOf(line, RECOGNITION));
  }
}

function lineOf(picture: RawPicture, box: Box): RawPicture {
  return piece(picture, box, Math.max(8, Math.min(LONGEST_LINE, Math.round((box.width * LINE_HEIGHT) / box.height))), LINE_HEIGHT);
}

/** Characters one below the other, put side by side. */
function columnAsLine(picture: RawPicture, { left, top, width, height }: Box): RawPicture {
  const count = Math.min(LONGEST_LINE / LINE_HEIGHT, Math.round(height / width));
  const data = new Uint8Array(count * LINE_HEIGHT * LINE_HEIGHT * 3);
  for (let i = 0; i < count; i += 1) {
    const from = top + Math.floor((i * height) / count);
    const character = piece(picture, { left, top: from, width, height: Math.floor(height / count) }, LINE_HEIGHT, LINE_HEIGHT);
    const row = LINE_HEIGHT * 3;
    for (let y = 0; y < LINE_HEIGHT; y += 1) data.set(character.data.subarray(y * row, (y + 1) * row), (y * count + i) * row);
  }
  return { width: count * LINE_HEIGHT, height: LINE_HEIGHT, data };
}

/** One answer of a model; `steps`: its second dimension, for the recogniser how many slices the line was cut into. */
async function run(model: InferenceSession, { width, height, data }: Planes): Promise<{ data: Float32Array; steps: number }> {
  const [input = '', output = ''] = [model.inputNames[0], model.outputNames[0]];
  const answer = (await model.run({ [input]: new Tensor('float32', data, [1, 3, height, width]) }))[output];
  if (!answer || !(answer.data instanceof Float32Array)) throw new Error('the model gives no numbers');
  return { data: answer.data, steps: answer.dims[1] ?? 0 };
}
