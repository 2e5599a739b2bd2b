import { endOn, handOver, say } from './lib/run.mjs';
import { prepareToServe } from './lib/steps.mjs';

/** `npm start`: installs, builds what changed, migrates, seeds, serves. */
endOn(
  (async () => {
    say('\n  Kepu 科普微视频征集推荐平台\n');
    await prepareToServe();
    process.exitCode = await handOver(process.execPath, ['--enable-source-maps', 'server/dist/main.js']);
  })(),
);
