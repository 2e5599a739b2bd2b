import type { FilmFacts } from '@kepu/shared/inspection/facts';
import type { Finding } from '@kepu/shared/inspection/finding';

/** Most stills of one film. */
const MOST_STILLS = 64;
/** Where a poster is taken, as shares of the film; the first that is not black. */
const POSTER_PLACES = [0.2, 0.35, 0.5, 0.7];

/** Moments a person is shown a picture of: the evidence of findings first, then what was read in the opening and the closing. */
export function stillMoments(facts: FilmFacts, findings: readonly Finding[]): number[] {
  const end = facts.durationMs ?? 0;
  const asked = findings.filter(({ verdict }) => verdict !== 'pass').flatMap(evidenceMoments);
  const kept = findings.filter(({ verdict }) => verdict === 'pass').flatMap(evidenceMoments);
  const read = [...(facts.text?.opening ?? []), ...(facts.text?.closing ?? [])].filter(({ lines }) => lines.length > 0).map(({ atMs }) => atMs);
  const moments = [...asked, ...kept, ...read].map((ms) => Math.round(ms)).filter((ms) => ms >= 0 && ms <= end);
  return [...new Set(moments)].slice(0, MOST_STILLS).sort((a, b) => a - b);
}

function evidenceMoments({ evidence, atMs }: Finding): number[] {
  const shown = evidence.flatMap((entry) => (entry.kind === 'missing' ? [] : [entry.kind === 'range' ? entry.fromMs : entry.atMs]));
  return [...shown, ...atMs];
}

export function posterMoment(facts: FilmFacts): number {
  const end = facts.durationMs ?? 0;
  const black = facts.picture?.black ?? [];
  const places = POSTER_PLACES.map((share) => Math.round(share * end));
  return places.find((ms) => !black.some(({ fromMs, toMs }) => ms >= fromMs && ms <= toMs)) ?? places[0] ?? 0;
}
