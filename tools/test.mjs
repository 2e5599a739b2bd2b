import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PNPM_COMMAND } from './lib/pnpm.mjs';
import { endOn, handOver, ROOT, say } from './lib/run.mjs';
import { findBrowser, findMysql, onPath } from './lib/services.mjs';
import { buildAll } from './lib/steps.mjs';

/**
 * `npm test`: builds, then runs every test. What a test needs and this machine lacks (MariaDB, a browser,
 * ffmpeg, pdftotext, 7z) is said at the end; with KEPU_REQUIRE=1, as in CI, it is a failure.
 */
const SUITES = ['tools', 'shared', 'server', 'server/console', 'miniapp', 'tests'];
const REPORTS = join(ROOT, '.cache/reports');
const mustHaveAll = process.env.KEPU_REQUIRE === '1';

async function runSuite(name, env) {
  const report = join(REPORTS, `${name.replaceAll('/', '-')}.json`);
  const args = [...PNPM_COMMAND.slice(1), '--dir', join(ROOT, name), 'exec', 'vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...process.argv.slice(2)];
  say(`\n== ${name}`);
  const code = await handOver(PNPM_COMMAND[0], args, { env });
  return countOf(report, code);
}

function countOf(report, code) {
  try {
    const { numPassedTests: passed, numFailedTests: failed, numPendingTests: skipped, testResults } = JSON.parse(readFileSync(report, 'utf8'));
    const brokenFiles = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
    const unexplained = code !== 0 && failed + brokenFiles === 0 ? 1 : 0;
    return { passed, failed: failed + brokenFiles + unexplained, skipped };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

async function main() {
  await buildAll();
  rmSync(REPORTS, { recursive: true, force: true });
  mkdirSync(REPORTS, { recursive: true });
  const mysql = await findMysql();
  const browser = findBrowser();
  const found = { 'MariaDB or MySQL (database tests ran on SQLite only)': mysql, 'Chromium (no browser journey ran)': browser, 'ffmpeg 5 or newer (no film was made)': onPath('ffmpeg'), 'pdftotext (printed forms were not read back)': onPath('pdftotext'), 'LibreOffice Writer (Word documents were not opened)': onPath('soffice'), '7z, unzip and xorriso (packages were not unpacked)': onPath('7z') && onPath('unzip') && onPath('xorriso') };
  const missing = Object.entries(found).filter(([, thing]) => !thing).map(([name]) => name);
  const env = { ...process.env, KEPU_TEST_MYSQL: mysql?.url ?? '', KEPU_TEST_BROWSER: browser ?? '', NODE_ENV: 'test' };
  const total = { passed: 0, failed: 0, skipped: 0 };
  try {
    for (const suite of SUITES) {
      const counted = await runSuite(suite, env);
      for (const key of Object.keys(total)) total[key] += counted[key];
    }
  } finally {
    mysql?.stop();
  }
  say('');
  if (missing.length > 0) say(`NOT RUN, because this machine lacks:\n${missing.map((name) => `  - ${name}`).join('\n')}`);
  if (total.skipped > 0) say(`${total.skipped} tests were skipped.`);
  const lacking = mustHaveAll ? missing.length + total.skipped : 0;
  if (lacking > 0) say('Everything is required here: what did not run counts as failed.');
  process.exitCode = total.failed + lacking > 0 ? 1 : 0;
  say(`${total.passed} passed, ${total.failed + lacking} failed`);
}

endOn(main());
