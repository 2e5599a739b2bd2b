import { unzipSync, zipSync, strToU8, strFromU8 } from 'fflate';
import { beijingParts, type Instant } from '@kepu/shared/time';

/** What of a part may differ from run to run, and what stands there instead. */
type Settle = (path: string, xml: string) => string;

/**
 * Packs the parts of an office file again so that the same paper always gives the same bytes: the libraries that
 * write them note the moment of writing in every part, and some number their parts through the life of the process.
 */
export function settleZip(bytes: Uint8Array, madeAt: Instant, settle: Settle): Buffer {
  const parts = Object.entries(unzipSync(bytes)).sort(([one], [other]) => (one < other ? -1 : 1));
  // [Content_Types].xml sorts first, where readers of the format look for it.
  const settled = parts.map(([path, content]) => [path, /\.(?:xml|rels)$/u.test(path) ? strToU8(settle(path, strFromU8(content))) : content] as const);
  return Buffer.from(zipSync(Object.fromEntries(settled), { mtime: zipTime(madeAt), level: 6 }));
}

/** A ZIP's times have no zone: those written are Beijing's, on whatever machine. */
function zipTime(at: Instant): Date {
  const { year, month, date, hour, minute } = beijingParts(at);
  return new Date(year, month - 1, date, hour, minute);
}

/** Instants in the properties of an office file. */
export function settleInstants(xml: string, madeAt: Instant): string {
  return xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/gu, `$1${new Date(madeAt).toISOString().replace(/\.\d+Z$/u, 'Z')}`);
}
