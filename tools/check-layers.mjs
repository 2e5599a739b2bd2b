import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cyclesOf, importsOf, resolver, sourcesUnder } from './lib/sources.mjs';
import { ROOT, say } from './lib/run.mjs';

/**
 * Which way the arrows point. In each list a folder may use those to its left and itself. A folder that no list
 * names is an error: whoever adds one says where it stands. No two files anywhere import each other, types included.
 */
const MODULES = ['campaign', 'account', 'work', 'upload', 'mail', 'message', 'inspection', 'likeness', 'computer', 'submission', 'recommendation', 'comparison', 'override', 'media', 'document', 'scan', 'package', 'views', 'demo', 'system'];
const PHONE = ['platform', 'state', 'ui', 'custom-tab-bar', 'features', 'pages'];
const PHONE_FEATURES = ['session', 'campaign', 'desk', 'work', 'inspection', 'computer', 'upload', 'login', 'draft', 'film', 'account', 'review', 'paper', 'rules', 'compare', 'hand-over', 'scan', 'verify', 'signature', 'submission', 'versions', 'home'];
const CONSOLE = ['api', 'ui', 'features', 'app'];

/** Folders whose children stand in an order; `besides` stand outside it and use only what they name. */
const ORDERS = [
  { folder: 'server/src/modules', order: MODULES, besides: {} },
  { folder: 'miniapp/src', order: PHONE, besides: {} },
  { folder: 'miniapp/src/features', order: PHONE_FEATURES, besides: {} },
  { folder: 'server/console/src', order: CONSOLE, besides: { pc: ['api', 'ui'] } },
];

/** Folders whose children have no written order, but still must not stand in a circle. */
const NO_CIRCLES_AMONG = ['server/console/src/features'];

const PACKAGES = ['shared/src', 'server/src', 'server/console/src', 'miniapp/src', 'tests'];
const SHARED_MAY = new Set(['unicode-segmenter/grapheme', 'js-sha256']);
/** A package of more files than this in which no import leads to a file is one this check cannot read. */
const SURELY_CONNECTED = 50;

const isTest = (path) => /\.test\.tsx?$|\/testing\//u.test(path);
const within = (folder, path) => path.startsWith(`${folder}/`);

