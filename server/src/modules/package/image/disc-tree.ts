import type { Instant } from '@kepu/shared/time';
import type { ArchiveFile } from './zip-plan.js';

export interface DiscFile {
  kind: 'file';
  name: string;
  /** Eight letters, a dot and three, for readers that know no Joliet. */
  plainName: string;
  file: ArchiveFile;
}

export class DiscFolder {
  readonly kind = 'folder';
  readonly children: (DiscFile | DiscFolder)[] = [];
  at: Instant = 0;

  constructor(
    readonly name: string,
    readonly plainName: string,
    readonly parent: DiscFolder | null,
  ) {}

  /** This folder and all below it, level by level and within a folder in the order of `compare`: as the path table wants them. */
  everyFolder(compare: (a: DiscNode, b: DiscNode) => number): DiscFolder[] {
    const all: DiscFolder[] = [this];
    for (const folder of all) all.push(...folder.children.filter((node) => node.kind === 'folder').sort(compare));
    return all;
  }
}

export type DiscNode = DiscFile | DiscFolder;

/** Folders and files of a disc from the paths of its files. */
export function buildTree(files: readonly ArchiveFile[]): DiscFolder {
  const root = new DiscFolder('', '', null);
  for (const file of files) {
    const [name = '', ...above] = file.path.split('/').reverse();
    const folder = above.reverse().reduce(folderIn, root);
    folder.children.push({ kind: 'file', name, plainName: plainFile(folder.children.length + 1, name), file });
    for (let up: DiscFolder | null = folder; up; up = up.parent) up.at = Math.max(up.at, file.at);
  }
  return root;
}

function folderIn(parent: DiscFolder, name: string): DiscFolder {
  const known = parent.children.find((node): node is DiscFolder => node.kind === 'folder' && node.name === name);
  if (known) return known;
  const folder = new DiscFolder(name, `D${String(parent.children.length + 1).padStart(5, '0')}`, parent);
  parent.children.push(folder);
  return folder;
}

/** Numbered in the order of the package; the version `;1` is the standard's. */
function plainFile(number: number, name: string): string {
  const extension = (/\.([a-z0-9]{1,3})[a-z0-9]*$/iu.exec(name)?.[1] ?? '').toUpperCase();
  return `F${String(number).padStart(5, '0')}.${extension};1`;
}
