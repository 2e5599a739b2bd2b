import { configProblems } from '@kepu/shared/campaign/check-config';
import type { ConfigProblem } from '@kepu/shared/campaign/config-problem';
import type { CampaignConfig } from '@kepu/shared/campaign/config';
import { isChanged, rebase, settingChanges, takeOver, type Setting, type SettingChange } from '@kepu/shared/campaign/setting';
import { settingsOf } from '@kepu/shared/campaign/settings';
import type { ConfigReply } from '@kepu/shared/contracts/campaign';
import { useMemo, useState } from 'react';

export interface ConfigDraft {
  config: CampaignConfig;
  change: (config: CampaignConfig) => void;
  discard: () => void;
  changes: SettingChange[];
  changedPaths: ReadonlySet<string>;
  problems: ConfigProblem[];
  /** The version this draft stands on. */
  base: ConfigReply;
  /** Moves the draft onto a newer version; answers with what both sides changed. */
  moveTo: (theirs: ConfigReply) => Setting[];
  /** Gives up my value of one setting for theirs. */
  yieldTo: (setting: Setting, theirs: CampaignConfig) => void;
}

/** A configuration being edited: what has changed, what contradicts, and what it stands on. */
export function useConfigDraft(saved: ConfigReply): ConfigDraft {
  const [base, setBase] = useState(saved);
  const [config, setConfig] = useState(saved.config);
  const settings = useMemo(() => settingsOf(base.config), [base]);
  return {
    config,
    change: setConfig,
    discard: () => setConfig(base.config),
    changes: settingChanges(settings, base.config, config),
    changedPaths: new Set(settings.filter((setting) => isChanged(setting, base.config, config)).map(({ path }) => path)),
    problems: configProblems(config),
    base,
    moveTo: (theirs) => {
      const moved = rebase(settings, base.config, config, theirs.config);
      setBase(theirs);
      setConfig(moved.config);
      return moved.clashes;
    },
    yieldTo: (setting, theirs) => setConfig((last) => takeOver(setting, theirs, last)),
  };
}
