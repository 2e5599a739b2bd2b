import { SlotsScreen } from '../../features/review/SlotsScreen';

export default function SlotsPage() {
  return <SlotsScreen />;
}
