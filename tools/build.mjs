import { endOn } from './lib/run.mjs';
import { buildAll } from './lib/steps.mjs';

/** `npm run build`: everything that is served, and the mini-program. */
endOn(buildAll());
