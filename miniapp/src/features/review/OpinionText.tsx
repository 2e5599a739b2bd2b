import type { FormWording } from '@kepu/shared/campaign/config';
import { Box, Txt } from '../../platform/elements';

interface OpinionTextProps {
  wording: FormWording;
  author: string;
  title: string;
}

/** The recommendation opinion to the letter, author and title filled in where the form leaves room. */
export function OpinionText({ wording, author, title }: OpinionTextProps) {
  const filled: Record<string, string> = { '{author}': author, '{title}': title };
  return (
    <Box className="op">
      <Box>
        {wording.opinionBefore.split(/(\{author\}|\{title\})/u).map((part, index) => {
          const value = filled[part];
          return value === undefined ? <Txt key={index}>{part}</Txt> : <Txt key={index} className="op__fill">{` ${value} `}</Txt>;
        })}
      </Box>
      {wording.opinionAfter.map((line) => <Box key={line}>{line}</Box>)}
    </Box>
  );
}
