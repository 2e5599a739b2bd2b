import { HandOverScreen } from '../../../features/hand-over/HandOverScreen';

export default function HandOverPage() {
  return <HandOverScreen />;
}
