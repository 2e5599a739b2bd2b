import { sentenceOf, type Reason } from '@kepu/shared/errors';
import { sayReasons } from './progress';

/** What is wrong with the form, place by place. */
export interface Problems {
  /** What is wrong at a path, or null. */
  at: (path: string) => string | null;
  /** What an entry of a list lacks, for its closed card: `缺播放证明`, `缺 2 项`; empty when nothing. */
  lackOf: (path: string) => string;
}

const isMissing = ({ code }: Reason) => code === 'MISSING' || code.startsWith('NO_');

/**
 * Problems by path. What is merely missing stays quiet at its field until the person asked for it: an empty
 * field is no mistake while the form is still being filled.
 */
export function problemsOf(reasons: readonly Reason[], showsMissing: boolean): Problems {
  return {
    at: (path) => {
      const reason = reasons.find((candidate) => candidate.path === path && (showsMissing || !isMissing(candidate)));
      return reason ? sentenceOf(reason) : null;
    },
    lackOf: (path) => {
      const own = reasons.filter((reason) => reason.path === path || reason.path?.startsWith(`${path}.`));
      return own.length === 0 ? '' : sayReasons(own);
    },
  };
}