/** Arrows that are wrong whatever the order: who, to what, why, and whether tests may. */
const WALLS = [
  { from: /^server\/src\/platform\//u, to: /^server\/src\/modules\//u, why: 'the platform knows no module' },
  { from: /^server\/src\/modules\//u, to: /^server\/src\/(?:testing|cli|fakes|main|worker|create-app|app\.module)\b/u, why: 'a module does not know what runs it', testsMay: true },
  { from: /\.(?:controller|dto)\.ts$/u, to: /^typeorm(?:\/|$)/u, why: 'controllers and DTOs hold no database' },
  { from: /^miniapp\//u, to: /^server\//u, why: 'the phone app knows the server by its contracts only' },
  { from: /^server\/console\//u, to: /^server\/src\//u, why: 'the console knows the server by its contracts only' },
  { from: /^tests\//u, to: /^server\/src\/modules\//u, why: 'tests speak HTTP' },
];

/** Words a file of a folder must not hold. */
const WRITES = /\.\s*(?:write|transaction|rowToChange)\s*[(<]|\baudit\s*\.\s*record\b|@(?:Post|Put|Delete|Patch)\b|@Endpoint\(\s*['"`](?:POST|PUT|DELETE|PATCH)\b/u;
const WORDS = [
  { in: /^server\/src\/modules\/views\//u, words: WRITES, why: 'a view reads: it neither writes nor takes a request that does' },
  { in: /^miniapp\/src\/(?!platform\/|app\.config\.ts$)/u, words: /TARO_ENV/u, why: 'differences between the platforms stay in platform/', testsToo: true },
];

const childOf = (folder, path) => {
  const [child, ...rest] = path.slice(folder.length + 1).split('/');
  return rest.length > 0 ? child : null;
};

function orderProblem({ folder, order, besides }, path, target) {
  if (!within(folder, path) || !within(folder, target)) return null;
  const [from, to] = [childOf(folder, path), childOf(folder, target)];
  // Files beside the folders start the program; they know everything, and nothing knows them.
  if (from === null || from === to) return null;
  if (to === null) return `${from} does not know what starts the program`;
  const allowed = besides[from] ?? order.slice(0, order.indexOf(from));
  return allowed.includes(to) ? null : `${from} may use only ${allowed.join(', ') || 'itself'}`;
}

function arrowProblem(path, target) {
  const wall = WALLS.find(({ from, to, testsMay }) => from.test(path) && to.test(target) && !(testsMay && isTest(path)));
  if (wall) return wall.why;
  if (isTest(path)) return null;
  if (within('shared', path) && !within('shared/src', target) && !SHARED_MAY.has(target)) return 'the domain uses nothing but itself';
  return ORDERS.map((rule) => orderProblem(rule, path, target)).find((problem) => problem !== null) ?? null;
}

/** Folders that no list names: the check would not know where they stand. */
function strangers(files) {
  return ORDERS.flatMap(({ folder, order, besides }) => {
    const children = new Set(files.filter((path) => within(folder, path)).map((path) => childOf(folder, path)));
    return [...children].filter((child) => child !== null && child !== 'testing' && !order.includes(child) && !(child in besides)).map((child) => `${folder}/${child}: no list says where it stands; add it to tools/check-layers.mjs`);
  });
}

function wordProblems(root, path) {
  const rules = WORDS.filter((rule) => rule.in.test(path) && (rule.testsToo || !isTest(path)));
  return rules.filter(({ words }) => words.test(readFileSync(join(root, path), 'utf8'))).map(({ why }) => `${path}: ${why}`);
}

/** The graph of the folders of one folder, without its tests. */
function foldersOf(graph, folder) {
  const folders = new Map();
  for (const [path, targets] of graph) {
    const from = within(folder, path) && !isTest(path) ? childOf(folder, path) : null;
    if (from === null) continue;
    const others = [...targets].filter((target) => within(folder, target)).map((target) => childOf(folder, target)).filter((to) => to !== null && to !== from);
    folders.set(from, new Set([...(folders.get(from) ?? []), ...others]));
  }
  return folders;
}

const sayCycle = (way) => `a cycle: ${way.join(' → ')}`;

/** Everything that is wrong below `root`, one sentence each. */
export function check(root) {
  const packages = PACKAGES.map((folder) => [folder, sourcesUnder(root, folder)]);
  const files = packages.flatMap(([, paths]) => paths);
  const targetsOf = resolver(root, files);
  const problems = strangers(files);
  const graph = new Map();
  for (const path of files) {
    problems.push(...wordProblems(root, path));
    graph.set(path, new Set());
    for (const specifier of importsOf(root, path)) {
      const targets = specifier.startsWith('.') ? targetsOf(path, specifier) : [specifier];
      if (targets === null) problems.push(`${path} imports ${specifier}: there is no such file`);
      const wrong = (targets ?? []).map((target) => arrowProblem(path, target)).find((problem) => problem !== null);
      if (wrong) problems.push(`${path} imports ${specifier}: ${wrong}`);
      if (specifier.startsWith('.')) for (const target of targets ?? []) graph.get(path).add(target);
    }
  }
  for (const [folder, paths] of packages) {
    if (paths.length > SURELY_CONNECTED && paths.every((path) => graph.get(path).size === 0)) problems.push(`${folder}: ${paths.length} files and no import that leads to one of them; this check cannot read it`);
  }
  problems.push(...cyclesOf(graph).map(sayCycle));
  for (const folder of NO_CIRCLES_AMONG) problems.push(...cyclesOf(foldersOf(graph, folder)).map((way) => `${folder}: ${sayCycle(way)}`));
  return problems;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const problems = check(resolve(process.argv[2] ?? ROOT));
  for (const problem of problems) say(`  ${problem}`);
  say(problems.length > 0 ? `${problems.length} arrows point the wrong way.` : 'All arrows point the right way.');
  process.exitCode = problems.length > 0 ? 1 : 0;
}
