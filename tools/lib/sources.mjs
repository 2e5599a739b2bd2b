import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript';

const SKIP = new Set(['node_modules', 'dist']);
const TWIN = /\.(?:h5|weapp)(?=\.tsx?$)/u;

/** Every TypeScript file below a folder, named from the root; none where the folder is missing. */
export function sourcesUnder(root, folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return SKIP.has(entry.name) ? [] : sourcesUnder(root, path);
    return /\.tsx?$/u.test(entry.name) ? [path] : [];
  });
}

/** What a file imports, as written there: values, types, `import()` and `import('…').Type`, as the compiler reads them. */
export const importsOf = (root, path) => [...new Set(ts.preProcessFile(readFileSync(join(root, path), 'utf8'), true, true).importedFiles.map(({ fileName }) => fileName))];

/** `x.h5.ts` and `x.weapp.ts` stand for `x.ts` on one platform. */
const baseOf = (path) => path.replace(TWIN, '');

/** The names a specifier may stand for, in the order the builders try them. */
const candidates = (name) => [name.replace(/\.js$/u, '.ts'), name.replace(/\.js$/u, '.tsx'), `${name}.ts`, `${name}.tsx`, `${name}/index.ts`, `${name}/index.tsx`];

/** Finds the files of ours behind a relative import: the file itself, with its twins; null where there is nothing. */
export function resolver(root, files) {
  const known = new Set(files);
  const twins = new Map();
  for (const file of files) if (TWIN.test(file)) twins.set(baseOf(file), [...(twins.get(baseOf(file)) ?? []), file]);
  return (path, specifier) => {
    const name = posix.join(posix.dirname(path), specifier.split('?')[0]);
    const found = candidates(name).find((candidate) => known.has(candidate));
    if (found === undefined) return existsSync(join(root, name)) ? [name] : null;
    // A twin that imports its base means the base itself; to all others the builder may hand either.
    return baseOf(path) === found ? [found] : [found, ...(twins.get(found) ?? [])];
  };
}

/** Groups of nodes that reach each other, each written as one way around. */
export function cyclesOf(graph) {
  const [index, low, open, onPath, found] = [new Map(), new Map(), [], new Set(), []];
  const visit = (node) => {
    index.set(node, index.size);
    low.set(node, index.get(node));
    open.push(node);
    onPath.add(node);
    for (const next of graph.get(node) ?? []) {
      if (!index.has(next)) visit(next);
      if (onPath.has(next)) low.set(node, Math.min(low.get(node), low.get(next)));
    }
    if (low.get(node) !== index.get(node)) return;
    const group = open.splice(open.indexOf(node));
    for (const member of group) onPath.delete(member);
    if (group.length > 1 || graph.get(node)?.has(node)) found.push(wayAround(graph, group));
  };
  for (const node of graph.keys()) if (!index.has(node)) visit(node);
  return found;
}

/** The shortest way from the first of a group back to itself. */
function wayAround(graph, group) {
  const inside = new Set(group);
  const start = [...group].sort()[0];
  const cameFrom = new Map();
  const waiting = [start];
  for (let node = waiting.shift(); node !== undefined; node = waiting.shift()) {
    for (const next of graph.get(node) ?? []) {
      if (next === start) {
        const way = [start];
        for (let at = node; at !== start; at = cameFrom.get(at)) way.unshift(at);
        return [start, ...way];
      }
      if (inside.has(next) && !cameFrom.has(next)) {
        cameFrom.set(next, node);
        waiting.push(next);
      }
    }
  }
  return group;
}
