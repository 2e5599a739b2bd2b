import { useEffect, useState } from 'react';
import type { DemoAccount } from '@kepu/shared/contracts/account';
import { Box, Tap } from '../../platform/elements';
import type { Task } from '../../state/use-task';
import { Group } from '../../ui/Group';
import { Icon } from '../../ui/Icon';
import { api } from '../session/api';
import { logInByDemo } from './log-in';

interface DemoRowProps {
  task: Task;
  onEntered: () => void;
}

/** One tap per sample person, where the server says it is a demonstration. Staff have the console. */
export function DemoRow({ task, onEntered }: DemoRowProps) {
  const [accounts, setAccounts] = useState<DemoAccount[]>([]);
  useEffect(() => {
    // A server that is no demonstration answers 404: there is simply no such row.
    api.call('GET /api/demo').then((demo) => setAccounts(demo.accounts), () => undefined);
  }, []);
  const people = accounts.filter(({ role }) => role === 'creator' || role === 'recommender');
  if (people.length === 0) return null;
  return (
    <>
      <Group title="演示账号" aside="样例数据，无需验证码" />
      <Box className="lg-demo">
        {people.map(({ key, role, name, subtitle }) => (
          <Box key={key} className="lg-demo__cell">
            <Tap className="lg-demo__one" label={`演示账号 ${name}，${subtitle}`} isBusy={task.isBusy} onTap={() => void task.run(() => logInByDemo(key)).then((isIn) => { if (isIn) onEntered(); })}>
              <Icon name={role === 'creator' ? 'film' : 'inbox'} />
              <Box className="k-strong">{name}</Box>
              <Box className="k-cap">{subtitle.replace(/^(作者|推荐单位) · /u, '')}</Box>
            </Tap>
          </Box>
        ))}
      </Box>
    </>
  );
}
