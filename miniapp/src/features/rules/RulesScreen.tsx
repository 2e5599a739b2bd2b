import { useEffect } from 'react';
import type { CampaignConfig } from '@kepu/shared/campaign/config';
import { HOW_WORDS, RULE_BOOK, ruleActs, sayLimits, type RuleEntry } from '@kepu/shared/inspection/rule-book';
import { Box, Txt } from '../../platform/elements';
import { reveal } from '../../platform/reveal';
import { Group } from '../../ui/Group';
import { Page } from '../../ui/Page';
import { Skeleton } from '../../ui/Skeleton';
import { useCampaign } from '../campaign/campaign';
import { Failure } from '../session/Failure';
import './rules.css';

/** 作品要求: every rule in plain words, where the notice says it, and how it is checked. */
export function RulesScreen({ rule }: { rule: string | null }) {
  const { value: campaign, failure } = useCampaign();
  const isKnown = campaign !== null;
  useEffect(() => {
    if (isKnown && rule !== null) reveal(`rule-${rule}`);
  }, [isKnown, rule]);
  return (
    <Page title="作品要求" back="pages/home/index">
      {!campaign && (failure === null ? <Skeleton /> : <Failure of={failure} />)}
      {campaign && (
        <>
          <Box className="k-sub">依据{campaign.config.documentNumber}。机器没有找到的，不等于通过，由审核人判断。</Box>
          {RULE_BOOK.map(({ title, rules }) => (
            <Box key={title}>
              <Group title={title} aside={`${rules.length} 条`} />
              <Box className="k-card k-card--flush">{rules.map((entry) => <OneRule key={entry.id} entry={entry} config={campaign.config} isWanted={entry.id === rule} />)}</Box>
            </Box>
          ))}
        </>
      )}
    </Page>
  );
}

function OneRule({ entry, config, isWanted }: { entry: RuleEntry; config: CampaignConfig; isWanted: boolean }) {
  return (
    <Box id={`rule-${entry.id}`} className={`ru ${isWanted ? 'ru--on' : ''}`}>
      <Box className="k-strong">{entry.name}</Box>
      {sayLimits(entry, config).map((words) => <Box key={words} className="ru__limit k-num">{words}</Box>)}
      {ruleActs(entry.id, config).map(({ label, mode, name, effect }) => (
        <Box key={label ?? name} className="ru__act"><Txt className={`ru__mode ru__mode--${mode}`}>{name}</Txt><Txt>{label === null ? effect : `${label}：${effect}`}</Txt></Box>
      ))}
      <Box className="k-sub k-mt-1">{entry.check}</Box>
      {entry.how.map((how) => <Box key={how} className="k-cap ru__how">{HOW_WORDS[how]}</Box>)}
      <Box className="k-clause k-mt-1">规则 {entry.id} · {entry.clause}</Box>
    </Box>
  );
}
