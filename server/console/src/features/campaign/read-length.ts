import { parseTimecode } from '@kepu/shared/time';

/** Reads a film length as a notice writes it, `2:00`; an empty text is "no bound", a wrong one undefined. */
export function readLength(text: string): number | null | undefined {
  if (text.trim() === '') return null;
  return parseTimecode(text) ?? undefined;
}
