import { gatherFilmFacts } from '../../server/dist/modules/inspection/gather/gather-film-facts.js';
import { findMediaTools } from '../../server/dist/modules/inspection/gather/tools.js';

/** One inspection in a process of its own, up to a stage if one is named: prints how long each stage took and what failed, as JSON. */
const [, , path, until] = process.argv;
const stages = {};
const facts = await gatherFilmFacts(path, { until, tools: await findMediaTools(), onStage: (_facts, stage, tookMs) => void (stages[stage] = tookMs) });
process.stdout.write(`${JSON.stringify({ stages, failures: facts.toolFailures ?? [] })}\n`);
process.exit(0);
