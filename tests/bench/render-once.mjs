import { copyFile, stat } from 'node:fs/promises';
import { gatherFilmFacts } from '../../server/dist/modules/inspection/gather/gather-film-facts.js';
import { findMediaTools } from '../../server/dist/modules/inspection/gather/tools.js';
import { drawSprite, drawStill, spriteLayout } from '../../server/dist/modules/inspection/pictures/draw.js';
import { makeJudging, makePreview, servesForJudging } from '../../server/dist/modules/inspection/pictures/renditions.js';
import { measureWaveform } from '../../server/dist/modules/inspection/pictures/waveform.js';

/** One part of a film's pictures in a process of its own: prints its size in bytes. */
const [, , path, part, target] = process.argv;
const film = { path, tools: await findMediaTools(), deadline: performance.now() + 3_600_000 };
const { durationMs, video } = await gatherFilmFacts(path, { tools: film.tools, until: 'container' });
let bytes = 0;
const take = async (made) => {
  await copyFile(made, target);
  bytes += (await stat(target)).size;
};
const STILLS = 24;
const parts = {
  pictures: async () => {
    await drawStill(film, durationMs / 5, durationMs, 270, take);
    for (let i = 0; i < STILLS; i += 1) await drawStill(film, (durationMs * i) / STILLS, durationMs, 360, take);
    await drawSprite(film, video.codec, spriteLayout(durationMs), take);
  },
  waveform: async () => void (bytes = JSON.stringify(await measureWaveform(film, durationMs)).length),
  serves: async () => void (await servesForJudging(film)),
  preview: () => makePreview(film, take),
  judging: () => makeJudging(film, take),
};
await parts[part]();
process.stdout.write(`${JSON.stringify({ bytes })}\n`);
process.exit(0);
