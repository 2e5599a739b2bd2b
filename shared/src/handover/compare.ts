/** A file of a package, as its manifest names it. */
export interface ManifestFile {
  path: string;
  bytes: number;
  sha256: string;
}

/** elsewhere: of a work whose folder is not here, so it is on another disc. */
export type CompareVerdict = 'equal' | 'different' | 'missing' | 'extra' | 'elsewhere';

export interface ComparedFile {
  path: string;
  verdict: CompareVerdict;
}

/** Paths as the picker gives them begin with the chosen folder, and a drive may write names in another normal form. */
export function pathInPackage(path: string, folder: string): string {
  const plain = path.normalize('NFC');
  const above = `${folder.normalize('NFC')}/`;
  return plain.startsWith(above) ? plain.slice(above.length) : plain;
}

const topOf = (path: string) => (path.includes('/') ? (path.split('/')[0] ?? '') : null);

/** What lies in a folder or on a disc beside what was handed over; `null` as hash: it could not be read. */
export function compareFiles(manifest: readonly ManifestFile[], found: ReadonlyMap<string, { bytes: number; sha256: string | null }>): ComparedFile[] {
  const foldersHere = new Set([...found.keys()].map(topOf));
  const expected = manifest.map(({ path, bytes, sha256 }): ComparedFile => {
    const file = found.get(path.normalize('NFC'));
    if (file) return { path, verdict: file.bytes === bytes && file.sha256 === sha256 ? 'equal' : 'different' };
    const folder = topOf(path);
    return { path, verdict: folder !== null && !foldersHere.has(folder.normalize('NFC')) ? 'elsewhere' : 'missing' };
  });
  const known = new Set(manifest.map(({ path }) => path.normalize('NFC')));
  const extra = [...found.keys()].filter((path) => !known.has(path)).map((path): ComparedFile => ({ path, verdict: 'extra' }));
  return [...expected, ...extra];
}
