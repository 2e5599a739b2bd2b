import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The folder of the repository. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const isTerminal = process.stdout.isTTY === true;
const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(0)} s`;

export const say = (line = '') => process.stdout.write(`${line}\n`);

/** Runs a command to its end and answers with exit code and everything it wrote. */
export function capture(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: ROOT, env: process.env, stdio: ['ignore', 'pipe', 'pipe'], ...options });
    let output = '';
    const keep = (chunk) => {
      output = (output + chunk).slice(-200_000);
      options.onOutput?.(String(chunk));
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.once('error', (error) => resolve({ code: 127, output: String(error) }));
    child.once('close', (code, signal) => resolve({ code: code ?? 1, output: signal ? `${output}\nended by ${signal}` : output }));
  });
}

/** Runs a step with a line that shows how long it takes; its output is shown only if it fails. */
export async function step(label, command, args, options = {}) {
  const started = Date.now();
  if (isTerminal) process.stdout.write(`  ${label}…`);
  else say(`  ${label}…`);
  const ticking = isTerminal ? setInterval(() => process.stdout.write(`\r  ${label}… ${seconds(started)} `), 1000) : setInterval(() => say(`    still ${label.toLowerCase()} (${seconds(started)})`), 30_000);
  const { code, output } = await capture(command, args, options);
  clearInterval(ticking);
  if (isTerminal) process.stdout.write('\r\x1b[K');
  say(`  ${code === 0 ? 'done' : 'FAILED'}  ${label} (${seconds(started)})`);
  if (code !== 0) throw new StepFailed(label, output);
  return output;
}

export class StepFailed extends Error {
  constructor(label, output) {
    super(`${label} failed:\n${output.trim().split('\n').slice(-60).join('\n')}`);
  }
}

/** Runs a command with the terminal handed through and answers with its exit code. */
export function handOver(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: ROOT, env: process.env, stdio: 'inherit', ...options });
    const pass = (signal) => child.kill(signal);
    process.on('SIGINT', pass).on('SIGTERM', pass);
    child.once('close', (code, signal) => resolve(signal ? 0 : (code ?? 1)));
  });
}

/** Ends the process with a plain sentence instead of a stack when a step has failed. */
export function endOn(promise) {
  promise.catch((error) => {
    process.stderr.write(`\n${error instanceof StepFailed ? error.message : (error.stack ?? error)}\n`);
    process.exitCode = 1;
  });
}
