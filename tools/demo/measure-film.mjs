import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../lib/run.mjs';

/**
 * Writes down what the machine finds in the sample film, so that a demonstration does not begin with minutes
 * of measuring. Run by hand, after the film was made anew or a stage of the inspection was changed:
 * `npm run build && node tools/demo/measure-film.mjs`.
 */
const { gatherFilmFacts } = await import(join(ROOT, 'server/dist/modules/inspection/gather/gather-film-facts.js'));
const { findMediaTools } = await import(join(ROOT, 'server/dist/modules/inspection/gather/tools.js'));

const facts = await gatherFilmFacts(join(ROOT, 'server/assets/demo/film.mp4'), {
  tools: await findMediaTools(),
  quoted: [{ materialId: 'm1', ranges: [{ fromMs: 42_000, toMs: 50_000 }] }],
});
if (facts.toolFailures) throw new Error(JSON.stringify(facts.toolFailures));
writeFileSync(join(ROOT, 'server/assets/demo/facts.json'), `${JSON.stringify(facts, null, 1)}\n`);
