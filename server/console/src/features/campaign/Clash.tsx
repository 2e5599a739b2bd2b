import { isChanged, sayValue, type Setting } from '@kepu/shared/campaign/setting';
import type { ConfigReply } from '@kepu/shared/contracts/campaign';
import { sayMoment } from '@kepu/shared/time';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import styles from './SaveDialog.module.css';
import type { ConfigDraft } from './use-config-draft';

export interface ClashState {
  theirs: ConfigReply;
  clashes: Setting[];
}

interface Props {
  state: ClashState;
  draft: ConfigDraft;
  onSettled: () => void;
}

/** Nothing has been overwritten: what only one side changed is kept from both, the rest is for a person to choose. */
export function Clash({ state: { theirs, clashes }, draft, onSettled }: Props) {
  const [mine] = useState(draft.config);
  return (
    <div className={styles.body}>
      <Alert
        type="warning"
        showIcon
        title={`您打开之后，${theirs.changedBy ?? '系统'}在 ${sayMoment(theirs.changedAt)} 存了第 ${theirs.version} 版（${theirs.reason}）。您的修改还没有保存。`}
        description={clashes.length === 0 ? '两边改的不是同一处，您的修改已并到新版上。' : `${clashes.length} 处两边都改了，请逐处选定；其余已并到新版上。`}
      />
      {clashes.length > 0 && (
        <table className={styles.clash}>
          <thead>
            <tr>
              <th scope="col">设置</th>
              <th scope="col">{theirs.changedBy ?? '系统'}的</th>
              <th scope="col">您的</th>
            </tr>
          </thead>
          <tbody>
            {clashes.map((setting) => {
              const isTheirs = !isChanged(setting, draft.config, theirs.config);
              return (
                <tr key={setting.label}>
                  <th scope="row">{setting.label}</th>
                  <td>
                    <Button size="small" type={isTheirs ? 'primary' : 'default'} aria-pressed={isTheirs} onClick={() => draft.yieldTo(setting, theirs.config)}>
                      {sayValue(setting, theirs.config)}
                    </Button>
                  </td>
                  <td>
                    <Button size="small" type={isTheirs ? 'default' : 'primary'} aria-pressed={!isTheirs} onClick={() => draft.yieldTo(setting, mine)}>
                      {sayValue(setting, mine)}
                    </Button>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      <div>
        <Button type="primary" onClick={onSettled}>
          在第 {theirs.version} 版上继续
        </Button>
      </div>
    </div>
  );
}
