import { WorksScreen } from '../../features/home/WorksScreen';

export default function WorksPage() {
  return <WorksScreen />;
}
