// Measures the built mini-program: WeChat refuses any package above 2 MB, we refuse our own main package above 1 MB.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const MAIN_LIMIT_BYTES = 1_000_000;
const WECHAT_LIMIT_BYTES = 2 * 1024 * 1024;
const root = fileURLToPath(new URL('../dist/weapp/', import.meta.url));

const filesIn = (folder) => readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? filesIn(join(folder, entry.name)) : [join(folder, entry.name)]));

/** Bytes of the main package and of each subpackage of the app built in `folder`. */
export function packageSizes(folder) {
  const { subPackages = [] } = JSON.parse(readFileSync(join(folder, 'app.json'), 'utf8'));
  const roots = subPackages.map((entry) => `${entry.root.replace(/\/$/u, '')}/`);
  const sizes = new Map([['main', 0], ...roots.map((name) => [name, 0])]);
  for (const file of filesIn(folder)) {
    const path = relative(folder, file).replaceAll('\\', '/');
    const owner = roots.find((name) => path.startsWith(name)) ?? 'main';
    sizes.set(owner, (sizes.get(owner) ?? 0) + statSync(file).size);
  }
  return sizes;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const sizes = packageSizes(root);
  for (const [name, bytes] of sizes) {
    const limit = name === 'main' ? MAIN_LIMIT_BYTES : WECHAT_LIMIT_BYTES;
    console.log(`${name.padEnd(16)} ${bytes.toLocaleString('en').padStart(9)} bytes of ${limit.toLocaleString('en')}`);
    if (bytes <= limit) continue;
    console.error(`The package ${name} is too large.`);
    process.exitCode = 1;
  }
}
