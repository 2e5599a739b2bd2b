import { gatherFilmFacts } from '../../server/dist/modules/inspection/gather/gather-film-facts.js';
import { findMediaTools } from '../../server/dist/modules/inspection/gather/tools.js';

/** One inspection in a process of its own, up to a stage if one is named, for a form if there is one: prints how long each stage took and what failed, as JSON. */
const [, , path, until, form] = process.argv;
const stages = {};
const facts = await gatherFilmFacts(path, {
  until: until || undefined, form: form ? JSON.parse(form) : null, tools: await findMediaTools(), onStage: (_facts, stage, tookMs) => void (stages[stage] = tookMs),
});
const read = facts.text ? facts.text.opening.length + facts.text.closing.length + facts.text.body.length : 0;
process.stdout.write(`${JSON.stringify({ stages, read, failures: facts.toolFailures ?? [] })}\n`);
process.exit(0);
