import { ClauseQuote } from '../../ui/ClauseQuote';
import type { ClauseId } from '../notice/notice-2025';
import { useNotice } from './use-notice';

interface Props {
  of: ClauseId;
  /** Rules of the catalogue made from this sentence: P1 P2. */
  rules?: string;
  /** The part this setting is about, lifted out. */
  mark?: string;
}

/** A sentence of the notice with its clause; where the notice is silent or unknown, says so. */
export function Quote({ of, rules, mark }: Props) {
  const found = useNotice()(of);
  if (!found) return null;
  const [before, after] = mark && found.words.includes(mark) ? split(found.words, mark) : [found.words, null];
  return (
    <ClauseQuote source={[found.clause, rules && `规则 ${rules}`].filter(Boolean).join(' · ')}>
      {before}
      {after !== null && (
        <>
          <mark>{mark}</mark>
          {after}
        </>
      )}
    </ClauseQuote>
  );
}

function split(words: string, mark: string): [string, string] {
  const at = words.indexOf(mark);
  return [words.slice(0, at), words.slice(at + mark.length)];
}
