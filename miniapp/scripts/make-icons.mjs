// Writes src/ui/icons.css from src/ui/icons.svg. An icon is a mask over the text colour, so it takes any
// colour from a style rule and needs no inline SVG, which mini-program markup does not have.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../src/ui/', import.meta.url));

/** Icons that also stand in small marks and tags, where a thin line would vanish: `BoldIconName` in Icon.tsx. */
const ALSO_BOLD = ['check', 'cross', 'eye', 'clock', 'edit', 'undo', 'refresh', 'lock', 'minus', 'upload', 'stamp', 'send', 'arrup', 'pause', 'offline', 'shield', 'alert', 'user'];

export function iconSheet(svg) {
  const symbols = [...svg.matchAll(/<symbol id="(?<id>[\w-]+)" viewBox="0 0 24 24">(?<shapes>.*?)<\/symbol>/gsu)].map((match) => match.groups);
  const rules = symbols.map(({ id, shapes }) => `.i-${id} { ${mask(shapes, 1.75)} }`);
  const bold = symbols.filter(({ id }) => ALSO_BOLD.includes(id)).map(({ id, shapes }) => `.ib-${id} { ${mask(shapes, 2.25)} }`);
  return `/* Made from icons.svg by scripts/make-icons.mjs. */\n${[...rules, ...bold].join('\n')}\n`;
}

function mask(shapes, width) {
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='#000' stroke-width='${width}' stroke-linecap='round' stroke-linejoin='round'>${shapes.replaceAll('"', "'")}</svg>`;
  const url = `url("data:image/svg+xml,${encodeURIComponent(svg).replaceAll('%20', ' ').replaceAll('%3D', '=').replaceAll('%2F', '/').replaceAll('%3A', ':')}")`;
  return `--i: ${url};`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(`${folder}icons.css`, iconSheet(readFileSync(`${folder}icons.svg`, 'utf8')));
}
