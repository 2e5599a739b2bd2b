/** What is made from a photographed sheet: a small copy of the photograph, and the straightened page of each attempt. */
export type ScanPart = 'view' | `page-${number}`;

/** Where a part is stored: beside the photograph it was made of. */
export function scanPartKey(photoKey: string, part: ScanPart): string {
  return `${photoKey}.${part}.jpg`;
}

/** Reads what stands at the end of an address; null for anything else. */
export function readScanPart(text: string): ScanPart | null {
  if (text === 'view') return text;
  const page = /^page-(\d{1,6})$/u.exec(text);
  return page ? `page-${Number(page[1])}` : null;
}
